"""A new source in one statement, with its bytes, the publishers it cites and a line of history.

Django would take five, and four objects more.
"""

from collections.abc import Sequence
from typing import Any

from django.db import connection, models
from django.utils import timezone

from sources.models import RawDocument, Source
from sources.storing.asking import Question, array


def insertion(
    source: Source, raw: RawDocument, cited: Sequence[int], reason: str, by: Any = None
) -> Question:
    """What stores both, with the ids of the publishers cited; the source knows its id already."""
    user: Any = by or _HISTORY.get_default_history_user(source)
    values = _values(source, {"sketch": array(source.sketch)})
    of_raw = {f"raw_{name}": value for name, value in _values(raw, {}).items()}
    source._state.adding, source._state.db = False, connection.alias
    told = {"now": timezone.now(), "reason": reason, "user": getattr(user, "pk", None)}
    return _STATEMENT, values | of_raw | told | {"id": source.pk, "cited": array(cited)}


def _values(row: models.Model, ready: dict[str, Any]) -> dict[str, Any]:
    """What the columns hold; those that are `ready` need no preparing."""
    return ready | {
        str(field.column): field.get_db_prep_save(field.pre_save(row, add=True), connection)
        for field in _fields(type(row))
        if field.column not in ready
    }


def _fields(model: type[models.Model]) -> list[Any]:
    return [field for field in model._meta.concrete_fields if not field.primary_key]


_HISTORY = Source.history.model  # asking the manager for it makes a class each time


def _statement() -> str:
    columns = [field.column for field in _fields(Source)]
    told = ", ".join(field.column for field in _HISTORY.tracked_fields)
    of_raw = [field.column for field in _fields(RawDocument) if field.column != "source_id"]
    return f"""
        WITH made AS (
            INSERT INTO sources_source (id, {", ".join(columns)})
            VALUES (%(id)s, {", ".join(f"%({column})s" for column in columns)}) RETURNING *
        ), kept AS (
            INSERT INTO sources_rawdocument (source_id, {", ".join(of_raw)})
            SELECT id, {", ".join(f"%(raw_{column})s" for column in of_raw)} FROM made
        ), told AS (
            INSERT INTO sources_historicalsource ({told},
                history_date, history_change_reason, history_type, history_user_id)
            SELECT {told}, %(now)s::timestamptz, %(reason)s::text, '+', %(user)s::bigint
            FROM made RETURNING *
        ), cited AS (
            INSERT INTO sources_source_relies_on (source_id, publisher_id)
            SELECT id, publisher FROM made, unnest(%(cited)s::bigint[]) publisher RETURNING *
        ), cited_told AS (
            INSERT INTO sources_historicalsource_relies_on
                (id, source_id, publisher_id, history_id)
            SELECT cited.id, source_id, cited.publisher_id, history_id FROM cited, told
        )
        SELECT
    """  # noqa: S608  # names of columns


_STATEMENT = _statement()
