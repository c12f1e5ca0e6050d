"""Statements sent to PostgreSQL together, with their values beside them, and answered later.

By libpq, as psycopg hands it out: psycopg's cursors take longer to send a statement and to read
its answer than PostgreSQL to work it out, and wait between the statements of a pipeline.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, Final, NamedTuple

import psycopg
from psycopg.abc import PQGen
from psycopg.adapt import Transformer
from psycopg.errors import error_from_result
from psycopg.generators import fetch_many, send
from psycopg.pq import ConnStatus, ExecStatus, Format, TransactionStatus
from psycopg.pq.abc import PGconn, PGresult

Rows = list[tuple[Any, ...]]
Value = str | bytes | int | None  # a day or an array as text
Question = tuple[str, dict[str, Any]]  # a statement and its parameters, each a Value

_PARAMETER: Final = re.compile(r"%\((\w+)\)s")
_FORMATS: Final = {bytes: Format.BINARY}
_GOOD: Final = (ExecStatus.TUPLES_OK, ExecStatus.COMMAND_OK, ExecStatus.PIPELINE_SYNC)


class Wire:
    """What goes over a connection while none of its cursors is at work."""

    def __init__(self, opened: psycopg.Connection) -> None:
        self.opened = opened
        self.keeps_plans = False
        self.names: dict[bytes, bytes] = {}  # of statements whose plans are kept
        self._prepared = 0
        self._reader = Transformer(opened)

    def send(self, questions: Sequence[Question], *, last: bool = False) -> "Sent":
        """To be answered before anything else is asked; what is `last` is committed."""
        messages = [_Message.of(*question) for question in questions]  # which may fail
        pgconn = self.opened.pgconn
        pgconn.enter_pipeline_mode()
        sent = Sent(self)
        if not self.opened.autocommit and pgconn.transaction_status == TransactionStatus.IDLE:
            sent.command(b"BEGIN")
        for message in messages:
            sent.ask(message)
        if last:
            sent.command(b"COMMIT")
        pgconn.pipeline_sync()
        self.opened.wait(send(pgconn))
        return sent

    def new_name(self, statement: bytes) -> bytes:
        """Never one that was used before: what failed may still go by it."""
        self._prepared += 1
        self.names[statement] = name = b"kept_%d" % self._prepared
        return name

    def rows(self, result: PGresult) -> Rows:
        if not result.ntuples:
            return []
        self._reader.set_pgresult(result)
        return self._reader.load_rows(0, result.ntuples, tuple)


class _Message(NamedTuple):
    """A statement as it is sent."""

    statement: bytes
    values: list[bytes | None]
    formats: list[Format]

    @classmethod
    def of(cls, statement: str, parameters: dict[str, Any]) -> "_Message":
        text, names = _numbered(statement)
        values = [parameters[name] for name in names]
        formats = [_FORMATS.get(type(value), Format.TEXT) for value in values]
        return cls(text, [_written(value) for value in values], formats)


class Sent:
    """Statements on their way."""

    def __init__(self, wire: Wire) -> None:
        self._wire, self._pgconn = wire, wire.opened.pgconn
        self._asked: list[bool] = []  # of each message, whether its answer is waited for
        self._new: list[bytes] = []  # statements prepared with them

    def command(self, statement: bytes) -> None:
        self._pgconn.send_query_params(statement, None)
        self._asked.append(False)

    def ask(self, message: _Message) -> None:
        statement, values, formats = message
        if self._wire.keeps_plans:
            name = self._wire.names.get(statement) or self._prepare(statement)
            self._pgconn.send_query_prepared(name, values, formats)
        else:
            self._pgconn.send_query_params(statement, values, param_formats=formats)
        self._asked.append(True)

    def _prepare(self, statement: bytes) -> bytes:
        name = self._wire.new_name(statement)
        self._pgconn.send_prepare(name, statement)
        self._asked.append(False)
        self._new.append(statement)
        return name

    def answers(self) -> list[Rows]:
        """The rows of each question; raises the error of the first that failed."""
        try:
            results = self._wire.opened.wait(_fetched(self._pgconn, len(self._asked) + 1))
        finally:
            if self._pgconn.status == ConnStatus.OK:
                self._pgconn.exit_pipeline_mode()
        for result in results:
            if result.status not in _GOOD:
                self._forget()
                raise error_from_result(result, encoding="utf-8")
        pairs = zip(results, self._asked, strict=False)  # the last ends the messages
        return [self._wire.rows(result) for result, asked in pairs if asked]

    def _forget(self) -> None:
        for statement in self._new:
            del self._wire.names[statement]


def _fetched(pgconn: PGconn, count: int) -> PQGen[list[PGresult]]:
    results: list[PGresult] = []
    for _ in range(count):
        results += yield from fetch_many(pgconn)
    return results


@cache
def _numbered(statement: str) -> tuple[bytes, list[str]]:
    """With numbers for its parameters, and their names in that order."""
    names = list(dict.fromkeys(_PARAMETER.findall(statement)))
    numbers = {name: f"${number}" for number, name in enumerate(names, 1)}
    return _PARAMETER.sub(lambda found: numbers[found[1]], statement).encode(), names


def _written(value: Value) -> bytes | None:
    if value is None or isinstance(value, bytes):
        return value
    written = str(value).encode()
    if b"\0" in written:  # where libpq would end it
        raise psycopg.DataError("A text with a NUL cannot be stored.")
    return written
