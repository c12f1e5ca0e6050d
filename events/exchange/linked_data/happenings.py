"""Events as schema.org knows them: when, whether they slipped, and who says so."""

from collections.abc import Iterable

from django.urls import reverse

from dates.fields import in_words
from events.evidence import apart
from events.exchange.identity import event_tag
from events.exchange.linked_data.nodes import Absolute, Node, iso, node
from events.exchange.linked_data.things import mention, source_node
from events.localization import summary_of, title_of
from events.models import Claim, Event
from events.models.vocabulary import Status

_AHEAD = (Status.PLANNED, Status.DELAYED)


def claims_of(event: Event) -> list[Claim]:
    claims = Claim.objects.filter(event=event).select_related("source__publisher")
    return list(claims.defer("source__text").in_order_said())


def event_node(
    event: Event, claims: Iterable[Claim], absolute: Absolute, part_of: Event | None = None
) -> Node:
    address = absolute(event.get_absolute_url())
    claims = list(claims)
    slipped = promised_before(event, claims)
    title = title_of(event)
    return node(
        "Event",
        id=address,
        identifier=event_tag(event.pk),
        name=str(title),
        inLanguage=title.lang,
        description=_description(event),
        url=address,
        startDate=iso(event.date),
        previousStartDate=slipped,
        eventStatus=f"https://schema.org/{_status(event, slipped)}",
        about=_about(event, absolute),
        superEvent=part_of
        and node("Event", id=absolute(part_of.get_absolute_url()), name=str(title_of(part_of))),
        subjectOf=_told_by(claims, absolute),
    )


def promised_before(event: Event, claims: Iterable[Claim]) -> list[str]:
    """The days, months or years it was promised for, in the order said, that did not hold."""
    dates = [claim.date for claim in claims if claim.status in _AHEAD]
    past = [iso(date) for date in dates if apart(date, event.date)]
    return [date for date in dict.fromkeys(past) if date]


def _status(event: Event, slipped: list[str]) -> str:
    if event.status == Status.CANCELLED:
        return "EventCancelled"
    if slipped:
        return "EventRescheduled"
    return "EventPostponed" if event.status == Status.DELAYED else "EventScheduled"


def _description(event: Event) -> str:
    """The summary, after the date in words where ISO 8601 has none for it."""
    words = str(summary_of(event))
    if iso(event.date):
        return words
    return f"{in_words(event.date)}. {words}".strip()


def _about(event: Event, absolute: Absolute) -> list[Node]:
    roles = [
        *event.event_organizations.all(),
        *event.event_models.all(),
        *event.event_people.all(),
    ]
    entities = dict.fromkeys(role.entity for role in roles)
    return [mention(entity, absolute) for entity in entities]  # type: ignore[arg-type]


def _told_by(claims: Iterable[Claim], absolute: Absolute) -> list[Node]:
    sources = dict.fromkeys(claim.source for claim in claims)
    return [
        source_node(source, absolute(reverse("source", args=[source.slug]))) for source in sources
    ]
