"""Adding documents in the admin: what is taken, refused and shown."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from events.intake import form
from events.intake.processing import State
from events.models import IncomingDocument, Intake
from sources.models import Source
from sources.reading import folders
from tests.factories import make_source

pytestmark = pytest.mark.django_db
PAGE = "/admin/events/intake/add/"
TEXT = "A lab out there says that its small model is ready.\n\nIt said so on Monday."


def file(name: str = "a.txt", content: bytes | str = TEXT) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def drop(client: Client, *files: SimpleUploadedFile, **fields: str) -> Any:
    """The page the browser ends on."""
    return client.post(PAGE, {"documents": list(files), **fields}, follow=True)


def test_files_are_read_and_shown_at_an_address_that_stays(editor_client: Client) -> None:
    response = drop(editor_client, file(), file("b.txt", TEXT + " Or Tuesday."))
    address = response.redirect_chain[-1][0]
    assert Source.objects.count() == 2
    assert "2 of 2 documents done" in editor_client.get(address).content.decode()


def test_a_pasted_text_is_taken(editor_client: Client) -> None:
    drop(editor_client, pasted=TEXT)
    assert IncomingDocument.objects.get().file_name == "pasted.txt"
    assert "small model" in Source.objects.get().text


def test_the_bytes_of_a_finished_document_are_dropped(editor_client: Client) -> None:
    drop(editor_client, file())
    document = IncomingDocument.objects.get()
    assert (document.state, document.content) == (State.READ, None)


def test_a_refused_file_tells_why_and_the_others_go_on(editor_client: Client) -> None:
    content = drop(editor_client, file("z.zip", b"PK\x03\x04" + b"x" * 40), file()).content.decode()
    assert "It is an archive (zip): unpack it first." in content
    assert Source.objects.count() == 1


def test_a_refusal_is_told_in_the_language_of_whoever_reads_it(editor_client: Client) -> None:
    drop(editor_client, file("z.zip", b"PK\x03\x04" + b"x" * 40))
    with translation.override("zh-hans"):
        told = IncomingDocument.objects.get().detail
        assert told == gettext("It is an archive (%s): unpack it first.") % "zip"
        assert "archive" not in told


def test_an_address_alone_is_not_taken_and_says_what_to_do(editor_client: Client) -> None:
    content = drop(editor_client, pasted=" https://example.com/a\n").content.decode()
    assert "pages are not fetched from here" in content
    content = drop(editor_client, file(content="https://example.com/a")).content.decode()
    assert "It is only an address." in content
    assert not Source.objects.exists()


def test_what_is_known_links_to_its_source(editor_client: Client) -> None:
    drop(editor_client, file())
    content = drop(editor_client, file("again.txt")).content.decode()
    assert "already known" in content
    assert Source.objects.get().title in content


@pytest.mark.parametrize("field", ["documents", "pasted"])
def test_markup_is_never_rendered(editor_client: Client, field: str) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    page = f"<html><body><p>{evil} {TEXT}</p></body></html>"
    fields: dict[str, Any] = {"pasted": page, "name": evil}
    response = (
        drop(editor_client, **fields)
        if field == "pasted"
        else drop(editor_client, file(evil.replace("/", "")), file("x.zip", b"PK\x03\x04"))
    )
    assert b"<script>alert" not in response.content
    assert b"<img src=x" not in response.content


def test_nothing_is_a_message(editor_client: Client) -> None:
    assert "Choose a file or paste a text." in drop(editor_client).content.decode()


def test_too_large_and_empty_files_are_refused_and_the_rest_is_read(
    editor_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "LARGEST_FILE", len(TEXT))
    files = file("novel.txt", TEXT * 2), file("empty.txt", b""), file()
    content = drop(editor_client, *files).content.decode()
    assert "It is larger than" in content
    assert "It is empty." in content
    assert Source.objects.count() == 1


def test_too_much_at_once_is_refused(
    editor_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(form, "LARGEST_TOGETHER", 10)
    assert "This is too much at once" in drop(editor_client, file()).content.decode()
    assert not Intake.objects.exists()


def test_too_many_files_are_refused(editor_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(form, "MOST_FILES", 1)
    assert "These are 2 files" in drop(editor_client, file(), file("b.txt")).content.decode()


def test_a_huge_request_is_refused_before_it_is_read(editor_client: Client) -> None:
    response = editor_client.post(PAGE, {"pasted": TEXT}, CONTENT_LENGTH=str(10**12))
    assert response.status_code == 413
    assert "This is too much at once" in response.content.decode()


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "ftp://x.example/", "no address at all"]
)
def test_only_web_addresses_are_taken(editor_client: Client, address: str) -> None:
    content = drop(editor_client, pasted=TEXT, address=address).content.decode()
    assert "errorlist" in content
    assert not Intake.objects.exists()


def test_characters_that_cannot_be_stored_are_a_message(editor_client: Client) -> None:
    assert "errorlist" in drop(editor_client, pasted="a\0b").content.decode()
    drop(editor_client, file("n\0ul.txt"), file("b.txt", "a\0b"))
    assert {row.state for row in IncomingDocument.objects.all()} <= {State.READ, State.REFUSED}


def test_it_asks_for_the_token(editor: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    assert client.post(PAGE, {"pasted": TEXT}).status_code == 403


def test_strangers_and_staff_without_the_right_are_refused(client: Client) -> None:
    intake = Intake.objects.create()
    progress = reverse("admin:events_intake_change", args=[intake.pk])
    assert client.get(PAGE).status_code == client.get(progress).status_code == 302
    client.force_login(User.objects.create_user("clerk", is_staff=True))
    assert client.get(PAGE).status_code == client.get(progress).status_code == 403
    assert client.post(PAGE, {"pasted": TEXT}).status_code == 403


@pytest.mark.parametrize("key", ["0", "999999", "x", "9" * 40, "-1"])
def test_an_unknown_intake_is_not_found(editor_client: Client, key: str) -> None:
    assert editor_client.get(f"/admin/events/intake/{key}/change/").status_code == 404


@pytest.mark.parametrize("query", ["?x=%00", "?_popup=1&q=%00", "?lang=zh-hant"])
def test_the_query_is_of_no_consequence(editor_client: Client, query: str) -> None:
    intake = Intake.objects.create()
    for page in (PAGE, f"/admin/events/intake/{intake.pk}/change/", "/admin/events/intake/"):
        assert editor_client.get(page + query).status_code == 200


def test_the_list_of_sources_and_the_desk_lead_here(editor_client: Client) -> None:
    make_source()
    for page in ("/admin/", "/admin/sources/source/"):
        assert f'href="{PAGE}"' in editor_client.get(page).content.decode()
