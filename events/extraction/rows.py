"""New rows of a table with their history, in one statement: what the desk's queue is filled with.

`bulk_create_with_history` does the same in four, and builds two objects for every row.
"""

import datetime
import json
from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from django.db import connection, models
from django.utils import timezone

from dates import PartialDate

M = TypeVar("M", bound=models.Model)
_OF_HISTORY = ("history_date", "history_change_reason", "history_type", "history_user_id")


def create_with_history(rows: Sequence[M], reason: str) -> list[M]:
    """The rows, stored, with their ids; all are of one model that keeps its history."""
    if not rows:
        return []
    model = type(rows[0])
    records = json.dumps([_record(row) for row in rows], ensure_ascii=False, default=_plain)
    history: Any = model.history.model  # type: ignore[attr-defined]
    user = history.get_default_history_user(rows[0])
    with connection.cursor() as cursor:
        cursor.execute(
            _statement(model, history), [records, timezone.now(), reason, getattr(user, "pk", None)]
        )
        ids = [number for (number,) in cursor.fetchall()]
    for row, number in zip(rows, ids, strict=True):
        row.pk = number
        row._state.adding, row._state.db = False, connection.alias
    return list(rows)


def _record(row: models.Model) -> dict[str, Any]:
    asked, plain = _columns(type(row))
    for field in asked:
        field.pre_save(row, add=True)
    return {column: row.__dict__[name] for column, name in plain}


@cache
def _columns(model: type[models.Model]) -> tuple[list[Any], list[tuple[str, str]]]:
    """The fields that find their value when a row is saved; each column with its attribute."""
    fields: list[Any] = [field for field in model._meta.concrete_fields if not field.primary_key]
    asked = [field for field in fields if type(field).pre_save is not models.Field.pre_save]
    return asked, [(field.column, field.attname) for field in fields]


def _plain(value: Any) -> Any:
    """What JSON can hold of what it cannot hold itself."""
    if isinstance(value, datetime.date):  # times too
        return value.isoformat()
    if isinstance(value, PartialDate):
        return str(value)
    raise TypeError(type(value))


@cache
def _statement(model: type[models.Model], history: type[models.Model]) -> str:
    quote = connection.ops.quote_name
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    columns = ", ".join(quote(str(field.column)) for field in fields)
    kept = ", ".join(map(quote, _OF_HISTORY))
    table, told = quote(model._meta.db_table), quote(history._meta.db_table)
    return f"""
        WITH made AS (
            INSERT INTO {table} ({columns})
            SELECT {columns} FROM jsonb_populate_recordset(NULL::{table}, %s::jsonb) RETURNING *
        ), told AS (
            INSERT INTO {told} (id, {columns}, {kept})
            SELECT id, {columns}, %s, %s, '+', %s FROM made
        )
        SELECT id FROM made ORDER BY id
    """  # noqa: S608  # names of tables and columns
