"""Corrections by the editors: records in which an event differs from what was public before."""

import datetime
from collections.abc import Sequence
from heapq import merge
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from events.exchange.feeds.atom import Entry
from events.exchange.feeds.edits import FIELDS, Edit, edits_between, named
from events.exchange.feeds.pages import PAGE, Row, records, records_below
from events.exchange.identity import change_tag
from events.localization import Words, choose
from events.models import Event
from events.models.vocabulary import Visibility
from events.timeline.filters import TimelineFilter

# What a change of makes a correction.
_STATE = JSONObject(**{field.name: field.name for field in FIELDS})


def rows(form: TimelineFilter, below: int) -> list[Row]:
    chosen = form.events().order_by().values("pk")
    taken_back = form.apply(Event.objects.retracted()).order_by().values("pk")
    newest = merge(
        records_below(changed().filter(id__in=chosen), below, form.day),
        records_below(retracted().filter(id__in=taken_back), below, form.day),
        key=lambda row: -row.position,
    )
    return list(newest)[: PAGE + 1]


def changed() -> QuerySet[Any]:
    """Records in which a public event differs from what was public last, or is public again."""
    differs = ~Q(before=F("now")) | Q(previous=Visibility.RETRACTED)
    return _after_publication().filter(differs, visibility=Visibility.PUBLISHED)


def retracted() -> QuerySet[Any]:
    """Records with which a public event was taken back."""
    return _after_publication().filter(
        previous=Visibility.PUBLISHED, visibility=Visibility.RETRACTED
    )


def _after_publication() -> QuerySet[Any]:
    """Edits of what was public, with `before` as it was then and the `previous` visibility."""
    earlier = records().filter(id=OuterRef("id"), history_id__lt=OuterRef("history_id"))
    public = earlier.filter(visibility=Visibility.PUBLISHED)
    edits = records().filter(history_type="~")
    after: QuerySet[Any] = edits.annotate(
        now=_STATE,
        before=Subquery(public.values(state=_STATE)[:1]),
        previous=Subquery(earlier.values("visibility")[:1]),
    )
    return after.filter(before__isnull=False)


def entries(request: HttpRequest, form: TimelineFilter, edits: Sequence[Any]) -> list[Entry]:
    return [_entry(request, record) for record in edits]


def _entry(request: HttpRequest, record: Any) -> Entry:
    gone = record.visibility == Visibility.RETRACTED
    edits = [] if gone else list(edits_between(record.before, record.now))
    context = {"gone": gone, "again": not edits, "edits": edits}
    at: datetime.datetime = record.history_date
    return Entry(
        id=change_tag(record.id, record.history_id),
        title=_title(record, edits),
        address=request.build_absolute_uri(reverse("event", args=[record.id, record.slug])),
        published=at,
        updated=at,
        content=render_to_string("events/feeds/correction.html", context),
        terms=[("retraction", _("retraction"))] if gone else [("correction", _("correction"))],
    )


def _title(record: Any, edits: list[Edit]) -> Words:
    """In the language of the event's title; a retracted one is called as it was last called."""
    gone = record.visibility == Visibility.RETRACTED
    state = record.before if gone else record.now
    name = choose(state["title_en"], state["title_zh"])
    if gone:
        words = _("Retracted: %(event)s") % {"event": name}
    elif not edits:
        words = _("Published again: %(event)s") % {"event": name}
    else:
        values = {"fields": named(edits), "event": name}
        words = _("Corrected (%(fields)s): %(event)s") % values
    return Words(words, name.lang)
