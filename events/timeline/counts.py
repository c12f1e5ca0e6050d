"""How many events each filter choice would give, the other filters being as they are.

Kind, status, certainty and year come from one grouped query: its groups are few, however many
events there are, and every choice is added up from them. The numbers come from the tallies
(events/models/tally.py) where these can say, else from a count of the events.
"""

import datetime
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from django.db.models import Case, Count, F, Q, SmallIntegerField, Sum, Value, When
from django.db.models.functions import Cast, ExtractYear, NullIf
from django.utils import translation

from dates import PartialDate, display
from events.localization import Words, named
from events.models import AIModel, Event, EventModel, EventOrganization, Organization
from events.models.queryset import EventQuerySet, one_of
from events.models.tally import OPEN_BEGINNING, OPEN_END
from events.timeline.filters import TimelineFilter
from events.timeline.leading import likely_to_lead
from events.timeline.tallies import Tallies, edges, month_of, summary_for, touching_months

GRID = ("kind", "status", "certainty")
DAYS = ("from", "to")
TOP = 8
NEWEST = 5_000  # events over which organizations and models are counted where no tally tells
ENTITIES: tuple[tuple[str, Any, Any], ...] = (
    ("organization", Organization, EventOrganization),
    ("model", AIModel, EventModel),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter field with the number of events it stands for."""

    value: str
    label: Any
    count: int
    chosen: bool
    query: str  # the address that switches it


@dataclass(frozen=True, slots=True)
class Facet:
    name: str
    label: str
    choices: list[Choice]
    newest: int = 0  # counted over so many of the newest events; 0 when over all


class Cell(NamedTuple):
    """Events that agree in everything the counts look at."""

    kind: str
    status: str
    certainty: str
    first_year: int | None
    last_year: int | None
    in_days: bool
    events: int


@dataclass(frozen=True, slots=True)
class Counts:
    total: int
    facets: list[Facet]
    years: list[Choice]


def counts_for(form: TimelineFilter) -> Counts:
    cells = _cells(form)
    total = sum(cell.events for cell in _shown(cells, form))
    vocabularies = (Event.Kind, Event.Status, Event.Certainty)
    facets = [
        _facet(form, name, _tally(cells, form, name), dict(words.choices))
        for name, words in zip(GRID, vocabularies, strict=True)
    ]
    return Counts(total, [*facets, *_entity_facets(form)], _years(cells, form))


def _days(form: TimelineFilter) -> tuple[datetime.date | None, datetime.date | None]:
    start, end = (form.valid_data.get(name) for name in DAYS)
    return start, end


def _cells(form: TimelineFilter) -> list[Cell]:
    aside = (*GRID, *DAYS)
    events = form.apply(form.published(), leave_out=aside).order_by()
    tallies = summary_for(form, leave_out=aside).sorts
    return _counted(form, events) if tallies is None else _tallied(form, events, tallies)


def _counted(form: TimelineFilter, events: EventQuerySet) -> list[Cell]:
    rows = _with_years(events).annotate(
        in_days=Case(When(_in_days(form), then=Value(True)), default=Value(False))
    )
    grouped = rows.values_list(*GRID, "first_year", "last_year", "in_days")
    return [Cell(*row) for row in grouped.annotate(events=Count("pk"))]


def _tallied(form: TimelineFilter, events: EventQuerySet, tallies: Tallies) -> list[Cell]:
    """By months; the few events at the edges that miss the days are taken out again."""
    start, end = _days(form)
    inside = Q(
        last_month__gte=month_of(start) if start else OPEN_BEGINNING,
        first_month__lte=month_of(end) if end else OPEN_END,
    )
    rows = tallies.order_by().annotate(
        first_year=NullIf(F("first_month"), OPEN_BEGINNING) / 12,
        last_year=NullIf(F("last_month"), OPEN_END) / 12,
        in_days=Case(When(inside, then=Value(True)), default=Value(False)),
    )
    sums = rows.values_list(*GRID, "first_year", "last_year", "in_days").annotate(n=Sum("events"))
    cells = [Cell(*row) for row in sums]
    for edge in edges(start, end):
        missing = _with_years(events.filter(edge)).values_list(*GRID, "first_year", "last_year")
        for kind, status, certainty, first, last, n in missing.annotate(n=Count("pk")):
            cells.append(Cell(kind, status, certainty, first, last, in_days=True, events=-n))
            cells.append(Cell(kind, status, certainty, first, last, in_days=False, events=n))
    return cells


def _with_years(events: EventQuerySet) -> Any:
    return events.annotate(
        first_year=Cast(ExtractYear("date_earliest"), SmallIntegerField()),
        last_year=Cast(ExtractYear("date_latest"), SmallIntegerField()),
    )


def _in_days(form: TimelineFilter) -> Q:
    start, end = _days(form)
    inside = Q(pk__isnull=False)
    if start:
        inside &= Q(date_latest__isnull=True) | Q(date_latest__gte=start)
    if end:
        inside &= Q(date_earliest__isnull=True) | Q(date_earliest__lte=end)
    return inside


def _shown(cells: list[Cell], form: TimelineFilter, leave_out: str = "") -> list[Cell]:
    """The cells the reader sees when the field `leave_out` (or "year") does not count."""
    shown = cells if leave_out == "year" else [cell for cell in cells if cell.in_days]
    for place, name in enumerate(GRID):
        if name != leave_out and (wanted := form.valid_data.get(name)):
            shown = [cell for cell in shown if cell[place] in wanted]
    return shown


def _tally(cells: list[Cell], form: TimelineFilter, name: str) -> Counter[str]:
    tally: Counter[str] = Counter()
    place = GRID.index(name)
    for cell in _shown(cells, form, leave_out=name):
        tally[cell[place]] += cell.events  # type: ignore[index]
    return tally


def _facet(form: TimelineFilter, name: str, tally: Counter[str], labels: dict[str, Any]) -> Facet:
    chosen = form.valid_data.get(name) or []
    choices = [
        Choice(value, label, tally[value], value in chosen, form.toggled(name, value))
        for value, label in labels.items()
        if tally[value] or value in chosen
    ]
    if name == "kind":
        choices.sort(key=lambda choice: -choice.count)
    return Facet(name, str(form.fields[name].label), choices)


class Frequent(NamedTuple):
    """Ids of organizations or models with their number of events, and whether they are chosen."""

    rows: list[tuple[int, int, bool]]
    newest: int = 0


def _entity_facets(form: TimelineFilter) -> list[Facet]:
    newest = cache(lambda: _newest(form))  # asked for once, or not at all
    top = {name: _top(form, name, through, newest) for name, _, through in ENTITIES}
    known = _named_entities({name: [pk for pk, _, _ in one.rows] for name, one in top.items()})
    return [
        Facet(
            name,
            str(form.fields[name].label),
            [
                _entity_choice(form, name, known[name, pk], count, chosen)
                for pk, count, chosen in one.rows
            ],
            one.newest,
        )
        for name, one in top.items()
    ]


def _newest(form: TimelineFilter) -> list[int]:
    """The ids of all events the form gives, or of the newest when they are very many."""
    return list(form.events().newest_first().values_list("pk", flat=True)[: NEWEST + 1])


def _top(
    form: TimelineFilter, name: str, through: Any, newest: Callable[[], list[int]]
) -> Frequent:
    """The most frequent organizations or models, after those already chosen."""
    chosen = [entity.pk for entity in form.valid_data.get(name) or []]
    tallies = summary_for(form, leave_out=(name,)).entities.get(name)
    if tallies is not None:
        sums = _tallied_entities(form, name, through, tallies, chosen)
        ranked = sorted(sums, key=lambda pk: (pk not in chosen, -sums[pk], pk))
        return Frequent(
            [(pk, sums[pk], pk in chosen) for pk in ranked[: TOP + len(chosen)] if sums[pk]]
        )
    if chosen:  # the others beside them are counted as if nobody were
        events = form.apply(form.published(), leave_out=(name,)).order_by()
        return Frequent(_counted_entities(through.objects.filter(event__in=events), name, chosen))
    roles = through.objects.filter(one_of("event", newest()[:NEWEST]))
    return Frequent(_counted_entities(roles, name, []), NEWEST if len(newest()) > NEWEST else 0)


def _counted_entities(roles: Any, name: str, chosen: list[int]) -> list[tuple[int, int, bool]]:
    counted = (
        roles.order_by()
        .values(f"{name}_id")
        .annotate(count=Count("event", distinct=True), chosen=Q(**{f"{name}__in": chosen}))
        .order_by("-chosen", "-count", f"{name}_id")
    )
    return list(counted.values_list(f"{name}_id", "count", "chosen")[: TOP + len(chosen)])


def _tallied_entities(
    form: TimelineFilter, name: str, through: Any, tallies: Tallies, chosen: list[int]
) -> Counter[int]:
    """Of the chosen ones and of those that may have most: all would be thousands."""
    start, end = _days(form)
    events = form.apply(form.published(), leave_out=(name,)).order_by()
    likely, _share = likely_to_lead(through, f"{name}_id", [events])
    ids = [*chosen, *likely]
    seen = touching_months(tallies.filter(entity__in=ids), start, end)
    sums = Counter(dict(seen.order_by().values_list("entity_id").annotate(n=Sum("events"))))
    always = form.apply(form.published(), leave_out=(name, *DAYS)).order_by()
    for edge in edges(start, end):
        roles = through.objects.filter(event__in=always.filter(edge)).order_by()
        missing = roles.values_list(f"{name}_id").annotate(n=Count("event", distinct=True))
        sums.subtract(dict(missing.filter(**{f"{name}__in": ids})))
    return sums


def _named_entities(ids: dict[str, list[int]]) -> dict[tuple[str, int], tuple[str, Words]]:
    """The slug and name of each, in one query."""
    parts = [
        entity.objects.filter(pk__in=ids[name])
        .order_by()
        .values_list(Value(name), "pk", "slug", "name", "name_zh")
        for name, entity, _ in ENTITIES
    ]
    rows: Any = parts[0].union(*parts[1:], all=True)
    return {(name, pk): (slug, named(*names)) for name, pk, slug, *names in rows}


def _entity_choice(
    form: TimelineFilter, name: str, entity: tuple[str, Words], count: int, chosen: bool
) -> Choice:
    slug, words = entity
    return Choice(slug, words, count, chosen, form.toggled(name, slug))


def _years(cells: list[Cell], form: TimelineFilter) -> list[Choice]:
    """Every year some event touches, newest first; an event that spans two counts in both."""
    spans: Counter[tuple[int | None, int | None]] = Counter()
    for cell in _shown(cells, form, leave_out="year"):
        spans[cell.first_year, cell.last_year] += cell.events
    known = [year for span in spans for year in span if year]
    tally: Counter[int] = Counter()
    for (first, last), events in spans.items():
        for year in range(first or min(known), (last or max(known)) + 1):
            tally[year] += events
    return [_year_choice(form, year, tally[year]) for year in sorted(tally, reverse=True)]


def _year_choice(form: TimelineFilter, year: int, count: int) -> Choice:
    written = form.parameters()
    chosen = all(written.get(name) == [str(year)] for name in DAYS)
    query = form.query_string(**dict.fromkeys(DAYS, "" if chosen else str(year)))
    label = display(PartialDate.parse(str(year)), translation.get_language() or "en")
    return Choice(str(year), label, count, chosen, query)
