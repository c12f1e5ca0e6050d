"""Events as they were known on a day of the past."""

import csv
import datetime
import io
from typing import Any
from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from django.test import Client
from django.utils import timezone

from dates import PartialDate
from events.models import Event, EventOrganization
from events.reading import keep_day
from events.timeline.filters import TimelineFilter
from tests.factories import make_claim, make_event, make_organization, make_source

pytestmark = pytest.mark.django_db

APRIL, MAY, JULY = (datetime.date(2025, month, 20) for month in (4, 5, 7))


def a_promise_that_slipped(**values: Any) -> Event:
    """Promised on 1 April for June, delayed on 1 July to October, denied on 1 August."""
    values = {"status": "delayed", "certainty": "denied", "date": "2025-10", **values}
    event = make_event(sources=(), **values)
    make_claim(event, make_source(), claimed_on="2025-04-01", status="planned", date="2025-06")
    make_claim(event, make_source(), claimed_on="2025-07-01", status="delayed", date="2025-10")
    make_claim(event, make_source(), claimed_on="2025-08-01", stance="contradicts")
    return event


def shown(**query: str) -> list[Event]:
    return list(TimelineFilter(QueryDict(urlencode(query))).events())


def test_an_event_carries_what_was_known_on_the_day() -> None:
    a_promise_that_slipped()
    event = Event.objects.as_of(MAY).get()
    assert (event.status, event.certainty, event.date) == (
        *("planned", "reported"),
        PartialDate.parse("2025-06"),
    )
    assert (event.date_latest, event.timeline_position) == (datetime.date(2025, 6, 30), 20250600)


def test_before_the_first_claim_there_is_no_event() -> None:
    a_promise_that_slipped()
    assert not Event.objects.as_of(datetime.date(2025, 3, 31)).exists()
    assert Event.objects.as_of(datetime.date(2025, 4, 1)).exists()


def test_without_a_day_nothing_is_joined() -> None:
    assert str(Event.objects.as_of(None).query) == str(Event.objects.all().query)


def test_today_everything_is_as_it_is_now() -> None:
    events = [a_promise_that_slipped(), make_event(), make_event(date="2025")]
    today = list(Event.objects.published().as_of(timezone.localdate()).newest_first())
    assert [(e.pk, e.status, e.date, e.date_basis) for e in today] == [
        (e.pk, e.status, e.date, e.date_basis) for e in Event.objects.newest_first()
    ]
    assert len(today) == len(events)


def test_an_event_of_the_past_is_not_saved() -> None:
    a_promise_that_slipped()
    with pytest.raises(ValueError, match="is not saved"):
        Event.objects.as_of(MAY).get().save()


def test_words_of_today_that_tell_what_came_later_are_left_out() -> None:
    words = {"date_basis": "printed", "date_note_en": "It moved.", "summary_en": "It slipped."}
    a_promise_that_slipped(**words)
    then, now = (Event.objects.as_of(day).get() for day in (MAY, timezone.localdate()))
    assert [getattr(then, name) for name in words] == ["", "", ""]
    assert [getattr(now, name) for name in words] == list(words.values())


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"status": "planned"}, 1),
        ({"status": "delayed"}, 0),
        ({"certainty": "denied"}, 0),
        ({"from": "2025-06", "to": "2025-06"}, 1),
        ({"from": "2025-10"}, 0),
    ],
)
def test_filters_ask_what_was_known_then(query: dict[str, str], found: int) -> None:
    a_promise_that_slipped()
    assert len(shown(as_of="2025-05-20", **query)) == found
    assert len(shown(**query)) == 1 - found


def test_the_order_is_that_of_the_dates_then() -> None:
    slipped, other = a_promise_that_slipped(), make_event(date="2025-08", sources=())
    make_claim(other, make_source(), claimed_on="2025-04-01")
    assert shown(as_of="2025-05-20") == [other, slipped]
    assert shown() == [slipped, other]


def test_only_overdue_then_is_overdue() -> None:
    a_promise_that_slipped()
    assert not Event.objects.as_of(MAY).overdue(MAY).exists()
    assert Event.objects.as_of(MAY).overdue(datetime.date(2025, 7, 1)).exists()


def test_sources_count_from_the_day_they_spoke() -> None:
    a_promise_that_slipped()
    assert Event.objects.as_of(MAY).for_timeline().get().source_count == 1
    assert Event.objects.as_of(JULY).for_timeline().get().source_count == 2


def test_events_are_prefetched_and_nested_as_they_were_known() -> None:
    event, meta = a_promise_that_slipped(), make_organization()
    EventOrganization.objects.create(event=event, organization=meta)
    then = Event.objects.published().as_of(MAY).involving(meta)
    roles = EventOrganization.objects.filter(event__in=then.filter(status="planned"))
    assert roles.count() == 1
    assert not roles.filter(event__in=then.filter(status="delayed")).exists()


# Pages and files


def text(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


@pytest.mark.parametrize("day", ["2025-05-20", "20 May 2025", "2025年5月20日"])
def test_a_page_of_the_past_says_so_and_leads_back(client: Client, day: str) -> None:
    a_promise_that_slipped()
    page = client.get("/", {"as_of": day, "kind": "release"}).content.decode()
    assert "You read what had been reported by" in page
    assert 'data-now href="/?kind=release"' in page
    assert "/changes/?from=2025-05-21" in page


def test_a_month_means_its_last_day() -> None:
    assert TimelineFilter({"as_of": "May 2025"}).day == datetime.date(2025, 5, 31)


def test_a_stretch_that_has_begun_means_today() -> None:
    today = timezone.localdate()
    assert TimelineFilter({"as_of": str(today.year)}).day == today


@pytest.mark.parametrize("day", ["garbage", "2099", "2025-05-20/..", "\0", "9" * 300, "31/2/2025"])
@pytest.mark.parametrize("address", ["/", "/about/", "/changes/", "/sources/", "/picture/"])
def test_a_day_that_is_none_is_told_and_gives_now(client: Client, address: str, day: str) -> None:
    response = client.get(address, {"as_of": day})
    page = response.content.decode()
    assert response.status_code == 200
    assert "You read what had been reported" not in page


@pytest.mark.parametrize("day", ["garbage", "2099"])
def test_a_file_refuses_a_day_that_is_none(client: Client, day: str) -> None:
    response = client.get("/events.csv", {"as_of": day})
    assert (response.status_code, response.content[:5]) == (400, b"as_of")


def rows(client: Client, address: str) -> list[dict[str, str]]:
    response = client.get(address)
    text = b"".join(response.streaming_content).decode()  # type: ignore[attr-defined]
    return list(csv.DictReader(io.StringIO(text)))


def test_files_hold_what_was_known_then(client: Client) -> None:
    a_promise_that_slipped()
    (row,) = rows(client, "/events.csv?as_of=2025-05-20")
    told = [row[name] for name in ("status", "certainty", "date_edtf", "date_basis")]
    assert (told, row["source_count"]) == (["planned", "reported", "2025-06", ""], "1")
    assert len(rows(client, "/claims.csv?as_of=2025-05-20")) == 1
    assert len(rows(client, "/sources.csv?as_of=2025-05-20")) == 1
    assert len(rows(client, "/sources.csv")) == 3


def test_files_of_names_count_the_events_then(client: Client) -> None:
    meta = make_organization()
    EventOrganization.objects.create(event=a_promise_that_slipped(), organization=meta)
    counts = [
        rows(client, f"/organizations.csv{query}")[0]["event_count"]
        for query in ("", "?as_of=2025-05-20", "?as_of=2025-03-20")
    ]
    assert counts == ["1", "1", "0"]


def test_a_file_of_the_past_is_named_after_its_day(client: Client) -> None:
    assert "events-as-of-2025-05-20.csv" in str(client.get("/events.csv?as_of=2025-05-20").headers)


def test_the_slider_begins_with_the_first_report(client: Client) -> None:
    a_promise_that_slipped()
    page = text(client, "/?kind=release&as_of=2025-05-20")
    assert 'data-first="2025-04-01"' in page
    assert 'value="2025-05-20"' in page


# Links


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ('<a href="/about/">', '<a href="/about/?as_of=2025-05-20">'),
        (
            '<a class="x" href="/?a=1&amp;b=2#c">',
            '<a class="x" href="/?a=1&amp;b=2&amp;as_of=2025-05-20#c">',
        ),
        ('<a href="?lang=en">', '<a href="?lang=en&amp;as_of=2025-05-20">'),
        ('<a href="/?as_of=2025">', '<a href="/?as_of=2025">'),
        ('<a href="#main">', '<a href="#main">'),
        ('<a href="https://example.org/">', '<a href="https://example.org/">'),
        ('<a href="//example.org/">', '<a href="//example.org/">'),
        ('<a href="/admin/">', '<a href="/admin/">'),
        ('<a data-now href="/">', '<a data-now href="/">'),
        ('<link href="/static/x.css">', '<link href="/static/x.css">'),
        ('<div hx-get="/picture/">', '<div hx-get="/picture/?as_of=2025-05-20">'),
        (
            '<form action="/">',
            '<form action="/"><input type="hidden" name="as_of" value="2025-05-20">',
        ),
        ('<form data-now action="/">', '<form data-now action="/">'),
        ('<form method="post">', '<form method="post">'),
    ],
)
def test_links_and_forms_of_a_page_keep_the_day(html: str, kept: str) -> None:
    assert keep_day(html, MAY) == kept
