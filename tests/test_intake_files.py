"""Which files are read, and why the others are not."""

import os
import socket
import stat
from pathlib import Path

import pytest

from sources.reading import folders
from sources.reading.document import ReadingError
from sources.reading.folders import File, Refusal, archive_kind, files_in, printable, read_file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    for name in ("a.txt", "b/c.txt", "d.txt"):
        (tmp_path / name).write_text(f"Text of {name}.")
    return tmp_path


def why(*paths: Path) -> list[str]:
    """The reasons for what was refused."""
    return [found.why for found in files_in(paths) if isinstance(found, Refusal)]


def test_folders_are_read_in_order(folder: Path) -> None:
    names = [found.name for found in files_in([folder])]
    assert names == [str(folder / name) for name in ("a.txt", "b/c.txt", "d.txt")]


def test_a_file_can_be_named_itself(folder: Path) -> None:
    (found,) = files_in([folder / "a.txt"])
    assert isinstance(found, File)
    assert read_file(found) == b"Text of a.txt."


def test_a_link_is_refused_and_the_rest_is_read(folder: Path) -> None:
    (folder / "c.txt").symlink_to(folder / "a.txt")
    (folder / "out").symlink_to("/")
    assert why(folder, folder / "c.txt") == ["It is a symbolic link: name the file itself."] * 3
    assert len(list(files_in([folder]))) == 5


def test_a_pipe_and_a_socket_are_refused_without_waiting(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(folder / "pipe")
    monkeypatch.chdir(folder)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket")
        assert why(folder) == ["It is a named pipe, no file.", "It is a socket, no file."]


def test_a_device_is_refused() -> None:
    assert why(Path("/dev/zero")) == ["It is a device or something else that is no file."]


def test_what_is_not_there_is_told(folder: Path) -> None:
    assert why(folder / "nowhere") == ["It cannot be opened: No such file or directory."]


@pytest.mark.parametrize("name", [".hidden", "Thumbs.db", "~$a.docx", "__MACOSX", ".git"])
def test_hidden_and_system_files_are_skipped(folder: Path, name: str) -> None:
    (folder / name).write_text("x")
    (skipped,) = [found for found in files_in([folder]) if isinstance(found, Refusal)]
    assert skipped.skipped


def test_a_file_that_becomes_a_link_or_a_pipe_is_not_opened(folder: Path) -> None:
    file, other = list(files_in([folder]))[0::2]
    assert isinstance(file, File)
    assert isinstance(other, File)
    (folder / "a.txt").unlink()
    (folder / "a.txt").symlink_to("/etc/passwd")
    (folder / "d.txt").unlink()
    os.mkfifo(folder / "d.txt")
    for changed in (file, other):
        with pytest.raises(ReadingError, match=r"link|pipe"):
            read_file(changed)


def test_a_folder_that_becomes_a_link_leads_nowhere(folder: Path) -> None:
    inside = File(folder, ("b", "c.txt"))
    (folder / "b").rename(folder / "moved")
    (folder / "b").symlink_to(folder / "moved")
    with pytest.raises(ReadingError, match="cannot be opened"):
        read_file(inside)


def test_too_large_a_file_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "LARGEST_FILE", 5)
    with pytest.raises(ReadingError, match="larger than"):
        read_file(File(folder, ("a.txt",)))


def test_too_many_files_and_too_deep_folders_are_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "MOST_FILES", 2)
    assert why(folder) == ["More than 2 files: the rest is not read."]
    monkeypatch.setattr(folders, "DEEPEST", 0)
    assert why(folder) == ["More than 0 folders inside each other."]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"PK\x03\x04" + bytes(26) + b"a.txt", "zip"),
        (b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml", ""),
        (b"\x1f\x8b\x08rest", "gzip"),
        (b"7z\xbc\xaf\x27\x1crest", "7z"),
        (b"Rar!\x1a\x07\x01", "rar"),
        (bytes(257) + b"ustar\x0000", "tar"),
        ("PK 战: 两个模型".encode(), ""),
        (b"", ""),
    ],
)
def test_archives_are_told_by_their_bytes(content: bytes, kind: str) -> None:
    assert archive_kind(content) == kind


def test_names_of_any_bytes_can_be_shown() -> None:
    assert printable(os.fsdecode(b"na\xffme\n\x00.txt")) == "na\\udcffme\\x0a\\x00.txt"
    assert printable("新闻 1.txt") == "新闻 1.txt"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_told(folder: Path) -> None:
    (folder / "a.txt").chmod(stat.S_IWUSR)
    with pytest.raises(ReadingError, match="Permission denied"):
        read_file(File(folder, ("a.txt",)))
