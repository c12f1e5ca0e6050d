"""What the admin of every curated model has in common."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from simple_history.admin import SimpleHistoryAdmin

from sources.admin.fields import (
    FORMFIELD_OVERRIDES,
    SafeAutocomplete,
    SafeAutocompleteMultiple,
)
from sources.admin.filters import FormFilter
from sources.admin.history import FieldChanges
from sources.admin.reading_dates import readings
from sources.validation import is_id

if TYPE_CHECKING:
    _HistoryAdmin = admin.ModelAdmin[Any]
    _Stacked = admin.StackedInline[Any, Any]
    _Tabular = admin.TabularInline[Any, Any]
    ReadOnlyBase = admin.ModelAdmin[Any]
    _FormSet = BaseInlineFormSet[Any, Any, Any]
    ModelForm = forms.ModelForm[Any]
else:
    _HistoryAdmin = SimpleHistoryAdmin
    _Stacked = admin.StackedInline
    _Tabular = admin.TabularInline
    ReadOnlyBase = admin.ModelAdmin
    _FormSet = BaseInlineFormSet
    ModelForm = forms.ModelForm

LANGUAGE_OF_COLUMN = {"_en": "en", "_zh": "zh-Hans"}
View = TypeVar("View", bound=Callable[..., HttpResponse])


def refusals_explained(view: View) -> View:
    """What the forms let through and the database refused (somebody was faster) is a message."""

    @wraps(view)
    def explained(self: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(self, request, *args, **kwargs)
        except IntegrityError as error:
            rule = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
            text = _("Nothing was saved: it would break the rule “%(rule)s”. Look again, please.")
            messages.error(request, text % {"rule": rule or error})
            return HttpResponseRedirect(request.get_full_path())

    return explained  # type: ignore[return-value]


class FormFields:
    """Fields that know their language, and autocompletion that answers garbage with a message."""

    formfield_overrides: Any = FORMFIELD_OVERRIDES

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if field and db_field.name.endswith(tuple(LANGUAGE_OF_COLUMN)):
            field.widget.attrs["lang"] = LANGUAGE_OF_COLUMN[db_field.name[-3:]]
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            kwargs["widget"] = SafeAutocomplete(db_field, self.admin_site)  # type: ignore[attr-defined]
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            kwargs["widget"] = SafeAutocompleteMultiple(db_field, self.admin_site)  # type: ignore[attr-defined]
        return super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[misc]


class StackedInline(FormFields, _Stacked):
    pass


class TabularInline(FormFields, _Tabular):
    pass


class ListSettings:
    """Lists that stay quick with many rows: no count of everything, no page of everything."""

    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    list_max_show_all = 200


class InlineFormSet(_FormSet):
    def surviving_forms(self) -> list[Any]:
        """The forms whose rows are there once this is saved."""
        return [
            form
            for form in self.forms
            if (form.instance.pk or form.has_changed())
            and form.is_valid()
            and not self._should_delete_form(form)  # type: ignore[attr-defined]
        ]


class CuratedAdmin(FormFields, ListSettings, _HistoryAdmin):
    history_list_per_page = 50

    @property
    def media(self) -> forms.Media:
        media = super().media
        for listed in self.list_filter:
            if isinstance(listed, type) and issubclass(listed, FormFilter):
                media += listed.form_class.scripts(self.admin_site)
        return media

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        return super().get_search_results(request, queryset, search_term.replace("\0", " "))

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """What the address of an add form presets, without what the form would not take."""
        fields = self.get_form(request).base_fields
        initial: dict[str, Any] = super().get_changeform_initial_data(request)
        return {
            name: value
            for name, value in initial.items()
            if name in fields and _is_clean(fields[name], value)
        }

    @refusals_explained
    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return super().changeform_view(request, *args, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        edited = [form, *(row for formset in formsets for row in formset.initial_forms)]
        edited += [row for formset in formsets for row in formset.extra_forms if row.has_changed()]
        for reading in readings(edited):
            messages.info(request, reading)

    @refusals_explained
    def delete_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return super().delete_view(request, *args, **kwargs)

    @refusals_explained
    def changelist_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return super().changelist_view(request, *args, **kwargs)

    @refusals_explained
    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: Any = None
    ) -> HttpResponse:
        _must_be_numbers(object_id, version_id)
        with transaction.atomic():
            view = super().history_form_view  # type: ignore[misc]
            response: HttpResponse = view(request, object_id, version_id, extra_context)
            return response

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        _must_be_numbers(object_id)
        return super().history_view(request, object_id, extra_context)

    def history_view_title(self, request: HttpRequest, obj: Any) -> str:
        return _("History of %(row)s") % {"row": obj}

    def history_form_view_title(self, request: HttpRequest, obj: Any) -> str:
        return _("As it was: %(row)s") % {"row": obj}

    def get_historical_record_context_helper(self, request: HttpRequest, record: Any) -> Any:
        return FieldChanges(self.model, record)

    def response_action(  # type: ignore[override]
        self, request: HttpRequest, queryset: QuerySet[Any]
    ) -> Any:
        chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
        if not all(is_id(pk) for pk in chosen):
            messages.error(request, _("Choose rows of the list, please."))
            return HttpResponseRedirect(request.get_full_path())
        return super().response_action(request, queryset)


class ReadOnlyAdmin(ListSettings, ReadOnlyBase):
    """Rows that the system writes: to look at, never to edit."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def _is_clean(field: Any, value: Any) -> bool:
    try:
        field.clean(value)
    except ValidationError:
        return False
    return True


def _must_be_numbers(*ids: str) -> None:
    if not all(map(is_id, ids)):
        raise Http404
