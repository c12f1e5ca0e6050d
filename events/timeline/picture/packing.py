"""Marks in rows, without overlap: the most important ones choose first, labels where they fit."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

GAP = 3.0  # pixels between neighbours
LEAST_LABEL = 90.0  # a shorter piece of a title says nothing


@dataclass(slots=True)
class Box:
    """What a mark takes, in pixels: its glyph from `start` to `end`, and a label of `text`."""

    start: float
    end: float
    text: float
    row: int = -1
    label: float = 0.0  # pixels its label was given
    leftwards: bool = False

    def clear(self) -> None:
        self.row, self.label, self.leftwards = -1, 0.0, False

    @property
    def reach(self) -> float:
        """Where its label ends, or itself."""
        return self.end + (0 if self.leftwards else self.label)

    @property
    def beginning(self) -> float:
        return self.start - (self.label if self.leftwards else 0)


@dataclass(slots=True)
class Row:
    boxes: list[Box] = field(default_factory=list)  # from left to right

    def neighbours(self, box: Box) -> tuple[Box | None, Box | None]:
        place = bisect_left(self.boxes, box.start, key=lambda other: other.start)
        before = self.boxes[place - 1] if place else None
        return before, self.boxes[place] if place < len(self.boxes) else None

    def insert(self, box: Box) -> None:
        place = bisect_left(self.boxes, box.start, key=lambda other: other.start)
        self.boxes.insert(place, box)


def pack(
    boxes: Sequence[Box], rows: int, width: float, *, name: float = 0, labelled: bool = False
) -> int:
    """Give each box a row, in the order given; return how many rows were used.

    A box that finds no place keeps row -1. `name` pixels at the beginning of the first row are
    taken. With `labelled`, boxes whose label does not fit find no place.
    """
    taken: list[Row] = [Row([Box(0, name, 0)])] if name and rows else []
    for box in boxes:
        _place(box, taken, rows, width, labelled)
    return len(taken)


def _place(box: Box, taken: list[Row], rows: int, width: float, labelled: bool) -> None:
    best: tuple[float, int] | None = None
    for number, row in enumerate(taken):
        room = _room(box, row, width)
        if room is None:
            continue
        if room >= box.text:
            return _put(box, number, row, width)
        if best is None or room > best[0]:
            best = (room, number)
    if len(taken) < rows:
        taken.append(Row())
        return _put(box, len(taken) - 1, taken[-1], width)
    if best is not None and not labelled:
        _put(box, best[1], taken[best[1]], width)
    return None


def _room(box: Box, row: Row, width: float) -> float | None:
    """Pixels for its label, less what its neighbour's label would lose; None without a place."""
    before, after = row.neighbours(box)
    if (before and before.end + GAP > box.start) or (after and after.beginning - GAP < box.end):
        return None
    right = (after.beginning if after else width) - GAP - box.end
    lost = max(0.0, before.reach + GAP - box.start) if before else 0.0
    if not lost and right < box.text and after is None:  # at the edge: to the left of it
        left = box.start - (before.reach if before else 0) - GAP
        right = max(right, left if left >= box.text else 0)
    return right if not lost else min(right, box.text - 1) - lost


def _put(box: Box, number: int, row: Row, width: float) -> None:
    before, after = row.neighbours(box)
    right = (after.beginning if after else width) - GAP - box.end
    left = box.start - (before.reach if before else 0) - GAP
    if right < box.text <= left and after is None:
        box.leftwards, right = True, left
    box.row = number
    box.label = _label(box.text, right)
    if before and not before.leftwards and before.reach + GAP > box.start:
        before.label = _label(before.text, box.start - GAP - before.end)
    row.insert(box)


def _label(text: float, room: float) -> float:
    return min(text, room) if room >= min(text, LEAST_LABEL) else 0.0
