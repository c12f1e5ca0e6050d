"""The feed of new events: each appears once, when it is published for the first time."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from events.exchange.feeds.atom import Entry
from events.exchange.feeds.pages import Row, Stream, first_published, records_below
from events.exchange.identity import event_tag
from events.localization import title_of
from events.models import Claim, Event
from events.timeline.filters import TimelineFilter


def title() -> str:
    return _("New events")


def subtitle() -> str:
    return _("Events of the AI industry as they are added, each with its date and its evidence.")


def _published(form: TimelineFilter, below: int) -> list[Row]:
    chosen = form.events().order_by().values("pk")
    return records_below(first_published().filter(id__in=chosen), below)


def _entries(request: HttpRequest, form: TimelineFilter, records: Sequence[Any]) -> list[Entry]:
    events = _events([record.id for record in records], form.day)
    return [_entry(request, events[record.id], record) for record in records]


def _events(ids: list[int], day: datetime.date | None) -> dict[int, Event]:
    """Events as they were known on a day, each with what had been said of it; None is now."""
    claims = Claim.objects.said_by(day).select_related("source__publisher")
    told = Prefetch("claims", claims.defer("source__text").in_order_said())
    events = Event.objects.as_of(day).filter(pk__in=ids).for_timeline()
    return {event.pk: event for event in events.prefetch_related(told)}


def _entry(request: HttpRequest, event: Event, record: Any) -> Entry:
    sources = list(dict.fromkeys(claim.source for claim in event.claims.all()))
    context = {"event": event, "sources": sources, "home": request.build_absolute_uri("/")[:-1]}
    return Entry(
        id=event_tag(event.pk),
        title=title_of(event),
        address=request.build_absolute_uri(event.get_absolute_url()),
        published=record.history_date,
        updated=max(event.updated_at, record.history_date),
        content=render_to_string("events/feeds/event.html", context),
        terms=[
            (event.kind, str(event.get_kind_display())),
            (event.status, str(event.get_status_display())),
            (event.certainty, str(event.get_certainty_display())),
        ],
    )


STREAMS = (Stream(_published, _entries),)
