"""How the admin's forms take dates and lists."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.admin.widgets import (
    AdminTextareaWidget,
    AdminTextInputWidget,
    AutocompleteSelect,
    AutocompleteSelectMultiple,
)
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.forms import SimpleArrayField
from django.db import models
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from dates import DateError, PartialDate
from dates.fields import PartialDateField, in_words
from sources.validation import is_id


class PartialDateWidget(AdminTextInputWidget):
    """An EDTF value with the same date in words beside it."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        return format_html(
            '<span class="partial-date">{}<output class="in-words">{}</output></span>',
            super().render(name, value, attrs, renderer),
            _words(value),
        )


def _words(value: Any) -> str:
    try:
        return str(in_words(PartialDate.parse(value))) if value else ""
    except DateError:
        return ""


def date_cell(value: PartialDate | None) -> SafeString | str:
    """A date in a list: in words, with its EDTF value below."""
    if not value:
        return "—"
    return format_html(
        '<span class="date-words">{}</span> <code class="edtf">{}</code>', in_words(value), value
    )


class _Numbers:
    """Django's own fail on a chosen value that is no number, instead of showing the message."""

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> Any:
        return super().optgroups(name, [pk for pk in value if is_id(str(pk))], attr)  # type: ignore[misc]


class SafeAutocomplete(_Numbers, AutocompleteSelect):
    pass


class SafeAutocompleteMultiple(_Numbers, AutocompleteSelectMultiple):
    pass


class LinesField(SimpleArrayField):
    """A list written one item a line: names may contain commas."""

    def __init__(self, base_field: forms.Field, **kwargs: Any) -> None:
        kwargs.update(delimiter="\n", widget=AdminTextareaWidget(attrs={"rows": 3}))
        kwargs["help_text"] = _("One on each line.")
        super().__init__(base_field, **kwargs)

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = "\n".join(line for line in value.splitlines() if line.strip())
        return super().to_python(value)


FORMFIELD_OVERRIDES: dict[Any, dict[str, Any]] = {
    PartialDateField: {"widget": PartialDateWidget},
    ArrayField: {"form_class": LinesField},
    models.URLField: {"assume_scheme": "https"},
    models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 4})},
}
