"""Which events a candidate may already be; the database is asked once for a whole document."""

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from heapq import nlargest
from math import log
from typing import Any, NamedTuple

from dates import PartialDate
from events.extraction.found import EntityKind, Reason
from events.extraction.nearby import Days, Entity, Party, Told, entities, roles, told
from events.extraction.registry import Registry
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
MOST_EVENTS = 400
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


def find_matches(wanted: Sequence[Wanted], registry: Registry | None = None) -> list[list[Match]]:
    """For each candidate the events it may be, best first; at most three messages for all.

    A registry that was read from the database spares asking for the ids of its entries.
    """
    shared = _shared_parties(wanted, registry)
    events = told(_most_shared(shared)) if shared else []
    words = _Words(events)
    return [_best(one, events, words, shared) for one in wanted]


def _shared_parties(
    wanted: Sequence[Wanted], registry: Registry | None
) -> dict[int, dict[Party, str]]:
    """Events near in time in which somebody or something of the candidates takes part: by name."""
    parties = frozenset[Party]().union(*(one.parties for one in wanted))
    found = _from(registry, parties) if registry and registry.ids else entities(parties)
    by_id = {(kind, one.id): one for kind, of_kind in found.items() for one in of_kind}
    ids = {kind: sorted(one.id for one in of_kind) for kind, of_kind in found.items()}
    shared: dict[int, dict[Party, str]] = defaultdict(dict)
    for event, kind, number in roles(ids, _windows(wanted)):
        of = EntityKind(kind)
        one = by_id[of, number]
        shared[event][of, one.slug] = one.name
    return shared


def _from(registry: Registry, parties: Iterable[Party]) -> dict[EntityKind, list[Entity]]:
    found: dict[EntityKind, list[Entity]] = defaultdict(list)
    for kind, slug in parties:
        entry, number = registry.find(kind, slug), registry.ids.get((kind, slug))
        if entry and number:
            found[kind].append(Entity(number, slug, entry.name))
    return found


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


def _most_shared(shared: dict[int, dict[Party, str]]) -> list[int]:
    def weight(event: int) -> float:
        return sum(_WEIGHT[kind] for kind, _ in shared[event])

    return sorted(shared, key=lambda event: (-weight(event), -event))[:MOST_EVENTS]


_LITTLE = "the of and to in a an for on with by its that is are was be as at from it has have will"
_STOP = frozenset(_LITTLE.split())
_HAN_ALONE = re.compile(r"[\u3400-\u9fff]\Z")


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    """Words, and pairs of Chinese characters."""
    return frozenset(
        token for token, _ in tokens(text) if token not in _STOP and not _HAN_ALONE.match(token)
    )


class _Words:
    """The words events are told in; what few of them share says more about which one it is."""

    def __init__(self, events: Sequence[Told]) -> None:
        self._events = events

    @cached_property
    def _weights(self) -> dict[str, float]:
        counts: Counter[str] = Counter()
        for event in self._events:
            counts.update(frozenset[str]().union(*map(_words, _texts(event))))
        return {word: log(1 + len(self._events) / count) for word, count in counts.items()}

    def likeness(self, event: Told, words: frozenset[str]) -> float:
        """How much of a title stands in the passage, or of the passage in a summary; 0 to 1."""
        title_en, title_zh, *summaries = map(_words, _texts(event))
        titles = (self._share(title, words) for title in (title_en, title_zh))
        return max([*titles, *(self._share(words, summary) for summary in summaries)])

    def _share(self, words: frozenset[str], other: frozenset[str]) -> float:
        """How much of `words` is in `other`; words no event is told in do not count."""
        return self._weight(words & other) / (self._weight(words) or 1)

    def _weight(self, words: Iterable[str]) -> float:
        return sum(self._weights.get(word, 0.0) for word in words)


def _texts(event: Told) -> tuple[str, str, str, str]:
    return event.title_en, event.title_zh, event.summary_en, event.summary_zh


def _best(
    one: Wanted, events: list[Told], words: _Words, shared: dict[int, dict[Party, str]]
) -> list[Match]:
    pairs = (_Pair.of(one, event, _both(one, shared[event.id])) for event in events)
    likely = nlargest(MOST_READ, (pair for pair in pairs if pair), key=lambda pair: pair.score)
    if not likely:
        return []
    passage = _words(one.text)
    found = [pair.as_match(words.likeness(pair.event, passage)) for pair in likely]
    good = [match for match in found if match.score >= WEAK]
    return sorted(good, key=lambda match: (-match.score, match.event))[:SHOWN]


def _both(one: Wanted, parties: dict[Party, str]) -> dict[Party, str]:
    return {party: name for party, name in parties.items() if party in one.parties}


class _Pair(NamedTuple):
    """A candidate beside an event, before their words are read."""

    score: float
    event: Told
    shared: dict[Party, str]
    same_kind: bool
    date_reason: str

    @classmethod
    def of(cls, one: Wanted, event: Told, shared: dict[Party, str]) -> "_Pair | None":
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
        return Match(self.event.id, self.score + WEIGHTS[-1] * min(1.0, likeness / ALIKE), why)


def _entities_agree(one: Wanted, shared: Iterable[Party]) -> float:
    """1 when all of the candidate's take part, and enough of them."""
    weight = sum(_WEIGHT[kind] for kind, _ in shared)
    every = sum(_WEIGHT[kind] for kind, _ in one.parties)
    return 0.5 * weight / every + 0.5 * min(1.0, weight / 3)


def _dates_agree(one: Wanted, event: Told) -> tuple[float, str]:
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
