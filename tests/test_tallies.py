"""The tallies the database keeps are right after every kind of write."""

from collections import Counter
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.models import (
    Event,
    EventModel,
    EventOrganization,
    EventTally,
    ModelTally,
    OrganizationTally,
)
from events.models.tally import OPEN_BEGINNING, OPEN_END
from tests.factories import make_event, make_model, make_organization

pytestmark = pytest.mark.django_db

DATES = ("2025-04-29", "2025-04", "2025-33", "2024", "../2025-07-15", "2025-05/..")
KINDS, STATUSES = ("release", "delay"), ("planned", "happened")
VISIBILITIES = ("draft", "published")


def month(day: Any, unknown: int) -> int:
    return day.year * 12 + day.month - 1 if day else unknown


def sort_of(event: Event) -> tuple[int, int, str]:
    date = event.date
    assert date
    return month(date.earliest, OPEN_BEGINNING), month(date.latest, OPEN_END), event.kind


def kept(tally: Any, *keys: str) -> Counter[Any]:
    rows = tally.objects.values_list("first_month", "last_month", "kind", *keys, "events")
    sums: Counter[Any] = Counter()
    for *key, events in rows:
        sums[tuple(key)] += events
    return Counter({key: events for key, events in sums.items() if events})


def counted(through: Any, entity: str) -> Counter[Any]:
    roles = through.objects.filter(event__visibility="published").select_related("event")
    pairs = {(role.event_id, getattr(role, entity)): role.event for role in roles}
    return Counter((*sort_of(event), pk) for (_, pk), event in pairs.items())


def assert_right() -> None:
    published = Event.objects.published()
    by_event = Counter((*sort_of(event), event.status, event.certainty) for event in published)
    assert kept(EventTally, "status", "certainty") == by_event
    assert kept(OrganizationTally, "entity_id") == counted(EventOrganization, "organization_id")
    assert kept(ModelTally, "entity_id") == counted(EventModel, "model_id")


WRITES = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 3), st.integers(0, 5)), min_size=1, max_size=14
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(writes=WRITES)
def test_they_agree_with_a_plain_count_after_any_writes(writes: list[tuple[int, int, int]]) -> None:
    Event.objects.all().delete()
    organizations = [make_organization(), make_organization()]
    model = make_model()
    for what, which, how in writes:
        events = list(Event.objects.order_by("pk"))
        event = events[which % len(events)] if events else None
        _write(what, how, event, organizations[which % 2], model)
    assert_right()


def _write(what: int, how: int, event: Event | None, organization: Any, model: Any) -> None:
    roles = {"event": event, "organization": organization}
    if what < 2 or event is None:
        make_event(date=DATES[how], visibility=VISIBILITIES[how % 2], models=(model,))
    elif what == 2:
        EventOrganization.objects.get_or_create(**roles, role=("actor", "subject")[how % 2])
    elif what == 3:
        EventOrganization.objects.filter(**roles).delete()
    elif what == 4:
        own = EventOrganization.objects.filter(event=event)
        if not own.filter(organization=organization).exists():
            own.update(organization=organization)
    elif what == 5:
        event.delete()
    elif what == 6:
        Event.objects.filter(pk=event.pk).update(visibility=VISIBILITIES[how % 2])
    elif what == 7:
        event.date = DATES[how]
        event.save()
    elif what == 8:
        Event.objects.update(kind=KINDS[how % 2], status=STATUSES[how // 3])
    else:
        EventModel.objects.filter(event=event).delete()


def test_copied_rows_count_too() -> None:
    event = make_event(date="2025-04")
    with connection.cursor() as cursor:
        columns = "slug, title_en, title_zh, summary_en, summary_zh, kind, status, certainty, "
        columns += "date_edtf, date_earliest, date_latest, date_basis, date_note_en, date_note_zh, "
        columns += "importance, visibility, version, created_at, updated_at"
        cursor.execute(f"SELECT {columns} FROM events_event WHERE id = %s", [event.pk])
        row = list(cursor.fetchone())
        with cursor.copy(f"COPY events_event ({columns}) FROM STDIN") as to:
            to.write_row([f"{row[0]}-2", *row[1:15], "draft", *row[16:]])
            to.write_row([f"{row[0]}-3", *row[1:15], "draft", *row[16:]])
    Event.objects.filter(visibility="draft").update(kind="delay")
    assert_right()


def test_many_small_differences_are_settled() -> None:
    event = make_event(visibility="draft", sources=())
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO events_eventtally (first_month, last_month, kind, status, certainty, "
            "events) SELECT 1, 1, 'release', 'happened', 'reported', 1 - n %% 2 * 2 "
            "FROM generate_series(1, %s) n",
            [2000],
        )
    Event.objects.filter(pk=event.pk).update(kind="delay")
    assert EventTally.objects.count() == 0
    assert_right()


def test_emptying_the_table_empties_the_tallies() -> None:
    make_event(organizations=(make_organization(),))
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("TRUNCATE events_event CASCADE")
    assert_right()


def test_rebuilding_gives_the_same() -> None:
    make_event(organizations=(make_organization(),), models=(make_model(),), date="2025")
    before = kept(EventTally), kept(OrganizationTally, "entity_id"), kept(ModelTally, "entity_id")
    with connection.cursor() as cursor:
        cursor.execute("SELECT rebuild_tallies()")
    after = kept(EventTally), kept(OrganizationTally, "entity_id"), kept(ModelTally, "entity_id")
    assert before == after
