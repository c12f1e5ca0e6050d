"""From clauses to drafts: which words tell of an event, and which stretch tells it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dates import DateMatch
from events.extraction.cues.lexicon import Hit
from events.extraction.cues.meaning import Form, Meaning, Need, Sort
from events.extraction.figures import FIGURE, MONEY
from events.extraction.found import EntityKind, Mention
from events.extraction.mood import Mood, is_ba, is_verb, mood
from events.extraction.units import Clause, Unit
from events.models.vocabulary import Certainty, EventKind, Status


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
    dated: bool = False  # a date phrase stands in its clause
    named: bool = False  # somebody or something known is named in its sentence
    flags: set[str] = field(default_factory=set)


# triggers that only carry what follows them; prices that fall are announcements of weight
_CARRIERS = {EventKind.ANNOUNCEMENT, EventKind.STATEMENT, EventKind.REPORT}
_CARRIED = 0.6
_PRODUCT_WORDS = re.compile(
    r"模型|应用|app\b|工具|功能|平台|芯片|晶片|api\b|版本|服务|产品|助手|智能体|机器人|浏览器|插件|框架|数据集|系统|权重|开放|用户|价格|测试"
    r"|model|\bapps?\b|tool|feature|platform|chip|service|product|assistant|agent|browser|plugin|version|system|gpu|device|weights|beta|users|store"
)
# who acts when nobody is named: the company, the regulator, the court
_ROLE_NOUNS = re.compile(
    r"公司|该司|双方|两家|委员会|法院|法官|监管|政府|当局|部门|议会|发言人|首席|总裁|创始人|官方|团队|机构|他|她|其|企业|实验室|主管机关|华府|白宫|研究人员"
    r"|\b(?:the company|the firm|the start-?up|it|its|he|she|they|the two|the pair|regulators?|commission|court|judge|government|authority|parliament|ministry|agency"
    r"|department|spokes\w+|chief|executives?|founders?|co-founders?|lawmakers|lab|researchers|engineers|investors|officials?|senators?|president|maker)\b"
)
# triggers that tell of an event even of somebody named sentences before
_STRONG = 0.7


def drafts(units: Sequence[Unit], folded: str, quiet: Sequence[bool]) -> list[Draft]:
    """What every sentence tells, those to be passed over left out."""
    made: list[Draft] = []
    last_named = -9
    for number, unit in enumerate(units):
        if quiet[number]:
            continue
        if unit.mentions:
            last_named = number
        made.extend(_of_sentence(number, unit, folded, number - last_named <= 3))
    return made


def _of_sentence(number: int, unit: Unit, folded: str, carried: bool) -> list[Draft]:
    found: list[Draft] = []
    for at, clause in enumerate(unit.clauses):
        draft = _of_clause(number, unit, at, clause, folded, carried)
        if draft:
            found.append(draft)
    _continue_plans(found, unit, folded)
    found = _without_carriers(found, unit)
    _stretch(found, unit, folded)
    return found


_JOINED = re.compile(r"(?:并|且|同时|and |or )")


def _continue_plans(found: list[Draft], unit: Unit, folded: str) -> None:
    """将在未来几个月推出，并于6月30日开源: the plan goes on."""
    for before, draft in zip(found, found[1:], strict=False):
        if draft.clause != before.clause + 1 or before.mood.status is not Status.PLANNED:
            continue
        clause = unit.clauses[draft.clause]
        if _JOINED.match(folded, clause.start) and not clause.has(Sort.DONE):
            draft.mood = draft.mood._replace(status=Status.PLANNED)


def _of_clause(
    number: int, unit: Unit, at: int, clause: Clause, folded: str, carried: bool
) -> Draft | None:
    best: tuple[float, Hit, Meaning] | None = None
    dates = _dates(unit, at, folded)
    dated = bool(dates)
    for hit, meaning in _triggers(clause, folded):
        strength = _strength(unit, clause, hit, meaning, folded, dated, carried)
        if strength > 0 and (best is None or strength > best[0]):
            best = strength, hit, meaning
    if best is None and dates and not _only_date(clause, folded):
        best = _undescribed(unit, clause, dates[0], folded, carried)
    if best is None:
        return None
    strength, hit, meaning = best
    kind = meaning.kind or EventKind.ANNOUNCEMENT
    told = mood(unit, at, hit, kind, folded)
    if kind is EventKind.STATEMENT and _SOMEBODY.search(folded, clause.start, hit.end):
        told = told._replace(certainty=_hearsay(told.certainty))
    return Draft(
        number, at, hit, meaning, kind, told, clause.start, clause.end, strength, dated,
        bool(unit.mentions),
    )  # fmt: skip


# somebody who is not named
_SOMEBODY = re.compile(
    r"一位|一名|有人|分析师|知情|人士|投资人|从业者|多名|数名|网友|业内|一些|几位"
    r"|\b(?:analysts?|an? (?:person|executive|source|investor|official|employee)|one (?:person|executive|source|investor)|people|sources|insiders|some|observers|critics)\b"
)


def _hearsay(certainty: Certainty) -> Certainty:
    return Certainty.REPORTED if certainty is Certainty.CONFIRMED else certainty


def _dates(unit: Unit, at: int, folded: str) -> list[DateMatch]:
    """Phrases of the clause, or of a clause before it that is nothing but a date."""
    own = list(unit.clauses[at].dates)
    if not own and at and _only_date(unit.clauses[at - 1], folded):
        own = list(unit.clauses[at - 1].dates)
    return own


_ADVERBIAL = re.compile(r"[上中时后间际前内里来][，,]\s*\Z")


def _only_date(clause: Clause, folded: str) -> bool:
    """A clause that only says when or where: 3月14日下午的会议上，"""
    if not clause.dates or any(hit.tells(Sort.TRIGGER) for hit in clause.hits):
        return False
    inside = sum(match.end - match.start for match in clause.dates)
    rest = clause.end - clause.start - inside
    return rest <= 8 or (rest <= 24 and bool(_ADVERBIAL.search(folded, clause.start, clause.end)))


def _triggers(clause: Clause, folded: str) -> Iterator[tuple[Hit, Meaning]]:
    for hit in clause.hits:
        for meaning in hit.meanings:
            if meaning.sort is Sort.TRIGGER and _stands(clause, hit, meaning, folded):
                yield hit, meaning


def _stands(clause: Clause, hit: Hit, meaning: Meaning, folded: str) -> bool:
    for mention in clause.mentions:
        if mention.start < hit.end and hit.start < mention.end:
            return False
    if is_ba(clause, hit, folded):
        return False
    return is_verb(clause, hit, meaning.form, folded)


def _strength(
    unit: Unit, clause: Clause, hit: Hit, meaning: Meaning, folded: str, dated: bool, carried: bool
) -> float:
    """How much a trigger tells of an event here; nothing where its company is missing."""
    strength = meaning.weight - (0.35 if _carries(meaning) else 0.0)
    strength -= 0.25 if meaning.form is Form.NOUN else 0.0
    named = bool(unit.mentions)
    role = bool(_ROLE_NOUNS.search(folded, unit.start, unit.end))
    near = role or dated or meaning.weight >= _STRONG or any(c.dates for c in unit.clauses)
    if not named and not dated and not (carried and near):
        return 0.0
    if meaning.kind is EventKind.PLAN and not dated and not _has_subject(clause, hit):
        return 0.0
    needed = _has_need(unit, clause, meaning.need, folded)
    if not needed and not dated:
        return 0.0
    strength += (
        (0.15 if dated else 0.0) - (0.2 if not needed else 0.0) - (0.1 if not named else 0.0)
    )
    return max(strength, 0.05)


def _has_subject(clause: Clause, hit: Hit) -> bool:
    return any(mention.end <= hit.start for mention in clause.mentions)


def _carries(meaning: Meaning) -> bool:
    return meaning.kind in _CARRIERS and meaning.weight <= _CARRIED and meaning is not UNDESCRIBED


UNDESCRIBED = Meaning(Sort.TRIGGER, EventKind.ANNOUNCEMENT, weight=0.3)


def _undescribed(
    unit: Unit, clause: Clause, match: DateMatch, folded: str, carried: bool
) -> tuple[float, Hit, Meaning] | None:
    """A dated clause about somebody tells of an event, whatever its verb."""
    inside = match.end - match.start if match.start >= clause.start else 0
    rest = clause.end - clause.start - inside
    if unit.sentence.heading or rest < (6 if unit.sentence.chinese else 14):
        return None
    if not unit.mentions and not carried:
        return None
    hit = Hit(match.start, match.end, folded[match.start : match.end], (UNDESCRIBED,))
    return 0.3, hit, UNDESCRIBED


def _has_need(unit: Unit, clause: Clause, need: Need, folded: str) -> bool:
    mentions = unit.mentions
    kinds = {mention.kind for mention in mentions}
    match need:
        case Need.PRODUCT:
            words = _PRODUCT_WORDS.search(folded, clause.start, clause.end)
            return EntityKind.MODEL in kinds or bool(words)
        case Need.MONEY:
            return bool(MONEY.search(folded, clause.start, clause.end))
        case Need.TWO:
            named = {m.slug or m.name for m in mentions if m.kind is not EntityKind.PERSON}
            return len(named) > 1 or bool(
                named and _ROLE_NOUNS.search(folded, unit.start, unit.end)
            )
        case Need.FIGURE:
            return bool(FIGURE.search(folded, clause.start, clause.end))
        case _:
            return True


def _without_carriers(found: list[Draft], unit: Unit) -> list[Draft]:
    """X said on Monday it would release Y: the saying is not an event of its own."""
    kept: list[Draft] = []
    for place, draft in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        clause = unit.clauses[draft.clause]
        bare = _is_bare(clause, draft, unit.sentence.chinese)
        if _carries(draft.meaning) and bare and not _told_by_object(draft):
            if draft.dated and following and following.dated:
                kept.append(draft)
                continue
            if following and following.clause == draft.clause + 1:
                continue
            if kept and not following:
                continue
        kept.append(draft)
    return kept


def _told_by_object(draft: Draft) -> bool:
    """该办法于7月13日公布: what is announced stands before it."""
    return draft.kind is EventKind.ANNOUNCEMENT and draft.trigger.word in ("公布", "公告")


def _is_bare(clause: Clause, draft: Draft, chinese: bool) -> bool:
    """Whether nothing but the saying, and its day, stands in the clause."""
    dates = sum(m.end - m.start for m in clause.dates if m.start >= draft.trigger.end)
    return clause.end - draft.trigger.end - dates <= (4 if chinese else 12)


def _stretch(found: list[Draft], unit: Unit, folded: str) -> None:
    """Every draft's passage reaches to the next one's; the first takes what leads in."""
    starts = [unit.start, *(_begin(draft, unit, folded) for draft in found[1:])]
    ends = [*starts[1:], unit.end]
    for draft, start, end in zip(found, starts, ends, strict=False):
        draft.start, draft.end = start, end


def _begin(draft: Draft, unit: Unit, folded: str) -> int:
    at = draft.clause
    if _only_date(unit.clauses[at - 1], folded):
        at -= 1
    return unit.clauses[at].start


def real(draft: Draft) -> bool:
    """Conditions are no events; nor is what nobody named did not do."""
    return not draft.mood.unreal and not (draft.mood.absent and not draft.named and not draft.dated)


def planned(draft: Draft) -> bool:
    return draft.mood.status is Status.PLANNED


def named(unit: Unit, kinds: set[EntityKind]) -> list[Mention]:
    return [mention for mention in unit.mentions if mention.kind in kinds]
