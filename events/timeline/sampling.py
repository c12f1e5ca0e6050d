"""How many of the events are read: all of them where that is quick, else the same part each time.

What the tallies cannot say has to be counted, and a reader waits. PostgreSQL's planner is asked
what a question would cost; when that is too much, one event in 2, 4, 8 … 256 is read instead, and
each stands for as many. Whoever shows such a number says “about”.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db.models import F, Func, IntegerField
from django.db.models.lookups import LessThan

from events.localization import About, Number
from events.models.queryset import EventQuerySet

SHARES = (1, 2, 4, 8, 16, 32, 64, 128, 256)  # of 16 and 256 there are indexes of the search column
QUICK = 5_000.0  # cost in the planner's unit; some 20 ms at most
LOWEST, HASHES = -(2**31), 2**32  # of HASHINT8
IMPORTANCES = (1, 2, 3, 4, 5)

Way = Callable[[int], Sequence[Any]]  # the querysets that ask for one event in so many


def one_in(events: EventQuerySet, share: int) -> EventQuerySet:
    """One event in so many, by a hash of its id: nothing else about an event depends on it."""
    if share == 1:
        return events
    # All there are: so that the index event_published_weight is read at five places only.
    events = events.filter(importance__in=IMPORTANCES)
    return events.filter(one_row_in(share))


def one_row_in(share: int) -> LessThan:
    hashed = Func(F("pk"), function="HASHINT8", output_field=IntegerField())
    return LessThan(hashed, LOWEST + HASHES // share)


def share_of(count: int, most: int) -> int:
    """So that of `count` rows at most so many are read."""
    return next((share for share in SHARES if count <= most * share), SHARES[-1])


def thinned(parts: Iterable[EventQuerySet]) -> Way:
    return lambda share: [one_in(part, share).order_by() for part in parts]


def quickest(*ways: Way, most: float = QUICK) -> tuple[Sequence[Any], int]:
    """Of ways to ask the same, that which may read most and still be quick, and what it reads."""
    costs = []
    for way in ways:
        costs.append(cost_of(*(whole := way(1))))
        if costs[-1] <= most:
            return whole, 1
    cost, read = min(costs), 1
    for share in SHARES[1:-1]:
        if cost * read / share <= most:  # else it is not worth asking
            asked = [way(share) for way in ways]
            cost, best = min((cost_of(*rows), number) for number, rows in enumerate(asked))
            if cost <= most:
                return asked[best], share
            read = share
    return ways[0](SHARES[-1]), SHARES[-1]


def number(count: int, share: int) -> Number:
    """Of so many that were counted where one in `share` was read."""
    return Number(count) if share == 1 else About(count * share)


def is_quick(*rows: Any, most: float = QUICK) -> bool:
    return cost_of(*rows) <= most


def cost_of(first: Any, *others: Any) -> float:
    """Of reading these rows, as the planner expects it."""
    rows = first.values("pk")
    if others:
        rows = rows.union(*(other.values("pk") for other in others), all=True)
    plans = rows.explain(format="json")
    # Empty when Django knows that there is nothing, and asks no database.
    return float(json.loads(plans)[0]["Plan"]["Total Cost"]) if plans else 0.0
