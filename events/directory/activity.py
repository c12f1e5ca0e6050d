"""How many events there are, when and of which kind: counted by the database, laid out here."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Q, Sum, Value, When
from django.db.models.functions import Mod

from dates import PartialDate
from events.localization import Number
from events.models.event import timeline_position
from events.models.queryset import EntityQuerySet, EventQuerySet
from events.models.tally import OPEN_BEGINNING, OPEN_END
from events.models.vocabulary import EventKind, Status
from events.timeline.sampling import number, quickest, thinned
from events.timeline.tallies import ENTITIES, Tallies

MOST_YEARS = 12  # with a row of their own; what lies before is one number
STEP, HEIGHT = 6, 16  # of the bars of a year, in the units of their drawing
MONTHS = 12
UNDATED = (0, 0)
MANY = {"organization": "organizations", "model": "models", "person": "people"}

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
    events: Number
    bars: list[Bar]

    @property
    def date(self) -> PartialDate:
        return PartialDate.parse(f"{self.number:04}")


@dataclass(frozen=True, slots=True)
class Years:
    """Newest first; `earlier` events lie before those listed."""

    total: Number
    rows: list[Year]
    earlier: Number
    span: str  # the first and the last of all years, as in “2023–2025”

    @property
    def before(self) -> int:
        """The year before the first of the rows."""
        return self.rows[-1].number - 1


@dataclass(frozen=True, slots=True)
class Kind:
    value: str
    label: Any
    events: Number
    share: int  # of the most frequent kind, in hundredths


@dataclass(frozen=True, slots=True)
class Kinds:
    """Most frequent first; and how many events have which status."""

    rows: list[Kind]
    statuses: dict[str, Number]

    @property
    def planned(self) -> Number:
        return self.statuses.get(Status.PLANNED, Number(0))


# Year and month as the timeline has them, of a tally: see events.models.event.timeline_position.
_YEAR = Case(
    When(first_month__gt=OPEN_BEGINNING, then=F("first_month") / 12),
    When(last_month__lt=OPEN_END, then=F("last_month") / 12),
    default=Value(0),
    output_field=IntegerField(),
)
_MONTH = Case(
    When(
        Q(first_month__gt=OPEN_BEGINNING)
        & (Q(last_month=F("first_month")) | Q(last_month=OPEN_END)),
        then=Mod("first_month", Value(12)) + 1,
    ),
    default=Value(0),
    output_field=IntegerField(),
)


def tallies_of(
    field: str, published: EventQuerySet, ids: Collection[int] | None = None
) -> Tallies | None:
    """Of the events of all or some organizations or models; None where tallies cannot say."""
    if published.day or field not in ENTITIES:
        return None
    tallies: Tallies = ENTITIES[field].objects.order_by()
    return tallies if ids is None else tallies.filter(entity__in=ids)


def active(entities: EntityQuerySet, field: str, published: EventQuerySet) -> EntityQuerySet:
    """Those that take part in some of the published events."""
    tallies = tallies_of(field, published)
    if tallies is None:
        return entities.with_events(published.day)
    sums = tallies.values("entity").annotate(n=Sum("events")).filter(n__gt=0)
    return entities.filter(pk__in=sums.values("entity"))


def years_of_entity(field: str, entity: int, published: EventQuerySet) -> Years | None:
    """From the tallies, or None where they cannot say."""
    tallies = tallies_of(field, published, [entity])
    if tallies is None:
        return None
    rows = tallies.annotate(year=_YEAR, month=_MONTH).values_list("year", "month")
    summed = rows.annotate(n=Sum("events")).exclude(n=0)
    return years_from({(year, month): n for year, month, n in summed})


def years_by_entity(
    field: str, ids: Collection[int], published: EventQuerySet
) -> dict[int, dict[int, int]]:
    """Numbers of events by year, of each organization, model or person; year 0 is not known."""
    tallies = tallies_of(field, published, ids)
    if tallies is None:
        many = MANY[field]
        events = published.filter(**{f"{many}__in": ids}).order_by()
        counted = events.annotate(year=F("timeline_position") / 10_000).values_list(many, "year")
        rows = counted.annotate(n=Count("pk", distinct=True))
    else:
        rows = tallies.annotate(year=_YEAR).values_list("entity_id", "year")
        rows = rows.annotate(n=Sum("events")).exclude(n=0)
    found: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for entity, year, n in rows:
        found[entity][year or 0] = n
    return found


def years_of(events: EventQuerySet) -> Years:
    """Counted from the index of the timeline alone, or of a part of very many events."""
    (read,), share = quickest(thinned([events]))
    rows = read.annotate(month=F("timeline_position") / 100).values_list("month")
    counts = rows.annotate(events=Count("pk"))
    return years_from({divmod(month or 0, 100): count for month, count in counts}, share)


def years_from(months: Mapping[Month, int], share: int = 1) -> Years:
    """From numbers of events, or of one in `share`, by month."""
    dated = {month: events for month, events in months.items() if month != UNDATED}
    rows = _years(dated, share)
    return Years(
        total=number(sum(months.values()), share),
        rows=rows[:MOST_YEARS],
        earlier=number(sum(row.events for row in rows[MOST_YEARS:]) // share, share),
        span=_span([row.number for row in rows]),
    )


def _years(months: Mapping[Month, int], share: int) -> list[Year]:
    most = max(months.values(), default=0)
    by_year: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for (year, month), events in months.items():
        by_year[year].append((month, events))
    return [
        Year(
            year,
            number(sum(events for _, events in rows), share),
            [_bar(*row, most) for row in sorted(rows)],
        )
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


def kinds_from(counts: Mapping[tuple[str, str], int], share: int = 1) -> Kinds:
    """From numbers of events, or of one in `share`, by kind and status."""
    kinds: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    for (kind, status), count in counts.items():
        kinds[kind] += count
        statuses[status] += count
    known = {status: number(count, share) for status, count in statuses.items()}
    return Kinds(_kinds(kinds, share), known)


def months_and_kinds(events: EventQuerySet, most: float) -> tuple[Years, Kinds]:
    """Every event is looked at once, or a part of them when all would cost more than `most`."""
    (read,), share = quickest(thinned([events]), most=most)
    months, kinds = _counted(read)
    return years_from(months, share), kinds_from(kinds, share)


def months_and_kinds_tallied(
    tallies: Tallies, besides: Iterable[EventQuerySet]
) -> tuple[Years, Kinds]:
    """The same from tallies, but for the events `besides`."""
    months: Counter[Month] = Counter()
    kinds: Counter[tuple[str, str]] = Counter()
    rows = (
        tallies.order_by().annotate(year=_YEAR, month=_MONTH).values_list("year", "month", "kind")
    )
    for year, month, kind, count in rows.annotate(n=Sum("events")):
        months[year, month] += count
        kinds[kind, ""] += count
    for events in besides:
        fewer_months, fewer_kinds = _counted(events)
        months.subtract(fewer_months)
        kinds.subtract(fewer_kinds)
    return years_from(+months), kinds_from(+kinds)


def _counted(events: EventQuerySet) -> tuple[Counter[Month], Counter[tuple[str, str]]]:
    months: Counter[Month] = Counter()
    kinds: Counter[tuple[str, str]] = Counter()
    # Out of the dates, because an index has them beside kind and status.
    rows = events.order_by().annotate(month=timeline_position() / 100)
    grouped = rows.values_list("month", "kind").annotate(n=Count("pk"))
    for month, kind, count in grouped:
        months[divmod(month or 0, 100)] += count
        kinds[kind, ""] += count
    return months, kinds


def _kinds(tally: Counter[str], share: int) -> list[Kind]:
    labels: dict[str, Any] = dict(EventKind.choices)
    most = max(tally.values(), default=0)
    return [
        Kind(kind, labels[kind], number(events, share), max(1, round(100 * events / most)))
        for kind, events in tally.most_common()
    ]
