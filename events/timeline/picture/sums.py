"""The numbers behind the bars: from the tallies where they can say, else counted."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Count, Sum

from events.models import EventModel, EventOrganization, Organization
from events.models.entity import Entity
from events.models.queryset import EventQuerySet
from events.timeline.picture.density import Cell, counted, tallied
from events.timeline.picture.finding import MANY
from events.timeline.picture.window import ONE
from events.timeline.tallies import Summary, Tallies, touching_months

MOST_ENTITIES = 5  # that get a lane of their own when nobody chose them


@dataclass(frozen=True)
class Sums:
    """Of the events of some periods; `starts` are their first days and that of what follows.

    Tallies go by months: they say which organizations lead in any window, but how many events
    there are only where every period begins with a month.
    """

    parts: tuple[EventQuerySet, ...]
    starts: Sequence[datetime.date]
    summary: Summary | None

    @property
    def in_months(self) -> bool:
        return all(day.day == 1 for day in self.starts)

    @cached_property
    def number(self) -> int:
        """About how many events there are; 0 when nobody knows without counting."""
        if self.summary is None or self.summary.events is None:
            return 0
        tallies = touching_months(self.summary.events, self.starts[0], self.starts[-1] - ONE)
        return tallies.aggregate(n=Sum("events"))["n"] or 0

    def cells(self) -> list[Cell]:
        if self.in_months and self.summary and self.summary.events is not None:
            return tallied(self.summary.events, self.starts)
        return counted(self.parts, self.starts)

    def cells_of(self, kind: type[Entity], ids: Sequence[int]) -> list[Cell]:
        """With a lane for each of some organizations, or of some models."""
        tallies = self._tallies(kind)
        if self.in_months and tallies is not None:
            return tallied(tallies.filter(entity__in=ids), self.starts, "entity_id")
        lookup = f"event_{_name(kind)}s__{_name(kind)}_id"
        # Of very many, those known to within a month: the roles of the others are too many.
        parts = self.parts[:1] if self.number > MANY else self.parts
        chosen = tuple(part.filter(**{f"{lookup}__in": ids}) for part in parts)
        return counted(chosen, self.starts, lookup)

    def leading(self, kind: type[Entity]) -> list[int]:
        """Those that take part in most of the events."""
        tallies = self._tallies(kind)
        if tallies is not None:
            seen = touching_months(tallies, self.starts[0], self.starts[-1] - ONE)
            rows = seen.order_by().values("entity_id").annotate(n=Sum("events")).filter(n__gt=0)
            return _first(rows, "entity_id")
        column = f"{_name(kind)}_id"
        roles: Any = EventOrganization if kind is Organization else EventModel
        rows = roles.objects.filter(event__in=self.parts[0].order_by()).order_by()
        return _first(rows.values(column).annotate(n=Count("event", distinct=True)), column)

    def _tallies(self, kind: type[Entity]) -> Tallies | None:
        return self.summary.entities.get(_name(kind)) if self.summary else None


def _name(kind: type[Entity]) -> str:
    return "organization" if kind is Organization else "model"


def _first(rows: Any, column: str) -> list[int]:
    ordered = rows.order_by("-n", column).values_list(column, flat=True)
    return list(ordered[:MOST_ENTITIES])
