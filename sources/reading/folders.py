"""The files that paths name: what may be read, and why the rest may not. Plain Python.

Everything is opened step by step below the path that was given, without following links, and
looked at once it is open: what changes in between changes nothing.
"""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sources.reading.document import ReadingError
from sources.reading.limits import MOST_BYTES
from sources.reading.said import gettext as _

LARGEST_FILE = MOST_BYTES
MOST_FILES = 100_000
DEEPEST = 32  # folders inside each other

_SYSTEM_NAMES = frozenset({"thumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "lost+found"})
_ARCHIVES = {
    b"PK\x03\x04": "zip",
    b"PK\x05\x06": "zip",
    b"\x1f\x8b": "gzip",
    b"BZh": "bzip2",
    b"\xfd7zXZ\x00": "xz",
    b"\x28\xb5\x2f\xfd": "zstd",
    b"7z\xbc\xaf\x27\x1c": "7z",
    b"Rar!\x1a\x07": "rar",
    b"MSCF": "cab",
    b"!<arch>": "ar",
}
_OFFICE = (b"[Content_Types].xml", b"_rels/", b"word/", b"docProps/")
_TAR_MARK = slice(257, 262)


@dataclass(frozen=True)
class File:
    """A file below a path that was named."""

    root: Path
    steps: tuple[str, ...] = ()  # from the root to it; none when the root is the file

    @property
    def name(self) -> str:
        return printable(str(self.root.joinpath(*self.steps)))


@dataclass(frozen=True)
class Refusal:
    """Something that is not read. Skipped: it was never meant to be a document."""

    name: str
    why: str
    skipped: bool = False


def path_named(text: str) -> Path:
    """A path given on the command line; an empty one would be the folder one happens to be in."""
    if not text:
        raise ValueError
    return Path(text)


def printable(name: str) -> str:
    """A file's name as text that can be shown and stored, whatever bytes it has."""
    text = name.encode("utf-8", "backslashreplace").decode()
    return "".join(sign if sign.isprintable() else f"\\x{ord(sign):02x}" for sign in text)


def files_in(paths: Iterable[Path]) -> Iterator[File | Refusal]:
    """Every file of the paths and the folders among them, in order; what is refused in between."""
    count = 0
    for root in paths:
        for found in _found_at(root):
            count += isinstance(found, File)
            if count > MOST_FILES:
                yield Refusal(
                    found.name, _("More than %s files: the rest is not read.") % MOST_FILES
                )
                return
            yield found


def read_file(file: File) -> bytes:
    """The bytes of a file; ReadingError says why it is not read."""
    try:
        with _opened(file) as descriptor, os.fdopen(descriptor, "rb", closefd=False) as stream:
            content = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ReadingError(_reason(error)) from error
    check_content(content)
    return content


def check_content(content: bytes) -> None:
    """Refuse bytes that are no document: too many of them, none, or an archive."""
    if len(content) > LARGEST_FILE:
        raise ReadingError(
            _("It is larger than %s MB: split it, or give its text alone.")
            % (LARGEST_FILE // 1_000_000)
        )
    if not content:
        raise ReadingError(_("It is empty."))
    if kind := archive_kind(content):
        raise ReadingError(_("It is an archive (%s): unpack it first.") % kind)


def archive_kind(content: bytes) -> str:
    """zip, gzip and so on for an archive; "" for everything else, Office files included."""
    for mark, kind in _ARCHIVES.items():
        if content.startswith(mark):
            is_office = kind == "zip" and content[30:].startswith(_OFFICE)
            return "" if is_office else kind
    return "tar" if content[_TAR_MARK] == b"ustar" else ""


def _found_at(root: Path) -> Iterator[File | Refusal]:
    try:
        status = root.lstat()
    except OSError as error:
        yield Refusal(printable(str(root)), _reason(error))
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _below(File(root))
    elif why := _not_a_file(status.st_mode):
        yield Refusal(printable(str(root)), why)
    else:
        yield File(root)


def _below(folder: File) -> Iterator[File | Refusal]:
    if len(folder.steps) > DEEPEST:
        yield Refusal(folder.name, _("More than %s folders inside each other.") % DEEPEST)
        return
    try:
        with _opened(folder, os.O_DIRECTORY) as descriptor, os.scandir(descriptor) as entries:
            listed = sorted(
                (entry.name, entry.stat(follow_symlinks=False).st_mode) for entry in entries
            )
    except OSError as error:
        yield Refusal(folder.name, _reason(error))
        return
    for name, mode in listed:
        inside = File(folder.root, (*folder.steps, name))
        if name.startswith((".", "~$")) or name.lower() in _SYSTEM_NAMES:
            yield Refusal(inside.name, _("Hidden and system files are left out."), skipped=True)
        elif stat.S_ISDIR(mode):
            yield from _below(inside)
        elif why := _not_a_file(mode):
            yield Refusal(inside.name, why)
        else:
            yield inside


@contextmanager
def _opened(file: File, extra: int = 0) -> Iterator[int]:
    """A descriptor of it, every step opened inside the one before."""
    careful = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    flags = careful | (extra if not file.steps else os.O_DIRECTORY)
    descriptor = os.open(file.root, flags)
    try:
        for place, step in enumerate(file.steps, 1):
            inner = careful | (os.O_DIRECTORY if place < len(file.steps) else extra)
            descriptor, outer = os.open(step, inner, dir_fd=descriptor), descriptor
            os.close(outer)
        why = "" if extra else _not_a_file(os.fstat(descriptor).st_mode)
        if why:
            raise ReadingError(why)
        yield descriptor
    finally:
        os.close(descriptor)


def _not_a_file(mode: int) -> str:
    """Why something of this mode is not read; "" for a file."""
    if stat.S_ISREG(mode):
        return ""
    if stat.S_ISLNK(mode):
        return _("It is a symbolic link: name the file itself.")
    if stat.S_ISFIFO(mode):
        return _("It is a named pipe, no file.")
    if stat.S_ISSOCK(mode):
        return _("It is a socket, no file.")
    return _("It is a device or something else that is no file.")


def _reason(error: OSError) -> str:
    """What the system says, without the path that is named beside it."""
    if error.errno == errno.ELOOP:
        return _not_a_file(stat.S_IFLNK)
    return _("It cannot be opened: %s.") % (error.strerror or error)
