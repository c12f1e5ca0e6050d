"""The database back into a folder of seeds, file by file."""

import os
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.db import connection, transaction

from events.exchange.seeds.layout import FOLDERS, LISTS, name_of
from events.exchange.seeds.reading import read
from events.exchange.seeds.records import TABLES, Record, stored
from events.exchange.seeds.writing import listing, mapping

NOTES = ("README.md",)
TEMPORARY = ".export-"


class NotSeedsError(Exception):
    """The folder holds something else, which an export could harm."""


@dataclass
class Exported:
    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)  # YAML files that are no seeds, left alone

    def lines(self) -> Iterator[str]:
        yield from (f"left alone, holds no seeds: {name}" for name in self.strangers)
        yield from (f"removed: {name}" for name in self.removed)
        yield (
            f"{len(self.written)} files written, {len(self.unchanged)} unchanged, "
            f"{len(self.removed)} removed."
        )


def export_seeds(folder: Path) -> Exported:
    """Write every record; a file is replaced whole or not at all, README.md is not touched.

    Raises NotSeedsError when the folder holds anything but seeds.
    """
    _check(folder)
    files = seed_files()
    folder.mkdir(parents=True, exist_ok=True)
    done = Exported()
    with _temporary(folder) as beside:
        for name, content in sorted(files.items()):
            unchanged = _holds(folder / name, content)
            (done.unchanged if unchanged else done.written).append(name)
            if not unchanged:
                _replace(folder / name, content, beside)
    for name in _others(folder, files):
        if _is_seed(folder, name):
            (folder / name).unlink()
            done.removed.append(name)
        else:
            done.strangers.append(name)
    return done


def seed_files() -> dict[str, bytes]:
    """The name and content of every file, as the database is at this moment."""
    with transaction.atomic():
        if not connection.savepoint_ids:  # inside another transaction it cannot be set any more
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        records = {kind: stored(kind) for kind in TABLES}
    lists: dict[str, list[Record]] = defaultdict(list)
    files: dict[str, bytes] = {}
    for kind, of_kind in records.items():
        for slug, record in of_kind.items():
            name = name_of(kind, slug, record.get("developer"))
            if kind in ("source", "event"):
                files[name] = mapping(record).encode()
            else:
                lists[name].append(record)
    files.update((name, listing(found).encode()) for name, found in lists.items())
    return files


def _check(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise NotSeedsError(f"{folder} is no folder.")
    for path in folder.iterdir():
        known = path.name in (*LISTS, *NOTES) and path.is_file()
        if path.name in FOLDERS:
            known = path.is_dir() and not path.is_symlink() and _only_yaml(path)
        if not known and not path.name.startswith("."):
            raise NotSeedsError(
                f"{folder} is no folder of seeds: it holds {path.name}. Nothing was written."
            )


def _only_yaml(folder: Path) -> bool:
    return all(
        path.suffix == ".yaml" and path.is_file()
        for path in folder.iterdir()
        if not path.name.startswith(".")
    )


@contextmanager
def _temporary(folder: Path) -> Iterator[Path]:
    """A folder on the same disk, so that a finished file can be moved into its place at once."""
    for left_by_killed in folder.glob(f"{TEMPORARY}*"):
        shutil.rmtree(left_by_killed, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=TEMPORARY, dir=folder) as name:
        yield Path(name)


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and not path.is_symlink() and path.read_bytes() == content


def _replace(path: Path, content: bytes, beside: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    finished = beside / path.name
    finished.write_bytes(content)
    os.replace(finished, path)


def _others(folder: Path, files: dict[str, bytes]) -> list[str]:
    """Files of the layout that this export did not write."""
    candidates = [*LISTS, *(p.relative_to(folder).as_posix() for p in folder.glob("*/*.yaml"))]
    return sorted(name for name in candidates if name not in files and (folder / name).exists())


def _is_seed(folder: Path, name: str) -> bool:
    """Whether a file was written by an export: its records stand where they belong."""
    path = folder / name
    kind = LISTS.get(name) or FOLDERS.get(name.partition("/")[0], "")
    data = read(name, path.read_bytes()).data
    records = data if isinstance(data, list) else [data]
    return bool(kind) and all(
        isinstance(record, dict)
        and isinstance(record.get("slug"), str)
        and name_of(kind, record["slug"], record.get("developer")) == name
        for record in records
    )
