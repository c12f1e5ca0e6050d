"""Fills an empty database: rows by COPY from several processes, then what is made of them.

Indexes are made at the end, and tables are left alone by autovacuum until then.
"""

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

from django.db import connection, transaction

from bench.made_up import rows
from bench.made_up.phases import phase

CHUNK = 10_000
ENTITIES = ("events_organization", "events_aimodel", "sources_publisher")
TALLIES = ("events_eventtally", "events_organizationtally", "events_modeltally")
Part = tuple[int, int, int, int]

# A GIN index is made with little memory: the tree of its words then stays in the processor's
# cache, and takes half the time it takes with a gigabyte.
SESSION = """
SET synchronous_commit = off;
SET maintenance_work_mem = '64MB';
SET max_parallel_maintenance_workers = 1;
SET work_mem = '256MB';
"""


def fill(count: int, seed: int, processes: int) -> None:
    with phase("names"):
        copy(rows.entities(seed))
    with indexes_made_afterwards():
        connection.close()
        with phase("rows"):
            _write_all(_parts(count, seed), processes)
    with phase("numbers continue"):
        _at_once(map(_continue_numbers, rows.COLUMNS))
    with phase("vacuum, statistics"):
        _at_once(f"VACUUM ANALYZE {table}" for table in (*rows.OF_EVENTS, *TALLIES, *ENTITIES))


def _parts(count: int, seed: int) -> list[Part]:
    """Arguments of `write`."""
    starts = range(1, count + 1, CHUNK)
    return [(seed, first, min(first + CHUNK - 1, count), (count + 1) // 2) for first in starts]


def _write_all(parts: list[Part], processes: int) -> None:
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        for last in pool.map(write, parts):
            print(f"\r{last:>10,}\r", end="", flush=True)


def write(part: Part) -> int:
    """Write some events; the number of the last one."""
    lines = rows.events(*part)
    with transaction.atomic(), connection.cursor() as cursor:
        # Triggers check rows one by one; the rows are right by construction.
        cursor.execute(
            "SET LOCAL synchronous_commit = off; SET LOCAL session_replication_role = replica"
        )
        copy(lines)
    return part[2]


def copy(lines: rows.Lines) -> None:
    for table, of_table in lines.items():
        statement = f"COPY {table} ({rows.COLUMNS[table]}) FROM STDIN"
        with connection.cursor() as cursor, cursor.copy(statement) as to:
            to.write("".join(of_table))


@contextmanager
def indexes_made_afterwards() -> Iterator[None]:
    """Drop what is no constraint and make it again, and the tallies, at the end."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%s) AND indexname "
            "NOT IN (SELECT conname FROM pg_constraint)",
            [list(rows.OF_EVENTS)],
        )
        indexes = cursor.fetchall()
        for name, _definition in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
        for table in rows.OF_EVENTS:
            cursor.execute(f"ALTER TABLE {table} SET (autovacuum_enabled = off)")
    try:
        yield
    finally:
        # The longest first.
        definitions = sorted((one for _, one in indexes), key=lambda one: "gin (search" not in one)
        with phase("indexes, tallies"):
            _at_once([*definitions, "SELECT rebuild_tallies()"])
            _at_once(f"ALTER TABLE {one} RESET (autovacuum_enabled)" for one in rows.OF_EVENTS)


def _continue_numbers(table: str) -> str:
    return f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"


def _at_once(statements: Iterable[str]) -> None:
    """Run them in two connections, each as soon as one is free."""
    waiting = iter(list(statements))
    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(_run_all, waiting) for _ in range(2)]:
            done.result()


def _run_all(waiting: Iterator[str]) -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute(SESSION)
            for statement in waiting:
                cursor.execute(statement)
    finally:
        connection.close()
