"""What the sources of an event say, held against what the editors decided. Plain Python."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dates import PartialDate
from events.models.vocabulary import Stance, Status
from sources.models import Source

if TYPE_CHECKING:
    from events.models import Claim, Event

KEY_TERM = 20  # characters readers may see of a source whose rights allow no more
QUOTABLE = (Source.Rights.OPEN, Source.Rights.ATTRIBUTION)
_BEFORE_IT_HAPPENED = (Status.PLANNED, Status.DELAYED)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim as readers see it."""

    claim: "Claim"
    quote: str
    shortened: bool
    said_on: PartialDate | None
    differences: list[str | Promise]


@dataclass(frozen=True, slots=True)
class Step:
    """What was said on one day about when the event happens, or whether it does."""

    claim: "Claim"
    said_on: PartialDate | None
    status: str
    date: PartialDate | None
    changed: bool


def evidence_for(event: "Event", claims: Iterable["Claim"]) -> list[Evidence]:
    return [
        Evidence(claim, *shown_quote(claim), said_on(claim), differences(claim, event))
        for claim in claims
    ]


def shown_quote(claim: "Claim") -> tuple[str, bool]:
    """As much of the quote as the source's rights let readers see, and whether it was cut."""
    if claim.source.rights in QUOTABLE or len(claim.quote) <= KEY_TERM:
        return claim.quote, False
    return claim.quote[:KEY_TERM].rstrip(), True


def said_on(claim: "Claim") -> PartialDate | None:
    return claim.claimed_on or claim.source.published


def differences(claim: "Claim", event: "Event") -> list[str | Promise]:
    """In which respects the claim does not agree with the event as it was decided, in words."""
    checks = (
        (claim.stance == Stance.CONTRADICTS, _("contradicts this")),
        (_other_status(claim, event), _("gives another status")),
        (_other_date(claim.date, event.date), _("gives another date")),
    )
    return [words for differs, words in checks if differs]


def _other_status(claim: "Claim", event: "Event") -> bool:
    """A plan that came true was no contradiction when it was told."""
    if not claim.status or claim.status == event.status:
        return False
    came_true = event.status == Status.HAPPENED and claim.status in _BEFORE_IT_HAPPENED
    told = said_on(claim)
    return not came_true or bool(told and event.date and _ends_before(event.date, told))


def _other_date(given: PartialDate | None, decided: PartialDate | None) -> bool:
    """Whether the two windows have no day in common; a coarser date is no contradiction."""
    if given is None or decided is None:
        return False
    return _ends_before(given, decided) or _ends_before(decided, given)


def _ends_before(one: PartialDate, other: PartialDate) -> bool:
    return bool(one.latest and other.earliest and one.latest < other.earliest)


def history_of(claims: Iterable["Claim"]) -> list[Step]:
    """What was said when: claims in the order said that give a date or a status, repeats once."""
    steps: list[Step] = []
    for claim in claims:
        if not (claim.date or claim.status):
            continue
        told, last = said_on(claim), steps[-1] if steps else None
        news = (claim.source_id, told, claim.status, claim.date)
        if last and news == (last.claim.source_id, last.said_on, last.status, last.date):
            continue
        changed = last is not None and (claim.status, claim.date) != (last.status, last.date)
        steps.append(Step(claim, told, claim.status, claim.date, changed))
    return steps
