"""What changed between two days."""

import datetime
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from events.changes import ChangesFilter, ChangesPageForm, changes_page
from events.models import Event, EventLink, EventOrganization, EventState
from events.models.state import Change
from tests.factories import make_claim, make_event, make_events, make_organization, make_source
from tests.test_as_of import a_promise_that_slipped, rows

pytestmark = pytest.mark.django_db


def changes(query: str = "") -> list[tuple[str, list[Change]]]:
    states = ChangesFilter(QueryDict(query)).states()
    return [(str(state.known_from), state.changes) for state in states]


def test_each_change_is_told_on_its_day_newest_first() -> None:
    a_promise_that_slipped()
    assert changes() == [
        ("2025-08-01", [Change.DOUBTED]),
        ("2025-07-01", [Change.MOVED, Change.TURNED]),
        ("2025-04-01", [Change.REPORTED]),
    ]


@pytest.mark.parametrize(
    ("query", "days"),
    [
        ("from=2025-07-01", ["2025-08-01", "2025-07-01"]),
        ("from=2025-07-02", ["2025-08-01"]),
        ("to=2025-07-01", ["2025-07-01", "2025-04-01"]),
        ("from=July 2025&to=July 2025", ["2025-07-01"]),
        ("from=2025-05&to=2025-06", []),
        ("as_of=2025-07-20", ["2025-07-01", "2025-04-01"]),
        ("change=moved", ["2025-07-01"]),
        ("change=turned&change=reported", ["2025-07-01", "2025-04-01"]),
        ("change=doubted", ["2025-08-01"]),
        ("status=planned", ["2025-04-01"]),
        ("certainty=denied", ["2025-08-01"]),
        ("kind=release", ["2025-08-01", "2025-07-01", "2025-04-01"]),
        ("kind=delay", []),
    ],
)
def test_both_days_count_and_filters_narrow(query: str, days: list[str]) -> None:
    a_promise_that_slipped()
    assert [day for day, _ in changes(query)] == days


def test_it_asks_for_the_changes_of_an_organization() -> None:
    make_event()
    slipped, meta = a_promise_that_slipped(), make_organization(slug="meta")
    EventOrganization.objects.create(event=slipped, organization=meta)
    assert len(changes("organization=meta")) == 3


@pytest.mark.parametrize("visibility", ["draft", "in_review", "retracted"])
def test_only_changes_of_published_events_are_told(visibility: str) -> None:
    a_promise_that_slipped(visibility=visibility)
    assert not EventState.objects.changes().exists()


def test_corrections_are_changes_of_what_was_known() -> None:
    a_promise_that_slipped()
    corrections = EventState.objects.changes().corrections()
    assert [str(state.known_from) for state in corrections] == ["2025-08-01", "2025-07-01"]


def test_when_no_day_is_named_the_last_days_with_changes_are_told() -> None:
    for day in range(1, 32):
        make_claim(make_event(sources=()), make_source(), claimed_on=f"2025-01-{day:02}")
    assert ChangesFilter(QueryDict()).days == (datetime.date(2025, 1, 2), None)
    as_of = ChangesFilter(QueryDict("as_of=2025-01-30"))
    assert as_of.days == (datetime.date(2025, 1, 1), datetime.date(2025, 1, 30))


def shown(query: str = "") -> Any:
    return changes_page(ChangesFilter(QueryDict(query)).states(), ChangesPageForm(QueryDict(query)))


def test_a_change_comes_with_what_was_said_that_day() -> None:
    a_promise_that_slipped()
    doubt = shown().days[0].changes[0]
    assert [str(item.claim.claimed_on) for item in doubt.evidence] == ["2025-08-01"]


def test_a_change_comes_with_the_event_that_brought_it() -> None:
    plan = make_event(sources=(make_source(published="2025-04-01"),), status="delayed")
    delay = make_event(sources=(make_source(published="2025-05-05"),))
    Event.objects.filter(pk=plan.pk).update(status="delayed")
    plan.claims.update(status="planned")
    EventLink.objects.create(from_event=delay, to_event=plan, kind="delays")
    (change,) = shown("change=turned").days[0].changes
    assert (change.event, change.brought_by) == (plan, [delay])


def test_pages_follow_each_other_without_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("events.changes.PAGE", 3)
    source = make_source(published="2025-05-01")
    events = make_events(*[{}] * 5, source=source)
    first = shown()
    rest = shown(f"after={first.after}")
    told = [c.event for page in (first, rest) for day in page.days for c in day.changes]
    assert (told, rest.after) == (events[::-1], None)


def test_a_page_takes_as_many_queries_for_many_changes_as_for_few(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    a_promise_that_slipped()
    with django_assert_num_queries(5):
        client.get("/changes/")
    for _ in range(5):
        a_promise_that_slipped()
    with django_assert_num_queries(5):
        client.get("/changes/")


def test_the_page_tells_changes_in_words(client: Client) -> None:
    a_promise_that_slipped(title_en="Behemoth comes out")
    page = client.get("/changes/").content.decode()
    for words in ("Behemoth comes out", "Date changed", "from planned to delayed", "1 July 2025"):
        assert words in page


@pytest.mark.parametrize(
    "query", ["from=x", "to=%00", "change=z", "after=20259999-3", "after=x", "from=2026&to=2025"]
)
def test_garbage_gives_a_message(client: Client, query: str) -> None:
    a_promise_that_slipped()
    response = client.get(f"/changes/?{query}")
    assert response.status_code == 200
    assert "Not everything in the address was understood" in response.content.decode()


def test_changes_come_as_a_file(client: Client) -> None:
    a_promise_that_slipped()
    told = [
        (row["known_from"], row["change"], row["was_status"], row["date_edtf"])
        for row in rows(client, "/changes.csv?from=2025-04-02")
    ]
    assert told == [
        ("2025-08-01", "doubted", "delayed", "2025-10"),
        ("2025-07-01", "moved;turned", "planned", "2025-10"),
    ]
    (reported,) = rows(client, "/changes.csv?change=reported&as_of=2025-05")
    assert (reported["change"], reported["was_status"]) == ("reported", "")


def test_days_without_changes_say_so(client: Client) -> None:
    page = client.get("/changes/?from=2020&to=2020").content.decode()
    assert "Nothing changed" in page
