"""What readers may see and in which order: the one home of these rules."""

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import (
    Count,
    Exists,
    F,
    FilteredRelation,
    Func,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce
from django.db.models.query import ModelIterable

from events.models.vocabulary import Rank, Stance, Status, Visibility
from events.search.queries import query_of

if TYPE_CHECKING:
    from events.models.entity import Entity
    from sources.models import Publisher

KNOWN = ("status", "certainty", "date", "date_earliest", "date_latest", "timeline_position")


class SearchedQuerySet(models.QuerySet[Any]):
    """Rows with a search column."""

    def search(self, text: str) -> Self:
        query = query_of(text)
        return self.filter(search=query) if query else self.none()


class EntityQuerySet(SearchedQuerySet):
    def current(self) -> Self:
        """Without those that were merged into another."""
        return self.filter(merged_into__isnull=True)

    def with_events(self) -> Self:
        """Those that take part in a published event."""
        roles: Any = self.model._meta.get_field("event_roles")
        taking_part = roles.related_model.objects.filter(
            **{roles.field.name: OuterRef("pk")}, event__visibility=Visibility.PUBLISHED
        )
        return self.filter(Exists(taking_part))


class EventsThen(ModelIterable):  # type: ignore[type-arg]  # it takes none when it runs
    """Events that carry what was known of them on the day of their queryset."""

    queryset: "EventQuerySet"

    def __iter__(self) -> Iterator[Any]:
        for event in super().__iter__():
            event.known_on = self.queryset.day
            if event.then_date != event.date:  # the basis and the note are about today's
                event.date_basis, event.date_note = "", ""
            event.status, event.certainty = event.then_status, event.then_certainty
            event.date, event.timeline_position = event.then_date, event.then_timeline_position
            yield event


class EventQuerySet(SearchedQuerySet):
    """Nothing else filters on visibility.

    As of a day, the columns that tell what is known of an event are those of its state on that
    day. Whoever reads one of them in a query asks `known` for its name.
    """

    day: datetime.date | None = None

    def _clone(self) -> Self:
        clone: Self = super()._clone()  # type: ignore[misc]
        clone.day = self.day
        return clone

    def published(self) -> Self:
        return self.filter(visibility=Visibility.PUBLISHED)

    def waiting_for_review(self) -> Self:
        return self.filter(visibility=Visibility.IN_REVIEW)

    def retracted(self) -> Self:
        """Taken back: nothing of them is shown but that they were."""
        return self.filter(visibility=Visibility.RETRACTED)

    def not_retracted(self) -> Self:
        """Everything editors still work with."""
        return self.exclude(visibility=Visibility.RETRACTED)

    def as_of(self, day: datetime.date | None) -> Self:
        """Those that some source had reported by the end of `day`, as they were known then.

        None is now, and changes nothing. The events cannot be saved, and what is prefetched for
        them is of today.
        """
        if day is None:
            return self
        reached = Q(states__known_from__lte=day)
        not_over = Q(states__known_until__isnull=True) | Q(states__known_until__gt=day)
        events = self.annotate(state=FilteredRelation("states", condition=reached & not_over))
        events = events.filter(state__isnull=False)
        events = events.annotate(**{f"then_{name}": F(f"state__{name}") for name in KNOWN})
        events.day, events._iterable_class = day, EventsThen
        return events

    def known(self, column: str) -> str:
        """The name by which a query reads a column of the event, as known now or on the day."""
        return f"then_{column}" if self.day and column in KNOWN else column

    def overlapping(
        self, earliest: datetime.date | None = None, latest: datetime.date | None = None
    ) -> Self:
        """Those whose window touches the days from `earliest` to `latest`, both inclusive."""
        begins, ends = self.known("date_earliest"), self.known("date_latest")
        events = self.exclude(**{f"{ends}__lt": earliest}) if earliest else self
        return events.exclude(**{f"{begins}__gt": latest}) if latest else events

    def involving(self, entity: "Entity") -> Self:
        """Those in which an organization, AI model or person has any role."""
        roles = entity.event_roles.filter(event=OuterRef("pk"))
        return self.filter(Exists(roles))

    def overdue(self, today: datetime.date) -> Self:
        """Promised, and the promised window has passed."""
        planned, ends = Q((self.known("status"), Status.PLANNED)), self.known("date_latest")
        return self.filter(planned, **{f"{ends}__lt": today})

    def without_support(self) -> Self:
        """Those that no claim supports."""
        support = _claims(stance=Stance.SUPPORTS).exclude(rank=Rank.DEPRECATED)
        return self.exclude(Exists(support))

    def newest_first(self) -> Self:
        return self.order_by(f"-{self.known('timeline_position')}", "-id")

    def oldest_first(self) -> Self:
        return self.order_by(self.known("timeline_position"), "id")

    def for_timeline(self) -> Self:
        """With all that a line of the timeline shows, in a fixed number of queries."""
        roles = [
            Prefetch(f"event_{many}", _through(one).objects.select_related(one.lower()))
            for many, one in (
                ("organizations", "Organization"),
                ("models", "Model"),
                ("people", "Person"),
            )
        ]
        events = self.defer("search", "date_note").prefetch_related(*roles)
        # A subquery for the rows shown; a join would count for every event there is.
        # A reprint says what its original says: together they are one source.
        origin = Coalesce("source__reprint_of", "source")
        sources = _claims().said_by(self.day).values("event")
        sources = sources.annotate(count=Count(origin, distinct=True))
        return events.annotate(source_count=Coalesce(Subquery(sources.values("count")), 0))

    def reported_by(self, publisher: "Publisher") -> Self:
        """Those that some source of a publisher says something about."""
        return self.filter(Exists(_claims(source__publisher=publisher)))

    def among(self, ids: list[int]) -> Self:
        """Those of so many ids that one parameter each would be slow."""
        return self.filter(one_of("pk", ids))


def one_of(column: str, ids: list[int]) -> Func:
    """`column` = ANY(ids): all of them go to the database as one array."""
    array = Value(ids, output_field=ArrayField(models.BigIntegerField()))
    template, output = "%(expressions)s)", models.BooleanField()
    return Func(F(column), array, template=template, arg_joiner=" = ANY(", output_field=output)


def _claims(**conditions: Any) -> Any:
    claims = apps.get_model("events", "Claim").objects.all()
    return claims.filter(event=OuterRef("pk"), **conditions)


def _through(entity: str) -> Any:
    return apps.get_model("events", f"Event{entity}")
