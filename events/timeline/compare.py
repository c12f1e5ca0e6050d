"""Two to five organizations, models or people side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import Count, Q
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from dates import PartialDate
from events.directory.activity import Kinds, Years, months_and_kinds, months_and_kinds_tallied
from events.directory.company import FIELDS, field_of
from events.localization import Number
from events.models import AIModel, Event, Organization
from events.models.entity import Entity
from events.models.queryset import EventQuerySet
from events.models.vocabulary import EventKind, Status
from events.slippage.record import record_of
from events.timeline.cursor import end_of
from events.timeline.filters import TimelineFilter
from events.timeline.sampling import QUICK, number, quickest, thinned
from events.timeline.tallies import Tallies, edges, summary_for, touching_months

FEWEST, MOST = 2, 5
MOST_SLUGS = 20  # of an address are looked at
MOST_FOUND = 8
LETTERS = "ABCDE"
PROMISES = (Status.PLANNED, Status.DELAYED, Status.CANCELLED)
OUTCOMES = {
    "promises": _("Promises on record"),
    "in_time": _("came in time"),
    "late": _("came late"),
    "perhaps_late": _("came perhaps late"),
    "overdue": _("overdue"),
    "cancelled": _("cancelled"),
    "open": _("still open"),
}


class CompareForm(TimelineFilter):
    """The timeline's filter; the organizations, models or people in it are the lanes."""

    together = forms.BooleanField(
        label=_("Only events that all of them take part in"), required=False
    )


class AddForm(forms.Form):
    """Who else to compare: a name in any language, or a slug."""

    add = forms.CharField(label=_("Add"), required=False, max_length=200)


@dataclass(frozen=True, slots=True)
class Lanes:
    """Who is compared: all of them organizations, or models, or people."""

    field: str
    entities: list[Any]
    unknown: list[str]
    left_out: list[Entity]  # one too many, or of another sort

    def data(self, asked: QueryDict) -> QueryDict:
        """The same question with nothing in it that is not known."""
        data = asked.copy()
        for name in FIELDS:
            data.pop(name, None)
        data.setlist(self.field, [entity.slug for entity in self.entities])
        return data


def lanes_asked(asked: QueryDict) -> Lanes:
    found: dict[str, list[Entity]] = {}
    unknown: list[str] = []
    for name, (model, _through) in FIELDS.items():
        slugs = [slug for slug in dict.fromkeys(asked.getlist(name)[:MOST_SLUGS]) if slug]
        known = _by_slug(model, slugs) if slugs else {}
        found[name] = list(dict.fromkeys(known[slug] for slug in slugs if slug in known))
        unknown += [slug for slug in slugs if slug not in known]
    chosen = max(found, key=lambda name: len(found[name]))  # the first of those as many
    others = [entity for name, rows in found.items() if name != chosen for entity in rows]
    rows = found[chosen]
    return Lanes(chosen, rows[:MOST], unknown, rows[MOST:] + others)


def _by_slug(model: type[Entity], slugs: Iterable[str]) -> dict[str, Entity]:
    plain = [slug for slug in slugs if "\0" not in slug]
    rows = model.objects.filter(slug__in=plain).select_related("merged_into")
    return {row.slug: row.merged_into or row for row in rows.defer("search", "merged_into__search")}


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody whom words may mean."""

    field: str
    entity: Entity


def find(words: str, lanes: Lanes) -> list[Found]:
    """Whom `words` name: exactly, when anybody is called so, else whoever a search finds."""
    names = [lanes.field] if lanes.entities else list(FIELDS)
    exact = [Found(name, row) for name in names for row in _called(FIELDS[name][0], words)]
    if exact:
        return exact
    searched = [
        Found(name, row)
        for name in names
        for row in FIELDS[name][0].objects.current().with_events().search(words)[:MOST_FOUND]
    ]
    return searched[:MOST_FOUND]


def _called(model: Any, words: str) -> list[Entity]:
    called = Q(slug=words.lower()) | Q(name__iexact=words) | Q(name_zh__iexact=words)
    also = Q(pk__in=model.objects.filter(aliases__text__iexact=words).values("pk"))
    rows = model.objects.current().filter(called | also).defer("search")
    return list(rows.order_by("pk")[:MOST_FOUND])


@dataclass(frozen=True, slots=True)
class Lane:
    """One of those compared, with the numbers of its events."""

    letter: str
    entity: Any
    years: Years
    kinds: Kinds
    first: Event | None
    last: Event | None
    models: list[AIModel]

    @property
    def total(self) -> Number:
        return self.years.total


@dataclass(frozen=True, slots=True)
class Cell:
    events: Number
    share: int  # of the largest number in the table, in hundredths


@dataclass(frozen=True, slots=True)
class Row:
    """One year or one kind, with the number of events of each lane."""

    label: Any
    value: str
    cells: list[Cell]


def compared(lanes: Lanes, form: CompareForm) -> list[Lane]:
    """What is to be told of each of them."""
    events = form.apply(form.published(), leave_out=FIELDS)
    tallies = summary_for(form, leave_out=FIELDS).entities.get(lanes.field)
    return [
        _lane(letter, entity, events.involving(entity), form, tallies)
        for letter, entity in zip(LETTERS, lanes.entities, strict=False)
    ]


def _lane(
    letter: str, entity: Entity, own: EventQuerySet, form: CompareForm, tallies: Tallies | None
) -> Lane:
    if tallies is None:
        years, kinds = months_and_kinds(own, QUICK / len(form.valid_data[field_of(entity)]))
    else:
        always = form.apply(form.published(), leave_out=(*FIELDS, "from", "to"))
        missing = [always.involving(entity).filter(edge) for edge in edges(*form.days)]
        counted = touching_months(tallies.filter(entity=entity), *form.days)
        years, kinds = months_and_kinds_tallied(counted, missing)
    shown = own.defer("search", "date_note_en", "date_note_zh")
    return Lane(
        letter=letter,
        entity=entity,
        years=years,
        kinds=kinds,
        first=end_of(shown, form.days, newest=False),
        last=end_of(shown, form.days, newest=True),
        models=_newest_models(entity, own),
    )


def _newest_models(entity: Entity, events: EventQuerySet) -> list[AIModel]:
    """Of an organization: its models that were launched last."""
    if not isinstance(entity, Organization):
        return []
    launches = events.filter(kind__in=(EventKind.RELEASE, EventKind.OPEN_SOURCING))
    newest = list(launches.newest_first().values_list("pk", flat=True)[:50])
    models = AIModel.objects.current().filter(developer=entity, event_roles__event__in=newest)
    by_pk = {model.pk: model for model in models.defer("search").order_by("name")}
    return list(by_pk.values())[:6]


def by_year(lanes: Sequence[Lane]) -> list[Row]:
    numbers = sorted({row.number for lane in lanes for row in lane.years.rows}, reverse=True)
    counts = {year: [_in_year(lane, year) for lane in lanes] for year in numbers}
    return _rows((PartialDate.parse(f"{year:04}"), f"{year:04}", counts[year]) for year in numbers)


def by_kind(lanes: Sequence[Lane]) -> list[Row]:
    tallies = [{kind.value: kind.events for kind in lane.kinds.rows} for lane in lanes]
    counts = {
        kind: [tally.get(kind, Number(0)) for tally in tallies]
        for kind in EventKind.values
        if any(kind in tally for tally in tallies)
    }
    most_first = sorted(counts, key=lambda kind: -sum(counts[kind]))
    return _rows((EventKind(kind).label, kind, counts[kind]) for kind in most_first)


def promises(lanes: Sequence[Lane], events: EventQuerySet, today: date) -> list[Row]:
    """What became of promises, of organizations; what is planned, delayed or cancelled, else."""
    if all(isinstance(lane.entity, Organization) for lane in lanes):
        known = [record_of(lane.entity, events, today, QUICK / len(lanes)) for lane in lanes]
        return _rows(
            (label, name, [getattr(record, name) if record else Number(0) for record in known])
            for name, label in OUTCOMES.items()
        )
    counted = [_waiting(events.involving(lane.entity), today) for lane in lanes]
    labels = {**{status.value: status.label for status in PROMISES}, "overdue": _("Overdue")}
    return _rows((label, name, [one[name] for one in counted]) for name, label in labels.items())


def _waiting(events: EventQuerySet, today: date) -> dict[str, Number]:
    (read,), share = quickest(thinned([events.filter(status__in=PROMISES)]))
    wanted = {status.value: Q(status=status) for status in PROMISES}
    wanted["overdue"] = Q(status=Status.PLANNED, date_latest__lt=today)
    counts = read.aggregate(**{name: Count("pk", filter=those) for name, those in wanted.items()})
    return {name: number(count, share) for name, count in counts.items()}


def _in_year(lane: Lane, year: int) -> Number:
    return next((row.events for row in lane.years.rows if row.number == year), Number(0))


def _rows(counted: Iterable[tuple[Any, str, list[Number]]]) -> list[Row]:
    rows = list(counted)
    most = max((max(counts) for _, _, counts in rows), default=0) or 1
    return [
        Row(label, value, [Cell(count, round(100 * count / most)) for count in counts])
        for label, value, counts in rows
    ]


@dataclass(frozen=True, slots=True)
class Shared:
    """One event, and each lane with the roles it has in it."""

    event: Event
    roles: list[tuple[Lane, list[Any]]]


def shared(events: Iterable[Event], name: str, lanes: Sequence[Lane]) -> list[Shared]:
    """The roles come with what the timeline prefetches."""
    return [
        Shared(event, [(lane, _roles(event, name, lane)) for lane in lanes]) for event in events
    ]


def _roles(event: Event, name: str, lane: Lane) -> list[Any]:
    many = "people" if name == "person" else f"{name}s"
    roles = getattr(event, f"event_{many}").all()
    return [
        role.get_role_display() for role in roles if getattr(role, f"{name}_id") == lane.entity.pk
    ]
