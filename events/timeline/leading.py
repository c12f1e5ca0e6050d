"""Which organizations or models take part in most of the events."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import Count

from events.models.queryset import EventQuerySet
from events.timeline.sampling import QUICK, Way, one_in, quickest

LIKELY, MOST_READ = 40, 100  # of more, nobody asks; that are looked at


def likely_to_lead(
    through: Any, column: str, parts: Iterable[EventQuerySet]
) -> tuple[Counter[int], int]:
    """About in how many events of these parts each takes part, of those in most; and the share
    of the events that was read.

    The first parts matter most: others are looked at when they have named only a few.
    """
    found: Counter[int] = Counter()
    share = 1
    for part in parts:
        if len(found) < LIKELY:
            counts, read = _in_part(through, column, part)
            found.update(counts)
            share = max(share, read)
    return Counter(dict(found.most_common(LIKELY))), share


def _in_part(through: Any, column: str, events: EventQuerySet) -> tuple[dict[int, int], int]:
    (read,), share = quickest(taking_part(through, events), most=QUICK / 4)
    counts = read.values(column).annotate(n=Count("event", distinct=True))
    best = counts.order_by("-n", column).values_list(column, "n")[:MOST_READ]
    return {pk: n * share for pk, n in best}, share


def taking_part(through: Any, events: EventQuerySet) -> Way:
    """Their roles in the events."""
    return lambda share: [
        through.objects.filter(event__in=one_in(events.order_by(), share)).order_by()
    ]
