"""From clauses to drafts: which words tell of an event, and which stretch tells it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from events.extraction.cues.lexicon import Hit
from events.extraction.cues.meaning import Form, Meaning, Need, Sort
from events.extraction.figures import FIGURE, MONEY
from events.extraction.found import EntityKind, Mention
from events.extraction.mood import Mood, is_verb, mood
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
    flags: set[str] = field(default_factory=set)


# triggers that only carry what follows them
_CARRIERS = {EventKind.ANNOUNCEMENT, EventKind.STATEMENT, EventKind.REPORT}
_PRODUCT_WORDS = re.compile(
    r"模型|大模型|应用|app\b|工具|功能|平台|芯片|api\b|版本|服务|产品|助手|智能体|机器人|浏览器|插件|框架|数据集|系统"
    r"|model|app\b|tool|feature|platform|chip|service|product|assistant|agent|browser|plugin|version|system|gpu|device"
)


def drafts(units: Sequence[Unit], folded: str) -> list[Draft]:
    made: list[Draft] = []
    for number, unit in enumerate(units):
        made.extend(_of_sentence(number, unit, folded))
    return made


def _of_sentence(number: int, unit: Unit, folded: str) -> list[Draft]:
    found: list[Draft] = []
    for at, clause in enumerate(unit.clauses):
        draft = _of_clause(number, unit, at, clause, folded)
        if draft:
            found.append(draft)
    found = _without_carriers(found, unit)
    _stretch(found, unit)
    return found


def _of_clause(number: int, unit: Unit, at: int, clause: Clause, folded: str) -> Draft | None:
    best: tuple[float, Hit, Meaning] | None = None
    for hit, meaning in _triggers(clause, folded):
        if not _has_need(unit, at, clause, hit, meaning.need, folded):
            continue
        strength = _strength(hit, meaning)
        if best is None or strength > best[0]:
            best = strength, hit, meaning
    if best is None:
        return None
    strength, hit, meaning = best
    kind = meaning.kind or EventKind.ANNOUNCEMENT
    told = mood(unit, at, hit, kind, folded)
    return Draft(number, at, hit, meaning, kind, told, clause.start, clause.end, strength)


def _triggers(clause: Clause, folded: str) -> Iterator[tuple[Hit, Meaning]]:
    for hit in clause.hits:
        for meaning in hit.meanings:
            if meaning.sort is Sort.TRIGGER and _stands(clause, hit, meaning, folded):
                yield hit, meaning


def _stands(clause: Clause, hit: Hit, meaning: Meaning, folded: str) -> bool:
    inside = any(m.start < hit.end and hit.start < m.end for m in clause.mentions)
    return not inside and is_verb(clause, hit, meaning.form, folded)


def _strength(hit: Hit, meaning: Meaning) -> float:
    carrier = 0.35 if meaning.kind in _CARRIERS else 0.0
    return meaning.weight - carrier - (0.2 if meaning.form is Form.NOUN else 0.0)


_ORGANIZATIONS = {EntityKind.ORGANIZATION}
_ANYONE = {EntityKind.ORGANIZATION, EntityKind.MODEL, EntityKind.PERSON}


def _has_need(unit: Unit, at: int, clause: Clause, hit: Hit, need: Need, folded: str) -> bool:
    mentions = unit.mentions
    kinds = [mention.kind for mention in mentions]
    match need:
        case Need.PRODUCT:
            if EntityKind.MODEL in kinds:
                return True
            words = _PRODUCT_WORDS.search(folded, clause.start, clause.end)
            return bool(words) and bool(kinds)
        case Need.MONEY:
            return bool(MONEY.search(folded, clause.start, clause.end)) and bool(kinds)
        case Need.TWO:
            named = {m.slug or m.name for m in mentions if m.kind is not EntityKind.PERSON}
            return len(named) > 1
        case Need.FIGURE:
            return bool(FIGURE.search(folded, clause.start, clause.end)) and bool(kinds)
        case _:
            return bool(kinds)


def _without_carriers(found: list[Draft], unit: Unit) -> list[Draft]:
    """X said on Monday it would release Y: the saying is not an event of its own."""
    kept: list[Draft] = []
    for place, draft in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        clause = unit.clauses[draft.clause]
        bare = clause.end - draft.trigger.end <= (4 if unit.sentence.chinese else 12)
        if draft.kind in _CARRIERS and following and bare and following.clause == draft.clause + 1:
            continue
        kept.append(draft)
    return kept


def _stretch(found: list[Draft], unit: Unit) -> None:
    """Every draft's passage reaches to the next one's; the first takes what leads in."""
    for place, draft in enumerate(found):
        draft.start = unit.clauses[draft.clause].start if place else unit.start
        following = found[place + 1] if place + 1 < len(found) else None
        draft.end = unit.clauses[following.clause].start if following else unit.end


def real(draft: Draft) -> bool:
    return not draft.mood.unreal and draft.mood.certainty is not Certainty.DISPUTED


def planned(draft: Draft) -> bool:
    return draft.mood.status is Status.PLANNED


def named(unit: Unit, kinds: set[EntityKind]) -> list[Mention]:
    return [mention for mention in unit.mentions if mention.kind in kinds]
