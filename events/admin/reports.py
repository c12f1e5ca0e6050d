"""Mistakes that readers reported: read, compared with the sources, accepted or declined."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext_lazy as _

from events.mistakes.about import called, page_of
from events.models import MistakeReport
from events.templatetags.reading import tagged
from sources.admin.curated import ListSettings, ReadOnlyBase
from sources.admin.filters import FilterForm, FormFilter, choices_of


class ReportFilterForm(FilterForm):
    state = choices_of(_("state"), MistakeReport.State)
    subject = choices_of(_("what is wrong"), MistakeReport.Subject)


class ReportFilter(FormFilter):
    form_class = ReportFilterForm


@admin.register(MistakeReport)
class MistakeReportAdmin(ListSettings, ReadOnlyBase):
    """What the reader wrote stays as it is; editors add what became of it."""

    list_display = ["text_cell", "about_cell", "subject", "state", "created_at", "handled_by"]
    list_filter = [ReportFilter]
    list_select_related = ["handled_by"]
    search_fields = ["text", "note"]
    fields = [
        "about_cell", "version", "subject", "text", "contact", "language", "created_at",
        "state", "note", "handled_by", "handled_at",
    ]  # fmt: skip
    readonly_fields = [
        "about_cell", "version", "subject", "text", "contact", "language", "created_at",
        "handled_by", "handled_at",
    ]  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> Any:
        reports: Any = super().get_queryset(request)
        return reports.with_about()

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if "state" in form.changed_data:
            settled = obj.state != MistakeReport.State.OPEN
            obj.handled_by = request.user if settled else None
            obj.handled_at = timezone.now() if settled else None
        super().save_model(request, obj, form, change)

    @admin.display(description=_("in the reader's words"), ordering="text")
    def text_cell(self, report: MistakeReport) -> str:
        return Truncator(report.text).chars(80)

    @admin.display(description=_("about"), ordering="object_id")
    def about_cell(self, report: MistakeReport) -> SafeString | str:
        about, name = report.about_now, called(report)
        if about is None:
            return tagged(name)
        opts = about._meta
        change = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[about.pk])
        link = '{}: <a href="{}">{}</a> · <a href="{}">{}</a>'
        kind = capfirst(opts.verbose_name)
        return format_html(link, kind, change, tagged(name), page_of(about), _("page"))
