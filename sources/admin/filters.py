"""List filters as one small form: short in height, autocompleted, checked like any form."""

from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urlencode

from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import ALL_VAR, PAGE_VAR
from django.db.models import Field, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sources.admin.fields import SafeAutocomplete

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Choices = Any
    Label = str | _StrPromise


def choices_of(label: "Label", choices: "Choices") -> forms.ChoiceField:
    any_or_one = [("", _("any")), *choices.choices]
    return forms.ChoiceField(label=label, choices=any_or_one, required=False)


class FilterForm(forms.Form):
    """Its fields are equalities on columns of the same name unless `apply` says otherwise."""

    autocompleted: ClassVar[dict[str, "Field[Any, Any]"]] = {}

    def complete(self, site: admin.AdminSite) -> None:
        """Look choices up while typing, instead of listing thousands."""
        for name, column in self.autocompleted.items():
            field = self.fields[name]
            widget = SafeAutocomplete(column, site)
            widget.choices = field.choices  # type: ignore[attr-defined]
            field.widget = widget

    @classmethod
    def scripts(cls, site: admin.AdminSite) -> forms.Media:
        widgets = [SafeAutocomplete(column, site) for column in cls.autocompleted.values()]
        return widgets[0].media if widgets else forms.Media()

    def apply(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(**self.given())

    def given(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if value not in ("", None)}


class FormFilter(admin.ListFilter):
    title = _("filter")
    template = "admin/form_filter.html"
    form_class: type[FilterForm]

    def __init__(
        self, request: HttpRequest, params: dict[str, Any], model: Any, model_admin: Any
    ) -> None:
        super().__init__(request, params, model, model_admin)
        asked = {name: params.pop(name) for name in self.expected_parameters() if name in params}
        self.used_parameters = asked
        data = {name: values[-1] for name, values in asked.items()}
        self.form = self.form_class(data, auto_id="filter_%s")
        self.form.complete(model_admin.admin_site)
        self.form.is_valid()

    def expected_parameters(self) -> list[str | None]:
        return list(self.form_class.base_fields)

    def has_output(self) -> bool:
        return True

    def choices(self, changelist: Any) -> Any:
        """What the template needs beside the form: the other parameters of the address."""
        own = {*self.expected_parameters(), PAGE_VAR, ALL_VAR}
        kept = {name: value for name, value in changelist.params.items() if name not in own}
        yield {"form": self.form, "kept": kept.items(), "cleared": "?" + urlencode(kept)}

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Rows that fit every readable choice; an unreadable one has its message beside it."""
        return self.form.apply(queryset)
