"""How an event hangs together with others, read from both sides."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.models import Event, EventLink
from events.models.entity import Entity
from events.models.queryset import EventQuerySet
from events.models.vocabulary import LinkKind

_FROM_HERE: dict[str, str | Promise] = {
    LinkKind.DELAYS: _("Delays"),
    LinkKind.SUPERSEDES: _("Supersedes"),
    LinkKind.CONTRADICTS: _("Contradicts"),
    LinkKind.DENIES: _("Denies"),
    LinkKind.SUPPORTS: _("Supports"),
    LinkKind.FOLLOWS_UP: _("Follows up"),
    LinkKind.RESPONDS_TO: _("Responds to"),
    LinkKind.SAME_AS: _("Is the same as"),
    LinkKind.SAME_DAY_AS: _("On the same day"),
}
_TO_HERE: dict[str, str | Promise] = {
    **_FROM_HERE,
    LinkKind.DELAYS: _("Delayed by"),
    LinkKind.SUPERSEDES: _("Superseded by"),
    LinkKind.CONTRADICTS: _("Contradicted by"),
    LinkKind.DENIES: _("Denied by"),
    LinkKind.SUPPORTS: _("Supported by"),
    LinkKind.FOLLOWS_UP: _("Followed up by"),
    LinkKind.RESPONDS_TO: _("Answered by"),
}


@dataclass(frozen=True, slots=True)
class Related:
    """One event beside another, with all that connects them, in words."""

    event: Event
    words: list[str | Promise]


def relations_of(event: Event, as_of: date | None = None) -> list[Related]:
    """Every published event linked from this one or to it, by first day.

    This event stands among them, without words, so that one sees what came before and after.
    """
    related = {event.pk: Related(event, [])}
    for side, other, words in (
        ("from_event", "to_event", _FROM_HERE),
        ("to_event", "from_event", _TO_HERE),
    ):
        for link in _links(event, side, other, as_of):
            linked = getattr(link, other)
            known = related.setdefault(linked.pk, Related(linked, []))
            if words[link.kind] not in known.words:
                known.words.append(words[link.kind])
    return sorted(related.values(), key=_place) if len(related) > 1 else []


def _place(related: Related) -> tuple[date, int]:
    """By first day: beside each other “March–May” follows February, whatever its heading."""
    when = related.event.date
    return (when and (when.earliest or when.latest)) or date.min, related.event.pk


def _links(event: Event, side: str, other: str, as_of: date | None) -> list[EventLink]:
    published: EventQuerySet = Event.objects.published().as_of(as_of)
    links = EventLink.objects.filter(**{side: event, f"{other}__in": published})
    return list(links.prefetch_related(Prefetch(other, published.for_timeline())))


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What came before and after an event of the same model or organization."""

    entity: Entity
    before: Event | None
    after: Event | None


def neighbours_of(event: Event, as_of: date | None = None) -> Neighbours | None:
    """Along the model it is about, else the organization; None when it is about neither."""
    entity = _main_entity(event)
    if entity is None:
        return None
    events: EventQuerySet = Event.objects.published().as_of(as_of).involving(entity)
    events = events.defer("search", "date_note_en", "date_note_zh")
    day = _place(Related(event, []))[0]
    # Said twice, so that an index is entered at the day and not walked up to it.
    earlier = Q(date_earliest__lte=day) & (Q(date_earliest__lt=day) | Q(id__lt=event.pk))
    later = Q(date_earliest__gte=day) & (Q(date_earliest__gt=day) | Q(id__gt=event.pk))
    return Neighbours(
        entity,
        events.filter(earlier).order_by("-date_earliest", "-id").first(),
        events.filter(later).order_by("date_earliest", "id").first(),
    )


def _main_entity(event: Event) -> Entity | None:
    roles = (*event.event_models.all(), *event.event_organizations.all())
    return next((role.entity for role in roles), None)
