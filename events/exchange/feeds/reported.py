"""Corrections by later reports: days from which an event was known with another date or status.

A change has the place of the report that was entered last of those that brought it: a claim of
that day, else the link to an event first reported on it. So what is entered late comes to
followers as new, whatever day it is about.
"""

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.lookups import Exact
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from dates import PartialDate
from dates.fields import in_words
from events.changes import CHANGE_OTHERS, Place, claims_of, links_of
from events.exchange.feeds.atom import Entry
from events.exchange.feeds.edits import KNOWN, Edit, State, edits_between, named
from events.exchange.feeds.pages import PAGE, Row, records
from events.exchange.identity import report_tag
from events.localization import Words, title_of
from events.models import Claim, Event, EventLink, EventState
from events.models.state import EventStateQuerySet
from events.models.vocabulary import Visibility
from events.timeline.filters import TimelineFilter


def rows_by_claims(form: TimelineFilter, below: int) -> list[Row]:
    """The claim entered last of each day on which an event changed."""
    claims = _claims_with_day().filter(event__in=_chosen(form))
    same_day = _claims_with_day().filter(event=OuterRef("event"), day=OuterRef("day"))
    told = claims.filter(
        Exists(_corrections(event=OuterRef("event"), known_from=OuterRef("day"))),
        ~Exists(same_day.filter(pk__gt=OuterRef("pk"))),
    )
    return _rows(told.defer("source__text"), form, below)


def rows_by_links(form: TimelineFilter, below: int) -> list[Row]:
    """The link entered last of each day on which only another event changed an event."""
    links = _links_with_day().filter(event__in=_chosen(form))
    claims = _claims_with_day().filter(event=OuterRef("event"), day=OuterRef("day"))
    same_day = _links_with_day().filter(event=OuterRef("event"), day=OuterRef("day"))
    told = links.filter(
        Exists(_corrections(event=OuterRef("event"), known_from=OuterRef("day"))),
        ~Exists(claims),
        ~Exists(same_day.filter(pk__gt=OuterRef("pk"))),
    )
    return _rows(told, form, below)


def _chosen(form: TimelineFilter) -> QuerySet[Any]:
    return form.events().order_by().values("pk")


def _claims_with_day() -> QuerySet[Any]:
    return Claim.objects.with_day()


def _links_with_day() -> QuerySet[Any]:
    """Links that change the event they lead to, with the day theirs was first reported."""
    first = {"from_event__states__was_status": "", "kind__in": CHANGE_OTHERS}
    published = {"from_event__visibility": Visibility.PUBLISHED}
    links: QuerySet[Any] = EventLink.objects.filter(**first, **published).annotate(
        event=F("to_event"), day=F("from_event__states__known_from")
    )
    return links


def _corrections(**place: Any) -> EventStateQuerySet:
    """Changes at a place, but for those that an editor's correction tells already."""
    return EventState.objects.filter(**place).corrections().exclude(Exists(_told_by_editors()))


def _told_by_editors() -> QuerySet[Any]:
    """Records that brought the same change to readers, whatever day it had been known from."""
    public = records().filter(id=OuterRef("event_id"), visibility=Visibility.PUBLISHED)
    now, before = Q(), Q()
    for name in KNOWN:
        now &= Q(Exact(OuterRef(name), OuterRef(f"was_{name}"))) | Q(**{name: OuterRef(name)})
        was = OuterRef(OuterRef(f"was_{name}"))
        before &= Q(Exact(OuterRef(OuterRef(name)), was)) | Q(**{name: was})
    earlier = records().filter(id=OuterRef("id"), visibility=Visibility.PUBLISHED)
    earlier = earlier.filter(before, history_id__lt=OuterRef("history_id"))
    return public.filter(now, Exists(earlier))


def _rows(told: QuerySet[Any], form: TimelineFilter, below: int) -> list[Row]:
    told = told.filter(pk__lt=below) if below else told
    told = told.filter(day__lte=form.day) if form.day else told
    newest = told.order_by("-pk").values_list("created_at", "pk", "event", "day")[: PAGE + 1]
    return [Row(at, pk, (at, (event, day))) for at, pk, event, day in newest]


def entries(
    request: HttpRequest,
    form: TimelineFilter,
    changes: Sequence[tuple[datetime.datetime, Place]],
) -> list[Entry]:
    states = _states(place for _at, place in changes)
    events = Event.objects.in_bulk({event for event, _day in states})
    claims, links = claims_of(list(states.values())), links_of(list(states.values()))
    home = request.build_absolute_uri("/")[:-1]
    found = []
    for at, place in changes:
        said = list(dict.fromkeys(claim.source for claim in claims[place]))
        told = {"sources": said, "others": links[place], "home": home}
        found.append(_entry(request, events[place[0]], states[place], at, told))
    return found


def _states(places: Iterable[Place]) -> dict[Place, EventState]:
    found = Q(pk__in=())
    for event, day in places:
        found |= Q(event=event, known_from=day)
    return {(state.event_id, state.known_from): state for state in EventState.objects.filter(found)}


def _entry(
    request: HttpRequest,
    event: Event,
    state: EventState,
    at: datetime.datetime,
    told: dict[str, Any],
) -> Entry:
    edits = list(edits_between(_values(state, "was_"), _values(state)))
    context = {"edits": edits, "day": state.known_from, **told}
    return Entry(
        id=report_tag(event.pk, state.known_from),
        title=_title(event, state, edits),
        address=request.build_absolute_uri(event.get_absolute_url()),
        published=at,
        updated=at,
        content=render_to_string("events/feeds/reported.html", context),
        terms=[("report", _("later report"))],
    )


def _values(state: EventState, prefix: str = "") -> State:
    given = {name: getattr(state, f"{prefix}{name}") for name in KNOWN}
    return {name: str(value) if value else None for name, value in given.items()}


def _title(event: Event, state: EventState, edits: Sequence[Edit]) -> Words:
    name = title_of(event)
    day = in_words(PartialDate.parse(state.known_from.isoformat()))
    values = {"day": day, "fields": named(edits), "event": name}
    words = _("Reported otherwise on %(day)s (%(fields)s): %(event)s") % values
    return Words(words, name.lang)
