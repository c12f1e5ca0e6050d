"""Feeds page by page: streams of rows, each newest first, merged by when they came here."""

import datetime
import heapq
from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any, NamedTuple

from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from events.exchange.feeds.atom import Entry
from events.models import Event
from events.models.vocabulary import Visibility
from events.timeline.filters import TimelineFilter

PAGE = 50
Positions = tuple[int, ...]  # in each stream the row a page begins below; 0 is its beginning


class Row(NamedTuple):
    """Something to tell: when it was entered here, and its place in its stream."""

    at: datetime.datetime
    position: int
    record: Any


class Stream(NamedTuple):
    """Rows of one sort: those below a position, newest first, and what they say."""

    rows: Callable[[TimelineFilter, int], Sequence[Row]]
    entries: Callable[[HttpRequest, TimelineFilter, Sequence[Any]], list[Entry]]


class Told(NamedTuple):
    """A page of entries, and where the next one begins."""

    entries: list[Entry]
    next: Positions | None


class FeedPage(forms.Form):
    """Which page: in each stream of the feed, the row it begins below."""

    def __init__(self, data: Any, streams: int) -> None:
        super().__init__(data)
        number = r"\d{1,18}"
        self.fields["before"] = forms.RegexField(
            rf"^{number}(\.{number}){{{streams - 1}}}\Z", label=_("Page"), required=False
        )

    @property
    def positions(self) -> Positions | None:
        written: str = self.cleaned_data["before"]
        return tuple(map(int, written.split("."))) if written else None


def page_of(
    request: HttpRequest,
    form: TimelineFilter,
    streams: Sequence[Stream],
    begin: Positions | None,
) -> Told:
    """The page that begins below these positions."""
    places = list(begin or (0,) * len(streams))
    found = [
        [(row, n) for row in stream.rows(form, place)]
        for n, (stream, place) in enumerate(zip(streams, places, strict=True))
    ]
    newest = heapq.merge(*found, key=lambda each: each[0].at, reverse=True)
    shown = list(islice(newest, PAGE))
    told: list[tuple[datetime.datetime, Entry]] = []
    for n, stream in enumerate(streams):
        rows = [row for row, of in shown if of == n]
        entries = stream.entries(request, form, [row.record for row in rows])
        told += zip((row.at for row in rows), entries, strict=True)
        places[n] = rows[-1].position if rows else places[n]
    told.sort(key=lambda each: each[0], reverse=True)
    more = sum(map(len, found)) > PAGE
    return Told([entry for _at, entry in told], tuple(places) if more else None)


def records() -> QuerySet[Any]:
    """Every record of the history of events, newest first."""
    history: QuerySet[Any] = Event.history.order_by("-history_id")
    return history


def first_published() -> QuerySet[Any]:
    """The record with which an event became public for the first time."""
    published = records().filter(visibility=Visibility.PUBLISHED)
    earlier = published.filter(id=OuterRef("id"), history_id__lt=OuterRef("history_id"))
    return published.exclude(Exists(earlier))


def records_below(
    found: QuerySet[Any], position: int, day: datetime.date | None = None
) -> list[Row]:
    """One record more than a page holds, if there is one; of those made by the end of `day`."""
    found = found.filter(history_id__lt=position) if position else found
    found = found.filter(history_date__date__lte=day) if day else found
    return [Row(record.history_date, record.history_id, record) for record in found[: PAGE + 1]]
