"""One event: what, when, how sure; what was said when; all its evidence; what stands beside it."""

import datetime
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render

from events.citing import FORMATS
from events.evidence import evidence_for
from events.evidence.counting import count_sources
from events.evidence.dating import readings_of
from events.models import Claim, Event
from events.models.claim import ClaimQuerySet
from events.models.queryset import EventQuerySet
from events.reading import ReaderRequest, read_only
from events.relations import neighbours_of, relations_of
from events.slippage.gathering import chain_of_event
from events.views.addresses import moved_to
from events.views.cite import citation_of
from events.views.finding import found

MOST_VERSIONS = 1_000_000


class VersionForm(forms.Form):
    """The version a reference was made to."""

    version = forms.IntegerField(required=False, min_value=1, max_value=MOST_VERSIONS)


@read_only
def event(request: ReaderRequest, pk: int, slug: str = "") -> HttpResponse:
    shown = found(request, pk, Event.get_absolute_url)
    if isinstance(shown, HttpResponse):
        return shown
    if slug != shown.slug:
        return moved_to(shown.get_absolute_url(), request)
    return render(request, "events/event.html", _page(request, shown))


def _page(request: ReaderRequest, shown: Event) -> dict[str, Any]:
    day = request.as_of
    claims = list(_claims(shown, day))
    evidence = evidence_for(shown, claims)
    published: EventQuerySet = Event.objects.published().as_of(day)
    citation = citation_of(shown, request)
    return {
        "event": shown,
        "evidence": evidence,
        "sources": count_sources(claims),
        "sides": _sides(evidence),
        "readings": readings_of(shown, claims),
        "chain": chain_of_event(shown, day),
        "relations": relations_of(shown, day),
        "part_of": published.filter(pk=shown.part_of_id).first(),
        "parts": published.filter(part_of=shown).for_timeline().oldest_first(),
        "neighbours": neighbours_of(shown, day),
        "cited_version": _other_version(request, shown),
        "citations": [(one, one.write(citation)) for one in FORMATS.values()],
    }


def _claims(event: Event, day: datetime.date | None) -> ClaimQuerySet:
    related = ("source__publisher", "source__reprint_of")
    claims = Claim.objects.filter(event=event).said_by(day).select_related(*related)
    texts = ("source__text", "source__reprint_of__text")
    return claims.defer(*texts).prefetch_related("source__relies_on").in_order_said()


def _sides(evidence: list[Any]) -> dict[str, list[Any]] | None:
    """Claims that agree with what was decided beside those that do not; None when all agree."""
    against = [one for one in evidence if one.disagrees]
    if not against:
        return None
    return {"for": [one for one in evidence if not one.disagrees], "against": against}


def _other_version(request: ReaderRequest, event: Event) -> int | None:
    """The version a reference names, when it is not the present one."""
    form = VersionForm(request.GET)
    version: int | None = form.cleaned_data["version"] if form.is_valid() else None
    return version if version != event.version else None
