"""Events as an iCalendar file (RFC 5545, RFC 7986) of all-day entries."""

import datetime
from collections.abc import Callable, Iterable

import icalendar
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from dates import Precision
from dates.fields import in_words
from events.exchange.calendar.planned import AHEAD
from events.exchange.identity import AUTHORITY, event_uid, printable
from events.localization import listed, name_of, summary_of, title_of
from events.models import Event
from events.models.vocabulary import Certainty, EventKind, Status

CHECK_AGAIN = datetime.timedelta(hours=12)
DAY = datetime.timedelta(days=1)


def calendar(
    events: Iterable[Event],
    moved: dict[int, int],
    absolute: Callable[[str], str],
    *,
    title: str,
    source: str,
) -> bytes:
    """The file; `moved` counts the moves of each event, `absolute` makes a full address."""
    document = icalendar.Calendar()
    document.add("prodid", f"-//{AUTHORITY}//planned//EN")
    document.add("version", "2.0")
    document.add("name", title)
    document.add("x-wr-calname", title)
    document.add("source", source, parameters={"VALUE": "URI"})
    document.add("refresh-interval", CHECK_AGAIN, parameters={"VALUE": "DURATION"})
    document.add("x-published-ttl", "PT12H")
    for event in events:
        address = absolute(event.get_absolute_url())
        document.add_component(_entry(event, moved.get(event.pk, 0), address))
    return bytes(document.to_ical())


def _entry(event: Event, sequence: int, address: str) -> icalendar.Event:
    assert event.date  # noqa: S101  # only events with both ends of their date are asked for
    assert event.date.earliest and event.date.latest  # noqa: PT018, S101
    title = title_of(event)
    entry = icalendar.Event()
    entry.add("uid", event_uid(event.pk))
    entry.add("sequence", sequence)
    # Of a calendar that is published, the stamp is the day of the last change.
    entry.add("dtstamp", event.updated_at)
    entry.add("last-modified", event.updated_at)
    entry.add("created", event.created_at)
    entry.add("dtstart", event.date.earliest)
    entry.add("dtend", event.date.latest + DAY)  # the day after
    entry.add("summary", _summary(event, str(title)), parameters={"LANGUAGE": title.lang})
    entry.add("description", _description(event, address))
    entry.add("status", _status(event))
    entry.add("transp", "TRANSPARENT")  # nobody is busy because of it
    entry.add("categories", _categories(event))
    entry.add("url", address)
    return entry


def _status(event: Event) -> str:
    if event.status == Status.CANCELLED:
        return "CANCELLED"
    return "CONFIRMED" if event.certainty == Certainty.CONFIRMED else "TENTATIVE"


def _summary(event: Event, title: str) -> str:
    """The title, with what a calendar could not show otherwise in brackets."""
    notes = list(_notes(event))
    if notes:
        title = _("%(event)s (%(notes)s)") % {"event": title, "notes": listed(notes)}
    return printable(title)


def _notes(event: Event) -> Iterable[str]:
    if event.status in (Status.DELAYED, Status.CANCELLED):
        yield word(Status, event.status)
    if event.status in AHEAD and event.certainty != Certainty.CONFIRMED:
        yield word(Certainty, event.certainty)
    if event.date and event.date.precision is not Precision.DAY:
        yield _("%(date)s, day not known") % {"date": in_words(event.date)}
    elif event.date and (event.date.approximate or event.date.uncertain):
        yield str(in_words(event.date))


def word(among: type[EventKind] | type[Status] | type[Certainty], value: str) -> str:
    """As `get_…_display()`, which looks at every choice in every language each time."""
    return str(among(value).label)


def _description(event: Event, address: str) -> str:
    facts = [
        word(EventKind, event.kind),
        word(Status, event.status),
        word(Certainty, event.certainty),
    ]
    lines = [
        capfirst(str(in_words(event.date))),
        capfirst(listed(facts)),
        str(summary_of(event)),
        address,
    ]
    return printable("\n".join(filter(None, lines)))


def _categories(event: Event) -> list[str]:
    who = [name_of(role.organization) for role in event.event_organizations.all()]
    what = [name_of(role.model) for role in event.event_models.all()]
    names = (capfirst(word(EventKind, event.kind)), *who, *what)
    return [printable(name) for name in dict.fromkeys(map(str, names))]
