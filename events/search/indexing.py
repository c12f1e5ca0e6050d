"""Keeps the search columns of events and entities in step with their rows.

An event is found by its own words and by every name of what takes part in it, so a change of a
name is written to the entity's events too, in the same transaction.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.contrib.postgres.search import SearchVectorField
from django.db import connection
from django.db.models import F, Func, TextField, Value
from django.db.models.functions import Cast

from events.search.tokens import document

if TYPE_CHECKING:
    from events.models import Entity

BATCH = 500
ENTITY_ROLES = (
    ("event_organizations", "organization"),
    ("event_models", "model"),
    ("event_people", "person"),
)

_WRITE = """
    UPDATE events_event SET search = written.search::tsvector
    FROM unnest(%s::bigint[], %s::text[]) AS written(id, search)
    WHERE events_event.id = written.id
"""

_postponed: ContextVar[set[int] | None] = ContextVar("postponed", default=None)


def names_of(entity: "Entity") -> list[str]:
    return [entity.name, entity.name_zh, *(alias.text for alias in entity.aliases.all())]


def entity_document(entity: "Entity") -> str:
    return document(("A", names_of(entity)), ("C", [entity.description_en, entity.description_zh]))


def event_documents(ids: Collection[int]) -> dict[int, str]:
    """The search documents of events, by their keys."""
    model = apps.get_model("events", "Event")
    columns = ("title_en", "title_zh", "summary_en", "summary_zh")
    texts = model.objects.filter(pk__in=ids).order_by().values_list("pk", *columns)
    names = _names_in(ids)
    return {
        pk: document(
            ("A", (title_en, title_zh)),
            ("B", dict.fromkeys(names[pk])),
            ("C", (summary_en, summary_zh)),
        )
        for pk, title_en, title_zh, summary_en, summary_zh in texts
    }


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
    written = 0
    for batch in _batches(sorted(ids)):
        documents = event_documents(batch)
        with connection.cursor() as cursor:
            cursor.execute(_WRITE, [list(documents), list(documents.values())])
            written += cursor.rowcount
    return written


class _Names(Func):
    """What of an entity's search column comes from its names."""

    function = "ts_filter"
    template = "%(function)s(%(expressions)s, '{a}')"
    output_field = TextField()  # compared as a whole, not searched in


def reindex_entity(entity: "Entity") -> None:
    """Write the search column of an entity, and those of its events when a name has changed."""
    search = entity_document(entity)
    rows = type(entity)._default_manager.filter(pk=entity.pk)
    names = _Names(Cast(Value(search), SearchVectorField()))
    if not rows.annotate(names=names).filter(names=_Names(F("search"))).exists():
        reindex_events(set(entity.event_roles.values_list("event", flat=True)))
    rows.update(search=search)
    entity.search = search  # what the next save() of this instance writes


def _names_in(ids: Collection[int]) -> dict[int, list[str]]:
    """Every name of what takes part in these events: plain rows, since there may be very many."""
    names: dict[int, list[str]] = defaultdict(list)
    for through, entity in ENTITY_ROLES:
        roles: Any = apps.get_model("events", "Event")._meta.get_field(through).related_model
        rows = roles.objects.filter(event__in=ids).order_by("pk")
        pairs = list(rows.values_list("event", entity))
        known = _names_by_key(roles._meta.get_field(entity).related_model, {pk for _, pk in pairs})
        for event, pk in pairs:
            names[event].extend(known[pk])
    return names


def _names_by_key(model: Any, ids: Collection[int]) -> dict[int, list[str]]:
    rows = model.objects.filter(pk__in=ids)
    names = {pk: [name, name_zh] for pk, name, name_zh in rows.values_list("pk", "name", "name_zh")}
    aliases = rows.filter(aliases__isnull=False).order_by("aliases__pk")
    for pk, text in aliases.values_list("pk", "aliases__text"):
        names[pk].append(text)
    return names


def _batches(ids: list[int]) -> Iterable[list[int]]:
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))
