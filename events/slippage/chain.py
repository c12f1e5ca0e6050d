"""What was said when about something promised, in the order of the story. Plain Python."""

import datetime
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from dates import PartialDate
from events.evidence import apart, said_on
from events.models.vocabulary import Certainty, EventKind, LinkKind, Rank, Stance, Status
from events.slippage.lateness import Ending, Lateness, lateness_of, waiting_for

if TYPE_CHECKING:
    from events.models import Claim, Event, EventLink
    from sources.models import Source

AHEAD = (Status.PLANNED, Status.DELAYED)
# What a promise is kept by, when another event says that it happened.
FULFILLING = (
    EventKind.RELEASE,
    EventKind.OPEN_SOURCING,
    EventKind.CONFERENCE,
    EventKind.MILESTONE,
    EventKind.INVESTMENT,
    EventKind.ACQUISITION,
    EventKind.PARTNERSHIP,
    EventKind.POLICY,
)
KEEPING = (LinkKind.FOLLOWS_UP, LinkKind.SAME_AS, LinkKind.SUPERSEDES)
_HEARSAY = (Certainty.DENIED, Certainty.RUMOURED)
# Nothing is delayed or denied before it was said, whenever our sources came to tell it.
_AFTER = (LinkKind.DELAYS, LinkKind.SUPERSEDES, LinkKind.DENIES, LinkKind.RESPONDS_TO)


class Turn(StrEnum):
    """What a statement did to the promise."""

    PROMISED = "promised"
    DELAYED = "delayed"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    HAPPENED = "happened"
    DENIED = "denied"
    CONTRADICTED = "contradicted"
    REPORTED = "reported"


_BY_STATUS = {
    Status.PLANNED: Turn.PROMISED,
    Status.DELAYED: Turn.DELAYED,
    Status.CANCELLED: Turn.CANCELLED,
    Status.HAPPENED: Turn.HAPPENED,
}
_BY_KIND = {
    EventKind.DELAY: Turn.DELAYED,
    EventKind.PAUSE: Turn.PAUSED,
    EventKind.CANCELLATION: Turn.CANCELLED,
    EventKind.PREVIEW: Turn.HAPPENED,
    **dict.fromkeys(FULFILLING, Turn.HAPPENED),
}
_BY_LINK = {
    LinkKind.DENIES: Turn.DENIED,
    LinkKind.DELAYS: Turn.DELAYED,
    LinkKind.CONTRADICTS: Turn.CONTRADICTED,
}


@dataclass(frozen=True, slots=True)
class Statement:
    """What was said on one day, or what happened then, and which days it names for the rest."""

    event: "Event"
    turn: Turn
    at: PartialDate | None  # where it stands in time
    promised: PartialDate | None = None  # the days named for what is still to come
    sources: tuple["Source", ...] = ()
    changed: bool = False  # names other days, or another status, than the one before
    hearsay: bool = False  # nobody stood behind it when it was said

    @property
    def doubted(self) -> bool:
        return self.event.certainty in (Certainty.DENIED, Certainty.DISPUTED)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one promise ended."""

    event: "Event"
    promised: PartialDate | None  # the days named first
    last: PartialDate | None  # the days named last
    came: PartialDate | None
    lateness: Lateness
    moved: int = 0  # how often other days were named


@dataclass(frozen=True, slots=True)
class Chain:
    statements: list[Statement]
    outcomes: list[Outcome]
    here: "Event | None"
    today: datetime.date


def chain_of(
    events: Sequence["Event"],
    claims: Iterable["Claim"],
    links: Collection["EventLink"],
    today: datetime.date,
    here: "Event | None" = None,
) -> Chain | None:
    """The statements of `events`, or None when nothing was promised, moved or taken back."""
    told: dict[int, list[Claim]] = {event.pk: [] for event in events}
    for claim in claims:
        told[claim.event_id].append(claim)
    spoken = {event.pk: statements_of(event, told[event.pk], links) for event in events}
    statements = in_story_order([one for said in spoken.values() for one in said], links)
    in_order = {one.event.pk: one.event for one in statements}.values()
    outcomes = [
        outcome
        for event in in_order
        if (outcome := outcome_of(event, spoken[event.pk], events, links, today))
    ]
    argued = len(statements) > 1 and any(_tells_a_story(one) for one in statements)
    return Chain(statements, outcomes, here, today) if outcomes or argued else None


def _tells_a_story(statement: Statement) -> bool:
    return statement.changed or statement.turn not in (Turn.HAPPENED, Turn.REPORTED)


def statements_of(
    event: "Event", claims: Iterable["Claim"], links: Iterable["EventLink"] = ()
) -> list[Statement]:
    """One for each time something else was said of a promise; one for what simply happened."""
    held = [claim for claim in claims if claim.rank != Rank.DEPRECATED]
    about_plans = [claim for claim in held if claim.date or claim.status]
    if event.status == Status.HAPPENED and not _foretold(about_plans):
        return [_happening(event, held, links), *_contradictions(event, about_plans)]
    statements: list[Statement] = []
    for claim in about_plans:
        _append(statements, _statement(event, claim, statements))
    return _decided(event, statements)


def _foretold(claims: Iterable["Claim"]) -> bool:
    before = (*AHEAD, Status.CANCELLED)
    return any(claim.status in before and not _against(claim) for claim in claims)


def _against(claim: "Claim") -> bool:
    return claim.stance == Stance.CONTRADICTS


def _happening(
    event: "Event", claims: Sequence["Claim"], links: Iterable["EventLink"]
) -> Statement:
    turns = [_BY_LINK[LinkKind(link.kind)] for link in links if _speaks(link, event)]
    order = list(_BY_LINK.values())
    turn = min(turns, key=order.index) if turns else Turn.REPORTED
    turn = _BY_KIND.get(EventKind(event.kind), turn)
    at = event.date or (said_on(claims[0]) if claims else None)
    return Statement(event, turn, at, sources=_sources(claims))


def _contradictions(event: "Event", claims: Iterable["Claim"]) -> list[Statement]:
    statements: list[Statement] = []
    for claim in claims:
        if _against(claim):
            _append(statements, _statement(event, claim, statements))
    return statements


def _speaks(link: "EventLink", event: "Event") -> bool:
    return link.from_event_id == event.pk and link.kind in _BY_LINK


def _sources(claims: Iterable["Claim"]) -> tuple["Source", ...]:
    return tuple({claim.source_id: claim.source for claim in claims}.values())


def _statement(event: "Event", claim: "Claim", before: Sequence[Statement]) -> Statement:
    turn = _turn(claim, before)
    at, promised = said_on(claim), claim.date
    if turn is Turn.HAPPENED:
        at, promised = claim.date or at, None
    elif turn is Turn.CONTRADICTED:
        promised = None
    elif promised and at and _over(promised, at):
        at, promised = promised, None
    moved = apart(promised, last_promised(before))
    turned = bool(before) and turn not in (before[-1].turn, Turn.HAPPENED)
    hearsay = (claim.certainty or event.certainty) in _HEARSAY
    return Statement(event, turn, at, promised, (claim.source,), moved or turned, hearsay)


def _turn(claim: "Claim", before: Sequence[Statement]) -> Turn:
    if _against(claim):
        return Turn.CONTRADICTED
    if claim.status:
        return _BY_STATUS[Status(claim.status)]
    return before[-1].turn if before else Turn.PROMISED


def _over(promised: PartialDate, said: PartialDate) -> bool:
    """Whether the days named had passed when they were named: nothing was promised then."""
    return bool(promised.latest and said.earliest and promised.latest < said.earliest)


def last_promised(statements: Sequence[Statement]) -> PartialDate | None:
    return next((one.promised for one in reversed(statements) if one.promised), None)


def _append(statements: list[Statement], new: Statement) -> None:
    """The same told again the same day, or by another source, adds only its source."""
    if statements:
        last = statements[-1]
        if (last.turn, last.at, last.promised) == (new.turn, new.at, new.promised):
            sources = tuple(dict.fromkeys((*last.sources, *new.sources)))
            hearsay = last.hearsay and new.hearsay
            statements[-1] = replace(last, sources=sources, hearsay=hearsay)
            return
    statements.append(new)


def _decided(event: "Event", statements: list[Statement]) -> list[Statement]:
    """With what the editors know beyond the claims: that it happened or was called off."""
    if not statements:
        turn = _BY_STATUS[Status(event.status)]
        return [Statement(event, turn, None, event.date, hearsay=event.certainty in _HEARSAY)]
    known = event.status in (Status.HAPPENED, Status.CANCELLED)
    if not known or any(one.turn == event.status for one in statements):
        return statements
    turn = _BY_STATUS[Status(event.status)]
    at = event.date if turn is Turn.HAPPENED else None
    return [*statements, Statement(event, turn, at, changed=turn is Turn.CANCELLED)]


def in_story_order(
    statements: Iterable[Statement], links: Iterable["EventLink"]
) -> list[Statement]:
    """By last possible day; what answers or delays another stands after it all the same."""
    left = sorted(statements, key=_place)
    after = _afters(left, links)
    ordered: list[Statement] = []
    begun: set[int] = set()
    while left:
        ready = next((one for one in left if after[one.event.pk] <= begun), left[0])
        left.remove(ready)
        ordered.append(ready)
        begun.add(ready.event.pk)
    return ordered


def _place(statement: Statement) -> tuple[datetime.date, datetime.date, int]:
    at = statement.at
    latest = (at and (at.latest or at.earliest)) or datetime.date.max
    return latest, (at and at.earliest) or datetime.date.min, statement.event.pk


def _afters(statements: Iterable[Statement], links: Iterable["EventLink"]) -> dict[int, set[int]]:
    """Which events each event stands after."""
    at = {one.event.pk: one.at for one in reversed(list(statements))}
    after: dict[int, set[int]] = {pk: set() for pk in at}
    for link in links:
        one, other = link.from_event_id, link.to_event_id
        if one in at and other in at and _follows(link, at[one], at[other]):
            after[one].add(other)
    return after


def _follows(link: "EventLink", one: PartialDate | None, other: PartialDate | None) -> bool:
    if link.kind == LinkKind.FOLLOWS_UP:
        return not _before(one, other)
    return link.kind in _AFTER


def _before(one: PartialDate | None, other: PartialDate | None) -> bool:
    return bool(one and other and one < other and apart(one, other))


def outcome_of(
    event: "Event",
    statements: Sequence[Statement],
    events: Iterable["Event"],
    links: Iterable["EventLink"],
    today: datetime.date,
) -> Outcome | None:
    """How a promise ended, or None when the event promised nothing."""
    promises = [one for one in statements if one.turn in (Turn.PROMISED, Turn.DELAYED)]
    if not promises or (event.status == Status.HAPPENED and not _promises(promises)):
        return None
    first = next((one.promised for one in promises if one.promised), None)
    last = last_promised(promises) or event.date
    moved = sum(one.changed for one in promises if one.promised)
    if event.status == Status.CANCELLED:
        return Outcome(event, first, last, None, Lateness(Ending.CANCELLED), moved)
    if _replaced(event, events, links):
        return Outcome(event, first, last, None, Lateness(Ending.REPLACED), moved)
    came = event.date if event.status == Status.HAPPENED else _kept_by(event, events, links)
    lateness = lateness_of(first, came) if came else waiting_for(last, today)
    return Outcome(event, first, last, came, lateness, moved)


def _promises(statements: Iterable[Statement]) -> bool:
    return any(one.turn is Turn.PROMISED or one.promised for one in statements)


def _replaced(event: "Event", events: Iterable["Event"], links: Iterable["EventLink"]) -> bool:
    """Whether another plan that is still one took its place."""
    plans = {other.pk for other in events if other.status in AHEAD}
    return event.status in AHEAD and any(
        link.kind == LinkKind.SUPERSEDES
        and link.to_event_id == event.pk
        and link.from_event_id in plans
        for link in links
    )


def _kept_by(
    event: "Event", events: Iterable["Event"], links: Iterable["EventLink"]
) -> PartialDate | None:
    """When another event happened that keeps the promise."""
    keeping = {one for link in links for one in _keepers(link, event.pk)}
    kept = (
        other.date
        for other in events
        if other.pk in keeping and other.status == Status.HAPPENED and other.kind in FULFILLING
    )
    return next(kept, None)


def _keepers(link: "EventLink", promise: int) -> Iterable[int]:
    if link.to_event_id == promise and link.kind in KEEPING:
        yield link.from_event_id
    if link.from_event_id == promise and link.kind == LinkKind.SAME_AS:
        yield link.to_event_id
