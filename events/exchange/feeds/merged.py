"""Corrections by merging: an event that readers knew is part of another one now."""

from collections.abc import Sequence
from typing import Any

from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from events.exchange.feeds.atom import Entry
from events.exchange.feeds.pages import PAGE, Row, records
from events.exchange.identity import merge_tag
from events.localization import Words, choose, title_of
from events.models import Event, Merge
from events.models.vocabulary import Visibility
from events.timeline.filters import TimelineFilter


def rows(form: TimelineFilter, below: int) -> list[Row]:
    """Merges of events that were public into events that the reader asked for."""
    chosen = form.events().order_by().values("pk")
    public = records().filter(id=OuterRef("from_id"), visibility=Visibility.PUBLISHED)
    called = public.values(names=JSONObject(title_en="title_en", title_zh="title_zh"))
    merges = Merge.objects.filter(kind=Merge.Kind.EVENT, into_id__in=chosen)
    merges = merges.annotate(called=Subquery(called[:1])).filter(called__isnull=False)
    merges = merges.filter(pk__lt=below) if below else merges
    merges = merges.filter(merged_at__date__lte=form.day) if form.day else merges
    found = merges.defer("manifest").order_by("-pk")[: PAGE + 1]
    return [Row(merge.merged_at, merge.pk, merge) for merge in found]


def entries(request: HttpRequest, form: TimelineFilter, merges: Sequence[Any]) -> list[Entry]:
    events = Event.objects.in_bulk([merge.into_id for merge in merges])
    return [_entry(request, merge, events[merge.into_id]) for merge in merges]


def _entry(request: HttpRequest, merge: Any, into: Event) -> Entry:
    name = choose(merge.called["title_en"], merge.called["title_zh"])
    undone = merge.undone_at is not None
    words = _("Merge taken back: %(event)s") if undone else _("Merged: %(event)s")
    address = request.build_absolute_uri(into.get_absolute_url())
    context = {"into": title_of(into), "address": address, "undone": undone}
    return Entry(
        id=merge_tag(merge.from_id, merge.pk),
        title=Words(words % {"event": name}, name.lang),
        address=address,
        published=merge.merged_at,
        updated=merge.undone_at or merge.merged_at,
        content=render_to_string("events/feeds/merged.html", context),
        terms=[("merge", _("merge"))],
    )
