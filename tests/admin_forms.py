"""What a browser would post: an admin form as the page gave it, with some fields changed."""

from typing import Any

from django.test import Client


def posted(client: Client, address: str, **changes: Any) -> dict[str, Any]:
    """Every field of the form and its inlines at this address; `None` takes a field out."""
    context = client.get(address).context
    data: dict[str, Any] = {}
    _add(data, context["adminform"].form)
    for inline in context["inline_admin_formsets"]:
        _add(data, inline.formset.management_form)
        for form in inline.formset.forms:
            _add(data, form)
    data.update(changes)
    return {name: value for name, value in data.items() if value is not None}


def _add(data: dict[str, Any], form: Any) -> None:
    for bound in form:
        value = bound.field.prepare_value(bound.value()) if bound.value() is not None else None
        if value is not None and not bound.field.disabled:
            data[bound.html_name] = value


def with_claim(data: dict[str, Any], source_id: int, **values: Any) -> dict[str, Any]:
    """The same form with one more claim in it."""
    number = int(data["claims-TOTAL_FORMS"])
    plain = {"source": source_id, "section": "body", "stance": "supports", "rank": "normal"}
    claim = {f"claims-{number}-{name}": value for name, value in {**plain, **values}.items()}
    return {**data, "claims-TOTAL_FORMS": number + 1, **claim}


def errors_of(response: Any) -> str:
    """All messages beside the fields and inlines of a page whose form was refused."""
    errors = [str(response.context["adminform"].form.errors)]
    for inline in response.context["inline_admin_formsets"]:
        errors += [str(inline.formset.errors), str(inline.formset.non_form_errors())]
    return " ".join(errors)
