"""Sources as readers look them up: in a list, and with what each says about which events."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from events.directory.firsts import Standing, said_about, standings
from events.evidence import Evidence, evidence_for
from events.models import Claim, Event
from events.models.queryset import EventQuerySet, one_of
from sources.models import Publisher, Source, SourceQuerySet

MOST_ROWS = 200


class SourceForm(forms.Form):
    """What a reader looks for in the list of sources."""

    q = forms.CharField(label=_("Search"), required=False, max_length=200)


@dataclass(frozen=True, slots=True)
class Row:
    source: Source
    events: int


@dataclass(frozen=True, slots=True)
class SourceList:
    """The newest sources, MOST_ROWS of them when it is `shortened`."""

    rows: list[Row]
    shortened: bool


@dataclass(frozen=True, slots=True)
class Told:
    """An event, what one source says about it, and how quick the source was."""

    event: Event
    evidence: list[Evidence]
    standing: Standing | None  # none for a reprint: its original has it


class Spoken(NamedTuple):
    language: str
    sources: int


def public_sources(day: date | None = None) -> SourceQuerySet:
    """Those a published event relied on by `day`, and their originals; None is now.

    The others wait for an editor.
    """
    return Source.objects.filter(is_public(day))


def first_said(source: Source) -> date | None:
    """The day from which on it is public: of the first claim of its own, or of a reprint."""
    published: EventQuerySet = Event.objects.published()
    its_own = Q(source=source) | Q(source__reprint_of=source)
    claims = Claim.objects.filter(its_own, event__in=published).with_day()
    first: date | None = claims.aggregate(first=Min("day"))["first"]
    return first


def is_public(day: date | None) -> Q:
    reprints = Source.objects.filter(_cited(day), reprint_of=OuterRef("pk"))
    return Q(_cited(day)) | Q(Exists(reprints))


def _cited(day: date | None) -> Exists:
    published: EventQuerySet = Event.objects.published()
    claims = Claim.objects.filter(source=OuterRef("pk"), event__in=published)
    return Exists(claims.said_by(day))


def _originals(day: date | None) -> QuerySet[Any, Any]:
    """Of reprints that are cited."""
    return Source.objects.filter(_cited(day), reprint_of__isnull=False).values("reprint_of")


def source_list(sources: SourceQuerySet, form: SourceForm, day: date | None = None) -> SourceList:
    """Those of `sources` that are public, as of a day."""
    form.is_valid()
    words = form.cleaned_data.get("q")
    if words:
        # The publishers first: else their names would be compared for every source.
        named = Q(name__icontains=words) | Q(name_zh__icontains=words)
        publishers = list(Publisher.objects.filter(named).values_list("pk", flat=True))
        sources = sources.filter(Q(title__icontains=words) | Q(one_of("publisher", publishers)))
    found = _newest(sources, MOST_ROWS + 1, day)
    shown = found[:MOST_ROWS]
    published: EventQuerySet = Event.objects.published()
    claims = Claim.objects.filter(source__in=shown, event__in=published).said_by(day)
    events = Count("event", distinct=True)
    counts = dict(claims.order_by().values_list("source").annotate(events=events))
    rows = [Row(source, counts.get(source.pk, 0)) for source in shown]
    return SourceList(rows, shortened=len(found) > MOST_ROWS)


def _newest(sources: SourceQuerySet, most: int, day: date | None) -> list[Source]:
    """Cited ones and originals apart: asked for together, every claim there is would be read."""
    known = sources.defer("text", "sections", "sketch").select_related("publisher").newest_first()
    found = {
        source.pk: source
        for part in (known.filter(_cited(day)), known.filter(pk__in=_originals(day)))
        for source in part[:most]
    }
    return sorted(found.values(), key=_newest_first)[:most]


def _newest_first(source: Source) -> tuple[int, int]:
    day = source.published.earliest if source.published else None
    return -(day or date.min).toordinal(), -source.pk


def told_by(source: Source, day: date | None = None) -> list[Told]:
    """The published events a source says something about, newest first, as of a day."""
    claims: dict[int, list[Claim]] = {}
    published: EventQuerySet = Event.objects.published().as_of(day)
    said = Claim.objects.filter(source=source, event__in=published).said_by(day)
    for claim in said.order_by("quote_start", "id"):
        claim.source = source
        claims.setdefault(claim.event_id, []).append(claim)
    events = published.filter(pk__in=claims).for_timeline().newest_first()
    places = standings(said_about(claims, day), lambda said: said.source == source.pk)
    return [
        Told(event, evidence_for(event, claims[event.pk]), places.get(event.pk)) for event in events
    ]


def languages_of(publisher: Publisher, events: list[int], day: date | None = None) -> list[Spoken]:
    """In which languages its sources tell of the events, most first."""
    claims = Claim.objects.filter(one_of("event", events), source__publisher=publisher)
    counts = claims.said_by(day).order_by().values_list("source__language")
    counted = counts.annotate(sources=Count("source", distinct=True))
    return [Spoken(*row) for row in counted.order_by("-sources", "source__language")]
