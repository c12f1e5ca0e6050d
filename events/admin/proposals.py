"""Proposals and merges: what the machine found, and what reviewers joined."""

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from events.models import Merge, Proposal
from events.models.vocabulary import EventKind
from sources.admin.curated import CuratedAdmin, ReadOnlyAdmin
from sources.admin.fields import date_cell
from sources.admin.filters import FilterForm, FormFilter, choices_of
from sources.models import Source


class ProposalFilterForm(FilterForm):
    state = choices_of(_("state"), Proposal.State)
    kind = choices_of(_("kind"), EventKind)
    source = forms.ModelChoiceField(Source.objects.all(), label=_("source"), required=False)
    autocompleted = {"source": Proposal._meta.get_field("source")}


class ProposalFilter(FormFilter):
    form_class = ProposalFilterForm


@admin.register(Proposal)
class ProposalAdmin(CuratedAdmin):
    list_display = ["passage_cell", "source", "kind", "date_cell", "status", "score", "state"]
    list_filter = [ProposalFilter]
    list_select_related = ["source"]
    search_fields = ["passage", "source__title"]
    autocomplete_fields = ["event"]
    readonly_fields = [
        "source", "passage_cell", "passage_start", "passage_end", "entities", "score", "reasons",
    ]  # fmt: skip
    fieldsets = [
        (_("Found"), {"fields": ["source", "passage_cell", ("passage_start", "passage_end")]}),
        (_("Proposed"), {"fields": [("kind", "status", "certainty"), "date", "entities"]}),
        (_("Why"), {"fields": ["score", "reasons"]}),
        (_("Decision"), {"fields": ["state", "event"]}),
    ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.display(description=_("passage"), ordering="passage")
    def passage_cell(self, proposal: Proposal) -> SafeString:
        return format_html('<span lang="{}">{}</span>', proposal.source.language, proposal.passage)

    @admin.display(description=_("date"), ordering="date_earliest")
    def date_cell(self, proposal: Proposal) -> SafeString | str:
        return date_cell(proposal.date)


class MergeFilterForm(FilterForm):
    kind = choices_of(_("kind"), Merge.Kind)


class MergeFilter(FormFilter):
    form_class = MergeFilterForm


@admin.register(Merge)
class MergeAdmin(ReadOnlyAdmin):
    list_display = ["id", "kind", "from_id", "into_id", "merged_by", "merged_at", "undone_at"]
    list_filter = [MergeFilter]
    list_select_related = ["merged_by"]
    search_fields = ["from_id", "into_id"]
    fields = ["kind", "from_id", "into_id", "merged_by", "merged_at", "undone_at", "manifest"]
