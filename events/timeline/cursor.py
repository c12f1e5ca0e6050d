"""Pages by key: a page is found by the event it starts after, however deep it lies."""

import datetime
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.timeline.stretches import in_stretches

if TYPE_CHECKING:
    from events.models import Event
    from events.models.queryset import EventQuerySet

PAGE = 50
WRITTEN = re.compile(r"(\d{8})-(\d{1,18})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Cursor:
    """The place of one event in the timeline."""

    position: int
    id: int

    def __str__(self) -> str:
        return f"{self.position:08}-{self.id}"

    @classmethod
    def at(cls, event: "Event") -> "Cursor":
        return cls(event.timeline_position or 0, event.pk)

    def later(self) -> Q:
        """Events that lie after this place on the calendar."""
        beyond = Q(timeline_position__gt=self.position) | Q(id__gt=self.id)
        return Q(timeline_position__gte=self.position) & beyond

    def earlier(self) -> Q:
        """Events that lie before this place on the calendar."""
        beyond = Q(timeline_position__lt=self.position) | Q(id__lt=self.id)
        return Q(timeline_position__lte=self.position) & beyond


class CursorField(forms.CharField):
    default_error_messages = {
        "invalid": _("“%(value)s” is not a place in the timeline, so it starts at its beginning."),
    }

    def clean(self, value: Any) -> Cursor | None:
        if not value:
            return None
        match = WRITTEN.fullmatch(str(value))
        if match is None:
            raise ValidationError(self.error_messages["invalid"], params={"value": str(value)[:40]})
        return Cursor(int(match[1]), int(match[2]))


class PageForm(forms.Form):
    """Which page: the one that starts after an event, or the one that ends before it."""

    after = CursorField(required=False)
    before = CursorField(required=False)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the timeline in reading order, with the places where its neighbours begin."""

    events: list["Event"]
    before: Cursor | None
    after: Cursor | None


Days = tuple[datetime.date | None, datetime.date | None]


def page_of(
    events: "EventQuerySet",
    newest_first: bool,
    form: PageForm,
    size: int = PAGE,
    days: Days = (None, None),
) -> Page:
    """The page of `events` that `form` asks for, in one query beside its prefetches.

    The rows are found by their keys in a subquery, so that nothing is counted or joined for
    events on other pages. `days` are those that the events overlap, when they were narrowed so.
    """
    form.is_valid()
    before = form.cleaned_data.get("before")
    after = None if before else form.cleaned_data.get("after")
    downwards = newest_first is (before is None)
    if place := before or after:
        events = events.filter(place.earlier() if downwards else place.later())
    found = events.model.objects.as_of(events.day)
    found = found.filter(pk__in=first_keys(events, downwards, size + 1, days)).for_timeline()
    rows = list(_ordered(found, downwards)[: size + 1])
    more, shown = len(rows) > size, rows[:size]
    return _page(shown if before is None else shown[::-1], more, before, after)


def end_of(events: "EventQuerySet", days: Days, *, newest: bool) -> "Event | None":
    """The newest, or the oldest, of events that overlap these days."""
    return _ordered(events.filter(pk__in=first_keys(events, newest, 1, days)), newest).first()


def first_keys(events: "EventQuerySet", downwards: bool, size: int, days: Days) -> Any:
    """Of the first `size` events in the order of the timeline, and perhaps of some behind them."""
    parts = in_stretches(events, *days) if any(days) else [events]
    first, *others = (_ordered(part, downwards).values("pk")[:size] for part in parts)
    return first.union(*others, all=True) if others else first


def _ordered(events: "EventQuerySet", downwards: bool) -> "EventQuerySet":
    return events.newest_first() if downwards else events.oldest_first()


def _page(shown: list["Event"], more: bool, before: Cursor | None, after: Cursor | None) -> Page:
    if not shown:
        return Page([], before=None, after=None)
    first, last = Cursor.at(shown[0]), Cursor.at(shown[-1])
    leads_back = more if before else after is not None
    leads_on = before is not None or more
    return Page(shown, first if leads_back else None, last if leads_on else None)
