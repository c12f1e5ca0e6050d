"""Where a claim and the decided event disagree."""

import pytest

from events.evidence import differences, evidence_for, said_on, shown_quote
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
    event = Event(date="2025-05-15", status="planned")
    assert words(event, status="cancelled") == ["gives another status"]
    assert words(event, status="planned") == []


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


def test_a_promise_for_another_day_than_it_came_is_no_contradiction() -> None:
    event = Event(date="2025-05-15", status="happened")
    early = {"status": "planned", "date": "2025-04", "claimed_on": "2025-03-01"}
    assert words(event, **early) == []
    assert words(event, **{**early, "claimed_on": "2025-06"}) != []


def test_a_plan_put_off_since_was_overtaken() -> None:
    event = Event(date="2025-06", status="delayed")
    told = claim(status="planned", date="2025-05", event=event)
    (shown,) = evidence_for(event, [told])
    assert (shown.overtaken, shown.disagrees) == (True, False)


def test_a_claim_without_a_day_was_said_when_its_source_was_published() -> None:
    source = Source(pk=2, published="2025-04-30")
    assert str(said_on(claim(claimed_on=None, source=source))) == "2025-04-30"
