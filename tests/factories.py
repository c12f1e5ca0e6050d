"""Rows for tests, each with one call; whatever a test does not name gets a plain default."""

from itertools import count
from typing import Any

from django.db import transaction

from events.models import (
    AIModel,
    Claim,
    Event,
    EventModel,
    EventOrganization,
    EventPerson,
    Organization,
    Person,
    Proposal,
)
from events.search.indexing import postponed_indexing, reindex_events
from sources.models import Publisher, Source

_numbers = count(1)


def make_publisher(**values: Any) -> Publisher:
    number = next(_numbers)
    values = {"name": f"Publisher {number}", "slug": f"publisher-{number}", **values}
    return Publisher.objects.create(**values)


def make_source(**values: Any) -> Source:
    number = next(_numbers)
    values = {"title": f"Source {number}", "slug": f"source-{number}", "language": "en", **values}
    return Source.objects.create(**values)


def make_organization(name: str = "", **values: Any) -> Organization:
    number = next(_numbers)
    values = {"slug": f"organization-{number}", **values}
    return Organization.objects.create(name=name or f"Organization {number}", **values)


def make_model(name: str = "", **values: Any) -> AIModel:
    number = next(_numbers)
    return AIModel.objects.create(
        name=name or f"Model {number}", **{"slug": f"model-{number}", **values}
    )


def make_person(name: str = "", **values: Any) -> Person:
    number = next(_numbers)
    return Person.objects.create(
        name=name or f"Person {number}", **{"slug": f"person-{number}", **values}
    )


def make_event(
    *,
    organizations: tuple[Organization, ...] = (),
    models: tuple[AIModel, ...] = (),
    people: tuple[Person, ...] = (),
    sources: tuple[Source, ...] | None = None,
    **values: Any,
) -> Event:
    """A published event with one claim (from each of `sources`, or from a new one)."""
    number = next(_numbers)
    values = {
        "slug": f"event-{number}",
        "title_en": f"Event {number}",
        "kind": Event.Kind.RELEASE,
        "date": "2025-05-15",
        "visibility": Event.Visibility.PUBLISHED,
        **values,
    }
    with postponed_indexing():
        event = Event.objects.create(**values)
        for source in (make_source(),) if sources is None else sources:
            make_claim(event, source)
        for organization in organizations:
            EventOrganization.objects.create(event=event, organization=organization)
        for model in models:
            EventModel.objects.create(event=event, model=model)
        for person in people:
            EventPerson.objects.create(event=event, person=person)
    return event


def make_events(
    *rows: dict[str, Any],
    organizations: tuple[Organization, ...] = (),
    models: tuple[AIModel, ...] = (),
    people: tuple[Person, ...] = (),
    source: Source | None = None,
) -> list[Event]:
    """Many published events with a claim of one source, in few queries and without history."""
    usual = {"kind": Event.Kind.RELEASE, "date": "2025-05-15", "visibility": "published"}
    numbered = [(next(_numbers), row) for row in rows]
    told_by = source or make_source()
    with transaction.atomic():
        events = Event.objects.bulk_create(
            Event(**{"slug": f"event-{number}", "title_en": f"Event {number}", **usual, **row})
            for number, row in numbered
        )
        Claim.objects.bulk_create(Claim(event=event, source=told_by) for event in events)
        roles_of: list[tuple[Any, str, tuple[Any, ...]]] = [
            (EventOrganization, "organization", organizations),
            (EventModel, "model", models),
            (EventPerson, "person", people),
        ]
        for through, name, entities in roles_of:
            roles = [{"event": event, name: entity} for event in events for entity in entities]
            through.objects.bulk_create(through(**role) for role in roles)
        reindex_events([event.pk for event in events])
    return events


def make_claim(event: Event, source: Source, **values: Any) -> Claim:
    return Claim.objects.create(event=event, source=source, **values)


def make_proposal(source: Source, passage: str = "", **values: Any) -> Proposal:
    """An open proposal about a passage of the source's text, or about its whole text."""
    passage = passage or source.text
    start = source.text.index(passage)
    values = {
        "fingerprint": f"fingerprint-{next(_numbers)}",
        "title_en": passage[:80],
        "kind": Event.Kind.RELEASE,
        "status": Event.Status.HAPPENED,
        "certainty": Event.Certainty.REPORTED,
        "score": 0.5,
        **values,
    }
    return Proposal.objects.create(
        source=source,
        passage=passage,
        passage_start=start,
        passage_end=start + len(passage),
        **values,
    )
