"""What stands in the calendar of what is planned, and how often each entry was moved."""

import datetime
from collections.abc import Iterable
from itertools import groupby, pairwise

from django.db.models import Exists, F, OuterRef, Q, prefetch_related_objects
from django.utils import timezone

from events.models import Event
from events.models.queryset import EventQuerySet
from events.models.vocabulary import Status, Visibility
from events.timeline.filters import TimelineFilter

MOST = 500  # entries; those ahead come first
KEPT = datetime.timedelta(days=365)  # how long what has passed stays, with its real day
LONGEST = datetime.timedelta(days=91)  # a quarter or a season: the coarsest that is of use
AHEAD = (Status.PLANNED, Status.DELAYED)


def planned_events(form: TimelineFilter, *, coarse: bool) -> list[Event]:
    """The nearest of what lies ahead, then what has passed, the latest first."""
    today = form.day or timezone.localdate()
    events = _dated(form.events(), coarse=coarse).filter(_planned())
    ahead = list(events.filter(date_latest__gte=today).order_by("date_earliest", "pk")[:MOST])
    passed = events.filter(date_latest__lt=today, date_latest__gte=today - KEPT)
    shown = [*ahead, *passed.order_by("-date_latest", "pk")[: MOST - len(ahead)]]
    prefetch_related_objects(shown, "event_organizations__organization", "event_models__model")
    return shown


def _dated(events: EventQuerySet, *, coarse: bool) -> EventQuerySet:
    """Those on a day; with `coarse` also those within a month or a quarter."""
    longest = LONGEST if coarse else datetime.timedelta(0)
    return events.filter(date_latest__lte=F("date_earliest") + longest)


def _planned() -> Q:
    """Planned, delayed or cancelled; or happened after readers saw it as planned."""
    seen = Event.history.filter(
        id=OuterRef("pk"), visibility=Visibility.PUBLISHED, status__in=AHEAD
    )
    return ~Q(status=Status.HAPPENED) | Q(Exists(seen))


def sequences(events: Iterable[Event]) -> dict[int, int]:
    """How often the date, the status or the certainty of each event changed, by its id.

    History only grows, so these numbers never go down.
    """
    history = Event.history.filter(id__in=[event.pk for event in events])
    states = history.order_by("id", "history_id").values_list("id", "date", "status", "certainty")
    return {
        pk: sum(before != after for before, after in pairwise(group))
        for pk, group in groupby(states, key=lambda state: state[0])
    }
