"""`manage.py serve` on a fresh checkout: everything comes up, and everything goes down again."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from aitimeline.server import Server

STARTS_WITHIN = 90  # seconds, the very first time


class Site:
    """A served site of its own, with its data in a folder of its own."""

    def __init__(self, var: Path) -> None:
        self.var, self.log = var, var.parent / "log"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]

    def start(self) -> float:
        """Start it and wait until it answers; the seconds that took."""
        began, starts = time.monotonic(), self.starts()
        self.launch()
        self.wait_until(lambda: self.starts() > starts and self.answers())
        return time.monotonic() - began

    def wait_until(self, reached: Callable[[], bool]) -> None:
        deadline = time.monotonic() + STARTS_WITHIN
        while not reached():
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < deadline, self.log.read_text()
            time.sleep(0.05)

    def launch(self) -> None:
        environment = {**os.environ, "VAR_DIR": str(self.var), "DATABASE_URL": ""}
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "serve", "--port", str(self.port)],
                cwd=settings.BASE_DIR,
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def starts(self) -> int:
        return self.log.read_text().count("Serving on") if self.log.exists() else 0

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/", timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def processes(self) -> list[psutil.Process]:
        """Everything that works on this site's folder, the database server included."""
        mine = []
        for process in psutil.process_iter(["cmdline", "environ"]):
            words = " ".join(process.info["cmdline"] or [])
            variables = process.info["environ"] or {}
            if str(self.var) in words or variables.get("VAR_DIR") == str(self.var):
                mine.append(process)
        return mine

    def interrupt(self) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=30)

    def remove(self) -> None:
        for process in self.processes():
            process.kill()


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    for parent in (folder, *folder.parents[:2]):
        parent.chmod(0o755)  # the embedded server may run as a user of its own
    site = Site(folder / "var")
    yield site
    site.remove()


def test_it_comes_up_goes_down_and_survives_being_killed(site: Site) -> None:
    site.start()
    log = site.log.read_text()
    assert "Account editor, password" in log
    site.interrupt()
    assert site.processes() == []

    assert site.start() < 10  # 5 on a machine that does nothing else
    assert site.log.read_text().count("Account editor") == 1
    site.process.kill()
    site.process.wait()

    site.launch()
    site.wait_until(lambda: site.starts() == 3)
    site.interrupt()  # while the workers start
    assert site.processes() == []


@pytest.fixture
def _handler_put_back() -> Iterator[None]:
    handler = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, handler)


@pytest.mark.usefixtures("_handler_put_back")
def test_an_interrupt_that_python_drops_still_keeps_the_server_from_starting() -> None:
    server = Server("127.0.0.1", 0)
    with suppress(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        server.cfg.when_ready(None)


@pytest.mark.usefixtures("_handler_put_back")
def test_a_taken_port_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aitimeline.server.WAIT_FOR_PORT", 0.3)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(CommandError, match=f"Port {port} is taken"):
            call_command("serve", port=port)
