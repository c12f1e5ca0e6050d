"""Downloads: all rows of what was asked, readable, safe in a spreadsheet, never a draft."""

import csv
import io
import tracemalloc
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries

from dates import PartialDate
from events.exchange.csv.columns import precision, value
from events.exchange.csv.exports import EVENTS, EXPORTS, Export
from events.exchange.csv.promises import PROMISES
from events.exchange.csv.streaming import selected, stream
from events.exchange.csv.views import csv_view
from events.models import Event, EventOrganization
from tests.factories import (
    make_claim,
    make_event,
    make_model,
    make_organization,
    make_person,
    make_publisher,
    make_source,
)

pytestmark = pytest.mark.django_db
FILES = (*EXPORTS, PROMISES)
ADDRESSES = [f"/{export.name}.csv" for export in FILES]


def _text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.getvalue().decode()


def _rows(client: Client, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(_text(client, address), newline="")))


def test_it_gives_one_row_an_event_with_readable_columns(client: Client) -> None:
    lab, other = make_organization("Lab", slug="lab"), make_organization("Other", slug="other")
    whole = make_event(slug="whole", date="2024")
    event = make_event(
        slug="tiny",
        title_zh="小模型",
        date="2025-33",
        organizations=(lab, other),
        models=(make_model("Tiny", slug="tiny"),),
        people=(make_person("Ada", slug="ada"),),
        part_of=whole,
    )
    EventOrganization.objects.create(event=event, organization=lab, role="commenter")
    row, _ = _rows(client, "/events.csv")
    assert row["id"] == str(event.pk)
    assert (row["slug"], row["title_zh"], row["part_of"]) == ("tiny", "小模型", "whole")
    assert (row["date_edtf"], row["date_precision"]) == ("2025-33", "quarter")
    assert (row["date_earliest"], row["date_latest"]) == ("2025-01-01", "2025-03-31")
    assert (row["organizations"], row["organization_names"]) == ("lab;other", "Lab; Other")
    assert (row["models"], row["people"], row["source_count"]) == ("tiny", "ada", "1")
    assert row["url"] == f"http://testserver/events/{event.pk}/tiny/"


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_download_has_its_columns_and_rows(client: Client, address: str) -> None:
    organization, model, person = make_organization(), make_model(), make_person()
    promised = "planned"  # so that it is a promise too
    make_event(status=promised, organizations=(organization,), models=(model,), people=(person,))
    assert len(_rows(client, address)) == 1


@pytest.mark.parametrize("export", FILES, ids=lambda export: export.name)
def test_every_column_has_one_name_and_says_what_it_means(export: Export) -> None:
    names = [column.name for column in export.columns]
    assert len(set(names)) == len(names)
    assert all(column.about for column in export.columns)


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_empty_database_gives_a_header_only(client: Client, address: str) -> None:
    assert _text(client, address).count("\r\n") == 1


def test_when_nothing_can_match_there_is_a_header_only() -> None:
    pieces = stream(EVENTS, Event.objects.none(), str, for_excel=False)
    assert b"".join(pieces).count(b"\r\n") == 1


@pytest.mark.parametrize("name", ["events", "claims", "event_organizations", "event_models"])
def test_it_hides_what_is_not_published(client: Client, name: str) -> None:
    lab, model = make_organization(), make_model()
    for visibility in ("draft", "in_review", "retracted"):
        make_event(visibility=visibility, organizations=(lab,), models=(model,))
    assert _rows(client, f"/{name}.csv") == []


def test_it_hides_that_an_event_is_part_of_a_draft(client: Client) -> None:
    make_event(part_of=make_event(visibility="draft"))
    assert _rows(client, "/events.csv")[0]["part_of"] == ""


def test_it_counts_published_events_only(client: Client) -> None:
    lab = make_organization()
    make_event(organizations=(lab,))
    make_event(organizations=(lab,), visibility="draft")
    assert _rows(client, "/organizations.csv")[0]["event_count"] == "1"


def test_it_leaves_out_what_was_merged_away(client: Client) -> None:
    make_organization(slug="old", merged_into=make_organization(slug="new"))
    assert [row["slug"] for row in _rows(client, "/organizations.csv")] == ["new"]


@pytest.mark.parametrize("name", ["events", "claims", "event_organizations"])
def test_it_takes_the_filters_of_the_timeline(client: Client, name: str) -> None:
    lab = make_organization(slug="lab")
    make_event(kind="delay", title_en="Percent 100%", organizations=(lab,))
    make_event(kind="release", organizations=(lab,))
    assert len(_rows(client, f"/{name}.csv?kind=delay&organization=lab&q=percent")) == 1


def test_it_keeps_the_order_asked_for(client: Client) -> None:
    for day in ("2025-05-02", "2025-05-01", "2025-05-03"):
        make_event(date=day, organizations=(make_organization(),))
    oldest = [row["date_edtf"] for row in _rows(client, "/events.csv?order=oldest")]
    assert oldest == ["2025-05-01", "2025-05-02", "2025-05-03"]
    assert [row["date_edtf"] for row in _rows(client, "/events.csv")] == oldest[::-1]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    "query", ["from=garbage", "kind=x", "organization=nobody", "excel=maybe", "q=%00", "order=%ff"]
)
def test_it_refuses_garbage_in_words(client: Client, address: str, query: str) -> None:
    response = client.get(f"{address}?{query}")
    assert response.status_code == 400
    assert response["Content-Type"].startswith("text/plain")
    assert response.content.startswith(query.partition("=")[0].encode() + b": ")


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_can_only_be_read(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405


def test_asked_for_its_head_only_it_reads_nothing(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        response = client.head("/events.csv")
    assert response.getvalue() == b""
    assert response["Content-Type"].startswith("text/csv")
    assert "Content-Length" not in response


def test_the_file_has_a_name_with_its_day(client: Client) -> None:
    disposition = client.get("/events.csv")["Content-Disposition"]
    assert disposition.startswith('attachment; filename="events-20')


def test_it_is_plain_utf_8_with_the_line_ends_of_rfc_4180(client: Client) -> None:
    make_event(title_en='Two "words", and\na line')
    text = _text(client, "/events.csv")
    assert text.startswith("id,slug,title_en")
    assert '"Two ""words"", and\na line"' in text
    assert text.count("\r\n") == 2


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a"]


@pytest.mark.parametrize("formula", FORMULAS)
def test_for_excel_it_disarms_formulas(client: Client, formula: str) -> None:
    make_event(title_en=formula)
    assert _rows(client, "/events.csv")[0]["title_en"] == formula
    assert _rows(client, "/events.csv?excel=1")[0]["title_en"] == f"'{formula}"


def test_for_excel_it_leaves_numbers_and_harmless_words_alone(client: Client) -> None:
    make_model("a-b=c", parameters=5)
    row = _rows(client, "/models.csv?excel=1")[0]
    assert (row["name"], row["parameters"]) == ("a-b=c", "5")
    assert selected(value("difference", "-5", "a number"), for_excel=True) == "-5"


def test_for_excel_it_begins_with_a_byte_order_mark(client: Client) -> None:
    assert _text(client, "/people.csv?excel=1").startswith("\ufeffid,slug,")


def test_a_quote_is_as_long_as_the_rights_of_its_source_allow(client: Client) -> None:
    event = make_event(sources=())
    for rights in ("open", "attribution", "link_only", "unknown"):
        make_claim(event, make_source(rights=rights), quote="x" * 40)
    lengths = [len(row["quote"]) for row in _rows(client, "/claims.csv")]
    assert lengths == [40, 40, 20, 20]


def test_sources_come_without_their_text(client: Client) -> None:
    source = make_source(text="the whole article", publisher=make_publisher(slug="daily"))
    make_event(sources=(source,))
    source.relies_on.add(make_publisher(slug="wire"))
    text = _text(client, "/sources.csv")
    assert "daily" in text
    assert "wire" in text
    assert "the whole article" not in text


EDTF = [
    "2025-04-29", "2025-04", "2025", "2025-21", "2025-24", "2025-33", "2025-36", "2025-37",
    "2025-39", "2025-40", "2025-41", "201X", "2025-04~", "2025?", "201X%", "2025-04-29%",
    "2025-04/2025-06", "2025-04/..", "../2025-04", "2025-04/", "/2025-04", "2025-04-28/2025-05-04",
    "2025-04-29/2025-05-05", "2025-04~/2025-05", "2025-04-28~/2025-05-04~", "2025-12",
]  # fmt: skip


@pytest.mark.parametrize("edtf", EDTF)
def test_precision_in_the_database_is_that_of_dates(edtf: str) -> None:
    date = PartialDate.parse(edtf)
    query = precision("%(edtf)s::text", "%(earliest)s::date", "%(latest)s::date")
    values = {"edtf": date.edtf, "earliest": date.earliest, "latest": date.latest}
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {query}", values)
        assert cursor.fetchone()[0] == date.precision


@pytest.fixture
def many_events() -> int:
    with transaction.atomic():
        _make_301_events()
    return 301


def _make_301_events() -> None:
    first = make_event(organizations=(make_organization(),))
    with connection.cursor() as cursor:
        cursor.execute(
            """INSERT INTO events_event (created_at, updated_at, slug, title_en, title_zh,
                summary_en, summary_zh, kind, status, certainty, date_edtf, date_earliest,
                date_latest, date_basis, date_note_en, date_note_zh, importance, visibility,
                version)
            SELECT now(), now(), 'many-' || n, 'Event ' || n, '', repeat('long ', 2400), '', kind,
                status, certainty, date_edtf, date_earliest, date_latest, date_basis, '', '',
                importance, visibility, 1
            FROM events_event, generate_series(1, 300) n WHERE id = %s""",
            [first.pk],
        )
        cursor.execute(
            """INSERT INTO events_claim (created_at, updated_at, event_id, source_id, quote, prefix,
                suffix, section, says_en, says_zh, stance, status, rank)
            SELECT now(), now(), event.id, source_id, '', '', '', 'body', '', '', 'supports', '',
                'normal' FROM events_event event, events_claim WHERE event.id <> event_id"""
        )


def test_it_streams_all_rows_in_flat_memory(client: Client, many_events: int) -> None:
    response: Any = client.get("/events.csv")
    pieces = response.streaming_content
    tracemalloc.start()
    lines = sum(piece.count(b"\r\n") for piece in pieces)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert lines == many_events + 1
    assert peak < 1_000_000  # of 3.5 MB


@pytest.mark.django_db(transaction=True)
def test_a_reader_who_leaves_half_way_leaves_nothing_open(many_events: int) -> None:
    response: Any = csv_view(EVENTS)(RequestFactory().get("/events.csv"))
    pieces = response.streaming_content
    assert next(pieces).startswith(b"id,slug")
    assert next(pieces).count(b"\r\n") < many_events
    response.close()
    left = connection.connection  # None when it went back to a pool
    assert left is None or left.info.transaction_status.name == "IDLE"
