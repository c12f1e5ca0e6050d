"""Why an event has its date: what each source says, and how that was read. Plain Python."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dates import PartialDate, find
from events.evidence.claims import apart, said_on, shown_quote
from events.models.vocabulary import Rank, Stance, Status
from sources.chinese import CHARACTER

if TYPE_CHECKING:
    from events.models import Claim, Event
    from sources.models import Source

# What a phrase that names a day has at least; reading others would be in vain.
_DATED = re.compile(
    r"\d|[年月日旬季周]|今|昨|明|month|week|year|quarter|day|"
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter",
    re.IGNORECASE,
)


class Agreement(StrEnum):
    SAME = "same"
    COARSER = "coarser"  # leaves more days open than the event's date
    FINER = "finer"
    OTHER = "other"  # has no day in common with it
    OVERLAPS = "overlaps"


@dataclass(frozen=True, slots=True)
class Reading:
    """The date one or several sources give, in whose words if they can be shown."""

    date: PartialDate
    phrase: str  # as it stands in the source; "" when the quote does not have it
    language: str
    agreement: Agreement
    sources: tuple["Source", ...]


def readings_of(event: "Event", claims: Iterable["Claim"]) -> list[Reading]:
    """Each date that claims give, once, with those who give it, in the order said."""
    readings: dict[tuple[str, str], Reading] = {}
    for claim in claims:
        if claim.date is None or not _tells_when(claim, event):
            continue
        phrase = phrase_of(claim)
        known = readings.get((claim.date.edtf, phrase))
        sources = dict.fromkeys([*(known.sources if known else ()), claim.source])
        readings[claim.date.edtf, phrase] = Reading(
            claim.date, phrase, claim.source.language, agreement(claim.date, event), tuple(sources)
        )
    return list(readings.values())


def _tells_when(claim: "Claim", event: "Event") -> bool:
    """A promise does not date what came of it."""
    promise = claim.status in (Status.PLANNED, Status.DELAYED)
    if promise and event.status not in (Status.PLANNED, Status.DELAYED):
        return False
    return claim.rank != Rank.DEPRECATED and claim.stance != Stance.CONTRADICTS


def phrase_of(claim: "Claim") -> str:
    """The words of the quote, as far as readers see it, that were read as the date it gives."""
    quote, _shortened = shown_quote(claim)
    if not _DATED.search(quote):
        return ""
    said = said_on(claim)
    base = said.latest or said.earliest if said else None
    language = "zh" if CHARACTER.search(quote) else "en"
    for match in find(quote, base, language):
        if claim.date and match.value.edtf.strip("~?%") == claim.date.edtf.strip("~?%"):
            return match.text
    return ""


def agreement(date: PartialDate, event: "Event") -> Agreement:
    """How the date a claim gives lies to the one decided."""
    decided = event.date
    if decided is None or date == decided:
        return Agreement.SAME
    if apart(date, decided):
        return Agreement.OTHER
    if _within(decided, date):
        return Agreement.COARSER
    return Agreement.FINER if _within(date, decided) else Agreement.OVERLAPS


def _within(one: PartialDate, other: PartialDate) -> bool:
    """Whether every day of one is a day of the other."""
    begins = other.earliest is None or (one.earliest is not None and one.earliest >= other.earliest)
    ends = other.latest is None or (one.latest is not None and one.latest <= other.latest)
    return begins and ends
