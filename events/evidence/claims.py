"""What the sources of an event say, held against what the editors decided. Plain Python."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dates import PartialDate
from events.evidence.fragments import address_of_passage
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
    overtaken: bool  # a plan when it was told; it was put off or called off since
    address: str  # the source's page, at the passage where that can be said

    @property
    def disagrees(self) -> bool:
        return bool(self.differences)


def evidence_for(event: "Event", claims: Iterable["Claim"]) -> list[Evidence]:
    return [_evidence(event, claim) for claim in claims]


def _evidence(event: "Event", claim: "Claim") -> Evidence:
    quote, shortened = shown_quote(claim)
    return Evidence(
        claim,
        quote,
        shortened,
        said_on(claim),
        differences(claim, event),
        _overtaken(claim, event),
        address_of_passage(claim, quote, whole=may_be_quoted(claim)),
    )


def may_be_quoted(claim: "Claim") -> bool:
    return claim.source.rights in QUOTABLE


def shown_quote(claim: "Claim") -> tuple[str, bool]:
    """As much of the quote as the source's rights let readers see, and whether it was cut."""
    if may_be_quoted(claim) or len(claim.quote) <= KEY_TERM:
        return claim.quote, False
    return claim.quote[:KEY_TERM].rstrip(), True


def said_on(claim: "Claim") -> PartialDate | None:
    return claim.claimed_on or claim.source.published


def differences(claim: "Claim", event: "Event") -> list[str | Promise]:
    """In which respects the claim does not agree with the event as it was decided, in words."""
    checks = (
        (claim.stance == Stance.CONTRADICTS, _("contradicts this")),
        (_other_status(claim, event), _("gives another status")),
        (_other_date(claim, event), _("gives another date")),
    )
    return [words for differs, words in checks if differs]


def _other_status(claim: "Claim", event: "Event") -> bool:
    """A plan that came true, or was put off later, was no contradiction when it was told."""
    if not claim.status or claim.status == event.status or _overtaken(claim, event):
        return False
    came_true = event.status == Status.HAPPENED and claim.status in _BEFORE_IT_HAPPENED
    return not came_true or _told_afterwards(claim, event)


def _other_date(claim: "Claim", event: "Event") -> bool:
    return apart(claim.date, event.date) and not _overtaken(claim, event)


def _overtaken(claim: "Claim", event: "Event") -> bool:
    """Whether it told of a plan that was put off, called off or came on another day since."""
    if claim.status not in _BEFORE_IT_HAPPENED:
        return False
    if event.status == Status.HAPPENED:
        return apart(claim.date, event.date) and not _told_afterwards(claim, event)
    return event.status not in (Status.PLANNED, claim.status)


def _told_afterwards(claim: "Claim", event: "Event") -> bool:
    told = said_on(claim)
    return bool(told and event.date and _ends_before(event.date, told))


def apart(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether the two windows have no day in common; a coarser date is no contradiction."""
    if one is None or other is None:
        return False
    return _ends_before(one, other) or _ends_before(other, one)


def _ends_before(one: PartialDate, other: PartialDate) -> bool:
    return bool(one.latest and other.earliest and one.latest < other.earliest)
