"""Lists of organizations, AI models and people: by letter, or by a search."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django import forms
from django.db.models import Case, Count, When
from django.db.models.functions import Left, Lower, Upper
from django.utils import timezone

from dates import PartialDate
from events.directory.activity import HEIGHT, STEP, active, tall, years_by_entity
from events.models import Event
from events.models.queryset import EntityQuerySet, EventQuerySet
from events.search.fields import SearchField

LETTERS = [chr(code) for code in range(ord("A"), ord("Z") + 1)]
OTHER = "#"  # digits, Chinese characters and all else
MOST_ROWS = 200
RECENT = 10  # years drawn beside each


class ListForm(forms.Form):
    """What a reader looks for in a list."""

    q = SearchField()
    letter = forms.ChoiceField(
        required=False, choices=[(letter, letter) for letter in [*LETTERS, OTHER]]
    )
    all = forms.BooleanField(required=False)  # those without events too


@dataclass(frozen=True, slots=True)
class Letter:
    letter: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One entity with its events; `recent` draws those of the last years, the present one last."""

    entity: Any
    events: int
    latest: PartialDate | None  # the year of its last event
    recent: str  # an SVG path of upright strokes


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows to show under their letters, at most MOST_ROWS of `found`."""

    groups: list[tuple[str, list[Row]]]
    found: int
    letters: list[Letter]
    all: bool  # those without events too

    @property
    def shortened(self) -> bool:
        return self.found > MOST_ROWS


def listing(
    entities: EntityQuerySet, field: str, form: ListForm, day: date | None = None
) -> Listing:
    """The current entities a reader asked for, by name; `field` is what filters call them.

    Their events are counted as of a day; None is now.
    """
    form.is_valid()
    words, letter = form.cleaned_data.get("q"), form.cleaned_data.get("letter") or ""
    everything = bool(words or form.cleaned_data.get("all"))
    published: EventQuerySet = Event.objects.published().as_of(day)
    current = entities.current()
    found = current if everything else active(current, field, published)
    if words:
        found = found.search(words)
    letters = _letters(found, letter)
    count = sum(each.count for each in letters if each.chosen or not letter)
    rows = _rows(_under(letter, found), field, published)
    groups = [(initial, list(group)) for initial, group in groupby(rows, _letter_of_row)]
    return Listing(groups, count, letters, everything)


def letter_of(name: str) -> str:
    first = name[:1].upper()
    return first if first in LETTERS else OTHER


def _letter_of_row(row: Row) -> str:
    return letter_of(row.entity.name)


def _letters(entities: EntityQuerySet, chosen: str) -> list[Letter]:
    firsts = entities.order_by().values_list(Upper(Left("name", 1))).annotate(count=Count("pk"))
    tally: Counter[str] = Counter()
    for first, count in firsts:
        tally[letter_of(first)] += count
    return [Letter(letter, tally[letter], letter == chosen) for letter in sorted(tally)]


def _under(letter: str, entities: EntityQuerySet) -> EntityQuerySet:
    if letter == OTHER:
        return entities.exclude(name__iregex="^[a-z]")
    return entities.filter(name__istartswith=letter) if letter else entities


def _rows(entities: EntityQuerySet, field: str, published: EventQuerySet) -> list[Row]:
    others_first = Case(When(name__iregex="^[a-z]", then=1), default=0)
    ordered = entities.defer("search").order_by(others_first, Lower("name"), "pk")
    shown = list(ordered[:MOST_ROWS])
    counts = years_by_entity(field, [entity.pk for entity in shown], published)
    this_year = (published.day or timezone.localdate()).year
    return [_row(entity, counts.get(entity.pk, {}), this_year) for entity in shown]


def _row(entity: Any, by_year: dict[int, int], this_year: int) -> Row:
    last = max(by_year, default=0)
    latest = PartialDate.parse(f"{last:04}") if last else None
    shown = {year: count for year, count in by_year.items() if 0 <= this_year - year < RECENT}
    most = max(shown.values(), default=0)
    strokes = (
        f"M{(RECENT - 1 - this_year + year) * STEP + 3} {HEIGHT}v-{tall(count, most)}"
        for year, count in sorted(shown.items())
    )
    return Row(entity, sum(by_year.values()), latest, "".join(strokes))
