"""How an event is cited, and how a reader reports a mistake in it."""

import json
import time
from typing import Any

import pytest
from django.core import signing
from django.test import Client

from events.mistakes import limits
from events.models import AIModel, Event, Merge, MistakeReport, ReportTrace
from tests.factories import (
    make_claim,
    make_event,
    make_model,
    make_organization,
    make_person,
    make_publisher,
    make_source,
)

pytestmark = pytest.mark.django_db


class TestCiting:
    def test_text_names_the_event_its_version_and_the_day(self, client: Client) -> None:
        event = make_event(title_en="A model is delayed")
        text = client.get(f"/events/{event.pk}/cite.txt").content.decode()
        for words in ("“A model is delayed” (15 May 2025)", f"Event {event.pk}, version 1"):
            assert words in text
        assert f"http://testserver/events/{event.pk}/?version=1" in text

    def test_bibtex_escapes_what_means_something_to_latex_and_keeps_chinese(
        self, client: Client
    ) -> None:
        event = make_event(title_en=r"50% of R&D_1 {x} #2 ~ ^ \ 模型")
        entry = client.get(f"/events/{event.pk}/cite.bib").content.decode()
        assert r"50\% of R\&D\_1 \{x\} \#2 \textasciitilde{} \textasciicircum{}" in entry
        assert r"\textbackslash{} 模型" in entry
        assert entry.count("{") == entry.count("}")

    @pytest.mark.parametrize(
        ("date", "parts"),
        [
            ("2025-05-15", [[2025, 5, 15]]),
            ("2025-05", [[2025, 5]]),
            ("2025", [[2025]]),
            ("2025-34", [[2025, 4, 1], [2025, 6, 30]]),
            ("2025-05/..", None),
        ],
    )
    def test_csl_gives_the_date_no_finer_than_it_is(
        self, client: Client, date: str, parts: list[Any] | None
    ) -> None:
        response = client.get(f"/events/{make_event(date=date).pk}/cite.json")
        (item,) = json.loads(response.content)
        assert item.get("event-date", {}).get("date-parts") == parts

    def test_what_is_read_as_of_a_day_is_cited_so(self, client: Client) -> None:
        event = make_event(sources=())
        make_claim(event, make_source(), claimed_on="2025-05-20")
        text = client.get(f"/events/{event.pk}/cite.txt?as_of=2025-06-01").content.decode()
        assert "as known on 1 June 2025" in text
        assert "&as_of=2025-06-01" in text

    def test_its_address_says_so_when_the_version_is_another(self, client: Client) -> None:
        event = make_event()
        page = client.get(f"{event.get_absolute_url()}?version=7").content.decode()
        assert "reference to version 7" in page
        assert "reference to version" not in client.get(event.get_absolute_url()).content.decode()

    @pytest.mark.parametrize("ending", ["pdf", "x"])
    def test_there_are_no_other_formats(self, client: Client, ending: str) -> None:
        assert client.get(f"/events/{make_event().pk}/cite.{ending}").status_code == 404

    @pytest.mark.parametrize("page", ["cite.txt", "report/"])
    def test_drafts_are_hidden_retracted_are_gone_and_merged_lead_on(
        self, client: Client, page: str
    ) -> None:
        draft, gone = make_event(visibility="draft"), make_event(visibility="retracted")
        assert client.get(f"/events/{draft.pk}/{page}").status_code == 404
        assert client.get(f"/events/{gone.pk}/{page}").status_code == 410
        into = make_event()
        Merge.objects.create(kind="event", from_id=987_654, into_id=into.pk, manifest={})
        assert client.get(f"/events/987654/{page}")["Location"] == f"/events/{into.pk}/{page}"


def given(seconds: int) -> str:
    """The stamp of a form that was given out so long ago."""
    signer = signing.TimestampSigner(salt="events.mistakes")
    signer.timestamp = lambda: signing.b62_encode(int(time.time()) - seconds)  # type: ignore[method-assign]
    return signer.sign_object("form")


def answers(**values: str) -> dict[str, str]:
    return {"subject": "date", "text": "It was in June.", "given": given(30), **values}


class TestReporting:
    @pytest.fixture
    def event(self) -> Event:
        return make_event()

    def send(self, client: Client, event: Event, **values: str) -> Any:
        return client.post(f"/events/{event.pk}/report/", answers(**values))

    def test_a_report_lands_on_the_desk(self, client: Client, event: Event) -> None:
        response = self.send(client, event, contact="reader@example.org")
        assert client.get(response["Location"]).status_code == 200
        report = MistakeReport.objects.get()
        assert (report.about, report.version, report.state) == (event, 1, "open")
        assert (report.subject, report.text) == ("date", "It was in June.")

    @pytest.mark.parametrize(
        "values", [{"website": "x"}, {"seconds": 1}, {"given": "x"}, {"given": ""}]
    )
    def test_a_machine_is_thanked_and_ignored(
        self, client: Client, event: Event, values: dict[str, Any]
    ) -> None:
        if seconds := values.pop("seconds", None):  # counted from now, not from the collection
            values = {"given": given(seconds)}
        assert self.send(client, event, **values).status_code == 302
        assert not MistakeReport.objects.exists()

    @pytest.mark.parametrize(
        "values",
        [
            {"subject": "x"},
            {"subject": ""},
            {"text": "   short "},
            {"text": "x" * 2001},
            {"text": "a text with \0 in it"},
            {"contact": "x" * 201},
            {"given": given(2 * 24 * 3600)},  # it lay open too long
        ],
    )
    def test_what_cannot_be_taken_comes_back_with_what_was_written(
        self, client: Client, event: Event, values: dict[str, str]
    ) -> None:
        response = self.send(client, event, **values)
        assert response.status_code == 400
        assert not MistakeReport.objects.exists()

    def test_nobody_sends_more_than_a_few_an_hour(self, client: Client, event: Event) -> None:
        for _ in range(limits.MOST_OF_ONE):
            assert self.send(client, event).status_code == 302
        refused = self.send(client, event)
        assert refused.status_code == 429
        assert "It was in June." in refused.content.decode()
        elsewhere = Client(REMOTE_ADDR="192.0.2.7")
        assert self.send(elsewhere, event).status_code == 302

    def test_nor_all_together_more_than_many(
        self, client: Client, event: Event, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(limits, "MOST_OF_ALL", 1)
        assert self.send(client, event).status_code == 302
        assert self.send(Client(REMOTE_ADDR="192.0.2.7"), event).status_code == 429

    def test_no_address_is_kept_and_nothing_for_longer_than_a_day(
        self, client: Client, event: Event
    ) -> None:
        old = ReportTrace.objects.create(who="x")
        ReportTrace.objects.filter(pk=old.pk).update(at="2025-01-01T00:00:00Z")
        self.send(client, event)
        (trace,) = ReportTrace.objects.all()
        assert "127.0.0.1" not in trace.who

    def test_it_asks_for_a_token(self, event: Event) -> None:
        strict = Client(enforce_csrf_checks=True)
        assert self.send(strict, event).status_code == 403

    def test_only_the_form_sets_a_cookie(self, client: Client, event: Event) -> None:
        assert not client.get(event.get_absolute_url()).cookies
        assert set(client.get(f"/events/{event.pk}/report/").cookies) == {"csrftoken"}

    def test_an_editor_settles_it_and_is_remembered(
        self, client: Client, event: Event, editor_client: Client
    ) -> None:
        self.send(client, event)
        report = MistakeReport.objects.get()
        address = f"/admin/events/mistakereport/{report.pk}/change/"
        assert "It was in June." in editor_client.get(address).content.decode()
        editor_client.post(address, {"state": "accepted", "note": "Right.", "text": "changed"})
        report.refresh_from_db()
        assert (report.state, report.text) == ("accepted", "It was in June.")
        assert str(report.handled_by) == "editor"
        assert report.handled_at

    def test_the_dashboard_counts_those_that_wait(
        self, client: Client, event: Event, editor_client: Client
    ) -> None:
        self.send(client, event)
        reported = editor_client.get("/admin/").context["dashboard"].piles[-1]
        assert (reported.count, [str(row.name) for row in reported.rows]) == (1, [str(event)])
        listed = editor_client.get(reported.url).content.decode()
        assert "It was in June." in listed


def things() -> dict[str, Any]:
    """One of each that has a page, by its folder."""
    source = make_source(publisher=make_publisher(name="Daily"))
    make_event(sources=(source,))
    return {
        "organizations": make_organization("Lab"),
        "models": make_model("Tiny"),
        "people": make_person("Ada"),
        "sources": source,
        "publishers": source.publisher,
    }


class TestReportingAnythingElse:
    @pytest.mark.parametrize(
        ("folder", "subject"),
        [
            ("organizations", "name"),
            ("models", "fact"),
            ("people", "translation"),
            ("sources", "date"),
            ("publishers", "link"),
        ],
    )
    def test_every_page_has_a_form_whose_reports_land_on_the_desk(
        self, client: Client, editor_client: Client, folder: str, subject: str
    ) -> None:
        thing = things()[folder]
        page = f"/{folder}/{thing.slug}/"
        assert f'href="{page}report/"' in client.get(page).content.decode()
        assert f'value="{subject}"' in client.get(f"{page}report/").content.decode()
        sent = client.post(f"{page}report/", answers(subject=subject))
        assert page in client.get(sent["Location"]).content.decode()
        report = MistakeReport.objects.get()
        assert (report.about, report.version, report.subject) == (thing, None, subject)
        address = f"/admin/events/mistakereport/{report.pk}/change/"
        assert f'href="{page}"' in editor_client.get(address).content.decode()

    @pytest.mark.parametrize(("folder", "subject"), [("people", "status"), ("sources", "source")])
    def test_only_what_can_be_wrong_with_it_is_taken(
        self, client: Client, folder: str, subject: str
    ) -> None:
        address = f"/{folder}/{things()[folder].slug}/report/"
        assert client.post(address, answers(subject=subject)).status_code == 400

    def test_one_limit_holds_for_all_pages(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(limits, "MOST_OF_ONE", 2)
        found = [
            client.post(f"/{folder}/{thing.slug}/report/", answers(subject="duplicate")).status_code
            for folder, thing in things().items()
        ]
        assert found == [302, 302, 429, 429, 429]

    def test_what_is_not_public_has_none_and_what_was_merged_leads_on(self, client: Client) -> None:
        kept, merged = make_organization("Kept"), make_organization("Twice")
        merged.merged_into = kept
        merged.save()
        moved = client.get(f"/organizations/{merged.slug}/report/")
        assert moved["Location"] == f"/organizations/{kept.slug}/report/"
        hidden = make_source()
        for address in (f"/sources/{hidden.slug}", "/people/nobody", "/teams/x"):
            assert client.get(f"{address}/report/").status_code == 404

    def test_a_report_outlives_what_it_is_about(
        self, client: Client, editor_client: Client, django_assert_max_num_queries: Any
    ) -> None:
        for folder, thing in things().items():
            client.post(f"/{folder}/{thing.slug}/report/", answers(subject="duplicate"))
        report = MistakeReport.objects.get(content_type__model="aimodel")
        AIModel.objects.get(pk=report.object_id).delete()
        with django_assert_max_num_queries(20):
            listed = editor_client.get("/admin/events/mistakereport/").content.decode()
        assert f"AI model {report.object_id}" in listed
        assert "Lab" in listed
