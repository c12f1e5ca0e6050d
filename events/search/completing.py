"""What somebody may mean who has begun to type: names first, then titles of events."""

import datetime
import heapq
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Value
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from dates.fields import in_words
from events.localization import Words, named, title_of
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
    squeezed_name,
)
from events.search.question import read
from events.search.through import in_script
from events.search.titles import events_beginning_with

MOST_NAMES, MOST_EVENTS = 6, 4
COUNTED = 100  # roles of a name that are counted
LOOKED_AT = 300  # names that are compared closely; others only by how often they are used
EVENT = "event"
_HEADINGS: dict[str, str | Promise] = {
    "organization": _("Organizations"),
    "model": _("Models"),
    "person": _("People"),
    PUBLISHER: _("Publishers"),
    EVENT: _("Events"),
}
_ROLES: dict[str, Any] = {kind: role for kind, _entity, _alias, role in ENTITIES}


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


def suggestions_for(text: str, day: datetime.date | None = None) -> Suggestions:
    """What may be meant, and how much of it was known at the end of a day; None is now."""
    text = text.strip()
    events: EventQuerySet = Event.objects.published().as_of(day)
    options = [*_names(text, events), *_events(text, events)] if squeezed(text) else []
    kinds = list(dict.fromkeys(option.kind for option in options))
    options.sort(key=lambda option: kinds.index(option.kind))
    groups = [
        Group(kind, _HEADINGS[kind], list(group))
        for kind, group in groupby(options, lambda option: option.kind)
    ]
    return Suggestions(text, groups, Marks(read(text), unfinished=True))


def _names(text: str, events: EventQuerySet) -> Iterator[Option]:
    found = beginning_with(text, current_names(), current_sample().uses)
    counted = _counted(found, events)
    for each in found:
        shown = named(each.name, each.name_zh)
        yield Option(
            each.kind,
            shown,
            in_script(_through(each, shown.text, text)),
            counted.get(each.key, ""),
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
    known = [squeezed_name(name) for name in one.names]
    begins = any(name.startswith(typed) for name in known)
    return typed not in known, not begins, -uses[one.key], len(one.name), one.pk


def _through(one: Named, shown: str, text: str) -> str:
    """The name that was typed, when the one that is shown does not tell why it was found."""
    typed = squeezed(text)
    others = (name for name in (shown, *one.names) if typed in squeezed_name(name))
    name = next(others, "")
    return "" if name == shown else name


def _counted(found: list[Named], events: EventQuerySet) -> dict[Key, str]:
    """In words how many events there are of each, in two queries that read a limited number."""
    parts = [
        _ROLES[one.kind].objects.filter(**{f"{one.kind}_id": one.pk}).order_by()
        .values_list(Value(number), "event_id")[:COUNTED]
        for number, one in enumerate(found)
        if one.kind in _ROLES
    ]  # fmt: skip
    if not parts:
        return {}
    roles = list(parts[0].union(*parts[1:], all=True))
    shown = set(
        events.order_by().filter(pk__in={pk for _, pk in roles}).values_list("pk", flat=True)
    )
    read = Counter(number for number, _ in roles)
    counts = Counter(number for number, pk in set(roles) if pk in shown)
    return {
        one.key: _in_words(counts[number], more=read[number] == COUNTED)
        for number, one in enumerate(found)
        if one.kind in _ROLES
    }


def _in_words(count: int, *, more: bool) -> str:
    if more:
        return ngettext("%(n)s event or more", "%(n)s events or more", count) % {"n": count}
    return ngettext("%(n)s event", "%(n)s events", count) % {"n": count}
