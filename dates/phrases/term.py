"""A date as its words gave it, and what is done to fill in the rest.

A Term may lack its year (5月20日), its month (25日) or everything but a weekday (周三).
`settle` completes it from the base day and the direction of the sentence.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from dates.edtf import Point
from dates.errors import ImpossibleDateError
from dates.partial import PartialDate
from dates.phrases.calendar import month_of, shift_days


class Direction(Enum):
    """Where a sentence looks. ALONE: there is no sentence, the nearest date is meant."""

    PAST = "past"
    FUTURE = "future"
    NEUTRAL = "neutral"
    ALONE = "alone"


# parts of a month: first and last day, and whether the words are approximate
EARLY, MIDDLE, LATE = 0, 1, 2
MONTH_PARTS = {
    EARLY: (1, 10, "~"), MIDDLE: (11, 20, "~"), LATE: (21, 31, "~"),
    3: (1, 20, "~"), 4: (11, 31, "~"), 5: (1, 15, ""), 6: (16, 31, ""),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """Fields are 0 (weekday, third: -1) where nothing was said; `value` is a settled date."""

    year: int = 0
    part: int = 0
    day: int = 0
    third: int = -1
    weekday: int = -1
    decade: bool = False
    qualifier: str = ""
    value: PartialDate | None = None
    nearest: bool = False

    @property
    def settled(self) -> bool:
        return self.value is not None or self.year != 0

    @property
    def point(self) -> Point:
        """The date without its third. Raises ImpossibleDateError for 30 February."""
        if self.day and (self.part > 12 or self.day > monthrange(self.year, self.part)[1]):
            raise ImpossibleDateError("That day is not in the calendar.")
        return Point(self.year, self.part, self.day, self.qualifier, self.decade)

    def to_value(self) -> PartialDate:
        if self.value is not None:
            return self.value
        if self.third >= 0:
            return PartialDate.parse(_third(self))
        return PartialDate.parse(str(self.point))


def fixed(text: str) -> Term:
    """A settled term from EDTF."""
    return Term(value=PartialDate.parse(text))


def between(start: date, end: date, start_mark: str = "", end_mark: str = "") -> Term:
    return fixed(f"{start}{start_mark}/{end}{end_mark}")


def _third(term: Term) -> str:
    """EDTF of the early, middle or late part of a month, quarter, half, season or decade."""
    if term.decade:
        first, last = ((0, 2), (3, 6), (7, 9))[min(term.third, 2)]
        return f"{term.year + first}/{term.year + last}"
    if not term.part:
        return f"{term.year}-{37 + min(term.third, 2)}"
    if term.part > 12:
        return _third_of_group(term)
    first, last, mark = MONTH_PARTS[term.third]
    month = f"{term.year}-{term.part:02}"
    last = min(last, monthrange(term.year, term.part)[1])
    return f"{month}-{first:02}{mark}/{month}-{last:02}{mark}"


def _third_of_group(term: Term) -> str:
    """A third of a quarter or season is one month, of a half two."""
    group = Point(term.year, term.part)
    months = 2 if term.part in (40, 41) else 1
    third = min(term.third, 2)
    first = month_of(group.first, third * months)
    return f"{first:%Y-%m}~" + (f"/{month_of(first, 1):%Y-%m}~" if months == 2 else "")


def settle(term: Term, base: date, direction: Direction) -> Term:
    """The term with its year (and month) filled in; unchanged when nothing is missing."""
    if term.settled:
        return term
    if term.weekday >= 0 and not term.part and not term.day:
        return Term(value=PartialDate.day(_weekday(term.weekday, base, direction)))
    candidates = list(_candidates(term, base))
    if not candidates:
        raise ImpossibleDateError("No calendar has that day.")
    if direction is Direction.FUTURE and not term.nearest:
        return next((c for c in candidates if c.point.last >= base), candidates[-1])
    if _stays_in_year(term, direction):
        return replace(term, year=base.year)
    if direction is Direction.ALONE or (term.nearest and direction is Direction.FUTURE):
        return _nearest(candidates, base, term)
    return next((c for c in reversed(candidates) if c.point.first <= base), candidates[0])


def _stays_in_year(term: Term, direction: Direction) -> bool:
    """年初, 年底 without more mean this year unless the sentence looks elsewhere."""
    neutral = direction in (Direction.NEUTRAL, Direction.ALONE)
    return neutral and 37 <= term.part <= 39


def _weekday(weekday: int, base: date, direction: Direction) -> date:
    ahead = (weekday - base.weekday()) % 7
    # alone, a weekday within two days is one ahead: nobody says 周五 on Thursday for the last one
    if direction is Direction.FUTURE or (direction is Direction.ALONE and ahead <= 2):
        return shift_days(base, ahead)
    return shift_days(base, ahead - 7 if ahead else 0)


def _candidates(term: Term, base: date) -> Iterator[Term]:
    """The term in the years (a bare day: in the months) around the base, in order."""
    if not term.part:
        yield from _in_months(term, base)
        return
    reach = 8 if (term.part, term.day) == (2, 29) else 1
    for year in range(base.year - reach, base.year + reach + 1):
        candidate = replace(term, year=year)
        if not term.day or term.day <= monthrange(year, term.part)[1]:
            yield candidate


def _in_months(term: Term, base: date) -> Iterator[Term]:
    for months in range(-2, 3) if term.day else (0,):
        first = month_of(base, months)
        if term.day <= monthrange(first.year, first.month)[1]:
            yield replace(term, year=first.year, part=first.month)


def _nearest(candidates: list[Term], base: date, term: Term) -> Term:
    if not term.part:  # a bare day is the last such day
        return next((c for c in reversed(candidates) if c.point.first <= base), candidates[0])
    return min(candidates, key=lambda candidate: _gap(candidate.point, base))


def _gap(point: Point, base: date) -> int:
    if point.last < base:
        return (base - point.last).days
    return max(0, (point.first - base).days)


def join(left: Term, right: Term, base: date | None, direction: Direction) -> PartialDate:
    """From one term to another, each lending the other what its words left out.

    Raises ImpossibleDateError when the end would come first.
    """
    if right.day and not right.part and right.value is None:
        right = replace(right, part=left.part)
    left, right = _lend_back(left, right), _lend_on(left, right)
    if not left.settled:
        left = settle(left, _needed(base), direction)
        right = _lend_on(left, right)
    if not right.settled:
        right = settle(right, _needed(base), Direction.FUTURE)
    return span(left.to_value(), right.to_value())


def span(start: PartialDate, end: PartialDate) -> PartialDate:
    """One value from the beginning of `start` to the end of `end`."""
    return PartialDate.parse(f"{start.edtf.split('/')[0]}/{end.edtf.split('/')[-1]}")


def _needed(base: date | None) -> date:
    if base is None:
        raise ImpossibleDateError("The year is missing.")
    return base


def _lend_back(left: Term, right: Term) -> Term:
    """7 and 9 May 2025; March to May 2025; 1995-1997年."""
    if left.settled or left.weekday >= 0 or right.value is not None:
        return left
    if left.day and not left.part:
        left = replace(left, part=right.part)
    if right.year and left.part:
        later = (left.part, left.day) > (right.part, right.day or 99)
        left = replace(left, year=right.year - later)
    return left


def _lend_on(left: Term, right: Term) -> Term:
    """4月29日至30日; 2024年12月到2月; 5月至6月底."""
    if right.settled or right.weekday >= 0:
        return right
    if left.value is not None:
        left = _as_term(left.value)
    if right.day and not right.part:
        right = replace(right, part=left.part)
    if not right.part or not left.year:
        return right
    before = (right.part, right.day or 99) < (left.part, left.day)
    return replace(right, year=left.year + before)


def _as_term(value: PartialDate) -> Term:
    if value.earliest is None:
        return Term()
    day = value.earliest
    return Term(year=day.year, part=day.month, day=day.day)
