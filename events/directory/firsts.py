"""Who said it first: the sources of an event, held against each other by the day they said it.

A reprint says what its original said, so only originals count. A day that is not known exactly is
a window: whoever cannot be told from the first shares the first place.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median_low
from typing import NamedTuple

from django.db.models import F
from django.db.models.functions import Coalesce

from events.models import Claim
from events.models.queryset import one_of


class Place(StrEnum):
    """Where somebody stands among all that report one event."""

    ALONE = "alone"
    FIRST = "first"
    SHARED = "shared"  # with others of the same day, or of days that cannot be told apart
    LATER = "later"
    UNDATED = "undated"  # the day they, or anybody else, said so is not known


class Said(NamedTuple):
    """One claim: who said it, and between which days."""

    event: int
    source: int
    publisher: int | None
    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Standing:
    place: Place
    lag: int = 0  # days behind the first, when later


@dataclass(frozen=True, slots=True)
class Record:
    """Numbers of events by place; `lag` is the median of days behind the first, when later."""

    events: int
    alone: int
    first: int
    shared: int
    later: int
    undated: int
    lag: int | None

    @property
    def compared(self) -> int:
        return self.first + self.shared + self.later


def said_about(events: Iterable[int], day: date | None = None) -> list[Said]:
    """What the originals among their sources had said by the end of `day`; None is now."""
    claims = Claim.objects.filter(one_of("event", list(events)), source__reprint_of__isnull=True)
    dated = (
        claims.said_by(day)
        .exclude(rank=Claim.Rank.DEPRECATED)
        .annotate(
            publisher=F("source__publisher"),
            earliest=Coalesce("claimed_on_earliest", "source__published_earliest"),
            latest=Coalesce("claimed_on_latest", "source__published_latest"),
        )
    )
    rows = dated.order_by().values_list("event", "source", "publisher", "earliest", "latest")
    return [Said(*row) for row in rows]


def record_of(publisher: int, said: Iterable[Said]) -> Record:
    """How often a publisher was the first to report what it reported."""
    places = standings(said, lambda claim: claim.publisher == publisher)
    tally = Counter(standing.place for standing in places.values())
    lags = [standing.lag for standing in places.values() if standing.place is Place.LATER]
    return Record(
        events=len(places),
        lag=median_low(lags) if lags else None,
        **{place.value: tally[place] for place in Place},
    )


def standings(said: Iterable[Said], mine: Callable[[Said], bool]) -> dict[int, Standing]:
    """By event, for those that a claim of `mine` is about."""
    by_event: defaultdict[int, tuple[list[Said], list[Said]]] = defaultdict(lambda: ([], []))
    for claim in said:
        by_event[claim.event][mine(claim)].append(claim)
    return {event: _stands(own, others) for event, (others, own) in by_event.items() if own}


def _stands(own: list[Said], others: list[Said]) -> Standing:
    if not others:
        return Standing(Place.ALONE)
    mine, theirs = _quickest(own), _quickest(others)
    if mine is None or theirs is None:
        return Standing(Place.UNDATED)
    if mine[1] < theirs[0]:
        return Standing(Place.FIRST)
    if theirs[1] < mine[0]:
        return Standing(Place.LATER, (mine[0] - theirs[1]).days)
    return Standing(Place.SHARED)


def _quickest(said: list[Said]) -> tuple[date, date] | None:
    """The first day on which, and the first by which, one of them had said it."""
    known = [(one.earliest, one.latest) for one in said]
    windows = [(earliest, latest) for earliest, latest in known if earliest and latest]
    if not windows:
        return None
    return min(start for start, _ in windows), min(end for _, end in windows)
