"""Fills an empty database: rows by COPY from several processes, then what is made of them.

Indexes are made at the end, and tables are left alone by autovacuum until then.
"""

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from itertools import chain
from multiprocessing import get_context

from django.db import connection, transaction

from bench.made_up import rows
from bench.made_up.phases import phase

CHUNK = 10_000
FINALLY = (
    "ANALYZE events_event",  # now that there are indexes over expressions
    # What was written while an index was made is not marked as seen by all before it is there.
    *("VACUUM ANALYZE events_eventtally", "VACUUM ANALYZE events_organizationtally"),
    "VACUUM ANALYZE events_modeltally",
)
Part = tuple[int, int, int, int]

# A GIN index is made with little memory: the tree of its words then stays in the processor's
# cache, and takes half the time it takes with a gigabyte.
SESSION = """
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
    with phase("statistics"):
        _at_once([], [*FINALLY, *map(_continue_numbers, rows.COLUMNS)])


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
        cursor.execute("SET LOCAL session_replication_role = replica")
        copy(lines)
    return part[2]


def copy(lines: rows.Lines) -> None:
    for table, of_table in lines.items():
        statement = f"COPY {table} ({rows.COLUMNS[table]}) FROM STDIN"
        with connection.cursor() as cursor, cursor.copy(statement) as to:
            to.write("".join(of_table))


@contextmanager
def indexes_made_afterwards() -> Iterator[None]:
    """Drop what is no constraint; at the end make it again, and the tallies."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%s) "
            "AND indexname NOT IN (SELECT conname FROM pg_constraint)",
            [list(rows.OF_EVENTS)],
        )
        indexes = cursor.fetchall()
        for _table, name, _definition in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
        for table in rows.OF_EVENTS:
            cursor.execute(f"ALTER TABLE {table} SET (autovacuum_enabled = off)")
    try:
        yield
    finally:
        with phase("indexes, tallies"):
            _at_once(*_afterwards({one: table for table, _name, one in indexes}))


def _afterwards(tables: dict[str, str]) -> tuple[list[str], list[str]]:
    """The longest row of statements, which follow each other, and all that can be done beside.

    `tables` has the definition of each index with the table it is of.
    """
    longest = [one for one in tables if "gin (search)" in one]
    of_events = [one for one in tables if tables[one] == "events_event" and one not in longest]
    others = [one for one in tables if tables[one] != "events_event"]
    filled = [one for one in rows.COLUMNS if one != "events_event"]
    beside = [*others, "SELECT rebuild_tallies()", *of_events]
    beside += [f"VACUUM ANALYZE {one}" for one in filled]
    beside += [f"ALTER TABLE {one} RESET (autovacuum_enabled)" for one in rows.OF_EVENTS]
    return ["VACUUM events_event", *longest], beside


def _continue_numbers(table: str) -> str:
    return f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"


def _at_once(longest: list[str], beside: list[str]) -> None:
    """Run them in two connections, of which one begins with what takes longest."""
    waiting = iter(beside)
    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(_run_all, one) for one in (chain(longest, waiting), waiting)]:
            done.result()


def _run_all(waiting: Iterable[str]) -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute(SESSION)
            for statement in waiting:
                cursor.execute(statement)
    finally:
        connection.close()
