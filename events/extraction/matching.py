"""Which events a candidate may already be: a fixed number of queries for a whole document."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, Q, QuerySet, Value

from dates import PartialDate
from events.extraction.found import EntityKind, Reason
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
MARGIN = datetime.timedelta(days=10)  # sources differ by days about the same event
UNDATED = datetime.timedelta(days=60)  # around the publication, for what has no date of its own
MOST_ROLES = 4_000
MOST_EVENTS = 400

_THROUGH: dict[EntityKind, tuple[type[Any], str]] = {
    EntityKind.MODEL: (EventModel, "model__slug"),
    EntityKind.PERSON: (EventPerson, "person__slug"),
    EntityKind.ORGANIZATION: (EventOrganization, "organization__slug"),
}
# A model says more about which event it is than a company that is in the news every day.
_WEIGHT = {EntityKind.MODEL: 2.0, EntityKind.PERSON: 2.0, EntityKind.ORGANIZATION: 1.0}

Party = tuple[EntityKind, str]  # with its slug
Days = tuple[datetime.date, datetime.date]


@dataclass(frozen=True)
class Wanted:
    """What a candidate says, as far as events can be compared with it."""

    kind: str
    parties: frozenset[Party]
    date: PartialDate | None
    text: str  # its passage and drafted titles
    said: PartialDate | None = None  # when its source was published


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
    """For each candidate the events it may be, best first; two queries for all of them."""
    shared = _shared_parties(wanted)
    events = _events(_most_shared(shared)) if shared else []
    read = [(event, _Words(event)) for event in events]
    return [_best(one, read, shared) for one in wanted]


def _shared_parties(wanted: Sequence[Wanted]) -> dict[int, set[Party]]:
    """Events near in time in which somebody or something of the candidates takes part."""
    slugs: dict[EntityKind, set[str]] = defaultdict(set)
    for kind, slug in (party for one in wanted for party in one.parties):
        slugs[kind].add(slug)
    near = _near(_windows(wanted))
    queries = [_roles(kind, found, near) for kind, found in sorted(slugs.items())]
    shared: dict[int, set[Party]] = defaultdict(set)
    if queries:
        rows = queries[0].union(*queries[1:], all=True)[:MOST_ROLES]
        for event, kind, slug in rows:
            shared[event].add((EntityKind(kind), slug))
    return shared


def _roles(kind: EntityKind, slugs: set[str], near: Q) -> QuerySet[Any, Any]:
    through, slug = _THROUGH[kind]
    roles: QuerySet[Any, Any] = (
        through.objects.filter(near, **{f"{slug}__in": sorted(slugs)})
        .exclude(event__visibility=Visibility.RETRACTED)
        .order_by()
        .values_list("event_id", Value(kind.value, CharField()), slug)
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
    date, margin = (one.date, MARGIN) if one.date else (one.said, UNDATED)
    if date is None:
        return None
    start, end = date.earliest or date.latest, date.latest or date.earliest
    return (start - margin, end + margin) if start and end else None


def _near(windows: list[Days]) -> Q:
    """Events that touch one of the stretches; those without a day on one side are not left out."""
    if not windows:
        return Q()
    condition = Q(event__date_earliest__isnull=True) | Q(event__date_latest__isnull=True)
    for start, end in windows:
        condition |= Q(event__date_earliest__lte=end, event__date_latest__gte=start)
    return condition


def _most_shared(shared: dict[int, set[Party]]) -> list[int]:
    def weight(event: int) -> float:
        return sum(_WEIGHT[kind] for kind, _ in shared[event])

    return sorted(shared, key=lambda event: (-weight(event), -event))[:MOST_EVENTS]


def _events(ids: list[int]) -> list[Event]:
    fields = ("kind", "date", "title_en", "title_zh", "summary_en", "summary_zh")
    return list(Event.objects.filter(pk__in=ids).only(*fields))


_LITTLE = "the of and to in a an for on with by its that is are was be as at from it has have will"
_STOP = frozenset(_LITTLE.split())
_HAN_ALONE = re.compile(r"[\u3400-\u9fff]\Z")


def _words(text: str) -> frozenset[str]:
    """Words, and pairs of Chinese characters."""
    return frozenset(
        token for token, _ in tokens(text) if token not in _STOP and not _HAN_ALONE.match(token)
    )


class _Words:
    """What an event is called and told, each in both languages."""

    def __init__(self, event: Event) -> None:
        self.titles = [_words(text) for text in (event.title_en, event.title_zh) if text]
        self.summaries = [_words(text) for text in (event.summary_en, event.summary_zh) if text]

    def likeness(self, words: frozenset[str]) -> float:
        """How much of a title stands in the passage, or of the passage in a summary."""
        titles = (len(title & words) / len(title) for title in self.titles if title)
        told = (
            len(one & words) / min(len(one), len(words)) for one in self.summaries if one and words
        )
        return max([*titles, *(0.9 * share for share in told)], default=0.0)


def _best(
    one: Wanted, events: list[tuple[Event, _Words]], shared: dict[int, set[Party]]
) -> list[Match]:
    words = _words(one.text)
    found = [
        match
        for event, told in events
        if (match := _compared(one, words, event, told, shared[event.pk] & one.parties))
    ]
    return sorted(found, key=lambda match: (-match.score, match.event))[:SHOWN]


def _compared(
    one: Wanted, words: frozenset[str], event: Event, told: _Words, shared: set[Party]
) -> Match | None:
    date, date_reason = _dates_agree(one, event)
    if not shared or not date or not compatible(one.kind, event.kind):
        return None
    likeness = told.likeness(words)
    kind = 1.0 if one.kind == event.kind else 0.5
    score = (
        0.35 * _entities_agree(one, shared)
        + 0.15 * kind
        + 0.15 * date
        + 0.35 * min(1, 1.5 * likeness)
    )
    if score < WEAK:
        return None
    why = [Reason("same_entities", ", ".join(sorted(slug for _, slug in shared)))]
    why += [Reason("same_kind")] if one.kind == event.kind else []
    why += [Reason(date_reason)] if date_reason else []
    why += [Reason("similar_words")] if likeness >= 0.4 else []
    return Match(event.pk, score, why)


def _entities_agree(one: Wanted, shared: set[Party]) -> float:
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
    return (0.5, "near_date") if days <= MARGIN.days else (0.0, "")


def _distance(one: PartialDate, other: PartialDate) -> int:
    """Days between two dates, 0 when they overlap."""
    gaps = [
        (later.earliest - sooner.latest).days
        for sooner, later in ((one, other), (other, one))
        if later.earliest and sooner.latest
    ]
    return max([0, *gaps])
