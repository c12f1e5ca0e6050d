"""New rows of a table with their history, in one statement: what the desk's queue is filled with.

`bulk_create_with_history` does the same in four, and builds two objects for every row.
"""

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db import connection, models
from django.utils import timezone

from dates import PartialDate
from sources.storing.asking import ask
from sources.storing.wire import Question

_OF_HISTORY = ("history_date", "history_change_reason", "history_type", "history_user_id")
Record = dict[str, Any]  # by column, of what JSON can hold


def create_with_history(
    model: type[models.Model], records: Sequence[Record], same: Record, reason: str
) -> list[int]:
    """The ids of the rows; the model keeps its history, and every record has the same columns.

    `same` are columns that hold the same in all rows.
    """
    if not records:
        return []
    statement, values = insertion(model, records, same, reason)
    return [number for (number,) in ask(statement, **values)]


def insertion(
    model: type[models.Model], records: Sequence[Record], same: Record, reason: str
) -> Question:
    """What stores them; its answer is their ids."""
    told, for_all = (json.dumps(part, ensure_ascii=False) for part in (records, same))
    user = _history(model).get_default_history_user(None)
    line = {"now": timezone.now().isoformat(), "reason": reason, "user": getattr(user, "pk", None)}
    statement = _statement(model, tuple(records[0]), tuple(same))
    return statement, {"told": told, "same": for_all, **line}


def date_columns(name: str, value: PartialDate | None) -> Record:
    """The three columns of a PartialDateField."""
    first, last = (value.earliest, value.latest) if value else (None, None)
    return {
        f"{name}_edtf": value and value.edtf,
        f"{name}_earliest": first and first.isoformat(),
        f"{name}_latest": last and last.isoformat(),
    }


@cache
def _history(model: type[models.Model]) -> Any:
    return model.history.model  # type: ignore[attr-defined]


@cache
def _statement(model: type[models.Model], own: tuple[str, ...], same: tuple[str, ...]) -> str:
    quote = connection.ops.quote_name
    columns, kept = (", ".join(map(quote, names)) for names in ((*own, *same), _OF_HISTORY))
    values = ", ".join(
        [*(f"own.{quote(name)}" for name in own), *(f"alike.{quote(name)}" for name in same)]
    )
    table, told = quote(model._meta.db_table), quote(_history(model)._meta.db_table)
    return f"""
        WITH made AS (
            INSERT INTO {table} ({columns})
            SELECT {values} FROM jsonb_populate_recordset(NULL::{table}, %(told)s::jsonb) own,
                jsonb_populate_record(NULL::{table}, %(same)s::jsonb) alike
            RETURNING *
        ), told AS (
            INSERT INTO {told} (id, {columns}, {kept})
            SELECT id, {columns}, %(now)s::timestamptz, %(reason)s::text, '+',
                %(user)s::bigint FROM made
        )
        SELECT id FROM made ORDER BY id
    """  # noqa: S608  # names of tables and columns
