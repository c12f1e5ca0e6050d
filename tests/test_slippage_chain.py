"""What was promised and what became of it: the order of the story, how late, how it is drawn."""

import datetime
from typing import Any

import pytest

from dates import PartialDate
from events.models import Claim, Event, EventLink
from events.slippage.chain import Chain, chain_of, statements_of
from events.slippage.drawing import drawn
from events.slippage.lateness import Days, Ending, Lateness, in_words, lateness_of, waiting_for
from events.slippage.words import outcome_in_words
from sources.models import Source

TODAY = datetime.date(2025, 9, 1)
SOURCE = Source(pk=1, slug="one")


def window(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


@pytest.mark.parametrize(
    ("promised", "came", "ending", "days"),
    [
        ("2025-34", "2025-06-30", "kept", None),
        ("2025-34", "2025-07-21", "late", (21, 21)),
        ("2025-34", "2025-07", "late", (1, 31)),
        ("2025-05", "2025", "perhaps_late", (0, 214)),
        ("2025-34", "2025-03-30", "early", (2, 2)),
        ("2025-05/..", "2025-07-21", "came", None),
        (None, "2025-07-21", "came", None),
    ],
)
def test_lateness_is_as_exact_as_the_dates(
    promised: str | None, came: str, ending: str, days: tuple[int, int] | None
) -> None:
    expected = Days(*days) if days else None
    assert lateness_of(window(promised), window(came)) == Lateness(Ending(ending), expected)


@pytest.mark.parametrize(
    ("promised", "ending", "days"),
    [("2025-05", "overdue", (93, 123)), ("2025-09-01", "open", None), ("2025-05/..", "open", None)],
)
def test_what_has_not_come_is_overdue_from_the_day_after_its_last(
    promised: str, ending: str, days: tuple[int, int] | None
) -> None:
    assert waiting_for(window(promised), TODAY) == Lateness(
        Ending(ending), Days(*days) if days else None
    )


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (1, 1, "1 day"),
        (21, 21, "3 weeks"),
        (14, 35, "2 to 5 weeks"),
        (0, 4, "up to 4 days"),
        (100, 190, "3 to 6 months"),
        (800, 800, "2 years"),
    ],
)
def test_days_in_words(least: int, most: int, words: str) -> None:
    assert in_words(Days(least, most)) == words


def event(pk: int, **values: Any) -> Event:
    return Event(**{"pk": pk, "kind": "release", "status": "happened", **values})


def said(about: Event, on: str, status: str = "", date: str | None = None, **more: Any) -> Claim:
    return Claim(
        event=about, **{"source": SOURCE, "claimed_on": on, "status": status, "date": date, **more}
    )


def linked(one: Event, kind: str, other: Event) -> EventLink:
    return EventLink(from_event=one, kind=kind, to_event=other)


def story(chain: Chain | None) -> list[tuple[str, str, str]]:
    assert chain
    return [(one.turn, str(one.at), str(one.promised)) for one in chain.statements]


def test_a_promise_that_moved_and_came_late_is_told_step_by_step() -> None:
    model = event(1, date="2025-08-05")
    claims = [
        said(model, "2025-03-31", "planned", "2025-06"),
        said(model, "2025-06-10", "delayed", "2025-07"),
        said(model, "2025-07-11", "delayed"),
        said(model, "2025-08-05", "happened", "2025-08-05"),
    ]
    chain = chain_of([model], claims, [], TODAY)
    assert story(chain) == [
        ("promised", "2025-03-31", "2025-06"),
        ("delayed", "2025-06-10", "2025-07"),
        ("delayed", "2025-07-11", "None"),
        ("happened", "2025-08-05", "None"),
    ]
    assert chain
    assert outcome_in_words(chain.outcomes[0]) == [
        "Promised for June 2025; came 5 weeks late.",
        "The day was moved once.",
    ]


def coming_soon() -> tuple[list[Event], list[Claim], list[EventLink]]:
    """A model that was announced, put off, paused and argued about."""
    plan = event(1, kind="plan", status="delayed", date="2025-05/..")
    delay = event(2, kind="delay", date="2025-05-15")
    pause = event(3, kind="pause", date="2025-01-01/2025-07-15")
    talk = event(4, kind="plan", status="planned", date="2025-07/..", certainty="denied")
    denial = event(5, kind="statement", date="2025-07-14")
    claims = [said(plan, "2025-04-29/2025-05-01", "planned", "2025-05/..")]
    claims += [said(one, "2025-07-15") for one in (delay, pause, denial)]
    claims += [said(talk, "2025-07-15", date="2025-07/..")]
    links = [
        linked(delay, "delays", plan),
        linked(pause, "follows_up", delay),
        linked(denial, "denies", talk),
    ]
    return [denial, talk, pause, delay, plan], claims, links


def test_the_story_is_told_in_its_order_whatever_the_windows() -> None:
    chain = chain_of(*coming_soon(), TODAY)
    turns = [turn for turn, _at, _promised in story(chain)]
    assert turns == ["promised", "delayed", "paused", "promised", "denied"]


def test_each_promise_of_a_story_says_how_it_stands() -> None:
    chain = chain_of(*coming_soon(), TODAY)
    assert chain
    assert [outcome_in_words(one) for one in chain.outcomes] == [
        ["Announced for May 2025 at the earliest; delayed and still open."],
        ["Announced for July 2025 at the earliest; still open.", "Those concerned deny it."],
    ]


def test_what_simply_happened_is_no_story() -> None:
    one, other = event(1, date="2025-05-01"), event(2, date="2025-06-01")
    claims = [said(one, "2025-05-02", "happened"), said(other, "2025-06-02", "happened")]
    assert chain_of([one, other], claims, [linked(other, "follows_up", one)], TODAY) is None


def test_the_same_told_by_two_sources_is_one_statement_of_both() -> None:
    plan = event(1, kind="plan", status="planned", date="2025-12")
    other = Source(pk=2, slug="two")
    claims = [
        said(plan, "2025-05-01", "planned", "2025-12"),
        said(plan, "2025-05-01", "planned", "2025-12", source=other),
        said(plan, "2025-08-01", "planned", "2025-12"),
    ]
    chain = chain_of([plan], claims, [], TODAY)
    assert chain
    assert [one.sources for one in chain.statements] == [(SOURCE, other), (SOURCE,)]


def test_a_plan_kept_by_another_event_is_not_overdue() -> None:
    plan = event(1, kind="plan", status="planned", date="2025-05")
    release = event(2, date="2025-06-14")
    claims = [said(plan, "2025-04-01", "planned", "2025-05"), said(release, "2025-06-14")]
    chain = chain_of([plan, release], claims, [linked(release, "follows_up", plan)], TODAY)
    assert chain
    (outcome,) = chain.outcomes
    assert outcome.lateness == Lateness(Ending.LATE, Days(14, 14))


def test_a_plan_that_another_took_the_place_of_is_not_overdue() -> None:
    old = event(1, kind="plan", status="planned", date="2025-05")
    new = event(2, kind="plan", status="planned", date="2025-06")
    claims = [
        said(old, "2025-03-01", "planned", "2025-05"),
        said(new, "2025-04-01", "planned", "2025-06"),
    ]
    chain = chain_of([old, new], claims, [linked(new, "supersedes", old)], TODAY)
    assert chain
    assert [one.lateness.ending for one in chain.outcomes] == ["replaced", "overdue"]


def test_a_source_that_says_otherwise_contradicts_and_promises_nothing() -> None:
    leak = event(1, kind="report", date="2025-05-01")
    claims = [
        said(leak, "2025-05-01", "happened"),
        said(leak, "2025-05-02", "planned", "2025-05/..", stance="contradicts"),
    ]
    chain = chain_of([leak], claims, [], TODAY)
    assert story(chain)[1] == ("contradicted", "2025-05-02", "None")
    assert chain
    assert chain.outcomes == []


def test_links_in_a_circle_are_told_by_day() -> None:
    one = event(1, kind="delay", date="2025-05-01")
    other = event(2, kind="delay", date="2025-06-01")
    links = [linked(one, "responds_to", other), linked(other, "responds_to", one)]
    chain = chain_of([other, one], [], links, TODAY)
    assert chain
    assert [statement.event.pk for statement in chain.statements] == [1, 2]


class TestDrawing:
    def test_everything_lies_within_the_chart(self) -> None:
        chain = chain_of(*coming_soon(), TODAY)
        assert chain
        chart = drawn(chain)
        spans = [span for row in chart.rows for span in (row.strip.at, row.strip.promised) if span]
        assert spans
        assert all(0 <= span.x <= span.end <= 100 for span in spans)
        assert 2 <= len(chart.ticks) <= 6

    def test_an_open_promise_goes_on_and_a_window_cut_at_the_edge_comes_from_before(self) -> None:
        chain = chain_of(*coming_soon(), TODAY)
        assert chain
        rows = {row.statement.event.pk: row.strip for row in drawn(chain).rows}
        promised, paused = rows[1].promised, rows[3].at
        assert promised
        assert promised.goes_on
        assert paused
        assert (paused.from_before, paused.goes_on) == (True, False)

    def test_what_is_overdue_leads_from_its_last_day_to_today(self) -> None:
        plan = event(1, kind="plan", status="planned", date="2025-05")
        claims = [
            said(plan, "2025-03-01", "planned", "2025-04"),
            said(plan, "2025-04-01", "delayed", "2025-05"),
        ]
        chain = chain_of([plan], claims, [], TODAY)
        assert chain
        chart = drawn(chain)
        (waiting,) = chart.waiting
        assert waiting.line.x2 == chart.today
        assert waiting.line.x1 < waiting.line.x2

    def test_what_came_late_has_an_arrow_from_the_day_first_promised(self) -> None:
        model = event(1, date="2025-08-05")
        claims = [said(model, "2025-03-31", "planned", "2025-06")]
        chain = chain_of([model], claims, [], TODAY)
        assert chain
        late = drawn(chain).rows[-1].strip.late
        assert late
        assert late.x1 < late.x2

    @pytest.mark.parametrize(
        ("day", "ticks"), [("2025-03-03", 3), ("2026-03-03", 3), ("2045-03-03", 3)]
    )
    def test_the_scale_has_a_few_words_however_long_it_is(self, day: str, ticks: int) -> None:
        plan = event(1, kind="plan", status="planned", date=day)
        claims = [
            said(plan, "2025-03-01", "planned", day),
            said(plan, "2025-03-02", "delayed", day),
        ]
        chain = chain_of([plan], claims, [], datetime.date(2025, 3, 2))
        assert chain
        assert ticks <= len(drawn(chain).ticks) <= 8


def test_a_rumour_stays_one_although_it_was_announced_later() -> None:
    plan = event(1, kind="plan", status="planned", date="2025-07", certainty="confirmed")
    claims = [
        said(plan, "2025-05-02", "planned", "2025-07", certainty="rumoured"),
        said(plan, "2025-06-10", "planned", "2025-07"),
    ]
    assert [one.hearsay for one in statements_of(plan, claims)] == [True, False]


def test_what_two_say_on_one_day_is_hearsay_only_if_both_pass_it_on() -> None:
    plan = event(1, kind="plan", status="planned", date="2025-07", certainty="confirmed")
    claims = [
        said(plan, "2025-05-02", "planned", "2025-07", certainty=sure)
        for sure in ("rumoured", "confirmed")
    ]
    assert [one.hearsay for one in statements_of(plan, claims)] == [False]
