"""What a command says when the database is away, full or not made ready, instead of a traceback."""

from collections.abc import Iterator

from django.db import Error, InterfaceError, OperationalError
from psycopg import errors

FULL = "The database's disk is full: make room"
AWAY = "The database cannot be reached"
BEHIND = "The database is not up to date with this version: run `manage.py migrate` first"
AGAIN = "What was stored before is whole; run the command again."

LACKING = (errors.UndefinedTable, errors.UndefinedColumn)


def told(error: BaseException) -> str | None:
    """One line for an outage; None for everything else, which is a mistake of ours."""
    lacks = (one for one in _behind(error) if isinstance(one, LACKING))
    if lack := next(lacks, None):
        return f"{BEHIND}. ({str(lack).splitlines()[0]})"
    if not any(isinstance(one, OperationalError | InterfaceError) for one in _behind(error)):
        return None
    full = any(isinstance(one, errors.DiskFull) for one in _behind(error))
    last = next(one for one in _behind(error) if isinstance(one, Error))
    why = " ".join(str(last).split())
    full = full or "No space left" in why
    return f"{FULL if full else AWAY}. {AGAIN} ({why})"


def _behind(error: BaseException | None) -> Iterator[BaseException]:
    """An error, what it came from, and what that came from."""
    while error:
        yield error
        error = error.__cause__ or error.__context__
