"""Many files, one after the other or in several processes; never more than a few in memory."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    Future,
    ProcessPoolExecutor,
    wait,
)
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice

from django.db import connection, connections

from events.intake.processing import Arriving, Outcome, Run, Storing, refused
from sources.reading.folders import File, read_file
from sources.reading.said import gettext as _
from sources.storing import hurry, hurry_no_more, wait_for_the_disk

AHEAD = 4  # files handed to each process before it asks for them
HELD = 0.2  # seconds, at most, that outcomes are held back for the disk; but for a slow file
CHECKED_EVERY = 1.0  # seconds; whether the process that started a worker is still there


_run = Run()  # of this process


def _take_in_file(file: File) -> list[Outcome]:
    return _arriving(file).taken_in()


def _arriving(file: File) -> Arriving:
    hurry()
    return Arriving(lambda: read_file(file), file.name, _run)


def take_in_files(
    files: Iterable[File], *, workers: int = 1, dry_run: bool = False
) -> Iterator[list[Outcome]]:
    """The outcomes of each file, soon after they are safely stored."""
    global _run  # noqa: PLW0603 -- processes that are forked off find it there
    _run = Run(dry=dry_run)
    if workers > 1:
        yield from _on_disk(_in_processes(iter(files), workers))
        return
    try:
        yield from _on_disk(_one_ahead(files))
    finally:
        hurry_no_more()


def _one_ahead(files: Iterable[File]) -> Iterator[list[Outcome]]:
    """A file is read and looked through while the database works for the one before it."""
    before: Storing | None = None
    try:
        for file in files:
            arriving = _arriving(file)
            if before:
                before.step()
            arriving.read()
            if before:
                before.step()
            storing = arriving.looked_at()
            if before:
                yield before.end()
            before = storing
        if before:
            yield before.end()
    finally:
        if before:
            before.stop()


def _on_disk(outcomes: Iterable[list[Outcome]]) -> Iterator[list[Outcome]]:
    """Told when a power cut takes them no more; the disk is waited for once for several."""
    held: list[list[Outcome]] = []
    until = time.monotonic() + HELD
    for of_file in outcomes:
        held.append(of_file)
        if time.monotonic() > until:
            wait_for_the_disk()
            yield from held
            held, until = [], time.monotonic() + HELD
    if held:
        wait_for_the_disk()
    yield from held


def _in_processes(files: Iterator[File], workers: int) -> Iterator[list[Outcome]]:
    running: dict[Future[list[Outcome]], File] = {}
    with _pool(workers) as pool:
        try:
            while True:
                for file in islice(files, workers * AHEAD - len(running)):
                    running[pool.submit(_take_in_file, file)] = file
                if not running:
                    return
                for done in wait(running, return_when=FIRST_COMPLETED).done:
                    outcomes = done.result()
                    del running[done]
                    yield outcomes
        except BrokenProcessPool:
            pass  # one of them ended the process that read it
    for file in running.values():
        yield _on_its_own(file)
    yield from _in_processes(files, workers)


def _on_its_own(file: File) -> list[Outcome]:
    """In a process that may end over it."""
    with _pool(1) as pool:
        try:
            return pool.submit(_take_in_file, file).result()
        except BrokenProcessPool:
            return [refused(file.name, _("The process that read it was ended by it."))]


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Processes that open connections of their own and leave when they are left alone.

    This one connects first: the embedded database stops when the last process that exits in
    order has left it, and processes of a pool just vanish.
    """
    connection.ensure_connection()
    _close_connections()
    pool = ProcessPoolExecutor(
        workers, multiprocessing.get_context("fork"), initializer=_begin, initargs=(os.getpid(),)
    )
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _close_connections() -> None:
    """No socket and no pool is shared with a process that is forked off."""
    connections.close_all()
    for opened in connections.all(initialized_only=True):
        if close_pool := getattr(opened, "close_pool", None):
            close_pool()


def _begin(parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it and tells
    threading.Thread(target=_leave_with, args=(parent,), daemon=True).start()


def _leave_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(CHECKED_EVERY)
    os._exit(1)
