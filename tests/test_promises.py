"""What was promised: which chain an event or model has, what is open, and who came how late."""

import csv
import datetime
import io
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from events.models import Event, EventLink, Organization
from events.slippage.gathering import chain_of_event, chain_of_model
from events.slippage.lateness import Days
from events.slippage.promises import (
    OVERDUE,
    PLANNED,
    UNDATED,
    PromisePage,
    counts,
    listed,
    page_of_promises,
)
from events.slippage.record import Record, record_of, records
from events.slippage.words import outcome_in_words
from events.timeline.cursor import Cursor
from events.timeline.sampling import one_row_in
from tests.factories import make_claim, make_event, make_model, make_organization, make_source

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2025, 9, 1)


def promise(date: str, status: str = "planned", first: str = "", **values: Any) -> Event:
    """An event that was promised for `first` (or its own date) on 1 January 2025."""
    event = make_event(**{"sources": (), "date": date, "status": status, **values})
    make_claim(event, make_source(), status="planned", date=first or date, claimed_on="2025-01-01")
    return event


def link(one: Event, kind: str, other: Event) -> None:
    EventLink.objects.create(from_event=one, kind=kind, to_event=other)


def page(
    name: str,
    after: Cursor | None = None,
    size: int = 50,
    as_of: datetime.date | None = None,
    *,
    few: bool = False,
) -> PromisePage:
    promised = listed(Event.objects.published().as_of(as_of), name, TODAY, few=few)
    return page_of_promises(promised, name, TODAY, after, size)


def events_of(name: str, **values: Any) -> list[Event]:
    return [one.event for one in page(name, **values).promises]


class TestGathering:
    def test_what_denies_or_delays_it_belongs_to_its_chain_and_what_is_about_another_model_not(
        self,
    ) -> None:
        model = make_model()
        plan = promise("2025-06", kind="plan", models=(model,))
        delay = make_event(kind="delay", date="2025-05-15")
        about_it, about_another = make_event(models=(model,)), make_event(models=(make_model(),))
        link(delay, "delays", plan)
        link(about_it, "follows_up", delay)
        link(about_another, "follows_up", plan)
        chart = chain_of_model(model)
        assert chart
        assert {row.statement.event for row in chart.rows} == {plan, delay, about_it}

    def test_drafts_are_not_told(self) -> None:
        plan = promise("2025-06", models=(make_model(),))
        link(make_event(kind="delay", visibility="draft"), "delays", plan)
        chart = chain_of_event(Event.objects.for_timeline().get(pk=plan.pk))
        assert chart
        assert [row.statement.event for row in chart.rows] == [plan]

    def test_it_tells_what_was_said_by_a_day(self) -> None:
        model = make_model()
        plan = promise("2025-06", "delayed", kind="plan", models=(model,))
        for day, date in (("2025-03-01", "2025-07"), ("2025-06-01", "2025-08")):
            make_claim(plan, make_source(), status="delayed", date=date, claimed_on=day)
        then = chain_of_model(model, datetime.date(2025, 4, 1))
        assert then
        told = [str(row.statement.promised) for row in then.rows]
        assert told == ["2025-06", "2025-07"]

    def test_a_model_that_promised_nothing_has_no_chain(self) -> None:
        model = make_model()
        make_event(models=(model,))
        assert chain_of_model(model) is None

    def test_it_takes_as_many_queries_for_many_events_as_for_one(
        self, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        model = make_model()
        for _ in range(4):
            plan = promise("2025-06", models=(model,))
            link(make_event(kind="delay"), "delays", plan)
        with django_assert_num_queries(9):
            chain_of_model(model)


class TestLists:
    def test_each_open_promise_is_in_one_list_in_its_order(self) -> None:
        late, later = promise("2025-05"), promise("2025-08-31", "delayed")
        soon, far = promise("2025-09-01"), promise("2026")
        vague = promise("2025-05/..")
        promise("2025-05-01", "happened")
        promise("2025-05-01", "cancelled")
        assert events_of(PLANNED) == [soon, far]
        assert events_of(OVERDUE) == [later, late]
        assert events_of(UNDATED) == [vague]
        numbers = counts(Event.objects.published(), TODAY)
        assert numbers == {PLANNED: 2, OVERDUE: 2, UNDATED: 1}

    def test_a_promise_kept_or_replaced_elsewhere_is_not_open(self) -> None:
        kept, replaced, new = promise("2025-05"), promise("2025-05"), promise("2025-06")
        link(make_event(kind="release", date="2025-05-20"), "follows_up", kept)
        link(new, "supersedes", replaced)
        assert events_of(OVERDUE) == [new]

    def test_a_denial_or_a_draft_settles_nothing(self) -> None:
        plan = promise("2025-05")
        link(make_event(kind="statement"), "denies", plan)
        link(make_event(kind="release", visibility="draft"), "follows_up", plan)
        assert events_of(OVERDUE) == [plan]

    def test_it_reads_as_of_a_day(self) -> None:
        came = promise("2025-08-20", "happened", first="2025-05")
        make_claim(came, make_source(), status="happened", claimed_on="2025-08-20")
        assert events_of(OVERDUE, as_of=datetime.date(2025, 7, 1)) == [came]
        assert events_of(OVERDUE) == []

    @pytest.mark.parametrize("name", [PLANNED, OVERDUE, UNDATED])
    @pytest.mark.parametrize("few", [True, False])
    def test_pages_follow_each_other_without_gap_or_repeat(self, name: str, few: bool) -> None:
        for date in ("2025-05", "2025-05", "2026-01", "2026-01", "2025-05/..", "2025-06/.."):
            promise(date)
        first = page(name, size=1, few=few)
        second = page(name, first.after, size=1, few=few)
        assert first.promises[0].event != second.promises[0].event
        assert second.after is None

    def test_it_tells_what_was_promised_first_and_how_often_it_moved(self) -> None:
        plan = promise("2025-07", first="2025-05")
        make_claim(plan, make_source(), status="delayed", date="2025-07", claimed_on="2025-05-01")
        (told,) = page(OVERDUE).promises
        assert (str(told.outcome.promised), told.outcome.moved) == ("2025-05", 1)
        assert told.outcome.lateness.days == Days(32, 62)


class TestRecord:
    def of(self, organization: Organization) -> Record:
        found = records(Event.objects.published(), TODAY).records
        return next(one for one in found if one.slug == organization.slug)

    def test_it_counts_what_became_of_each_promise(self) -> None:
        one = make_organization()
        for date, status, first in (
            ("2025-05-31", "happened", "2025-05"),
            ("2025-06-10", "happened", "2025-05"),
            ("2025-06-30", "happened", "2025-05"),
            ("2025", "happened", "2025-05"),
            ("2025-06-10", "happened", "2025-05/.."),  # no last day had been named
            ("2025-05", "cancelled", ""),
            ("2025-08", "planned", ""),
            ("2025-09", "delayed", "2025-08"),
        ):
            promise(date, status, first, organizations=(one,))
        record = self.of(one)
        told = (record.promises, record.in_time, record.late, record.perhaps_late)
        assert told == (7, 1, 2, 1)
        assert (record.cancelled, record.overdue, record.open) == (1, 1, 1)
        assert (record.span, record.half) == (Days(10, 30), Days(10, 10))
        assert round(sum(width for _name, _x, width in record.parts)) == 100

    def test_a_plan_kept_by_another_event_counts_as_it_came(self) -> None:
        one = make_organization()
        plan = promise("2025-05", organizations=(one,))
        link(make_event(kind="release", date="2025-06-14"), "follows_up", plan)
        assert self.of(one).span == Days(14, 14)

    def test_only_those_who_promise_are_counted(self) -> None:
        one = make_organization()
        promise("2025-05", organizations=(one,)).event_organizations.update(role="commenter")
        assert records(Event.objects.published(), TODAY).records == []

    @pytest.mark.usefixtures("nothing_is_quick")
    def test_of_very_many_promises_a_part_is_counted(self) -> None:
        one = make_organization()
        for _ in range(12):
            promise("2025-05", organizations=(one,))
        record = record_of(one, Event.objects.published(), TODAY)
        read = Event.objects.filter(one_row_in(2)).count()
        assert record
        assert (record.promises, str(record.overdue)) == (2 * read, f"about {2 * read}")

    def test_the_most_promises_come_first_and_pages_follow(self) -> None:
        few, many = make_organization(), make_organization()
        promise("2025-05", organizations=(few, many))
        promise("2025-05", organizations=(many,))
        first = records(Event.objects.published(), TODAY, size=1)
        assert ([one.slug for one in first.records], first.more) == ([many.slug], True)
        second = records(Event.objects.published(), TODAY, page=2, size=1)
        assert ([one.slug for one in second.records], second.more) == ([few.slug], False)


class TestPage:
    @pytest.fixture(autouse=True)
    def _promises(self) -> None:
        meta = make_organization("Meta", slug="meta")
        promise("2025-05", title_en="Overdue one", organizations=(meta,))
        promise("2099", title_en="Planned one", kind="conference")

    def test_it_shows_what_is_planned_overdue_and_who_promised(self, client: Client) -> None:
        shown = client.get("/promises/").content.decode()
        for words in ("Overdue one", "Planned one", "Promised for May 2025; still open", "Meta"):
            assert words in shown

    def test_filters_narrow_it(self, client: Client) -> None:
        shown = client.get("/promises/?kind=conference").content.decode()
        assert "Planned one" in shown
        assert "Overdue one" not in shown

    @pytest.mark.parametrize("show", ["planned", "overdue", "undated", "organizations"])
    def test_each_list_has_an_address(self, client: Client, show: str) -> None:
        assert client.get(f"/promises/?show={show}&as_of=2025-07-01").status_code == 200

    @pytest.mark.parametrize(
        "query",
        ["show=x", "after=99999999-1&show=overdue", "page=0", "page=%00", "after=x", "from=x"],
    )
    def test_garbage_gives_a_page(self, client: Client, query: str) -> None:
        assert client.get(f"/promises/?{query}").status_code == 200

    def test_it_takes_few_queries(
        self, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
    ) -> None:
        with django_assert_max_num_queries(20):
            client.get("/promises/")


def csv_rows(client: Client, address: str) -> dict[str, dict[str, str]]:
    text = client.get(address).getvalue().decode()
    return {row["event_id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}


class TestWords:
    @pytest.mark.parametrize(
        ("first", "date", "status", "words"),
        [
            (
                "2025-02/..", "2025-02-25/..", "planned",
                "Announced first for February 2025 at the earliest; "
                "dated here 25 February 2025 at the earliest; still open.",
            ),
            (
                "2025-02", "2025-03/..", "delayed",
                "Promised first for February 2025; delayed, dated here March 2025 at the earliest.",
            ),
            (
                "2025-10", "2025-11", "planned",
                "Promised first for October 2025; dated here November 2025; not due yet.",
            ),
            ("2025-10", "2025-10", "planned", "Promised for October 2025; not due yet."),
        ],
    )  # fmt: skip
    def test_a_date_decided_otherwise_than_named_stands_beside_the_one_named(
        self, first: str, date: str, status: str, words: str
    ) -> None:
        event = promise(date, status, first)
        name = UNDATED if date.endswith("..") else PLANNED
        (told,) = page(name).promises
        assert told.event == event
        assert outcome_in_words(told.outcome)[0] == words


class TestCsv:
    @pytest.mark.parametrize(
        ("first", "date", "status", "expected"),
        [
            ("2025-05", "2025-05-20", "happened", ("kept", "", "")),
            ("2025-05", "2025-04-20", "happened", ("early", "11", "11")),
            ("2025-05", "2025-06", "happened", ("late", "1", "30")),
            ("2025-05", "2025", "happened", ("perhaps_late", "0", "214")),
            ("2025-05/..", "2025-07-01", "happened", ("came", "", "")),
            ("2025-05", "2025-05", "cancelled", ("cancelled", "", "")),
            ("2025-05", "2025-07", "delayed", ("overdue", "32", "62")),
            ("2025-05", "2025-10", "delayed", ("open", "", "")),
        ],
    )
    def test_it_tells_how_each_promise_ended_as_the_pages_do(
        self, client: Client, first: str, date: str, status: str, expected: tuple[str, str, str]
    ) -> None:
        event = promise(date, status, first)
        make_claim(event, make_source(), status="planned", date="2026", claimed_on="2025-06-01")
        row = csv_rows(client, f"/promises.csv?as_of={TODAY}")[str(event.pk)]
        assert (row["ending"], row["days_at_least"], row["days_at_most"]) == expected
        assert (row["first_edtf"], row["first_said_on"]) == (first, "2025-01-01")

    def test_it_has_what_keeps_or_replaces_a_promise(self, client: Client) -> None:
        kept, replaced, new = promise("2025-05"), promise("2025-05"), promise("2025-06")
        link(make_event(kind="release", date="2025-05-20"), "follows_up", kept)
        link(new, "supersedes", replaced)
        rows = csv_rows(client, "/promises.csv")
        endings = [rows[str(event.pk)]["ending"] for event in (kept, replaced, new)]
        assert endings == ["kept", "replaced", "overdue"]
        assert rows[str(kept.pk)]["came_edtf"] == "2025-05-20"

    def test_it_takes_the_filters_and_the_list_of_the_page(self, client: Client) -> None:
        lab = make_organization(slug="lab")
        late, far = (promise(date, organizations=(lab,)) for date in ("2025-05", "2099"))
        promise("2025-05")
        make_event(organizations=(lab,))  # it was never promised
        assert set(csv_rows(client, "/promises.csv?organization=lab")) == {
            str(late.pk),
            str(far.pk),
        }
        assert set(csv_rows(client, "/promises.csv?organization=lab&show=overdue")) == {
            str(late.pk)
        }
        assert client.get("/promises.csv?show=nothing").status_code == 400

    def test_the_page_leads_to_its_rows(self, client: Client) -> None:
        page = client.get("/promises/?kind=plan&show=overdue&as_of=2025-05-01").content.decode()
        assert 'href="/promises.csv?kind=plan&amp;as_of=2025-05-01&amp;show=overdue"' in page
