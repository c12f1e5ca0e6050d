"""The events of a window, found by indexes however many there are."""

from datetime import timedelta
from typing import Any

from django.db.models import BigIntegerField, F, Func, IntegerField, Q
from django.db.models.lookups import GreaterThan

from events.models import Event
from events.models.queryset import EventQuerySet
from events.timeline.picture.window import Window

LONG = 370  # days; the index event_published_long has the events that are longer


def touching(events: EventQuerySet, window: Window) -> tuple[EventQuerySet, ...]:
    """Those whose dates touch the window: the short ones and, apart, those longer than a year.

    A short one begins at most LONG days before the window, so that an index on the first day
    finds it; without this bound half of all events would have to be looked at.
    """
    if events.day:
        return (events.overlapping(window.first, window.last),)
    begins = Q(
        date_earliest__gte=window.first - timedelta(LONG),
        date_earliest__lte=window.last,
        date_latest__gte=window.first,
    )
    long = _long()
    return events.filter(begins & ~long), events.filter(long).overlapping(window.first, window.last)


def _long() -> Q:
    days = Func(
        F("date_latest"),
        F("date_earliest"),
        template="(%(expressions)s)",
        arg_joiner=" - ",
        output_field=IntegerField(),
    )
    return Q(date_earliest__isnull=True) | Q(date_latest__isnull=True) | Q(GreaterThan(days, LONG))


def some(parts: tuple[EventQuerySet, ...], most: int) -> list[Event]:
    """Any of them, at most so many."""
    found: list[Event] = []
    for part in parts:
        found += _light(part.order_by())[: most - len(found)] if len(found) < most else []
    return found


def most_important(events: EventQuerySet, most: int) -> list[Event]:
    """Of equals, some from everywhere: in the order of the index event_published_weight."""
    scattered: Any = Func(F("pk"), function="HASHINT8", output_field=BigIntegerField())
    best = events.order_by(F("importance").desc(), scattered).values("pk")[:most]
    return list(_light(Event.objects.as_of(events.day).filter(pk__in=best)))


def _light(events: EventQuerySet) -> EventQuerySet:
    return events.defer("search", "summary_en", "summary_zh", "date_note")
