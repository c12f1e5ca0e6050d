"""What is planned next, what is overdue and what names no last day: pages of promises by key."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.db.models import Count, DateField, Exists, F, Func, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from dates import PartialDate
from events.evidence import apart
from events.localization import Number
from events.models import Claim, Event, EventLink
from events.models.claim import ClaimQuerySet
from events.models.queryset import EventQuerySet
from events.models.vocabulary import LinkKind, Rank, Stance, Status
from events.slippage.chain import AHEAD, FULFILLING, KEEPING, Outcome
from events.slippage.lateness import waiting_for
from events.timeline.cursor import Cursor
from events.timeline.sampling import QUICK, number, quickest, thinned

PAGE = 50
MOST = 3 * QUICK  # what counting may cost
PLANNED, OVERDUE, UNDATED, ORGANIZATIONS = "planned", "overdue", "undated", "organizations"
LISTS = {
    PLANNED: _("Planned next"),
    OVERDUE: _("Overdue"),
    UNDATED: _("No last day named"),
}


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise that is still open, with how it stands."""

    event: Event
    outcome: Outcome
    share: int = 0  # days overdue in per cent of the longest on the page


@dataclass(frozen=True, slots=True)
class PromisePage:
    promises: list[Promise]
    after: Cursor | None  # where the next page begins


def promised(events: EventQuerySet) -> EventQuerySet:
    """Those that were promised, however they ended: what happened unannounced promised nothing."""
    foretold = _naming(Claim.objects.filter(event=OuterRef("pk"))).said_by(events.day)
    return events.filter(~Q(status=Status.HAPPENED) | Q(Exists(foretold)))


def _naming(claims: ClaimQuerySet) -> ClaimQuerySet:
    """Those that name days for what is still to come."""
    named = claims.filter(status__in=AHEAD, date__isnull=False)
    return named.exclude(stance=Stance.CONTRADICTS).exclude(rank=Rank.DEPRECATED)


def still_open(events: EventQuerySet) -> EventQuerySet:
    """Promises that neither happened nor were called off, replaced or kept by another event."""
    open_ones = events.filter(status__in=AHEAD)
    for settled in (_replaced(events), *_kept(events)):
        open_ones = open_ones.exclude(settled)
    return open_ones


def _linked(events: EventQuerySet, *statuses: str) -> EventQuerySet:
    """Published events as of the same day that may settle a promise."""
    others: EventQuerySet = Event.objects.published().as_of(events.day)
    return others.filter(status__in=statuses)


def _replaced(events: EventQuerySet) -> Exists:
    plans = _linked(events, *AHEAD).values("pk")
    links = EventLink.objects.filter(to_event=OuterRef("pk"), kind=LinkKind.SUPERSEDES)
    return Exists(links.filter(from_event__in=plans))


def _kept(events: EventQuerySet) -> Iterator[Exists]:
    """By an event that links here, or is linked from here: asked for together, all are read."""
    came = _linked(events, Status.HAPPENED).filter(kind__in=FULFILLING).values("pk")
    here = EventLink.objects.filter(to_event=OuterRef("pk"), kind__in=KEEPING)
    there = EventLink.objects.filter(from_event=OuterRef("pk"), kind=LinkKind.SAME_AS)
    yield Exists(here.filter(from_event__in=came))
    yield Exists(there.filter(to_event__in=came))


def listed(
    events: EventQuerySet, name: str, today: datetime.date, *, few: bool = False
) -> EventQuerySet:
    """The open promises of one list, in its order: what comes first, what ran out last.

    `few` says that the events asked for are few among all: they are sorted then, since walking
    through all promises in their order would take long to find them.
    """
    order: Any = F("date_latest")
    if few:
        order = Func(order, template="(%(expressions)s + 0)", output_field=DateField())
    if name == UNDATED:
        return still_open(events).filter(date_latest__isnull=True).order_by("-id")
    if name == OVERDUE:
        return still_open(events).filter(date_latest__lt=today).order_by(order.desc(), "-id")
    return still_open(events).filter(date_latest__gte=today).order_by(order.asc(), "id")


def counts(events: EventQuerySet, today: datetime.date) -> dict[str, Number]:
    """How many promises each list has, in one query; about, where that would take long."""
    conditions = {
        PLANNED: Q(date_latest__gte=today),
        OVERDUE: Q(date_latest__lt=today),
        UNDATED: Q(date_latest__isnull=True),
    }
    (read,), share = quickest(thinned([still_open(events)]), most=MOST)
    numbers = {name: Count("pk", filter=condition) for name, condition in conditions.items()}
    return {name: number(count, share) for name, count in read.aggregate(**numbers).items()}


def page_of_promises(
    promised: EventQuerySet,
    name: str,
    today: datetime.date,
    after: Cursor | None = None,
    size: int = PAGE,
) -> PromisePage:
    """One page of a list that `listed` gave."""
    if after:
        promised = promised.filter(_beyond(promised, name, after))
    # Their keys first: what a line shows is read for the lines of this page alone.
    keys = list(promised.values_list("pk", flat=True)[: size + 1])
    found = Event.objects.as_of(promised.day).for_timeline().in_bulk(keys[:size])
    shown = [found[key] for key in keys[:size]]
    following = _place(shown[-1]) if len(keys) > size else None
    return PromisePage(_promises(shown, today, promised.day), following)


def _place(event: Event) -> Cursor:
    last = event.date.latest if event.date else None
    return Cursor(int(f"{last:%Y%m%d}") if last else 0, event.pk)


def _beyond(events: EventQuerySet, name: str, after: Cursor) -> Q:
    """What stands behind a place in the order of a list."""
    if name == UNDATED:
        return Q(id__lt=after.id)
    day = _day(after.position)
    side = "lt" if name == OVERDUE else "gt"
    same_day = Q(**{"date_latest": day, f"id__{side}": after.id})
    return Q(**{f"date_latest__{side}": day}) | same_day


def _day(position: int) -> datetime.date:
    """The day of a place; a number that is none stands before or after every day."""
    try:
        return datetime.date(position // 10_000, position // 100 % 100, position % 100)
    except ValueError:
        return datetime.date.max


def _promises(
    events: Sequence[Event], today: datetime.date, as_of: datetime.date | None
) -> list[Promise]:
    named = days_named([event.pk for event in events], as_of)
    outcomes = [(event, _outcome(event, named[event.pk], today)) for event in events]
    longest = max((_overdue(outcome) for _event, outcome in outcomes), default=0) or 1
    return [
        Promise(event, outcome, _overdue(outcome) * 100 // longest) for event, outcome in outcomes
    ]


def _outcome(event: Event, named: Sequence[PartialDate], today: datetime.date) -> Outcome:
    moved = sum(apart(one, other) for one, other in pairwise(named))
    first = named[0] if named else event.date
    return Outcome(event, first, event.date, None, waiting_for(event.date, today), moved)


def _overdue(outcome: Outcome) -> int:
    return outcome.lateness.days.at_least if outcome.lateness.days else 0


def days_named(events: Iterable[int], until: datetime.date | None) -> dict[int, list[PartialDate]]:
    """The days named for each event one after the other, as its claims tell."""
    said = _naming(Claim.objects.filter(event__in=list(events)))
    named: dict[int, list[PartialDate]] = defaultdict(list)
    for pk, date in said.said_by(until).in_order_said().values_list("event_id", "date"):
        if date:
            named[pk].append(date)
    return named
