"""Undoing decisions: in any order, never over somebody else's work."""

import pytest
from django.contrib.auth.models import User
from django.utils import translation

from events.desk.deciding import accept, event_from, merge, reject
from events.desk.drafts import Draft, draft_of
from events.desk.page import label_of
from events.desk.passages import Passage
from events.desk.undoing import AlreadyUndoneError, StandsInTheWayError, undo, words_for
from events.models import AIModel, Claim, Event, EventModel, EventOrganization, Proposal
from sources.models import Source
from tests.factories import make_claim, make_event, make_organization, make_proposal, make_source

pytestmark = pytest.mark.django_db

TEXT = "Northwind releases Aurora 3. It is late."
NEW = [{"kind": "model", "slug": "", "name": "Aurora 3", "role": "subject"}]


@pytest.fixture
def source(db: None) -> Source:
    return make_source(text=TEXT)


@pytest.fixture
def proposal(source: Source) -> Proposal:
    return make_proposal(source, "Northwind releases Aurora 3.", entities=NEW)


def test_what_accepting_made_is_gone(proposal: Proposal, editor: User) -> None:
    decision = accept(proposal.pk, draft_of(proposal, create=["Aurora 3"]), editor)
    undo(decision.pk, editor)
    for model in (Event, Claim, EventModel, AIModel):
        assert not model.objects.exists(), model
    proposal.refresh_from_db()
    assert (proposal.state, proposal.event) == ("open", None)


def test_the_decision_is_kept_with_who_took_it_back(
    proposal: Proposal, editor: User, reviewer: User
) -> None:
    decision = accept(proposal.pk, draft_of(proposal), editor)
    undo(decision.pk, reviewer)
    decision.refresh_from_db()
    assert (decision.decided_by, decision.undone_by) == (editor, reviewer)


def test_what_was_decided_about_is_called_in_the_readers_language(
    proposal: Proposal, editor: User
) -> None:
    proposal.title_zh = "北风发布极光3"
    proposal.save()
    decision = reject(proposal.pk, editor)
    assert label_of(decision) == proposal.title_en
    with translation.override("zh-hans"):
        assert label_of(decision) == proposal.title_zh


def test_a_merged_claim_is_taken_off_its_event(proposal: Proposal, editor: User) -> None:
    event = make_event()
    undo(merge(proposal.pk, event, editor).pk, editor)
    event.refresh_from_db()
    assert (event.claims.count(), event.version) == (1, 3)


def test_a_rejected_proposal_is_open_again(proposal: Proposal, editor: User) -> None:
    undo(reject(proposal.pk, editor).pk, editor)
    assert accept(proposal.pk, draft_of(proposal), editor).event


def test_nothing_is_undone_twice(proposal: Proposal, editor: User) -> None:
    first = reject(proposal.pk, editor)
    undo(first.pk, editor)
    accept(proposal.pk, draft_of(proposal), editor)
    with pytest.raises(AlreadyUndoneError):
        undo(first.pk, editor)
    proposal.refresh_from_db()
    assert proposal.state == "accepted"


def test_decisions_are_undone_in_any_order(source: Source, editor: User) -> None:
    proposals = [make_proposal(source, "It is late.", title_en=f"Late {n}") for n in range(3)]
    decisions = [accept(one.pk, draft_of(one), editor) for one in proposals]
    for place in (1, 0, 2):
        undo(decisions[place].pk, editor)
    assert not Event.objects.exists()
    assert set(Proposal.objects.values_list("state", flat=True)) == {"open"}


def test_what_somebody_edited_since_is_not_deleted(
    proposal: Proposal, editor: User, reviewer: User
) -> None:
    decision = accept(proposal.pk, draft_of(proposal), editor)
    event = Event.objects.get()
    event.title_en, event._history_user = "Better", reviewer  # type: ignore[attr-defined]
    event.save()
    with pytest.raises(StandsInTheWayError) as refused:
        undo(decision.pk, editor)
    sentence = words_for(refused.value.obstacles[0])
    assert sentence.startswith("reviewer has changed the event “Better” (")
    assert sentence.endswith("): title (English).")
    assert Event.objects.exists()


def test_a_changed_claim_stands_in_the_way_too(proposal: Proposal, editor: User) -> None:
    decision = accept(proposal.pk, draft_of(proposal), editor)
    claim = Claim.objects.get()
    claim.says_en = "In our words."
    claim.save()
    with pytest.raises(StandsInTheWayError):
        undo(decision.pk, editor)


def test_what_was_added_since_is_not_deleted_with_it(proposal: Proposal, editor: User) -> None:
    decision = accept(proposal.pk, draft_of(proposal), editor)
    event = Event.objects.get()
    make_claim(event, make_source())
    EventOrganization.objects.create(event=event, organization=make_organization())
    make_event(part_of=event)
    with pytest.raises(StandsInTheWayError) as refused:
        undo(decision.pk, editor)
    assert [one.added for one in refused.value.obstacles] == [True] * 3


def test_a_later_decision_that_stands_in_the_way_is_named(
    source: Source, proposal: Proposal, editor: User
) -> None:
    first = accept(proposal.pk, draft_of(proposal), editor)
    event = Event.objects.get()
    second = merge(make_proposal(source, "It is late.").pk, event, editor)
    with pytest.raises(StandsInTheWayError) as refused:
        undo(first.pk, editor)
    assert [one.decision for one in refused.value.obstacles] == [second]
    undo(second.pk, editor)
    undo(first.pk, editor)
    assert not Event.objects.exists()


def test_the_way_out_keeps_the_event_and_opens_the_proposal(
    proposal: Proposal, editor: User
) -> None:
    decision = accept(proposal.pk, draft_of(proposal), editor)
    make_claim(Event.objects.get(), make_source())
    undo(decision.pk, editor, keep=True)
    proposal.refresh_from_db()
    assert (proposal.state, Event.objects.count(), Claim.objects.count()) == ("open", 1, 2)


def test_a_new_name_that_is_used_elsewhere_stays(
    source: Source, proposal: Proposal, editor: User
) -> None:
    first = accept(proposal.pk, draft_of(proposal, create=["Aurora 3"]), editor)
    other = make_proposal(source, "It is late.", entities=NEW)
    accept(other.pk, draft_of(other), editor)
    assert undo(first.pk, editor).kept == (AIModel.objects.get(),)
    assert Event.objects.get().title_en == "It is late."


def test_a_new_name_that_was_edited_stays(proposal: Proposal, editor: User) -> None:
    decision = accept(proposal.pk, draft_of(proposal, create=["Aurora 3"]), editor)
    model = AIModel.objects.get()
    model.description_en = "A model."
    model.save()
    assert undo(decision.pk, editor).kept == (model,)


def test_a_published_event_keeps_its_last_claim(proposal: Proposal, editor: User) -> None:
    event = make_event(visibility="draft", sources=())
    decision = merge(proposal.pk, event, editor)
    Event.objects.filter(pk=event.pk).update(visibility="published")
    with pytest.raises(StandsInTheWayError) as refused:
        undo(decision.pk, editor)
    assert "last claim" in words_for(refused.value.obstacles[0])


def test_what_is_already_gone_does_not_matter(proposal: Proposal, editor: User) -> None:
    decision = accept(proposal.pk, draft_of(proposal), editor)
    Event.objects.get().delete()
    undo(decision.pk, editor)
    proposal.refresh_from_db()
    assert proposal.state == "open"


def test_an_event_from_a_passage_is_undone(source: Source, editor: User) -> None:
    draft = Draft(title_en="Late", kind="delay", status="delayed", certainty="reported")
    decision = event_from(source, Passage("It is late.", 29, 40), draft, editor)
    undo(decision.pk, editor)
    assert not Event.objects.exists()


def test_deleting_is_in_the_history_as_whose_it_was(proposal: Proposal, editor: User) -> None:
    undo(accept(proposal.pk, draft_of(proposal), editor).pk, editor)
    for model in (Event, Claim):
        assert model.history.filter(history_type="-").get().history_user == editor
