"""How long a part of the work took, and for how long it kept processors busy."""

import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psutil
from django.db import connection


@contextmanager
def phase(name: str) -> Iterator[None]:
    """Print its seconds, and those of the processor: on a machine with other work, they count."""
    began, ours, servers = time.monotonic(), _ours(), _servers()
    yield
    print(
        f"{name:20} {time.monotonic() - began:7.1f} s, at work: here {_ours() - ours:.1f} s, "
        f"database {_servers() - servers:.1f} s",
        flush=True,
    )


def _ours() -> float:
    usage = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in usage)


def _servers() -> float:
    """Of the whole server, when it is on this machine."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        backend = cursor.fetchone()[0]
    try:
        server = psutil.Process(backend).parent()
        if server is None or not server.name().startswith("postgres"):
            return 0
        return sum(sum(one.cpu_times()[:4]) for one in (server, *_alive(server)))
    except psutil.Error:
        return 0


def _alive(server: psutil.Process) -> Iterator[psutil.Process]:
    return (child for child in server.children() if child.is_running())
