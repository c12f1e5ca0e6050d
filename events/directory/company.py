"""Who takes part in the same events, and which sources and publishers tell of them.

Counted over the newest events only, so that it stays quick when there are very many.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from events.models import (
    AIModel,
    Claim,
    EventModel,
    EventOrganization,
    EventPerson,
    Organization,
    Person,
)
from events.models.entity import Entity
from events.models.queryset import EventQuerySet, one_of
from sources.models import Publisher, Source

NEWEST = 1_000  # events looked at
MOST = 8  # of each sort shown
FIELDS: dict[str, tuple[Any, Any]] = {
    "organization": (Organization, EventOrganization),
    "model": (AIModel, EventModel),
    "person": (Person, EventPerson),
}


@dataclass(frozen=True, slots=True)
class Counted:
    """Somebody or something with the number of events it is about."""

    row: Any
    events: int


def newest_of(events: EventQuerySet) -> list[int]:
    """The ids of the newest events, at most NEWEST: what is counted over them stays quick."""
    return list(events.newest_first().values_list("pk", flat=True)[:NEWEST])


def field_of(entity: Entity) -> str:
    return next(name for name, (model, _) in FIELDS.items() if isinstance(entity, model))


def together(
    events: list[int], field: str, besides: Entity | None = None, most: int = MOST
) -> list[Counted]:
    """The organizations, models or people that take part in most of `events`."""
    model, through = FIELDS[field]
    roles = through.objects.filter(one_of("event", events))
    if besides and field_of(besides) == field:
        roles = roles.exclude(**{field: besides})
    return _most(roles, f"{field}_id", model.objects.defer("search"), most)


def publishers_of(events: list[int], day: date | None = None) -> list[Counted]:
    """By the sources that had said something by the end of `day`; None is now."""
    claims = _cited(events, day).filter(source__publisher__isnull=False)
    return _most(claims, "source__publisher_id", Publisher.objects.all())


def sources_of(events: list[int], day: date | None = None) -> list[Counted]:
    known = Source.objects.select_related("publisher").defer("text", "sections", "sketch")
    return _most(_cited(events, day), "source_id", known)


def _cited(events: list[int], day: date | None) -> QuerySet[Claim]:
    claims = Claim.objects.filter(one_of("event", events)).said_by(day)
    return claims.exclude(rank=Claim.Rank.DEPRECATED)


def _most(rows: Any, column: str, known: Any, most: int = MOST) -> list[Counted]:
    grouped = rows.order_by().values(column).annotate(events=Count("event", distinct=True))
    top = dict(grouped.order_by("-events", column).values_list(column, "events")[:most])
    found = known.in_bulk(top)
    return [Counted(found[pk], events) for pk, events in top.items()]
