"""Candidates become proposals once, and are matched with the events there are."""

import datetime
from collections.abc import Mapping
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from dates import PartialDate
from events.extraction.drafts.reasons import explain
from events.extraction.found import (
    Candidate,
    EntityKind,
    Extraction,
    Participant,
    Reason,
)
from events.extraction.proposing import nearby
from events.extraction.proposing.proposals import REASON, claim_on, match_again, propose
from events.models import Event, Organization, Proposal
from events.models.vocabulary import Certainty, DateBasis, EventKind, Role, Status
from sources.models import Source
from tests.factories import make_claim, make_event, make_model, make_organization, make_source

pytestmark = pytest.mark.django_db

SENTENCE = "北辰科技今日正式发布新一代推理模型北辰3，并同步开放接口。"
TRADITIONAL = "北辰科技今日正式發布新一代推理模型北辰3，並同步開放接口。"
OTHER = "同日，远山实验室推迟了远山2的公测，具体时间未定。"


@pytest.fixture
def polaris() -> Organization:
    return make_organization("Polaris", slug="polaris")


def source_of(text: str = SENTENCE + OTHER, **values: Any) -> Source:
    return make_source(
        text=text,
        language="zh-Hans",
        published="2025-05-20",
        **{"published_basis": "printed", **values},
    )


def party(slug: str = "polaris", kind: EntityKind = EntityKind.ORGANIZATION) -> Participant:
    return Participant(kind, slug, slug.title(), Role.ACTOR)


def candidate(source: Source, passage: str = SENTENCE, **values: Any) -> Candidate:
    start = source.text.index(passage)
    usual: dict[str, Any] = {
        "start": start,
        "end": start + len(passage),
        "kind": EventKind.RELEASE,
        "status": Status.HAPPENED,
        "certainty": Certainty.CONFIRMED,
        "date": PartialDate.day(datetime.date(2025, 5, 20)),
        "date_basis": DateBasis.RESOLVED,
        "claimed_on": None,
        "participants": (party(),),
        "title_en": "Polaris releases Polaris 3",
        "title_zh": "北辰发布北辰3",
        "score": 0.8,
        "reasons": (Reason("trigger", "发布"),),
    }
    return Candidate(**{**usual, **values})


def proposed(source: Source, *candidates: Candidate) -> list[Proposal]:
    made = propose(source, Extraction(candidates=candidates or (candidate(source),)))
    return list(Proposal.objects.filter(pk__in=made).order_by("pk"))


def decide(proposal: Proposal, state: Proposal.State, event: Event | None = None) -> None:
    proposal.state, proposal.event = state, event
    proposal.save()


def test_it_keeps_all_that_a_candidate_says() -> None:
    source = source_of()
    [made] = proposed(source)
    stored = Proposal.objects.get(pk=made.pk)
    assert stored.passage == SENTENCE
    assert (stored.kind, stored.status, str(stored.date)) == ("release", "happened", "2025-05-20")
    assert stored.entities == [
        {"kind": "organization", "slug": "polaris", "name": "Polaris", "role": "actor"}
    ]
    assert stored.reasons == [{"code": "trigger", "text": "发布"}]
    assert stored.claimed_on == source.published
    assert stored.history.count() == 1


def test_a_second_run_proposes_nothing_again() -> None:
    source = source_of()
    proposed(source)
    assert proposed(source) == []


def test_the_same_passage_tells_two_events_of_different_entities() -> None:
    source = source_of()
    both = candidate(source), candidate(source, participants=(party("yuanshan"),))
    assert len(proposed(source, *both)) == 2
    assert proposed(source, *both) == []


def test_what_was_rejected_is_not_proposed_from_another_source() -> None:
    [made] = proposed(source_of())
    decide(made, Proposal.State.REJECTED)
    assert proposed(source_of("导语。" + SENTENCE)) == []


def test_what_was_rejected_is_not_proposed_in_the_other_script() -> None:
    [made] = proposed(source_of())
    decide(made, Proposal.State.REJECTED)
    reprint = source_of(TRADITIONAL)
    assert proposed(reprint, candidate(reprint, TRADITIONAL)) == []


def test_what_was_rejected_is_not_proposed_after_small_edits() -> None:
    [made] = proposed(source_of())
    decide(made, Proposal.State.REJECTED)
    edited = "北辰科技今日正式发布了新一代推理模型“北辰3”，并同步开放了接口。"
    reprint = source_of(edited)
    assert proposed(reprint, candidate(reprint, edited)) == []


def test_another_number_is_another_proposal() -> None:
    [made] = proposed(source_of())
    decide(made, Proposal.State.REJECTED)
    newer = SENTENCE.replace("北辰3", "北辰4")
    source = source_of(newer)
    assert len(proposed(source, candidate(source, newer))) == 1


def test_what_was_accepted_here_is_not_proposed_again_after_edits_of_the_names() -> None:
    source = source_of()
    [made] = proposed(source)
    decide(made, Proposal.State.ACCEPTED, make_event())
    again = candidate(source, participants=(party(), party("north-3", EntityKind.MODEL)))
    assert proposed(source, again) == []


def test_a_reprint_of_what_was_accepted_is_a_claim_on_that_event() -> None:
    original = source_of()
    [made] = proposed(original)
    event = make_event()
    decide(made, Proposal.State.ACCEPTED, event)
    reprint = source_of(TRADITIONAL, reprint_of=original)
    [again] = proposed(reprint, candidate(reprint, TRADITIONAL))
    assert claim_on(again) == event.pk


def test_a_passage_that_is_a_claim_already_is_not_proposed() -> None:
    source = source_of()
    make_claim(make_event(), source, quote="发布", quote_start=8, quote_end=10)
    assert source.text[8:10] == "发布"
    assert proposed(source) == []


def test_a_claim_on_another_kind_of_event_does_not_hide_a_passage() -> None:
    source = source_of()
    make_claim(
        make_event(kind=EventKind.MARKET_MOVE), source, quote="发布", quote_start=8, quote_end=10
    )
    assert len(proposed(source)) == 1


def test_an_event_with_the_same_names_date_and_words_is_a_match(polaris: Organization) -> None:
    event = make_event(
        title_zh="北辰科技发布推理模型北辰3", date="2025-05-20", organizations=(polaris,)
    )
    [made] = proposed(source_of())
    assert claim_on(made) == event.pk
    assert explain(made.matches[0]["why"]) == (
        "the same take part: Polaris; the same kind; the dates overlap; similar words"
    )


def test_the_best_match_comes_first(polaris: Organization) -> None:
    model = make_model("Polaris 3", slug="polaris-3")
    make_event(title_en="Polaris 2 is out", organizations=(polaris,), date="2025-05-14")
    right = make_event(
        title_en="Polaris 3 is out", organizations=(polaris,), models=(model,), date="2025-05-20"
    )
    source = source_of()
    parties = (party(), party("polaris-3", EntityKind.MODEL))
    [made] = proposed(source, candidate(source, participants=parties))
    assert made.matches[0]["id"] == right.pk


def test_the_same_day_and_kind_say_more_than_alike_words_in_a_wide_window(
    polaris: Organization,
) -> None:
    same = make_event(title_en="A launch", date="2025-05-20", organizations=(polaris,))
    make_event(
        title_en="Polaris in brief and much more to tell of many other things",
        kind="announcement",
        date="../2025-07-15",
        organizations=(polaris,),
    )
    [made] = proposed(source_of())
    assert made.matches[0]["id"] == same.pk


def test_events_of_another_time_or_retracted_are_no_matches(polaris: Organization) -> None:
    words: dict[str, Any] = {"title_zh": "北辰科技发布推理模型北辰3", "organizations": (polaris,)}
    make_event(**words, date="2024-05-20")
    make_event(**words, date="2025-05-20", visibility=Event.Visibility.RETRACTED)
    [made] = proposed(source_of())
    assert made.matches == []


def test_an_event_of_another_kind_is_shown_for_its_words_alone(polaris: Organization) -> None:
    words: dict[str, Any] = {"organizations": (polaris,), "kind": EventKind.MARKET_MOVE}
    alike = make_event(**words, date="2025-05-20", title_zh="北辰科技发布推理模型北辰3")
    make_event(**words, date="2025-05-20", title_zh="股价下跌")
    [made] = proposed(source_of())
    assert [match["id"] for match in made.matches] == [alike.pk]
    assert claim_on(made) is None


def test_of_two_alike_the_one_with_more_of_its_words_comes_first(polaris: Organization) -> None:
    make_event(title_zh="北辰科技发布评测工具", date="2025-05-20", organizations=(polaris,))
    right = make_event(
        title_zh="北辰科技发布推理模型北辰3", date="2025-05-20", organizations=(polaris,)
    )
    [made] = proposed(source_of())
    assert claim_on(made) == right.pk


def test_who_takes_part_in_many_is_found_by_the_day_too(
    polaris: Organization, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nearby, "NEWEST", 2)
    monkeypatch.setattr(nearby, "_near", nearby._near.__wrapped__)
    right = make_event(title_zh="北辰发布北辰3", date="2025-05-20", organizations=(polaris,))
    for day in range(1, 5):
        make_event(organizations=(polaris,), date=f"2024-01-{day:02}")
    [made] = proposed(source_of())
    assert claim_on(made) == right.pk


def test_events_that_appeared_later_are_found_when_matching_again(polaris: Organization) -> None:
    [made] = proposed(source_of())
    event = make_event(
        title_zh="北辰科技发布推理模型北辰3", date="2025-05-20", organizations=(polaris,)
    )
    match_again([made])
    assert claim_on(made) == event.pk


def test_the_number_of_queries_does_not_grow(
    polaris: Organization, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for day in range(1, 20):
        make_event(organizations=(polaris,), date=f"2025-05-{day:02}")
    source = source_of()
    many = [
        candidate(source, kind=kind, participants=(party(), party("new", EntityKind.MODEL)))
        for kind in (EventKind.RELEASE, EventKind.INVESTMENT, EventKind.POLICY)
    ]
    with django_assert_num_queries(8):
        proposed(source, *many)


def test_what_is_proposed_has_its_history() -> None:
    [made] = proposed(source_of())
    record = made.history.get()
    assert (record.history_type, record.history_change_reason) == ("+", REASON)
    assert (record.passage, record.date, record.entities) == (
        made.passage,
        made.date,
        made.entities,
    )


def test_chinese_titles_are_simplified() -> None:
    source = source_of(TRADITIONAL)
    [made] = proposed(source, candidate(source, TRADITIONAL, title_zh="北辰發布北辰3"))
    assert made.title_zh == "北辰发布北辰3"


def test_a_match_says_who_takes_part_by_name(polaris: Organization) -> None:
    words: dict[str, Any] = {"title_zh": "北辰科技发布推理模型北辰3", "date": "2025-05-20"}
    make_event(organizations=(polaris,), **words)
    [made] = proposed(source_of())
    assert {"code": "same_entities", "text": "Polaris"} in made.matches[0]["why"]


def test_reasons_are_told_in_one_line() -> None:
    reasons: list[Reason | Mapping[str, str]] = [
        Reason("trigger", "发布"),
        {"code": "attribution", "text": "据报道"},
    ]
    assert explain(reasons) == "trigger “发布”; said by “据报道”"
    assert explain([]) == ""
