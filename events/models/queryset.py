"""What readers may see and in which order: the one home of these rules."""

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, Exists, F, Func, OuterRef, Prefetch, Subquery, Value
from django.db.models.functions import Coalesce

from events.models.then import KnownThen, put_then_in_place
from events.models.vocabulary import Rank, Stance, Status, Visibility
from events.search.queries import query_of

if TYPE_CHECKING:
    from events.models.entity import Entity
    from sources.models import Publisher


class SearchedQuerySet(models.QuerySet[Any]):
    """Rows with a search column."""

    def search(self, text: str) -> Self:
        query = query_of(text)
        return self.filter(search=query) if query else self.none()


class EntityQuerySet(SearchedQuerySet):
    def current(self) -> Self:
        """Without those that were merged into another."""
        return self.filter(merged_into__isnull=True)

    def with_events(self, day: datetime.date | None = None) -> Self:
        """Those that take part in a published event that was reported by `day`; None is now."""
        roles: Any = self.model._meta.get_field("event_roles")
        taking_part = roles.related_model.objects.filter(
            **{roles.field.name: OuterRef("pk")}, event__visibility=Visibility.PUBLISHED
        )
        if day:
            taking_part = taking_part.filter(event__states__known_from__lte=day)
        return self.filter(Exists(taking_part))


class EventQuerySet(SearchedQuerySet):
    """Nothing else filters on visibility."""

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
        events = self.all()
        put_then_in_place(events.query, self.model, day)
        events.day, events._iterable_class = day, KnownThen
        return events

    def overlapping(
        self, earliest: datetime.date | None = None, latest: datetime.date | None = None
    ) -> Self:
        """Those whose window touches the days from `earliest` to `latest`, both inclusive."""
        events = self.exclude(date_latest__lt=earliest) if earliest else self
        return events.exclude(date_earliest__gt=latest) if latest else events

    def involving(self, entity: "Entity") -> Self:
        """Those in which an organization, AI model or person has any role."""
        roles = entity.event_roles.filter(event=OuterRef("pk"))
        return self.filter(Exists(roles))

    def overdue(self, today: datetime.date) -> Self:
        """Promised, and the promised window has passed."""
        return self.filter(status=Status.PLANNED, date_latest__lt=today)

    def without_support(self) -> Self:
        """Those that no claim supports."""
        support = _claims(stance=Stance.SUPPORTS).exclude(rank=Rank.DEPRECATED)
        return self.exclude(Exists(support))

    def newest_first(self) -> Self:
        return self.order_by("-timeline_position", "-id")

    def oldest_first(self) -> Self:
        return self.order_by("timeline_position", "id")

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
        events = self.defer("search", "date_note_en", "date_note_zh").prefetch_related(*roles)
        # A subquery for the rows shown; a join would count for every event there is.
        # A reprint says what its original says: together they are one source.
        origin = Coalesce("source__reprint_of", "source")
        sources = _claims().said_by(self.day).values("event")
        sources = sources.annotate(count=Count(origin, distinct=True))
        return events.annotate(source_count=Coalesce(Subquery(sources.values("count")), 0))

    def reported_by(self, publisher: "Publisher") -> Self:
        """Those that some source of a publisher says something about."""
        return self.filter(Exists(_claims(source__publisher=publisher).said_by(self.day)))

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
