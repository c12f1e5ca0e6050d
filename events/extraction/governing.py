"""The phrase that governs an event: which of the dates around it, read in which direction."""

import re
from datetime import date
from typing import NamedTuple

from dates import DateMatch, Precision
from events.extraction.cues.meaning import Sort
from events.extraction.drafting import COMMITTED, Draft
from events.extraction.rereading import at_its_beginning, read_again
from events.extraction.triggers import UNDESCRIBED, is_loose
from events.extraction.units import Clause, Unit
from events.extraction.windows import Windows
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


# a date to measure by, not the event's own: earlier than the planned 1 April
_MEASURED = re.compile(
    r"(?:比|较|提前|延后|成为|堪称|相比|早于|晚于|原定的?|原计划(?:于|在)?|than|from|instead of"
    r"|originally)\s?(?:the )?(?:planned |原定的?|去年|上一)?\Z"
)
_MONTH = 31  # days
_PERIODS = (Precision.QUARTER, Precision.HALF, Precision.YEAR)


def governing(draft: Draft, unit: Unit, folded: str, known: Calendar) -> DateMatch | None:
    """The phrase in the clause nearest to the trigger, else the nearest in the passage."""
    if not unit.dates:
        return None
    pool = _pool(draft, unit, folded)
    if draft.forecast:  # it was made when it was told, whenever it comes true
        pool = [match for match in pool if not _ends_ahead(match, known)]
    elif draft.kind is _STATEMENT and draft.mood.status is _HAPPENED:
        pool = [match for match in pool if _is_day(match) or not _begins_ahead(match, known)]
    if not _FROM_HERE_ON.isdisjoint([match.rule for match in pool]):
        pool = [match for match in pool if _may_date(match, draft, folded, known)]
    if not pool:
        return _attributed(draft, unit, folded, known)
    if draft.kind is _STATEMENT:
        said = next((match for match in pool if _is_day(match) and _told_on(match, folded)), None)
        if said and not _ends_ahead(said, known):
            return said
    fitted = [_fitting(match, draft, unit, folded, known) for match in pool]
    best = fitted[0]
    if len(fitted) > 1:
        best = min(fitted, key=lambda match: _rank(match, draft, known))
    return _announced_on(best, draft, unit, known) or best


_UP_TO_HERE = frozenset(("window_back", "recent_years"))
_FROM_HERE_ON = _UP_TO_HERE | {"window_ahead", "ahead", "after_that"}


def _may_date(match: DateMatch, draft: Draft, folded: str, known: Calendar) -> bool:
    """Whether a phrase that counts from some day on can be the event's own."""
    happened = draft.mood.status is _HAPPENED
    if match.rule in _UP_TO_HERE:
        return not (happened and is_loose(match))
    if match.rule != "window_ahead":  # six weeks later than something
        if match.rule == "ahead" and (
            _is_after_what(match, folded) or _is_undone(match, draft, known)
        ):
            return False
        return match.rule not in _FROM_HERE_ON or not (happened and _is_past(draft))
    if not known.windows.exact:  # nobody knows from which day “the coming months” count
        return False
    return not (happened and is_loose(match)) and not _since(match, folded)


# within days of his departure: a length counted from what stands behind
_COUNTED = re.compile(r" (?:of|after|before|from)\b|的?(?:时间|期间)?里?后")


_SINCE = re.compile(
    r"(?:发布|上线|推出|开源|成立|开售|上市|问世|开业)(?:之?后|以来)?的?(?:短短|仅|不到)?\Z"
    r"|(?:短短|仅仅?|接连|连续|不到|不足)的?\Z"
)


# 停止采购数周后: so long after what stands before it, unless that only says about when
_AFTER_WHAT = re.compile(r"(?![将在于约等到要再早晚需概计定望可划])[\u4e00-\u9fff]")


def _is_after_what(match: DateMatch, folded: str) -> bool:
    before = folded[max(0, match.start - 1) : match.start]
    return match.text.endswith(("后", "後")) and bool(_AFTER_WHAT.match(before))


def _is_undone(match: DateMatch, draft: Draft, known: Calendar) -> bool:
    """九天后，该部介入调查: told as done, and counted from what nobody can tell."""
    done = draft.mood.status is _HAPPENED and draft.kind not in (*_SHIPPED, _CONFERENCE)
    return done and _begins_ahead(match, known) and match.text.endswith(("后", "後"))


def _since(match: DateMatch, folded: str) -> bool:
    before = folded[max(0, match.start - 8) : match.start]
    return bool(_COUNTED.match(folded, match.end) or _SINCE.search(before))


_BARE = 6  # signed the bill, the first of its kind, on October 13
_FURTHER = re.compile(r"(?:and )?to (?!be\b)")


def _attributed(draft: Draft, unit: Unit, folded: str, known: Calendar) -> DateMatch | None:
    """Has resigned and left, the firm said on Friday; ordered five of them, to answer on Friday."""
    if unit.chinese or known.base is None:
        return None
    for clause in unit.clauses[draft.clause + 1 :]:
        for match in clause.dates:
            said = any(
                meaning.kind in _ANNOUNCING and hit.end <= match.start
                for hit in clause.hits
                for meaning in hit.triggers
            )
            further = _FURTHER.match(folded, clause.start) and not clause.has(_TO_COME)
            bare = len(match.text) + _BARE >= clause.end - clause.start
            if (said or further or bare) and _is_day(match) and not _ends_ahead(match, known):
                return match
    return None


def _is_day(match: DateMatch) -> bool:
    return match.value.earliest is not None and match.value.earliest == match.value.latest


def _ends_ahead(match: DateMatch, known: Calendar) -> bool:
    latest = match.value.latest
    return known.base is None or latest is None or latest > known.base


def _begins_ahead(match: DateMatch, known: Calendar) -> bool:
    earliest = match.value.earliest
    return known.base is not None and earliest is not None and earliest > known.base


_ANNOUNCING = {EventKind.ANNOUNCEMENT, EventKind.STATEMENT}


def _announced_on(best: DateMatch, draft: Draft, unit: Unit, known: Calendar) -> DateMatch | None:
    """On 24 January he said that it would invest in 2025: the day rather than the period."""
    if (
        draft.kind not in COMMITTED
        or draft.mood.cues == ()
        or _coarseness(best) < 2
        or known.base is None
    ):
        return None
    hits = [hit for clause in unit.clauses for hit in clause.hits if hit.end <= draft.trigger.start]
    said = [hit.start for hit in hits if any(m.kind in _ANNOUNCING for m in hit.triggers)]
    for match in (match for clause in unit.clauses for match in clause.dates):
        told = _is_day(match) and not _ends_ahead(match, known)
        if told and any(match.end <= start for start in said):
            return match
    return None


def _pool(draft: Draft, unit: Unit, folded: str) -> list[DateMatch]:
    clause = unit.clauses[draft.clause]
    own = [match for match in clause.dates if _own(match, clause, draft, folded)]
    around = [
        other
        for other in unit.clauses
        if other.dates and draft.start <= other.start < draft.end and other is not clause
    ]
    if not around:
        return own
    dates = [match for other in around for match in other.dates]
    others = [match for match in dates if not _measures(match, folded)]
    lead = [match for match in others if match.end <= clause.start]
    if lead and len(own) == 1 and _names_a_thing(own[0], folded):
        return lead
    if own and not (
        any(map(_is_day, lead)) and all(match.value.precision in _PERIODS for match in own)
    ):
        return own
    return own + lead or others


def _own(match: DateMatch, clause: Clause, draft: Draft, folded: str) -> bool:
    """Whether a phrase of the clause may date the event rather than measure something."""
    if _measures(match, folded):
        return len(clause.dates) == 1 and draft.mood.status is _PLANNED
    if _quoted(match.start, clause, folded) and not _quoted(draft.trigger.start, clause, folded):
        return False
    if match.start >= draft.trigger.end and _RELATIVE.match(folded, match.end):
        return False
    return not (match.rule == "range" and folded[match.end : match.end + 1] == "的")


# 解除4月实施的禁令: the date of the ban
_RELATIVE = re.compile(r"(?!起|以来|前后)[^，。；,.:：\s]{2,6}的")


def _measures(match: DateMatch, folded: str) -> bool:
    return bool(_MEASURED.search(folded, max(0, match.start - 12), match.start))


# in July they admitted the June hack: the month only tells which
_OF_A_THING = re.compile(
    r" (?!(?:and|or|but|in|on|at|for|to|by|with|from|that|when|is|was|were|has|had|after|before|as"
    r"|of|which|who|it|the|while|if|this|last|next|will|would)\b)[a-z]"
)


def _names_a_thing(match: DateMatch, folded: str) -> bool:
    article = folded[max(0, match.start - 6) : match.start].endswith((" the ", " its ", " their "))
    return article and bool(_OF_A_THING.match(folded, match.end))


def _quoted(position: int, clause: Clause, folded: str) -> bool:
    return folded.count('"', clause.start, position) % 2 == 1


def _rank(match: DateMatch, draft: Draft, known: Calendar) -> tuple[int, int, int]:
    """On the right side of the day of publication first; then the finer; then the nearer."""
    wrong = _contradicts(match, draft, known)
    after = draft.kind is _DELAY and match.end <= draft.trigger.start
    return int(wrong) + int(after), _coarseness(match), _distance(match, draft)


def _coarseness(match: DateMatch) -> int:
    earliest, latest = match.value.earliest, match.value.latest
    if earliest is None or latest is None:
        return 2
    days = (latest - earliest).days
    return 0 if days == 0 else 1 if days <= _MONTH else 2


def _distance(match: DateMatch, draft: Draft) -> int:
    if match.end <= draft.trigger.start:
        return draft.trigger.start - match.end
    return match.start - draft.trigger.end + 1


def _contradicts(match: DateMatch, draft: Draft, known: Calendar) -> bool:
    """A plan for a day gone by, or news of a day to come."""
    value = match.value
    if known.base is None:
        return False
    if draft.mood.status is _PLANNED:
        return value.latest is not None and value.latest < known.base
    ahead = draft.kind in (_DELAY, _CONFERENCE)
    return not ahead and value.earliest is not None and value.earliest > known.base


_TOLD_AS_DONE = ("的", "了")  # 2月推出的模型: no other year than that


def _fitting(match: DateMatch, draft: Draft, unit: Unit, folded: str, known: Calendar) -> DateMatch:
    """A phrase without year, read again with the direction that the event tells."""
    told = match.rule == "weekday" and _told_on(match, folded)
    said = _said_then(match, draft)
    behind = _begins_ahead(match, known) and (
        told or said or _far_ahead(match, known) or _once_planned(draft, folded)
    )
    if draft.kind in _BEGUN:
        match = at_its_beginning(match, draft.trigger.start, known.base, known.language)
    past = folded[draft.trigger.end : draft.trigger.end + 1] in _TOLD_AS_DONE
    if behind or (not past and _starts_ahead(match, draft, known)):
        return read_again(match, known.base, known.language, ahead=not behind)
    opens = draft.kind is _CONFERENCE and _begins_ahead(match, known)
    if opens or _is_deadline(match, draft, unit, known):
        draft.mood.status = _PLANNED
    if not _contradicts(match, draft, known) or match.rule == "anchored":
        return match
    planned = draft.mood.status is _PLANNED
    if not planned and _is_scheduled(draft, folded):
        draft.mood.status = _PLANNED
        return match
    if planned and (said or _just_past(match, known)):
        return match  # the day on which the plan was told
    other = read_again(match, known.base, known.language, ahead=planned)
    if _contradicts(other, draft, known):
        _is_to_come(draft, unit, match)
        return match
    return other


_SHIPPED = {EventKind.RELEASE, EventKind.PREVIEW, EventKind.OPEN_SOURCING}
_BEGUN = {*_SHIPPED, EventKind.ORGANIZATION, EventKind.INVESTMENT}


def _is_to_come(draft: Draft, unit: Unit, match: DateMatch) -> None:
    """明年下半年量产: there is no other reading than a plan."""
    done = unit.clauses[draft.clause].has(_DONE) or draft.mood.absent or "财" in match.text
    if draft.kind in _SHIPPED and not done:
        draft.mood.status = _PLANNED


# said late Monday it would: the day of the saying, whatever is planned
_TOLD = re.compile(
    r"\b(?:said|says|announced|told [\w ]{3,24}|confirmed|reported|wrote|disclosed|revealed|posted)"
    r"(?: (?:late|early|on|earlier|in an? [\w ]{3,24}))* \Z"
)


def _told_on(match: DateMatch, folded: str) -> bool:
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
    said = draft.kind is _STATEMENT and draft.trigger.word.isascii() and _is_past(draft)
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
    if _is_past(draft) and not match.text.endswith("起"):
        return False
    again = read_again(match, known.base, known.language, ahead=True).value.earliest
    near = again is not None and 0 < (again - known.base).days <= _NEAR
    if near:
        draft.mood.status = _PLANNED
    return near


def _is_past(draft: Draft) -> bool:
    word = draft.trigger.word
    return word.isascii() and not (word[0].isdigit() or word.split()[0].endswith(("s", "ing")))


_YEAR = re.compile(r"年|[0-9]{4}|last|ago|before")
_LONG_GONE, _NEAR = 240, 100
