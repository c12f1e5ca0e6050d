"""Sources as readers look them up: in a list, and with what each says about which events."""

from dataclasses import dataclass

from django import forms
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from events.evidence import Evidence, evidence_for
from events.models import Claim, Event
from sources.models import Source, SourceQuerySet

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
    """An event and what one source says about it."""

    event: Event
    evidence: list[Evidence]


def public_sources() -> SourceQuerySet:
    """Those a published event relies on, and their originals: the others wait for an editor."""
    claims = Claim.objects.filter(event__in=Event.objects.published())
    cited = Exists(claims.filter(source=OuterRef("pk")))
    reprinted = Exists(claims.filter(source__reprint_of=OuterRef("pk")))
    return Source.objects.filter(cited | reprinted)


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
    return [Told(event, evidence_for(event, claims[event.pk])) for event in events]
