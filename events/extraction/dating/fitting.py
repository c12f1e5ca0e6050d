"""A phrase read in the direction that an event tells: what is planned lies ahead, news behind."""

import re
from datetime import date
from typing import NamedTuple

from dates import DateMatch
from events.extraction.clauses.triggers import UNDESCRIBED
from events.extraction.clauses.units import Unit
from events.extraction.cues.meaning import Sort
from events.extraction.dating.rereading import at_its_beginning, read_again
from events.extraction.dating.windows import Windows
from events.extraction.drafts.drafting import Draft
from events.models.vocabulary import EventKind, Status

# asked for by the thousand: to find a member by its name in an Enum takes Python its time
_STATEMENT, _DELAY, _CONFERENCE = EventKind.STATEMENT, EventKind.DELAY, EventKind.CONFERENCE
_HAPPENED, _PLANNED = Status.HAPPENED, Status.PLANNED
_TO_COME, _DONE = Sort.PLANNED, Sort.DONE


class Calendar(NamedTuple):
    """What the document says about time: its dates, and the day from which they count."""

    dates: list[DateMatch]
    base: date | None  # relative phrases count from here
    windows: Windows  # of what no phrase dates
    language: str


def is_day(match: DateMatch) -> bool:
    return match.value.earliest is not None and match.value.earliest == match.value.latest


def ends_ahead(match: DateMatch, known: Calendar) -> bool:
    latest = match.value.latest
    return known.base is None or latest is None or latest > known.base


def begins_ahead(match: DateMatch, known: Calendar) -> bool:
    earliest = match.value.earliest
    return known.base is not None and earliest is not None and earliest > known.base


def is_long_gone(match: DateMatch, known: Calendar) -> bool:
    """A day that was over long before what is to come can only tell which thing it is."""
    latest = match.value.latest
    return known.base is not None and latest is not None and (known.base - latest).days > _NEAR


def contradicts(match: DateMatch, draft: Draft, known: Calendar) -> bool:
    """A plan for a day gone by, or news of a day to come."""
    value = match.value
    if known.base is None:
        return False
    if draft.mood.status is _PLANNED:
        return value.latest is not None and value.latest < known.base
    ahead = draft.kind in (_DELAY, _CONFERENCE)
    return not ahead and value.earliest is not None and value.earliest > known.base


_TOLD_AS_DONE = ("的", "了")  # 2月推出的模型: no other year than that


def fitting(match: DateMatch, draft: Draft, unit: Unit, folded: str, known: Calendar) -> DateMatch:
    """A phrase without year, read again with the direction that the event tells."""
    told = match.rule == "weekday" and told_on(match, folded)
    said = _said_then(match, draft)
    behind = begins_ahead(match, known) and (
        told or said or _far_ahead(match, known) or _once_planned(draft, folded)
    )
    if draft.kind in _BEGUN:
        match = at_its_beginning(match, draft.trigger.start, known.base, known.language)
    past = folded[draft.trigger.end : draft.trigger.end + 1] in _TOLD_AS_DONE
    if behind or (not past and _starts_ahead(match, draft, known)):
        return read_again(match, known.base, known.language, ahead=not behind)
    opens = draft.kind is _CONFERENCE and begins_ahead(match, known)
    if opens or _is_deadline(match, draft, unit, known):
        draft.mood.status = _PLANNED
    if not contradicts(match, draft, known) or match.rule == "anchored":
        return match
    planned = draft.mood.status is _PLANNED
    if not planned and _is_scheduled(draft, folded):
        draft.mood.status = _PLANNED
        return match
    if planned and (said or _just_past(match, known)):
        return match  # the day on which the plan was told
    other = read_again(match, known.base, known.language, ahead=planned)
    if contradicts(other, draft, known):
        _is_to_come(draft, unit, match)
        return match
    return other


SHIPPED = {EventKind.RELEASE, EventKind.PREVIEW, EventKind.OPEN_SOURCING}
_BEGUN = {*SHIPPED, EventKind.ORGANIZATION, EventKind.INVESTMENT}


def _is_to_come(draft: Draft, unit: Unit, match: DateMatch) -> None:
    """明年下半年量产: there is no other reading than a plan."""
    done = unit.clauses[draft.clause].has(_DONE) or draft.mood.absent or "财" in match.text
    if draft.kind in SHIPPED and not done:
        draft.mood.status = _PLANNED


# said late Monday it would: the day of the saying, whatever is planned
_TOLD = re.compile(
    r"\b(?:said|says|announced|told [\w ]{3,24}|confirmed|reported|wrote|disclosed|revealed|posted)"
    r"(?: (?:late|early|on|earlier|in an? [\w ]{3,24}))* \Z"
)


def told_on(match: DateMatch, folded: str) -> bool:
    return bool(_TOLD.search(folded, max(0, match.start - 40), match.start))


_NEXT_YEAR = 300  # days


def _far_ahead(match: DateMatch, known: Calendar) -> bool:
    """A day without its year nearly a year ahead is the one that has just gone by."""
    earliest = match.value.earliest
    if match.rule != "month_point" or known.base is None or earliest is None:
        return False
    return (earliest - known.base).days > _NEXT_YEAR and not _YEAR.search(match.text)


_DELIVERED = {EventKind.RELEASE, EventKind.PREVIEW, EventKind.OPEN_SOURCING, EventKind.ANNOUNCEMENT}


def _is_deadline(match: DateMatch, draft: Draft, unit: Unit, known: Calendar) -> bool:
    """年底前上线: what has a deadline from today on is still to come."""
    value, day = match.value, known.base
    ahead = day is not None and value.earliest == day and value.latest and value.latest > day
    if not ahead or draft.mood.status is not _HAPPENED or draft.kind not in _DELIVERED:
        return False
    return match.text.endswith(("前", "内")) and not unit.clauses[draft.clause].has(_DONE)


_WAS = re.compile(
    r"\b(?:was|were|had been|had)(?: (?:said to be|reported to be|also|then|still|once))? \Z"
)


def _once_planned(draft: Draft, folded: str) -> bool:
    """was weighing a bid in June: the plan was made then, and the month lies behind."""
    if draft.mood.status is not _PLANNED:
        return False
    plans = (hit for hit in draft.mood.cues if _TO_COME in hit.sorts)
    return any(_WAS.search(folded, max(0, hit.start - 32), hit.start) for hit in plans)


def _said_then(match: DateMatch, draft: Draft) -> bool:
    """In June they said it would: when it was said, whatever they said."""
    said = draft.kind is _STATEMENT and draft.trigger.word.isascii() and is_past(draft)
    return said and match.end <= draft.trigger.start


def _just_past(match: DateMatch, known: Calendar) -> bool:
    latest = match.value.latest
    return known.base is not None and latest is not None and (known.base - latest).days <= _NEAR


_PROGRESSIVE = re.compile(r"(?:'re|’re|'s|\b(?:are|is|am))(?: (?:also|now|\w+ly))? \Z")


def _is_scheduled(draft: Draft, folded: str) -> bool:
    """opens, is opening on October 28: the present with a day to come, or no verb known at all."""
    word, start = draft.trigger.word, draft.trigger.start
    if not word.isascii():
        return False
    if word.split()[0].endswith("ing"):
        return bool(_PROGRESSIVE.search(folded, max(0, start - 16), start))
    return word[0].isdigit() or draft.meaning is UNDESCRIBED or word.split()[0].endswith("s")


def _starts_ahead(match: DateMatch, draft: Draft, known: Calendar) -> bool:
    """A day of last year without its year is the next one instead, when that is near."""
    earliest = match.value.earliest
    if known.base is None or earliest is None or draft.mood.status is _PLANNED:
        return False
    if _YEAR.search(match.text) or (known.base - earliest).days < _LONG_GONE:
        return False
    if is_past(draft) and not match.text.endswith("起"):
        return False
    again = read_again(match, known.base, known.language, ahead=True).value.earliest
    near = again is not None and 0 < (again - known.base).days <= _NEAR
    if near:
        draft.mood.status = _PLANNED
    return near


def is_past(draft: Draft) -> bool:
    word = draft.trigger.word
    return word.isascii() and not (word[0].isdigit() or word.split()[0].endswith(("s", "ing")))


_YEAR = re.compile(r"年|[0-9]{4}|last|ago|before")
_LONG_GONE, _NEAR = 240, 100
