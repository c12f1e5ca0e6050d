"""The picture a filter form asks for, with the addresses that lead on from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.functional import Promise

from events.models import AIModel, Organization
from events.models.queryset import EventQuerySet
from events.timeline.filters import TimelineFilter
from events.timeline.picture.choices import BY_KIND, CHOICES
from events.timeline.picture.drawing import WIDTH, picture_of
from events.timeline.picture.extent import extent_of
from events.timeline.picture.shown import Shown, shown
from events.timeline.picture.window import Window
from events.timeline.tallies import ENTITIES, Summary, summary_for

DAYS = ("from", "to")
Rows = Sequence[Organization] | Sequence[AIModel]


class SizeForm(forms.Form):
    """How many pixels wide the page has room for; the picture is fluid, this is what it is
    laid out for."""

    width = forms.IntegerField(required=False, min_value=240, max_value=2400)
    rows = forms.ChoiceField(required=False, choices=[(name, name) for name in ENTITIES])

    def chosen_rows(self, form: TimelineFilter) -> Any:
        """What the form filters by, when each is to have a lane of its own."""
        field = self.cleaned_data.get("rows") if self.is_valid() else None
        return form.valid_data.get(field) or None if field else None

    def pixels(self, default: int = WIDTH) -> int:
        width: int | None = self.cleaned_data.get("width") if self.is_valid() else None
        return width or default


@dataclass(frozen=True, slots=True)
class LaneChoice:
    label: str | Promise
    query: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What `_picture.html` takes; the queries are for the page the picture stands on."""

    picture: Shown
    source: str  # the address that gives the figure alone
    whole: str  # the query without a window; "" when none is set
    lanes: list[LaneChoice]


def asked_for(
    form: TimelineFilter,
    *,
    width: int = WIDTH,
    rows: Rows | None = None,
    page: str = "",
) -> Asked | None:
    """The picture of the events a form gives, its `from` and `to` being the window.

    `page` is where its links lead: the page it stands on, or the one of this address.

    `rows` gives a lane to each of these organizations, or each of these models, instead of the
    lanes the form asks for. None when there is nothing to draw.
    """
    events = form.apply(form.published(), leave_out=DAYS)
    by = form.valid_data.get("lanes") or BY_KIND
    summary = summary_for(form)
    picture = picture_of(
        events,
        window_of(form, events, summary),
        lanes=by,
        rows=rows,
        width=width,
        summary=summary,
    )
    if picture is None:
        return None

    pattern = page + form.query_string(**{"from": "0first0", "to": "0last0"})

    def address(window: Window) -> str:
        first = pattern.replace("0first0", window.first.isoformat())
        return first.replace("0last0", window.last.isoformat())

    whole = form.query_string(**dict.fromkeys(DAYS, "")) or "?"
    return Asked(
        picture=shown(picture, address),
        source=reverse("picture") + _with_rows(form.query_string(), rows),
        whole=whole if any(form.days) else "",
        lanes=[] if page or rows is not None else _choices(form, by),
    )


def _with_rows(query: str, rows: Rows | None) -> str:
    """Whoever asks for the figure alone gets the same rows, by the field they are chosen in."""
    if not rows:
        return query
    field = "organization" if isinstance(rows[0], Organization) else "model"
    return f"{query or '?'}&rows={field}"


def window_of(form: TimelineFilter, events: EventQuerySet, summary: Summary) -> Window | None:
    """From the first day asked for to the last; an end that is not given is that of the events."""
    start, end = form.days
    if start and end:
        return Window(start, end)
    whole = extent_of(events, summary) if start or end else None
    if whole is None:
        return None
    if start:
        return Window(start, max(start, whole.last))
    return Window(min(whole.first, end), end) if end else None


def _choices(form: TimelineFilter, chosen: str) -> list[LaneChoice]:
    return [
        LaneChoice(
            label,
            form.query_string(lanes="" if value == BY_KIND else value) or "?",
            value == chosen,
        )
        for value, label in CHOICES
    ]
