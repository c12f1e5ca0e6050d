"""The numbers behind the bars: from the tallies where they can say, else counted."""

import datetime
from collections import Counter
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
from events.timeline.picture.sampling import QUICK, one_in, share_for
from events.timeline.picture.window import ONE
from events.timeline.tallies import Summary, Tallies, touching_months

MOST_ENTITIES = 5  # that get a lane of their own when nobody chose them
LIKELY, MOST_READ = 12, 50  # that may be among these, and that are looked at


@dataclass(frozen=True)
class Sums:
    """Of the events of some periods; `starts` are their first days and that of what follows.

    Tallies go by months: they say how many events there are where every period begins with a
    month. What they cannot say is counted, over a part of the events when all are too many.
    """

    parts: tuple[EventQuerySet, ...]
    starts: Sequence[datetime.date]
    summary: Summary | None

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

    def cells(self) -> list[Cell]:
        if self.in_months and self.summary and self.summary.events is not None:
            return tallied(self.summary.events, self.starts)
        return self._counted(self.parts)

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
        return self._counted([part.filter(**{f"{lookup}__in": ids}) for part in parts], lookup)

    def leading(self, kind: type[Entity]) -> list[int]:
        """Those that take part in most of the events; of very many, by a part that is read."""
        column = f"{_name(kind)}_id"
        through: Any = EventOrganization if kind is Organization else EventModel

        def roles(share: int) -> list[Any]:
            among = [one_in(part.order_by(), share) for part in self.parts]
            return [through.objects.filter(event__in=events).order_by() for events in among]

        share = share_for(roles, QUICK / 4)
        found: Counter[int] = Counter()
        for rows in roles(share):
            counts = rows.values(column).annotate(n=Count("event", distinct=True))
            found.update(dict(counts.order_by("-n", column).values_list(column, "n")[:MOST_READ]))
        likely = _first(found, LIKELY)
        tallies = self._tallies(kind, asked=False)
        if share > 1 and tallies is not None:
            found = Counter(dict(self._touching(tallies.filter(entity__in=likely))))
        return _first(found, MOST_ENTITIES)

    def _touching(self, tallies: Tallies) -> Any:
        seen = touching_months(tallies, self.starts[0], self.starts[-1] - ONE)
        return seen.order_by().values_list("entity_id").annotate(n=Sum("events"))

    def _counted(self, parts: Sequence[EventQuerySet], lane: str = "") -> list[Cell]:
        share = share_for(lambda share: [one_in(part, share).order_by() for part in parts])
        return counted(parts, self.starts, lane, share)

    def _tallies(self, kind: type[Entity], asked: bool) -> Tallies | None:
        if self.summary is None:
            return None
        return (self.summary.chosen if asked else self.summary.entities).get(_name(kind))


def _name(kind: type[Entity]) -> str:
    return "organization" if kind is Organization else "model"


def _first(found: Counter[int], most: int) -> list[int]:
    return sorted(found, key=lambda pk: (-found[pk], pk))[:most]
