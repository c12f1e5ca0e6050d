"""The phrase that governs an event: which of the dates around it, read in which direction."""

import re

from dates import DateMatch, Precision
from events.extraction.clauses.triggers import is_loose
from events.extraction.clauses.units import Clause, Unit
from events.extraction.cues.meaning import Sort
from events.extraction.dating.fitting import (
    SHIPPED,
    Calendar,
    begins_ahead,
    contradicts,
    ends_ahead,
    fitting,
    is_day,
    is_long_gone,
    is_past,
    told_on,
)
from events.extraction.drafts.drafting import COMMITTED, Draft
from events.models.vocabulary import EventKind, Status

# asked for by the thousand: to find a member by its name in an Enum takes Python its time
_STATEMENT, _DELAY = EventKind.STATEMENT, EventKind.DELAY
_SAYING = frozenset((_STATEMENT, EventKind.REPORT))
_HAPPENED, _PLANNED = Status.HAPPENED, Status.PLANNED
_TO_COME, _DONE = Sort.PLANNED, Sort.DONE


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
        pool = [match for match in pool if not ends_ahead(match, known)]
    elif draft.kind in _SAYING and draft.mood.status is _HAPPENED:
        pool = [match for match in pool if is_day(match) or not _lies_ahead(match, known)]
    elif draft.mood.status is _PLANNED and _is_to_be(draft):
        pool = [match for match in pool if not is_long_gone(match, known)]
    if not _FROM_HERE_ON.isdisjoint([match.rule for match in pool]):
        pool = [match for match in pool if _may_date(match, draft, folded, known)]
    if not pool:
        return _attributed(draft, unit, folded, known)
    if draft.kind is _STATEMENT:
        said = next((match for match in pool if is_day(match) and told_on(match, folded)), None)
        if said and not ends_ahead(said, known):
            return said
    fitted = [fitting(match, draft, unit, folded, known) for match in pool]
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
        return match.rule not in _FROM_HERE_ON or not (happened and is_past(draft))
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
    done = draft.mood.status is _HAPPENED and draft.kind not in (*SHIPPED, EventKind.CONFERENCE)
    return done and begins_ahead(match, known) and match.text.endswith(("后", "後"))


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
            if (said or further or bare) and is_day(match) and not ends_ahead(match, known):
                return match
    return None


def _lies_ahead(match: DateMatch, known: Calendar) -> bool:
    """From today on: until when something that is said of it will be."""
    earliest = match.value.earliest
    if match.rule == "window_ahead" or known.base is None or earliest is None:
        return False
    return earliest >= known.base and ends_ahead(match, known)


_TO_BE = ("will", "won't", "is ", "are ", "plans ", "plan to", "aims ", "intends ", "expects ")


def _is_to_be(draft: Draft) -> bool:
    """Planned when it was told, not once."""
    return any(hit.word.startswith(_TO_BE) for hit in draft.mood.cues if _TO_COME in hit.sorts)


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
        told = is_day(match) and not ends_ahead(match, known)
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
        any(map(is_day, lead)) and all(match.value.precision in _PERIODS for match in own)
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
    wrong = contradicts(match, draft, known)
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
