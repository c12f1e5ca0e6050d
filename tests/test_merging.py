"""What stands twice becomes one, and can become two again; nothing is lost on the way."""

from typing import Any

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from events.merging import merge, undo
from events.models import (
    Event,
    EventLink,
    EventOrganization,
    EventState,
    MistakeReport,
    ModelAlias,
    Organization,
)
from tests.factories import (
    make_event,
    make_model,
    make_organization,
    make_person,
    make_source,
)

pytestmark = pytest.mark.django_db


def twice(**values: Any) -> tuple[Event, Event]:
    return make_event(title_en="Again", **values), make_event(title_en="First")


class TestEvents:
    def test_claims_move_to_the_one_that_stays(self, reviewer: User) -> None:
        away, into = twice()
        merge(away, into, reviewer)
        assert into.claims.count() == 2
        assert not Event.objects.filter(slug=away.slug).exists()

    def test_the_old_address_leads_to_the_one_that_stays(
        self, reviewer: User, client: Client
    ) -> None:
        away, into = twice()
        address = away.get_absolute_url()
        merge(away, into, reviewer)
        assert client.get(address).headers["location"] == into.get_absolute_url()

    def test_an_address_leads_through_two_merges(self, reviewer: User, client: Client) -> None:
        away, into = twice()
        address, last = away.get_absolute_url(), make_event()
        merge(away, into, reviewer)
        merge(into, last, reviewer)
        assert client.get(address).headers["location"] == last.get_absolute_url()

    def test_a_report_of_a_mistake_leads_to_the_one_that_stays(self, reviewer: User) -> None:
        away, into = twice()
        report = MistakeReport(about=away, subject="duplicate", text="It is here twice.")
        report.save()
        merge(away, into, reviewer)
        assert MistakeReport.objects.get(pk=report.pk).about_now == into

    def test_a_role_both_have_is_kept_once_and_comes_back(self, reviewer: User) -> None:
        maker = make_organization()
        away = make_event(organizations=(maker,))
        into = make_event(organizations=(maker,))
        done = merge(away, into, reviewer)
        assert into.event_organizations.count() == 1
        undo(done.pk, reviewer)
        assert EventOrganization.objects.filter(organization=maker).count() == 2

    def test_a_link_between_the_two_goes_and_comes_back(self, reviewer: User) -> None:
        away, into = twice()
        EventLink.objects.create(from_event=away, kind="delays", to_event=into)
        done = merge(away, into, reviewer)
        assert not EventLink.objects.exists()
        undo(done.pk, reviewer)
        assert EventLink.objects.get().to_event == into

    def test_a_part_merged_into_its_whole_leaves_no_circle(self, reviewer: User) -> None:
        away, into = twice()
        Event.objects.filter(pk=into.pk).update(part_of=away)
        merge(away, into, reviewer)
        into.refresh_from_db()
        assert into.part_of is None

    def test_what_is_missing_is_taken_over_and_given_back(self, reviewer: User) -> None:
        away, into = twice(title_zh="再次")
        done = merge(away, into, reviewer)
        into.refresh_from_db()
        assert into.title_zh == "再次"
        undo(done.pk, reviewer)
        into.refresh_from_db()
        assert into.title_zh == ""

    def test_undoing_brings_everything_back_as_it_was(self, reviewer: User) -> None:
        away, into = twice(organizations=(make_organization(),))
        before = _columns(away)
        done = merge(away, into, reviewer)
        undo(done.pk, reviewer)
        again = Event.objects.get(pk=away.pk)
        assert _columns(again) == before
        assert again.claims.count() == again.event_organizations.count() == 1
        assert into.claims.count() == 1

    def test_what_was_known_when_follows_the_claims(self, reviewer: User) -> None:
        early = make_source(published="2025-01-02")
        away, into = twice(sources=(early,))
        done = merge(away, into, reviewer)
        first = EventState.objects.filter(event=into).order_by("known_from").first()
        assert first is not None
        assert str(first.known_from) == "2025-01-02"
        undo(done.pk, reviewer)
        assert str(EventState.objects.get(event_id=away.pk).known_from) == "2025-01-02"

    def test_a_claim_moved_on_since_stays_and_is_told(self, reviewer: User) -> None:
        away, into = twice(sources=(make_source(), make_source()))
        moved = away.claims.order_by("pk")[0]
        done = merge(away, into, reviewer)
        moved.delete()
        assert undo(done.pk, reviewer).left == 1

    def test_a_published_event_is_never_left_without_a_claim(self, reviewer: User) -> None:
        away, into = twice()
        claim = away.claims.get()
        done = merge(away, into, reviewer)
        claim.delete()
        with pytest.raises(ValidationError, match="without a claim"):
            undo(done.pk, reviewer)

    def test_a_published_event_is_not_merged_into_a_draft(self, reviewer: User) -> None:
        away, into = make_event(), make_event(visibility="draft")
        with pytest.raises(ValidationError, match="published"):
            merge(away, into, reviewer)
        assert Event.objects.count() == 2

    def test_a_retracted_event_is_not_merged(self, reviewer: User) -> None:
        with pytest.raises(ValidationError, match="retracted"):
            merge(make_event(visibility="retracted"), make_event(), reviewer)

    def test_one_far_below_the_other_is_not_merged(self, reviewer: User) -> None:
        top = make_event()
        low = make_event(part_of=make_event(part_of=top))
        with pytest.raises(ValidationError, match="part of"):
            merge(top, low, reviewer)

    def test_the_slug_taken_meanwhile_forbids_undoing(self, reviewer: User) -> None:
        away, into = twice()
        done = merge(away, into, reviewer)
        make_event(slug=away.slug)
        with pytest.raises(ValidationError, match="cannot be put back"):
            undo(done.pk, reviewer)
        assert into.claims.count() == 2

    def test_a_later_merge_is_undone_first(self, reviewer: User) -> None:
        away, into = twice()
        first = merge(away, into, reviewer)
        second = merge(into, make_event(), reviewer)
        with pytest.raises(ValidationError, match=f"undo merge {second.pk} first"):
            undo(first.pk, reviewer)

    def test_the_version_grows_on_both_ways(self, reviewer: User) -> None:
        away, into = twice()
        done = merge(away, into, reviewer)
        undo(done.pk, reviewer)
        versions = [Event.objects.get(pk=event.pk).version for event in (away, into)]
        assert versions == [2, 3]


def _columns(event: Event) -> dict[str, Any]:
    skipped = {"version", "updated_at"}
    rows = Event.objects.filter(pk=event.pk).values()
    return {name: value for name, value in rows[0].items() if name not in skipped}


class TestEntities:
    def test_roles_and_children_move(self, reviewer: User) -> None:
        away, into = make_organization("Meta Inc"), make_organization("Meta")
        event = make_event(organizations=(away,))
        model, child = make_model(developer=away), make_organization(parent=away)
        merge(away, into, reviewer)
        model.refresh_from_db()
        child.refresh_from_db()
        assert [event.organizations.get(), model.developer, child.parent] == [into] * 3

    def test_its_names_lead_to_the_one_that_stays(self, reviewer: User, client: Client) -> None:
        away = make_organization("Facebook AI", name_zh="脸书")
        into = make_organization("Meta", name_zh="元")
        make_event(title_en="A launch", organizations=(away,))
        merge(away, into, reviewer)
        assert {alias.text for alias in into.aliases.all()} == {"Facebook AI", "脸书"}
        assert "A launch" in client.get("/", {"q": "脸书"}).content.decode()

    def test_the_old_page_leads_on(self, reviewer: User, client: Client) -> None:
        away, into = make_person("A. Person"), make_person("Ann Person")
        merge(away, into, reviewer)
        response = client.get(away.get_absolute_url())
        assert response.headers["location"] == into.get_absolute_url()

    def test_undoing_gives_everything_back(self, reviewer: User) -> None:
        away, into = make_model("QwQ Max"), make_model("QwQ-Max", wikidata="")
        ModelAlias.objects.create(model=away, text="QwQ")
        event = make_event(models=(away,))
        done = merge(away, into, reviewer)
        undo(done.pk, reviewer)
        away.refresh_from_db()
        assert away.merged_into is None
        assert event.models.get() == away
        assert [alias.text for alias in away.aliases.all()] == ["QwQ"]
        assert not into.aliases.exists()

    def test_the_empty_homepage_is_filled(self, reviewer: User) -> None:
        away = make_organization(homepage="https://example.com/")
        into = make_organization()
        merge(away, into, reviewer)
        into.refresh_from_db()
        assert into.homepage == "https://example.com/"

    def test_a_child_merged_with_its_parent_is_not_its_own_parent(self, reviewer: User) -> None:
        parent = make_organization()
        child = make_organization(parent=parent)
        merge(parent, child, reviewer)
        child.refresh_from_db()
        assert child.parent is None

    def test_what_was_merged_is_not_merged_again(self, reviewer: User) -> None:
        away, into = make_organization(), make_organization()
        merge(away, into, reviewer)
        with pytest.raises(ValidationError, match="merged already"):
            merge(Organization.objects.get(pk=away.pk), make_organization(), reviewer)


class TestInTheAdmin:
    def post(self, client: Client, chosen: list[Event], **values: Any) -> Any:
        data = {"action": "merge", ACTION_CHECKBOX_NAME: [event.pk for event in chosen], **values}
        return client.post(reverse("admin:events_event_changelist"), data, follow=True)

    def test_a_reviewer_chooses_which_one_stays(self, reviewer_client: Client) -> None:
        away, into = twice()
        assert "what belongs to it" in self.post(reviewer_client, [away, into]).content.decode()
        answer = self.post(reviewer_client, [away, into], confirmed="1", into=into.pk)
        assert "“Again” is now part of “First”." in answer.content.decode()

    def test_an_editor_may_not(self, editor_client: Client) -> None:
        events = [*twice()]
        self.post(editor_client, events, confirmed="1", into=events[0].pk)
        assert Event.objects.count() == 2

    def test_a_refusal_is_words_on_the_page(self, reviewer_client: Client) -> None:
        away, into = make_event(), make_event(visibility="draft")
        answer = self.post(reviewer_client, [away, into], confirmed="1", into=into.pk)
        assert "not the other way round" in answer.content.decode()

    def test_one_row_alone_is_not_merged(self, reviewer_client: Client) -> None:
        answer = self.post(reviewer_client, [make_event()])
        assert "Choose from 2 to 10 rows" in answer.content.decode()

    def test_the_record_undoes_it(self, reviewer: User, reviewer_client: Client) -> None:
        away, into = twice()
        done = merge(away, into, reviewer)
        page = reviewer_client.get(reverse("admin:events_merge_change", args=[done.pk]))
        assert "Undo this merge" in page.content.decode()
        reviewer_client.post(reverse("admin:events_merge_undo", args=[done.pk]))
        assert Event.objects.filter(pk=away.pk).exists()

    def test_nobody_undoes_by_a_link(self, reviewer: User, reviewer_client: Client) -> None:
        done = merge(*twice(), reviewer)
        address = reverse("admin:events_merge_undo", args=[done.pk])
        assert reviewer_client.get(address).status_code == 403
