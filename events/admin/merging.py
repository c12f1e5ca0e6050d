"""Merging what stands twice: chosen in a list, confirmed on a page, undone from its record."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.admin.publishing import may_merge
from events.merging import merge, undo
from events.merging.rows import KINDS, hanging_on
from events.models import Merge
from sources.admin.curated import ReadOnlyAdmin
from sources.admin.filters import FilterForm, FormFilter, choices_of

AT_ONCE = 10


class MergeForm(forms.Form):
    """Which of the chosen rows stays."""

    into: Any = forms.ModelChoiceField(
        None,
        label=gettext_lazy("stays"),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": gettext_lazy("Choose the one that stays.")},
    )

    def __init__(self, chosen: QuerySet[Any], data: Any = None) -> None:
        super().__init__(data)
        self.fields["into"].queryset = chosen  # type: ignore[attr-defined]


class MergingAdmin:
    """A list in which several rows can be made one."""

    @admin.action(permissions=["merge"], description=gettext_lazy("Merge what is chosen into one"))
    def merge(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        if not 2 <= queryset.count() <= AT_ONCE:
            text = _("Choose from 2 to %(most)s rows to merge.") % {"most": AT_ONCE}
            messages.error(request, text)
            return None
        form = MergeForm(queryset, request.POST if "confirmed" in request.POST else None)
        if form.is_valid():
            into = form.cleaned_data["into"]
            try:
                return self._merged(request, queryset.exclude(pk=into.pk), into)
            except ValidationError as error:
                form.add_error(None, error)
        return self._confirm(request, queryset, form)

    def has_merge_permission(self, request: HttpRequest) -> bool:
        return may_merge(request.user, self.model)  # type: ignore[attr-defined]

    def _merged(self, request: HttpRequest, others: QuerySet[Any], into: Any) -> HttpResponse:
        for away in others.order_by("pk"):
            record = merge(away, into, request.user)
            text = _("“%(away)s” is now part of “%(into)s”.")
            messages.success(request, text % {"away": record.manifest["label"], "into": into})
        opts = into._meta
        messages.info(request, _("Each merge can be undone from its record, in “Merges”."))
        address = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[into.pk])
        return HttpResponseRedirect(address)

    def _confirm(
        self, request: HttpRequest, queryset: QuerySet[Any], form: MergeForm
    ) -> HttpResponse:
        rows = [(row, belongings_of(row)) for row in queryset.order_by("pk")]
        context = {
            **admin.site.each_context(request),
            "title": _("Merge into one"),
            "opts": queryset.model._meta,
            "form": form,
            "rows": rows,
            "chosen": form["into"].value(),
            "checkbox": ACTION_CHECKBOX_NAME,
        }
        return render(request, "admin/events/merge/confirm.html", context)


def belongings_of(row: Any) -> list[tuple[str, int]]:
    """How many rows of each kind hang on it."""
    counts: dict[str, int] = {}
    for hanging, _key in hanging_on(row):
        name = capfirst(str(hanging._meta.verbose_name_plural))
        counts[name] = counts.get(name, 0) + 1
    return list(counts.items())


class MergeFilterForm(FilterForm):
    kind = choices_of(gettext_lazy("kind"), Merge.Kind)


class MergeFilter(FormFilter):
    form_class = MergeFilterForm


@admin.register(Merge)
class MergeAdmin(ReadOnlyAdmin):
    list_display = ["what", "kind", "into", "merged_by", "merged_at", "undone_at"]
    list_filter = [MergeFilter]
    list_select_related = ["merged_by"]
    search_fields = ["from_id", "into_id"]
    fields = ["what", "kind", "into", "merged_by", "merged_at", "undone_at", "manifest"]

    def get_urls(self) -> list[Any]:
        undo_view = self.admin_site.admin_view(self.undo)
        return [path("<int:pk>/undo/", undo_view, name="events_merge_undo"), *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        record = context["original"]
        undoable = not record.undone_at and may_merge(request.user, KINDS[record.kind])
        return super().render_change_form(
            request, {**context, "undoable": undoable}, *args, **kwargs
        )

    def undo(self, request: HttpRequest, pk: int) -> HttpResponse:
        record = get_object_or_404(Merge, pk=pk)
        if request.method != "POST" or not may_merge(request.user, KINDS[record.kind]):
            raise PermissionDenied
        try:
            undone = undo(pk, request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return HttpResponseRedirect(reverse("admin:events_merge_change", args=[pk]))
        messages.success(request, _("“%(row)s” stands for itself again.") % {"row": undone.row})
        if undone.left:
            text = _("%(count)s rows were moved or removed since and stay as they are.")
            messages.warning(request, text % {"count": undone.left})
        opts = undone.row._meta
        address = f"admin:{opts.app_label}_{opts.model_name}_change"
        return HttpResponseRedirect(reverse(address, args=[undone.row.pk]))

    @admin.display(description=gettext_lazy("merged"), ordering="from_id")
    def what(self, record: Merge) -> str:
        return str(record.manifest.get("label") or record.from_id)

    @admin.display(description=gettext_lazy("into"), ordering="into_id")
    def into(self, record: Merge) -> str:
        row = KINDS[record.kind]._default_manager.filter(pk=record.into_id).first()
        return str(row or record.into_id)
