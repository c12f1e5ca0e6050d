"""Where a claim and the decided event disagree, and what was said when."""

import pytest

from events.evidence import Step, differences, history_of, shown_quote
from events.models import Claim, Event
from sources.models import Source

OPEN_SOURCE = Source(pk=1, rights="open")


def claim(**values: object) -> Claim:
    return Claim(**{"source": OPEN_SOURCE, "claimed_on": "2025-05-01", **values})


def words(event: Event, **values: object) -> list[str]:
    return [str(difference) for difference in differences(claim(**values), event)]


@pytest.mark.parametrize("date", ["2025-05-15", "2025-05", "2025", "2025-05-01/..", None])
def test_a_coarser_date_agrees(date: str | None) -> None:
    assert words(Event(date="2025-05-15"), date=date) == []


@pytest.mark.parametrize("date", ["2025-05-14", "2025-06", "2024", "../2025-05-01"])
def test_a_date_without_a_common_day_differs(date: str) -> None:
    assert words(Event(date="2025-05-15"), date=date) == ["gives another date"]


def test_another_status_differs() -> None:
    event = Event(date="2025-05-15", status="cancelled")
    assert words(event, status="planned") == ["gives another status"]
    assert words(event, status="cancelled") == []


def test_a_plan_told_before_it_came_true_is_no_contradiction() -> None:
    event = Event(date="2025-05-15", status="happened")
    assert words(event, status="planned", claimed_on="2025-05-01") == []
    assert words(event, status="planned", claimed_on="2025-06") == ["gives another status"]


def test_a_contradicting_claim_says_so() -> None:
    assert words(Event(), stance="contradicts") == ["contradicts this"]


def test_a_short_term_is_shown_whole_whatever_the_rights() -> None:
    secret = Source(rights="link_only")
    assert shown_quote(claim(quote="未达预期", source=secret)) == ("未达预期", False)
    assert shown_quote(claim(quote="x" * 30, source=secret)) == ("x" * 20, True)


def steps(*claims: Claim) -> list[tuple[str, bool]]:
    return [(step.status, step.changed) for step in history_of(claims)]


def test_history_marks_each_change_and_drops_repeats() -> None:
    planned = {"status": "planned", "date": "2025-05"}
    told = [
        claim(**planned),
        claim(**planned),
        claim(**planned, claimed_on="2025-05-02"),
        claim(status="delayed", claimed_on="2025-05-15"),
    ]
    assert steps(*told) == [("planned", False), ("planned", False), ("delayed", True)]


def test_history_leaves_out_claims_without_date_and_status() -> None:
    assert steps(claim(), claim(status="happened")) == [("happened", False)]


def test_a_claim_without_a_day_was_said_when_its_source_was_published() -> None:
    source = Source(pk=2, published="2025-04-30")
    step: Step = history_of([claim(status="planned", claimed_on=None, source=source)])[0]
    assert str(step.said_on) == "2025-04-30"
