"""SQL that is run for every document of an import: sent with its values beside it.

So PostgreSQL can keep the plan of a statement, and parsing and planning are half of what it costs.
Django writes the values into the statement, and takes longer to write some than PostgreSQL to
answer them.
"""

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction

Rows = list[tuple[Any, ...]]
Question = tuple[str, dict[str, Any]]  # a statement and its parameters

# The planner takes comparing arrays for cheap and would read a whole table while it is small,
# which takes 30 ms of 1,600 texts; their index takes less than one. Where a table has no index to
# follow, older servers then take the statement for dear enough to compile.
_BY_INDEX = {"enable_seqscan": "off", "jit": "off"}
_FOR_MANY = {
    **_BY_INDEX,
    "plan_cache_mode": "force_generic_plan",
    "synchronous_commit": "off",
}


def ask(statement: str, **parameters: Any) -> Rows:
    """The rows of a statement; those of `parameters` that it names go with it."""
    (cursor,) = _cursors(1)
    _send(cursor, statement, parameters)
    return _rows(cursor)


def ask_together(questions: Sequence[Question]) -> list[Rows]:
    """The same of several, which cost one wait: none is asked about the answer to another."""
    cursors = _cursors(len(questions))
    with connection.wrap_database_errors, connection.connection.pipeline():
        for cursor, (statement, parameters) in zip(cursors, questions, strict=True):
            _send(cursor, statement, parameters)
    return [_rows(cursor) for cursor in cursors]


def tell(statements: Iterable[Question]) -> None:
    for statement, parameters in statements:
        ask(statement, **parameters)


@contextmanager
def underway(statements: Sequence[Question]) -> Iterator[None]:
    """The database works through them while something else is done that asks it nothing."""
    cursors = _cursors(len(statements))
    with connection.wrap_database_errors, connection.connection.pipeline():
        for cursor, (statement, parameters) in zip(cursors, statements, strict=True):
            _send(cursor, statement, parameters)
        yield


class _Kept(threading.local):
    """Cursors, which know how to write and read values; to learn it costs more than to ask."""

    cursors: list[psycopg.Cursor]

    def __init__(self) -> None:
        self.cursors = []


_kept = _Kept()


def _cursors(count: int) -> list[psycopg.Cursor]:
    """So many of the connection, whose answers are read before they are used again."""
    connection.ensure_connection()
    opened, kept = connection.connection, _kept.cursors
    if kept and kept[0].connection is not opened:
        kept.clear()
    kept.extend(psycopg.Cursor(opened) for _ in range(count - len(kept)))
    return kept[:count]


def _send(cursor: psycopg.Cursor, statement: str, parameters: dict[str, Any]) -> None:
    opened = connections[DEFAULT_DB_ALIAS]  # `connection` looks it up for each attribute
    if opened.queries_logged:
        opened.make_debug_cursor(cursor).execute(statement, parameters)  # type: ignore[arg-type]
    else:
        with opened.wrap_database_errors:
            cursor.execute(statement, parameters)


def _rows(cursor: psycopg.Cursor) -> Rows:
    result = cursor.pgresult
    return cursor.fetchall() if result and result.nfields else []


def follow_indexes() -> None:
    """Until the end of the transaction."""
    if not hurries():
        _configure(_BY_INDEX, local=True)


def hurry() -> None:
    """Make the connection ready for many documents: plans are kept, no commit waits for the disk.

    What was committed is safe from the end of this process, however rude. From a power cut it is
    after `wait_for_the_disk`.
    """
    if not hurries():
        connection.connection.prepare_threshold = 0
        _configure(_FOR_MANY, local=False)


def hurries() -> bool:
    connection.ensure_connection()
    return connection.connection.prepare_threshold is not None


def hurry_no_more() -> None:
    if connection.connection is not None and hurries():
        connection.connection.prepare_threshold = None
        with connection.cursor() as cursor:
            cursor.execute(";".join(f"RESET {name}" for name in _FOR_MANY))


def wait_for_the_disk() -> None:
    """Until all that was committed before is on it, by any process: there is one log."""
    with transaction.atomic():
        _configure({"synchronous_commit": "on"}, local=True)
        ask("SELECT pg_logical_emit_message(true, 'aitimeline', '')")


def _configure(values: dict[str, str], *, local: bool) -> None:
    settings = ", ".join(f"set_config('{name}', '{to}', {local})" for name, to in values.items())
    ask(f"SELECT {settings}")


def array(values: Iterable[object]) -> str:
    """Numbers, days or hexadecimal digits as PostgreSQL writes them, not looked at one by one."""
    return "{" + ",".join(map(str, values)) + "}"
