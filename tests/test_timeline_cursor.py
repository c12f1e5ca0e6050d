"""Pages of the timeline are found by key: stable, complete, without an offset."""

import datetime
import itertools

import pytest
from django.http import QueryDict
from pytest_django import DjangoAssertNumQueries

from events.models import Event
from events.timeline.cursor import Cursor, Page, PageForm, end_of, page_of
from tests.factories import make_event

pytestmark = pytest.mark.django_db


def page(query: str = "", *, newest_first: bool = True, size: int = 2) -> Page:
    return page_of(Event.objects.published(), newest_first, PageForm(QueryDict(query)), size)


def titles(shown: Page) -> list[str]:
    return [event.title_en for event in shown.events]


@pytest.fixture
def five() -> None:
    """Five events, two of which stand at the same place of the calendar."""
    for title, date in (("1", "2024"), ("2", "2025-04"), ("3", "2025-05-15"), ("4", "2025-05-15")):
        make_event(title_en=title, date=date)
    make_event(title_en="5", date="2025-06-01")


@pytest.mark.usefixtures("five")
@pytest.mark.parametrize("newest_first", [True, False])
def test_following_the_pages_shows_every_event_once_in_order(newest_first: bool) -> None:
    shown = page(newest_first=newest_first)
    seen = titles(shown)
    while shown.after:
        shown = page(f"after={shown.after}", newest_first=newest_first)
        seen += titles(shown)
    assert seen == (["5", "4", "3", "2", "1"] if newest_first else ["1", "2", "3", "4", "5"])


@pytest.mark.usefixtures("five")
def test_going_back_shows_the_page_before() -> None:
    second = page(f"after={page().after}")
    first = page(f"before={second.before}")
    assert titles(first) == ["5", "4"]
    assert first.before is None
    assert first.after is not None


@pytest.mark.usefixtures("five")
def test_a_page_stays_the_same_when_newer_events_arrive() -> None:
    place = page().after
    before = titles(page(f"after={place}"))
    make_event(date="2025-12-01")
    assert titles(page(f"after={place}")) == before


def test_one_page_leads_nowhere() -> None:
    make_event()
    assert (page().before, page().after) == (None, None)


def test_beyond_the_end_there_is_nothing() -> None:
    make_event(date="2025")
    assert page("after=19000101-1") == Page([], None, None)


@pytest.mark.parametrize(
    "garbage",
    ["x", "1", "20250515", "99999999999-1", "20250515-9999999999999999999", "%00", "-1-1"],
)
def test_garbage_is_a_message_and_the_first_page(garbage: str) -> None:
    event = make_event()
    form = PageForm(QueryDict(f"after={garbage}"))
    assert page_of(Event.objects.published(), True, form).events == [event]
    assert "after" in form.errors


def test_a_cursor_reads_back_as_it_is_written() -> None:
    form = PageForm(QueryDict(f"after={Cursor(20250500, 7)}"))
    assert form.is_valid()
    assert form.cleaned_data["after"] == Cursor(20250500, 7)


@pytest.mark.usefixtures("five")
def test_it_asks_as_many_queries_for_five_events_as_for_one(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for size in (1, 5):
        with django_assert_num_queries(4):
            page(size=size)


@pytest.mark.parametrize("newest_first", [True, False])
def test_a_stretch_of_days_has_every_event_that_touches_it_in_order(*, newest_first: bool) -> None:
    for date in (
        *("2024", "2025", "2024/2026", "../2025-05-12", "2025-05/..", "2025-05", "2025-05-11"),
        *("2025-04-29/2025-05-10", "2024-12-28/2025-01-03", "2025-33", "2023/2025-05-10"),
    ):
        make_event(date=date)
    ends = [datetime.date.fromisoformat(day) for day in ("2025-05-10", "2025-05-12", "2024-12-30")]
    for days in itertools.product([*ends, None], [*ends, None]):
        events = Event.objects.published().overlapping(*days)
        wanted = list(events.newest_first() if newest_first else events.oldest_first())
        given = page_of(events, newest_first, PageForm({}), days=days).events
        assert given == wanted
        assert end_of(events, days, newest=newest_first) == (wanted[0] if wanted else None)
