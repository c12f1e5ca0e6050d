"""What was known of an event from which day on: the database reads it out of the claims."""

import datetime
import random
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from threading import Thread

import pytest
from django.db import connection, transaction
from django.db.models import Count

from dates import PartialDate
from events.models import Claim, Event, EventLink, EventState
from events.models.vocabulary import LinkKind, Visibility
from sources.models import Source
from tests.factories import (
    make_claim,
    make_event,
    make_events,
    make_source,
)

pytestmark = pytest.mark.django_db

DATES = ["2025-05-28", "2025-06", "2025-35", "2025", "2025-07/..", "../2025-08-01"]
DOUBTS = ("disputed", "denied")
TELLING = (LinkKind.DELAYS, LinkKind.DENIES, LinkKind.CONTRADICTS)
Known = tuple[datetime.date, str, str, str | None]


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def known(event: Event) -> list[Known]:
    """The states of an event: from when, status, certainty, date."""
    rows = EventState.objects.filter(event=event).order_by("known_from")
    return [(row.known_from, row.status, row.certainty, _text(row.date)) for row in rows]


def _text(date: PartialDate | str | None) -> str | None:
    return None if date is None else str(date)


# The same rules once more, in plain Python and as slowly as they are told.


@dataclass
class Step:
    place: tuple[datetime.date, int, int]
    against: bool
    status: str
    certainty: str
    date: str | None

    @property
    def doubts(self) -> bool:
        return self.against or self.certainty in DOUBTS


def said_by(claim: Claim) -> datetime.date:
    told = claim.claimed_on.latest if claim.claimed_on else None
    if told is None and claim.source.published:
        told = claim.source.published.latest
    return min(told or datetime.date.max, claim.created_at.date())


def steps_of(event: Event) -> list[Step]:
    steps = []
    for claim in Claim.objects.filter(event=event).select_related("source"):
        relied_on = claim.rank != "deprecated"
        against = claim.stance == "contradicts" and relied_on
        gives = relied_on and not against
        certainty = claim.certainty if relied_on else ""
        steps.append(
            Step(
                (said_by(claim), int(claim.rank == "preferred"), claim.pk),
                against,
                claim.status if gives else "",
                certainty or (event.certainty if against and event.certainty in DOUBTS else ""),
                _text(claim.date) if gives else None,
            )
        )
    if not steps:
        return []
    first = min(step.place[0] for step in steps)
    for link in EventLink.objects.filter(to_event=event, kind__in=TELLING):
        told = [said_by(c) for c in link.from_event.claims.select_related("source")]
        if told and link.from_event.visibility == Visibility.PUBLISHED:
            delays = link.kind == LinkKind.DELAYS
            place = (max(min(told), first), 2, link.pk)
            certainty = "" if delays or event.certainty not in DOUBTS else event.certainty
            steps.append(Step(place, not delays, "delayed" if delays else "", certainty, None))
    return sorted(steps, key=lambda step: step.place)


def told(event: Event) -> list[Known]:
    steps, states = steps_of(event), list[Known]()
    for until in sorted({step.place[0] for step in steps}):
        by_then = [step for step in steps if step.place[0] <= until]
        state = _decided(event) if by_then == steps else _read(event, steps, by_then, until)
        if not states or states[-1][1:] != state:
            states.append((until, *state))
    return states


def _decided(event: Event) -> tuple[str, str, str | None]:
    return event.status, event.certainty, _text(event.date)


def _read(
    event: Event, steps: list[Step], by_then: list[Step], until: datetime.date
) -> tuple[str, str, str | None]:
    statuses = [step.status for step in by_then if step.status]
    ever = [step.status for step in steps if step.status]
    status = statuses[-1] if statuses else ever[0] if ever else event.status
    given = [step.certainty for step in by_then if step.certainty]
    not_yet = any(s.doubts for s in steps) and not any(s.doubts for s in by_then)
    certainty = given[-1] if given else event.certainty
    if not given and not_yet and certainty in DOUBTS:
        certainty = "reported"
    dates = [step.date for step in by_then if step.date]
    if dates:
        return status, certainty, dates[-1]
    if not any(step.date for step in steps):
        return status, certainty, _text(event.date)
    return status, certainty, f"../{until}" if status == "happened" else f"{until}/.."


def a_claim(chance: random.Random, event: Event, sources: list[Source]) -> Claim:
    days = ["2025-04-01", "2025-04-20", "2025-05-02", "2025-05", "2025", "2025-05-02/..", None]
    claim = Claim(
        event=event,
        source=chance.choice(sources),
        quote_start=chance.randrange(10**6),
        claimed_on=chance.choice(days),
        status=chance.choice(["", "", *Event.Status.values]),
        certainty=chance.choice(["", "", *Event.Certainty.values]),
        date=chance.choice([None, None, *DATES]),
        stance=chance.choices(Claim.Stance.values, (6, 2, 2))[0],
        rank=chance.choices(Claim.Rank.values, (2, 6, 2))[0],
    )
    claim.quote_end = claim.quote_start
    if claim.stance == "contradicts" and claim.certainty not in DOUBTS:
        claim.certainty = ""
    return claim


def test_the_database_reads_states_as_plain_python_does() -> None:
    chance = random.Random(5)
    sources = [make_source(), make_source(published="2025-04"), make_source(published="2025-05-01")]
    drafts = [
        {
            "visibility": Visibility.DRAFT,
            "status": chance.choice(Event.Status.values),
            "certainty": chance.choice(Event.Certainty.values),
            "date": chance.choice([None, *DATES]),
        }
        for _ in range(60)
    ]
    events = make_events(*drafts)
    Claim.objects.all().delete()
    claims = [a_claim(chance, chance.choice(events), sources) for _ in range(200)]
    Claim.objects.bulk_create(claims)
    linked = {
        (chance.randrange(30), chance.randrange(30, 60), kind)
        for kind in LinkKind.values
        for _ in range(12)
    }
    EventLink.objects.bulk_create(
        EventLink(from_event=events[one], to_event=events[other], kind=kind)
        for one, other, kind in linked
    )
    claimed = {claim.event_id for claim in claims if claim.event.date}
    Event.objects.filter(pk__in=chance.sample(sorted(claimed), 30)).update(visibility="published")
    assert {e.slug: known(e) for e in events} == {
        e.slug: told(Event.objects.get(pk=e.pk)) for e in events
    }
    assert EventState.objects.count() > 90


def test_each_state_lasts_until_the_next_and_tells_what_was_before() -> None:
    event = make_event(sources=(), status="delayed", date="2025-10")
    make_claim(event, make_source(), claimed_on="2025-04-01", status="planned", date="2025-06")
    make_claim(event, make_source(), claimed_on="2025-05-01", date="2025-07")
    make_claim(event, make_source(), claimed_on="2025-06-01", status="delayed", date="2025-10")
    states = list(event.states.order_by("known_from"))
    assert [state.known_until for state in states] == [day("2025-05-01"), day("2025-06-01"), None]
    assert (states[0].was_status, states[0].was_date) == ("", None)
    for before, after in pairwise(states):
        was = (after.was_status, after.was_certainty, after.was_date)
        assert was == (before.status, before.certainty, before.date)


def test_a_rumour_that_came_true_was_a_rumour_until_then() -> None:
    event = make_event(sources=(), certainty="confirmed", date="2025-06-05")
    make_claim(event, make_source(), claimed_on="2025-04-01", certainty="rumoured")
    make_claim(event, make_source(), claimed_on="2025-05-01")
    make_claim(event, make_source(), claimed_on="2025-06-05", certainty="confirmed")
    assert [(str(row[0]), row[2]) for row in known(event)] == [
        ("2025-04-01", "rumoured"),
        ("2025-06-05", "confirmed"),
    ]


def test_a_denial_ends_what_was_reported_for_sure() -> None:
    event = make_event(sources=(), certainty="denied", date="2025-06-05")
    make_claim(event, make_source(), claimed_on="2025-04-01", certainty="confirmed")
    make_claim(event, make_source(), claimed_on="2025-05-01", stance="contradicts")
    make_claim(event, make_source(), claimed_on="2025-06-05", stance="mentions")
    certainties = [(str(row[0]), row[2]) for row in known(event)]
    assert certainties == [("2025-04-01", "confirmed"), ("2025-05-01", "denied")]


# Every kind of write keeps the states right.


def a_planned_event() -> Event:
    event = make_event(sources=(), status="happened", date="2025-07-04")
    make_claim(event, make_source(), claimed_on="2025-04-01", status="planned", date="2025-06")
    make_claim(event, make_source(), claimed_on="2025-07-05", status="happened", date="2025-07-04")
    return event


def _a_claim_more(event: Event) -> None:
    make_claim(event, make_source(), claimed_on="2025-05-01", date="2025-08")


def _a_claim_less(event: Event) -> None:
    event.claims.order_by("pk")[0].delete()


def _many_claims_less(event: Event) -> None:
    Claim.objects.filter(event=event, status="happened").delete()


def _claims_changed_at_once(event: Event) -> None:
    at_once = dict.fromkeys(("claimed_on_earliest", "claimed_on_latest"), day("2025-03-01"))
    event.claims.update(claimed_on="2025-03-01", **at_once)


def _a_claim_of_another_event(event: Event) -> None:
    Claim.objects.filter(event=event, status="planned").update(event=make_event())


def _another_decision(event: Event) -> None:
    event.certainty = "disputed"
    event.save()


def _a_decision_for_many(event: Event) -> None:
    Event.objects.filter(pk=event.pk).update(status="cancelled")


def _a_link_more(event: Event) -> None:
    delay = make_event(sources=(make_source(published="2025-05-05"),))
    EventLink.objects.create(from_event=delay, to_event=event, kind="delays")


def _a_link_turned(event: Event) -> None:
    _a_link_more(event)
    event.links_here.get().delete()


def _a_link_of_a_retracted_event(event: Event) -> None:
    _a_link_more(event)
    delay = event.links_here.get().from_event
    delay.visibility = Visibility.RETRACTED
    delay.save()


def _a_link_whose_event_is_told_of_earlier(event: Event) -> None:
    _a_link_more(event)
    make_claim(event.links_here.get().from_event, make_source(), claimed_on="2025-04-10")


def _a_day_of_a_source(event: Event) -> None:
    source = make_source()
    make_claim(event, source, date="2025-09")
    source.published = PartialDate.parse("2025-05-20")
    source.save()


WRITES = [
    _a_claim_more,
    _a_claim_less,
    _many_claims_less,
    _claims_changed_at_once,
    _a_claim_of_another_event,
    _another_decision,
    _a_decision_for_many,
    _a_link_more,
    _a_link_turned,
    _a_link_of_a_retracted_event,
    _a_link_whose_event_is_told_of_earlier,
    _a_day_of_a_source,
]


@pytest.mark.parametrize("write", WRITES)
def test_states_follow_every_kind_of_write(write: Callable[[Event], None]) -> None:
    event = a_planned_event()
    write(event)
    assert known(event) == told(Event.objects.get(pk=event.pk))
    assert len(known(event)) > 0


def test_an_event_takes_its_states_along_when_it_is_deleted() -> None:
    event = a_planned_event()
    event.delete()
    assert not EventState.objects.exists()


def test_an_event_without_claims_was_never_known() -> None:
    event = make_event(sources=(), visibility=Visibility.DRAFT)
    assert known(event) == []


def test_a_claim_without_a_day_counts_from_the_day_it_was_entered() -> None:
    event = make_event()
    assert [state[0] for state in known(event)] == [event.claims.get().created_at.date()]


def test_the_day_of_a_claim_is_the_same_in_queries_and_states() -> None:
    sources = [make_source(), make_source(published="2025-04")]
    event = make_event(sources=(), visibility=Visibility.DRAFT)
    chance = random.Random(1)
    Claim.objects.bulk_create(a_claim(chance, event, sources) for _ in range(40))
    for claim in Claim.objects.with_day().select_related("source"):
        assert claim.day == said_by(claim)  # type: ignore[attr-defined]


@pytest.mark.django_db(transaction=True)
def test_two_writers_at_once_leave_the_states_of_both() -> None:
    with transaction.atomic():
        event = a_planned_event()
        delay = make_event(sources=(make_source(published="2025-05-05"),))

    def link() -> None:
        with transaction.atomic():
            EventLink.objects.create(from_event=delay, to_event=event, kind="delays")
        connection.close()

    with transaction.atomic():
        make_claim(delay, make_source(), claimed_on="2025-04-20")
        make_claim(event, make_source(), claimed_on="2025-04-15", date="2025-08")
        other = Thread(target=link)
        other.start()
        other.join(0.3)
        assert other.is_alive()  # it waits, to read what this one wrote
    other.join()
    assert known(event) == told(Event.objects.get(pk=event.pk))
    assert day("2025-04-20") in [state[0] for state in known(event)]


def test_states_know_kind_importance_and_visibility_of_their_event() -> None:
    event = a_planned_event()
    Event.objects.filter(pk=event.pk).update(kind="research", importance=5, visibility="draft")
    _a_claim_more(event)
    kept = EventState.objects.filter(event=event).values_list("kind", "importance", "visibility")
    assert set(kept) == {("research", 5, "draft")}


def test_a_count_as_of_a_day_reads_states_alone() -> None:
    events = Event.objects.published().as_of(day("2025-05-01")).filter(kind="plan").order_by()
    plan = events.values("status").annotate(n=Count("pk")).explain()
    assert "events_eventstate" in plan
    assert " on events_event " not in plan
