"""A chain as a chart: one strip a statement on a shared scale, everything in per cent of its width.

Per cent, because a strip is as wide as the page leaves room for and its text stays readable: the
templates set `x="12.5%"`, and nothing is stretched.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import pgettext

from dates import PartialDate
from events.slippage.chain import Chain, Outcome, Statement, Turn
from events.slippage.lateness import Ending

EDGE = 3.0  # per cent left free on both sides
LEAST = 6  # days that the scale spans
TICKS = 5  # with words; more would not fit a phone
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)
_DAYS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Span:
    """From `x` on, `width` wide; whether it goes on beyond an end of the chart."""

    x: float
    width: float
    from_before: bool
    goes_on: bool

    @property
    def end(self) -> float:
        return round(self.x + self.width, 2)

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 2)


@dataclass(frozen=True, slots=True)
class Line:
    x1: float
    x2: float


@dataclass(frozen=True, slots=True)
class Strip:
    """What one statement looks like."""

    at: Span | None
    promised: Span | None
    stem: Line | None  # from the day it was said to the days it names
    late: Line | None  # from the last day promised to the day it came


@dataclass(frozen=True, slots=True)
class Row:
    statement: Statement
    strip: Strip


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A promise whose days have passed: the line from the last of them to today."""

    outcome: Outcome
    line: Line


@dataclass(frozen=True, slots=True)
class Chart:
    """A chain drawn: rows in its order, then what is overdue; the scale, and today on it."""

    chain: Chain
    rows: list[Row]
    waiting: list[Waiting]
    ticks: list[Tick]
    today: float | None
    shortened: bool = False  # there are older promises that it does not tell


@dataclass(frozen=True, slots=True)
class Scale:
    first: datetime.date
    last: datetime.date

    def x(self, day: datetime.date) -> float:
        """The beginning of a day, in per cent of the width."""
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return round(EDGE + (100 - 2 * EDGE) * min(max(share, 0.0), 1.0), 2)

    def span(self, date: PartialDate) -> Span:
        before = date.earliest is None or date.earliest < self.first
        beyond = date.latest is None or date.latest > self.last
        start = 0.0 if before else self.x(date.earliest or self.first)
        end = 100.0 if beyond else self.x((date.latest or self.last) + datetime.timedelta(1))
        return Span(start, round(max(end - start, 0.0), 2), before, beyond)


def drawn(chain: Chain) -> Chart:
    overdue = [one for one in chain.outcomes if one.lateness.ending is Ending.OVERDUE]
    today = chain.today
    scale = _scale(chain, today if overdue else None)
    return Chart(
        chain,
        [Row(one, _strip(one, scale, chain.outcomes)) for one in chain.statements],
        [Waiting(one, _overdue(one, scale, today)) for one in overdue],
        list(_ticks(scale)),
        scale.x(today) if scale.first <= today <= scale.last else None,
    )


def _scale(chain: Chain, today: datetime.date | None) -> Scale:
    """From the first to the last day that something is known to touch.

    A window that begins long before the first statement does not stretch the scale; it is cut.
    """
    days = [day for one in chain.statements for day in _known_days(one)]
    days += [today] if today else []
    first, last = min(days, default=datetime.date.min), max(days, default=datetime.date.max)
    lack = max(LEAST - (last - first).days, 0)
    return Scale(first - datetime.timedelta(lack // 2), last + datetime.timedelta(1 + lack // 2))


def _known_days(statement: Statement) -> Iterator[datetime.date]:
    at, promised = statement.at, statement.promised
    if at and (day := at.latest or at.earliest):
        yield day
        if at.earliest and (day - at.earliest).days <= 31:
            yield at.earliest
    if promised:
        yield from (day for day in (promised.earliest, promised.latest) if day)


def _strip(statement: Statement, scale: Scale, outcomes: Iterable[Outcome]) -> Strip:
    at = scale.span(statement.at) if statement.at else None
    promised = scale.span(statement.promised) if statement.promised else None
    stem = None
    if at and promised:
        ends = (at.end, promised.x) if promised.x > at.end else (promised.end, at.x)
        stem = Line(*ends) if ends[0] < ends[1] else None
    return Strip(at, promised, stem, _late(statement, scale, outcomes))


def _late(statement: Statement, scale: Scale, outcomes: Iterable[Outcome]) -> Line | None:
    if statement.turn is not Turn.HAPPENED or not (at := statement.at) or not at.earliest:
        return None
    for outcome in outcomes:
        promised = outcome.promised
        if outcome.came == at and promised and promised.latest and promised.latest < at.earliest:
            return Line(scale.span(promised).end, scale.x(at.earliest))
    return None


def _overdue(outcome: Outcome, scale: Scale, today: datetime.date) -> Line:
    last = outcome.last and outcome.last.latest
    return Line(scale.x(last or today), scale.x(today))


def _ticks(scale: Scale) -> Iterator[Tick]:
    days = (scale.last - scale.first).days
    if days <= TICKS * _DAYS[-1]:
        step = next((step for step in _DAYS if days / step <= TICKS), _DAYS[-1])
        words = pgettext("a day on a chart, as Django formats dates", "j M")
        found = [scale.first + datetime.timedelta(n) for n in range(0, days + 1, step)]
    else:
        step = next((step for step in _MONTHS if days / 30.44 / step <= TICKS), _MONTHS[-1])
        words = pgettext("a month on a chart, as Django formats dates", "M Y")
        if step >= 12:
            words = pgettext("a year on a chart, as Django formats dates", "Y")
        found = list(_months(scale, step))
    for day in found:
        yield Tick(scale.x(day), date_format(day, words))


def _months(scale: Scale, step: int) -> Iterator[datetime.date]:
    first = scale.first.year * 12 + scale.first.month - 1
    last = scale.last.year * 12 + scale.last.month - 1
    for month in range(first - first % step, last + 1, step):
        day = datetime.date(month // 12, month % 12 + 1, 1)
        if day >= scale.first:
            yield day
