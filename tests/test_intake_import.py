"""import_documents: once, whole, several at a time, and whatever happens to one of them."""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections
from pytest_django import DjangoAssertNumQueries

from events.intake import batches, processing
from events.intake.batches import take_in_files
from events.intake.processing import State, take_in
from events.management.commands import import_documents
from sources import reading
from sources.models import RawDocument, Source
from sources.reading.folders import File
from sources.storing import OvertakenError, Question, Stored, settle

pytestmark = pytest.mark.django_db
at_once = pytest.mark.django_db(transaction=True)


def text(number: int) -> str:
    return f"Report {number}\n\nLab {number} says that model {number} is out, after {number} tries."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(text(number))
    return tmp_path


def run(*paths: Path, **options: Any) -> list[str]:
    out = StringIO()
    try:
        call_command("import_documents", *paths, stdout=out, stderr=out, **options)
    except CommandError as error:
        out.write(str(error))
    return out.getvalue().splitlines()


def test_documents_become_sources_with_their_bytes(folder: Path) -> None:
    lines = run(folder)
    assert "4 read, 0 already known, 0 reprints, 0 refused, 0 skipped; 0 proposals" in lines[0]
    raw = RawDocument.objects.get(file_name="1.txt")
    assert bytes(raw.content).decode() == text(1)
    assert raw.source.text == text(1)


def test_a_document_takes_few_messages_to_the_database(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    take_in(text(1).encode(), "a.txt")  # what is asked for once, such as all names
    with django_assert_max_num_queries(12):  # two of them a savepoint
        take_in(f"{text(2)} OpenAI releases GPT-7 on May 5, 2025.".encode(), "b.txt")


def test_after_many_documents_the_database_counts_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_documents, "MANY", 3)
    run(folder)
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE relname = 'sources_rawdocument'")
        assert cursor.fetchone() == (4,)


def test_the_second_run_finds_them_known(folder: Path) -> None:
    run(folder)
    before = list(Source.objects.values_list("pk", "updated_at"))
    assert run(folder)[0].startswith("0 read, 4 already known")
    assert list(Source.objects.values_list("pk", "updated_at")) == before


def test_a_dry_run_writes_nothing_and_says_what_would_be(folder: Path) -> None:
    (folder / "same.txt").write_text(text(1))
    assert run(folder, dry_run=True)[0].startswith("4 read, 1 already known")
    assert not Source.objects.exists()


def test_a_dry_run_knows_near_copies_among_its_own_files(folder: Path) -> None:
    words = " ".join(f"word{number * number}" for number in range(300))
    (folder / "copy.txt").write_text(f"{words} and one more.")
    (folder / "original.txt").write_text(words)
    assert "1 reprints" in run(folder, dry_run=True)[0]


def test_what_is_refused_is_named_and_the_rest_is_read(folder: Path) -> None:
    (folder / "2.txt").write_bytes(b"PK\x03\x04" + bytes(40))
    (folder / "link").symlink_to(folder / "1.txt")
    lines = run(folder)
    assert f"refused {folder / '2.txt'}: It is an archive (zip): unpack it first." in lines
    assert lines[-1] == "2 refused."
    assert Source.objects.count() == 3


def test_a_mistake_of_ours_is_told_and_ends_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    read = reading.read

    def fails(content: bytes, name: str) -> Any:
        if name.endswith("2.txt"):
            raise RuntimeError
        return read(content, name)

    monkeypatch.setattr(processing, "read", fails)
    assert "that is our mistake: RuntimeError" in "".join(run(folder))
    assert Source.objects.count() == 3
    assert "2.txt could not be taken in" in caplog.text


def test_a_mistake_while_storing_leaves_nothing_of_the_document(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: Any, **__: Any) -> int:
        raise RuntimeError

    monkeypatch.setattr(processing, "proposed_from", fails)
    run(folder / "1.txt")
    assert not Source.objects.exists()


def test_ctrl_c_ends_with_a_summary(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stops(*_: Any, **__: Any) -> Any:
        os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(processing, "proposed_from", stops)
    assert run(folder)[-1] == "Stopped. What is stored is whole; the next run goes on."
    assert not Source.objects.exists()


def test_ctrl_c_while_a_file_is_read_leaves_whole_documents(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = reading.read

    def stops(content: bytes, name: str) -> Any:
        if name.endswith("2.txt"):
            os.kill(os.getpid(), signal.SIGINT)
        return read(content, name)

    monkeypatch.setattr(processing, "read", stops)
    assert run(folder)[-1].startswith("Stopped.")
    assert [raw.file_name for raw in RawDocument.objects.all()] == ["0.txt"]


def test_who_is_overtaken_while_the_next_file_is_read_begins_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    overtaken = [True, False] * 4

    def settles(*values: Any) -> None:
        if overtaken.pop(0):
            raise OvertakenError
        settle(*values)

    monkeypatch.setattr(processing, "settle", settles)
    assert run(folder)[0].startswith("4 read")
    assert RawDocument.objects.count() == 4


def _processes(work: Callable[[int], None], count: int = 2) -> list[Any]:
    """Run it in several processes at once, each with a connection of its own."""
    connections.close_all()
    context = multiprocessing.get_context("fork")
    started = [context.Process(target=_alone, args=(work, number)) for number in range(count)]
    for process in started:
        process.start()
    return started


def _alone(work: Callable[[int], None], number: int) -> None:
    try:
        work(number)
    finally:
        os._exit(0)


@at_once
def test_two_processes_store_each_document_once() -> None:
    def work(number: int) -> None:
        for place in range(12):
            take_in(text(place if number else 11 - place).encode(), "same.txt")

    for process in _processes(work):
        process.join()
    assert Source.objects.count() == RawDocument.objects.count() == 12


@at_once
def test_workers_share_the_files(folder: Path) -> None:
    assert run(folder, workers=2)[0].startswith("4 read")
    assert RawDocument.objects.count() == 4


@at_once
def test_a_document_that_ends_its_process_is_refused_and_the_rest_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = reading.read

    def ends(content: bytes, name: str) -> Any:
        return os._exit(1) if name.endswith("2.txt") else read(content, name)

    monkeypatch.setattr(processing, "read", ends)
    files = [File(folder, (f"{number}.txt",)) for number in range(4)]
    outcomes = {one.name: one.state for (one,) in take_in_files(files, workers=2)}
    assert outcomes.pop(str(folder / "2.txt")) is State.REFUSED
    assert set(outcomes.values()) <= {State.READ, State.KNOWN}
    assert Source.objects.count() == 3


@at_once
def test_what_was_killed_leaves_whole_documents_and_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(stored: Stored, *_: Any) -> tuple[int, list[Question]]:
        time.sleep(0.05)
        return 0, stored.untold

    def work(_: int) -> None:
        monkeypatch.setattr(processing, "proposed_from", slowly)
        for number in range(4):
            take_in(text(number).encode(), f"{number}.txt")

    (process,) = _processes(work, 1)
    while not Source.objects.exists():
        time.sleep(0.005)
    process.kill()
    process.join()
    assert 0 < Source.objects.count() < 4
    assert Source.objects.count() == RawDocument.objects.count() == _with_history()
    run(folder)
    assert Source.objects.count() == RawDocument.objects.count() == 4


def _with_history() -> int:
    return Source.objects.filter(pk__in=Source.history.values("id")).exclude(text="").count()


@pytest.mark.django_db(transaction=True)
def test_the_database_is_joined_before_workers_are_forked_off(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection.close()
    joined: list[bool] = []
    close = batches._close_connections

    def closes() -> None:
        joined.append(connection.connection is not None)
        close()

    monkeypatch.setattr(batches, "_close_connections", closes)
    run(folder, workers=2)
    assert joined == [True]
