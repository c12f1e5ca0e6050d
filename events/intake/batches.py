"""Many files, one after the other or in several processes; never more than a few in memory."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice

from django.db import connection, connections
from django.utils.translation import gettext as _

from events.intake.processing import Outcome, Run, refused, take_in
from sources.reading.document import ReadingError
from sources.reading.folders import File, read_file

AHEAD = 4  # files handed to each process before it asks for them
CHECKED_EVERY = 1.0  # seconds; whether the process that started a worker is still there


_run = Run()  # of this process
_hasty: object = None  # the connection that does not wait for the disk


def _take_in_file(file: File) -> list[Outcome]:
    try:
        content = read_file(file)
    except ReadingError as error:
        return [refused(file.name, str(error))]
    _wait_for_no_disk()
    return take_in(content, file.name, _run)


def _wait_for_no_disk() -> None:
    """A power cut may take the documents of the last second, whole: the next run reads them again.

    To end this process, however rudely, takes none.
    """
    global _hasty  # noqa: PLW0603 -- a connection may be opened anew
    connection.ensure_connection()
    if _hasty is not connection.connection:
        with connection.cursor() as cursor:
            cursor.execute("SET synchronous_commit TO off")
        _hasty = connection.connection


def _wait_again() -> None:
    global _hasty  # noqa: PLW0603
    if _hasty is connection.connection:
        with connection.cursor() as cursor:
            cursor.execute("RESET synchronous_commit")
    _hasty = None


def take_in_files(
    files: Iterable[File], *, workers: int = 1, dry_run: bool = False
) -> Iterator[list[Outcome]]:
    """The outcomes of each file as soon as they are there."""
    global _run  # noqa: PLW0603 -- processes that are forked off find it there
    _run = Run(dry=dry_run)
    if workers > 1:
        yield from _in_processes(iter(files), workers)
    else:
        for file in files:
            yield _take_in_file(file)
        _wait_again()


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
