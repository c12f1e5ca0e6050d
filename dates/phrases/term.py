"""A date as its words gave it, and what is done to fill in the rest.

A Term may lack its year (5月20日), its month (25日) or everything but a weekday (周三).
`settle` completes it from the base day and the direction of the sentence.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from dates.edtf import Point
from dates.errors import ImpossibleDateError
from dates.partial import PartialDate
from dates.phrases.calendar import month_of, shift_days
from dates.phrases.festivals import Feast, bounds_of, edtf_of


class Direction(StrEnum):
    """Where a sentence looks. ALONE: there is no sentence, the nearest date is meant.
    LEANING: only another clause looks ahead, of years the nearest is meant."""

    PAST = "past"
    FUTURE = "future"
    NEUTRAL = "neutral"
    ALONE = "alone"
    LEANING = "leaning"


_AHEAD = (Direction.FUTURE, Direction.LEANING)

# parts of a month: first and last day, and whether the words are approximate
EARLY, MIDDLE, LATE = 0, 1, 2
MONTH_PARTS = {
    EARLY: (1, 10, "~"), MIDDLE: (11, 20, "~"), LATE: (21, 31, "~"),
    3: (1, 20, "~"), 4: (11, 31, "~"), 5: (1, 15, ""), 6: (16, 31, ""),
}  # fmt: skip


class Term(NamedTuple):
    """Fields are 0 (weekday, third: -1) where nothing was said; `value` is a settled date,
    `mark` the qualifier ~ ? % of words like about, `on` the weekday said with a day: it tells
    which year or month is meant, `feast` a festival instead of month and day."""

    year: int = 0
    part: int = 0
    day: int = 0
    third: int = -1
    weekday: int = -1
    decade: bool = False
    qualifier: str = ""
    value: PartialDate | None = None
    nearest: bool = False
    mark: str = ""
    on: int = -1
    feast: Feast | None = None

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
        """Raises ImpossibleDateError when no calendar has the date."""
        return _value_of(self) if self.mark or self.value is None else self.value


@lru_cache(maxsize=4096)
def _value_of(term: Term) -> PartialDate:
    if term.mark:
        return qualified(term._replace(mark="").to_value(), term.mark)
    if term.feast:
        return PartialDate.parse(edtf_of(term.feast, term.year))
    return PartialDate.parse(_third(term) if term.third >= 0 else str(term.point))


def qualified(value: PartialDate, mark: str) -> PartialDate:
    """The value with a qualifier on every end that is a date and has none."""
    ends = (
        end if end in ("", "..") or end[-1] in "~?%" else end + mark
        for end in value.edtf.split("/")
    )
    return PartialDate.parse("/".join(ends))


@lru_cache(maxsize=4096)
def fixed(text: str) -> Term:
    """A settled term from EDTF."""
    return Term(value=PartialDate.parse(text))


@lru_cache(maxsize=4096)
def between(start: date, end: date, start_mark: str = "", end_mark: str = "") -> Term:
    return fixed(f"{start.isoformat()}{start_mark}/{end.isoformat()}{end_mark}")


def _third(term: Term) -> str:
    """EDTF of the early, middle or late part of a month, quarter, half, season or decade."""
    if term.decade:
        first, last = ((0, 2), (3, 6), (7, 9))[min(term.third, 2)]
        return f"{term.year + first}/{term.year + last}"
    if not term.part:
        first, last = {3: (0, 1), 4: (1, 2)}.get(term.third, (term.third, term.third))
        return f"{term.year}-{37 + min(first, 2)}/{term.year}-{37 + min(last, 2)}"
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


@lru_cache(maxsize=4096)
def settle(term: Term, base: date, direction: Direction) -> Term:
    """The term with its year (and month) filled in; unchanged when nothing is missing.

    Raises ImpossibleDateError when no year or month nearby has the day.
    """
    if term.settled:
        return term
    if term.weekday >= 0 and not term.part and not term.day:
        return Term(value=PartialDate.day(_weekday(term.weekday, base, direction)))
    if _stays_in_year(term, direction):
        return term._replace(year=base.year)
    if not term.part and not term.feast:
        return _settle_in_month(term, base, direction)
    years = _on_weekday(term, list(_years(term, base)))
    if not years:
        raise ImpossibleDateError("No year has that day.")
    nearest = term.nearest or _just_gone(term, years, base)
    if direction is Direction.FUTURE and not nearest:
        year = next((y for y in years if _last(term, y) >= base), years[-1])
    elif direction in (Direction.ALONE, Direction.LEANING, Direction.FUTURE):
        year = min(years, key=lambda y: _gap(term, y, base))
    else:
        year = next((y for y in reversed(years) if _first(term, y) <= base), years[0])
    return term._replace(year=year)


_JUST_GONE = 31


def _just_gone(term: Term, years: list[int], base: date) -> bool:
    """He had set a September 22 deadline, three days later: next year's would be called so."""
    gone = ((base - _last(term, year)).days for year in years if term.day)
    return any(0 < days <= _JUST_GONE for days in gone)


def _stays_in_year(term: Term, direction: Direction) -> bool:
    """年初, 年底 without more mean this year unless the sentence looks elsewhere."""
    neutral = direction in (Direction.NEUTRAL, Direction.ALONE)
    return neutral and 37 <= term.part <= 39


def _weekday(weekday: int, base: date, direction: Direction) -> date:
    ahead = (weekday - base.weekday()) % 7
    # alone, a weekday within two days is one ahead: nobody says 周五 on Thursday for the last one
    if direction in _AHEAD or (direction is Direction.ALONE and ahead <= 2):
        return shift_days(base, ahead)
    return shift_days(base, ahead - 7 if ahead else 0)


def _years(term: Term, base: date) -> Iterator[int]:
    """The years around the base, in order, that have the day."""
    reach = 8 if (term.part, term.day) == (2, 29) else 1
    for year in range(base.year - reach, base.year + reach + 1):
        if not term.day or term.day <= monthrange(year, term.part)[1]:
            yield year


def _on_weekday(term: Term, years: list[int]) -> list[int]:
    """The years in which the day falls on the weekday said with it; all when none does."""
    if term.on < 0 or not term.day:
        return years
    return [y for y in years if date(y, term.part, term.day).weekday() == term.on] or years


def _first(term: Term, year: int) -> date:
    if term.feast:
        return bounds_of(term.feast, year)[0]
    return date(year, term.part, term.day) if term.day else Point(year, term.part).first


def _last(term: Term, year: int) -> date:
    if term.feast:
        return bounds_of(term.feast, year)[1]
    return date(year, term.part, term.day) if term.day else Point(year, term.part).last


def _gap(term: Term, year: int, base: date) -> int:
    behind = (base - _last(term, year)).days
    return behind if behind > 0 else max(0, (_first(term, year) - base).days)


def _settle_in_month(term: Term, base: date, direction: Direction) -> Term:
    """A bare day is the last such day, ahead the next; a bare 月底 is this month's."""
    if not term.day:
        return term._replace(year=base.year, part=base.month)
    ahead = direction in _AHEAD
    if term.on >= 0 and (month := _month_on_weekday(term, base, ahead)):
        return term._replace(year=month.year, part=month.month)
    months = range(3) if ahead else range(0, -3, -1)
    for months_away in months:
        first = month_of(base, months_away)
        if term.day > monthrange(first.year, first.month)[1]:
            continue
        day = first.replace(day=term.day)
        if day >= base if ahead else day <= base:
            return term._replace(year=day.year, part=day.month)
    raise ImpossibleDateError("No month nearby has that day.")


def _month_on_weekday(term: Term, base: date, ahead: bool) -> date | None:
    """Friday the 31st: the nearest month whose 31st is a Friday."""
    for months_away in sorted(range(-6, 7), key=lambda away: (abs(away), (away > 0) is not ahead)):
        first = month_of(base, months_away)
        in_month = term.day <= monthrange(first.year, first.month)[1]
        if in_month and first.replace(day=term.day).weekday() == term.on:
            return first
    return None


def join(left: Term, right: Term, base: date | None, direction: Direction) -> PartialDate:
    """From one term to another, each lending the other what its words left out.

    Raises ImpossibleDateError when the end would come first.
    """
    if right.day and not right.part and right.value is None:
        right = _in_month_of(left, right)
    left, right = _lend_back(left, right), _lend_on(left, right)
    if direction is Direction.ALONE and base and not left.settled and not right.settled:
        left = _nearest_range(left, right, base)
        right = _lend_on(left, right)
    if not left.settled:
        left = settle(left, _needed(base), direction)
        right = _lend_on(left, right)
    if not right.settled:
        apart = right.weekday >= 0 or right.feast
        start = left.to_value().earliest if apart else None
        right = settle(right, start or _needed(base), Direction.FUTURE)
    return span(left.to_value(), right.to_value())


def _nearest_range(left: Term, right: Term, base: date) -> Term:
    """January to June, alone: the year that puts the whole range nearest to the base day."""
    if not left.part or not right.part:
        return left
    ranges = [(left._replace(year=year), right) for year in _years(left, base)]
    gaps = [
        (max(_first(start, start.year) - base, base - _end(start, end), timedelta()), start)
        for start, end in ranges
    ]
    return min(gaps, key=lambda gap: gap[0])[1] if gaps else left


def _end(left: Term, right: Term) -> date:
    end = _lend_on(left, right)
    return _last(end, end.year)


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
        left = left._replace(part=right.part)
    if right.year and left.part:
        later = (left.part, left.day) > (right.part, right.day or 99)
        left = left._replace(year=right.year - later)
    return left


def _lend_on(left: Term, right: Term) -> Term:
    """4月29日至30日; 2024年12月到2月; 5月至6月底."""
    if right.settled or right.weekday >= 0:
        return right
    if left.value is not None:
        left = _as_term(left.value)
    if right.day and not right.part:
        right = _in_month_of(left, right)
    if not right.part or not left.year:
        return right
    before = (right.part, right.day or 99) < (left.part, left.day)
    return right._replace(year=left.year + before)


def _in_month_of(left: Term, right: Term) -> Term:
    """April 27 to 30 stays in April, April 27 to 3 ends in May."""
    if not left.part or not 0 < right.day < left.day:
        return right._replace(part=left.part)
    return right._replace(part=left.part % 12 + 1)


def _as_term(value: PartialDate) -> Term:
    if value.earliest is None:
        return Term()
    day = value.earliest
    return Term(year=day.year, part=day.month, day=day.day)
