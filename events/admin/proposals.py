"""Proposals: what the machine found."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from events.models import Proposal
from events.models.vocabulary import EventKind
from sources.admin.curated import CuratedAdmin
from sources.admin.fields import date_cell
from sources.admin.filters import FilterForm, FormFilter, choices_of
from sources.models import Source
from sources.validation import is_id


class ProposalFilterForm(FilterForm):
    state = choices_of(_("state"), Proposal.State)
    kind = choices_of(_("kind"), EventKind)
    source = forms.ModelChoiceField(Source.objects.all(), label=_("source"), required=False)
    autocompleted = {"source": Proposal._meta.get_field("source")}


class ProposalFilter(FormFilter):
    form_class = ProposalFilterForm


@admin.register(Proposal)
class ProposalAdmin(CuratedAdmin):
    """An overview: proposals are decided at the review desk, beside their text."""

    list_display = ["passage_cell", "source", "kind", "date_cell", "status", "score", "state"]
    list_filter = [ProposalFilter]
    list_select_related = ["source"]
    search_fields = ["passage", "source__title"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The proposal's card at the desk, which asks who may see it."""
        pk = int(object_id) if is_id(object_id) else 0
        proposal = get_object_or_404(Proposal, pk=pk)
        return HttpResponseRedirect(desk_address(proposal))

    @admin.display(description=_("passage"), ordering="passage")
    def passage_cell(self, proposal: Proposal) -> SafeString:
        return format_html('<span lang="{}">{}</span>', proposal.source.language, proposal.passage)

    @admin.display(description=_("date"), ordering="date_earliest")
    def date_cell(self, proposal: Proposal) -> SafeString | str:
        return date_cell(proposal.date)


def desk_address(proposal: Proposal) -> str:
    desk = reverse("admin:review_desk", args=[proposal.source_id])
    return f"{desk}?at={proposal.pk}#card-{proposal.pk}"
