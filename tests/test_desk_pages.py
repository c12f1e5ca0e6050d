"""The pages of the review desk: what they show, whom they refuse, and what garbage does to them."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from pytest_django import DjangoAssertNumQueries as Queries

from dates import DateMatch, PartialDate
from events.desk import reading
from events.extraction.cues.lexicon import Hit, english
from events.extraction.found import EntityKind, Extraction, Mention
from events.models import Claim, Decision, Event, Organization, Proposal
from sources.models import Source
from tests.factories import make_event, make_organization, make_proposal, make_source

pytestmark = pytest.mark.django_db

TEXT = "Northwind releases Aurora 3 on Tuesday.\nIt is late."
FIRST = "Northwind releases Aurora 3 on Tuesday."
FACTS = {"kind": "release", "status": "happened", "certainty": "reported", "date_basis": "printed"}
NOBODY = {"parties-TOTAL_FORMS": 0, "parties-INITIAL_FORMS": 0}


@pytest.fixture
def source(db: None) -> Source:
    return make_source(
        title="Northwind news", text=TEXT, published="2025-07-15", published_basis="printed"
    )


@pytest.fixture
def proposal(source: Source) -> Proposal:
    return make_proposal(source, FIRST, title_en="Aurora 3 is out", date="2025-07-15")


def desk(source: Source) -> str:
    return f"/admin/review/{source.pk}/"


def deciding(proposal: Proposal, action: str) -> str:
    return f"/admin/review/proposal/{proposal.pk}/{action}/"


def said(response: Any) -> str:
    return " ".join(str(message) for message in response.context["messages"])


class TestDesk:
    def test_it_shows_the_text_and_the_proposal(
        self, editor_client: Client, proposal: Proposal
    ) -> None:
        page = editor_client.get(desk(proposal.source)).content.decode()
        assert f'id="passage-{proposal.pk}"' in page
        assert '<span lang="en">Aurora 3 is out</span>' in page
        assert "15 July 2025" in page

    def test_what_was_found_is_marked(
        self, editor_client: Client, proposal: Proposal, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        found = Extraction(
            mentions=(Mention(0, 9, "Northwind", EntityKind.ORGANIZATION, "n", "Northwind"),),
            dates=(DateMatch(31, 38, "Tuesday", PartialDate.parse("2025-07-15"), "x"),),
            cues=(*english().find(" " * 10 + "releases"), Hit(40, 42, "it", frozenset(), ())),
        )
        monkeypatch.setattr(reading, "extract", lambda *_: found)
        page = editor_client.get(desk(proposal.source)).content.decode()
        for kinds in ("entity passage", "passage trigger", "date passage", "cue"):
            assert f'class="{kinds}"' in page
        assert 'title="15 July 2025"' in page

    def test_texts_and_names_are_never_markup(self, editor_client: Client) -> None:
        evil = "<script>alert(1)</script>"
        source = make_source(title=evil, text=evil)
        row = {"kind": "person", "slug": "", "name": evil, "role": evil}
        reasons = [{"code": evil, "text": evil}]
        make_proposal(source, title_en=evil, title_zh=evil, entities=[row], reasons=reasons)
        page = editor_client.get(desk(source)).content.decode()
        assert evil not in page
        assert page.count("&lt;script&gt;alert(1)") > 5

    def test_every_text_says_its_language(self, editor_client: Client) -> None:
        source = make_source(text="北风发布极光三号。", language="zh-Hans")
        make_proposal(source, title_en="Aurora", title_zh="极光")
        page = editor_client.get(desk(source)).content.decode()
        assert '<div class="review-words" id="review-words" lang="zh-Hans"' in page
        assert '<blockquote lang="zh-Hans">' in page
        assert '<span lang="zh-Hans">极光</span>' in page

    def test_what_was_told_before_is_proposed_as_a_claim(
        self, editor_client: Client, proposal: Proposal, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        event = make_event(title_en="Llama 4 is out")
        proposal.matches = [{"id": event.pk, "score": 0.9, "why": []}]
        proposal.save()
        monkeypatch.setattr("events.desk.cards.match_again", lambda proposals: None)
        page = editor_client.get(f"/admin/review/{proposal.source_id}/").content.decode()
        assert re.search(r"new claim on <strong><span lang=\"en\">Llama 4 is out", page)
        assert re.search(
            rf'merge/" data-send>.{{0,200}}value="{event.pk}">.{{0,80}}data-key="a"', page
        )

    def test_a_match_says_in_what_it_differs(
        self, editor_client: Client, source: Source, proposal: Proposal
    ) -> None:
        northwind = make_organization("Northwind")
        make_event(
            title_en="Aurora 3 is released", status="planned", date="2025-07-14",
            organizations=(northwind,),
        )  # fmt: skip
        row = {"kind": "organization", "slug": northwind.slug, "name": "N", "role": "actor"}
        Proposal.objects.filter(pk=proposal.pk).update(entities=[row])
        page = editor_client.get(desk(source)).content.decode()
        assert "Aurora 3 is released" in page
        assert "the same take part: Northwind;" in page
        assert "This source says happened, the event says planned." in page
        assert "This source says 15 July 2025, the event says 14 July 2025." in page

    def test_a_document_without_text_or_proposals_says_so(self, editor_client: Client) -> None:
        page = editor_client.get(desk(make_source())).content.decode()
        assert "has not been read" in page
        assert "Nothing was proposed" in page

    def test_it_takes_the_same_queries_for_forty_proposals(
        self, editor_client: Client, source: Source, django_assert_num_queries: Queries
    ) -> None:
        northwind = make_organization()
        make_event(organizations=(northwind,), date="2025-07-15", title_en="Aurora 3")
        row = {"kind": "organization", "slug": northwind.slug, "name": "x", "role": "actor"}
        for _ in range(40):
            make_proposal(source, FIRST, entities=[row], date="2025-07-15")
        editor_client.get(desk(source))  # names are read once
        with django_assert_num_queries(18):
            page = editor_client.get(desk(source)).content.decode()
        assert page.count("Merge into this") == 40

    def test_only_the_part_that_changes_is_sent_to_the_script(
        self, editor_client: Client, proposal: Proposal
    ) -> None:
        part = editor_client.get(desk(proposal.source), headers={"x-desk": "1"}).content.decode()
        assert 'id="review-work"' in part
        assert "review-words" not in part


class TestDeciding:
    def test_accepting_goes_on_to_the_next_card(
        self, editor_client: Client, source: Source, proposal: Proposal
    ) -> None:
        other = make_proposal(source, "It is late.")
        response = editor_client.post(deciding(proposal, "accept"))
        assert response["Location"] == f"{desk(source)}?at={other.pk}#card-{other.pk}"

    def test_editing_takes_what_was_written(
        self, editor_client: Client, proposal: Proposal
    ) -> None:
        northwind = make_organization("Northwind", name_zh="北风")
        data = {
            **FACTS, "title_zh": "极光", "date": "yesterday", "claimed_on": "2025-07-15",
            "parties-TOTAL_FORMS": 3, "parties-INITIAL_FORMS": 0,
            "parties-0-kind": "organization", "parties-0-name": "北风", "parties-0-role": "actor",
            "parties-1-kind": "model", "parties-1-name": "Aurora 3", "parties-1-role": "subject",
            "parties-1-create": "on",
            "parties-2-kind": "person", "parties-2-name": "Gone", "parties-2-role": "actor",
            "parties-2-DELETE": "on",
        }  # fmt: skip
        editor_client.post(deciding(proposal, "edit"), data)
        event = Event.objects.get()
        assert (event.title_zh, str(event.date)) == ("极光", "2025-07-14")
        assert event.organizations.get() == northwind
        assert event.models.get().name == "Aurora 3"
        assert not event.people.exists()

    def test_the_form_starts_with_what_was_proposed(
        self, editor_client: Client, source: Source, proposal: Proposal
    ) -> None:
        row = {"kind": "model", "slug": "", "name": "Aurora 3", "role": "subject"}
        Proposal.objects.filter(pk=proposal.pk).update(entities=[row])
        page = editor_client.get(f"{desk(source)}?edit={proposal.pk}").content.decode()
        assert 'value="Aurora 3 is out"' in page
        assert 'value="2025-07-15"' in page
        assert 'name="parties-0-name" value="Aurora 3"' in page

    def test_merging_by_a_search_asks_which(
        self, editor_client: Client, proposal: Proposal
    ) -> None:
        events = [make_event(title_en=f"Aurora 3 part {number}") for number in range(2)]
        page = editor_client.post(deciding(proposal, "merge"), {"find": "aurora"})
        assert "Choose one of the events." in page.content.decode()
        chosen = {"find": "aurora", "event": events[1].pk}
        editor_client.post(deciding(proposal, "merge"), chosen)
        assert events[1].claims.count() == 2

    @pytest.mark.parametrize("find", ["#%s", "#%s Some title", "one of its words"])
    def test_merging_by_number_or_by_words(
        self, editor_client: Client, proposal: Proposal, find: str
    ) -> None:
        event = make_event(title_en="One of its words is this")
        words = find % event.pk if "%s" in find else find
        response = editor_client.post(deciding(proposal, "merge"), {"find": words}, follow=True)
        assert "Merged into" in said(response)

    def test_rejecting_is_said_and_undone(
        self, editor_client: Client, source: Source, proposal: Proposal
    ) -> None:
        response = editor_client.post(deciding(proposal, "reject"), follow=True)
        assert said(response) == "Rejected: “Aurora 3 is out”."
        decision = Decision.objects.get()
        undone = editor_client.post(f"/admin/review/decision/{decision.pk}/undo/", follow=True)
        assert said(undone) == "Undone: rejected."
        assert "<del>" in undone.content.decode()

    def test_the_second_editor_reads_who_was_first(
        self, editor_client: Client, reviewer_client: Client, proposal: Proposal
    ) -> None:
        editor_client.post(deciding(proposal, "accept"))
        for action in ("accept", "reject"):
            late = reviewer_client.post(deciding(proposal, action), follow=True)
            assert "editor was faster with “Aurora 3 is out” (accepted as a new event" in said(late)
        assert Event.objects.count() == 1

    def test_what_stands_in_the_way_of_undoing_is_listed(
        self, editor_client: Client, reviewer_client: Client, proposal: Proposal
    ) -> None:
        editor_client.post(deciding(proposal, "accept"))
        event = Event.objects.get()
        event.title_en = "Mine now"
        event.save()
        address = f"/admin/review/decision/{Decision.objects.get().pk}/undo/"
        page = editor_client.post(address, follow=True).content.decode()
        assert "has changed the event “Mine now”" in page
        assert 'name="keep" value="1"' in page
        opened = editor_client.post(address, {"keep": "1"}, follow=True)
        assert said(opened) == "Open again: “Aurora 3 is out”. What was made of it stays."
        proposal.refresh_from_db()
        assert (proposal.state, Event.objects.get()) == ("open", event)


class TestPassages:
    def test_words_lead_to_the_form_for_an_event(
        self, editor_client: Client, source: Source
    ) -> None:
        address = f"{desk(source)}passage/"
        response = editor_client.post(address, {"passage": "It  is late.", "new": "event"})
        assert response["Location"] == f"{desk(source)}?new=event&start=40&end=51#review-panel"
        assert b"Make the event" in editor_client.get(response["Location"]).content

    def test_an_event_is_made_of_them(self, editor_client: Client, source: Source) -> None:
        data = {**FACTS, **NOBODY, "title_en": "Late", "start": 40, "end": 51}
        editor_client.post(f"{desk(source)}event/", data)
        assert Event.objects.get().claims.get().quote == "It is late."

    def test_a_claim_is_made_of_them(self, editor_client: Client, source: Source) -> None:
        event = make_event()
        data = {"start": 40, "end": 51, "event": event.pk, "status": "delayed", "date": "tomorrow"}
        editor_client.post(f"{desk(source)}claim/", data)
        claim = Claim.objects.get(source=source)
        assert (claim.event, claim.status, str(claim.date)) == (event, "delayed", "2025-07-16")

    def test_the_form_starts_with_what_stands_in_them(
        self, editor_client: Client, source: Source, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        found = Extraction(
            mentions=(Mention(0, 9, "Northwind", EntityKind.ORGANIZATION, "n", "Northwind Labs"),),
            dates=(DateMatch(31, 38, "Tuesday", PartialDate.parse("2025-07-15"), "x"),),
        )
        monkeypatch.setattr(reading, "extract", lambda *_: found)
        page = editor_client.get(f"{desk(source)}?new=event&start=0&end=39").content.decode()
        assert 'name="parties-0-name" value="Northwind Labs"' in page
        assert 'name="date" value="2025-07-15"' in page

    def test_words_that_are_not_there_are_refused(
        self, editor_client: Client, source: Source
    ) -> None:
        response = editor_client.post(f"{desk(source)}passage/", {"passage": "Not so"}, follow=True)
        assert "exactly as they stand there" in said(response)


GARBAGE = ["x", "-1", "0", "9" * 30, "\0", "'\"><", "深" * 400]


class TestGarbage:
    @pytest.mark.parametrize("value", GARBAGE)
    def test_no_address_breaks_the_desk(
        self, editor_client: Client, source: Source, value: str
    ) -> None:
        all_of_it = dict.fromkeys(("edit", "merge", "at", "stuck", "new", "start", "end"), value)
        for query in (all_of_it, {"new": "event", "start": value, "end": value}):
            assert editor_client.get(desk(source), query).status_code == 200

    @pytest.mark.parametrize("value", GARBAGE)
    def test_no_field_breaks_a_form(
        self, editor_client: Client, source: Source, proposal: Proposal, value: str
    ) -> None:
        rows = {f"parties-0-{name}": value for name in ("kind", "name", "role", "create")}
        counts = {"parties-TOTAL_FORMS": 1, "parties-INITIAL_FORMS": 0, "start": 0, "end": 9}
        fields = dict.fromkeys((*FACTS, "title_en", "date", "claimed_on"), value)
        for address in (deciding(proposal, "edit"), f"{desk(source)}event/"):
            response = editor_client.post(address, {**fields, **rows, **counts})
            assert response.status_code == 200
            assert b"errorlist" in response.content
        assert not Event.objects.exists()

    @pytest.mark.parametrize("total", ["", "x", "-1", "9" * 30])
    def test_a_form_without_its_counts_is_a_message(
        self, editor_client: Client, proposal: Proposal, total: str
    ) -> None:
        data = {**FACTS, "title_en": "x", "parties-TOTAL_FORMS": total}
        response = editor_client.post(deciding(proposal, "edit"), data)
        assert b"errorlist" in response.content

    @pytest.mark.parametrize("value", GARBAGE)
    def test_no_event_is_merged_into_by_garbage(
        self, editor_client: Client, source: Source, proposal: Proposal, value: str
    ) -> None:
        for address in (deciding(proposal, "merge"), f"{desk(source)}claim/"):
            for fields in (("event", "start"), ("find", "stance", "date")):
                data = {"start": 0, "end": 9, **dict.fromkeys(fields, value)}
                response = editor_client.post(address, data)
                assert response.status_code == 200, fields
                assert b"errorlist" in response.content, fields

    @pytest.mark.parametrize("value", GARBAGE)
    def test_neither_queue_nor_lookup_break(self, editor_client: Client, value: str) -> None:
        assert editor_client.get(f"/admin/review/?order={value}&page={value}").status_code == 200
        for what in ("event", "entity", value):
            query = {"what": what, "term": value, "kind": value}
            assert editor_client.get("/admin/review/lookup/", query).status_code in (200, 400)

    def test_what_is_not_there_is_not_found(self, editor_client: Client) -> None:
        for address in ("99/", "proposal/99/accept/", "proposal/99/reject/", "decision/99/undo/"):
            method = editor_client.get if address == "99/" else editor_client.post
            assert method(f"/admin/review/{address}").status_code == 404


class TestPermissions:
    def actions(self, proposal: Proposal) -> list[str]:
        forms = [deciding(proposal, one) for one in ("accept", "edit", "merge", "reject")]
        return [
            *forms,
            *(f"{desk(proposal.source)}{one}/" for one in ("passage", "event", "claim")),
        ]

    def viewer(self) -> Client:
        user = User.objects.create_user("viewer", is_staff=True)
        user.user_permissions.add(Permission.objects.get(codename="view_proposal"))
        client = Client(headers={"accept-language": "en"})
        client.force_login(user)
        return client

    def test_a_stranger_is_sent_to_log_in(self, client: Client, proposal: Proposal) -> None:
        for address in (desk(proposal.source), "/admin/review/", "/admin/review/lookup/"):
            assert "/login/" in client.get(address)["Location"]
        for address in self.actions(proposal):
            assert "/login/" in client.post(address)["Location"]

    def test_a_viewer_looks_and_decides_nothing(self, proposal: Proposal) -> None:
        viewer = self.viewer()
        page = viewer.get(desk(proposal.source)).content.decode()
        assert "Aurora 3 is out" in page
        assert "Reject" not in page
        for address in self.actions(proposal):
            assert viewer.post(address).status_code == 403
        proposal.refresh_from_db()
        assert proposal.state == "open"

    def test_a_viewer_undoes_nothing(self, editor_client: Client, proposal: Proposal) -> None:
        editor_client.post(deciding(proposal, "reject"))
        address = f"/admin/review/decision/{Decision.objects.get().pk}/undo/"
        assert self.viewer().post(address).status_code == 403

    def test_staff_without_a_role_see_nothing(self, client: Client, proposal: Proposal) -> None:
        client.force_login(User.objects.create_user("guest", is_staff=True))
        assert client.get(desk(proposal.source)).status_code == 403
        assert client.get("/admin/review/").status_code == 403

    def test_nothing_is_decided_by_an_address(
        self, editor_client: Client, proposal: Proposal
    ) -> None:
        for address in self.actions(proposal):
            assert editor_client.get(address).status_code == 405
        assert editor_client.post(desk(proposal.source)).status_code == 405

    def test_a_token_is_asked_for(self, editor: User, proposal: Proposal) -> None:
        client = Client(enforce_csrf_checks=True)
        client.force_login(editor)
        assert client.post(deciding(proposal, "reject")).status_code == 403


class TestQueue:
    def test_it_says_how_far_the_desk_is(self, editor_client: Client, proposal: Proposal) -> None:
        done = make_proposal(make_source(text="Done."))
        editor_client.post(deciding(done, "reject"))
        page = editor_client.get("/admin/review/").content.decode()
        assert "1 of 2 documents done" in page
        assert "Northwind news" in page
        assert done.source.title not in page

    def test_the_most_promising_come_first_when_asked(self, editor_client: Client) -> None:
        low, high = (make_proposal(make_source(text="x"), score=score) for score in (0.1, 0.9))
        for order, first in (("", low), ("oldest", low), ("promising", high)):
            response = editor_client.get(f"/admin/review/?order={order}")
            assert response.context["waiting"][0] == first.source

    def test_the_next_document_is_one_click_away(
        self, editor_client: Client, proposal: Proposal
    ) -> None:
        other = make_proposal(make_source(text="x"))
        assert desk(other.source) in editor_client.get(desk(proposal.source)).content.decode()
        assert desk(proposal.source) in editor_client.get(desk(other.source)).content.decode()

    def test_the_ways_to_the_desk(self, editor_client: Client, proposal: Proposal) -> None:
        for address in (
            "/admin/", "/admin/review/", f"/admin/sources/source/{proposal.source.pk}/change/",
        ):  # fmt: skip
            assert desk(proposal.source) in editor_client.get(address).content.decode(), address
        card = editor_client.get(f"/admin/events/proposal/{proposal.pk}/change/")
        assert card["Location"].startswith(desk(proposal.source))

    def test_proposals_are_decided_nowhere_else(
        self, editor_client: Client, proposal: Proposal
    ) -> None:
        assert editor_client.get("/admin/events/proposal/").status_code == 200
        for page in ("add/", f"{proposal.pk}/delete/"):
            assert editor_client.get(f"/admin/events/proposal/{page}").status_code == 403


class TestLookup:
    def test_names_are_found_in_both_scripts(self, editor_client: Client) -> None:
        make_organization("Northwind", name_zh="北风")
        query = {"what": "entity", "term": "北"}
        found = editor_client.get("/admin/review/lookup/", query).json()["results"]
        assert [(row["value"], row["kind"]) for row in found] == [("Northwind", "organization")]

    def test_of_two_with_one_name_each_is_told_by_its_slug(self, editor_client: Client) -> None:
        for slug in ("apollo-research", "apollo-fund"):
            make_organization("Apollo", slug=slug)
        query = {"what": "entity", "kind": "organization", "term": "apo"}
        found = editor_client.get("/admin/review/lookup/", query).json()["results"]
        assert {row["value"] for row in found} == {"apollo-research", "apollo-fund"}

    def test_a_name_of_two_is_not_taken_for_one(
        self, editor_client: Client, proposal: Proposal
    ) -> None:
        for slug in ("apollo-research", "apollo-fund"):
            make_organization("Apollo", slug=slug)
        data = {
            **FACTS, "title_en": "x", "parties-TOTAL_FORMS": 1, "parties-INITIAL_FORMS": 0,
            "parties-0-kind": "organization", "parties-0-name": "Apollo", "parties-0-role": "actor",
        }  # fmt: skip
        page = editor_client.post(deciding(proposal, "edit"), data).content.decode()
        assert "Several are called so: write one of apollo-fund, apollo-research." in page
        assert Organization.objects.count() == 2

    def test_events_are_offered_with_their_number(self, editor_client: Client) -> None:
        event = make_event(title_en="Aurora 3 is out")
        query = {"what": "event", "term": "auro"}
        found = editor_client.get("/admin/review/lookup/", query).json()["results"]
        assert found[0]["value"] == f"#{event.pk} Aurora 3 is out"
