"""What the embedded server is told before it starts."""

from pathlib import Path

from aitimeline.embedded.server import OURS, _tune


def test_a_server_that_is_not_made_yet_is_left_alone(tmp_path: Path) -> None:
    _tune(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_its_memory_follows_the_machine_and_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "postgresql.conf").write_text("port = 5432\n")
    for _ in range(2):
        _tune(tmp_path)
    assert (tmp_path / "postgresql.conf").read_text().count(OURS) == 1
    shared = (tmp_path / OURS).read_text().split()[2]
    assert 32 <= int(shared.removesuffix("MB")) <= 1024
