"""From clauses to drafts: what each tells, and which stretch of the text tells it."""

import re
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from itertools import pairwise

from events.extraction.clauses.asides import is_about_period
from events.extraction.clauses.claims import QUOTE, is_claim, is_of_another
from events.extraction.clauses.kinds import kind_of
from events.extraction.clauses.mood import Mood, is_ba, mood
from events.extraction.clauses.triggers import (
    UNDESCRIBED,
    UNDOING,
    Choice,
    Place,
    choose,
    is_only_date,
    place_of,
)
from events.extraction.clauses.units import Clause, Unit, tells
from events.extraction.cues.lexicon import Hit
from events.extraction.cues.meaning import Meaning, Sort
from events.extraction.found import MODEL, Mention
from events.extraction.hinted import Hinted
from events.models.vocabulary import Certainty, EventKind, Status

# asked for by the thousand: to find a member by its name in an Enum takes Python its time
_PLAN, _STATEMENT, _REPORT = EventKind.PLAN, EventKind.STATEMENT, EventKind.REPORT
_ANNOUNCEMENT, _DELAY = EventKind.ANNOUNCEMENT, EventKind.DELAY
_PLANNED, _HAPPENED = Status.PLANNED, Status.HAPPENED
_CONFIRMED, _REPORTED = Certainty.CONFIRMED, Certainty.REPORTED
_TO_COME, _DENIED = Sort.PLANNED, Sort.DENIED


@dataclass(slots=True)
class Draft:
    """An event as one clause tells it."""

    unit: int  # number of the sentence
    clause: int  # number of the clause in it
    trigger: Hit
    meaning: Meaning
    kind: EventKind
    mood: Mood
    start: int
    end: int
    strength: float
    presupposed: bool  # told in passing of what is there
    dated: bool  # a date phrase stands in its clause
    named: bool  # somebody or something known is named in its sentence
    forecast: bool = False  # what somebody expects of the world, not of themselves
    also: list[Mention] = field(default_factory=list)  # who is named where more of it is told


# a name is remembered for so many sentences
_REMEMBERED = 3


def drafts(units: Sequence[Unit], folded: str, quiet: Sequence[bool]) -> list[Draft]:
    """What every sentence tells, those to be passed over left out."""
    made: list[Draft] = []
    last_named = -_REMEMBERED - 1
    for number, unit in enumerate(units):
        if quiet[number]:
            continue
        if unit.mentions:
            last_named = number
        if not unit.tells or (unit.dates and is_about_period(unit, folded)):
            continue
        found = _of_sentence(number, unit, folded, number - last_named <= _REMEMBERED)
        for draft in found:
            if draft.kind is _PLAN:
                _read_plan(draft, units, folded)
        if found and number and _is_hearsay(units[number - 1], unit, folded):
            for draft in found:
                _doubt(draft.mood)
        made += found
    return made


def _read_plan(draft: Draft, units: Sequence[Unit], folded: str) -> None:
    """A plan that somebody only speaks of is what they say."""
    number = draft.unit
    unit = units[number]
    draft.forecast = _is_forecast(draft, unit, folded) and _spoken(
        units[max(0, number - 1) : number + 1]
    )
    if draft.forecast or (_is_disclosed(draft) and _spoken([unit])):
        draft.kind = _STATEMENT
        draft.mood.status = _HAPPENED


_BARE_PLAN = 0.3


def _is_forecast(plan: Draft, unit: Unit, folded: str) -> bool:
    """预计大部分代码将由AI完成: nobody in the news is going to do it."""
    clause = unit.clauses[plan.clause]
    if plan.meaning.weight > _BARE_PLAN:
        return False
    return not clause.mentions or (
        not unit.chinese and is_of_another(clause, plan.trigger.start, folded)
    )


_UNDER_WAY = re.compile(r"正在(?:研发|开发)|(?:is|are) (?:developing|working on|building)")


def _is_disclosed(plan: Draft) -> bool:
    """X said it was developing Y: work that goes on has no day to come."""
    return not plan.dated and bool(_UNDER_WAY.match(plan.trigger.word))


def _spoken(units: Sequence[Unit]) -> bool:
    """Whether somebody named says something there."""
    return any(
        unit.mentions
        and any(meaning.kind is _STATEMENT for hit in unit.hits for meaning in hit.triggers)
        for unit in units
    )


_ANONYMOUS = Hinted(r"知情人|消息人士|内部人士|familiar with|sources (?:said|told)|briefed on")


def _is_hearsay(before: Unit, unit: Unit, folded: str) -> bool:
    """What people who want no name told goes on in the next sentence."""
    if before.line != unit.line or unit.dates or not unit.mentions:
        return False
    return bool(_ANONYMOUS.search(folded, before.start, before.end))


def _of_sentence(number: int, unit: Unit, folded: str, carried: bool) -> list[Draft]:
    found: list[Draft] = []
    for at, clause in enumerate(unit.clauses):
        if not (clause.dates or tells(clause.hits) or (at and unit.dates)):
            continue
        where = place_of(unit, at, folded, carried)
        choice = choose(where)
        if choice:
            found.append(_draft(number, where, choice))
    if not found:
        return found
    if len(found) > 1 and _is_lead(found[0], found[1], unit, folded):
        del found[0]
        found[0].dated = True
    if len(found) > 1:
        _continue_plans(found, unit, folded)
        _pass_on_hearsay(found, unit, folded)
        found = _without_carriers(found, unit, folded)
        _stretch(found, unit, folded)
    found[0].start, found[-1].end = unit.start, unit.end
    for draft in found:
        if draft.kind in _DIVISIBLE:
            return [part for one in found for part in _divided(one, unit, folded)]
    return found


# how a clause goes on that has no subject of its own
_NO_SUBJECT = re.compile(
    r"[，,\s]*(?:并|且|还|也|再|又|已|正式|同时|首次|随后|依法|共同|一起)*\s*(?:在[^，,。]{1,14}?)?"
)


def _is_lead(draft: Draft, following: Draft, unit: Unit, folded: str) -> bool:
    """3月1日，该局依据相关法规，约谈了三家公司: the first clause says when and who, no more."""
    if draft.meaning is not UNDESCRIBED or not unit.chinese:
        return False
    bracketed = folded.startswith((")", "）"), unit.clauses[draft.clause].end - 1)
    if (following.dated and not bracketed) or following.clause == draft.clause:
        return False
    start = unit.clauses[following.clause].start
    return _NO_SUBJECT.fullmatch(folded, start, following.trigger.start) is not None


_DIVISIBLE = {EventKind.RELEASE, EventKind.OPEN_SOURCING}
_LISTED = re.compile(r"、|以及|及|和|与")
_THING = re.compile(r"库|模型|平台|应用|工具|框架|数据集|系统|引擎|芯片|智能体|浏览器|插件|编译器")
_FEWEST = 3


def _divided(draft: Draft, unit: Unit, folded: str) -> list[Draft]:
    """A code library, a chat app and a chip released in one sentence are as many releases."""
    if draft.kind not in _DIVISIBLE:
        return [draft]
    clause = unit.clauses[draft.clause]
    start, end = draft.trigger.end, min(clause.end, draft.end)
    models = [m for m in clause.mentions if m.kind is MODEL and m.start >= start]
    if len(models) < _FEWEST or models[-1].start >= end:
        return [draft]
    cuts = [match.span() for match in _LISTED.finditer(folded, start, end)]
    firsts, lasts = [end for _, end in cuts], [start for start, _ in cuts]
    spans = list(zip([start, *firsts], [*lasts, end], strict=True))
    if len(spans) < _FEWEST or not all(_is_thing(span, models, folded) for span in spans):
        return [draft]
    whole = zip([draft.start, *firsts], [*lasts, draft.end], strict=True)
    return [replace(draft, start=one, end=other, mood=copy(draft.mood)) for one, other in whole]


def _is_thing(span: tuple[int, int], models: list[Mention], folded: str) -> bool:
    named = any(span[0] <= model.start < span[1] for model in models)
    return named and bool(_THING.search(folded, *span))


_JOINED = re.compile(r"(?:并|且|同时|and |or )")


def _continue_plans(found: list[Draft], unit: Unit, folded: str) -> None:
    """将在未来几个月推出，并于6月30日开源: the plan goes on."""
    for before, draft in pairwise(found):
        if draft.clause != before.clause + 1 or before.mood.status is not _PLANNED:
            continue
        clause = unit.clauses[draft.clause]
        if draft.dated and _JOINED.match(folded, clause.start) and not clause.has(Sort.DONE):
            draft.mood.status = _PLANNED


_CONTRAST = re.compile(r"\s*(?:但|而|不过|却|but\b|while\b|yet\b)")


def _pass_on_hearsay(found: list[Draft], unit: Unit, folded: str) -> None:
    """An analyst said that it had lost its lead: so is what follows at once."""
    for before, draft in pairwise(found):
        said = before.kind is _STATEMENT and before.meaning.carries
        if not said or before.mood.certainty is not _REPORTED or draft.dated:
            continue
        contrast = _CONTRAST.match(folded, unit.clauses[draft.clause].start)
        if draft.clause == before.clause + 1 and not contrast:
            _doubt(draft.mood)


def _draft(number: int, where: Place, choice: Choice) -> Draft:
    unit, clause, hit = where.unit, where.clause, choice.hit
    kind = kind_of(where, choice)
    told = mood(unit, where.at, hit, kind, where.folded)
    if kind in _FORETELLING and _is_planned(where, hit):
        told.status = _PLANNED
    if kind in COMMITTED and _announced(unit, where.at, hit, where.folded):
        told.status = _HAPPENED
    if kind is _DELAY and told.status is _PLANNED:  # will put off: it has now
        told.status = Status.DELAYED
    if told.absent and kind in UNDOING:  # has not cancelled it: somebody had said so
        told.certainty = Certainty.DENIED
    presupposed = hit.word.startswith(_NEW)
    if presupposed:
        told.certainty = _CONFIRMED
    elif (kind in _CLAIMED and told.status is not _PLANNED) or (
        kind is _STATEMENT and is_claim(where, hit)
    ):
        _doubt(told)
    return Draft(  # in their order: Python takes twice as long to find them by name
        number,
        where.at,
        hit,
        choice.meaning,
        kind,
        told,
        clause.start,
        clause.end,
        choice.strength,
        presupposed,
        bool(where.dates),
        bool(unit.mentions),
    )


# what is said, announced or shown may be a plan
_FORETELLING = {EventKind.STATEMENT, EventKind.ANNOUNCEMENT, EventKind.PREVIEW}


def _is_planned(where: Place, trigger: Hit) -> bool:
    """said that it would come by the end of January; not: said “plans change”"""
    if _TO_COME not in where.unit.sorts or _DENIED in trigger.sorts:
        return False
    return any(
        hit.start >= trigger.end
        and _TO_COME in hit.sorts
        and not is_ba(where.clause, hit, where.folded)
        and not QUOTE.search(where.folded, trigger.end, hit.start)
        for hit in where.clause.hits
    )


# told in passing of what is there: a report of its lab does not make the lab hearsay
_NEW = ("新成立", "新组建", "newly")


# who announces to invest has committed to it, whenever the money is paid
COMMITTED = {EventKind.INVESTMENT, EventKind.ACQUISITION}


_AGREED = Hinted(r"\bagreed (?:to|on) \Z|(?:同意|承诺)(?:向|对|以)?[^，。]{0,12}\Z")


def _announced(unit: Unit, at: int, trigger: Hit, folded: str) -> bool:
    if _AGREED.search(folded, unit.clauses[at].start, trigger.start):
        return True
    return any(
        meaning.kind is _ANNOUNCEMENT and meaning.carries
        for clause in unit.clauses[max(0, at - 1) : at + 1]
        for hit in clause.hits
        if hit.end <= trigger.start
        for meaning in hit.triggers
    )


# told as somebody's claim: results nobody checked, reports
_CLAIMED = {EventKind.RESEARCH, EventKind.REPORT}


def _doubt(told: Mood) -> None:
    """What was sure is hearsay."""
    if told.certainty is _CONFIRMED:
        told.certainty = _REPORTED


def _without_carriers(found: list[Draft], unit: Unit, folded: str) -> list[Draft]:
    """X said on Monday it would release Y: the saying is not an event of its own."""
    kept: list[Draft] = []
    for place, draft in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        clause = unit.clauses[draft.clause]
        if (
            draft.meaning.carries
            and not _told_by_object(draft)
            and _is_bare(clause, draft, folded, unit.chinese)
        ):
            if (
                draft.dated
                and following
                and (following.dated or _is_news(draft, following, clause))
            ):
                kept.append(draft)
                continue
            if following and _leads_on(draft, following, unit, folded):
                continue
            if kept and not following:
                continue
        kept.append(draft)
    return kept


def _leads_on(draft: Draft, following: Draft, unit: Unit, folded: str) -> bool:
    """Whether what follows is said there: at once, or behind a clause that is only a date.

    What is reported may stand behind a name in brackets as well.
    """
    if draft.kind is EventKind.REPORT and unit.chinese and not draft.dated:
        return True
    between = unit.clauses[draft.clause + 1 : following.clause]
    return all(is_only_date(clause, folded) for clause in between)


def _is_news(draft: Draft, told: Draft, clause: Clause) -> bool:
    """An outlet that reports what is only thought of: the report is what happened."""
    named = any(mention.end <= draft.trigger.start for mention in clause.mentions)
    undone = told.mood.status is _PLANNED or told.presupposed
    return draft.kind is _REPORT and named and undone


def _told_by_object(draft: Draft) -> bool:
    """该办法于7月13日公布: what is announced stands before it."""
    return draft.kind is _ANNOUNCEMENT and draft.trigger.word in ("公布", "公告")


# said in an interview, wrote in a post on X, reported citing two people
_WHERE = re.compile(
    r" (?:(?:in|on|via|during|at) (?:an?|its|his|her|their|the) (?:[\w-]+ ){0,3}?(?:statement"
    r"|interview|post|memo|e-?mail|filing|note|release|report|letter|tweet|call|thread|message"
    r"|briefing|conference|event|hearing)\b|,? ?citing [\w' -]+)"
)


def _is_bare(clause: Clause, draft: Draft, folded: str, chinese: bool) -> bool:
    """Whether nothing but the saying, where and when, stands in the clause, or before a colon."""
    end = draft.trigger.end
    if not chinese and (place := _WHERE.match(folded, end, clause.end)):
        end = place.end()
    dates = sum(m.end - m.start for m in clause.dates if m.start >= end)
    return clause.end - end - dates <= (4 if chinese else 12) or folded[clause.end - 1] == ":"


def _stretch(found: list[Draft], unit: Unit, folded: str) -> None:
    """Every draft's passage reaches to the next one's."""
    for before, draft in pairwise(found):
        before.end = draft.start = _begin(draft, unit, folded)


def _begin(draft: Draft, unit: Unit, folded: str) -> int:
    at = draft.clause
    if is_only_date(unit.clauses[at - 1], folded):
        at -= 1
    return unit.clauses[at].start


def real(draft: Draft) -> bool:
    """Conditions are no events; nor is what nobody named did not do."""
    return not draft.mood.unreal and not (draft.mood.absent and not draft.named and not draft.dated)
