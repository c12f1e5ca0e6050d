"""The numbers behind the bars: from the tallies where they can say, else counted."""

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import sqrt
from typing import Any

from django.db.models import Sum

from events.models import EventModel, EventOrganization, Organization
from events.models.entity import Entity
from events.models.queryset import EventQuerySet
from events.timeline.leading import likely_to_lead
from events.timeline.picture.density import Cell, counted, starts_of, tallied
from events.timeline.picture.finding import MANY, touching
from events.timeline.picture.window import ONE, Window
from events.timeline.sampling import QUICK, quickest, thinned
from events.timeline.tallies import Summary, Tallies, touching_months

MOST_ENTITIES = 5  # that get a lane of their own when nobody chose them
DOUBT = 4  # times what a number that is found by chance may be off
LIKELY = 12  # that may be among these


@dataclass(frozen=True)
class Sums:
    """Of the events of some periods, one after the other.

    Tallies go by months: they say how many events there are where every period begins with a
    month. What they cannot say is counted, over a part of the events when all are too many.
    """

    events: EventQuerySet
    periods: Sequence[Window]
    summary: Summary | None

    @cached_property
    def starts(self) -> list[datetime.date]:
        return starts_of(self.periods)

    @cached_property
    def whole(self) -> Window:
        return Window(self.periods[0].first, self.periods[-1].last)

    @cached_property
    def parts(self) -> tuple[EventQuerySet, ...]:
        return touching(self.events, self.whole)

    @property
    def in_months(self) -> bool:
        return all(day.day == 1 for day in self.starts)

    @cached_property
    def number(self) -> int:
        """About how many events there are at most; 0 when nobody knows without counting."""
        if self.summary is None:
            return 0
        known = [self.summary.events, *self.summary.chosen.values()]
        tallies = next((tallies for tallies in known if tallies is not None), None)
        if tallies is None:
            return 0
        touching = touching_months(tallies, self.starts[0], self.starts[-1] - ONE)
        return touching.aggregate(n=Sum("events"))["n"] or 0

    @cached_property
    def read(self) -> tuple[Sequence[EventQuerySet], int]:
        """What is counted, and which share of the events it is.

        By their dates, or, where what narrows them leaves few, all at once.
        """
        every = self.events.overlapping(self.whole.first, self.whole.last)
        return quickest(thinned(self.parts), thinned([every]))

    def plainly_more_than(self, few: int) -> bool:
        """Only a part of the events was counted, and even so they are more, with no doubt left."""
        if self._in_tallies is not None or self.read[1] == 1:
            return False
        share = self.read[1]
        found = sum(cell.events for cell in self.cells) / share
        return (found - DOUBT * sqrt(found)) * share > few

    @property
    def _in_tallies(self) -> Tallies | None:
        return self.summary.events if self.in_months and self.summary else None

    @cached_property
    def cells(self) -> list[Cell]:
        if self._in_tallies is not None:
            return tallied(self._in_tallies, self.starts)
        parts, share = self.read
        return counted(parts, self.starts, share=share)

    def cells_of(self, kind: type[Entity], ids: Sequence[int], *, asked: bool) -> list[Cell]:
        """With a lane for each of some organizations, or of some models.

        `asked` when these are the ones, and all of them, that the form filters by.
        """
        tallies = self._tallies(kind, asked)
        if self.in_months and tallies is not None:
            return tallied(tallies.filter(entity__in=ids), self.starts, "entity_id")
        lookup = f"event_{_name(kind)}s__{_name(kind)}_id"
        # Of very many, those known to within a month: the roles of the others are too many.
        parts = self.parts[:1] if self.number > MANY else self.parts
        chosen = [part.filter(**{f"{lookup}__in": ids}) for part in parts]
        read, share = quickest(thinned(chosen), most=2 * QUICK)
        return counted(read, self.starts, lookup, share)

    def leading(self, kind: type[Entity]) -> list[int]:
        """Those that take part in most of the events; of very many, by a part that is read."""
        through: Any = EventOrganization if kind is Organization else EventModel
        found, share = likely_to_lead(through, f"{_name(kind)}_id", self.parts)
        tallies = self._tallies(kind, asked=False)
        if share > 1 and tallies is not None:
            likely = _first(found, LIKELY)
            found = Counter(dict(self._touching(tallies.filter(entity__in=likely))))
        return _first(found, MOST_ENTITIES)

    def _touching(self, tallies: Tallies) -> Any:
        seen = touching_months(tallies, self.starts[0], self.starts[-1] - ONE)
        return seen.order_by().values_list("entity_id").annotate(n=Sum("events"))

    def _tallies(self, kind: type[Entity], asked: bool) -> Tallies | None:
        if self.summary is None:
            return None
        return (self.summary.chosen if asked else self.summary.entities).get(_name(kind))


def _name(kind: type[Entity]) -> str:
    return "organization" if kind is Organization else "model"


def _first(found: Counter[int], most: int) -> list[int]:
    return sorted(found, key=lambda pk: (-found[pk], pk))[:most]
