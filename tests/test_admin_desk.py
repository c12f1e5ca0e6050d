"""The dashboard, the other tables, and who may look at what."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from events.admin.dashboard import dashboard
from events.models import Merge
from sources.models import RawDocument
from tests.admin_forms import errors_of, posted
from tests.factories import (
    make_claim,
    make_event,
    make_events,
    make_organization,
    make_publisher,
    make_source,
)

pytestmark = pytest.mark.django_db


class TestDashboard:
    def test_it_shows_what_waits_what_is_overdue_and_what_is_bare(
        self, editor_client: Client
    ) -> None:
        make_event(title_en="Waiting one", visibility="in_review")
        make_event(title_en="Late one", status="planned", date="2025-01")
        make_event(title_en="Bare one", sources=(), visibility="draft")
        waiting, overdue, bare, _reported = editor_client.get("/admin/").context["dashboard"].piles
        assert [str(row.name) for row in waiting.rows] == ["Waiting one"]
        assert [str(row.name) for row in overdue.rows] == ["Late one"]
        assert [str(row.name) for row in bare.rows] == ["Bare one"]

    def test_titles_are_in_the_language_they_say(self, editor_client: Client) -> None:
        make_event(title_en="Waiting", title_zh="等待", visibility="in_review")
        assert b'<span lang="en">Waiting</span>' in editor_client.get("/admin/").content
        chinese = editor_client.get("/admin/?lang=zh-hans").content.decode()
        assert '<span lang="zh-Hans">等待</span>' in chinese

    def test_it_counts_all_and_shows_a_few(self, editor_client: Client) -> None:
        make_events(*[{"visibility": "in_review"}] * 10)
        pile = dashboard(timezone.localdate()).piles[0]
        assert (pile.count, len(pile.rows)) == (10, 8)
        assert len(editor_client.get(pile.url).context["cl"].result_list) == 10

    def test_it_shows_who_changed_what(self, editor_client: Client) -> None:
        address = f"/admin/events/organization/{make_organization('Facebook').pk}/change/"
        editor_client.post(address, posted(editor_client, address, name="Meta"))
        newest = dashboard(timezone.localdate()).latest[0]
        assert (newest.who, newest.done, newest.label) == ("editor", "changed", "Meta")
        assert editor_client.get(newest.url).status_code == 200

    def test_it_takes_few_queries_however_much_there_is(
        self, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        row = {"visibility": "in_review", "status": "planned", "date": "2025-01"}
        make_events(*[row] * 12)
        with django_assert_num_queries(10):
            dashboard(timezone.localdate())

    def test_it_is_empty_for_staff_without_a_group(self, client: Client) -> None:
        make_event(title_en="Not yours", visibility="in_review")
        client.force_login(User.objects.create_user("guest", is_staff=True))
        assert "Not yours" not in client.get("/admin/").content.decode()

    def test_a_reader_is_sent_to_log_in(self, client: Client) -> None:
        assert "/login/" in client.get("/admin/")["Location"]

    def test_the_tables_are_below_it(self, editor_client: Client) -> None:
        content = editor_client.get("/admin/").content.decode()
        assert "/admin/events/eventlink/" in content
        assert "seedrecord" not in content


class TestDocuments:
    def document(self, name: str = "页面.html") -> RawDocument:
        return RawDocument.objects.create(
            source=make_source(), content=b"<script>alert(1)</script>", file_name=name,
            encoding="utf-8", reader_version="1", runs=[[0, 8, 5], [5, 20, 2]],
        )  # fmt: skip

    @pytest.mark.parametrize("name", ["页面.html", "a\r\nSet-Cookie: x=1", '"; x'])
    def test_the_bytes_are_downloaded_never_shown(self, editor_client: Client, name: str) -> None:
        document = self.document(name)
        response = editor_client.get(f"/admin/sources/rawdocument/{document.pk}/download/")
        assert response.getvalue() == b"<script>alert(1)</script>"
        assert response["Content-Type"] == "application/octet-stream"
        assert response["Content-Disposition"].startswith("attachment")

    def test_a_stranger_downloads_nothing(self, client: Client) -> None:
        address = f"/admin/sources/rawdocument/{self.document().pk}/download/"
        assert client.get(address).status_code == 302
        client.force_login(User.objects.create_user("guest", is_staff=True))
        assert client.get(address).status_code == 403

    def test_it_is_not_edited(self, editor_client: Client) -> None:
        document = self.document()
        address = f"/admin/sources/rawdocument/{document.pk}/"
        content = editor_client.get(f"{address}change/").content.decode()
        assert "<td>5</td><td>2</td><td>20</td><td>7</td>" in content  # of the text's map
        assert editor_client.post(f"{address}change/", {}).status_code == 403
        assert editor_client.post(f"{address}delete/", {"post": "yes"}).status_code == 403
        assert editor_client.get("/admin/sources/rawdocument/add/").status_code == 403

    def test_a_source_leads_to_its_document_and_shows_its_text(self, editor_client: Client) -> None:
        source = make_source(text="第一行 <b>", language="zh-Hans")
        page = editor_client.get(f"/admin/sources/source/{source.pk}/change/").content.decode()
        assert '<div class="source-text" lang="zh-Hans">第一行 &lt;b&gt;</div>' in page


class TestEntities:
    @pytest.mark.parametrize("second", ["FB", "fb"])
    def test_the_same_name_twice_is_refused_in_words(
        self, editor_client: Client, second: str
    ) -> None:
        address = f"/admin/events/organization/{make_organization().pk}/change/"
        rows: dict[str, object] = {"aliases-TOTAL_FORMS": 2}
        for number, text in enumerate(["FB", second]):
            rows |= {f"aliases-{number}-text": text, f"aliases-{number}-kind": "short"}
        response = editor_client.post(address, posted(editor_client, address, **rows))
        assert "given twice" in errors_of(response)

    def test_an_organization_of_an_event_is_not_deleted(self, editor_client: Client) -> None:
        meta = make_organization()
        make_event(organizations=(meta,))
        address = f"/admin/events/organization/{meta.pk}/delete/"
        response = editor_client.post(address, {"post": "yes"})
        assert "protected" in response.content.decode()
        meta.refresh_from_db()

    def test_an_alias_is_found_at_once(self, editor_client: Client) -> None:
        meta = make_organization("Meta")
        address = f"/admin/events/organization/{meta.pk}/change/"
        row = {"aliases-0-text": "脸书", "aliases-0-kind": "localized", "aliases-TOTAL_FORMS": 1}
        editor_client.post(address, posted(editor_client, address, **row))
        found = editor_client.get("/admin/events/organization/?q=脸书").content.decode()
        assert "Meta" in found


class TestPublishers:
    def test_other_names_stand_one_on_a_line(self, editor_client: Client) -> None:
        address = f"/admin/sources/publisher/{make_publisher().pk}/change/"
        names = "Times, The\r\n\r\nNYT\r\n"
        response = editor_client.post(address, posted(editor_client, address, other_names=names))
        assert response.status_code == 302
        assert editor_client.get(address).context["original"].other_names == ["Times, The", "NYT"]


class TestReadOnly:
    def test_merges_are_looked_at_only(self, reviewer_client: Client) -> None:
        merge = Merge.objects.create(kind="event", from_id=1, into_id=2, manifest={})
        address = f"/admin/events/merge/{merge.pk}/change/"
        assert reviewer_client.get(address).status_code == 200
        assert reviewer_client.post(address, {}).status_code == 403


def test_what_only_the_database_refuses_is_a_message(
    editor_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when somebody else takes the same slug between the check and the save."""
    make_organization(slug="taken")
    other = make_organization(slug="free")
    address = f"/admin/events/organization/{other.pk}/change/"
    data = posted(editor_client, address, slug="taken")
    monkeypatch.setattr("events.models.Organization.validate_unique", lambda *_, **__: None)
    response = editor_client.post(address, data, follow=True)
    assert "Nothing was saved" in response.content.decode()


def test_the_claim_list_does_not_load_the_texts(
    editor_client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    event = make_event()
    for _ in range(8):
        make_claim(event, make_source(text="A long text."))
    with django_assert_max_num_queries(8) as captured:
        editor_client.get("/admin/events/claim/")
    assert not any('"sources_source"."text"' in query["sql"] for query in captured.captured_queries)
