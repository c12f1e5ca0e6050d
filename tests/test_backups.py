"""The whole database into one file and back."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from aitimeline import backups
from aitimeline.backups import BackupError, back_up, restore
from tests.factories import make_organization

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Another database on the same server, which our connection settings name meanwhile."""
    here = connection.get_connection_params()
    name = f"{here['dbname']}_restored"
    reach = {key: here[key] for key in ("host", "port", "user")}
    with psycopg.connect(**reach, dbname="postgres", autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        with monkeypatch.context() as other:
            other.setitem(connection.settings_dict, "NAME", name)
            yield psycopg.conninfo.make_conninfo(**reach, dbname=name)
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    make_organization(slug="kept")
    back_up(tmp_path / "whole.dump")
    return tmp_path / "whole.dump"


def _slugs(address: str) -> list[str]:
    with psycopg.connect(address) as database:
        return [slug for (slug,) in database.execute("SELECT slug FROM events_organization")]


def test_a_backup_comes_back_whole_and_is_readable_for_its_owner_only(
    backup: Path, elsewhere: str
) -> None:
    restore(backup)
    assert "kept" in _slugs(elsewhere)
    assert backup.stat().st_mode & 0o777 == 0o600


def test_a_damaged_backup_changes_nothing(backup: Path, elsewhere: str) -> None:
    restore(backup)
    half = backup.with_name("half.dump")
    half.write_bytes(backup.read_bytes()[: backup.stat().st_size // 2])
    with pytest.raises(BackupError, match="pg_restore"):
        restore(half)
    assert "kept" in _slugs(elsewhere)


def test_tables_in_use_are_told_and_nothing_is_changed(
    backup: Path, elsewhere: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    restore(backup)
    monkeypatch.setattr(backups, "EMPTY", backups.EMPTY.replace(backups.LOCKED, "100ms"))
    with psycopg.connect(elsewhere) as reader:
        reader.execute("SELECT slug FROM events_organization")
        with pytest.raises(BackupError, match="lock timeout"):
            restore(backup)
    assert "kept" in _slugs(elsewhere)


def test_a_full_database_is_given_up_only_when_asked(backup: Path) -> None:
    with pytest.raises(CommandError, match="not empty"):
        call_command("restore", backup)


def test_a_backup_writes_over_no_file(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="there already"):
        call_command("backup", tmp_path / "..")
