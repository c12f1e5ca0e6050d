"""What somebody may mean who has begun to type: names first, then titles of events."""

import heapq
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from dates.fields import in_words
from events.localization import Words, in_its_language, named, title_of
from events.models import Event
from events.models.queryset import EventQuerySet
from events.search.marks import Marks
from events.search.names import (
    ENTITIES,
    PUBLISHER,
    Key,
    Named,
    Names,
    current_names,
    current_sample,
    squeezed,
)
from events.search.question import read
from events.search.titles import events_beginning_with

MOST_NAMES, MOST_EVENTS = 6, 4
COUNTED = 1_000  # events of a name are counted up to here
LOOKED_AT = 300  # names that are compared closely; others only by how often they are used
EVENT = "event"
_HEADINGS: dict[str, str | Promise] = {
    "organization": _("Organizations"),
    "model": _("Models"),
    "person": _("People"),
    PUBLISHER: _("Publishers"),
    EVENT: _("Events"),
}
_MODELS: dict[str, Any] = {kind: entity for kind, entity, _aliases, _roles in ENTITIES}


@dataclass(frozen=True, slots=True)
class Option:
    kind: str
    words: Words
    through: Words  # another name that was typed, when the shown one does not tell
    in_words: str  # how many events, or when
    address: str


@dataclass(frozen=True, slots=True)
class Group:
    kind: str
    heading: str | Promise
    options: list[Option]


@dataclass(frozen=True, slots=True)
class Suggestions:
    text: str
    groups: list[Group]
    marks: Marks

    @property
    def count(self) -> int:
        return sum(len(group.options) for group in self.groups)


def suggestions_for(text: str) -> Suggestions:
    text = text.strip()
    events: EventQuerySet = Event.objects.published()
    options = [*_names(text, events), *_events(text, events)] if squeezed(text) else []
    kinds = list(dict.fromkeys(option.kind for option in options))
    options.sort(key=lambda option: kinds.index(option.kind))
    groups = [
        Group(kind, _HEADINGS[kind], list(group))
        for kind, group in groupby(options, lambda option: option.kind)
    ]
    return Suggestions(text, groups, Marks(read(text), unfinished=True))


def _names(text: str, events: EventQuerySet) -> Iterator[Option]:
    for each in beginning_with(text, current_names(), current_sample().uses):
        yield Option(
            each.kind,
            named(each.name, each.name_zh),
            in_its_language(_through(each, text)),
            _events_in_words(_count(each, events)),
            reverse(each.kind, args=[each.slug]),
        )


def _events(text: str, events: EventQuerySet) -> Iterator[Option]:
    for event in events_beginning_with(text, events, MOST_EVENTS):
        when = str(in_words(event.date))
        yield Option(EVENT, title_of(event), Words("", ""), when, event.get_absolute_url())


def beginning_with(
    text: str, names: Names, uses: Counter[Key], most: int = MOST_NAMES
) -> list[Named]:
    """Those with a name that begins so; names from their first word on go before others."""
    found = names.beginning_with(text)
    if len(found) < most:
        found = list(dict.fromkeys([*found, *names.with_words(text)]))
    typed = squeezed(text)
    if len(found) > LOOKED_AT:
        well_known = heapq.nlargest(LOOKED_AT, found, key=lambda one: uses[one.key])
        found = list(dict.fromkeys([*names.whole.get(typed, []), *well_known]))
    return heapq.nsmallest(most, found, key=lambda one: _place(one, typed, uses))


def _place(one: Named, typed: str, uses: Counter[Key]) -> tuple[bool, bool, int, int, int]:
    known = [squeezed(name) for name in one.names]
    begins = any(name.startswith(typed) for name in known)
    return typed not in known, not begins, -uses[one.key], len(one.name), one.pk


def _through(one: Named, text: str) -> str:
    """The other name that was typed, when neither main name shows why this one was found."""
    typed = squeezed(text)
    if any(typed in squeezed(name) for name in (one.name, one.name_zh)):
        return ""
    return next((name for name in one.names if typed in squeezed(name)), "")


def _count(one: Named, events: EventQuerySet) -> int:
    """How many events there are of it, up to COUNTED."""
    if one.kind == PUBLISHER:
        of_it = events.filter(claims__source__publisher=one.pk).order_by().values("pk").distinct()
    else:
        of_it = events.involving(_MODELS[one.kind](pk=one.pk)).order_by()
    return of_it[:COUNTED].count()


def _events_in_words(count: int) -> str:
    if count >= COUNTED:
        return ngettext("%(n)s event or more", "%(n)s events or more", count) % {"n": count}
    return ngettext("%(n)s event", "%(n)s events", count) % {"n": count}
