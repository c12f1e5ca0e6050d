"""Where each record of a folder of seeds stands; finding the files without being led astray."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from events.exchange.seeds.problems import Problem, shown

LISTS = {
    "publishers.yaml": "publisher",
    "organizations.yaml": "organization",
    "people.yaml": "person",
}
FOLDERS = {"sources": "source", "models": "model", "events": "event"}
LARGEST_FILE = 2_000_000  # bytes
WITHOUT_DEVELOPER = "_other"


class SeedFile(NamedTuple):
    kind: str
    name: str  # relative to the folder, with slashes
    path: Path

    @property
    def holds_list(self) -> bool:
        return self.kind not in ("source", "event")


def name_of(kind: str, slug: str, developer: str | None = None) -> str:
    """The file in which a record stands."""
    if kind == "model":
        return f"models/{developer or WITHOUT_DEVELOPER}.yaml"
    folder = {"source": "sources", "event": "events"}.get(kind)
    if folder:
        return f"{folder}/{slug}.yaml"
    return next(name for name, listed in LISTS.items() if listed == kind)


def find_files(root: Path, problems: list[Problem]) -> list[SeedFile]:
    """Every file of the folder that is to be read; what does not belong there is a problem."""
    found = [file for entry in _entries(root) for file in _files_of(root, entry, problems)]
    if not found and not problems:
        expected = ", ".join([*LISTS, *(f"{folder}/" for folder in FOLDERS)])
        problems.append(Problem(shown(root, 500), 0, f"holds no seeds, expected {expected}"))
    return found


def _files_of(root: Path, entry: Path, problems: list[Problem]) -> Iterator[SeedFile]:
    if entry.name in FOLDERS:
        if not _leads_inside(root, entry, problems):
            return
        if not entry.is_dir():
            problems.append(Problem(entry.name, 0, "expected a folder"))
            return
        for file in _entries(entry):
            if _belongs(root, file, problems, expected=True):
                yield SeedFile(FOLDERS[entry.name], _relative(root, file), file)
    elif _belongs(root, entry, problems, expected=entry.name in LISTS):
        yield SeedFile(LISTS[entry.name], entry.name, entry)


def _belongs(root: Path, path: Path, problems: list[Problem], *, expected: bool) -> bool:
    """Whether to read this file; notes of people (README.md) are passed over."""
    is_yaml = path.suffix in (".yaml", ".yml")
    if not is_yaml and not path.is_dir():
        return False
    name = _relative(root, path)
    if not expected or path.suffix != ".yaml":
        known = ", ".join([*LISTS, *(f"{folder}/<slug>.yaml" for folder in FOLDERS)])
        problems.append(Problem(name, 0, f"has no place in the layout, expected {known}"))
        return False
    if not _leads_inside(root, path, problems):
        return False
    return _is_readable(name, path, problems)


def _is_readable(name: str, path: Path, problems: list[Problem]) -> bool:
    status = path.stat()
    text = ""
    if stat.S_ISDIR(status.st_mode):
        text = "is a folder, expected a file"
    elif not stat.S_ISREG(status.st_mode):
        text = "is no regular file"
    elif status.st_size > LARGEST_FILE:
        text = f"has {status.st_size:,} bytes, at most {LARGEST_FILE:,} are read"
    elif not status.st_size:
        text = "is empty"
    if text:
        problems.append(Problem(name, 0, text))
    return not text


def _leads_inside(root: Path, path: Path, problems: list[Problem]) -> bool:
    target = Path(os.path.realpath(path))
    if target.is_relative_to(root.resolve()) and target.exists():
        return True
    text = "is a link that leads out of the folder or nowhere"
    problems.append(Problem(_relative(root, path), 0, text))
    return False


def _entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def _relative(root: Path, path: Path) -> str:
    name = path.relative_to(root).as_posix()
    return shown(os.fsencode(name).decode("utf-8", "backslashreplace"), 300)
