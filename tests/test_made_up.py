"""Made-up events for measuring are what the product itself would have made of them."""

from itertools import chain

import pytest
from django.db import connection

from bench.made_up import filling, rows
from events.models import Claim, Event, EventModel, EventOrganization, EventState, Organization
from events.search.indexing import entity_document, event_documents
from sources.models import Source

EVENTS, SOURCES, SEED = 80, 40, 7


@pytest.fixture
def _filled(db: None) -> None:
    filling.copy(rows.entities(SEED))
    filling.write((SEED, 1, EVENTS, SOURCES))


def states() -> list[tuple[object, ...]]:
    fields = [field.attname for field in EventState._meta.fields if field.attname != "id"]
    return list(EventState.objects.order_by("event", "known_from").values_list(*fields))


@pytest.mark.usefixtures("_filled")
def test_states_are_those_the_database_reads_out_of_the_claims() -> None:
    made = states()
    assert len(made) > EVENTS
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")  # triggers do their part
        cursor.execute("SELECT rebuild_event_states(array_agg(id)) FROM events_event")
    assert states() == made


@pytest.mark.usefixtures("_filled")
def test_events_and_names_are_found_as_if_they_had_been_indexed() -> None:
    organization = Organization.objects.get(pk=1)
    expected = [("organization", 1, entity_document(organization))]
    some = list(Event.objects.values_list("pk", flat=True)[:30])
    expected += [("event", pk, search) for pk, search in event_documents(some).items()]
    with connection.cursor() as cursor:
        for model, number, search in expected:
            cursor.execute(
                f"SELECT search = %s::tsvector FROM events_{model} WHERE id = %s", [search, number]
            )
            assert cursor.fetchone() == (True,)


@pytest.mark.usefixtures("_filled")
def test_rows_are_valid() -> None:
    for model in (Event, EventOrganization, EventModel, Claim, Source):
        made = list(model._default_manager.all())
        assert made
        for row in made[:8]:
            row.full_clean()


@pytest.mark.usefixtures("_filled")
def test_every_event_has_a_claim_and_every_claim_a_source() -> None:
    assert (
        Event.objects.filter(claims__source__in=Source.objects.all()).distinct().count() == EVENTS
    )
    assert not Claim.objects.exclude(source__in=Source.objects.all()).exists()
    assert Source.objects.count() == SOURCES


@pytest.mark.usefixtures("_filled")
def test_indexes_come_back_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    def indexes() -> set[str]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT indexname FROM pg_indexes")
            return {name for (name,) in cursor.fetchall()}

    before = indexes()
    monkeypatch.setattr(filling, "_at_once", _run_definitions)
    with filling.indexes_made_afterwards():
        assert len(indexes()) < len(before)
    assert indexes() == before


def _run_definitions(*statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in chain(*statements):
            if not statement.startswith("VACUUM"):  # not within a test's transaction
                cursor.execute(statement)


def test_the_same_number_and_seed_give_the_same_rows() -> None:
    part = rows.events(SEED, 11, 20, SOURCES)
    rows.events(SEED + 1, 11, 20, SOURCES)
    assert rows.events(SEED, 11, 20, SOURCES) == part
    assert rows.events(SEED + 1, 11, 20, SOURCES) != part


def test_numbers_of_rows_are_never_used_twice() -> None:
    parts = [rows.events(SEED, first, first + 999, SOURCES) for first in (1, 1001)]
    for table in rows.OF_EVENTS:
        numbers = [line.split("\t", 1)[0] for part in parts for line in part[table]]
        assert len(set(numbers)) == len(numbers)
