"""Rows out of PostgreSQL as CSV, a few at a time: COPY does the work, memory stays flat."""

import datetime
import re
from collections.abc import Callable, Iterator
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.urls import reverse
from psycopg import sql

from events.exchange.csv.columns import Column
from events.exchange.csv.exports import CHOSEN, DAY, PAGE, Export
from events.models.queryset import EventQuerySet
from events.models.state import EventStateQuerySet
from sources.spreadsheet import FORMULA_START

Chosen = EventQuerySet | EventStateQuerySet  # the rows a reader asked for
LINE_END = b"\r\n"
CHUNK = 64 * 1024  # bytes sent at once
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def stream(
    export: Export, chosen: Chosen, absolute: Callable[[str], str], *, for_excel: bool
) -> Iterator[bytes]:
    """The file piece by piece; the header leaves before the database is asked.

    Closing it half-way cancels the query. `absolute` makes a full address of a path.
    """
    header = ",".join(column.name for column in export.columns).encode() + LINE_END
    yield BYTE_ORDER_MARK + header if for_excel else header
    query, params = _query(export, chosen, absolute, for_excel=for_excel)
    yield from _in_chunks(_rows(query, params))


def _rows(query: str, params: tuple[Any, ...]) -> Iterator[bytes]:
    connection.ensure_connection()
    cursor = connection.connection.cursor()  # psycopg's own: Django's has no COPY
    with cursor, cursor.copy(f"COPY ({query}) TO STDOUT (FORMAT csv)", params) as copy:
        for row in copy:  # the protocol sends one message a row
            yield bytes(row[:-1]) + LINE_END


def _in_chunks(rows: Iterator[bytes]) -> Iterator[bytes]:
    chunk = bytearray()
    for row in rows:
        chunk += row
        if len(chunk) >= CHUNK:
            yield bytes(chunk)
            chunk.clear()
    if chunk:
        yield bytes(chunk)


def _query(
    export: Export, chosen: Chosen, absolute: Callable[[str], str], *, for_excel: bool
) -> tuple[str, tuple[Any, ...]]:
    columns = ", ".join(selected(column, for_excel=for_excel) for column in export.columns)
    query = f"SELECT {columns} FROM {export.rows}"  # noqa: S608  # our own text, no input
    if export.order:
        query += f" ORDER BY {export.order}"
    day = chosen.day if isinstance(chosen, EventQuerySet) else None
    query = _of_the_day(query, day).replace(PAGE, _page(export.page, absolute))
    if not export.is_filtered:
        return query, ()
    try:
        rows, params = chosen.query.sql_with_params()
    except EmptyResultSet:  # Django knows that nothing can match
        rows, params = f"SELECT * FROM {chosen.model._meta.db_table} WHERE false", ()  # noqa: S608
    return query.replace(CHOSEN, f"({rows})"), params


def _of_the_day(query: str, day: datetime.date | None) -> str:
    if day is None:
        return re.sub(r"\[\[.*?\]\]", "", query, flags=re.DOTALL)
    written = sql.Literal(day).as_string()
    return query.replace("[[", "").replace("]]", "").replace(DAY, written)


def selected(column: Column, *, for_excel: bool) -> str:
    if not (for_excel and column.text):
        return column.sql
    formula = sql.Literal(f"^{FORMULA_START}").as_string()
    return f"CASE WHEN {column.sql} ~ {formula} THEN '''' || {column.sql} ELSE {column.sql} END"


def _page(page: tuple[str, ...], absolute: Callable[[str], str]) -> str:
    """SQL for the address of a row's page, made from that of a page with marks as arguments."""
    name, *arguments = page
    marks = ["7357000001", "7357000002"][: len(arguments)]
    address = absolute(reverse(name, args=marks)).replace("%", "%%")
    filled = sql.Literal(address).as_string()
    for mark, argument in zip(marks, arguments, strict=True):
        filled = f"replace({filled}, '{mark}', {argument}::text)"
    return filled
