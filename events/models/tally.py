"""How many published events there are of each sort in each month: what counts and bars read.

Written by the database (`events/migrations/0007_tallies_follow_events.py`), never by hand: each
statement that changes events or their roles adds rows with the difference, positive or negative, so
that nobody waits for anybody; now and then the loose rows are added up into settled ones. A number
is always the sum over all its rows. Months are counted from the year 0 (2025-04 is 24303); an open
beginning is month 0, an open end month 32000.
"""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Index, Q, UniqueConstraint

from events.models.entity import AIModel, Organization
from events.models.vocabulary import Certainty, EventKind, Status

OPEN_BEGINNING, OPEN_END = 0, 32_000


class Tally(models.Model):
    """Events whose window begins in one month and ends in another, or the same."""

    first_month = models.SmallIntegerField()
    last_month = models.SmallIntegerField()
    kind = models.CharField(max_length=20, choices=EventKind)
    events = models.IntegerField()
    settled = models.BooleanField(db_default=False)

    class Meta:
        abstract = True


class EventTally(Tally):
    status = models.CharField(max_length=10, choices=Status)
    certainty = models.CharField(max_length=10, choices=Certainty)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["first_month", "last_month", "kind", "status", "certainty"],
                condition=Q(settled=True),
                name="event_tally_settled_once",
            )
        ]
        indexes = [Index("id", name="event_tally_loose", condition=Q(settled=False))]

    def __str__(self) -> str:
        return f"{self.first_month}–{self.last_month} {self.kind}: {self.events}"


class EntityTally(Tally):
    """Of the events in which an organization or a model has any role, each once."""

    if TYPE_CHECKING:
        entity_id: int

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.entity_id} {self.first_month}–{self.last_month} {self.kind}: {self.events}"


def _settled_once(name: str) -> list[models.BaseConstraint]:
    keys = ["entity", "first_month", "last_month", "kind"]
    settled = Q(settled=True)
    return [UniqueConstraint(fields=keys, condition=settled, name=f"{name}_tally_settled_once")]


def _entity_indexes(name: str) -> list[Index]:
    """The loose rows; and all that is read of one organization or model, side by side."""
    months = ("entity", "first_month")
    rest = ("last_month", "kind", "events")
    return [
        Index("id", name=f"{name}_tally_loose", condition=Q(settled=False)),
        Index(*months, include=rest, name=f"{name}_tally_months"),
    ]


class OrganizationTally(EntityTally):
    entity = models.ForeignKey(
        Organization, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )

    class Meta:
        constraints = _settled_once("organization")
        indexes = _entity_indexes("organization")


class ModelTally(EntityTally):
    entity = models.ForeignKey(
        AIModel, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )

    class Meta:
        constraints = _settled_once("model")
        indexes = _entity_indexes("model")
