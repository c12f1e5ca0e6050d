"""Keeps the search columns of events and entities in step with their rows.

An event is found by its own words and by every name of what takes part in it, so a change of a
name is written to the entity's events too, in the same transaction.
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from django.apps import apps

from events.search.tokens import document

if TYPE_CHECKING:
    from events.models import Entity, Event

BATCH = 500
ENTITY_ROLES = (
    ("event_organizations", "organization"),
    ("event_models", "model"),
    ("event_people", "person"),
)

_postponed: ContextVar[set[int] | None] = ContextVar("postponed", default=None)


def names_of(entity: "Entity") -> list[str]:
    return [entity.name, entity.name_zh, *(alias.text for alias in entity.aliases.all())]


def entity_document(entity: "Entity") -> str:
    return document(("A", names_of(entity)), ("C", [entity.description_en, entity.description_zh]))


def event_document(event: "Event") -> str:
    names: list[str] = []
    for through, entity in ENTITY_ROLES:
        for role in getattr(event, through).all():
            names.extend(names_of(getattr(role, entity)))
    return document(
        ("A", [event.title_en, event.title_zh]),
        ("B", dict.fromkeys(names)),
        ("C", [event.summary_en, event.summary_zh]),
    )


@contextmanager
def postponed_indexing() -> Iterator[None]:
    """Index each event once at the end of the block, however many of its rows change in it."""
    pending: set[int] = set()
    token = _postponed.set(pending)
    try:
        yield
    finally:
        _postponed.reset(token)
    reindex_events(pending)


def reindex_events(ids: Collection[int]) -> int:
    """Write the search column of these events; how many were written."""
    pending = _postponed.get()
    if pending is not None:
        pending.update(ids)
        return 0
    model = apps.get_model("events", "Event")
    written = 0
    for batch in _batches(sorted(ids)):
        events = list(model.objects.filter(pk__in=batch).prefetch_related(*_names()))
        for event in events:
            event.search = event_document(event)
        written += model.objects.bulk_update(events, ["search"])
    return written


def reindex_events_of(entity: "Entity") -> None:
    reindex_events(set(entity.event_roles.values_list("event", flat=True)))


def _names() -> list[str]:
    return [f"{through}__{entity}__aliases" for through, entity in ENTITY_ROLES]


def _batches(ids: list[int]) -> Iterable[list[int]]:
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))
