"""The events of a window, found by indexes however many there are."""

from datetime import timedelta
from typing import Any

from django.db.models import BigIntegerField, F, Func, Q

from events.models import Event
from events.models.queryset import EventQuerySet
from events.timeline.picture.window import Window
from events.timeline.sampling import is_quick, quickest, thinned
from events.timeline.stretches import LONG, SHORT, longer_than

MANY = 20_000


def touching(events: EventQuerySet, window: Window) -> tuple[EventQuerySet, ...]:
    """Those whose dates touch the window: up to a month long, up to a year, and longer ones.

    A short one begins at most SHORT days before the window, so that an index on the first day
    finds it; without this bound half of all events would have to be looked at.
    """
    return (
        events.filter(_begins(window, SHORT) & ~longer_than(SHORT)),
        events.filter(_begins(window, LONG) & longer_than(SHORT) & ~longer_than(LONG)),
        events.filter(longer_than(LONG)).overlapping(window.first, window.last),
    )


def _begins(window: Window, days: int) -> Q:
    return Q(
        date_earliest__gte=window.first - timedelta(days),
        date_earliest__lte=window.last,
        date_latest__gte=window.first,
    )


def few(events: EventQuerySet, window: Window, most: int) -> list[Event] | None:
    """All that touch the window, or None when they are more than `most`."""
    found: list[int] = []
    for part in touching(events, window):
        found += part.order_by().values_list("pk", flat=True)[: most + 1 - len(found)]
        if len(found) > most:
            return None
    return list(_light(Event.objects.as_of(events.day).filter(pk__in=found)))


def most_important(events: EventQuerySet, window: Window, number: int, most: int) -> list[Event]:
    """Of `number` events that touch the window; of equals, some from everywhere.

    When they are very many, the index event_published_weight is read in its order until enough
    lie in the window; else those of the window are found first and sorted. When neither is
    quick, the most important of a part of them.
    """
    if number >= MANY and not events.day:
        by_weight = events.filter(date_earliest__range=(window.first, window.last))
        best = _by_weight(by_weight, F("importance"))[:most]
        if is_quick(best):
            return list(_light(Event.objects.filter(pk__in=best.values("pk"))))
    (short,), _share = quickest(thinned(touching(events, window)[:1]))
    best = _by_weight(short, F("importance") + 0)[:most]
    return list(_light(Event.objects.as_of(events.day).filter(pk__in=best.values("pk"))))


def _by_weight(events: EventQuerySet, weight: Any) -> EventQuerySet:
    scattered: Any = Func(F("pk"), function="HASHINT8", output_field=BigIntegerField())
    return events.order_by(weight.desc(), scattered)


def _light(events: EventQuerySet) -> EventQuerySet:
    return events.defer("search", "summary_en", "summary_zh", "date_note_en", "date_note_zh")
