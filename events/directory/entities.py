"""Lists of organizations, AI models and people: by letter, or by a search."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django import forms
from django.db.models import Case, Count, When
from django.db.models.functions import Left, Lower, Upper

from events.models import Event
from events.models.queryset import EntityQuerySet, EventQuerySet
from events.search.fields import SearchField

LETTERS = [chr(code) for code in range(ord("A"), ord("Z") + 1)]
OTHER = "#"  # digits, Chinese characters and all else
MOST_ROWS = 300


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
    entity: Any
    events: int


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
    entities: EntityQuerySet, kind: str, form: ListForm, day: date | None = None
) -> Listing:
    """The current entities a reader asked for, by name, as of a day.

    `kind` is what events call them.
    """
    form.is_valid()
    words, letter = form.cleaned_data.get("q"), form.cleaned_data.get("letter") or ""
    everything = bool(words or form.cleaned_data.get("all"))
    found = entities.current() if everything else entities.current().with_events(day)
    if words:
        found = found.search(words)
    letters = _letters(found, letter)
    count = sum(each.count for each in letters if each.chosen or not letter)
    rows = _rows(_under(letter, found), Event.objects.published().as_of(day), kind)
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


def _rows(entities: EntityQuerySet, published: EventQuerySet, kind: str) -> list[Row]:
    others_first = Case(When(name__iregex="^[a-z]", then=1), default=0)
    ordered = entities.defer("search").order_by(others_first, Lower("name"), "pk")
    shown = list(ordered[:MOST_ROWS])
    events = published.filter(**{f"{kind}__in": shown}).order_by()
    counts = dict(events.values_list(kind).annotate(count=Count("pk", distinct=True)))
    return [Row(entity, counts.get(entity.pk, 0)) for entity in shown]
