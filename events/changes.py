"""What changed between two days: events newly reported, dates moved, turns and doubts."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import F, Prefetch, Q
from django.utils.translation import pgettext_lazy

from events.evidence import Evidence, evidence_for
from events.models import Claim, Event, EventLink, EventState
from events.models.state import Change, EventStateQuerySet
from events.models.vocabulary import LinkKind
from events.timeline.cursor import PAGE, Cursor, PageForm
from events.timeline.filters import RepeatedChoiceField, TimelineFilter

RECENT = 30  # days on which something changed, when the reader names none
_OF_THE_CHANGE = ("from", "to", "status", "certainty")  # the others are asked of the event
CHANGE_OTHERS = (LinkKind.DELAYS, LinkKind.DENIES, LinkKind.CONTRADICTS)
Place = tuple[int, datetime.date]  # an event and a day


class ChangesFilter(TimelineFilter):
    """The filters of the timeline, asked of what changed: from which day to which, and how."""

    change = RepeatedChoiceField(
        label=pgettext_lazy("in what is known", "Change"), required=False, choices=Change.choices
    )

    def states(self) -> EventStateQuerySet:
        """The changes the reader asked for, newest first."""
        states = EventState.objects.changes(*self.days)
        for name in ("status", "certainty"):
            if values := self.valid_data.get(name):
                states = states.filter(**{f"{name}__in": values})
        if changes := self.valid_data.get("change"):
            states = states.that(map(Change, changes))
        return states.filter(event__in=self.apply(Event.objects.published(), _OF_THE_CHANGE))

    @cached_property
    def days(self) -> tuple[datetime.date | None, datetime.date | None]:
        """The first and last day, never after the one the page is read as of.

        When the reader names none, the last RECENT days on which something changed.
        """
        first, last = (self.valid_data.get(name) for name in ("from", "to"))
        until = min((day for day in (last, self.day) if day), default=None)
        return self._recent() if self.is_recent else first, until

    @property
    def is_recent(self) -> bool:
        return not (self.valid_data.get("from") or self.valid_data.get("to"))

    def _recent(self) -> datetime.date | None:
        changes = EventState.objects.changes(last=self.day).order_by("-known_from")
        days = changes.values_list("known_from", flat=True).distinct()[:RECENT]
        return min(days, default=None)


class ChangesPageForm(PageForm):
    """The page that follows a change, found by its day and event."""

    def clean_after(self) -> Place | None:
        after: Cursor | None = self.cleaned_data["after"]
        if after is None:
            return None
        year, rest = divmod(after.position, 10_000)
        try:
            return after.id, datetime.date(year, *divmod(rest, 100))
        except ValueError as error:
            invalid = self.fields["after"].error_messages["invalid"]
            raise ValidationError(invalid, params={"value": str(after)}) from error


@dataclass(frozen=True, slots=True)
class Changed:
    """One change of an event, with what was said that day and the events that brought it."""

    state: EventState
    evidence: list[Evidence]
    brought_by: list[Event]

    @property
    def event(self) -> Event:
        return self.state.event


@dataclass(frozen=True, slots=True)
class Day:
    day: datetime.date
    changes: list[Changed]


@dataclass(frozen=True, slots=True)
class ChangesPage:
    days: list[Day]
    after: Cursor | None


def changes_page(states: EventStateQuerySet, form: ChangesPageForm) -> ChangesPage:
    """The page of `states` that `form` asks for, in a fixed number of queries."""
    form.is_valid()
    if place := form.cleaned_data.get("after"):
        event, day = place
        same_day = Q(known_from=day, event__lt=event)
        states = states.filter(Q(known_from__lt=day) | same_day, known_from__lte=day)
    events = Prefetch("event", Event.objects.defer("search", "date_note_en", "date_note_zh"))
    found = list(states.prefetch_related(events)[: PAGE + 1])
    shown, more = found[:PAGE], len(found) > PAGE
    days = [Day(day, list(group)) for day, group in groupby(_changed(shown), _day_of)]
    return ChangesPage(days, _place(shown[-1]) if more else None)


def _day_of(changed: Changed) -> datetime.date:
    return changed.state.known_from


def _place(state: EventState) -> Cursor:
    return Cursor(int(f"{state.known_from:%Y%m%d}"), state.event_id)


def _changed(states: list[EventState]) -> list[Changed]:
    claims, links = claims_of(states), links_of(states)
    return [
        Changed(
            state,
            evidence_for(state.event, claims[state.event_id, state.known_from]),
            links[state.event_id, state.known_from],
        )
        for state in states
    ]


def _places(states: Iterable[EventState]) -> dict[str, Any]:
    return {
        "event__in": {state.event_id for state in states},
        "day__in": {state.known_from for state in states},
    }


def claims_of(states: list[EventState]) -> dict[Place, list[Claim]]:
    """What was said of each event on the day it changed."""
    said = Claim.objects.with_day().filter(**_places(states)).order_by("source", "id")
    claims: dict[Place, list[Claim]] = defaultdict(list)
    for claim in said.select_related("source__publisher").defer("source__text"):
        claims[claim.event_id, vars(claim)["day"]].append(claim)
    return claims


def links_of(states: list[EventState]) -> dict[Place, list[Event]]:
    """The events that delayed or denied another, by the day they were first reported."""
    published = Event.objects.published()
    first = {"from_event__states__was_status": "", "kind__in": CHANGE_OTHERS}
    links = EventLink.objects.filter(from_event__in=published, **first).annotate(
        event=F("to_event"), day=F("from_event__states__known_from")
    )
    others: dict[Place, list[Event]] = defaultdict(list)
    for link in links.filter(**_places(states)).select_related("from_event").order_by("id"):
        told = others[link.to_event_id, link.day]
        if link.from_event not in told:
            told.append(link.from_event)
    return others
