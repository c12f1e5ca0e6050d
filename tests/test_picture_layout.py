"""Windows, periods, ticks, rows and heights of the picture: plain Python."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.timeline.picture.axis import axis_of
from events.timeline.picture.density import Cell, bars_of
from events.timeline.picture.geometry import AXIS, places_of
from events.timeline.picture.marks import shortened, text_width
from events.timeline.picture.packing import Box, pack
from events.timeline.picture.periods import DAY, MONTH, STEPS, WEEK, YEAR, Step, step_for
from events.timeline.picture.window import FIRST_DAY, LAST_DAY, Window, around

WIDTH = 960


window = Window.of
SPRING = window("2025-04-01", "2025-04-30")
days = st.integers(FIRST_DAY.toordinal(), LAST_DAY.toordinal()).map(datetime.date.fromordinal)
windows = st.tuples(days, days).map(lambda ends: Window(min(ends), max(ends)))
calm = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def test_a_day_stands_at_its_share_of_the_width() -> None:
    assert SPRING.place(datetime.date(2025, 4, 16)) == 50
    assert SPRING.place(datetime.date(2025, 5, 1)) == 100


def test_zooming_in_keeps_the_middle() -> None:
    assert SPRING.zoomed(0.5) == window("2025-04-08", "2025-04-22")


@calm
@given(windows, st.floats(0.01, 100), st.floats(-3, 3))
def test_no_move_leaves_the_years_that_are_kept(start: Window, factor: float, by: float) -> None:
    for moved in (start.zoomed(factor), start.moved(by), around(start.first, start.last)):
        assert FIRST_DAY <= moved.first <= moved.last <= LAST_DAY


def test_moving_always_moves() -> None:
    day = window("2025-04-29", "2025-04-29")
    assert day.moved(0.2).first == datetime.date(2025, 4, 30)
    assert day.moved(-0.2).first == datetime.date(2025, 4, 28)


def test_weeks_begin_on_monday() -> None:
    assert WEEK.start(datetime.date(2025, 4, 29)) == datetime.date(2025, 4, 28)


@pytest.mark.parametrize("step", STEPS)
def test_periods_follow_each_other_and_cover_the_window(step: Step) -> None:
    shown = window("1999-12-31", "2004-02-29")
    periods = list(step.periods(shown))
    assert periods[0].first <= shown.first
    assert periods[-1].last >= shown.last
    assert all(
        one.last.toordinal() + 1 == next_.first.toordinal() for one, next_ in pairwise(periods)
    )


def test_the_nearer_one_looks_the_finer_the_periods() -> None:
    assert step_for(window("2025-04-01", "2025-04-20"), WIDTH, 24) == DAY
    assert step_for(window("2025-01-01", "2026-12-31"), WIDTH, 24) == MONTH
    assert step_for(window("1990-01-01", "2025-12-31"), WIDTH, 24) == YEAR


def test_days_stand_under_their_month_and_months_under_their_year() -> None:
    near = axis_of(window("2025-04-20", "2025-05-10"), WIDTH)
    assert [tick.label for tick in near.major] == ["April 2025", "May 2025"]
    assert near.minor[0].label == "20"
    far = axis_of(window("2024-07-01", "2025-08-31"), WIDTH)
    assert [tick.label for tick in far.major] == ["2024", "2025"]
    assert far.minor[1].label == "Aug"


def test_ticks_keep_apart_on_a_phone() -> None:
    axis = axis_of(window("2024-07-01", "2025-08-31"), 300)
    assert all(next_.place - one.place >= 10 for one, next_ in pairwise(axis.minor))


def box(at: float, size: float, text: float) -> Box:
    return Box(at, at + size, text)


boxes = st.lists(
    st.builds(box, st.floats(0, 900), st.floats(14, 200), st.floats(20, 300)), max_size=60
)


@calm
@given(boxes, st.integers(1, 6))
def test_marks_and_labels_of_a_row_never_overlap(queue: list[Box], rows: int) -> None:
    pack(queue, rows, WIDTH)
    for row in range(rows):
        placed = sorted((box for box in queue if box.row == row), key=lambda box: box.start)
        assert all(one.reach <= next_.beginning for one, next_ in pairwise(placed))


def test_the_first_in_the_queue_gets_the_place() -> None:
    important, other = Box(10, 24, 50), Box(12, 26, 50)
    assert pack([important, other], 1, WIDTH) == 1
    assert (important.row, other.row) == (0, -1)


def test_at_the_right_edge_the_label_stands_on_the_left() -> None:
    last = Box(900, 914, 200)
    pack([last], 1, WIDTH)
    assert last.leftwards
    assert last.label == 200


@calm
@given(st.lists(st.tuples(st.integers(1, 12), st.booleans()), min_size=1, max_size=7))
def test_lanes_always_fill_the_same_height(lanes: list[tuple[int, bool]]) -> None:
    wanted, bars = [rows for rows, _ in lanes], [has for _, has in lanes]
    places = places_of(wanted, bars, 460, 2)
    assert places[-1].bottom == pytest.approx(460 - AXIS)
    assert all(place.rows >= 1 for place in places)


def test_an_event_known_only_more_widely_is_spread_over_its_periods() -> None:
    months = list(MONTH.periods(window("2025-01-01", "2025-03-31")))
    bars = bars_of([Cell(None, "launch", 1, 1, 5, 0), Cell(None, "launch", 1, 3, 6, 0)], months)
    assert [(bar.events, bar.perhaps) for bar in bars] == [(5, 2), (0, 2), (0, 2)]


def test_what_may_lie_outside_is_not_drawn_inside() -> None:
    months = list(MONTH.periods(SPRING))
    (bar,) = bars_of([Cell(None, "launch", 0, 2, 365, 1.0)], months)
    assert bar.perhaps == 30


@pytest.mark.parametrize("text", ["Meta delays Llama 4 Behemoth", "深度求索发布新模型，性能提升"])
def test_a_shortened_label_fits(text: str) -> None:
    assert shortened(text, 500) == text
    assert text_width(shortened(text, 100)) <= 100
    assert shortened(text, 100).endswith("…")
