"""What a person has to do with events, and what they said."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Prefetch, Q

from events.evidence import Evidence, evidence_for
from events.models import Claim, Event, EventPerson, Person
from events.models.queryset import EventQuerySet, one_of
from events.models.vocabulary import EventKind, Role

MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class InRole:
    label: Any
    events: int


@dataclass(frozen=True, slots=True)
class Words:
    """An event in which a person said something, with the passage that tells it best."""

    event: Event
    evidence: Evidence | None


def roles_of(person: Person, events: Iterable[int]) -> list[InRole]:
    """Most frequent first."""
    roles = EventPerson.objects.filter(one_of("event", list(events)), person=person).order_by()
    counts: dict[str, int] = dict(roles.values_list("role").annotate(n=Count("event")))
    labels: dict[str, Any] = dict(Role.choices)
    return [InRole(labels[role], n) for role, n in sorted(counts.items(), key=lambda row: -row[1])]


def words_of(person: Person, events: EventQuerySet) -> list[Words]:
    """The newest statements a person made, and events they commented on."""
    roles = EventPerson.objects.filter(person=person)
    spoke = Q(pk__in=roles.filter(role=Role.COMMENTER).values("event"))
    stated = Q(kind=EventKind.STATEMENT, pk__in=roles.filter(role=Role.ACTOR).values("event"))
    claims = Claim.objects.select_related("source__publisher").defer("source__text")
    relied_on = claims.said_by(events.day).exclude(rank=Claim.Rank.DEPRECATED)
    said = Prefetch("claims", relied_on.in_order_said())
    newest = events.filter(spoke | stated).newest_first().prefetch_related(said)[:MOST_WORDS]
    return [Words(event, _best(event)) for event in newest]


def _best(event: Event) -> Evidence | None:
    """The longest quote that its source lets readers see."""
    shown = evidence_for(event, event.claims.all())
    return max(shown, key=lambda evidence: len(evidence.quote), default=None)
