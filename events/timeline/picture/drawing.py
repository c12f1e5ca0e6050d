"""A whole picture as data: lanes with marks and bars, an axis, and the ways to move."""

from collections.abc import Sequence
from dataclasses import dataclass

from events.models import AIModel, Event, Organization
from events.models.queryset import EventQuerySet
from events.timeline.picture.axis import Axis, axis_of
from events.timeline.picture.choices import BY_KIND
from events.timeline.picture.density import Bar, bars_of, cell_of, periods_of, starts_of
from events.timeline.picture.extent import extent_of
from events.timeline.picture.finding import MANY, few, most_important
from events.timeline.picture.geometry import HEAD, Place, places_of
from events.timeline.picture.lanes import Lane, crowded_lanes, lanes_of_events
from events.timeline.picture.marks import Mark, marks_of, promises_for, text_width
from events.timeline.picture.packing import Box, pack
from events.timeline.picture.periods import MONTH, Step, step_for
from events.timeline.picture.sums import Sums
from events.timeline.picture.window import Window
from events.timeline.tallies import Summary

MOST = 400  # marks and bars together
FEW = 220  # events that are drawn one by one
CANDIDATES = 160  # most important events of a window that holds more
WIDTH, HEIGHT = 960, 460
ROOMY = 640  # from this width on, names of lanes stand in their first row instead of above
NARROWEST_BAR = 24.0
MOST_ROWS = 12
TWO_MONTHS = 62  # days
DAY_SIZE = 14.0  # pixels of the glyph of a day
LABEL_GAP = 16.0  # pixels a label needs beside its letters


@dataclass(frozen=True, slots=True)
class Placed:
    mark: Mark
    box: Box


@dataclass(frozen=True, slots=True)
class DrawnLane:
    lane: Lane
    place: Place
    marks: list[Placed]
    bars: list[Bar]

    @property
    def scale(self) -> float:
        """With which its tallest bar takes the whole strip."""
        return self.place.strip / max((bar.height for bar in self.bars), default=1.0)


@dataclass(frozen=True, slots=True)
class Frame:
    """What is asked for, in pixels and days."""

    window: Window
    width: int
    height: int
    by: str
    rows: Sequence[Organization] | Sequence[AIModel] | None

    @property
    def head(self) -> float:
        return 2.0 if self.width >= ROOMY else HEAD


@dataclass(frozen=True, slots=True)
class Picture:
    frame: Frame
    lanes: list[DrawnLane]
    axis: Axis
    crowded: bool
    stacked: bool  # bars hold several groups of kinds

    def scale_of(self, lane: DrawnLane) -> float:
        """Pixels an event is high: alike in all lanes, but for one that has the events of all."""
        if lane.lane.everything:
            return lane.scale
        return min(one.scale for one in self.lanes if not one.lane.everything and one.bars)


def picture_of(  # noqa: PLR0913
    events: EventQuerySet,
    window: Window | None = None,
    *,
    lanes: str = BY_KIND,
    rows: Sequence[Organization] | Sequence[AIModel] | None = None,
    width: int = WIDTH,
    height: int = HEIGHT,
    summary: Summary | None = None,
) -> Picture | None:
    """What the picture of `events` shows of a window, or of all there is; None without events.

    `lanes` divides it (see lanes.py); `rows` gives a lane to each of these organizations, or of
    these models, in their order. `summary` are the tallies of the same events, where there are
    any. Positions are in percent of the width and in pixels from the
    top: the picture is laid out for `width` pixels and always `height` high.
    """
    window = window or extent_of(events, summary)
    if window is None:
        return None
    frame = Frame(window, width, height, lanes, rows)
    sums = _sums(events, frame, summary)
    hand = None if sums.plainly_more_than(FEW) else few(events, window, FEW)
    if hand == [] and not events.exists():
        return None
    drawn = _crowded(events, frame, sums) if hand is None else _one_by_one(hand, frame)
    stacked = rows is not None or lanes != BY_KIND
    return Picture(frame, drawn, axis_of(window, width), hand is None, stacked)


def _one_by_one(events: list[Event], frame: Frame) -> list[DrawnLane]:
    """Every event is at hand; a lane where not all find a place gets bars that count them all."""
    lanes = lanes_of_events(events, frame.by, frame.rows)
    queues = _queues(lanes, events, frame)
    bars: list[list[Bar]] = [[] for _ in lanes]
    most = (MOST - len(events)) // len(lanes) if lanes else 0
    for _ in range(3):  # a strip of bars takes room, so that others may need one too
        places = _packed(lanes, queues, bars, frame)
        full = [any(one.box.row < 0 for one in queue) for queue in queues]
        if not any(need and not strip for need, strip in zip(full, bars, strict=True)):
            break
        bars = [
            strip or (_bars_in_hand(lane, frame, most) if need else [])
            for lane, need, strip in zip(lanes, full, bars, strict=True)
        ]
    return _drawn(lanes, places, queues, bars)


def _crowded(events: EventQuerySet, frame: Frame, sums: Sums) -> list[DrawnLane]:
    """Bars for all, and the most important events where there is room for their names."""
    lanes = crowded_lanes(sums, frame.by, frame.rows)
    bars = [bars_of(lane.cells, sums.periods) for lane in lanes]
    counted = sum(cell.events for lane in lanes for cell in lane.cells)
    number = counted if sums.in_months else sums.number or counted
    best = most_important(events, frame.window, number, CANDIDATES)
    keys = {lane.key: lane.events for lane in lanes_of_events(best, frame.by, frame.rows)}
    for lane in lanes:
        lane.events = keys.get(lane.key, [])
    queues = _queues(lanes, best, frame)
    places = _packed(lanes, queues, bars, frame, labelled=True)
    return _drawn(lanes, places, queues, bars)


def _sums(events: EventQuerySet, frame: Frame, summary: Summary | None) -> Sums:
    step = step_for(frame.window, frame.width, NARROWEST_BAR)
    sums = _sums_by(step, events, frame, summary)
    if frame.window.days > TWO_MONTHS and not step.months and sums.number > MANY:
        return _sums_by(MONTH, events, frame, summary)  # which the tallies know
    return sums


def _sums_by(step: Step, events: EventQuerySet, frame: Frame, summary: Summary | None) -> Sums:
    return Sums(events, periods_of(frame.window, step), summary)


def _queues(lanes: list[Lane], events: list[Event], frame: Frame) -> list[list[Placed]]:
    """The marks of each lane, those that may choose their place first at the front."""
    promises = promises_for(events)
    return [
        [
            Placed(mark, _box(mark, frame.width))
            for mark in sorted(
                marks_of(lane.events, frame.window, promises, frame.width), key=_rank
            )
        ]
        for lane in lanes
    ]


def _rank(mark: Mark) -> tuple[int, float, int]:
    return -mark.event.importance, mark.end - mark.start, -mark.event.pk


def _box(mark: Mark, width: int) -> Box:
    start = max(0.0, mark.start if mark.promised is None else min(mark.promised, mark.start))
    start, end = start * width / 100, min(100.0, mark.end) * width / 100
    lacking = max(0.0, DAY_SIZE - (end - start)) / 2
    return Box(start - lacking, end + lacking, text_width(mark.title.text) + LABEL_GAP)


def _packed(
    lanes: list[Lane],
    queues: list[list[Placed]],
    bars: list[list[Bar]],
    frame: Frame,
    *,
    labelled: bool = False,
) -> list[Place]:
    """Give the marks of every lane their rows, and the lanes their places."""
    names = [_room_for_name(lane, frame) for lane in lanes]
    wanted = [
        max(1, _pack(queue, MOST_ROWS, name, frame, labelled))
        for queue, name in zip(queues, names, strict=True)
    ]
    places = places_of(wanted, [bool(strip) for strip in bars], frame.height, frame.head)
    for queue, place, name in zip(queues, places, names, strict=True):
        _pack(queue, place.rows, name, frame, labelled)
    return places


def _pack(queue: list[Placed], rows: int, name: float, frame: Frame, labelled: bool) -> int:
    boxes = [one.box for one in queue]
    for box in boxes:
        box.clear()
    return pack(boxes, rows, frame.width, name=name, labelled=labelled)


def _room_for_name(lane: Lane, frame: Frame) -> float:
    named = str(lane.name)
    return text_width(named) + LABEL_GAP if named and frame.width >= ROOMY else 0.0


def _drawn(
    lanes: list[Lane], places: list[Place], queues: list[list[Placed]], bars: list[list[Bar]]
) -> list[DrawnLane]:
    """Marks in the order of the calendar, as they are reached by keyboard; at most MOST in all."""
    left = MOST - sum(map(len, bars))
    drawn = []
    for lane, place, queue, strip in zip(lanes, places, queues, bars, strict=True):
        marks = [one for one in queue if one.box.row >= 0][:left]
        left -= len(marks)
        drawn.append(DrawnLane(lane, place, sorted(marks, key=lambda one: one.box.start), strip))
    return drawn


def _periods(frame: Frame, most: int) -> list[Window]:
    narrowest = max(NARROWEST_BAR, frame.width / max(1, most))
    return periods_of(frame.window, step_for(frame.window, frame.width, narrowest))


def _bars_in_hand(lane: Lane, frame: Frame, most: int) -> list[Bar]:
    periods = _periods(frame, most)
    starts = starts_of(periods)
    cells = [
        cell_of(lane.key, event.kind, event.date.earliest, event.date.latest, starts)
        for event in lane.events
        if event.date
    ]
    return bars_of(cells, periods)
