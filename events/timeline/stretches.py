"""Events that overlap some days, in parts of which each is found by an index."""

import datetime
from typing import TYPE_CHECKING

from django.db.models import F, Func, IntegerField, Q
from django.db.models.lookups import GreaterThan

from dates.edtf import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from events.models.queryset import EventQuerySet

SHORT, LONG = 31, 370  # days; of those that are longer there are indexes of their own


def longer_than(days: int) -> Q:
    length = Func(
        F("date_latest"),
        F("date_earliest"),
        template="(%(expressions)s)",
        arg_joiner=" - ",
        output_field=IntegerField(),
    )
    unknown = Q(date_earliest__isnull=True) | Q(date_latest__isnull=True)
    return unknown | Q(GreaterThan(length, days))


def in_stretches(
    events: "EventQuerySet", start: datetime.date | None, end: datetime.date | None
) -> list["EventQuerySet"]:
    """`events`, which overlap the days, with the places in the timeline where they can stand.

    Whoever walks along the timeline begins there, however many events lie before: those known to
    within a month stand in their month, others at the head of their year
    (events.models.event.timeline_position). Some may be in two parts.
    """
    months = Q(date_earliest__isnull=False)
    if start:
        months &= Q(timeline_position__gte=start.year * 10_000 + start.month * 100)
    if end:
        months &= Q(timeline_position__lte=end.year * 10_000 + end.month * 100 + end.day)
    first = start.year - 1 if start else FIRST_YEAR  # none of LONG days begins before
    years = range(first, (end.year if end else LAST_YEAR) + 1)
    return [
        events.filter(months),
        events.filter(~longer_than(LONG), timeline_position__in=[year * 10_000 for year in years]),
        events.filter(longer_than(LONG)),
    ]
