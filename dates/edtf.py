"""Extended Date/Time Format: the part of levels 0–2 that a timeline needs.

Source: ISO 8601-2:2019 as published by the Library of Congress
(https://www.loc.gov/standards/datetime/). Read and printed here:

    2025-04-29   2025-04   2025            day, month, year
    2025-21 … 24                           spring, summer, autumn, winter (northern)
    2025-33 … 36   2025-37 … 39   2025-40, 41   quarters, thirds, halves of a year
    201X                                   a decade
    2025-04~   2025-04?   2025-04%         approximate, uncertain, both
    2025-04/2025-06   2025-04~/2025-05     intervals, each end with its own qualifier
    2025-04/..   ../2025-04                open ends
    2025-04/   /2025-04                    unknown ends

Left out on purpose: times of day, years outside 1900–2100, sets, qualifiers inside a date,
unspecified digits other than a decade. Winter 2024 is December 2024 to February 2025.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from dates.errors import DateError, ImpossibleDateError, UnboundedDateError, UnreadableDateError

FIRST_YEAR, LAST_YEAR = 1900, 2100

# code: first month, number of months. Winter runs into the following year.
_GROUPS: dict[int, tuple[int, int]] = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4),
    40: (1, 6), 41: (7, 6),
}  # fmt: skip

_POINT = re.compile(r"(\d{3})(?:(\d)(?:-(\d\d)(?:-(\d\d))?)?|X)([~?%]?)", re.ASCII)


class End(Enum):
    """An end of an interval that is no date."""

    OPEN = ".."
    UNKNOWN = ""


class Bounds(NamedTuple):
    """Inclusive days; None where an end is open or unknown."""

    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Point:
    """One date: a decade, a year, a part of one (month 1–12 or group 21–41), or a day."""

    year: int
    part: int = 0
    day: int = 0
    qualifier: str = ""
    decade: bool = False

    def __str__(self) -> str:
        return self.bare + self.qualifier

    @property
    def bare(self) -> str:
        """The same date without its qualifier."""
        if self.decade:
            return f"{self.year // 10}X"
        if self.day:
            return f"{self.year:04}-{self.part:02}-{self.day:02}"
        return f"{self.year:04}-{self.part:02}" if self.part else f"{self.year:04}"

    @property
    def first(self) -> date:
        if self.decade or not self.part:
            return date(self.year, 1, 1)
        month = _GROUPS[self.part][0] if self.part > 12 else self.part
        return date(self.year, month, self.day or 1)

    @property
    def last(self) -> date:
        if self.day:
            return date(self.year, self.part, self.day)
        if not self.part:
            return date(self.year + 9 * self.decade, 12, 31)
        month, length = _GROUPS[self.part] if self.part > 12 else (self.part, 1)
        years, month = divmod(month + length - 2, 12)
        return date(self.year + years, month + 1, monthrange(self.year + years, month + 1)[1])

    @property
    def bounds(self) -> Bounds:
        return Bounds(self.first, self.last)

    @property
    def qualifiers(self) -> str:
        return self.qualifier


@dataclass(frozen=True, slots=True)
class Interval:
    """From one end to the other, both included; one of them may be open or unknown."""

    start: Point | End
    end: Point | End

    def __str__(self) -> str:
        return f"{_print_end(self.start)}/{_print_end(self.end)}"

    @property
    def bounds(self) -> Bounds:
        return Bounds(
            self.start.first if isinstance(self.start, Point) else None,
            self.end.last if isinstance(self.end, Point) else None,
        )

    @property
    def qualifiers(self) -> str:
        ends = (self.start, self.end)
        return "".join(end.qualifier for end in ends if isinstance(end, Point))


@lru_cache(maxsize=4096)
def parse(text: str) -> Point | Interval:
    """Read an EDTF value; an interval with equal ends comes back as that one date.

    Raises DateError, in words, for anything outside the subset above.
    """
    left, slash, right = text.strip().partition("/")
    if not slash:
        return _parse_point(left)
    start, end = _parse_end(left), _parse_end(right)
    if start == end and isinstance(start, Point):
        return start
    return _checked(Interval(start, end))


def _checked(interval: Interval) -> Interval:
    earliest, latest = interval.bounds
    if earliest is None and latest is None:
        raise UnboundedDateError("An interval needs a date at one end at least.")
    if earliest and latest and latest < earliest:
        raise ImpossibleDateError(f"“{interval}” ends before it begins.")
    return interval


def _parse_end(text: str) -> Point | End:
    return End(text) if text in ("", "..") else _parse_point(text)


def _parse_point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    if match is None:
        raise _explained(text)
    decade, digit, part, day, qualifier = match.groups()
    point = Point(
        int(decade + (digit or "0")), int(part or 0), int(day or 0), qualifier, digit is None
    )
    _check_point(point, text)
    return point


def _check_point(point: Point, text: str) -> None:
    if not FIRST_YEAR <= point.year <= LAST_YEAR - 9 * point.decade:
        raise ImpossibleDateError(f"“{text}” lies outside the years {FIRST_YEAR}–{LAST_YEAR}.")
    if point.day and (point.part > 12 or not _has_day(point)):
        raise ImpossibleDateError(f"“{text}” is not in the calendar.")
    if "-" in text and not (1 <= point.part <= 12 or point.part in _GROUPS):
        raise ImpossibleDateError(f"“{text}” has no such month, season, quarter or half.")
    if text[5:].count("-") and not point.day:
        raise ImpossibleDateError(f"“{text}” has a day 00.")


def _has_day(point: Point) -> bool:
    return 1 <= point.part <= 12 and point.day <= monthrange(point.year, point.part)[1]


def _explained(text: str) -> DateError:
    """Say which rule a text broke, for the kinds of EDTF that are left out on purpose."""
    if "T" in text and text[:4].isdigit():
        return UnreadableDateError(f"“{text}” holds a time of day; only calendar dates are kept.")
    if "X" in text:
        return UnreadableDateError(
            f"“{text}”: of unspecified digits only decades like 201X are read."
        )
    if any(mark in text[:-1] for mark in "~?%"):
        return UnreadableDateError(f"“{text}”: a qualifier ~ ? % stands at the end of a date.")
    return UnreadableDateError(
        f"“{text}” is not an EDTF date, such as 2025-04-29, 2025-04 or 2025-35."
    )


def _print_end(end: Point | End) -> str:
    return end.value if isinstance(end, End) else str(end)
