"""Sources as readers look them up: in a list, and with what each says about which events."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django import forms
from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from dates import PartialDate
from events.directory.firsts import Standing, said_about, standings
from events.evidence import Evidence, evidence_for
from events.models import Claim, Event
from sources.models import Publisher, Source, SourceQuerySet

MOST_ROWS = 300


class SourceForm(forms.Form):
    """What a reader looks for in the list of sources."""

    q = forms.CharField(label=_("Search"), required=False, max_length=200)


@dataclass(frozen=True, slots=True)
class Row:
    source: Source
    events: int


@dataclass(frozen=True, slots=True)
class SourceList:
    """The newest MOST_ROWS of the `found` sources."""

    rows: list[Row]
    found: int

    @property
    def shortened(self) -> bool:
        return self.found > MOST_ROWS


@dataclass(frozen=True, slots=True)
class Told:
    """An event, what one source says about it, and how quick the source was."""

    event: Event
    evidence: list[Evidence]
    standing: Standing | None  # none for a reprint: its original has it


class Spoken(NamedTuple):
    language: str
    sources: int


@dataclass(frozen=True, slots=True)
class PublisherRow:
    publisher: Publisher
    sources: int
    latest: date | None  # the day of its newest source

    @property
    def latest_date(self) -> PartialDate | None:
        return PartialDate.day(self.latest) if self.latest else None


@dataclass(frozen=True, slots=True)
class PublisherList:
    rows: list[PublisherRow]
    found: int

    @property
    def shortened(self) -> bool:
        return self.found > MOST_ROWS


def public_sources() -> SourceQuerySet:
    """Those a published event relies on, and their originals: the others wait for an editor."""
    cited = Exists(Claim.objects.filter(source=OuterRef("pk"), event__in=Event.objects.published()))
    reprints = Source.objects.filter(cited, reprint_of__isnull=False)
    return Source.objects.filter(cited | Q(pk__in=reprints.values("reprint_of")))


def source_list(sources: "QuerySet[Source]", form: SourceForm) -> SourceList:
    form.is_valid()
    words = form.cleaned_data.get("q")
    if words:
        by_publisher = Q(publisher__name__icontains=words) | Q(publisher__name_zh__icontains=words)
        sources = sources.filter(Q(title__icontains=words) | by_publisher)
    found = sources.count()
    shown = list(sources.defer("text").select_related("publisher")[:MOST_ROWS])
    claims = Claim.objects.filter(source__in=shown, event__in=Event.objects.published())
    events = Count("event", distinct=True)
    counts = dict(claims.order_by().values_list("source").annotate(events=events))
    return SourceList([Row(source, counts.get(source.pk, 0)) for source in shown], found)


def told_by(source: Source) -> list[Told]:
    """The published events a source says something about, newest first."""
    claims: dict[int, list[Claim]] = {}
    said = Claim.objects.filter(source=source, event__in=Event.objects.published())
    for claim in said.order_by("quote_start", "id"):
        claim.source = source
        claims.setdefault(claim.event_id, []).append(claim)
    events = Event.objects.filter(pk__in=claims).for_timeline().newest_first()
    places = standings(said_about(claims), lambda said: said.source == source.pk)
    return [
        Told(event, evidence_for(event, claims[event.pk]), places.get(event.pk)) for event in events
    ]


def languages_of(publisher: Publisher) -> list[Spoken]:
    """In which languages its public sources are, most first."""
    written = public_sources().filter(publisher=publisher).order_by()
    counts = written.values_list("language").annotate(sources=Count("pk"))
    return [Spoken(*row) for row in counts.order_by("-sources", "language")]


def publisher_list(form: SourceForm) -> PublisherList:
    """Publishers of public sources, those with most of them first."""
    form.is_valid()
    words = form.cleaned_data.get("q")
    known = public_sources().filter(publisher__isnull=False)
    if words:
        named = Q(name__icontains=words) | Q(name_zh__icontains=words)
        also = Q(other_names__icontains=words)
        known = known.filter(publisher__in=Publisher.objects.filter(named | also))
    rows = (
        known.order_by()
        .values_list("publisher")
        .annotate(sources=Count("pk"), latest=Max("published_latest"))
        .order_by("-sources", "publisher")
    )
    counts = list(rows)
    publishers = Publisher.objects.in_bulk(row[0] for row in counts[:MOST_ROWS])
    shown = [PublisherRow(publishers[row[0]], *row[1:]) for row in counts[:MOST_ROWS]]
    return PublisherList(shown, len(counts))
