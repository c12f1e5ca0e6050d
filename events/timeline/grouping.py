"""Events under headings by year and month, inventing no month that no source gave."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from dates import PartialDate, display
from dates.languages import Language

if TYPE_CHECKING:
    from events.models import Event


@dataclass(frozen=True, slots=True)
class Month:
    """The events of one month; `number` is 0 for those of which only the year is known."""

    year: int
    number: int
    events: list["Event"]

    @property
    def key(self) -> str:
        return f"{self.year:04}-{self.number:02}" if self.number else f"{self.year:04}-open"

    def in_words(self, language: Language) -> str:
        """“April 2025”; "" when the month is open, for the template to say so."""
        return _in_words(f"{self.year:04}-{self.number:02}", language) if self.number else ""


@dataclass(frozen=True, slots=True)
class Year:
    number: int
    months: list[Month]

    def in_words(self, language: Language) -> str:
        return _in_words(f"{self.number:04}", language)


def by_year_and_month(events: Iterable["Event"]) -> list[Year]:
    """Events that are in the order of the timeline, under its headings."""
    months = [
        Month(place // 100, place % 100, list(group))
        for place, group in groupby(events, lambda event: (event.timeline_position or 0) // 100)
    ]
    return [
        Year(number, list(group)) for number, group in groupby(months, lambda month: month.year)
    ]


def _in_words(edtf: str, language: Language) -> str:
    return display(PartialDate.parse(edtf), language)
