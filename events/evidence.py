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
        (apart(claim.date, event.date), _("gives another date")),
    )
    return [words for differs, words in checks if differs]


def _other_status(claim: "Claim", event: "Event") -> bool:
    """A plan that came true was no contradiction when it was told."""
    if not claim.status or claim.status == event.status:
        return False
    came_true = event.status == Status.HAPPENED and claim.status in _BEFORE_IT_HAPPENED
    told = said_on(claim)
    return not came_true or bool(told and event.date and _ends_before(event.date, told))


def apart(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether the two windows have no day in common; a coarser date is no contradiction."""
    if one is None or other is None:
        return False
    return _ends_before(one, other) or _ends_before(other, one)


def _ends_before(one: PartialDate, other: PartialDate) -> bool:
    return bool(one.latest and other.earliest and one.latest < other.earliest)


def history_of(claims: Iterable["Claim"]) -> list[Step]:
    """What was said when: claims in the order said that give a date or a status, repeats once."""
    steps: list[Step] = []
    for claim in claims:
        if (claim.date or claim.status) and not (steps and _repeats(claim, steps[-1])):
            changed = _moved(claim, steps) or _turned(claim, steps)
            steps.append(Step(claim, said_on(claim), claim.status, claim.date, changed))
    return steps


def _repeats(claim: "Claim", last: Step) -> bool:
    same = (claim.source_id, said_on(claim), claim.date)
    return same == (last.claim.source_id, last.said_on, last.date) and claim.status in (
        "",
        last.status,
    )


def _moved(claim: "Claim", before: list[Step]) -> bool:
    """Whether the date given has no day in common with the one given last."""
    last = next((step.date for step in reversed(before) if step.date), None)
    return apart(claim.date, last)


def _turned(claim: "Claim", before: list[Step]) -> bool:
    """Whether another status is given than the last; that a plan came true is no such turn."""
    last = next((step.status for step in reversed(before) if step.status), "")
    return bool(last and claim.status) and claim.status not in (last, Status.HAPPENED)
