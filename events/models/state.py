"""What was known of an event from which day on: the reading of its claims that `as_of` shows."""

from django.db import models
from django.db.models import F, GeneratedField, Index, Q, UniqueConstraint

from dates.fields import PartialDateField, partial_date_constraints
from events.models.event import Event, timeline_position
from events.models.vocabulary import Certainty, Status


class EventState(models.Model):
    """Written by the database (`events/migrations/0005_states_follow_claims.py`), never by hand.

    From `known_from` to the day before `known_until`, an event was known with this date, status
    and certainty. Nothing is known of an event before the first day one of its claims was said.
    The last state is what the editors decided.
    """

    # The database deletes it with its event; Django would do so before the claims are gone.
    event = models.ForeignKey(Event, models.DO_NOTHING, related_name="states", db_constraint=False)
    known_from = models.DateField()
    known_until = models.DateField(null=True)
    status = models.CharField(max_length=10, choices=Status)
    certainty = models.CharField(max_length=10, choices=Certainty)
    date = PartialDateField(null=True)
    timeline_position = GeneratedField(
        expression=timeline_position(), output_field=models.IntegerField(), db_persist=True
    )

    class Meta:
        ordering = ["event", "known_from"]
        constraints = [
            *partial_date_constraints("date", "state"),
            UniqueConstraint(fields=["event", "known_from"], name="state_once_a_day"),
            models.CheckConstraint(
                condition=Q(known_until__gt=F("known_from")), name="state_lasts_a_day"
            ),
        ]
        indexes = [
            Index("known_from", name="state_known_from"),
            Index("timeline_position", "event", name="state_timeline"),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.known_from}: {self.status} {self.date}"
