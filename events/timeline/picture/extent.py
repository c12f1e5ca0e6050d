"""From which day to which the events go, found without looking at all of them."""

import datetime
from collections.abc import Iterable

from django.db.models import Max, Min, Q

from events.models.queryset import EventQuerySet
from events.models.tally import OPEN_BEGINNING, OPEN_END
from events.timeline.picture.periods import first_of
from events.timeline.picture.window import Window, around
from events.timeline.sampling import QUICK, is_quick, quickest, thinned
from events.timeline.tallies import Summary, Tallies

Days = list[datetime.date]


def extent_of(events: EventQuerySet, summary: Summary | None = None) -> Window | None:
    """From the first day to the last that any event names, with a little room.

    Where neither the tallies nor a quick question can tell, it is that of some of the events.
    """
    events = events.order_by()
    if summary is not None and summary.sorts is not None:
        days = _ends(events)  # which indexes end with
    elif summary is not None and summary.events is not None:
        days = _from_months(events, summary.events)
    else:
        (read,), share = quickest(thinned([events]), most=QUICK / 4)
        days = _ends(read)
        if share > 1 and days:
            days += _beyond(events, min(days), max(days))
    return around(min(days), max(days)) if days else None


def _beyond(events: EventQuerySet, first: datetime.date, last: datetime.date) -> Days:
    """The ends of those that lie before or after these days, as far as they are quick to read."""
    ends = (
        Q(date_earliest__lt=first),
        Q(date_latest__lt=first),
        Q(date_latest__gt=last),
        Q(date_earliest__gt=last),
    )
    outside = [events.filter(end) for end in ends]
    return [day for part in outside if is_quick(part, most=QUICK / 4) for day in _ends(part)]


def _ends(events: EventQuerySet) -> Days:
    columns = ("date_earliest", "date_latest")
    return _known(events.aggregate(*map(Min, columns), *map(Max, columns)).values())


def _from_months(events: EventQuerySet, tallies: Tallies) -> Days:
    """Within the first and the last month that count, by walking along an index."""
    begun, ended = Q(first_month__gt=OPEN_BEGINNING), Q(last_month__lt=OPEN_END)
    ends = tallies.order_by().aggregate(
        first=Min("first_month", filter=begun), first_end=Min("last_month", filter=ended),
        last=Max("last_month", filter=ended), last_beginning=Max("first_month", filter=begun),
    )  # fmt: skip
    months = [month for month in ends.values() if month is not None]
    if not months:
        return []
    first, after = first_of(min(months)), first_of(max(months) + 1)
    walks = (
        (events.filter(date_earliest__gte=first), "date_earliest"),
        (events.filter(date_earliest=None, date_latest__gte=first), "date_latest"),
        (events.filter(date_latest__lt=after), "-date_latest"),
        (events.filter(date_latest=None, date_earliest__lt=after), "-date_earliest"),
    )
    days = [walk.order_by(end).values_list(end.lstrip("-"), flat=True)[:1] for walk, end in walks]
    return _known(days[0].union(*days[1:], all=True))


def _known(days: Iterable[datetime.date | None]) -> Days:
    return [day for day in days if day]
