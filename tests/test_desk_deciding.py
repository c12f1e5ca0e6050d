"""Decisions at the review desk: what each makes, and that it is made once."""

import threading
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import connection

from dates import PartialDate
from events.desk.deciding import (
    AlreadyDecidedError,
    accept,
    claim_from,
    event_from,
    merge,
    reject,
)
from events.desk.drafts import Draft, draft_of
from events.desk.passages import LONGEST_QUOTE, Passage, between
from events.models import AIModel, Claim, Decision, Event, Proposal
from sources.models import Source
from tests.factories import make_event, make_model, make_organization, make_proposal, make_source

pytestmark = pytest.mark.django_db

TEXT = "Northwind will release Aurora 3 in the third quarter. Then it was quiet."
PLAN = "Northwind will release Aurora 3 in the third quarter."


@pytest.fixture
def source(db: None) -> Source:
    body = [{"kind": "machine_summary", "start": 0, "end": len(TEXT)}]
    return make_source(
        text=TEXT, sections=body, published="2025-07-15", published_basis="printed"
    )  # fmt: skip


def planned(source: Source, **values: Any) -> Proposal:
    given = {"status": "planned", "date": "2025-07/2025-09", "date_basis": "resolved", **values}
    return make_proposal(source, PLAN, **given)


def test_an_accepted_proposal_is_an_event_in_review(source: Source, editor: User) -> None:
    proposal = planned(source)
    decision = accept(proposal.pk, draft_of(proposal), editor)
    event = decision.event
    assert event is not None
    assert (event.title_en, event.visibility, event.status) == (PLAN, "in_review", "planned")
    assert str(event.date) == "2025-07/2025-09"
    assert decision.proposal is not None
    assert (decision.proposal.state, decision.proposal.event) == ("accepted", event)


def test_a_title_from_a_traditional_text_is_kept_simplified(source: Source, editor: User) -> None:
    proposal = planned(source, title_en="", title_zh="北風發布極光")
    event = accept(proposal.pk, draft_of(proposal), editor).event
    assert event is not None
    assert event.title_zh == "北风发布极光"


def test_its_claim_quotes_the_passage_where_it_stands(source: Source, editor: User) -> None:
    proposal = planned(source)
    claim = accept(proposal.pk, draft_of(proposal), editor).claim
    assert claim is not None
    assert (claim.quote, claim.quote_start, claim.section) == (PLAN, 0, "machine_summary")
    assert (str(claim.date), claim.status) == ("2025-07/2025-09", "planned")
    assert claim.certainty == "reported"
    assert str(claim.claimed_on) == "2025-07-15"  # the day of publication, when nothing is said


def test_known_names_take_part_and_new_ones_only_when_ticked(source: Source, editor: User) -> None:
    northwind = make_organization("Northwind")
    named = [
        {"kind": "organization", "slug": northwind.slug, "name": "Northwind", "role": "actor"},
        {"kind": "model", "slug": "", "name": "Aurora 3", "role": "subject"},
        {"kind": "person", "slug": "", "name": "Nobody", "role": "commenter"},
    ]
    proposal = planned(source, entities=named)
    event = accept(proposal.pk, draft_of(proposal, create=["Aurora 3"]), editor).event
    assert event is not None
    assert list(event.organizations.all()) == [northwind]
    assert [model.slug for model in event.models.all()] == ["aurora-3"]
    assert not event.people.exists()


def test_a_new_name_accepted_once_is_known_to_the_next_proposal(
    source: Source, editor: User
) -> None:
    named = [{"kind": "model", "slug": "", "name": "极光三号", "role": "subject"}]
    first, second = planned(source, entities=named), planned(source, entities=named)
    accept(first.pk, draft_of(first, create=["极光三号"]), editor)
    event = accept(second.pk, draft_of(second), editor).event
    assert event is not None
    assert event.models.get() == AIModel.objects.get()


def test_the_same_role_named_twice_is_given_once(source: Source, editor: User) -> None:
    northwind = make_organization("Northwind")
    row = {"kind": "organization", "slug": northwind.slug, "name": "Northwind", "role": "actor"}
    proposal = planned(source, entities=[row, {**row, "name": "Northwind Labs"}])
    event = accept(proposal.pk, draft_of(proposal), editor).event
    assert event is not None
    assert event.event_organizations.count() == 1


def test_two_events_with_one_title_get_two_slugs(source: Source, editor: User) -> None:
    first, second = planned(source), planned(source)
    slugs = [accept(one.pk, draft_of(one), editor).event for one in (first, second)]
    assert [event and event.slug.endswith("-2") for event in slugs] == [False, True]


def test_a_merged_proposal_is_a_claim_and_the_event_stays(source: Source, editor: User) -> None:
    event = make_event(status="happened", date="2025-07-20")
    decision = merge(planned(source).pk, event, editor)
    event.refresh_from_db()
    assert (event.status, str(event.date), event.version) == ("happened", "2025-07-20", 2)
    assert decision.claim in event.claims.all()
    assert decision.claim is not None
    assert (decision.claim.status, str(decision.claim.date)) == ("planned", "2025-07/2025-09")


@pytest.mark.parametrize(
    ("certainty", "stance", "given"),
    [
        ("rumoured", "supports", "rumoured"),
        ("denied", "contradicts", "denied"),
        ("confirmed", "contradicts", ""),  # sure that it is not so
    ],
)
def test_a_merged_claim_gives_the_certainty_of_its_report(
    source: Source, editor: User, certainty: str, stance: str, given: str
) -> None:
    proposal = planned(source, certainty=certainty)
    claim = merge(proposal.pk, make_event(), editor, stance).claim
    assert claim is not None
    assert claim.certainty == given


def test_nothing_is_merged_into_a_retracted_event(source: Source, editor: User) -> None:
    event, proposal = make_event(visibility="retracted"), planned(source)
    with pytest.raises(ValidationError):
        merge(proposal.pk, event, editor)
    proposal.refresh_from_db()
    assert proposal.state == "open"


def test_the_same_passage_is_no_second_claim_of_an_event(source: Source, editor: User) -> None:
    event = make_event()
    merge(planned(source).pk, event, editor)
    with pytest.raises(ValidationError, match="already a claim"):
        merge(planned(source).pk, event, editor)


def test_a_rejected_proposal_stays_rejected(source: Source, editor: User) -> None:
    proposal = planned(source)
    reject(proposal.pk, editor)
    with pytest.raises(AlreadyDecidedError):
        accept(proposal.pk, draft_of(proposal), editor)
    proposal.refresh_from_db()
    assert (proposal.state, Event.objects.count()) == ("rejected", 0)


def test_who_is_second_is_told_who_was_first(source: Source, editor: User, reviewer: User) -> None:
    proposal = planned(source)
    first = accept(proposal.pk, draft_of(proposal), editor)
    with pytest.raises(AlreadyDecidedError) as refused:
        accept(proposal.pk, draft_of(proposal), reviewer)
    assert refused.value.decision == first
    assert Event.objects.count() == Claim.objects.count() == Decision.objects.count() == 1


def test_what_the_rules_refuse_leaves_nothing_behind(source: Source, editor: User) -> None:
    proposal = planned(source, title_en="")
    named = [{"kind": "model", "slug": "", "name": "Aurora 3", "role": "subject"}]
    proposal.entities = named
    with pytest.raises(ValidationError):
        accept(proposal.pk, draft_of(proposal, create=["Aurora 3"]), editor)
    assert [model.objects.count() for model in (Event, AIModel, Decision)] == [0, 0, 0]


def test_history_says_whose_it_is(source: Source, editor: User) -> None:
    proposal = planned(source)
    event = accept(proposal.pk, draft_of(proposal), editor).event
    assert event is not None
    assert event.history.get().history_user == editor
    assert event.claims.get().history.get().history_user == editor
    assert proposal.history.latest().history_user == editor


def test_a_long_passage_becomes_a_quote_that_may_be_kept(editor: User) -> None:
    source = make_source(text="A sentence that is true. " * 200)
    proposal = make_proposal(source, source.text.strip())
    claim = accept(proposal.pk, draft_of(proposal), editor).claim
    assert claim is not None
    assert len(claim.quote) <= LONGEST_QUOTE
    assert claim.quote.endswith("true.")


def test_an_event_is_made_from_any_passage(source: Source, editor: User) -> None:
    passage = between(TEXT, 54, 99)
    assert passage is not None
    draft = Draft(title_zh="之后安静", kind="report", status="happened", certainty="reported")
    decision = event_from(source, passage, draft, editor)
    assert decision.event is not None
    assert decision.event.claims.get().quote == "Then it was quiet."
    assert (decision.proposal, decision.action) == (None, "event")


def test_a_passage_is_attached_to_an_event(source: Source, editor: User) -> None:
    event = make_event(models=(make_model(),))
    draft = Draft(status="delayed", date=PartialDate.parse("2025-10"), stance="contradicts")
    decision = claim_from(source, Passage("Then it was quiet.", 54, 72), event, draft, editor)
    assert decision.claim is not None
    assert (decision.claim.event, decision.claim.stance) == (event, "contradicts")


@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_same_moment_one_is_too_late() -> None:
    source = make_source(text=TEXT)
    proposal = planned(source)
    user = User.objects.create_user("editor")
    start, outcomes = threading.Barrier(2), []

    def decide() -> None:
        start.wait()
        try:
            accept(proposal.pk, draft_of(proposal), user)
            outcomes.append("accepted")
        except AlreadyDecidedError:
            outcomes.append("too late")
        finally:
            connection.close()

    threads = [threading.Thread(target=decide) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["accepted", "too late"]
    assert Event.objects.count() == Claim.objects.count() == 1
