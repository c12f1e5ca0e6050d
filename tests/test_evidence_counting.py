"""How many sources stand on their own, and why an event has its date."""

import pytest

from events.evidence.counting import Sources, count_sources
from events.evidence.dating import readings_of
from events.models import Claim, Event
from sources.models import Publisher, Source
from tests.factories import make_event, make_publisher, make_source


class TestCounting:
    pytestmark = pytest.mark.django_db

    def counted(self, *sources: Source) -> Sources:
        event = make_event(sources=sources)
        claims = Claim.objects.filter(event=event).order_by("id")
        return count_sources(claims.select_related("source"))

    def resting_on(self, *publishers: Publisher, **values: object) -> Source:
        source = make_source(**values)
        source.relies_on.set(publishers)
        return source

    def test_a_reprint_counts_as_what_it_reprints(self) -> None:
        original = make_source()
        copies = [make_source(reprint_of=original) for _ in range(2)]
        counted = self.counted(*copies, original)
        assert (counted.count, counted.independent) == (1, 1)

    def test_one_that_rests_on_another_source_here_is_not_independent(self) -> None:
        agency = make_publisher(name="Agency")
        paper = self.resting_on(agency)
        counted = self.counted(paper, make_source(publisher=agency), make_source())
        assert (counted.count, counted.independent) == (3, 2)
        assert counted.resting == {paper.pk: agency}

    def test_those_that_rest_on_the_same_publisher_count_once(self) -> None:
        agency = make_publisher()
        counted = self.counted(*(self.resting_on(agency) for _ in range(3)))
        assert (counted.count, counted.independent) == (3, 1)

    def test_two_that_rest_on_each_other_are_one(self) -> None:
        one, other = make_publisher(), make_publisher()
        counted = self.counted(
            self.resting_on(other, publisher=one), self.resting_on(one, publisher=other)
        )
        assert (counted.count, counted.independent) == (2, 1)


def claim(**values: object) -> Claim:
    source = Source(pk=1, rights="open", language="en")
    return Claim(**{"source": source, "claimed_on": "2025-05-02", **values})


def test_the_words_that_were_read_as_the_date_are_shown() -> None:
    event = Event(date="2025-04-21~/2025-04-30~", status="happened")
    told = claim(quote="was shown in late April", date="2025-04-21~/2025-04-30~")
    (reading,) = readings_of(event, [told])
    assert (reading.phrase, reading.agreement) == ("late April", "same")


@pytest.mark.parametrize(
    ("date", "agreement"),
    [("2025", "coarser"), ("2025-05-15", "finer"), ("2025-07", "other"), ("2025-05", "same")],
)
def test_each_date_is_held_against_the_one_decided(date: str, agreement: str) -> None:
    (reading,) = readings_of(Event(date="2025-05", status="happened"), [claim(date=date)])
    assert reading.agreement == agreement


def test_a_date_given_twice_is_told_once_and_a_promise_dates_nothing_that_came() -> None:
    event = Event(date="2025-05", status="happened")
    told = [claim(date="2025-05"), claim(date="2025-05"), claim(date="2025-03", status="planned")]
    assert [str(reading.date) for reading in readings_of(event, told)] == ["2025-05"]
