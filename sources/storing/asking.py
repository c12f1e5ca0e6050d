"""SQL that is run for every document of an import: sent with its values beside it.

So PostgreSQL can keep the plan of a statement, and parsing and planning are half of what it costs.
Django writes the values into the statement, and takes longer to write some than PostgreSQL to
answer them.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from weakref import WeakKeyDictionary

import psycopg
from django.db import DEFAULT_DB_ALIAS, connections, transaction

from sources.storing.wire import Question, Rows, Wire

# The planner takes comparing arrays for cheap and would read a whole table while it is small,
# which takes 30 ms of 1,600 texts; their index takes less than one. Where a table has no index to
# follow, older servers then take the statement for dear enough to compile.
_BY_INDEX = {"enable_seqscan": "off", "jit": "off"}
_FOR_MANY = {
    **_BY_INDEX,
    "plan_cache_mode": "force_generic_plan",
    "synchronous_commit": "off",
}

_wires: WeakKeyDictionary[psycopg.Connection, Wire] = WeakKeyDictionary()


def ask(statement: str, **parameters: Any) -> Rows:
    """The rows of a statement; those of `parameters` that it names go with it."""
    (rows,) = ask_together([(statement, parameters)])
    return rows


def ask_together(questions: Sequence[Question]) -> list[Rows]:
    """The same of several, which cost one wait: none is asked about the answer to another."""
    with underway(questions) as answers:
        pass
    return answers


def tell(statements: Sequence[Question]) -> None:
    if statements:
        ask_together(statements)


@contextmanager
def underway(questions: Sequence[Question], *, last: bool = False) -> Iterator[list[Rows]]:
    """The database works through them while something else is done that asks it nothing.

    Their answers are there when it is left. With what is `last` the transaction ends; only where
    it is `outermost`.
    """
    wire, django = _wire(), connections[DEFAULT_DB_ALIAS]
    if django.queries_logged:
        django.queries_log.extend({"sql": sql, "time": "0"} for sql, _ in questions)
    answers: list[Rows] = []
    with django.wrap_database_errors:
        sent = wire.send(questions, last=last)
    try:
        yield answers
    finally:
        with django.wrap_database_errors:
            answers += sent.answers()


def outermost() -> bool:
    """Whether what is told now is committed by the innermost `atomic` that is left."""
    return len(connections[DEFAULT_DB_ALIAS].atomic_blocks) == 1


def _wire() -> Wire:
    django = connections[DEFAULT_DB_ALIAS]
    django.ensure_connection()
    opened = django.connection
    if wire := _wires.get(opened):
        return wire
    _wires[opened] = wire = Wire(opened)
    return wire


def follow_indexes() -> None:
    """Until the end of the transaction."""
    if not _wire().keeps_plans:
        _configure(_BY_INDEX, local=True)


def hurry() -> None:
    """Make the connection ready for many documents: plans are kept, no commit waits for the disk.

    What was committed is safe from the end of this process, however rude. From a power cut it is
    after `wait_for_the_disk`.
    """
    wire = _wire()
    if not wire.keeps_plans:
        _configure(_FOR_MANY, local=False)
        wire.keeps_plans = True


def hurry_no_more() -> None:
    if connections[DEFAULT_DB_ALIAS].connection is None:
        return
    wire = _wire()
    if wire.keeps_plans:
        wire.keeps_plans = False
        for name in _FOR_MANY:
            ask(f"RESET {name}")


def wait_for_the_disk() -> None:
    """Until all that was committed before is on it, by any process: there is one log."""
    with transaction.atomic():
        _configure({"synchronous_commit": "on"}, local=True)
        ask("SELECT pg_logical_emit_message(true, 'aitimeline', '')")


def _configure(values: dict[str, str], *, local: bool) -> None:
    settings = ", ".join(f"set_config('{name}', '{to}', {local})" for name, to in values.items())
    ask(f"SELECT {settings}")


def array(values: Iterable[object]) -> str:
    """Numbers, days or hexadecimal digits as PostgreSQL writes them, or nothing."""
    return "{" + ",".join(["NULL" if value is None else str(value) for value in values]) + "}"


def texts(values: Iterable[str | None]) -> str:
    """Any texts as PostgreSQL writes them in an array, or nothing."""
    written = [
        "NULL" if text is None else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
        for text in values
    ]
    return "{" + ",".join(written) + "}"
