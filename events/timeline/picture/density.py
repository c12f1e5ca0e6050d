"""How many events stand in each period, and how many more may."""

import datetime
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    Case,
    CharField,
    Count,
    DateField,
    F,
    FloatField,
    Func,
    IntegerField,
    SmallIntegerField,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce

from events.models.queryset import EventQuerySet
from events.timeline.picture.groups import GROUP_OF, GROUPS
from events.timeline.picture.periods import Step
from events.timeline.picture.window import ONE, Window
from events.timeline.tallies import Tallies

A_MONTH = 30.44  # days
Key = str | int | None  # of a lane: a group of kinds, the id of an organization or model


class Cell(NamedTuple):
    """Events of one lane and group that touch the same periods.

    Periods are counted from 1; 0 lies before the first, one more than there are after the last.
    `a_day` is how many of these events fall on one day, if every day they may fall on is as good
    as another; 0 when an end is open. When only one event in so many was counted, `one_in` says so
    and the numbers are what they stand for.
    """

    lane: Key
    group: str
    first: int
    last: int
    events: int
    a_day: float
    one_in: int = 1


@dataclass(slots=True)
class Bar:
    period: Window
    inside: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    perhaps: float = 0.0  # expected number of those that are only known more widely
    estimated: bool = False

    @property
    def events(self) -> int:
        return sum(self.inside.values())

    @property
    def height(self) -> float:
        return self.events + self.perhaps


def periods_of(window: Window, step: Step) -> list[Window]:
    return list(step.periods(window))


def bars_of(cells: Iterable[Cell], periods: Sequence[Window]) -> list[Bar]:
    bars = [Bar(period) for period in periods]
    for cell in cells:
        if cell.first == cell.last and 1 <= cell.first <= len(bars):
            bar = bars[cell.first - 1]
            bar.inside[cell.group] += cell.events
            bar.estimated |= cell.one_in > 1
        else:
            _spread(cell, bars)
    return [bar for bar in bars if bar.height]


def _spread(cell: Cell, bars: Sequence[Bar]) -> None:
    """Over the periods it may lie in, in equal parts; what may lie beyond them stays out."""
    touched = bars[max(cell.first, 1) - 1 : cell.last]
    within = cell.first >= 1 and cell.last <= len(bars)
    for bar in touched:
        bar.perhaps += cell.events / len(touched) if within else cell.a_day * bar.period.days
        bar.estimated |= cell.one_in > 1


def cell_of(
    lane: Key,
    kind: str,
    earliest: datetime.date | None,
    latest: datetime.date | None,
    starts: Sequence[datetime.date],
) -> Cell:
    """The cell of a single event; `starts` as `starts_of` gives them."""
    first = bisect_right(starts, earliest) if earliest else 0
    last = bisect_right(starts, latest) if latest else len(starts)
    a_day = 1 / ((latest - earliest).days + 1) if earliest and latest else 0.0
    return Cell(lane, GROUP_OF[kind], first, last, 1, a_day)


def starts_of(periods: Sequence[Window]) -> list[datetime.date]:
    return [*(period.first for period in periods), periods[-1].last + ONE]


def counted(
    parts: Iterable[EventQuerySet],
    starts: Sequence[datetime.date],
    lane: str = "",
    share: int = 1,
) -> list[Cell]:
    """The cells of all events of the parts, where these hold one event in `share`.

    `lane` is a lookup of an entity's id.
    """
    bounds = Value(list(starts), output_field=ArrayField(DateField()))
    cells = []
    for events in parts:
        rows = _grouped(
            events.order_by().annotate(
                first_period=Coalesce(_bucket("date_earliest", bounds), 0),
                last_period=Coalesce(_bucket("date_latest", bounds), len(starts)),
            ),
            lane,
        )
        # In a lane an event stands once for each role; else rows are counted, from indexes alone.
        number = Count("pk", distinct=True) if lane else Count("*")
        sums = rows.annotate(n=number, a_day=Sum(1 / _length("date_latest", "date_earliest")))
        cells += _cells(sums, lane, share)
    return cells


def tallied(tallies: Tallies, starts: Sequence[datetime.date], lane: str = "") -> list[Cell]:
    """The same from tallies, for periods of whole months."""
    months = [start.year * 12 + start.month - 1 for start in starts]
    bounds = Value(months, output_field=ArrayField(SmallIntegerField()))
    rows = _grouped(
        tallies.filter(first_month__lt=months[-1], last_month__gte=months[0])
        .order_by()
        .annotate(
            first_period=_bucket("first_month", bounds), last_period=_bucket("last_month", bounds)
        ),
        lane,
    )
    a_day = Sum(F("events") / _length("last_month", "first_month")) / A_MONTH
    return _cells(rows.annotate(n=Sum("events"), a_day=a_day).exclude(n=0), lane)


_GROUP = Case(
    *(When(kind__in=kinds, then=Value(group)) for group, (_words, kinds) in GROUPS.items()),
    output_field=CharField(),
)


def _grouped(rows: Any, lane: str) -> Any:
    """By kind, of which there are few; in lanes by groups, which are a third of the rows."""
    if lane:
        return rows.annotate(group=_GROUP).values_list(lane, "group", "first_period", "last_period")
    return rows.values_list("kind", "first_period", "last_period")


def _cells(rows: Any, lane: str, share: int = 1) -> list[Cell]:
    return [
        Cell(
            row[0] if lane else None,
            row[-5] if lane else GROUP_OF[row[-5]],
            first,
            last,
            events * share,
            (a_day or 0.0) * share,
            share,
        )
        for row in rows
        for first, last, events, a_day in [row[-4:]]
    ]


def _bucket(column: str, bounds: Value) -> Func:
    return Func(F(column), bounds, function="WIDTH_BUCKET", output_field=IntegerField())


def _length(last: str, first: str) -> Any:
    """Of days or months, both included; not as a numeric, which takes three times as long."""
    between = Func(
        F(last),
        F(first),
        template="(%(expressions)s)",
        arg_joiner=" - ",
        output_field=IntegerField(),
    )
    return Cast(between + 1, FloatField())
