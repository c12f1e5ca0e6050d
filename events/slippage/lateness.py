"""How far what came lies from what was promised, as honest as the dates are. Plain Python.

A promise for a window is kept up to the last day of the window, so days late are counted from
there; when what came is only known as a window, they are a range.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import ngettext

from dates import PartialDate


class Ending(StrEnum):
    """How a promise ended, or that it has not."""

    KEPT = "kept"
    EARLY = "early"
    LATE = "late"
    PERHAPS_LATE = "perhaps_late"
    CAME = "came"  # no day had been promised, or it is not known when it came
    CANCELLED = "cancelled"
    REPLACED = "replaced"  # by another plan
    OVERDUE = "overdue"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Days:
    """A number of days that is known to lie between two."""

    at_least: int
    at_most: int


@dataclass(frozen=True, slots=True)
class Lateness:
    ending: Ending
    days: Days | None = None


def lateness_of(promised: PartialDate | None, came: PartialDate | None) -> Lateness:
    """How late something came that was promised for `promised`."""
    if not (promised and promised.latest and came and came.latest):
        return Lateness(Ending.CAME)
    first = came.earliest or datetime.date.min
    if first > promised.latest:
        late = Days((first - promised.latest).days, (came.latest - promised.latest).days)
        return Lateness(Ending.LATE, late)
    if promised.earliest and came.latest < promised.earliest:
        early = Days((promised.earliest - came.latest).days, (promised.earliest - first).days)
        return Lateness(Ending.EARLY, early)
    if came.latest > promised.latest:
        return Lateness(Ending.PERHAPS_LATE, Days(0, (came.latest - promised.latest).days))
    return Lateness(Ending.KEPT)


def waiting_for(promised: PartialDate | None, today: datetime.date) -> Lateness:
    """How long something is overdue that has not come; `at_most` counts from its first day."""
    if not (promised and promised.latest) or promised.latest >= today:
        return Lateness(Ending.OPEN)
    first = promised.earliest or promised.latest
    return Lateness(Ending.OVERDUE, Days((today - promised.latest).days, (today - first).days))


@dataclass(frozen=True, slots=True)
class _Unit:
    days: float
    begins: int  # the number of days from which on it is counted in this unit
    count: Callable[[int], str]
    span: Callable[[int], str]  # “%(low)s to %(high)s weeks”, of the higher number
    up_to: Callable[[int], str]


_UNITS = (
    _Unit(
        365.25,
        731,
        lambda n: ngettext("%(n)s year", "%(n)s years", n),
        lambda n: ngettext("%(low)s to %(high)s year", "%(low)s to %(high)s years", n),
        lambda n: ngettext("up to %(n)s year", "up to %(n)s years", n),
    ),
    _Unit(
        30.44,
        92,
        lambda n: ngettext("%(n)s month", "%(n)s months", n),
        lambda n: ngettext("%(low)s to %(high)s month", "%(low)s to %(high)s months", n),
        lambda n: ngettext("up to %(n)s month", "up to %(n)s months", n),
    ),
    _Unit(
        7,
        14,
        lambda n: ngettext("%(n)s week", "%(n)s weeks", n),
        lambda n: ngettext("%(low)s to %(high)s week", "%(low)s to %(high)s weeks", n),
        lambda n: ngettext("up to %(n)s week", "up to %(n)s weeks", n),
    ),
    _Unit(
        1,
        0,
        lambda n: ngettext("%(n)s day", "%(n)s days", n),
        lambda n: ngettext("%(low)s to %(high)s day", "%(low)s to %(high)s days", n),
        lambda n: ngettext("up to %(n)s day", "up to %(n)s days", n),
    ),
)


def in_words(days: Days) -> str:
    """“3 weeks”, “2 to 5 weeks”, “up to 4 days”: no finer than such a number deserves."""
    unit = next(unit for unit in _UNITS if days.at_most >= unit.begins)
    low, high = round(days.at_least / unit.days), round(days.at_most / unit.days)
    if low == high:
        return unit.count(high) % {"n": high}
    if not low:
        return unit.up_to(high) % {"n": high}
    return unit.span(high) % {"low": low, "high": high}
