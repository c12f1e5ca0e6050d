"""How many events there are, when and of which kind: counted by the database, laid out here."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F

from dates import PartialDate
from events.models.queryset import EventQuerySet
from events.models.vocabulary import EventKind, Status

MOST_YEARS = 12  # with a row of their own; what lies before is one number
STEP, HEIGHT = 6, 16  # of the bars of a year, in the units of their drawing
MONTHS = 12
UNDATED = (0, 0)

Month = tuple[int, int]  # year and month; month 0 when only the year is known


@dataclass(frozen=True, slots=True)
class Bar:
    """One month's events; `x`, `y` and `height` are places in a drawing HEIGHT high."""

    x: int
    y: int
    height: int
    open: bool  # the month is not known


@dataclass(frozen=True, slots=True)
class Year:
    number: int
    events: int
    bars: list[Bar]

    @property
    def date(self) -> PartialDate:
        return PartialDate.parse(f"{self.number:04}")


@dataclass(frozen=True, slots=True)
class Years:
    """Newest first; `earlier` events lie before those listed."""

    total: int
    rows: list[Year]
    earlier: int
    span: str  # the first and the last of all years, as in “2023–2025”

    @property
    def before(self) -> int:
        """The year before the first of the rows."""
        return self.rows[-1].number - 1


@dataclass(frozen=True, slots=True)
class Kind:
    value: str
    label: Any
    events: int
    share: int  # of the most frequent kind, in hundredths


@dataclass(frozen=True, slots=True)
class Kinds:
    """Most frequent first; and how many events have which status."""

    rows: list[Kind]
    statuses: dict[str, int]

    @property
    def planned(self) -> int:
        return self.statuses.get(Status.PLANNED, 0)


def years_of(events: EventQuerySet) -> Years:
    """Counted from the index of the timeline alone, however many events there are."""
    rows = (
        events.order_by()
        .annotate(month=F("timeline_position") / 100)
        .values_list("month")
        .annotate(events=Count("pk"))
    )
    return years_from({divmod(month or 0, 100): count for month, count in rows})


def years_from(months: Mapping[Month, int]) -> Years:
    dated = {month: events for month, events in months.items() if month != UNDATED}
    rows = _years(dated)
    return Years(
        total=sum(months.values()),
        rows=rows[:MOST_YEARS],
        earlier=sum(year.events for year in rows[MOST_YEARS:]),
        span=_span([row.number for row in rows]),
    )


def _years(months: Mapping[Month, int]) -> list[Year]:
    most = max(months.values(), default=0)
    by_year: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for (year, month), events in months.items():
        by_year[year].append((month, events))
    return [
        Year(year, sum(events for _, events in rows), [_bar(*row, most) for row in sorted(rows)])
        for year, rows in sorted(by_year.items(), reverse=True)
    ]


def tall(events: int, most: int) -> int:
    """How high a bar is drawn beside the highest one."""
    return max(2, round(HEIGHT * events / most))


def _span(years: list[int]) -> str:
    ends = dict.fromkeys((*years[-1:], *years[:1]))
    return "–".join(f"{year:04}" for year in ends)


def _bar(month: int, events: int, most: int) -> Bar:
    height = tall(events, most)
    place = month - 1 if month else MONTHS
    return Bar(place * STEP + 1, HEIGHT - height, height, open=not month)


def kinds_of(events: EventQuerySet) -> Kinds:
    rows = events.order_by().values_list("kind", "status").annotate(events=Count("pk"))
    return kinds_from({(kind, status): count for kind, status, count in rows})


def kinds_from(counts: Mapping[tuple[str, str], int]) -> Kinds:
    """From numbers of events by kind and status."""
    kinds: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    for (kind, status), count in counts.items():
        kinds[kind] += count
        statuses[status] += count
    return Kinds(_kinds(kinds), dict(statuses))


def years_and_kinds_by(column: str, events: EventQuerySet) -> dict[int, tuple[Years, Kinds]]:
    """By the values of a column of those who take part: every event is looked at once."""
    rows = (
        events.order_by()
        .annotate(month=F("timeline_position") / 100)
        .values_list(column, "month", "kind", "status")
        .annotate(events=Count("pk", distinct=True))
    )
    months: defaultdict[int, Counter[Month]] = defaultdict(Counter)
    kinds: defaultdict[int, Counter[tuple[str, str]]] = defaultdict(Counter)
    for whose, month, kind, status, count in rows:
        months[whose][divmod(month or 0, 100)] += count
        kinds[whose][kind, status] += count
    return {whose: (years_from(months[whose]), kinds_from(kinds[whose])) for whose in months}


def _kinds(tally: Counter[str]) -> list[Kind]:
    labels: dict[str, Any] = dict(EventKind.choices)
    most = max(tally.values(), default=0)
    return [
        Kind(kind, labels[kind], events, max(1, round(100 * events / most)))
        for kind, events in tally.most_common()
    ]
