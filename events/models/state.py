"""What was known of an event from which day on: the reading of its claims that `as_of` shows."""

import datetime
from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Self

from django.db import models
from django.db.models import F, GeneratedField, Index, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from dates.fields import PartialDateField, partial_date_constraints
from events.models.event import Event, timeline_position
from events.models.vocabulary import Certainty, Status


class Change(models.TextChoices):
    """In which ways a state differs from the one before."""

    REPORTED = "reported", _("newly reported")
    MOVED = "moved", _("date changed")  # moved, or known more precisely
    TURNED = "turned", _("status changed")
    DOUBTED = "doubted", _("certainty changed")


_IS: dict["Change", Q] = {
    Change.REPORTED: Q(was_status=""),
    Change.MOVED: ~Q(was_status="") & ~Q(date=F("was_date")),
    Change.TURNED: ~Q(was_status="") & ~Q(status=F("was_status")),
    Change.DOUBTED: ~Q(was_status="") & ~Q(certainty=F("was_certainty")),
}


class EventStateQuerySet(models.QuerySet["EventState"]):
    def changes(
        self, first: datetime.date | None = None, last: datetime.date | None = None
    ) -> Self:
        """What became known of published events from `first` to `last`, newest first."""
        states = self.filter(event__in=Event.objects.published())
        states = states.filter(known_from__gte=first) if first else states
        states = states.filter(known_from__lte=last) if last else states
        return states.order_by("-known_from", "-event_id")

    def corrections(self) -> Self:
        """Those by which an event that was known became known otherwise."""
        return self.exclude(was_status="")

    def that(self, kinds: Iterable["Change"]) -> Self:
        """Those that changed an event in one of these ways."""
        return self.filter(reduce(or_, (_IS[kind] for kind in kinds)))


class EventState(models.Model):
    """Written by the database (`events/migrations/0005_states_follow_claims.py`), never by hand.

    From `known_from` to the day before `known_until`, an event was known with this date, status
    and certainty. Nothing is known of an event before the first day one of its claims was said.
    The last state is what the editors decided. The columns `was_…` hold the state before; in the
    first state of an event they are empty. An event has one state from a day on; its `id` is
    not kept when claims change.
    """

    # The database deletes it with its event; Django would do so before the claims are gone.
    event = models.ForeignKey(Event, models.DO_NOTHING, related_name="states", db_constraint=False)
    known_from = models.DateField()
    known_until = models.DateField(null=True)
    status = models.CharField(max_length=10, choices=Status)
    certainty = models.CharField(max_length=10, choices=Certainty)
    date = PartialDateField(null=True)
    was_status = models.CharField(max_length=10, choices=Status, blank=True)
    was_certainty = models.CharField(max_length=10, choices=Certainty, blank=True)
    was_date = PartialDateField(null=True)
    # Of the event, kept by the database, so that most questions about the past ask only states.
    kind = models.CharField(max_length=20, editable=False)
    importance = models.PositiveSmallIntegerField(editable=False)
    visibility = models.CharField(max_length=10, editable=False)
    timeline_position = GeneratedField(
        expression=timeline_position(), output_field=models.IntegerField(), db_persist=True
    )

    objects = EventStateQuerySet.as_manager()

    class Meta:
        ordering = ["event", "known_from"]
        constraints = [
            *partial_date_constraints("date", "state"),
            *partial_date_constraints("was_date", "state"),
            UniqueConstraint(fields=["event", "known_from"], name="state_once_a_day"),
            models.CheckConstraint(
                condition=Q(known_until__gt=F("known_from")), name="state_lasts_a_day"
            ),
        ]
        indexes = [
            Index("known_from", "event", name="state_known_from"),
            # What was known later stands between; it is passed over without reading its rows.
            Index(
                F("timeline_position"),
                F("event"),
                include=["known_from", "known_until", "visibility"],
                name="state_timeline",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.known_from}: {self.status} {self.date}"

    @property
    def changes(self) -> list[Change]:
        """In which ways the event became known otherwise than before."""
        if not self.was_status:
            return [Change.REPORTED]
        differences = {
            Change.MOVED: self.date != self.was_date,
            Change.TURNED: self.status != self.was_status,
            Change.DOUBTED: self.certainty != self.was_certainty,
        }
        return [change for change, differs in differences.items() if differs]
