"""Which events a candidate may already be; the database is asked once for a whole document."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from heapq import nlargest
from typing import Any, NamedTuple

from django.utils import timezone

from dates import PartialDate
from events.extraction.found import EntityKind, Reason
from events.extraction.proposing.nearby import (
    Days,
    Entity,
    Party,
    Role,
    entities,
    question_of_roles,
    told,
)
from events.extraction.proposing.wording import Wording, words_of
from events.extraction.registry import Registry
from sources.storing.asking import ask
from sources.storing.wire import Question, Rows

# Two kinds may be one event when one group holds both: what one source calls a release, another
# calls an announcement.
_GROUPS = (
    {"release", "preview", "open_sourcing", "announcement", "research"},
    {"announcement", "statement", "report", "plan", "milestone"},
    {"release", "preview", "plan"},
    {"delay", "pause", "plan", "cancellation"},
    {"delay", "pause", "cancellation", "report", "statement"},
    {"investment", "acquisition", "partnership", "announcement"},
    {"investment", "plan"},
    {"policy", "announcement", "statement"},
    {"organization", "announcement"},
    {"incident", "pause", "report"},
    {"conference", "announcement"},
    {"market_move", "report"},
)
STRONG = 0.62  # from here on the proposal is a new claim on that event
WEAK = 0.4  # below it an event is not shown
SHOWN = 5
WEIGHTS = (0.3, 0.12, 0.2, 0.38)  # of entities, kind, date and words
ALIKE = 0.5  # share of words from which two texts are taken to tell the same
OTHER = 0.65  # so it stays below STRONG: one of another kind is shown when its words are alike
OPEN = 0.6  # of a date that leaves much more open
MARGIN = 10  # days: sources differ by days about the same event
INFERRED = 45  # days: news tell of events of the last weeks without a date
UNKNOWN = 730  # days up to now that are looked through when nothing tells a day
MOST_READ = 30  # events whose words are compared with those of one candidate

# A model says more about which event it is than a company that is in the news every day.
_WEIGHT = {EntityKind.MODEL: 2.0, EntityKind.PERSON: 2.0, EntityKind.ORGANIZATION: 1.0}


@dataclass(frozen=True)
class Wanted:
    """What a candidate says, as far as events can be compared with it."""

    kind: str
    parties: frozenset[Party]
    date: PartialDate | None
    text: str  # its passage and drafted titles
    said: PartialDate | None = None  # when its source was published
    inferred: bool = False  # the date is only that of the source

    @property
    def margin(self) -> int:
        return INFERRED if self.inferred or self.date is None else MARGIN

    @cached_property
    def days(self) -> "Span":
        return Span.of(self.date)

    @cached_property
    def weight(self) -> float:
        return sum(_WEIGHT[kind] for kind, _ in self.parties)


class Span(NamedTuple):
    """The first and the last day of a date, as ordinals; None is an open end."""

    first: int | None = None
    last: int | None = None

    @classmethod
    def of(cls, date: PartialDate | None) -> "Span":
        first, last = (date.earliest, date.latest) if date else (None, None)
        return cls(first.toordinal() if first else None, last.toordinal() if last else None)

    @property
    def known(self) -> bool:
        return self.first is not None or self.last is not None

    @property
    def length(self) -> int:
        """Days; open ends count as a year."""
        return self.last - self.first if self.first and self.last else 366

    def gap(self, other: "Span") -> int:
        """Days between the two, 0 when they overlap."""
        behind = other.first - self.last if other.first and self.last else 0
        ahead = self.first - other.last if self.first and other.last else 0
        return max(0, behind, ahead)


@dataclass
class Match:
    """An event it may be; `score` from 0 to 1."""

    event: int
    score: float
    why: list[Reason] = field(default_factory=list)

    def as_row(self) -> dict[str, Any]:
        why = [reason.as_row() for reason in self.why]
        return {"id": self.event, "score": round(self.score, 2), "why": why}


@lru_cache(maxsize=1024)
def compatible(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in _GROUPS)


def find_matches(wanted: Sequence[Wanted], registry: Registry | None = None) -> list[list[Match]]:
    """For each candidate the events it may be, best first; few messages for all of them.

    A registry that was read from the database spares asking for the ids of its entries.
    """
    search = Search(wanted, registry)
    rows = [row for statement, values in search.questions for row in ask(statement, **values)]
    return search.matches(wanted, rows)


class Search:
    """What is asked about candidates, and what follows from the answer for some of them."""

    def __init__(self, wanted: Sequence[Wanted], registry: Registry | None = None) -> None:
        parties = frozenset[Party]().union(*(one.parties for one in wanted))
        found = _from(registry, parties) if registry and registry.ids else entities(parties)
        self._found = found
        ids = {kind: sorted([one.id for one in of_kind]) for kind, of_kind in found.items()}
        days = (_days(one) for one in wanted if one.parties)
        self.questions: list[Question] = [question_of_roles(ids, days)] if any(ids.values()) else []

    def matches(self, wanted: Sequence[Wanted], rows: Rows) -> list[list[Match]]:
        """For each of these candidates, by the answers to all `questions`."""
        if not rows:
            return [[] for _ in wanted]
        nearby = _Nearby(map(self._taking_part, rows))
        likely = [nearby.likely(one) for one in wanted]
        ids = sorted({pair.event.id for pairs in likely for pair in pairs})
        wording = Wording(told(ids) if ids else [])
        return [_best(one, pairs, wording) for one, pairs in zip(wanted, likely, strict=True)]

    @cached_property
    def _by_id(self) -> dict[tuple[str, int], tuple[EntityKind, Entity]]:
        return {
            (kind.value, one.id): (kind, one)
            for kind, of_kind in self._found.items()
            for one in of_kind
        }

    def _taking_part(self, row: tuple[Any, ...]) -> "tuple[_Event, Party, str]":
        """An event near in time with somebody or something of the candidates, and its name."""
        role = Role(*row)
        kind, one = self._by_id[role.kind, role.entity]
        return _Event(role.event, role.of, Span(role.first, role.last)), (kind, one.slug), one.name


class _Event(NamedTuple):
    id: int
    kind: str
    days: Span


def _from(registry: Registry, parties: Iterable[Party]) -> dict[EntityKind, list[Entity]]:
    found: dict[EntityKind, list[Entity]] = defaultdict(list)
    for kind, slug in parties:
        entry, number = registry.find(kind, slug), registry.ids.get((kind, slug))
        if entry and number:
            found[kind].append(Entity(number, slug, entry.name))
    return found


def _days(one: Wanted) -> Days:
    days = one.days if one.days.known else Span.of(one.said)
    start, end = days.first or days.last, days.last or days.first
    if not (start and end):
        today = timezone.now().date().toordinal()
        return today - UNKNOWN, today
    return start - one.margin, end + one.margin


class _Pair(NamedTuple):
    """A candidate beside an event, before their words are read."""

    score: float
    event: _Event
    shared: list[str]  # names
    kind: float
    date_reason: str

    def as_match(self, likeness: float) -> Match:
        why = [Reason("same_entities", ", ".join(sorted(self.shared)))]
        why += [Reason("same_kind")] if self.kind == 1.0 else []
        why += [Reason(self.date_reason)] if self.date_reason else []
        why += [Reason("similar_words")] if likeness >= ALIKE / 2 else []
        words = 0.8 * min(1.0, likeness / ALIKE) + 0.2 * likeness
        score = self.score + WEIGHTS[-1] * words
        return Match(self.event.id, score if self.kind else OTHER * score * words, why)


class _Nearby:
    """The events near in time, by who takes part."""

    def __init__(self, taking_part: Iterable[tuple[_Event, Party, str]]) -> None:
        self._events: dict[Party, set[_Event]] = defaultdict(set)
        self._names: dict[Party, str] = {}
        for event, party, name in taking_part:
            self._events[party].add(event)
            self._names[party] = name

    def likely(self, one: Wanted) -> list[_Pair]:
        """The events it is worth comparing words with."""
        shared: dict[_Event, list[Party]] = defaultdict(list)
        for party in one.parties:
            for event in self._events.get(party, ()):
                shared[event].append(party)
        if not shared:
            return []
        pairs = (self._pair(one, event, parties) for event, parties in shared.items())
        return nlargest(MOST_READ, filter(None, pairs), key=_closest)

    def _pair(self, one: Wanted, event: _Event, parties: list[Party]) -> _Pair | None:
        """None when it cannot be that event."""
        date, reason = _dates_agree(one, event.days)
        if not date:
            return None
        kind = _kinds_agree(one.kind, event.kind)
        parts = (_entities_agree(one, parties), kind, date)
        score = sum(weight * part for weight, part in zip(WEIGHTS, parts, strict=False))
        return _Pair(score, event, [self._names[party] for party in parties], kind, reason)


def _closest(pair: _Pair) -> tuple[float, int, int]:
    return pair.score, -pair.event.days.length, pair.event.id


def _kinds_agree(one: str, other: str) -> float:
    return 1.0 if one == other else 0.4 if compatible(one, other) else 0.0


def _entities_agree(one: Wanted, shared: Iterable[Party]) -> float:
    """1 when all of the candidate's take part, and enough of them."""
    weight = sum(_WEIGHT[kind] for kind, _ in shared)
    return 0.5 * weight / one.weight + 0.5 * min(1.0, weight / 3)


def _dates_agree(one: Wanted, days: Span) -> tuple[float, str]:
    """How well two dates go together, and what to say about it; 0 rules the event out."""
    if not (one.days.known and days.known):
        return 0.4, ""
    gap = one.days.gap(days)
    if gap == 0:
        return _closeness(one.days, days), "same_date"
    return (0.5, "near_date") if gap <= one.margin else (0.0, "")


def _closeness(one: "Span", other: "Span") -> float:
    """Of dates that overlap: the same one says most, one that leaves much more open little."""
    if one == other:
        return 1.0
    return 0.8 if other.length <= one.length + 31 else OPEN


def _best(one: Wanted, pairs: Iterable[_Pair], wording: Wording) -> list[Match]:
    if not pairs:
        return []
    passage = words_of(one.text)
    alike = [(pair, wording.likeness(pair.event.id, passage)) for pair in pairs]
    alike.sort(key=lambda row: row[1], reverse=True)  # of equal scores the more alike comes first
    found = [pair.as_match(likeness) for pair, likeness in alike]
    good = [match for match in found if match.score >= WEAK]
    return sorted(good, key=lambda match: -match.score)[:SHOWN]
