"""Whether something happened, is planned, is only said, or never was: from the words around."""

import re
from dataclasses import dataclass

from events.extraction.clauses.units import Clause, Unit
from events.extraction.cues.lexicon import Hit
from events.extraction.cues.meaning import Need, Sort
from events.extraction.hinted import Hinted
from events.models.vocabulary import Certainty, EventKind, Status

# asked for by the thousand: to find a member by its name in an Enum takes Python its time
_PLANNED, _POSSIBLE, _TRIGGER = Sort.PLANNED, Sort.POSSIBLE, Sort.TRIGGER
_ABSENT, _DENIED, _DONE, _HYPOTHETICAL = Sort.ABSENT, Sort.DENIED, Sort.DONE, Sort.HYPOTHETICAL
_REPORTED, _RUMOURED = Sort.REPORTED, Sort.RUMOURED
_HAPPENED, _TO_COME, _CONFIRMED = Status.HAPPENED, Status.PLANNED, Certainty.CONFIRMED
_PLAN, _PREVIEW = EventKind.PLAN, EventKind.PREVIEW
_FIGURE = Need.FIGURE


@dataclass(slots=True)
class Mood:
    """How an event is told."""

    status: Status = _HAPPENED
    certainty: Certainty = _CONFIRMED
    absent: bool = False  # the words tell that it did not happen
    unreal: bool = False  # a condition, a question, a supposition
    cues: tuple[Hit, ...] = ()


_AHEAD = frozenset({_PLANNED, _POSSIBLE})
# a negation governs what follows at once
_NEAR_CHINESE, _NEAR_ENGLISH = 8, 28
_CONDITIONS = {
    "如果",
    "若",
    "倘若",
    "假如",
    "假设",
    "要是",
    "一旦",
    "万一",
    "假使",
    "除非",
    "只要",
    "无论",
    "不管",
    "if",
    "unless",
    "suppose",
    "imagine",
    "unclear",
    "not clear",
    "not yet clear",
    "not immediately clear",
    "isn't clear",
    "remains to be seen",
    "no word why",
    "no word on",
    "no indication",
    "no sign that",
    "no evidence that",
    "has the power to",
    "have the power to",
    "has the authority to",
    "have the authority to",
    "has the right to",
    "have the right to",
    "has the option to",
    "have the option to",
}
# what is usual, or the author's opinion: in their own clause only
_OF_CLAUSE = {
    "historically",
    "typically",
    "usually",
    "traditionally",
    "normally",
    "tends to",
    "tend to",
    "in previous years",
    "in past years",
    "all the time",
    "i believe",
    "i think",
    "i expect",
    "i suspect",
    "i doubt",
    "i hope",
    "i guess",
    "i predict",
    "i'm sure",
    "i am sure",
    "i don't see",
    "i don't think",
}
_UNTIL = re.compile(r"\buntil\b|直到|要到|才会|才能")
_INVERTED = re.compile(
    r"[\"'(]?(?:(?:had|should|were) (?!been|not )[^,?]{3,80},"
    r"|(?:when|whenever|every time) (?:an?|any|every|you|someone|people|companies|users) )"
)
_AND = re.compile(r"(?:并|且|并且|同时|以及|还|也|and\b|then\b)")
_BA_OBJECT = re.compile(
    r"将(?=[其该这它他她各每此\"“《]|自[己家身]|旗下|公司|所[有持]|全部|更多|部分"
    r"|[一两三][个款名项批家台]|大模型|用户|模型|数据|人工智[能慧]|ai(?![a-z])|开源|技术|业务|重心|目[标光]"
    r"|成本|价格|权力|软件|整个|相关)"
)
_STATES = {EventKind.DELAY: Status.DELAYED, EventKind.CANCELLATION: Status.CANCELLED}


_MARKET_MOVE = EventKind.MARKET_MOVE
_UNABLE = {"can't", "cannot", "couldn't", "无法", "不能"}
_UNDONE = {EventKind.DELAY, EventKind.PAUSE, EventKind.CANCELLATION}


def mood(unit: Unit, at: int, trigger: Hit, kind: EventKind, folded: str) -> Mood:
    """How the sentence tells what its clause number `at` tells."""
    clause, sorts = unit.clauses[at], unit.sorts
    near = _NEAR_CHINESE if unit.chinese else _NEAR_ENGLISH
    unreal = _unreal(unit, at, trigger, folded, near)
    absent = _absent(clause, trigger, near) if _ABSENT in sorts else None
    if not sorts.isdisjoint(_AHEAD):
        planned = _planned(clause, trigger, folded)
    else:
        planned = trigger if _is_expected(clause, trigger, folded) else None
    if planned and absent and _POSSIBLE in planned.sorts:
        unreal = True  # perhaps why it could not follow: neither a plan nor a deed
    if absent and absent.word in _UNABLE:  # cannot be taken back: nothing that happened
        unreal = unreal or kind in _UNDONE
    ahead = planned is not None or kind is _PLAN
    status = _TO_COME if ahead else _STATES.get(kind, _HAPPENED)
    certainty, why = _SURE if sorts.isdisjoint(_SAID) else _certainty(unit, at, trigger, folded)
    if kind is _MARKET_MOVE and why and not clause.start <= why.start < clause.end:
        certainty, why = _SURE  # prices are no hearsay, whatever moved them
    estimate = _ESTIMATES.get(kind)
    if estimate and certainty is _CONFIRMED and estimate.search(folded, clause.start, clause.end):
        certainty = Certainty.REPORTED
    if absent and _UNTIL.search(folded, absent.end, clause.end):
        absent, status = None, _TO_COME
    if planned or why or absent:
        cues = tuple([hit for hit in (planned, why, absent) if hit is not None])
        return Mood(status, certainty, absent is not None, unreal, cues)
    return Mood(status, certainty, unreal=unreal)


def _absent(clause: Clause, trigger: Hit, near: int) -> Hit | None:
    """The nearest word before the trigger that says that it was not."""
    for hit in reversed(clause.hits):
        if hit.end <= trigger.start:
            if trigger.start - hit.end > near:
                return None
            if _ABSENT in hit.sorts:
                return hit
    return None


def _is_moved(hit: Hit, trigger: Hit, folded: str) -> bool:
    """将厂房出售给某公司: what is sold stands before the verb."""
    return trigger.start - hit.end > 1 and folded.startswith(("给", "予", "至", "成"), trigger.end)


_CLOSING = '」』”"》'


def _planned(clause: Clause, trigger: Hit, folded: str) -> Hit | None:
    """The plan that governs the trigger, unless something nearer says it is done."""
    if _PLANNED in trigger.sorts and _TRIGGER in trigger.sorts and _foretells(trigger):
        return trigger
    for hit in reversed(clause.hits):
        if hit.end > trigger.start:
            continue
        if _DONE in hit.sorts:
            return None
        if not hit.sorts.isdisjoint(_AHEAD):
            if is_ba(clause, hit, folded):
                continue
            if hit.word == "将" and _is_moved(hit, trigger, folded):
                continue
            if hit.word == "计划" and folded[hit.start - 1] in _CLOSING:
                continue  # 「星际之门」计划: what it is called
            return None if _is_told_apart(trigger, folded) else hit
    if _is_expected(clause, trigger, folded) or _is_foreseen(trigger, folded):
        return trigger
    return _fixed_after(clause, trigger) or _grows_after(clause, trigger)


_GROWS = 4  # characters between 营收 and what is to become of it


def _grows_after(clause: Clause, trigger: Hit) -> Hit | None:
    """营收将季增两成: the verb stands behind the figure."""
    if not trigger.triggers or trigger.triggers[0].need is not _FIGURE:
        return None
    for hit in clause.hits:
        if 0 <= hit.start - trigger.end <= _GROWS and not hit.sorts.isdisjoint(_AHEAD):
            return hit
    return None


# will get the app that the lab launched in May: that is out
_ITS_SUBJECT = re.compile(
    r"\b(?:the (?:company|firm|start-?up|lab|group|agency|regulator|commission|court)|it|they|we)"
    r"(?: (?:also|first|had|recently|just|only|\w+ly))? \Z"
)


def _is_told_apart(trigger: Hit, folded: str) -> bool:
    """A verb in the past with a subject of its own behind the plan: no part of the plan."""
    start = trigger.start
    past = trigger.finite and not trigger.word.partition(" ")[0].endswith(("s", "ing"))
    return past and bool(_ITS_SUBJECT.search(folded, max(0, start - 40), start))


_EXPECTED = Hinted(
    r"\b(?:expect(?:s|ed|ing)?|forecast(?:s|ing)?|predict(?:s|ed|ing)?|project(?:s|ed|ing)|want(?:s|ed)?"
    r"|anticipat(?:es?|ed|ing)|hop(?:es?|ed|ing) for|guid(?:es|ed) for|sees|foresees?)\b"
    r"[^,;]{1,70}\bto \Z"
)


def _is_expected(clause: Clause, trigger: Hit, folded: str) -> bool:
    """Expects its users to reach a billion: they have not."""
    start = trigger.start
    return folded.startswith("to ", start - 3) and bool(
        _EXPECTED.search(folded, clause.start, start)
    )


_FORESEEN = re.compile(r"[总净]?额?(?:预计|有望|料将|将达|将超)")  # 募资总额预计将达
_RAISED = ("募", "筹", "融", "售")


def _is_foreseen(trigger: Hit, folded: str) -> bool:
    return trigger.word.startswith(_RAISED) and bool(_FORESEEN.match(folded, trigger.end))


_FIXED = frozenset(("定于", "定在", "定档"))


def _fixed_after(clause: Clause, trigger: Hit) -> Hit | None:
    """发布会定在9月9日: the day is fixed, so it is to come."""
    for hit in clause.hits:
        if trigger.end <= hit.start and hit.word in _FIXED:
            return hit if any(0 <= date.start - hit.end <= 2 for date in clause.dates) else None
    return None


def _foretells(trigger: Hit) -> bool:
    """预告: shown before it is there."""
    return any(meaning.kind is _PREVIEW for meaning in trigger.triggers)


def is_ba(clause: Clause, hit: Hit, folded: str) -> bool:
    """将 before a name moves an object to the front: 将Llama开源, 还将模型改名为."""
    if not hit.word.endswith("将"):
        return False
    named = any(mention.start == hit.end for mention in clause.mentions)
    return named or bool(_BA_OBJECT.match(folded, hit.end - 1))


def _unreal(unit: Unit, at: int, trigger: Hit, folded: str, near: int) -> bool:
    """Conditions reach over the sentence, other suppositions over what follows at once."""
    if folded[unit.end - 1] in "?？":
        return True
    if not unit.chinese and _INVERTED.match(folded, unit.start):
        return True
    if _HYPOTHETICAL not in unit.sorts:
        return False
    if _is_supposed(unit, at, trigger, near):
        return True
    if trigger.finite and unit.clauses[at].dates and not unit.clauses[at].has(_PLANNED):
        return False  # signed it on Wednesday: done, whatever follows if they do not comply
    later = (clause.has(_HYPOTHETICAL) for clause in unit.clauses[at + 1 :])
    return any(hit and hit.word in ("if", "unless") for hit in later)


def _is_supposed(unit: Unit, at: int, trigger: Hit, near: int) -> bool:
    """Whether a supposition stands before it: what is usual only in its own clause."""
    for number, clause in enumerate(unit.clauses[: at + 1]):
        hit = clause.has(_HYPOTHETICAL, trigger.start)
        if hit is None:
            continue
        if hit.word in _OF_CLAUSE:
            if number == at or clause.end - clause.start <= len(hit.word) + _BARE:
                return True
        elif hit.word in _CONDITIONS or trigger.start - hit.end <= near:
            return True
    return False


# 依据《数据安全法》: a rule tells nothing, a newspaper does
_RULE = re.compile(r"[^》]{0,40}(?:法|法案|条例|办法|规定|规则|意见|通知|协议|公约)》")


def _certainty(unit: Unit, at: int, trigger: Hit, folded: str) -> tuple[Certainty, Hit | None]:
    """Who says so: words before it in the sentence, or anywhere in its clause."""
    for sort, certainty in _SAYINGS:
        if sort not in unit.sorts:
            continue
        for number, clause in enumerate(unit.clauses):
            hit = clause.has(sort)
            if hit is None:
                continue
            if hit.start == trigger.start and sort is not _DENIED:
                continue
            if hit.word == "据《" and _RULE.match(folded, hit.end):
                continue
            if number == at or (sort is _REPORTED and _reaches(hit, number, at)):
                return certainty, hit
            said = sort is _DENIED and number == at + 1 and _FALSE.search(hit.word)
            if said and _only_leads(unit.clauses[at], trigger):
                return certainty, hit
    return _SURE


_SURE = _CONFIRMED, None
_BARE = 3
_FALSE = re.compile(r"[假谣]|不实|不属实|失实|不符|有误|此事|虚构|凭空|无中生有|子虚")


def _only_leads(clause: Clause, trigger: Hit) -> bool:
    """回应称，消息不实: what is said stands in the next clause."""
    return clause.end - trigger.end <= _BARE


# alternatives that begin with a letter, so that the engine passes over most places
# sums nobody has announced, and ranks somebody has counted
_ROUGHLY = Hinted(
    r"[数几上][十百千万]{0,2}亿|[数几]百万|[七八九十]位数|巨额|天价"
    r"|b(?<!\wb)illions of|m(?<!\wm)illions of|(?:seven|eight|nine)-figure"
)
_FIRST = Hinted(
    r"成为[^，。]{0,16}(?:最[多大高快强]|第一(?!家|个|款|批)|首位)"
    r"|b(?<!\wb)ec[ao]m\w* the (?:most|largest|biggest|fastest|top)"
)
_ESTIMATES = {
    EventKind.INVESTMENT: _ROUGHLY,
    EventKind.ORGANIZATION: _ROUGHLY,
    EventKind.MILESTONE: _FIRST,
    EventKind.ANNOUNCEMENT: _FIRST,
}


# what is said to be so, from there on; a source named behind the news told all of it
_FROM_THERE_ON = frozenset(("据称", "据说", "据传", "据闻", "reportedly"))


def _reaches(saying: Hit, number: int, at: int) -> bool:
    return number < at or saying.word not in _FROM_THERE_ON


_SAID = frozenset({_DENIED, _RUMOURED, _REPORTED})
_SAYINGS = (
    (_DENIED, Certainty.DENIED),
    (_RUMOURED, Certainty.RUMOURED),
    (_REPORTED, Certainty.REPORTED),
)


_AUXILIARY = re.compile(
    r"\b(?:to|will|would|may|might|could|can|shall|must|did|not)(?: \w+ly| also| soon"
    r"| then| now| not)? $"
)
# copied to build, uses the service to deploy: what for, not that
_PURPOSE = re.compile(
    r"\b(?:used?|uses|using|copied|service|services|tools?|data|chips?|gpus?|power|enough|money"
    r"|capital|funds|proceeds|way|ways|how|resources|infrastructure|provider|employees|order"
    r"|users|customers|developers|people|anyone|jury|court|race|ability|chance|opportunity|quest"
    r"|need|rush|desire|ambition|right|permission|freedom|incentive|us(?:es?|ed|ing)"
    r" (?:[\w'-]+ ){1,4}?|need) to(?: \w+ly| also)? $"
)


def governed(clause: Clause, trigger: Hit, folded: str) -> bool:
    """Whether a base form is a verb here: will release, to release."""
    before = folded[max(clause.start, trigger.start - 40) : trigger.start]
    if _AUXILIARY.search(before):
        return not _PURPOSE.search(before)
    return any(
        not hit.sorts.isdisjoint(_AHEAD) and 0 <= trigger.start - hit.end <= 3
        for hit in clause.hits
    )
