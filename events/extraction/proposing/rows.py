"""New rows of a table with their history, in one statement: what the desk's queue is filled with.

`bulk_create_with_history` does the same in four, and builds two objects for every row.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from django.db import connection, models
from django.utils import timezone

from dates import PartialDate
from dates.fields import PartialDateField
from sources.storing.asking import array, ask, texts
from sources.storing.wire import Question

_OF_HISTORY = ("history_date", "history_change_reason", "history_type", "history_user_id")
Record = dict[str, Any]  # by attribute


def create_with_history(
    model: type[models.Model], records: Sequence[Record], same: Record, reason: str
) -> list[int]:
    """The ids of the rows; the model keeps its history, and every record has the same attributes.

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
    table = _table(model, tuple(records[0]), tuple(same))
    columns = {
        column.name: column.written([record[column.attribute] for record in records])
        for column in table.columns
    }
    nested = [[record[name] for name in table.nested] for record in records]
    user = table.history.get_default_history_user(None)
    line = {
        "nested": _encoder.encode(nested),
        "now": timezone.now().isoformat(),
        "reason": reason,
        "user": getattr(user, "pk", None),
    }
    return table.statement, columns | line | same


_encoder = json.JSONEncoder(ensure_ascii=False, check_circular=False)


class _Column(NamedTuple):
    """A column of which the values of all rows are sent as an array."""

    name: str
    attribute: str
    type: str
    written: Callable[[Sequence[Any]], str]


class _Table(NamedTuple):
    history: Any
    columns: list[_Column]
    nested: list[str]  # of JSON, all of which are sent as one
    statement: str


@cache
def _table(model: type[models.Model], own: tuple[str, ...], same: tuple[str, ...]) -> _Table:
    fields = [model._meta.get_field(name) for name in own]
    nested = [field.name for field in fields if isinstance(field, models.JSONField)]
    columns = [column for field in fields if field.name not in nested for column in _columns(field)]
    history = model.history.model  # type: ignore[attr-defined]
    alike = [(name, _type(model._meta.get_field(name))) for name in same]
    return _Table(history, columns, nested, _statement(model, columns, nested, alike))


def _columns(field: Any) -> Iterator[_Column]:
    if not isinstance(field, PartialDateField):
        kind = _type(field)
        yield _Column(field.column, field.attname, kind, texts if kind in _TEXTS else array)
        return
    yield _Column(f"{field.name}_edtf", field.name, "varchar", _edtf)
    yield _Column(f"{field.name}_earliest", field.name, "date", _earliest)
    yield _Column(f"{field.name}_latest", field.name, "date", _latest)


_TEXTS = ("varchar", "text")


def _type(field: Any) -> str:
    """Without its length: what is too long is refused, where a cast would cut it off."""
    return str(
        field.rel_db_type(connection) if field.is_relation else field.db_type(connection)
    ).split("(")[0]


def _edtf(dates: Sequence[PartialDate | None]) -> str:
    return texts(date.edtf if date else None for date in dates)


def _earliest(dates: Sequence[PartialDate | None]) -> str:
    return array(date and date.earliest for date in dates)


def _latest(dates: Sequence[PartialDate | None]) -> str:
    return array(date and date.latest for date in dates)


def _statement(
    model: type[models.Model],
    columns: Sequence[_Column],
    nested: Sequence[str],
    same: Sequence[tuple[str, str]],
) -> str:
    quote = connection.ops.quote_name
    names = [column.name for column in columns]
    filled = ", ".join(map(quote, [*names, *nested, *(name for name, _ in same)]))
    arrays = ", ".join(f"%({column.name})s::{column.type}[]" for column in columns)
    values = ", ".join(
        [
            *(f"own.{quote(name)}" for name in names),
            *(f"own.nested -> {place}" for place in range(len(nested))),
            *(f"%({name})s::{kind}" for name, kind in same),
        ]
    )
    table, told = (
        quote(of._meta.db_table)
        for of in (model, model.history.model)  # type: ignore[attr-defined]
    )
    return f"""
        WITH made AS (
            INSERT INTO {table} ({filled})
            SELECT {values}
            FROM ROWS FROM (unnest({arrays}), jsonb_array_elements(%(nested)s::jsonb))
                own ({", ".join(map(quote, names))}, nested)
            RETURNING *
        ), told AS (
            INSERT INTO {told} (id, {filled}, {", ".join(_OF_HISTORY)})
            SELECT id, {filled}, %(now)s::timestamptz, %(reason)s::text, '+',
                %(user)s::bigint FROM made
        )
        SELECT id FROM made ORDER BY id
    """  # noqa: S608  # names of tables and columns
