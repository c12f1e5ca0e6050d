"""Which word of a clause tells of an event, and how strongly."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dates import DateMatch
from events.extraction.clauses.asides import (
    COUNTING,
    RANKING,
    UNSURE,
    is_aside,
    is_counted_from,
    is_no_verb,
    is_ranked,
)
from events.extraction.clauses.digressions import is_no_news, tells_nothing
from events.extraction.clauses.figures import FIGURE, sums
from events.extraction.clauses.mood import governed, is_ba
from events.extraction.clauses.objects import ASKING, has_object
from events.extraction.clauses.units import Clause, Unit, tells
from events.extraction.cues.lexicon import Hit
from events.extraction.cues.meaning import Form, Meaning, Need, Sort
from events.extraction.found import MODEL, PERSON
from events.models.vocabulary import EventKind

# asked for by the thousand: to find a member by its name in an Enum takes Python its time
_PLAN, _STATEMENT, _POLICY = EventKind.PLAN, EventKind.STATEMENT, EventKind.POLICY
# triggers that tell of an event even of somebody named sentences before
_STRONG = 0.7
# a dated clause whatever its verb
UNDESCRIBED = Meaning(Sort.TRIGGER, EventKind.ANNOUNCEMENT, weight=0.3)
_PRODUCT_WORDS = re.compile(
    r"模型|应用|app\b|工具|功能|平台|芯片|晶片|api\b|版本|服务|产品|助手|智能体|机器人|浏览器"
    r"|插件|框架|数据集|系统|权重|开放|用户|价格|测试|model|\bapps?\b|tool|feature|platform"
    r"|chip|service|product|assistant|agent|browser|plugin|version|system|gpu|device|weights"
    r"|beta|users|store"
)
_PUBLIC_WORDS = re.compile(
    r"[法令例规策案]|条例|办法|规定|政府|委员会|[部局院署厅]|国|欧盟|监管|网信|议会|议员|总统|白宫|法官"
    r"|执法|当局|禁令|出口|反垄断|备案|许可|关税|州长|市长|华盛顿|北京"
    r"|\b(?:acts?|laws?|bills?|rules?|governments?|governor|commission\w*|regulators?|courts?"
    r"|judges?|department|agency|agencies|senat\w+|parliament|authority|authorities|ministry"
    r"|minister|eu|u\.s|us|uk|president|watchdog|exports?|ban|bans|sanctions?|antitrust"
    r"|legislation|lawmakers|congress|states?|china|chinese|italy|france|germany|japan|korea"
    r"|india|britain|european|federal|white house|order|probe|investigation|council|treaty)\b"
)
# who acts when nobody is named: the company, the regulator, the court
_ROLE_NOUNS = re.compile(
    r"公司|该司|双方|两家|委员会|法院|法官|监管|政府|当局|部门|议会|发言人|首席|总裁|创始人"
    r"|官方|团队|机构|他|她|其|企业|实验室|主管机关|华府|白宫|研究人员"
    r"|\b(?:the company|the firm|the start-?up|it|its|he|she|they|the two|the pair|regulators?"
    r"|commission|court|judge|government|authority|parliament|ministry|agency|department"
    r"|spokes\w+|chief|executives?|founders?|co-founders?|lawmakers|lab|researchers|engineers"
    r"|investors|officials?|senators?|president|maker)\b"
)


@dataclass(slots=True)
class Place:
    """A clause in its sentence, and what is known there."""

    unit: Unit
    at: int  # the number of the clause
    clause: Clause
    folded: str
    carried: bool  # somebody was named shortly before
    dates: Sequence[DateMatch]  # its own, or those of a clause before that is only a date

    def has_role_noun(self) -> bool:
        return bool(_ROLE_NOUNS.search(self.folded, self.unit.start, self.unit.end))


@dataclass(slots=True)
class Choice:
    strength: float
    hit: Hit
    meaning: Meaning


def place_of(unit: Unit, at: int, folded: str, carried: bool) -> Place:
    clause = unit.clauses[at]
    dates = clause.dates
    if at and unit.dates and not dates and is_only_date(unit.clauses[at - 1], folded):
        dates = unit.clauses[at - 1].dates
    return Place(unit, at, clause, folded, carried, _telling(dates, folded) if dates else dates)


_COMPARED = ("较", "相比", "比起", "对比", "较之", "较于", "比于", "较与", "连续")
_MEASURED_BY = ("的基础", "基础上", "同期", "的水平", "的同期")


def _telling(dates: Sequence[DateMatch], folded: str) -> Sequence[DateMatch]:
    """Without those that hold years gone by, and those it is compared with."""
    for match in dates:
        if match.rule in _BACK or _is_compared(match, folded):
            break
    else:
        return dates
    return [
        match
        for match in dates
        if not _is_compared(match, folded) and not (match.rule in _BACK and is_loose(match))
    ]


def _is_compared(match: DateMatch, folded: str) -> bool:
    """相较2024年; 重组的数周之后: what something is measured by, or told to be after."""
    start = match.start
    if folded.startswith(_MEASURED_BY, match.end):
        return True
    if match.rule in _AFTERWARDS and folded.endswith("的", 0, start):
        return True
    spaced = start > 0 and folded[start - 1] == " "
    return folded.endswith(_COMPARED, 0, start - 1 if spaced else start)


UNDOING = {EventKind.DELAY, EventKind.PAUSE, EventKind.CANCELLATION}
_UNDONE = {EventKind.RELEASE, EventKind.PREVIEW, EventKind.OPEN_SOURCING, EventKind.CONFERENCE}


def _undoes(meaning: Meaning, best: Choice) -> bool:
    """该模型的发布被推迟: what is put off is not done."""
    return meaning.kind in UNDOING and best.meaning.kind in _UNDONE


_ADVERBIAL = re.compile(r"[上中时后间际前内里来][，,]\s*\Z")
_SHORT, _LONG = 8, 24


def is_only_date(clause: Clause, folded: str) -> bool:
    """A clause that only says when or where: 3月14日下午的会议上，"""
    if not clause.dates or tells(clause.hits) or folded.startswith("是", clause.start):
        return False
    rest = clause.end - clause.start - sum(m.end - m.start for m in clause.dates)
    if folded.startswith(_WIRE, clause.dates[-1].end):
        return True
    if rest > _LONG:
        return False
    start, end = clause.start, clause.end
    adverbial = _ADVERBIAL.search(folded, start, end)
    return rest <= _SHORT or bool(adverbial) or _ends_in_date(clause, folded)


_AT = re.compile(r"\s*(?:[就而正]?在|到了?|截至|自从?)")


def _ends_in_date(clause: Clause, folded: str) -> bool:
    """就在他说这番话的前一天，"""
    behind = folded[clause.dates[-1].end : clause.end].strip("，, ")
    return not behind and _AT.match(folded, clause.start) is not None


def choose(where: Place) -> Choice | None:
    """The strongest trigger; a date phrase where there is none."""
    unit, clause, folded = where.unit, where.clause, where.folded
    undated, chinese = not where.dates, unit.chinese
    if not chinese and tells_nothing(unit, where.at, folded, undated=undated):
        return None
    if chinese and folded[clause.start] in RANKING and is_ranked(clause, folded):
        return None
    # how long something has gone on is no date of it
    passing = chinese and (undated or all(map(_is_length, where.dates)))
    best: Choice | None = None
    counted = False
    for hit in clause.hits:
        if not hit.triggers or _is_named(clause, hit) or is_ba(clause, hit, folded):
            continue
        if chinese and hit.word in UNSURE and is_no_verb(clause, hit, folded):
            continue
        if not chinese and is_no_news(unit, clause, hit, folded):
            continue
        for meaning in hit.triggers:
            if meaning.form is _BASE and not governed(clause, hit, folded):
                continue
            strength = _strength(where, hit, meaning)
            if not strength or not (
                best is None or strength > best.strength or _undoes(meaning, best)
            ):
                continue
            if passing and is_aside(unit, clause, hit, meaning, folded):
                continue
            if (
                chinese
                and folded[hit.end : hit.end + 1] in COUNTING
                and is_counted_from(hit, folded)
            ):
                counted = True
                continue
            best = Choice(strength, hit, meaning)
    if best is None and where.dates and not (counted or is_only_date(clause, folded)):
        return _undescribed(where)
    return best


def _is_named(clause: Clause, hit: Hit) -> bool:
    """Whether a trigger is no word of its own here but the end of a name."""
    end = hit.end
    for mention in clause.mentions:  # noqa: SIM110  # `any` takes thrice as long
        if mention.start < end <= mention.end:
            return True
    return False


_LEAST = 0.05


def _strength(where: Place, hit: Hit, meaning: Meaning) -> float:
    """How much a trigger tells of an event here; nothing where its company is missing."""
    kind, named, dated = meaning.kind, bool(where.unit.mentions), bool(where.dates)
    if not dated:
        if not named and not _spoken_of(where, meaning):
            return 0.0
        if kind is _PLAN and not _has_subject(where.clause, hit):
            return 0.0
    asks = _NEEDED.get(meaning.need)
    needed = asks is None or asks(where)
    if not needed and (not dated or kind is _POLICY):
        return 0.0
    if hit.noun and _hangs_on(where, hit):
        return 0.0
    if hit.word in ASKING and not _governs(where, hit, kind):
        return 0.0
    strength = meaning.weight
    if meaning.carries:
        strength -= 0.35
    if meaning.form is not _FINITE_FORM:
        strength -= _FORMS.get(meaning.form, 0.0)
    if dated:
        strength += 0.15
    if not needed:
        strength -= 0.2
    if kind is _STATEMENT and _has_subject(where.clause, hit):
        strength += 0.1
    if not named:
        strength -= 0.1 if dated else 0.25
    return strength if strength > _LEAST else _LEAST


def _governs(where: Place, hit: Hit, kind: EventKind | None) -> bool:
    span = where.clause.start, where.clause.end
    return kind is None or has_object(kind, hit.word, where.folded, span, hit.end)


_AFTER = re.compile(r"(?:after|before|pending|despite|amid|following|without)(?: [\w'-]+){0,3} \Z")


def _hangs_on(where: Place, noun: Hit) -> bool:
    """after multiple delays: named to say how something else went."""
    return bool(_AFTER.match(where.folded, where.clause.start, noun.start))


# what a form tells less than the finite verb
_FINITE_FORM, _BASE = Form.FINITE, Form.BASE
_FORMS = {Form.NOUN: 0.25, Form.GERUND: 0.15}


def _spoken_of(where: Place, meaning: Meaning) -> bool:
    """Whether the clause goes on about somebody named before."""
    if not where.carried:
        return False
    dated = any(_days(match) <= _LOOSE for match in where.unit.dates)
    return dated or meaning.weight >= _STRONG or where.has_role_noun()


def _has_subject(clause: Clause, hit: Hit) -> bool:
    start = hit.start
    for mention in clause.mentions:  # noqa: SIM110  # `any` takes thrice as long
        if mention.end <= start:
            return True
    return False


# a verb in the past, or an auxiliary: without one a clause only leads on to the next
_FINITE = re.compile(
    r"(?<![\w-])(?:is|are|was|were|be|has|had|have|will|would|did|does|do|can|could|may|might"
    r"|(?!need|speed|feed|seed|indeed|embed)\w{2,}ed"
    r"|began|became|bought|brought|built|came|chose|cut|did|drew|fell|flew|found|gave|got|grew"
    r"|held|hit|kept|laid|led|left|lost|made|met|moves|paid|put|quit|ran|rose|said|saw|sent|set"
    r"|shut|sold|spent|spoke|stood|struck|sued|swept|takes|taught|thought|told|took|went|won"
    r"|wrote|gets|goes|comes|says|plans|opens|starts|begins|takes|makes)\b"
)
_LOOSE = 370  # days a span may hold and still tell when something was
_LENGTH = 62  # days back that tell when something was by themselves: in the last two weeks
_BACK = frozenset(("window_back", "recent_years"))
_AFTERWARDS = frozenset(("ahead", "ago"))
_WINDOWS = _BACK | {"window_ahead"}


def is_loose(match: DateMatch) -> bool:
    """In the next three years, in recent years: no date of what happened."""
    return match.rule in _WINDOWS and _days(match) > _LOOSE


def _days(match: DateMatch) -> int:
    earliest, latest = match.value.earliest, match.value.latest
    return (latest - earliest).days if earliest and latest else 0


def _is_length(match: DateMatch) -> bool:
    """Over a year, in the 1990s: how long, or too long for what happened once."""
    return _days(match) > (_LENGTH if match.rule == "window_back" else _LOOSE)


# “9 January, by our correspondent” begins a report and tells nothing
_WIRE = ("讯", "电", "消息")


# 根据5日提交的文件: on what grounds
_GROUNDS = ("根据", "依据", "依照")
# 成为年内规模最大的一家: what it is, not what it did
_RANKS = ("成为", "堪称", "仍是", "也是", "是")


# what is only spoken of again, and the life of somebody before the news
_AGAIN = ("这一", "此次", "本次", "上述")
_LIFE = re.compile("出生|生于|毕业|就读|[成创][立办]于|以来|如出一辙|不谋而合")
_IN = ("", "当", "在", "早在", "于", "正值", "时值", "当时正值", "到了", "进入")
_YEARLONG = 300  # days: who did what in a year tells a verb, not the year


def _is_no_deed(clause: Clause, words: str) -> bool:
    if words.startswith(_RANKS) or _LIFE.search(words):
        return True
    if not clause.mentions and words.startswith(_AGAIN):
        return True
    return _tells_a_year(clause, words)


def _tells_a_year(clause: Clause, words: str) -> bool:
    """2023年，大模型不断涌现: what a year was like."""
    if not clause.dates or "将" in words or any(_days(one) <= _YEARLONG for one in clause.dates):
        return False
    return words[: clause.dates[0].start - clause.start].strip() in _IN


def _undescribed(where: Place) -> Choice | None:
    """A dated clause about somebody tells of an event."""
    unit, clause, match = where.unit, where.clause, where.dates[0]
    words, behind = where.folded[clause.start : clause.end], where.folded[match.end : match.end + 2]
    if behind.startswith((*_WIRE, "'s")) or "|" in words or _is_length(match):
        return None
    if words.startswith(_GROUNDS) or (match.rule == "recent" and not clause.mentions):
        return None
    inside = match.end - match.start if match.start >= clause.start else 0
    rest = clause.end - clause.start - inside
    chinese = unit.chinese
    if unit.heading or rest < (6 if chinese else 14):
        return None
    if not (unit.mentions or where.carried) or not (chinese or _is_told(where, words)):
        return None
    if chinese and _is_no_deed(clause, words):
        return None
    hit = Hit(match.start, match.end, match.text.lower(), frozenset(), (UNDESCRIBED,))
    return Choice(UNDESCRIBED.weight, hit, UNDESCRIBED)


def _is_told(where: Place, words: str) -> bool:
    """Whether a clause says what somebody did: not what the industry did, nor the author."""
    if not _FINITE.search(words) or (" i " in words and '"' not in words):
        return False
    return bool(where.unit.mentions) or where.has_role_noun()


def _a_product(where: Place) -> bool:
    for mention in where.unit.mentions:
        if mention.kind is MODEL:
            return True
    return bool(_PRODUCT_WORDS.search(where.folded, where.clause.start, where.clause.end))


def _two(where: Place) -> bool:
    names = {m.slug or m.name for m in where.unit.mentions if m.kind is not PERSON}
    return len(names) > 1 or bool(names and where.has_role_noun())


def _the_public(where: Place) -> bool:
    return bool(_PUBLIC_WORDS.search(where.folded, where.unit.start, where.unit.end))


def _money(where: Place) -> bool:
    return any(sums(where.folded, where.clause.start, where.clause.end))


def _a_figure(where: Place) -> bool:
    return bool(FIGURE.search(where.folded, where.clause.start, where.clause.end))


# what the other needs ask for need not be looked for
_NEEDED: dict[Need, Callable[[Place], bool]] = {
    Need.PRODUCT: _a_product,
    Need.MONEY: _money,
    Need.TWO: _two,
    Need.PUBLIC: _the_public,
    Need.FIGURE: _a_figure,
}
