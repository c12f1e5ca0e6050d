"""Moving days about. Every function is pure and knows no time zone."""

from calendar import monthrange
from datetime import date

from dates.edtf import FIRST_YEAR, LAST_YEAR
from dates.errors import ImpossibleDateError
from dates.phrases.numbers import Count

# how many units a vague count stands for (几周, coming months): conventions of this package
VAGUE = {"hour": 6, "day": 7, "week": 6, "month": 6, "quarter": 2, "year": 5, "decade": 2}

_FIRST_DAY = date(FIRST_YEAR, 1, 1).toordinal()
_LAST_DAY = date(LAST_YEAR, 12, 31).toordinal()
_OUTSIDE = f"That lies outside the years {FIRST_YEAR}–{LAST_YEAR}."

# first and last day of the early, middle and late part of a week, early to mid, mid to late
WEEK_PARTS = ((0, 2), (2, 3), (3, 6), (0, 3), (2, 6))

_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


def size(count: Count, unit: str) -> float:
    """The count in units, a vague one by convention."""
    return VAGUE[unit] if count.vague else count.number


def shift(day: date, number: float, unit: str) -> date:
    """The day `number` units away; month ends are clipped, half months are 15 days.

    Raises ImpossibleDateError outside the years 1900–2100.
    """
    if abs(number) > 100_000:
        raise ImpossibleDateError("That lies too far away.")
    if unit in _MONTHS:
        return _shift_months(day, number * _MONTHS[unit])
    if unit == "hour":  # 24小时内 reaches the next day, two hours ago is today
        return shift_days(day, int(number / 24 + (0.5 if number > 0 else -0.5)))
    days = {"day": 1, "week": 7}[unit] * number
    return shift_days(day, -int(-days // 1) if days > 0 else int(days // 1))


def shift_days(day: date, days: int) -> date:
    moved = day.toordinal() + days
    if not _FIRST_DAY <= moved <= _LAST_DAY:
        raise ImpossibleDateError(_OUTSIDE)
    return date.fromordinal(moved)


def _shift_months(day: date, months: float) -> date:
    whole = int(months)
    moved = month_of(day, whole)
    last = monthrange(moved.year, moved.month)[1]
    return shift_days(moved.replace(day=min(day.day, last)), round((months - whole) * 30))


def month_of(day: date, months: int = 0) -> date:
    """The first day of the month `months` away."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ImpossibleDateError(_OUTSIDE)
    return date(year, month + 1, 1)


def week_of(day: date, weeks: int = 0) -> date:
    """The Monday of the ISO week `weeks` away."""
    return shift_days(day, 7 * weeks - day.weekday())


def quarter_of(day: date, quarters: int = 0) -> tuple[int, int]:
    """Year and quarter (1–4), `quarters` away."""
    years, quarter = divmod((day.month - 1) // 3 + quarters, 4)
    return day.year + years, quarter + 1


def iso_week(year: int, week: int) -> date:
    """The Monday of a numbered ISO week."""
    try:
        return shift_days(date.fromisocalendar(year, week, 1), 0)
    except ValueError:
        raise ImpossibleDateError(f"{year} has no week {week}.") from None
