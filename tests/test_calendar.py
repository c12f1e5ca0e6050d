"""The calendar of what is planned, read back as a calendar program does."""

import datetime
from typing import Any

import icalendar
import pytest
from django.test import Client
from django.utils import timezone

from events.models import Event
from tests.factories import make_event, make_organization

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def _day(days: int) -> datetime.date:
    return timezone.localdate() + days * DAY


def _planned(days: int = 30, **values: Any) -> Event:
    return make_event(**{"status": "planned", "date": str(_day(days)), **values})


def _change(event: Event, **values: Any) -> Event:
    for name, value in values.items():
        setattr(event, name, value)
    event.version += 1
    event.save()
    return event


def _file(client: Client, query: str = "") -> bytes:
    response = client.get(f"/planned.ics{query}")
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return bytes(response.content)


def _entries(client: Client, query: str = "") -> list[Any]:
    return _read(_file(client, query)).walk("VEVENT")  # type: ignore[no-any-return]


def _read(content: bytes) -> Any:
    return icalendar.Calendar.from_ical(content)


def test_a_planned_day_is_a_whole_day(client: Client) -> None:
    event = _planned(title_en="Tiny is released", organizations=(make_organization("Lab"),))
    (entry,) = _entries(client)
    assert entry["DTSTART"].params["VALUE"] == "DATE"
    assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (_day(30), _day(31))
    assert entry["UID"] == f"event-{event.pk}@aitimeline"
    assert entry["URL"] == f"http://testserver{event.get_absolute_url()}"
    assert entry["CATEGORIES"].cats == ["Release", "Lab"]


@pytest.mark.parametrize(
    ("status", "certainty", "told", "summary"),
    [
        ("planned", "confirmed", "CONFIRMED", "Tiny"),
        ("planned", "reported", "TENTATIVE", "Tiny (reported)"),
        ("delayed", "rumoured", "TENTATIVE", "Tiny (delayed, rumoured)"),
        ("cancelled", "confirmed", "CANCELLED", "Tiny (cancelled)"),
    ],
)
def test_it_tells_how_sure_it_is(
    client: Client, status: str, certainty: str, told: str, summary: str
) -> None:
    _planned(status=status, certainty=certainty, title_en="Tiny")
    (entry,) = _entries(client)
    assert (entry["STATUS"], entry["SUMMARY"]) == (told, summary)


def test_the_sequence_grows_when_it_moves_and_only_then(client: Client) -> None:
    event = _planned()
    assert _entries(client)[0]["SEQUENCE"] == 0
    _change(event, date=str(_day(60)))
    assert _entries(client)[0]["SEQUENCE"] == 1
    _change(event, summary_en="Better words.")
    assert _entries(client)[0]["SEQUENCE"] == 1
    _change(event, status="cancelled")
    (entry,) = _entries(client)
    assert (entry["SEQUENCE"], entry["STATUS"], entry["DTSTART"].dt) == (2, "CANCELLED", _day(60))


def test_what_came_true_stays_with_its_real_day(client: Client) -> None:
    event = _planned(3, certainty="confirmed")
    _change(event, status="happened", date=str(_day(-2)))
    (entry,) = _entries(client)
    assert (entry["STATUS"], entry["DTSTART"].dt) == ("CONFIRMED", _day(-2))
    _change(event, date=str(_day(-400)))
    assert _entries(client) == []


def test_what_was_never_planned_is_left_out(client: Client) -> None:
    make_event(status="happened", date=str(_day(-2)))
    assert _entries(client) == []


def test_months_and_quarters_come_when_asked_for(client: Client) -> None:
    year = timezone.localdate().year + 1
    for date in (f"{year}-02", f"{year}-33", f"{year}", f"{year}-02-03/.."):
        _planned(date=date, title_en="Tiny", certainty="confirmed")
    assert _entries(client) == []
    entries = _entries(client, "?coarse=1")
    spans = {entry["SUMMARY"]: (entry["DTSTART"].dt, entry["DTEND"].dt) for entry in entries}
    first, march = datetime.date(year, 1, 1), datetime.date(year, 3, 1)
    assert spans == {
        f"Tiny (Q1 {year}, day not known)": (first, datetime.date(year, 4, 1)),
        f"Tiny (February {year}, day not known)": (datetime.date(year, 2, 1), march),
    }


def test_a_day_that_is_not_certain_says_so(client: Client) -> None:
    day = _day(30)
    _planned(date=f"{day}~", title_en="Tiny", certainty="confirmed")
    (entry,) = _entries(client)
    assert entry["SUMMARY"] == f"Tiny (about {day.day} {day:%B %Y})"


def test_what_lies_ahead_comes_first_when_there_is_too_much(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("events.exchange.calendar.planned.MOST", 2)
    for days in (-1, 40, 20):
        _planned(days)
    assert [entry["DTSTART"].dt for entry in _entries(client)] == [_day(20), _day(40)]


@pytest.mark.parametrize("visibility", ["draft", "in_review", "retracted"])
def test_it_hides_what_is_not_published(client: Client, visibility: str) -> None:
    _change(_planned(), visibility=visibility)
    assert _entries(client) == []


def test_it_takes_the_filters_of_the_timeline(client: Client) -> None:
    _planned(kind="release", organizations=(make_organization("Lab", slug="lab"),))
    _planned(kind="conference")
    calendar = _read(_file(client, "?organization=lab&kind=release"))
    assert len(calendar.walk("VEVENT")) == 1
    assert calendar["X-WR-CALNAME"] == "AI Timeline: What is planned (Lab, release)"
    assert calendar["REFRESH-INTERVAL"].dt == datetime.timedelta(hours=12)


@pytest.mark.parametrize("query", ["from=soon", "coarse=2", "kind=x", "order=x"])
def test_garbage_is_refused_in_words(client: Client, query: str) -> None:
    response = client.get(f"/planned.ics?{query}")
    assert response.status_code == 400
    assert response.content.decode().startswith(query.partition("=")[0])


def test_long_chinese_lines_are_folded_between_characters(client: Client) -> None:
    title, summary = (
        "深度求索发布新一代推理模型" * 8,
        "这是一个很长的摘要；有逗号,分号;和反斜线\\。" * 20,
    )
    _planned(title_en="", title_zh=title, summary_zh=f"{summary}\n第二行🎉\x0b")
    content = _file(client, "?lang=zh-hans")
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert all(line.decode() for line in lines[:-1])  # no character is cut in two
    (entry,) = _read(content).walk("VEVENT")
    assert entry["SUMMARY"].startswith(title)
    assert entry["SUMMARY"].params["LANGUAGE"] == "zh-Hans"
    assert f"{summary}\n第二行🎉\n" in entry["DESCRIPTION"]


def test_a_reader_who_has_it_is_told_that_nothing_changed(client: Client) -> None:
    event = _planned()
    first = client.get("/planned.ics")
    assert client.get("/planned.ics").content == first.content
    seen = {"if-none-match": first["ETag"]}
    assert client.get("/planned.ics", headers=seen).status_code == 304
    _change(event, status="delayed")
    assert client.get("/planned.ics", headers=seen).status_code == 200


def test_the_number_of_queries_is_fixed(client: Client, django_assert_max_num_queries: Any) -> None:
    for days in (-1, 1, 2, 3):
        _planned(days, organizations=(make_organization(),))
    with django_assert_max_num_queries(9):
        client.get("/planned.ics")
