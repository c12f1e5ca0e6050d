"""How many events each filter choice would give, the other filters being as they are.

Kind, status, certainty and year come from one grouped query: its groups are few, however many
events there are, and every choice is added up from them. The numbers come from the tallies
(events/models/tally.py) where these can say, else from a count of the events, or of a part of them
when all are too many (events/timeline/sampling.py).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Case, CharField, Count, F, Q, SmallIntegerField, Sum, Value, When
from django.db.models.functions import Cast, ExtractYear, NullIf
from django.utils import translation

from dates import PartialDate, display
from events.localization import About, MoreThan, Number, Words, named
from events.models import AIModel, Event, EventModel, EventOrganization, Organization
from events.models.queryset import EventQuerySet
from events.models.tally import OPEN_BEGINNING, OPEN_END
from events.timeline.cursor import Page
from events.timeline.filters import TimelineFilter
from events.timeline.leading import likely_to_lead, taking_part
from events.timeline.sampling import number, quickest, thinned
from events.timeline.tallies import Tallies, edges, month_of, summary_for, touching_months

GRID = ("kind", "status", "certainty")
DAYS = ("from", "to")
TOP = 8
TOO_FEW = 10  # read of a part: what they stand for may as well be half or twice as many
ENTITIES: tuple[tuple[str, Any, Any], ...] = (
    ("organization", Organization, EventOrganization),
    ("model", AIModel, EventModel),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter field with the number of events it stands for."""

    value: str
    label: Any
    count: Number
    chosen: bool
    query: str  # the address that switches it


@dataclass(frozen=True, slots=True)
class Facet:
    name: str
    label: str
    choices: list[Choice]


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
class Cells:
    """Of the events a form gives but for kind, status, certainty and days, or of one in `share`."""

    rows: list[Cell]
    share: int = 1

    def shown(self, form: TimelineFilter, leave_out: str = "") -> list[Cell]:
        """Those the reader sees when the field `leave_out` (or "year") does not count."""
        shown = self.rows if leave_out == "year" else [cell for cell in self.rows if cell.in_days]
        for place, name in enumerate(GRID):
            if name != leave_out and (wanted := form.valid_data.get(name)):
                shown = [cell for cell in shown if cell[place] in wanted]
        return shown

    def by(self, form: TimelineFilter, name: str) -> dict[str, Number]:
        """The numbers of the choices of a field."""
        tally: Counter[str] = Counter()
        place = GRID.index(name)
        for cell in self.shown(form, leave_out=name):
            tally[cell[place]] += cell.events  # type: ignore[index]
        return {value: number(events, self.share) for value, events in tally.items()}


@dataclass(frozen=True, slots=True)
class Counts:
    total: Number
    facets: list[Facet]
    years: list[Choice]

    @property
    def estimated(self) -> bool:
        """Some of the numbers come from a part of the events."""
        return any(isinstance(each.count, About) for one in self.facets for each in one.choices)


def counts_for(form: TimelineFilter, page: Page | None = None) -> Counts:
    """`page` is what is shown of the events: it may say how many there are at least."""
    whole, sorts = _cells(form)
    found = sum(cell.events for cell in whole.shown(form))
    total = _total(found, whole.share, form.events(), page)
    vocabularies = (Event.Kind, Event.Status, Event.Certainty)
    facets = [
        _facet(form, name, (whole if name == "kind" else sorts).by(form, name), words.choices)
        for name, words in zip(GRID, vocabularies, strict=True)
    ]
    return Counts(total, [*facets, *_entity_facets(form, total)], _years(whole, form))


def number_of(form: TimelineFilter) -> Number:
    """How many events a form without days gives."""
    tallies = summary_for(form).events
    if tallies is not None:
        return Number(tallies.aggregate(n=Sum("events"))["n"] or 0)
    (read,), share = quickest(thinned([form.events()]))
    return number(read.count(), share)


def counted(events: EventQuerySet, page: Page) -> Number:
    """How many events there are, of which `page` is shown."""
    (read,), share = quickest(thinned([events]))
    return _total(read.count(), share, events, page)


def _total(found: int, share: int, events: EventQuerySet, page: Page | None) -> Number:
    if share == 1 or page is None:
        return number(found, share)
    if not page.events:  # there are none, or it begins behind the last one
        return About(max(found * share, 1)) if events.exists() else Number(0)
    if not page.before and not page.after:
        return Number(len(page.events))
    return MoreThan(len(page.events)) if found < TOO_FEW else About(found * share)


def _cells(form: TimelineFilter) -> tuple[Cells, Cells]:
    """What the total, kinds and years are added up from, and what statuses and certainties are.

    Of one organization or model tallies tell the former, so that these are exact.
    """
    aside = (*GRID, *DAYS)
    events = form.apply(form.published(), leave_out=aside).order_by()
    summary = summary_for(form, leave_out=aside)
    if summary.sorts is not None:
        cells = Cells(_tallied(form, events, summary.sorts))
        return cells, cells
    (read,), share = quickest(thinned([events]))
    counted = Cells(_counted(form, read), share)
    narrowed = form.valid_data.get("status") or form.valid_data.get("certainty")
    if share == 1 or narrowed or summary.events is None:
        return counted, counted
    unknown = Value("", CharField())
    tallies = summary.events.annotate(status=unknown, certainty=unknown)
    return Cells(_tallied(form, events, tallies)), counted


def _counted(form: TimelineFilter, events: EventQuerySet) -> list[Cell]:
    rows = _with_years(events).annotate(
        in_days=Case(When(_in_days(form), then=Value(True)), default=Value(False))
    )
    grouped = rows.values_list(*GRID, "first_year", "last_year", "in_days")
    return [Cell(*row) for row in grouped.annotate(events=Count("pk"))]


def _tallied(form: TimelineFilter, events: EventQuerySet, tallies: Tallies) -> list[Cell]:
    """By months; the few events at the edges that miss the days are taken out again."""
    start, end = form.days
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
    start, end = form.days
    inside = Q(pk__isnull=False)
    if start:
        inside &= Q(date_latest__isnull=True) | Q(date_latest__gte=start)
    if end:
        inside &= Q(date_earliest__isnull=True) | Q(date_earliest__lte=end)
    return inside


def _facet(
    form: TimelineFilter, name: str, tally: dict[str, Number], words: Iterable[tuple[str, Any]]
) -> Facet:
    chosen = form.valid_data.get(name) or []
    choices = [
        Choice(
            value, label, tally.get(value, Number(0)), value in chosen, form.toggled(name, value)
        )
        for value, label in words
        if tally.get(value) or value in chosen
    ]
    if name == "kind":
        choices.sort(key=lambda choice: -choice.count)
    return Facet(name, str(form.fields[name].label), choices)


class Frequent(NamedTuple):
    """An organization or model with its number of events."""

    pk: int
    events: Number
    chosen: bool


def _entity_facets(form: TimelineFilter, total: Number) -> list[Facet]:
    top = {name: _top(form, name, through, total) for name, _, through in ENTITIES}
    known = _named_entities({name: [one.pk for one in rows] for name, rows in top.items()})
    return [
        Facet(
            name,
            str(form.fields[name].label),
            [_entity_choice(form, name, known[name, one.pk], one) for one in rows],
        )
        for name, rows in top.items()
    ]


def _top(form: TimelineFilter, name: str, through: Any, total: Number) -> list[Frequent]:
    """The most frequent organizations or models, after those already chosen."""
    chosen = [entity.pk for entity in form.valid_data.get(name) or []]
    tallies = summary_for(form, leave_out=(name,)).entities.get(name)
    if tallies is not None:
        sums, share = _tallied_entities(form, name, through, tallies, chosen), 1
    else:
        # The others beside those chosen are counted as if nobody were.
        events = form.apply(form.published(), leave_out=(name,)).order_by()
        (read,), share = quickest(taking_part(through, events))
        sums = _counted_entities(read, name, chosen)
    counts = {pk: number(events, share) for pk, events in sums.items() if events}
    if len(chosen) == 1 and total:
        counts[chosen[0]] = total
    ranked = sorted(counts, key=lambda pk: (pk not in chosen, -counts[pk], pk))
    return [Frequent(pk, counts[pk], pk in chosen) for pk in ranked[: TOP + len(chosen)]]


def _counted_entities(roles: Any, name: str, chosen: list[int]) -> Counter[int]:
    counted = (
        roles.order_by()
        .values(f"{name}_id")
        .annotate(count=Count("event", distinct=True), chosen=Q(**{f"{name}__in": chosen}))
        .order_by("-chosen", "-count", f"{name}_id")
    )
    rows = counted.values_list(f"{name}_id", "count", "chosen")[: TOP + len(chosen)]
    return Counter({pk: count for pk, count, _chosen in rows})


def _tallied_entities(
    form: TimelineFilter, name: str, through: Any, tallies: Tallies, chosen: list[int]
) -> Counter[int]:
    """Of the chosen ones and of those that may have most: all would be thousands."""
    start, end = form.days
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
    form: TimelineFilter, name: str, entity: tuple[str, Words], one: Frequent
) -> Choice:
    slug, words = entity
    return Choice(slug, words, one.events, one.chosen, form.toggled(name, slug))


def _years(cells: Cells, form: TimelineFilter) -> list[Choice]:
    """Every year some event touches, newest first; an event that spans two counts in both."""
    spans: Counter[tuple[int | None, int | None]] = Counter()
    for cell in cells.shown(form, leave_out="year"):
        spans[cell.first_year, cell.last_year] += cell.events
    known = [year for span in spans for year in span if year]
    tally: Counter[int] = Counter()
    for (first, last), events in spans.items():
        for year in range(first or min(known), (last or max(known)) + 1):
            tally[year] += events
    return [
        _year_choice(form, year, number(tally[year], cells.share))
        for year in sorted(tally, reverse=True)
    ]


def _year_choice(form: TimelineFilter, year: int, count: Number) -> Choice:
    written = form.parameters()
    chosen = all(written.get(name) == [str(year)] for name in DAYS)
    query = form.query_string(**dict.fromkeys(DAYS, "" if chosen else str(year)))
    label = display(PartialDate.parse(str(year)), translation.get_language() or "en")
    return Choice(str(year), label, count, chosen, query)
