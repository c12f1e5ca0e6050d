"""The picture of the timeline: what is drawn of which events, however many there are."""

import re
from itertools import product
from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client

from events.models import Claim, Event, EventOrganization, Organization
from events.timeline import sampling
from events.timeline.filters import TimelineFilter
from events.timeline.picture.asking import Asked, asked_for
from events.timeline.picture.density import counted, starts_of, tallied
from events.timeline.picture.drawing import FEW, MOST, Picture, picture_of
from events.timeline.picture.extent import extent_of
from events.timeline.picture.finding import touching
from events.timeline.picture.periods import MONTH
from events.timeline.picture.sums import Sums
from events.timeline.picture.window import Window
from events.timeline.tallies import summary_for
from tests.factories import (
    make_claim,
    make_event,
    make_events,
    make_model,
    make_organization,
    make_source,
)

pytestmark = pytest.mark.django_db

MAY = Window.of("2025-05-01", "2025-05-31")
DATES = ("2025-04-29", "2025-05", "2025-33", "2024", "../2025-07-15", "2025-05/..")


def asked(query: str = "", **how: Any) -> Asked:
    found = asked_for(TimelineFilter(QueryDict(query)), **how)
    assert found
    return found


def drawn(**how: Any) -> Picture:
    picture = picture_of(Event.objects.published(), **how)
    assert picture
    return picture


def svg(client: Client, query: str = "") -> str:
    response = client.get(f"/picture/{query}")
    assert response.status_code == 200
    return str(response.content.decode())


def make_many(count: int) -> list[Event]:
    """Published events of all kinds, half of them about one organization."""
    meta = make_organization("Meta", slug="meta")
    events = Event.objects.bulk_create(
        Event(
            slug=f"many-{n}", title_en=f"Number {n}", kind=Event.Kind.values[n % 20],
            date=f"{2015 + n % 10}-{n % 12 + 1:02}-{n % 28 + 1:02}" if n % 7 else "2025-33",
            visibility="published", importance=n % 5 + 1,
        )
        for n in range(count)
    )  # fmt: skip
    source = make_source()
    Claim.objects.bulk_create(Claim(event=event, source=source) for event in events)
    EventOrganization.objects.bulk_create(
        EventOrganization(event=event, organization=meta) for event in events[::2]
    )
    return events


def test_every_event_is_a_mark_that_leads_to_it(client: Client) -> None:
    event = make_event(title_en="Llama 4 is out")
    page = svg(client)
    assert f'href="{event.get_absolute_url()}" lang="en"><title>Llama 4 is out' in page
    assert "15 May 2025, happened" in page


def test_drafts_are_not_drawn(client: Client) -> None:
    make_event(title_en="Unseen", visibility="draft")
    make_event()
    assert "Unseen" not in svg(client)


@pytest.mark.parametrize(
    ("date", "status", "expected"),
    [
        ("2025-05-15", "happened", '<circle class="day"'),
        ("2025-04", "happened", '<rect class="span"'),
        ("2025-04/..", "planned", "fade-right"),
        ("../2025-04-30", "happened", "fade-left"),
        ("2025-05-15", "planned", "is-planned"),
        ("2025-05-15", "cancelled", 'class="strike"'),
        ("2025-05-15", "delayed", 'class="half"'),
    ],
)
def test_uncertainty_is_drawn(client: Client, date: str, status: str, expected: str) -> None:
    make_event(date=date, status=status)
    assert expected in svg(client, "?from=2025-03&to=2025-06").split("</defs>")[1]


def test_an_arrow_leads_from_the_promised_day_to_the_one_it_came(client: Client) -> None:
    event = make_event(date="2025-05-15")
    make_claim(event, make_source(), date="2025-04", status="planned", claimed_on="2025-03-01")
    make_claim(event, make_source(), date="2025-05-01", status="delayed", claimed_on="2025-04-20")
    (lane,) = drawn(window=Window.of("2025-04-01", "2025-05-30")).lanes
    assert lane.marks[0].mark.promised == 50
    assert "came" in svg(client).split("</defs>")[1]


def test_it_shows_what_was_known_on_a_day(client: Client) -> None:
    event = make_event(date="2025-05-15", sources=())
    make_claim(event, make_source(), date="2025-04", status="planned", claimed_on="2025-03-01")
    make_claim(event, make_source(), claimed_on="2025-05-16")
    assert "April 2025, planned" in svg(client, "?as_of=2025-03-02")
    assert "picture-title" not in svg(client, "?as_of=2025-02-01")


def test_an_event_of_two_chosen_organizations_stands_in_both_lanes() -> None:
    pair = [make_organization("Meta"), make_organization("DeepSeek")]
    make_event(organizations=tuple(pair))
    make_event(organizations=(pair[0],))
    assert [len(lane.marks) for lane in drawn(rows=pair).lanes] == [2, 1]


def test_lanes_are_those_asked_for() -> None:
    make_event(organizations=(make_organization("Meta"),), models=(make_model("Llama"),))
    make_event(kind="delay")
    names = {
        by: [str(lane.lane.name) for lane in drawn(lanes=by).lanes]
        for by in ("kind", "organization", "model", "all")
    }
    assert names == {
        "kind": ["Launches", "Setbacks"],
        "organization": ["Meta", "Others"],
        "model": ["Llama", "Others"],
        "all": [""],
    }


def test_at_most_400_marks_and_all_events_in_the_bars() -> None:
    make_many(2 * FEW)
    for lanes, width in product(("kind", "organization", "model", "all"), (300, 2400)):
        picture = drawn(lanes=lanes, width=width)
        assert picture.crowded
        assert sum(len(lane.marks) + len(lane.bars) for lane in picture.lanes) <= MOST
        everyone = [lane for lane in picture.lanes if lanes == "kind" or lane.lane.key is None]
        bars = [bar for lane in everyone for bar in lane.bars]
        assert sum(bar.height for bar in bars) == pytest.approx(2 * FEW)


def test_the_most_important_ones_are_named() -> None:
    make_many(2 * FEW)
    named = [placed.mark.event.importance for lane in drawn().lanes for placed in lane.marks]
    assert named
    assert min(named) >= 3


@pytest.mark.parametrize(
    "query", ["", "kind=release&kind=delay", "status=planned", "organization=meta"]
)
def test_tallies_and_events_give_the_same_bars(query: str) -> None:
    meta = make_organization(slug="meta")
    for number, date in enumerate(DATES * 2):
        kind, status = ("release", "delay", "plan")[number % 3], ("planned", "happened")[number % 2]
        make_event(date=date, kind=kind, status=status, organizations=(meta,) if number % 4 else ())
    form = TimelineFilter(QueryDict(query))
    tallies = summary_for(form).events
    periods = list(MONTH.periods(Window.of("2025-01-01", "2025-12-31")))
    starts = starts_of(periods)
    events = form.apply(form.published())
    plain = counted(touching(events, Window(periods[0].first, periods[-1].last)), starts)
    assert tallies is not None
    assert _summed(tallied(tallies, starts)) == _summed(plain)


def _summed(cells: Any) -> dict[Any, int]:
    sums: dict[Any, int] = {}
    for cell in cells:
        key = cell.lane, cell.group, cell.first, cell.last
        sums[key] = sums.get(key, 0) + cell.events
    return sums


def test_what_the_tallies_cannot_say_is_counted() -> None:
    make_organization(slug="a")
    make_organization(slug="b")
    for query in ("organization=a&organization=b", "q=llama", "as_of=2025-01-01", "language=en"):
        assert summary_for(TimelineFilter(QueryDict(query))).events is None


def test_a_window_shows_the_events_that_touch_it_and_no_others(client: Client) -> None:
    for date in (*DATES, "2025-01-01", "2000/.."):
        make_event(date=date, title_en=f"On {date}")
    page = svg(client, "?from=2025-05-10&to=2025-05-20")
    touching_it = TimelineFilter(QueryDict("from=2025-05-10&to=2025-05-20")).events()
    assert set(re.findall(r"<title>(On \S+)", page)) == {event.title_en for event in touching_it}


def test_bars_and_buttons_keep_the_filters() -> None:
    make_many(2 * FEW)
    found = asked("kind=release&kind=delay&kind=plan&kind=report&kind=policy&order=oldest")
    queries = [bar.query for lane in found.picture.lanes for bar in lane.bars]
    queries += [move.query for move in found.picture.moves]
    assert all("kind=release" in query and "order=oldest" in query for query in queries)


def test_a_bar_leads_to_as_many_events_as_it_says() -> None:
    make_many(2 * FEW)
    for lane in asked("lanes=all").picture.lanes:
        for bar in lane.bars[:3]:
            inside = TimelineFilter(QueryDict(bar.query.removeprefix("?"))).events()
            assert bar.about.startswith(f"{inside.exclude(date='2025-33').count()} event")


@pytest.mark.parametrize(
    "query",
    [
        "?width=x&lanes=?",
        "?from=garbage",
        "?to=1900&from=2100",
        "?width=99999999999",
        "?rows=model",
    ],
)
def test_garbage_draws_what_was_understood(client: Client, query: str) -> None:
    make_event()
    assert "<svg" in svg(client, query)


def test_without_events_there_is_no_picture(client: Client) -> None:
    assert "<svg" not in svg(client)
    assert client.post("/picture/").status_code == 405


def test_the_address_of_the_figure_keeps_the_rows_of_a_comparison(client: Client) -> None:
    meta = make_organization("Meta", slug="meta")
    make_event(organizations=(meta,))
    make_event(title_en="Somebody else")
    source = asked("organization=meta", rows=[meta]).source
    assert source == "/picture/?organization=meta&rows=organization"
    page = client.get(source).content.decode()
    assert 'aria-label="Meta"' in page
    assert "Somebody else" not in page


@pytest.mark.usefixtures("nothing_is_quick")
def test_what_takes_too_long_to_count_is_estimated_and_says_so(client: Client) -> None:
    make_many(2 * FEW)
    bars = [bar for lane in asked("language=en&lanes=all").picture.lanes for bar in lane.bars]
    assert all(bar.about.startswith("about ") for bar in bars)
    assert "“about”" in svg(client, "?language=en")
    assert "“about”" not in svg(client)


@pytest.mark.usefixtures("nothing_is_quick")
def test_an_estimate_is_near_the_number() -> None:
    make_many(2 * FEW)
    picture = drawn(lanes="all")
    assert sum(bar.height for bar in picture.lanes[0].bars) == pytest.approx(2 * FEW, rel=0.3)


def test_a_smaller_part_lies_within_a_larger_one() -> None:
    make_many(100)
    events = Event.objects.published()
    parts = [set(sampling.one_in(events, share)) for share in (1, 2, 4)]
    assert parts[0] > parts[1] > parts[2] > set()


def test_the_indexes_of_a_part_hold_what_is_read_of_it() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename ~ '^events_event'"
        )
        indexes = dict(cursor.fetchall())
    for name in ("event_search_16", "event_search_256", "event_state_16"):
        highest = sampling.LOWEST + sampling.HASHES // int(name.rsplit("_", 1)[1])
        assert f"< '{highest}'::integer" in indexes[name]


@pytest.mark.usefixtures("nothing_is_quick")
def test_those_that_lead_are_ranked_by_all_their_events() -> None:
    organizations = [make_organization() for _ in range(3)]
    for number, organization in enumerate(organizations, 14):  # so that a half has some of each
        make_events(*[{}] * number, organizations=(organization,))
    form = TimelineFilter(QueryDict(""))
    sums = Sums(form.published(), list(MONTH.periods(MAY)), summary_for(form))
    assert sums.leading(Organization) == [one.pk for one in reversed(organizations)]


@pytest.mark.parametrize("dates", [DATES, DATES[:3], DATES[4:5], DATES[5:], ("2024", "2024/..")])
def test_tallies_and_events_give_the_same_ends(dates: tuple[str, ...]) -> None:
    meta = make_organization(slug="meta")
    for date in dates:
        make_event(date=date, organizations=(meta,))
    make_event(date="1990/2030")
    form = TimelineFilter(QueryDict("organization=meta"))
    events = form.apply(form.published())
    assert extent_of(events, summary_for(form)) == extent_of(events)


def test_rows_are_counted_from_tallies_alike() -> None:
    pair = [make_organization(slug="a"), make_organization(slug="b")]
    for number, date in enumerate(DATES):
        make_event(date=date, organizations=tuple(pair[number % 2 :]))
    form = TimelineFilter(QueryDict("organization=a&organization=b"))
    ids = [one.pk for one in pair]
    cells = [
        Sums(form.apply(form.published()), list(MONTH.periods(MAY)), summary).cells_of(
            Organization, ids, asked=True
        )
        for summary in (summary_for(form), None)
    ]
    assert _summed(cells[0]) == _summed(cells[1]) != {}
