"""The numbers beside the choices say what each choice would give."""

import pytest
from django.http import QueryDict
from django.test import Client

from events.models import Event
from events.timeline.counts import Choice, counts_for
from events.timeline.cursor import Cursor, Page
from events.timeline.filters import TimelineFilter
from events.timeline.sampling import one_row_in
from tests.factories import make_event, make_model, make_organization

pytestmark = pytest.mark.django_db


def choices(query: str, name: str) -> dict[str, int]:
    counts = counts_for(TimelineFilter(QueryDict(query)))
    facets = {facet.name: facet.choices for facet in counts.facets}
    found: list[Choice] = counts.years if name == "year" else facets[name]
    return {choice.value: choice.count for choice in found}


def given(query: str) -> int:
    return TimelineFilter(QueryDict(query)).events().count()


def test_the_total_is_the_number_of_events_given() -> None:
    make_event(kind="delay", date="2024")
    make_event(kind="release")
    make_event(kind="release", visibility="draft")
    for query in ("", "kind=delay", "from=2025", "kind=delay&to=2024-06", "kind=policy"):
        assert counts_for(TimelineFilter(QueryDict(query))).total == given(query)


def test_a_field_counts_its_own_choices_as_if_it_were_not_set() -> None:
    make_event(kind="delay", status="delayed")
    make_event(kind="release", status="happened")
    assert choices("kind=delay", "kind") == {"delay": 1, "release": 1}
    assert choices("kind=delay", "status") == {"delayed": 1}


def test_kinds_with_most_events_come_first() -> None:
    make_event(kind="policy")
    for _ in range(2):
        make_event(kind="delay")
    assert list(choices("", "kind")) == ["delay", "policy"]


def test_organizations_and_models_are_counted_once_an_event() -> None:
    meta, llama = make_organization(slug="meta"), make_model(slug="llama")
    event = make_event(organizations=(meta,), models=(llama,))
    event.event_organizations.create(organization=meta, role="subject")
    make_event(organizations=(meta,), visibility="draft")
    assert choices("", "organization") == {"meta": 1}
    assert choices("", "model") == {"llama": 1}


def test_a_chosen_organization_is_listed_however_rare_it_is() -> None:
    for number in range(9):
        often = make_organization(slug=f"often-{number}")
        make_event(organizations=(often,))
        make_event(organizations=(often,))
    make_event(organizations=(make_organization(slug="rare"),))
    assert "rare" not in choices("", "organization")
    assert choices("organization=rare", "organization")["rare"] == 1


@pytest.mark.parametrize("date", ["2025-05-15", "2024-12/2025-01", "2024/2026", "2025-05/.."])
def test_a_year_counts_every_event_that_touches_it(date: str) -> None:
    make_event(date=date)
    make_event(date="2023")
    make_event(date="2026-01-01")
    for year, count in choices("", "year").items():
        assert given(f"from={year}&to={year}") == count


@pytest.mark.parametrize("query", ["", "kind=release", "as_of=2100-01-01", "status=happened"])
def test_days_within_a_month_are_counted_as_they_are_given(query: str) -> None:
    meta = make_organization(slug="meta")
    for date in ("2025-05-02", "2025-05-20", "2025-05", "../2025-05-03", "2025-06/..", "2025"):
        make_event(date=date, organizations=(meta,))
    for days in ("from=2025-05-10", "to=2025-05-10", "from=2025-05-03&to=2025-05-19", "to=2024"):
        asked = f"{query}&{days}"
        counts = counts_for(TimelineFilter(QueryDict(asked)))
        assert counts.total == given(asked)
        assert choices(asked, "organization").get("meta", 0) == given(asked)


def test_the_chosen_year_leads_back_to_all_years() -> None:
    make_event(date="2025")
    year = counts_for(TimelineFilter(QueryDict("from=2025&to=2025&kind=release"))).years[0]
    assert (year.chosen, year.query) == (True, "?kind=release")


def test_each_choice_leads_to_as_many_events_as_it_says() -> None:
    meta = make_organization(slug="meta")
    make_event(kind="delay", organizations=(meta,), certainty="rumoured")
    make_event(kind="release", organizations=(meta,), date="2024")
    make_event(kind="release", status="planned")
    for facet in counts_for(TimelineFilter(QueryDict(""))).facets:
        for choice in facet.choices:
            assert given(choice.query.removeprefix("?")) == choice.count


@pytest.mark.usefixtures("nothing_is_quick")
def test_of_very_many_events_a_part_is_counted_and_the_numbers_say_about(client: Client) -> None:
    meta = make_organization(slug="meta")
    for _ in range(60):
        make_event(title_en="Behemoth", organizations=(meta,))
    counts = counts_for(TimelineFilter(QueryDict("q=Behemoth")))
    read = Event.objects.filter(one_row_in(2)).count()
    assert {facet.choices[0].count for facet in counts.facets[:4]} == {2 * read}
    assert str(counts.total).startswith("about ")
    page = client.get("/?q=Behemoth").content.decode()
    assert f"Download {counts.total} rows (CSV)" in page


@pytest.mark.usefixtures("nothing_is_quick")
def test_of_one_organization_the_tallies_tell_what_they_know() -> None:
    meta = make_organization(slug="meta")
    for date in ("2024-05", "2025-05-02", "2025-05-20"):
        make_event(date=date, organizations=(meta,))
    counts = counts_for(TimelineFilter(QueryDict("organization=meta&from=2025-05-10")))
    assert (str(counts.total), str(counts.facets[0].choices[0].count)) == ("1", "1")
    assert [str(year.count) for year in counts.years] == ["2", "1"]
    statuses = counts.facets[1].choices
    assert all(str(choice.count).startswith("about ") for choice in statuses)


def some(events: int, *, before: bool = False, after: bool = False) -> Page:
    place = Cursor(20250101, 1)
    shown = [Event()] * events
    return Page(shown, place if before else None, place if after else None)


@pytest.mark.usefixtures("nothing_is_quick")
def test_what_a_page_shows_says_how_many_there_are_at_least() -> None:
    form = TimelineFilter(QueryDict("q=Behemoth"))
    assert str(counts_for(form, some(0)).total) == "0"
    assert str(counts_for(form, some(7)).total) == "7"
    assert str(counts_for(form, some(50, after=True)).total) == "more than 50"
