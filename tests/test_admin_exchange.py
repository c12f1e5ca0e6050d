"""Import with preview and export in the admin: editors' round trips."""

import io
import json
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from events.models import AIModel, Event, Organization, Person
from sources.models import Publisher, Source
from sources.spreadsheet import harmless, restored
from tests.factories import (
    make_event,
    make_model,
    make_organization,
    make_person,
    make_publisher,
    make_source,
)

CSV, XLSX, JSON = "0", "1", "2"
TABLES = [
    "events/organization", "events/aimodel", "events/person", "events/event",
    "sources/publisher", "sources/source",
]  # fmt: skip

EVENTS = "/admin/events/event/"
ORGANIZATIONS = "/admin/events/organization/"


def export(client: Client, table: str, file_format: str = CSV, **columns: str) -> bytes:
    page = client.get(f"{table}export/")
    names = [name for name, field in page.context["form"].fields.items() if field.initial is True]
    data = {"format": file_format, "resource": "0", **dict.fromkeys(names, "on")}
    response = client.post(f"{table}export/", data)
    assert response.headers["Content-Disposition"].startswith("attachment")
    return bytes(response.content)


def preview(client: Client, table: str, content: bytes | str, file_format: str = CSV) -> Any:
    content = content.encode() if isinstance(content, str) else content
    file = SimpleUploadedFile("rows", content)
    data = {"format": file_format, "resource": "0", "import_file": file}
    return client.post(f"{table}import/", data)


def confirm(client: Client, table: str, previewed: Any) -> Any:
    form = previewed.context["confirm_form"]
    return client.post(f"{table}process_import/", form.initial, follow=True)


def messages_of(response: Any) -> str:
    return " ".join(str(message) for message in response.context["messages"])


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "＝1", "＋1", "－1", "＠x", "'=1", "''=1"]
)
def test_a_formula_is_harmless_outside_and_restored_inside(text: str) -> None:
    safe = harmless(text)
    assert isinstance(safe, str)
    assert safe.startswith("'")
    assert restored(safe) == text


@pytest.mark.parametrize("text", ["", "plain", "'quoted'", "a=b", "深度"])
def test_other_text_is_left_as_it_is(text: str) -> None:
    assert harmless(text) == text == restored(text)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "file_format", "words"),
    [
        ("slug,nmae\na,b", CSV, "Not known here: the columns nmae. There are: slug, name,"),
        ("slug;name\na;b", CSV, "Not known here: the columns slug;name."),
        ("name\nb", CSV, "The column “slug” is missing."),
        ("slug,name,name\na,b,c", CSV, "The column “name” is there twice."),
        ("slug,name\na,b\nc,d,e", CSV, "Line 3 has 3 cells, but there are 2 columns."),
        ("slug,name\na,b\nc,d\0", CSV, "Row 2, name: Character 2 (U+0000) cannot be stored"),
        ("slug,name\na,Müller".encode("latin-1"), CSV, "It is not in UTF-8"),
        ("slug,name\na,b", XLSX, "It is damaged, or not in the format that was chosen."),
        ("[{]", JSON, "It is no JSON: line 1, column 3."),
    ],
)
def test_what_is_wrong_with_a_whole_file_is_said_in_words(
    editor_client: Client, content: bytes | str, file_format: str, words: str
) -> None:
    page = preview(editor_client, ORGANIZATIONS, content, file_format).content.decode()
    assert words in page
    assert "confirm_form" not in page


@pytest.mark.django_db
class TestRoundTrip:
    @pytest.mark.parametrize(
        ("table", "file_format"),
        [*((table, CSV) for table in TABLES), ("events/event", XLSX), ("sources/source", JSON)],
    )
    def test_what_was_exported_changes_nothing(
        self, reviewer_client: Client, table: str, file_format: str
    ) -> None:
        publisher = make_publisher(other_names=["Times, The", "NYT"], homepage="https://nyt.com")
        source = make_source(publisher=publisher, authors=["A, B"], url="https://x.org/1")
        source.relies_on.add(publisher)
        meta = make_organization("=Meta", parent=make_organization(), description_zh="公司\n第二行")
        make_model(developer=meta, parameters=8_000_000_000)
        make_person("@somebody")
        make_event(title_zh="＝标题", date="2025", part_of=make_event())
        content = export(reviewer_client, f"/admin/{table}/", file_format)
        result = preview(reviewer_client, f"/admin/{table}/", content, file_format)
        rows = result.context["result"]
        assert not rows.has_errors(), rows.row_errors()
        assert not rows.has_validation_errors(), [str(row.error) for row in rows.invalid_rows]
        assert {row.import_type for row in rows.rows} == {"skip"}

    def test_formulas_are_marked_in_every_spreadsheet(self, editor_client: Client) -> None:
        make_organization("=HYPERLINK(1)", slug="evil")
        assert b"evil,'=HYPERLINK(1)," in export(editor_client, ORGANIZATIONS)
        book = openpyxl.load_workbook(io.BytesIO(export(editor_client, ORGANIZATIONS, XLSX)))
        assert book.active["B2"].value == "'=HYPERLINK(1)"
        assert book.active["B2"].data_type == "s"


@pytest.mark.django_db
class TestImport:
    def test_a_preview_saves_nothing(self, editor_client: Client) -> None:
        response = preview(editor_client, ORGANIZATIONS, "slug,name,kind\nmeta,Meta,company\n")
        assert "<ins>Meta</ins>" in response.content.decode()
        assert "style=" not in response.content.decode()
        assert not Organization.objects.exists()

    def test_a_confirmed_import_adds_and_changes(self, editor_client: Client) -> None:
        make_organization("Facebook", slug="meta")
        rows = "slug,name,kind\nmeta,Meta,company\nxai,xAI,company\n"
        confirm(editor_client, ORGANIZATIONS, preview(editor_client, ORGANIZATIONS, rows))
        assert set(Organization.objects.values_list("name", flat=True)) == {"Meta", "xAI"}
        assert Organization.history.latest().history_user.username == "editor"

    @pytest.mark.parametrize(
        ("row", "message"),
        [
            ("x,,company,", "cannot be blank"),
            ("x,X,nonsense,", "is not a valid choice"),
            ("x,X,company,nobody", "none with the slug “nobody”"),
        ],
    )
    def test_wrong_rows_are_refused_in_words(
        self, editor_client: Client, row: str, message: str
    ) -> None:
        response = preview(editor_client, ORGANIZATIONS, f"slug,name,kind,parent\n{row}\n")
        assert message in response.content.decode()
        assert "confirm_form" not in response.context

    @pytest.mark.parametrize(
        ("content", "file_format"),
        [
            (b"\xff\xfe\x00", CSV), (b"not a zip", XLSX), (b"[1, 2", JSON), (b"5", JSON),
            (b"", CSV), (b"name\nX\n", CSV), (b"slug\n\x00\n", CSV),
            (b'[{"slug": "\\ud800", "name": "X"}]', JSON), (b'[{"slug": {"a": []}}]', JSON),
            (b"slug,name\na,b,c\n", CSV),
        ],
    )  # fmt: skip
    def test_garbage_is_a_message(
        self, editor_client: Client, content: bytes, file_format: str
    ) -> None:
        response = preview(editor_client, ORGANIZATIONS, content, file_format)
        assert response.status_code == 200
        assert "confirm_form" not in response.context

    def test_a_file_that_is_too_large_is_refused(self, editor_client: Client) -> None:
        response = preview(editor_client, ORGANIZATIONS, b"x" * 1_500_001)
        assert "too large" in response.content.decode()

    @pytest.mark.parametrize(
        "changes",
        [{"import_file_name": "passwd"}, {"format": "99"}, {"format": "x"}, {"resource": "7"}, {}],
    )
    def test_a_forged_confirmation_is_refused(
        self, editor_client: Client, changes: dict[str, str]
    ) -> None:
        data = {"import_file_name": "x", "original_file_name": "x", "format": "0", **changes}
        response = editor_client.post(f"{ORGANIZATIONS}process_import/", data, follow=True)
        assert "out of date" in messages_of(response)

    def test_rows_that_no_longer_fit_are_all_left_out(self, editor_client: Client) -> None:
        make_organization(slug="parent")
        rows = "slug,name,kind,parent\na,A,lab,\nb,B,lab,parent\n"
        previewed = preview(editor_client, ORGANIZATIONS, rows)
        Organization.objects.all().delete()
        response = confirm(editor_client, ORGANIZATIONS, previewed)
        assert "Nothing was imported" in messages_of(response)
        assert not Organization.objects.exists()

    def test_ids_are_never_given_twice(self, editor_client: Client) -> None:
        gone = make_organization()
        last = gone.pk
        gone.delete()
        rows = "slug,name,kind\nnew,New,lab\n"
        confirm(editor_client, ORGANIZATIONS, preview(editor_client, ORGANIZATIONS, rows))
        assert make_organization().pk > last + 1

    def test_a_stranger_imports_nothing(self, client: Client) -> None:
        assert client.get(f"{ORGANIZATIONS}import/").status_code == 302
        assert client.post(f"{ORGANIZATIONS}process_import/").status_code == 302

    def test_confirming_is_no_link(self, editor_client: Client) -> None:
        assert editor_client.get(f"{ORGANIZATIONS}process_import/").status_code == 405


@pytest.mark.django_db
class TestEvents:
    def test_an_import_counts_the_version_up(self, editor_client: Client) -> None:
        event = make_event(slug="e")
        rows = "slug,title_en,version\ne,Better,1\n"
        confirm(editor_client, EVENTS, preview(editor_client, EVENTS, rows))
        event.refresh_from_db()
        assert (event.title_en, event.version) == ("Better", 2)

    def test_a_file_older_than_the_last_edit_is_refused(self, editor_client: Client) -> None:
        make_event(slug="e", version=2)
        response = preview(editor_client, EVENTS, "slug,title_en,version\ne,Better,1\n")
        assert "changed since the file was exported" in response.content.decode()

    @pytest.mark.parametrize(("before", "after"), [("draft", "published"), ("published", "draft")])
    def test_an_editor_publishes_and_hides_nothing(
        self, editor_client: Client, before: str, after: str
    ) -> None:
        make_event(slug="e", visibility=before)
        response = preview(editor_client, EVENTS, f"slug,visibility\ne,{after}\n")
        assert "Only reviewers publish" in response.content.decode()

    def test_a_reviewer_publishes_what_has_a_claim(self, reviewer_client: Client) -> None:
        make_event(slug="e", visibility="draft")
        previewed = preview(reviewer_client, EVENTS, "slug,visibility\ne,published\n")
        confirm(reviewer_client, EVENTS, previewed)
        assert Event.objects.get().visibility == "published"

    def test_publishing_without_a_claim_is_refused_in_words(self, reviewer_client: Client) -> None:
        make_event(slug="e", visibility="draft", sources=())
        response = preview(reviewer_client, EVENTS, "slug,visibility\ne,published\n")
        assert "at least one claim" in response.content.decode()

    def test_an_unreadable_date_is_refused_in_words(self, editor_client: Client) -> None:
        make_event(slug="e")
        response = preview(editor_client, EVENTS, "slug,date\ne,whenever\n")
        assert "whenever" in response.content.decode()
        assert "confirm_form" not in response.context


@pytest.mark.django_db
def test_an_export_follows_the_filter_of_the_list(editor_client: Client) -> None:
    make_event(slug="found", kind="delay")
    make_event(slug="other")
    data = {"format": JSON, "resource": "0", "eventresource_slug": "on"}
    response = editor_client.post(f"{EVENTS}export/?kind=delay", data)
    assert json.loads(response.content) == [{"slug": "found"}]


@pytest.mark.django_db
def test_every_table_with_a_slug_can_be_exchanged(editor_client: Client) -> None:
    models = {Organization, AIModel, Person, Event, Publisher, Source}
    for model in models:
        table = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
        assert editor_client.get(f"{table}import/").status_code == 200
        assert editor_client.get(f"{table}export/").status_code == 200


@pytest.mark.django_db
def test_the_result_is_counted_in_a_message(editor_client: Client) -> None:
    make_organization("Old", slug="old")
    make_organization("Same", slug="same")
    rows = "slug,name,kind\nnew,New,lab\nold,Newer,company\nsame,Same,company\n"
    response = confirm(editor_client, ORGANIZATIONS, preview(editor_client, ORGANIZATIONS, rows))
    assert "1 new, 1 changed, 1 unchanged" in messages_of(response)
