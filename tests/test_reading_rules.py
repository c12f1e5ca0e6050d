"""What readers may see, and in which order."""

import datetime

import pytest

from events.models import Event
from tests.factories import (
    make_claim,
    make_event,
    make_model,
    make_organization,
    make_person,
    make_source,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("visibility", ["draft", "in_review", "retracted"])
def test_readers_see_published_events_only(visibility: str) -> None:
    make_event(visibility=visibility)
    shown = make_event()
    assert list(Event.objects.published()) == [shown]


def test_editors_work_with_everything_that_is_not_retracted() -> None:
    draft, waiting = make_event(visibility="draft"), make_event(visibility="in_review")
    make_event(visibility="retracted")
    assert list(Event.objects.not_retracted().order_by("pk")) == [draft, waiting]
    assert list(Event.objects.waiting_for_review()) == [waiting]


def test_as_of_a_day_it_shows_what_was_reported_by_then() -> None:
    early, late = make_event(sources=()), make_event(sources=())
    make_claim(early, make_source(), claimed_on="2025-05-20")
    make_claim(late, make_source(), claimed_on="2025-05")
    assert list(Event.objects.as_of(datetime.date(2025, 5, 20))) == [early]


@pytest.mark.parametrize(
    ("date", "found"),
    [
        ("2025-04-30", False),
        ("2025-05-01", True),
        ("2025", True),
        ("../2025-05-01", True),
        ("2025-05-31/..", True),
        ("2025-06-01/..", False),
    ],
)
def test_a_window_overlaps_when_one_day_is_in_both(date: str, found: bool) -> None:
    make_event(date=date)
    may = Event.objects.overlapping(datetime.date(2025, 5, 1), datetime.date(2025, 5, 31))
    assert may.exists() is found


def test_it_finds_events_by_who_takes_part() -> None:
    meta, llama, zuck = make_organization(), make_model(), make_person()
    make_event()
    event = make_event(organizations=(meta,), models=(llama,), people=(zuck,))
    for entity in (meta, llama, zuck):
        assert list(Event.objects.involving(entity)) == [event]


def test_planned_events_are_overdue_the_day_after_their_window() -> None:
    make_event(date="2025-05", status="planned")
    assert not Event.objects.overdue(datetime.date(2025, 5, 31)).exists()
    assert Event.objects.overdue(datetime.date(2025, 6, 1)).exists()


def test_an_open_ended_plan_is_never_overdue() -> None:
    make_event(date="2025-05/..", status="planned")
    assert not Event.objects.overdue(datetime.date(2099, 1, 1)).exists()


def test_a_contradicting_claim_is_no_support() -> None:
    event = make_event(sources=())
    make_claim(event, make_source(), stance="contradicts")
    assert list(Event.objects.without_support()) == [event]


def test_newest_first_puts_the_open_month_after_the_months_of_its_year() -> None:
    dates = ["2025", "2025-01-27", "2025-01", "2024-12-31"]
    events = {date: make_event(date=date) for date in dates}
    newest = [str(event.date) for event in Event.objects.newest_first()]
    assert newest == ["2025-01-27", "2025-01", "2025", "2024-12-31"]
    assert [events[date] for date in reversed(newest)] == list(Event.objects.oldest_first())
