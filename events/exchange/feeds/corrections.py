"""The feed of corrections: what changed in an event after readers could see it."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from heapq import merge
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dates import PartialDate
from dates.fields import in_words
from events.exchange.feeds.atom import Entry
from events.exchange.feeds.news import Told
from events.exchange.feeds.pages import PAGE, page_of, records
from events.exchange.identity import change_tag
from events.localization import Words, choose, listed
from events.models import Event
from events.models.vocabulary import Certainty, Status, Visibility
from events.timeline.filters import TimelineFilter

# What a change of makes a correction; the other fields are not what readers rely on.
_STATE = JSONObject(
    date="date", status="status", certainty="certainty", title_en="title_en", title_zh="title_zh"
)


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    label: str | Promise
    in_words: Callable[[str | None], str]


@dataclass(frozen=True, slots=True)
class Edit:
    """One field of an event before and after."""

    label: str
    old: str
    new: str


def _date_in_words(edtf: str | None) -> str:
    return str(in_words(PartialDate.parse(edtf) if edtf else None))


def _among(words: type[Status] | type[Certainty]) -> Callable[[str | None], str]:
    return lambda value: str(words(value or "").label)


def _plain(text: str | None) -> str:
    return text or "—"


FIELDS = (
    Field("date", gettext_lazy("date"), _date_in_words),
    Field("status", gettext_lazy("status"), _among(Status)),
    Field("certainty", gettext_lazy("certainty"), _among(Certainty)),
    Field("title_en", gettext_lazy("title in English"), _plain),
    Field("title_zh", gettext_lazy("title in Chinese"), _plain),
)


def title() -> str:
    return _("Corrections")


def subtitle() -> str:
    return _("What changed in events after they were published: dates, statuses, titles.")


def entries(request: HttpRequest, form: TimelineFilter, before: int | None) -> Told:
    chosen = form.events().order_by().values("pk")
    taken_back = form.apply(Event.objects.retracted()).order_by().values("pk")
    newest = merge(
        page_of(changed().filter(id__in=chosen), before, form.day),
        page_of(retracted().filter(id__in=taken_back), before, form.day),
        key=lambda record: -record.history_id,
    )
    found = list(newest)[: PAGE + 1]
    shown = found[:PAGE]
    told = [_entry(request, record) for record in shown]
    return Told(told, shown[-1].history_id if len(found) > PAGE else None)


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


def _entry(request: HttpRequest, record: Any) -> Entry:
    gone = record.visibility == Visibility.RETRACTED
    edits = [] if gone else list(_edits(record.before, record.now))
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


def _edits(before: dict[str, str | None], now: dict[str, str | None]) -> Iterator[Edit]:
    for field in FIELDS:
        old, new = before[field.name], now[field.name]
        if old != new:
            yield Edit(str(field.label), field.in_words(old), field.in_words(new))


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
        fields = listed(edit.label for edit in edits)
        words = _("Corrected (%(fields)s): %(event)s") % {"fields": fields, "event": name}
    return Words(words, name.lang)
