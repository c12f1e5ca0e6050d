"""Which questions the tallies answer, instead of a count over all events."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from events.models import EventTally, ModelTally, OrganizationTally
from events.timeline.filters import SHOWING, TimelineFilter

Tallies = QuerySet[Any]
DAYS = ("from", "to")
SORTS = ("kind", "status", "certainty")
ENTITIES: dict[str, Any] = {"organization": OrganizationTally, "model": ModelTally}


@dataclass(frozen=True, slots=True)
class Summary:
    """Tallies narrowed by everything a form asks for but the days; None where they cannot say."""

    events: Tallies | None
    entities: dict[str, Tallies]  # by "organization" and "model"


def summary_for(form: TimelineFilter, leave_out: Collection[str] = ()) -> Summary:
    used = {
        name
        for name, value in form.valid_data.items()
        if value and name not in (*SHOWING, *DAYS, *leave_out)
    }
    return Summary(
        _events(form, used),
        {
            name: _narrowed(tally.objects.all(), form, used)
            for name, tally in ENTITIES.items()
            if used <= {"kind"}
        },
    )


def _events(form: TimelineFilter, used: set[str]) -> Tallies | None:
    if used <= set(SORTS):
        return _narrowed(EventTally.objects.all(), form, used)
    for name, tally in ENTITIES.items():
        # Of two organizations together the tallies do not know how many events they share.
        if used <= {"kind", name} and len(form.valid_data[name]) == 1:
            return _narrowed(tally.objects.filter(entity=form.valid_data[name][0]), form, used)
    return None


def _narrowed(tallies: Tallies, form: TimelineFilter, used: set[str]) -> Tallies:
    wanted = {f"{name}__in": form.valid_data[name] for name in SORTS if name in used}
    return tallies.filter(**wanted)
