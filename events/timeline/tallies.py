"""Which questions the tallies answer, instead of a count over all events."""

import datetime
from calendar import monthrange
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from events.models import EventTally, ModelTally, OrganizationTally
from events.timeline.filters import SHOWING, TimelineFilter

Tallies = QuerySet[Any]
DAYS = ("from", "to")
SORTS = ("kind", "status", "certainty")
ENTITIES: dict[str, Any] = {"organization": OrganizationTally, "model": ModelTally}


@dataclass(frozen=True, slots=True)
class Summary:
    """Tallies narrowed by everything a form asks for but the days; None where they cannot say."""

    sorts: Tallies | None  # of all events, by kind, status and certainty
    events: Tallies | None  # the same, or of one organization or model
    entities: dict[str, Tallies]  # of each organization, and of each model
    chosen: dict[str, Tallies]  # of each organization or model the form asks for


def summary_for(form: TimelineFilter, leave_out: Collection[str] = ()) -> Summary:
    used = {
        name
        for name, value in form.valid_data.items()
        if value and name not in (*SHOWING, *DAYS, *leave_out)
    }
    sorts = _narrowed(EventTally.objects.all(), form, used) if used <= set(SORTS) else None
    return Summary(
        sorts,
        _of_one(form, used) if sorts is None else sorts,
        {
            name: _narrowed(tally.objects.all(), form, used)
            for name, tally in ENTITIES.items()
            if used <= {"kind"}
        },
        {
            name: _narrowed(tally.objects.filter(entity__in=form.valid_data[name]), form, used)
            for name, tally in ENTITIES.items()
            if name in used <= {"kind", name}
        },
    )


def _of_one(form: TimelineFilter, used: set[str]) -> Tallies | None:
    for name, tally in ENTITIES.items():
        # Of two organizations together the tallies do not know how many events they share.
        if used <= {"kind", name} and len(form.valid_data[name]) == 1:
            return _narrowed(tally.objects.filter(entity=form.valid_data[name][0]), form, used)
    return None


def _narrowed(tallies: Tallies, form: TimelineFilter, used: set[str]) -> Tallies:
    wanted = {f"{name}__in": form.valid_data[name] for name in SORTS if name in used}
    return tallies.filter(**wanted)


def month_of(day: datetime.date) -> int:
    return day.year * 12 + day.month - 1


def touching_months(
    tallies: Tallies, start: datetime.date | None, end: datetime.date | None
) -> Tallies:
    """Those of events that touch the months from that of `start` to that of `end`."""
    if start:
        tallies = tallies.filter(last_month__gte=month_of(start))
    return tallies.filter(first_month__lte=month_of(end)) if end else tallies


def edges(start: datetime.date | None, end: datetime.date | None) -> Iterator[Q]:
    """Which events touch those months but not the days from `start` to `end`: each once."""
    if start and start.day > 1:
        yield Q(date_latest__gte=start.replace(day=1), date_latest__lt=start)
    if end and end.day < (last := monthrange(end.year, end.month)[1]):
        yield Q(date_earliest__gt=end, date_earliest__lte=end.replace(day=last))
