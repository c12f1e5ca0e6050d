"""Events as they were known on a day: what queries read instead of the table of events."""

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.db.models import Model
from django.db.models.query import ModelIterable
from django.db.models.sql import Query
from django.db.models.sql.datastructures import BaseTable

if TYPE_CHECKING:
    from events.models.queryset import EventQuerySet

OF_A_STATE = (  # columns that tell what is known of an event, or are kept with that
    *("status", "certainty"),
    *("date_edtf", "date_earliest", "date_latest", "timeline_position"),
    *("kind", "importance", "visibility"),
)
OF_THE_DATE = ("date_basis",)  # it is about the date of today
OF_TODAY = (
    "summary_en",
    "summary_zh",
    "date_note_en",
    "date_note_zh",
)  # they tell what became of it


class EventsThen(BaseTable):
    """Stands in a query where the table of events stood, with the rows as known on a day.

    Whatever the query asks of an event, it asks of these rows, so that no reading rule, count or
    export has to know which day it is. Summaries are today's; those of events that were known
    otherwise since are left out. PostgreSQL plans it as a join like any other, and leaves the
    table of events out where a question is about columns of states alone.
    """

    def __init__(self, rows: str, day: datetime.date, alias: str | None) -> None:
        super().__init__("events_event", alias)
        self.rows, self.day = rows, day

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return f"({self.rows}) {self.table_alias}", (self.day, self.day)

    def relabeled_clone(self, change_map: dict[str | None, str]) -> "EventsThen":
        return EventsThen(self.rows, self.day, change_map.get(self.table_alias, self.table_alias))


def put_then_in_place(query: Query, events: type[Model], day: datetime.date) -> None:
    """Let the query, which is about events, read them as they were known on the day."""
    alias = query.get_initial_alias()
    columns = ", ".join(_known_then(str(field.column)) for field in events._meta.concrete_fields)
    rows = (
        f"SELECT {columns} FROM events_eventstate state "  # noqa: S608  # names of our own
        "LEFT JOIN events_event event ON event.id = state.event_id WHERE state.known_from <= %s "
        "AND (state.known_until > %s OR state.known_until IS NULL)"
    )
    query.alias_map[alias] = EventsThen(rows, day, alias)


def _known_then(column: str) -> str:
    if column == "id":
        return "state.event_id AS id"
    if column in OF_A_STATE:
        return f"state.{column}"
    if column in OF_THE_DATE:
        return f"CASE state.date_edtf WHEN event.date_edtf THEN event.{column} ELSE '' END {column}"
    if column in OF_TODAY:
        return f"CASE WHEN state.known_until IS NULL THEN event.{column} ELSE '' END {column}"
    return f"event.{column}"


class KnownThen(ModelIterable):  # type: ignore[type-arg]  # it takes none when it runs
    """Events that remember the day of their queryset, so that they are not saved."""

    queryset: "EventQuerySet"

    def __iter__(self) -> Iterator[Any]:
        for event in super().__iter__():
            event.known_on = self.queryset.day
            yield event
