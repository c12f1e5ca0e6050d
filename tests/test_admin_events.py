"""Editing events in the admin: claims beside them, two people at once, roles, bulk actions."""

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from events.models import Claim, Event, EventOrganization
from tests.admin_forms import errors_of, posted, with_claim
from tests.factories import make_claim, make_event, make_model, make_organization, make_source

pytestmark = pytest.mark.django_db

LIST = "/admin/events/event/"
ADD = f"{LIST}add/"


def page(event: Event) -> str:
    return f"{LIST}{event.pk}/change/"


def new_event(client: Client, **values: object) -> dict[str, object]:
    plain = {"slug": "new", "title_en": "New", "kind": "release", "date": "2025-05"}
    return posted(client, ADD, **{**plain, **values})


def act(client: Client, action: str, *events: Event) -> str:
    data = {"action": action, "_selected_action": [event.pk for event in events]}
    return client.post(LIST, data, follow=True).content.decode()


def test_an_editor_adds_a_draft(editor_client: Client) -> None:
    response = editor_client.post(ADD, new_event(editor_client))
    assert response.status_code == 302
    assert Event.objects.get(slug="new").visibility == "draft"


def test_a_date_is_shown_in_words_beside_its_edtf(editor_client: Client) -> None:
    event = make_event(date="2025-05")
    for address in (page(event), LIST):
        content = editor_client.get(address).content.decode()
        assert "May 2025" in content
        assert "2025-05" in content


def test_a_reviewer_publishes_a_new_event_with_its_claim(reviewer_client: Client) -> None:
    data = with_claim(new_event(reviewer_client, visibility="published"), make_source().pk)
    assert reviewer_client.post(ADD, data).status_code == 302
    connection.check_constraints()
    assert Event.objects.get(slug="new").visibility == "published"


def test_publishing_without_a_claim_is_refused_in_words(reviewer_client: Client) -> None:
    response = reviewer_client.post(ADD, new_event(reviewer_client, visibility="published"))
    assert "keeps at least one claim" in errors_of(response)


def test_the_last_claim_of_a_published_event_stays(reviewer_client: Client) -> None:
    event = make_event()
    data = posted(reviewer_client, page(event), **{"claims-0-DELETE": "on"})
    response = reviewer_client.post(page(event), data)
    assert "keeps at least one claim" in errors_of(response)
    assert event.claims.count() == 1


def test_the_last_claim_may_go_when_another_comes(reviewer_client: Client) -> None:
    event = make_event()
    data = posted(reviewer_client, page(event), **{"claims-0-DELETE": "on"})
    response = reviewer_client.post(page(event), with_claim(data, make_source().pk))
    assert response.status_code == 302
    assert event.claims.count() == 1


def test_a_quote_must_stand_in_the_text_of_its_source(editor_client: Client) -> None:
    event, source = make_event(), make_source(text="Llama 4 is late.")
    data = posted(editor_client, page(event))
    response = editor_client.post(page(event), with_claim(data, source.pk, quote="early"))
    assert "not in the text of the source" in errors_of(response)


def test_a_changed_quote_is_found_anew(editor_client: Client) -> None:
    event, source = make_event(sources=()), make_source(text="Llama 4 is late.")
    make_claim(event, source, quote="Llama 4", quote_start=0, quote_end=7)
    data = posted(editor_client, page(event), **{"claims-0-quote": "late"})
    assert editor_client.post(page(event), data).status_code == 302
    assert event.claims.get().quote_start == 11


def test_the_same_passage_twice_is_refused_in_words(editor_client: Client) -> None:
    event, source = make_event(), make_source(text="Llama 4 is late.")
    data = with_claim(posted(editor_client, page(event)), source.pk, quote="late")
    response = editor_client.post(page(event), with_claim(data, source.pk, quote="late"))
    assert "same passage" in errors_of(response)


def test_the_same_role_twice_is_refused_in_words(editor_client: Client) -> None:
    meta = make_organization("Meta")
    event = make_event(organizations=(meta,))
    role = {"organization": meta.pk, "role": "actor"}
    row = {f"event_organizations-1-{name}": value for name, value in role.items()}
    changes = {"event_organizations-TOTAL_FORMS": 2, **row}
    response = editor_client.post(page(event), posted(editor_client, page(event), **changes))
    assert response.status_code == 200
    assert EventOrganization.objects.count() == 1


class TestTwoAtOnce:
    def test_each_save_counts_the_version_up(self, editor_client: Client) -> None:
        event = make_event()
        editor_client.post(page(event), posted(editor_client, page(event)))
        event.refresh_from_db()
        assert event.version == 2

    def test_the_second_keeps_the_text_and_sees_what_changed(
        self, editor_client: Client, reviewer_client: Client
    ) -> None:
        event = make_event(title_en="Before")
        mine = posted(editor_client, page(event), title_en="Mine")
        theirs = posted(reviewer_client, page(event), title_en="Theirs")
        reviewer_client.post(page(event), theirs)
        content = editor_client.post(page(event), mine).content.decode()
        assert "Created" not in content  # what was there before is not what changed
        for part in ("reviewer", "Before</del>", "Theirs</ins>", 'value="Mine"'):
            assert part in content
        assert Event.objects.get(pk=event.pk).title_en == "Theirs"

    def test_the_second_sees_a_claim_that_came_in_between(
        self, editor_client: Client, reviewer_client: Client
    ) -> None:
        event = make_event()
        mine = posted(editor_client, page(event), title_en="Mine")
        theirs = posted(reviewer_client, page(event))
        said = with_claim(theirs, make_source().pk, says_en="A new witness")
        assert reviewer_client.post(page(event), said).status_code == 302
        content = editor_client.post(page(event), mine).content.decode()
        assert "A new witness” – Created" in content

    def test_the_second_sees_a_claim_changed_on_its_own_page(
        self, editor_client: Client, reviewer_client: Client
    ) -> None:
        event = make_event()
        mine = posted(editor_client, page(event), title_en="Mine")
        claim = f"/admin/events/claim/{event.claims.get().pk}/change/"
        reviewer_client.post(claim, posted(reviewer_client, claim, says_en="Reworded"))
        content = editor_client.post(page(event), mine).content.decode()
        assert "<ins>Reworded</ins>" in content

    def test_saving_again_keeps_the_second_text(
        self, editor_client: Client, reviewer_client: Client
    ) -> None:
        event = make_event()
        mine = posted(editor_client, page(event), title_en="Mine")
        reviewer_client.post(page(event), posted(reviewer_client, page(event), title_en="Theirs"))
        shown = editor_client.post(page(event), mine).context["adminform"].form
        again = {**mine, "seen_version": shown["seen_version"].value()}
        assert editor_client.post(page(event), again).status_code == 302
        assert Event.objects.get(pk=event.pk).title_en == "Mine"

    def test_a_claim_saved_by_itself_counts_too(self, editor_client: Client) -> None:
        event = make_event()
        address = f"/admin/events/claim/{event.claims.get().pk}/change/"
        editor_client.post(address, posted(editor_client, address, says_en="Says so"))
        event.refresh_from_db()
        assert event.version == 2


class TestEditor:
    @pytest.mark.parametrize("visibility", ["published", "retracted"])
    def test_cannot_choose_what_reviewers_decide(
        self, editor_client: Client, visibility: str
    ) -> None:
        event = make_event(visibility="draft")
        data = posted(editor_client, page(event), visibility=visibility)
        assert editor_client.post(page(event), data).status_code == 200
        assert Event.objects.get(pk=event.pk).visibility == "draft"

    def test_cannot_hide_a_published_event(self, editor_client: Client) -> None:
        event = make_event()
        data = posted(editor_client, page(event), visibility="draft", title_en="Better")
        response = editor_client.post(page(event), data)
        assert response.status_code == 302, errors_of(response)
        saved = Event.objects.get(pk=event.pk)
        assert (saved.visibility, saved.title_en) == ("published", "Better")

    def test_cannot_delete_a_published_event(self, editor_client: Client) -> None:
        event = make_event()
        assert editor_client.post(f"{LIST}{event.pk}/delete/", {"post": "yes"}).status_code == 403

    def test_cannot_delete_a_published_event_among_others(self, editor_client: Client) -> None:
        published, draft = make_event(), make_event(visibility="draft")
        chosen = [published.pk, draft.pk]
        data = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
        assert editor_client.post(LIST, data).status_code == 403
        assert Event.objects.count() == 2

    def test_is_not_offered_to_publish(self, editor_client: Client) -> None:
        draft = make_event(visibility="draft")
        assert "Publish selected" not in editor_client.get(LIST).content.decode()
        act(editor_client, "publish", draft)
        assert Event.objects.get(pk=draft.pk).visibility == "draft"

    def test_restores_an_old_text_without_hiding_the_event(self, editor_client: Client) -> None:
        event = make_event(visibility="draft", title_en="Old")
        event.visibility, event.title_en = "published", "New"
        event.save()
        oldest = event.history.earliest()
        address = f"{LIST}{event.pk}/history/{oldest.pk}/"
        form = editor_client.get(address).context["adminform"].form
        data = {bound.html_name: bound.value() or "" for bound in form}
        assert editor_client.post(address, data).status_code == 302
        saved = Event.objects.get(pk=event.pk)
        assert (saved.title_en, saved.visibility, saved.version) == ("Old", "published", 2)


class TestBulk:
    def test_publish_says_how_many_and_why_not_the_others(self, reviewer_client: Client) -> None:
        ready = make_event(visibility="in_review")
        bare = make_event(visibility="in_review", sources=(), title_en="Bare one")
        content = act(reviewer_client, "publish", ready, bare)
        assert "1 event published." in content
        assert "Not changed: Bare one." in content
        assert Event.objects.get(pk=ready.pk).visibility == "published"
        assert Event.objects.get(pk=bare.pk).visibility == "in_review"

    def test_retract_counts_the_version_up(self, reviewer_client: Client) -> None:
        event = make_event()
        assert "1 event retracted." in act(reviewer_client, "retract", event)
        event.refresh_from_db()
        assert (event.visibility, event.version) == ("retracted", 2)

    def test_importance_is_set_with_history_and_version(self, editor_client: Client) -> None:
        event, other = make_event(), make_event(importance=5)
        content = act(editor_client, "set_importance_5", event, other)
        assert "1 event now has importance 5." in content
        newest = event.history.latest()
        assert (newest.importance, newest.version) == (5, 2)
        assert newest.history_user.username == "editor"

    def test_garbage_in_the_selection_is_a_message(self, editor_client: Client) -> None:
        data = {"action": "set_importance_5", "_selected_action": ["x"]}
        response = editor_client.post(LIST, data, follow=True)
        assert "Choose rows of the list" in response.content.decode()


class TestClaims:
    def test_the_last_of_a_published_event_is_not_deleted(self, editor_client: Client) -> None:
        claim = make_event().claims.get()
        address = f"/admin/events/claim/{claim.pk}/delete/"
        response = editor_client.post(address, {"post": "yes"}, follow=True)
        assert "keeps at least one claim" in response.content.decode()
        assert Claim.objects.filter(pk=claim.pk).exists()

    def test_all_of_a_published_event_are_not_deleted_at_once(self, editor_client: Client) -> None:
        event = make_event(sources=(make_source(), make_source()), title_en="Bare one")
        chosen = [claim.pk for claim in event.claims.all()]
        data = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
        response = editor_client.post("/admin/events/claim/", data, follow=True)
        assert "would lose their last claim: Bare one" in response.content.decode()
        assert event.claims.count() == 2

    def test_one_of_two_is_deleted(self, editor_client: Client) -> None:
        event = make_event(sources=(make_source(), make_source()))
        claim = event.claims.all()[0]
        editor_client.post(f"/admin/events/claim/{claim.pk}/delete/", {"post": "yes"})
        assert event.claims.count() == 1

    def test_the_last_is_not_moved_to_another_event(self, editor_client: Client) -> None:
        claim, other = make_event().claims.get(), make_event()
        address = f"/admin/events/claim/{claim.pk}/change/"
        response = editor_client.post(address, posted(editor_client, address, event=other.pk))
        assert "keeps at least one claim" in errors_of(response)


class TestList:
    @pytest.mark.parametrize("word", ["深度", "深度求索", "deeps", "DeepSeek"])
    def test_it_searches_names_in_both_scripts(self, editor_client: Client, word: str) -> None:
        deepseek = make_organization("DeepSeek", name_zh="深度求索")
        make_event(title_en="Found", organizations=(deepseek,))
        make_event(title_en="Other")
        content = editor_client.get(LIST, {"q": word}).content.decode()
        assert "Found" in content
        assert "Other" not in content

    @pytest.mark.parametrize(
        "query",
        ["kind=delay", "status=planned", "certainty=denied", "date_from=2026-01-01",
         "attention=overdue", "visibility=in_review"],
    )  # fmt: skip
    def test_it_is_filtered(self, editor_client: Client, query: str) -> None:
        make_event(
            title_en="Found", kind="delay", status="planned", certainty="denied",
            date="2026-02", visibility="in_review",
        )  # fmt: skip
        make_event(title_en="Other")
        content = editor_client.get(f"{LIST}?{query}").content.decode()
        assert "Found" in content
        assert "Other" not in content

    def test_it_is_filtered_by_who_took_part(self, editor_client: Client) -> None:
        meta, llama = make_organization(), make_model()
        make_event(title_en="Found", organizations=(meta,), models=(llama,))
        make_event(title_en="Other")
        query = {"organization": meta.pk, "model": llama.pk}
        content = editor_client.get(LIST, query).content.decode()
        assert "Found" in content
        assert "Other" not in content

    def test_an_unreadable_filter_has_its_message_beside_it(self, editor_client: Client) -> None:
        content = editor_client.get(LIST, {"date_from": "soon"}).content.decode()
        assert "Enter a valid date." in content

    def test_its_queries_do_not_grow_with_its_rows(
        self, editor_client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
    ) -> None:
        for _ in range(12):
            make_event(organizations=(make_organization(),))
        with django_assert_max_num_queries(9):
            editor_client.get(LIST)


def test_a_claim_reads_dates_against_the_day_of_its_source(editor_client: Client) -> None:
    event, source = make_event(), make_source(published="2025-05-20", published_basis="printed")
    data = with_claim(posted(editor_client, page(event)), source.pk, date="yesterday")
    response = editor_client.post(page(event), data)
    assert response.status_code == 302, errors_of(response)
    assert str(event.claims.get(source=source).date) == "2025-05-19"
