"""The whole database into one file and back, by PostgreSQL's own pg_dump and pg_restore.

Its client programs come with the embedded server and speak with older servers too.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

from django.db import connection

from aitimeline.embedded.server import program

BLOCK = 1 << 20  # bytes
LOCKED = "10s"  # how long a restore waits for those who use the tables
HEADER = 15  # lines before the first table
NEWER = b"SET transaction_timeout"  # which servers before 17 do not know
EMPTY = f"""
SET LOCAL lock_timeout = '{LOCKED}';
SET LOCAL client_min_messages = warning;
DROP SCHEMA public CASCADE;
CREATE SCHEMA public;
"""


class BackupError(Exception):
    """What PostgreSQL's program said."""


def back_up(file: Path) -> None:
    """Write everything to `file`, whole or not at all, readable for its owner only."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=".", delete=False) as made:
        part = Path(made.name)
    try:
        _run("pg_dump", "--format=custom", "--file", str(part))
        _run("pg_restore", "--list", str(part), connected=False)
        _to_the_disk(part)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def restore(file: Path) -> None:
    """Put what `file` holds in the place of everything, in one transaction.

    BackupError when the file is none of ours, is damaged, or tables are in use: then everything
    is as before.
    """
    write = [program("pg_restore"), "--no-owner", "--no-privileges", "--file=-", str(file)]
    read = [program("psql"), "--single-transaction", "--quiet", "--no-psqlrc"]
    read += ["--set=ON_ERROR_STOP=1", "--output", os.devnull, "--command", EMPTY, "--file=-"]
    with (
        _started(write, stdout=subprocess.PIPE) as script,
        _started(read, stdin=subprocess.PIPE, env=_environment()) as reader,
    ):
        with script.running, suppress(BrokenPipeError), reader.running:
            _connect(script.running, reader.running)
        _check(script, reader)


def _connect(script: subprocess.Popen[bytes], reader: subprocess.Popen[bytes]) -> None:
    """One writes what the other reads; who is left over is killed."""
    try:
        _pour(cast("IO[bytes]", script.stdout), cast("IO[bytes]", reader.stdin))
    except BrokenPipeError:
        script.kill()
        raise
    if script.wait():
        reader.kill()  # before its end of file, which would commit the half


def _pour(script: IO[bytes], reader: IO[bytes]) -> None:
    for _ in range(HEADER):
        line = script.readline()
        if not line.startswith(NEWER):
            reader.write(line)
    while block := script.read(BLOCK):
        reader.write(block)
    reader.flush()


class _Program(NamedTuple):
    """One of PostgreSQL's, and the file it complains into."""

    running: subprocess.Popen[bytes]
    words: IO[bytes]


@contextmanager
def _started(command: list[str], **how: Any) -> Iterator[_Program]:
    with tempfile.TemporaryFile() as words:
        yield _Program(subprocess.Popen(command, stderr=words, **how), words)  # noqa: S603


def _check(*programs: _Program) -> None:
    """The complaint of the one that failed by itself, not of the one killed after it."""
    failed = max(programs, key=lambda one: one.running.returncode)
    if any(one.running.returncode for one in programs):
        failed.words.seek(0)
        said = failed.words.read().decode(errors="replace").strip().splitlines()
        raise BackupError(said[0] if said else "PostgreSQL's program was ended")


def _run(name: str, *options: str, connected: bool = True) -> None:
    environment = _environment() if connected else None
    command = [program(name), *options]
    with _started(command, stdout=subprocess.DEVNULL, env=environment) as only:
        only.running.wait()
        _check(only)


def _environment() -> Mapping[str, str]:
    """How libpq's programs reach our database; a password stays off the command line."""
    known = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD"}
    known |= {"dbname": "PGDATABASE", "sslmode": "PGSSLMODE"}
    given = connection.get_connection_params()
    return {**os.environ, **{known[name]: str(given[name]) for name in known if given.get(name)}}


def _to_the_disk(file: Path) -> None:
    with file.open("rb") as written:
        os.fsync(written.fileno())
