"""Events whose titles have what somebody has begun to type."""

from events.models import Event
from events.models.queryset import EventQuerySet


def events_beginning_with(text: str, events: EventQuerySet, most: int) -> list[Event]:
    return []
