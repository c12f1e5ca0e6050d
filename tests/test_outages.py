"""What commands say when the database is away or full."""

import pytest
from django.db import InterfaceError, OperationalError, ProgrammingError
from psycopg import errors

import manage
from aitimeline.outages import AWAY, BEHIND, FULL, told


def test_a_full_disk_is_told_although_the_server_fell_over_it() -> None:
    full = OperationalError("could not write")
    full.__cause__ = errors.DiskFull("No space left on device")
    gone = OperationalError("connection failed: in recovery mode")
    gone.__context__ = full
    assert (told(gone) or "").startswith(FULL)


def test_a_connection_that_is_gone_is_told_in_one_line() -> None:
    line = told(InterfaceError("the connection\nis closed")) or ""
    assert line.startswith(AWAY)
    assert "the connection is closed" in line


def test_tables_that_are_not_there_yet_are_told() -> None:
    lacking = ProgrammingError("no table")
    lacking.__cause__ = errors.UndefinedTable('relation "sources_source" does not exist\nLINE 1')
    line = told(lacking) or ""
    assert line.startswith(BEHIND)
    assert line.endswith('(relation "sources_source" does not exist)')


def test_a_mistake_of_ours_is_no_outage() -> None:
    assert told(ValueError("disk")) is None


def test_a_command_ends_in_that_line_and_not_in_a_traceback(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def away(_: list[str]) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr("django.core.management.execute_from_command_line", away)
    with pytest.raises(SystemExit, match=f"^{AWAY}.*connection refused"):
        manage.main()
