"""Headings by year and month invent no month."""

import pytest

from dates.languages import Language
from events.models import Event
from events.timeline.grouping import Month, Year, by_year_and_month
from tests.factories import make_event


@pytest.mark.django_db
def test_events_stand_under_their_year_and_month_and_open_ones_apart() -> None:
    for date in ("2024-12-31", "2025-04", "2025-04-29", "2025", "2025-35"):
        make_event(date=date)
    years = by_year_and_month(Event.objects.published().newest_first())
    assert [(year.number, [month.number for month in year.months]) for year in years] == [
        (2025, [4, 0]),
        (2024, [12]),
    ]
    april, unknown = years[0].months
    assert [str(event.date) for event in april.events] == ["2025-04-29", "2025-04"]
    assert {str(event.date) for event in unknown.events} == {"2025", "2025-35"}


def test_no_events_make_no_headings() -> None:
    assert by_year_and_month([]) == []


def test_headings_are_in_words() -> None:
    assert Month(2025, 4, []).in_words(Language.ENGLISH) == "April 2025"
    assert Month(2025, 4, []).in_words(Language.SIMPLIFIED) == "2025年4月"
    assert Month(2025, 0, []).in_words(Language.ENGLISH) == ""
    assert Year(2025, []).in_words(Language.TRADITIONAL) == "2025年"


def test_every_heading_has_a_key_of_its_own() -> None:
    assert Month(2025, 4, []).key == "2025-04"
    assert Month(2025, 0, []).key == "2025-open"
