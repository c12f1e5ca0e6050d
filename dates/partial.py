"""The value object everything else stores: a date as precise as its source was."""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache, total_ordering
from typing import Self

from dates import edtf
from dates.edtf import Bounds, Interval, Point
from dates.errors import ImpossibleDateError, UnboundedDateError


class Precision(StrEnum):
    """How large a span of days the source left open."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"
    OPEN = "open"


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date in EDTF with the inclusive days it spans; None is an open or unknown end.

    A pure function of `edtf`: make one with `parse`, `day` or `between`, never with the
    bare constructor. Equal when the EDTF text is equal; ordered by earliest, then latest
    day, an open beginning before everything and an open end after everything.
    """

    edtf: str
    earliest: date | None = field(compare=False)
    latest: date | None = field(compare=False)
    precision: Precision = field(compare=False)
    approximate: bool = field(compare=False)
    uncertain: bool = field(compare=False)

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read an EDTF value, such as `2025-04-29`, `2025-35` or `2025-04~/..`.

        Raises DateError with a sentence for people.
        """
        return _parse(text)

    @classmethod
    def day(cls, day: date) -> "PartialDate":
        """One calendar day; the time of a datetime is ignored."""
        return _of_day(day.year, day.month, day.day)

    @classmethod
    def between(
        cls, earliest: date | None, latest: date | None, approximate: bool = False
    ) -> "PartialDate":
        """The most natural value for these inclusive days; None leaves an end open.

        A whole month, quarter, half or year becomes that; whole months become an interval
        of months; anything else an interval of days. Raises DateError when both are None
        or in the wrong order.
        """
        if earliest is None and latest is None:
            raise UnboundedDateError("A date needs an earliest or a latest day.")
        if earliest and latest and latest < earliest:
            raise ImpossibleDateError(f"{latest} comes before {earliest}.")
        text = _natural(earliest, latest)
        return _parse(_approximate(text) if approximate else text)

    def __str__(self) -> str:
        return self.edtf

    def __lt__(self, other: Self) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self.sort_key < other.sort_key

    @property
    def sort_key(self) -> tuple[date, date, str]:
        return (self.earliest or date.min, self.latest or date.max, self.edtf)


@lru_cache(maxsize=4096)
def _of_day(year: int, month: int, day: int) -> PartialDate:
    return _parse(f"{year:04}-{month:02}-{day:02}")


@lru_cache(maxsize=4096)
def _parse(text: str) -> PartialDate:
    value = edtf.parse(text)
    qualifiers = value.qualifiers
    return PartialDate(
        edtf=str(value),
        earliest=value.bounds.earliest,
        latest=value.bounds.latest,
        precision=_precision(value),
        approximate="~" in qualifiers or "%" in qualifiers,
        uncertain="?" in qualifiers or "%" in qualifiers,
    )


def _precision(value: Point | Interval) -> Precision:
    if isinstance(value, Interval):
        return _interval_precision(value.bounds)
    if value.day:
        return Precision.DAY
    if value.decade or 37 <= value.part <= 39:
        return Precision.RANGE
    for last, precision in _PARTS:
        if value.part <= last:
            return precision
    return Precision.HALF


# the highest EDTF part number of each precision
_PARTS = (
    (0, Precision.YEAR),
    (12, Precision.MONTH),
    (24, Precision.SEASON),
    (36, Precision.QUARTER),
)


def _interval_precision(bounds: Bounds) -> Precision:
    earliest, latest = bounds
    if earliest is None or latest is None:
        return Precision.OPEN
    week = latest - earliest == timedelta(days=6) and earliest.weekday() == 0
    return Precision.WEEK if week else Precision.RANGE


def _natural(earliest: date | None, latest: date | None) -> str:
    if earliest is None:
        return f"../{latest}"
    if latest is None:
        return f"{earliest}/.."
    if earliest == latest:
        return str(earliest)
    if earliest.day == 1 and latest.day == monthrange(latest.year, latest.month)[1]:
        return _whole_months(earliest, latest)
    return f"{earliest}/{latest}"


# (first month, last month) of one year: how EDTF calls it
_WITHIN_YEAR = {
    (1, 12): "", (1, 6): "-40", (7, 12): "-41",
    (1, 3): "-33", (4, 6): "-34", (7, 9): "-35", (10, 12): "-36",
}  # fmt: skip


def _whole_months(earliest: date, latest: date) -> str:
    months = (earliest.month, latest.month)
    if earliest.year == latest.year:
        if months in _WITHIN_YEAR:
            return f"{earliest.year}{_WITHIN_YEAR[months]}"
        if months[0] == months[1]:
            return f"{earliest:%Y-%m}"
    elif months == (1, 12):
        decade = earliest.year % 10 == 0 and latest.year == earliest.year + 9
        return f"{earliest.year // 10}X" if decade else f"{earliest.year}/{latest.year}"
    return f"{earliest:%Y-%m}/{latest:%Y-%m}"


def _approximate(text: str) -> str:
    return "/".join(end if end == ".." else f"{end}~" for end in text.split("/"))
