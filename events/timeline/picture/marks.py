"""One event as a mark: where it stands, what shape tells, and what is said of it."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dates import PartialDate, Precision
from dates.fields import in_words
from events.localization import Words, title_of
from events.models import Claim, Event
from events.models.vocabulary import Rank, Status
from events.timeline.picture.groups import GROUP_OF
from events.timeline.picture.window import ONE, Window

SHORT, LEAST_ARROW = 16.0, 20.0  # pixels
FONT = 13  # pixels; the stylesheet says the same
_NARROW = set("ijlftI1 .,:;'’|()[]-")


@dataclass(frozen=True, slots=True)
class Mark:
    """Places in percent of the width; None where an end is open and fades out."""

    event: Event
    title: Words
    when: str
    group: str
    start: float
    end: float
    shape: str  # "day", "span", or "short" for a span too short to be seen as one
    fades: str  # "", "left", "right" or "both"
    promised: float | None  # the end of the first promised window, when it came later


def marks_of(
    events: Iterable[Event], window: Window, promises: dict[int, datetime.date], width: int
) -> list[Mark]:
    return [
        _mark(event, event.date, window, promises.get(event.pk), width)
        for event in events
        if event.date
    ]


def _mark(
    event: Event, date: PartialDate, window: Window, promised: datetime.date | None, width: int
) -> Mark:
    start = window.place(date.earliest) if date.earliest else -1.0
    end = window.place(date.latest + ONE) if date.latest else 101.0
    if date.precision is Precision.DAY:
        shape = "day"
    elif (end - start) * width / 100 < SHORT:
        shape = "short"
    else:
        shape = "span"
    if shape != "span":
        start = end = (start + end) / 2
    slipped = promised and (start - window.place(promised + ONE)) * width / 100 > LEAST_ARROW
    return Mark(
        event=event,
        title=title_of(event),
        when=str(in_words(date)),
        group=GROUP_OF[event.kind],
        start=start,
        end=end,
        shape=shape,
        fades=_fades(date),
        promised=window.place(promised + ONE) if promised and slipped else None,
    )


def _fades(date: PartialDate) -> str:
    if date.earliest and date.latest:
        return ""
    return "left" if date.latest else "right"


def promises_for(events: Sequence[Event]) -> dict[int, datetime.date]:
    """The last day of the window in which each event was first promised, where one was."""
    claims = Claim.objects.filter(
        event__in=[event.pk for event in events],
        status__in=(Status.PLANNED, Status.DELAYED),
        date_latest__isnull=False,
    ).exclude(rank=Rank.DEPRECATED)
    if events:
        claims = claims.said_by(events[0].known_on)
    promises: dict[int, datetime.date] = {}
    for event, day in claims.in_order_said().values_list("event_id", "date_latest"):
        if day:
            promises.setdefault(event, day)
    return promises


def text_width(text: str) -> float:
    """About how many pixels a text takes."""
    return sum(_character_width(character) for character in text)


def _character_width(character: str) -> float:
    if character > "⺀":
        return FONT
    if character in _NARROW:
        return FONT * 0.31
    return FONT * (0.68 if character.isupper() else 0.55)


def shortened(text: str, room: float) -> str:
    """As much of the text as fits into so many pixels."""
    if text_width(text) <= room:
        return text
    room -= FONT * 0.9
    for place, character in enumerate(text):
        room -= _character_width(character)
        if room < 0:
            return text[:place].rstrip() + "…"
    return text
