"""What can stand between a crash and the next start of the embedded server."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest

from aitimeline.embedded import starting
from aitimeline.embedded.starting import MARK, start

READY = "{pid}\n/data\n1\n5432\n/run\n\n0 0\n{state}\n"


class Server:
    """The package's server as far as starting goes: what each try does, in order."""

    def __init__(self, data: Path, *tries: Callable[[], Any]) -> None:
        self.pgdata = data
        self.tries = list(tries)

    def start(self) -> None:
        self.tries.pop(0)()


def _fails(error: Exception) -> Callable[[], Any]:
    def attempt() -> None:
        raise error

    return attempt


def test_a_mark_whose_number_another_process_has_by_now_is_forgotten(tmp_path: Path) -> None:
    (tmp_path / MARK).write_text(READY.format(pid=os.getpid(), state="ready"))
    start(Server(tmp_path, lambda: None))
    assert not (tmp_path / MARK).exists()


def test_a_mark_of_nobody_is_left_to_the_server_itself(tmp_path: Path) -> None:
    (tmp_path / MARK).write_text(READY.format(pid=2**22 + 1, state="ready"))
    start(Server(tmp_path, lambda: None))
    assert (tmp_path / MARK).exists()


def test_recovery_that_takes_longer_than_the_package_waits_is_waited_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    slow = subprocess.TimeoutExpired("pg_ctl", 10)
    server = Server(tmp_path, _fails(slow), _fails(slow), lambda: None)
    start(server)
    assert not server.tries
    assert capsys.readouterr().err.count("catching up") == 1


def test_it_does_not_wait_forever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "PATIENCE", 0.0)
    with pytest.raises(psycopg.OperationalError, match="not ready"):
        start(Server(tmp_path, _fails(subprocess.TimeoutExpired("pg_ctl", 10))))


def test_a_start_that_fails_tells_the_last_complaint_of_the_log(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("LOG:  redo\n1 [7] FATAL:  No space left on device\nLOG:  down\n")
    failed = subprocess.CalledProcessError(1, "pg_ctl")
    with pytest.raises(psycopg.OperationalError, match="start: No space left on device"):
        start(Server(tmp_path, _fails(failed)))
