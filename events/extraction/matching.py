"""Which events a candidate may already be: a fixed number of queries for a whole document."""

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import nlargest
from math import log
from typing import Any, NamedTuple

from django.db.models import CharField, Q, QuerySet, Value

from dates import PartialDate
from events.extraction.found import EntityKind, Reason
from events.extraction.registry import TABLES
from events.models import Event, EventModel, EventOrganization, EventPerson
from events.models.vocabulary import Visibility
from events.search.tokens import tokens

# Two kinds may be one event when one group holds both: what one source calls a release, another
# calls an announcement.
_GROUPS = (
    {"release", "preview", "open_sourcing", "announcement", "research"},
    {"announcement", "statement", "report", "plan", "milestone"},
    {"release", "preview", "plan"},
    {"delay", "pause", "plan", "cancellation"},
    {"delay", "report", "statement"},
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
WEIGHTS = (0.3, 0.1, 0.15, 0.45)  # of entities, kind, date and words
ALIKE = 0.5  # share of words from which two texts are taken to tell the same
MARGIN = datetime.timedelta(days=10)  # sources differ by days about the same event
INFERRED = datetime.timedelta(days=45)  # news tell of events of the last weeks without a date
WIDEST = datetime.timedelta(days=366)  # wider ones are not looked through
MOST_ROLES = 4_000
MOST_EVENTS = 400
MOST_READ = 30  # events whose words are compared with those of one candidate

_THROUGH: dict[EntityKind, tuple[type[Any], str]] = {
    EntityKind.MODEL: (EventModel, "model_id"),
    EntityKind.PERSON: (EventPerson, "person_id"),
    EntityKind.ORGANIZATION: (EventOrganization, "organization_id"),
}
# A model says more about which event it is than a company that is in the news every day.
_WEIGHT = {EntityKind.MODEL: 2.0, EntityKind.PERSON: 2.0, EntityKind.ORGANIZATION: 1.0}

Party = tuple[EntityKind, str]  # with its slug


class _Entity(NamedTuple):
    slug: str
    name: str


Days = tuple[datetime.date, datetime.date]


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
    def margin(self) -> datetime.timedelta:
        return INFERRED if self.inferred or self.date is None else MARGIN


@dataclass
class Match:
    """An event it may be; `score` from 0 to 1."""

    event: int
    score: float
    why: list[Reason] = field(default_factory=list)

    def as_row(self) -> dict[str, Any]:
        why = [reason._asdict() for reason in self.why]
        return {"id": self.event, "score": round(self.score, 2), "why": why}


def compatible(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in _GROUPS)


def find_matches(wanted: Sequence[Wanted]) -> list[list[Match]]:
    """For each candidate the events it may be, best first; three queries for all of them."""
    shared = _shared_parties(wanted)
    events = _events(_most_shared(shared)) if shared else []
    told = _Told(events)
    return [_best(one, events, told, shared) for one in wanted]


def _shared_parties(wanted: Sequence[Wanted]) -> dict[int, dict[Party, str]]:
    """Events near in time in which somebody or something of the candidates takes part: by name."""
    parties = _ids(frozenset().union(*(one.parties for one in wanted)))
    near = _near(_windows(wanted))
    queries = [_roles(kind, found, near) for kind, found in sorted(parties.items())]
    shared: dict[int, dict[Party, str]] = defaultdict(dict)
    if queries:
        for event, kind, number in queries[0].union(*queries[1:], all=True)[:MOST_ROLES]:
            of = EntityKind(kind)
            slug, name = parties[of][number]
            shared[event][of, slug] = name
    return shared


def _ids(parties: frozenset[Party]) -> dict[EntityKind, dict[int, _Entity]]:
    """Slugs and names by id: by id the database knows who is in the news every day."""
    slugs: dict[EntityKind, set[str]] = defaultdict(set)
    for kind, slug in parties:
        slugs[kind].add(slug)
    queries = [
        TABLES[kind]
        ._default_manager.filter(slug__in=sorted(of_kind))
        .order_by()
        .values_list(Value(kind.value, CharField()), "id", "slug", "name")
        for kind, of_kind in sorted(slugs.items())
    ]
    found: dict[EntityKind, dict[int, _Entity]] = defaultdict(dict)
    for kind, number, slug, name in queries[0].union(*queries[1:], all=True) if queries else ():
        found[EntityKind(kind)][number] = _Entity(slug, name)
    return found


def _roles(kind: EntityKind, ids: dict[int, _Entity], near: Q) -> QuerySet[Any, Any]:
    through, entity = _THROUGH[kind]
    roles: QuerySet[Any, Any] = (
        through.objects.filter(near, **{f"{entity}__in": sorted(ids)})
        .exclude(event__visibility=Visibility.RETRACTED)
        .order_by()
        .values_list("event_id", Value(kind.value, CharField()), entity)
    )
    return roles


def _windows(wanted: Iterable[Wanted]) -> list[Days]:
    """The days the candidates may be about, as few stretches as cover them."""
    merged: list[Days] = []
    for start, end in sorted(days for one in wanted if (days := _days(one))):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _days(one: Wanted) -> Days | None:
    date, margin = one.date or one.said, one.margin
    if date is None:
        return None
    start, end = date.earliest or date.latest, date.latest or date.earliest
    return (start - margin, end + margin) if start and end else None


def _near(windows: list[Days]) -> Q:
    """Events that touch one of the stretches; every part of it is a range of the index of days."""
    if not windows:
        return Q()
    condition = Q(event__date_earliest__isnull=True, event__date_latest__isnull=True)
    for start, end in windows:
        begins = Q(event__date_earliest__range=(start - WIDEST, end))
        ends = Q(event__date_latest__gte=start) | Q(event__date_latest__isnull=True)
        until = Q(event__date_latest__range=(start, end + WIDEST))
        condition |= (begins & ends) | (Q(event__date_earliest__isnull=True) & until)
    return condition


def _most_shared(shared: dict[int, dict[Party, str]]) -> list[int]:
    def weight(event: int) -> float:
        return sum(_WEIGHT[kind] for kind, _ in shared[event])

    return sorted(shared, key=lambda event: (-weight(event), -event))[:MOST_EVENTS]


def _events(ids: list[int]) -> list[Event]:
    fields = ("kind", "date", "title_en", "title_zh", "summary_en", "summary_zh")
    return list(Event.objects.filter(pk__in=ids).only(*fields))


_LITTLE = "the of and to in a an for on with by its that is are was be as at from it has have will"
_STOP = frozenset(_LITTLE.split())
_HAN_ALONE = re.compile(r"[\u3400-\u9fff]\Z")


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    """Words, and pairs of Chinese characters."""
    return frozenset(
        token for token, _ in tokens(text) if token not in _STOP and not _HAN_ALONE.match(token)
    )


class _Told:
    """The words events are told in; what few of them share says more about which one it is."""

    def __init__(self, events: Sequence[Event]) -> None:
        counts: Counter[str] = Counter()
        for event in events:
            counts.update(frozenset[str]().union(*map(_words, _texts(event))))
        self._weights = {word: log(1 + len(events) / count) for word, count in counts.items()}

    def likeness(self, event: Event, words: frozenset[str]) -> float:
        """How much of a title stands in the passage, or of the passage in a summary; 0 to 1."""
        title_en, title_zh, *summaries = map(_words, _texts(event))
        titles = (self._share(title, words) for title in (title_en, title_zh))
        return max([*titles, *(self._share(words, summary) for summary in summaries)])

    def _share(self, words: frozenset[str], other: frozenset[str]) -> float:
        """How much of `words` is in `other`; words no event is told in do not count."""
        return self._weight(words & other) / (self._weight(words) or 1)

    def _weight(self, words: Iterable[str]) -> float:
        return sum(self._weights.get(word, 0.0) for word in words)


def _texts(event: Event) -> tuple[str, str, str, str]:
    return event.title_en, event.title_zh, event.summary_en, event.summary_zh


def _best(
    one: Wanted, events: list[Event], told: _Told, shared: dict[int, dict[Party, str]]
) -> list[Match]:
    pairs = (_Pair.of(one, event, _both(one, shared[event.pk])) for event in events)
    likely = nlargest(MOST_READ, (pair for pair in pairs if pair), key=lambda pair: pair.score)
    words = _words(one.text)
    found = [pair.as_match(told.likeness(pair.event, words)) for pair in likely]
    good = [match for match in found if match.score >= WEAK]
    return sorted(good, key=lambda match: (-match.score, match.event))[:SHOWN]


def _both(one: Wanted, parties: dict[Party, str]) -> dict[Party, str]:
    return {party: name for party, name in parties.items() if party in one.parties}


class _Pair(NamedTuple):
    """A candidate beside an event, before their words are read."""

    score: float
    event: Event
    shared: dict[Party, str]
    same_kind: bool
    date_reason: str

    @classmethod
    def of(cls, one: Wanted, event: Event, shared: dict[Party, str]) -> "_Pair | None":
        """None when it cannot be that event."""
        if not shared or not compatible(one.kind, event.kind):
            return None
        date, reason = _dates_agree(one, event)
        if not date:
            return None
        same = one.kind == event.kind
        parts = (_entities_agree(one, shared), 1.0 if same else 0.4, date)
        score = sum(weight * part for weight, part in zip(WEIGHTS, parts, strict=False))
        return cls(score, event, shared, same, reason)

    def as_match(self, likeness: float) -> Match:
        why = [Reason("same_entities", ", ".join(sorted(self.shared.values())))]
        why += [Reason("same_kind")] if self.same_kind else []
        why += [Reason(self.date_reason)] if self.date_reason else []
        why += [Reason("similar_words")] if likeness >= ALIKE / 2 else []
        return Match(self.event.pk, self.score + WEIGHTS[-1] * min(1.0, likeness / ALIKE), why)


def _entities_agree(one: Wanted, shared: Iterable[Party]) -> float:
    """1 when all of the candidate's take part, and enough of them."""
    weight = sum(_WEIGHT[kind] for kind, _ in shared)
    every = sum(_WEIGHT[kind] for kind, _ in one.parties)
    return 0.5 * weight / every + 0.5 * min(1.0, weight / 3)


def _dates_agree(one: Wanted, event: Event) -> tuple[float, str]:
    """How well two dates go together, and what to say about it; 0 rules the event out."""
    if one.date is None or event.date is None:
        return 0.4, ""
    days = _distance(one.date, event.date)
    if days == 0:
        return 1.0, "same_date"
    return (0.5, "near_date") if days <= one.margin.days else (0.0, "")


def _distance(one: PartialDate, other: PartialDate) -> int:
    """Days between two dates, 0 when they overlap."""
    gaps = [
        (later.earliest - sooner.latest).days
        for sooner, later in ((one, other), (other, one))
        if later.earliest and sooner.latest
    ]
    return max([0, *gaps])
