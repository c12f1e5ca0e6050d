"""Documents that wait: taken in once, by a worker when one runs, else while somebody looks on."""

import datetime
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from events.intake import incoming, receiving, tasks
from events.intake.incoming import give_up, process
from events.intake.processing import State
from events.intake.receiving import Dropped, receive, take_in_here, worker_is_alive
from events.models import IncomingDocument, Intake
from sources.models import Source

pytestmark = pytest.mark.django_db
TEXT = b"A lab out there says that its small model is ready.\n\nIt said so on Monday."


def beat(seconds_ago: float = 0.0) -> None:
    """As a worker does every few seconds."""
    moment = timezone.now() - datetime.timedelta(seconds=seconds_ago)
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (%s)", [moment])


def drop(*texts: bytes, by: User | None = None) -> Intake:
    return receive(by, [Dropped(f"{number}.txt", text) for number, text in enumerate(texts)])


def first(intake: Intake) -> IncomingDocument:
    return intake.documents.all()[0]


def test_a_worker_is_alive_as_long_as_its_heart_beats() -> None:
    assert not worker_is_alive()
    beat(60)
    assert not worker_is_alive()
    beat()
    assert worker_is_alive()


def test_a_worker_is_asked_once_for_each_document() -> None:
    beat()
    intake = drop(TEXT, TEXT + b" Or Tuesday.")
    keys = [job.args["key"] for job in ProcrastinateJob.objects.order_by("id")]
    assert keys == [document.pk for document in intake.documents.all()]


def test_while_a_worker_runs_the_page_only_looks_on(editor_client: Client) -> None:
    beat()
    intake = drop(TEXT)
    content = editor_client.get(f"/admin/events/intake/{intake.pk}/change/").content.decode()
    assert "0 of 1 documents done" in content
    assert 'data-waiting="1"' in content
    assert first(intake).state == State.WAITING


def test_without_one_the_page_takes_in_some_and_comes_back(
    editor_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "SECONDS_HERE", -1.0)
    intake = drop(TEXT, TEXT + b" Or Tuesday.")
    address = f"/admin/events/intake/{intake.pk}/change/"
    assert "1 of 2 documents done" in editor_client.get(address).content.decode()
    assert "2 of 2 documents done" in editor_client.get(address).content.decode()


def test_a_document_is_taken_in_once() -> None:
    document = first(drop(TEXT))
    assert process(document.pk)
    assert not process(document.pk)
    assert Source.objects.count() == 1


def test_history_names_whoever_dropped_it_in(editor: User, reviewer_client: Client) -> None:
    intake = drop(TEXT, by=editor)
    reviewer_client.get(f"/admin/events/intake/{intake.pk}/change/")
    assert Source.objects.get().history.get().history_user == editor


def test_what_failed_again_and_again_is_refused() -> None:
    document = first(drop(TEXT))
    give_up(document.pk, "It failed.")
    document.refresh_from_db()
    assert (document.state, document.detail, document.content) == (
        State.REFUSED, "It failed.", None,
    )  # fmt: skip


def test_a_failure_leaves_the_document_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any) -> Any:
        raise RuntimeError

    document = first(drop(TEXT))
    monkeypatch.setattr(incoming, "take_in", fails)
    with pytest.raises(RuntimeError):
        process(document.pk)
    assert first(document.intake).state == State.WAITING


def test_what_came_in_while_nobody_worked_is_announced_once() -> None:
    document = first(drop(TEXT))
    assert tasks._unannounced() == [document.pk]
    tasks.announce(document.pk)
    assert tasks._unannounced() == []


@pytest.mark.django_db(transaction=True)
def test_the_worker_takes_in_what_waits_and_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
    intake = drop(TEXT)
    call_command("worker", once=True, stdout=StringIO())
    assert first(intake).state == State.READ
    assert not ProcrastinateJob.objects.exists()


def test_a_heartless_worker_s_page_goes_on() -> None:
    beat(60)
    intake = drop(TEXT)
    take_in_here(intake)
    assert first(intake).state == State.READ
