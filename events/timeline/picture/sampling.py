"""How many of the events are read: all of them where that is quick, else the same part each time.

What the tallies cannot say has to be counted, and a reader waits. PostgreSQL's planner is asked
what a question would cost; when that is too much, one event in 4, 16, 64 or 256 is read instead,
and each stands for as many. Whoever shows such a number says “about”.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import F, Func, IntegerField
from django.db.models.lookups import LessThan

from events.models.queryset import EventQuerySet

SHARES = (1, 4, 16, 64, 256)  # the search column has indexes of one in 16 and one in 256
QUICK = 12_000.0  # cost in the planner's unit; at most about 50 ms
LOWEST, HASHES = -(2**31), 2**32  # of HASHINT8
IMPORTANCES = (1, 2, 3, 4, 5)


def one_in(events: EventQuerySet, share: int) -> EventQuerySet:
    """One event in so many, by a hash of its id: nothing else about an event depends on it."""
    if share == 1:
        return events
    hashed = Func(F("pk"), function="HASHINT8", output_field=IntegerField())
    # All there are: so that the index event_published_weight is read at five places only.
    events = events.filter(importance__in=IMPORTANCES)
    return events.filter(LessThan(hashed, LOWEST + HASHES // share))


def share_for(question: Callable[[int], Sequence[Any]], most: float = QUICK) -> int:
    """The least share, of which the querysets that `question` gives for it are quick together."""
    whole = cost_of(*question(1))
    if whole <= most:
        return 1
    likely = [share for share in SHARES[1:-1] if whole / share <= most]
    return next((share for share in likely if is_quick(*question(share), most=most)), SHARES[-1])


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
