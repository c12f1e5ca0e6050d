"""How the height of a picture is shared out among its lanes."""

from collections.abc import Sequence
from dataclasses import dataclass

AXIS, HEAD, ROW, STRIP, FOOT = 42, 16, 24, 22, 6  # pixels


@dataclass(frozen=True, slots=True)
class Place:
    """Of one lane, in pixels from the top: its head, `rows` rows, a strip of bars, its end."""

    top: float
    head: float
    rows: int
    strip: float  # height of the bars; 0 without them
    bottom: float

    def row(self, number: int) -> float:
        """The middle of a row."""
        return self.top + self.head + number * ROW + ROW / 2

    @property
    def baseline(self) -> float:
        return self.bottom - FOOT


def places_of(
    wanted: Sequence[int], bars: Sequence[bool], height: float, head: float
) -> list[Place]:
    """`wanted` rows of each lane, as far as there is room; lanes with `bars` get a strip.

    The whole height is always used, so that a picture never changes its size.
    """
    if not wanted:
        return []
    room = height - AXIS - len(wanted) * (head + FOOT) - sum(bars) * STRIP
    rows = _shared(wanted, int(room // ROW))
    spare = room - sum(rows) * ROW
    share = spare / (sum(bars) or len(wanted))
    places, top = [], 0.0
    for count, has_bars in zip(rows, bars, strict=True):
        strip = STRIP + share if has_bars else 0.0
        gap = 0.0 if any(bars) else share
        bottom = top + head + count * ROW + strip + gap + FOOT
        places.append(Place(top, head, count, strip, bottom))
        top = bottom
    return places


def _shared(wanted: Sequence[int], rows: int) -> list[int]:
    """One row each as long as there are any, the others to those that lack most."""
    given = [0] * len(wanted)
    for _ in range(max(0, min(rows, sum(wanted)))):
        lacking = max(range(len(wanted)), key=lambda lane: _need(wanted[lane], given[lane]))
        given[lacking] += 1
    return given


def _need(wanted: int, given: int) -> tuple[bool, float]:
    return wanted > 0 and not given, wanted / (given + 0.5) if given < wanted else 0.0
