"""Chinese verbs and nouns of news that tell nothing of their own where no date stands by them.

What is named again, asked for, given as a reason or an aim, quoted, or done at the side of
something else was told elsewhere, or is no news. Every text here is folded.
"""

import re

from events.extraction.cues.lexicon import Hit
from events.extraction.cues.meaning import Meaning
from events.extraction.found import MODEL
from events.extraction.units import Clause, Unit
from events.models.vocabulary import EventKind

# what begins a clause that only gives a reason, an aim, a measure, a rule or what it shows
_LEADS = re.compile(
    r"[\s\"「『]*(?:主因|原因|因为|由于|以便|旨在|意在|为了|从而|进而|以期|用于|用来|用以|致力于|专注于"
    r"|相当于|也就是说|换言之|要知道|毕竟|显示|表明|意味|说明|凸显|反映|标志着|折射|印证|侧面)"
)
# on what grounds something else was done; what is released may be said to be based on another
_GROUNDS = re.compile(
    r"[\s\"「『]*(?:相较|相比|比起|对比|鉴于|考虑到|面对|基于|根据|按照|依据|依照|遵照)"
)
# an item of a law
_ITEM = re.compile(r"[(（][一二三四五六七八九十]{1,3}[)）]")
# what was told of before, at the head of a clause: 这笔交易包括…
_SUBJECT_AGAIN = re.compile(
    r"[\s\"]*(?:[但而]|不过|同时|此外|目前|对此)?(?:[这该]|此)[一项笔篇次起款桩宗场份轮番类种]{0,2}"
    r"(?:交易|论文|任命|举措|措施|判决|裁决|调整|变化|做法|案件|数字|消息)"
)
# 这项任命, 该交易, 这项晶片禁令
_AGAIN = re.compile(
    r"(?:[这该此][项笔篇次起款桩宗场轮][^，。的]{0,4}|[这该]一?|此|上述|前述|本次)"
    r"(?:最新|新|重大|大规模|巨额|重磅)?\Z"
)
_AGAIN_REACH = 8
# X的离职, 与Y的合作 at the end of what is spoken of; not: 27%的股权
_NOUN_BEFORE = re.compile(r"[^%\d亿万成]的\Z")
_RULES = ("法案", "办法", "规定", "意见", "意见稿", "准则")
_NOUN_AFTER = re.compile(
    r"[，。；：！？、,.;:!?\"」』\s]|\Z|也|则|都|让|使|令|给|引发|引起|意味|标志|背后|不仅|无疑|的不止"
    r"|的?(?:原因|背后|影响|意义|难度|可能|风险|压力|成本|前景|环境|热潮|竞争|进程|传统|方式)"
)
# 融资的现象, 停产消息一出
_NEWS_OF_IT = re.compile(
    r"的(?:现象|情况|局面|企业|公司|机构|阶段|节点|案例|做法|趋势|浪潮|窗口)"
    r"|(?:的?(?:消息|传闻|传言)|风波|事件|一事)(?:一出|传出后|曝光后|发酵|影响|刺激|之?后|下)"
)
# in the course of it, or once it was done
_MEANWHILE = re.compile(
    r"[^，。；]{0,16}(?:期间|之际|以来|之后|以后|过程中|的同时|之时|的时候)[，,]|后[，,]"
)
# what must, should or may be done
_OUGHT = re.compile(
    r"(?:须|(?<![急刚所])需(?!求|方)|应当|不得(?!不|已)|方可|有权|有义务)[^，。；]{0,16}\Z"
)
# what it is to be good for, or against
_AIM = re.compile(
    r"(?:旨在|意在|用于|用来|用以|以防|防范|防止|避免|抵御|识别|应对|为了|致力于|着眼于|目的是|有助于|有利于)[^，。；]{0,20}\Z"
)
_BY = re.compile(r"[\s\"]*(?:并|而|也|可|能|需)?\Z")  # 通过 as a preposition
# rules as what somebody keeps to, breaks or suffers from
_KEPT_TO = re.compile(
    r"(?:符合|违反|遵守|遵循|绕过|规避|绕开|避开|满足|受到|受制于|应对|针对)[^，。；]{0,14}\Z"
)
_REACH = 20
# what the world may expect of it
_PROSPECT = re.compile(r"[^，。；]{0,20}(?:带来|产生|创造|引发|导致|提升|改变|受益|面临|重塑|影响)")
_YET = re.compile(r"之?前(?:[，,]|夕|后|就|已|便|即|向|对|曾|不久)")  # 发布前
# 已上线的应用或功能: things of a sort, none by name
_SORT = re.compile(r"(?:过|了)?的")

_QUOTES = (("「", "」"), ('"', '"'))
_TERM = 12  # characters of a quotation that may be a name or a term

_MADE = frozenset((EventKind.RELEASE, EventKind.PREVIEW, EventKind.OPEN_SOURCING))
_SAID = frozenset((EventKind.STATEMENT, EventKind.REPORT))
_UNDOING = frozenset((EventKind.DELAY, EventKind.PAUSE, EventKind.CANCELLATION))


def is_aside(unit: Unit, clause: Clause, hit: Hit, meaning: Meaning, folded: str) -> bool:
    """Whether an undated Chinese trigger only speaks of what is told elsewhere."""
    kind = meaning.kind
    if kind in _SAID:
        return kind is EventKind.STATEMENT and _is_quoted(unit, hit, folded)
    before = folded[max(clause.start, hit.start - _REACH) : hit.start]
    if _is_beside(unit, clause, hit, folded, before):
        return True
    if kind is EventKind.PLAN:
        return bool(_PROSPECT.match(folded, hit.end, clause.end))
    if kind in _MADE:
        return _is_sort(clause, hit, folded)
    return (
        _is_told(clause, hit, kind, folded, before)
        or _is_noun(clause, hit, folded, before)
        or _is_quoted(unit, hit, folded)
    )


def _is_told(clause: Clause, hit: Hit, kind: EventKind | None, folded: str, before: str) -> bool:
    """Grounds of something else, what becomes of a deal told before, a rule that is kept."""
    return bool(
        _GROUNDS.match(folded, clause.start, hit.start)
        or (kind not in _UNDOING and _SUBJECT_AGAIN.match(folded, clause.start, hit.start))
        or (kind is EventKind.POLICY and _KEPT_TO.search(before))
    )


def _is_beside(unit: Unit, clause: Clause, hit: Hit, folded: str, before: str) -> bool:
    """A reason, an aim, a means, an item of a law, or what was not yet done."""
    return bool(
        _LEADS.match(folded, clause.start, hit.start)
        or _ITEM.match(folded, unit.start)
        or _AIM.search(before)
        or _YET.match(folded, hit.end, clause.end)
        or (hit.word == "通过" and _BY.match(folded, clause.start, hit.start))
    )


def _is_noun(clause: Clause, hit: Hit, folded: str, before: str) -> bool:
    """Something known by now, or asked for."""
    end = hit.end
    named = _NOUN_BEFORE.search(before) and not hit.word.endswith(_RULES)
    return bool(
        (named and _NOUN_AFTER.match(folded, end, clause.end))
        or _AGAIN.search(before[-_AGAIN_REACH:])
        or _MEANWHILE.match(folded, end, clause.end)
        or _NEWS_OF_IT.match(folded, end, clause.end)
        or _OUGHT.search(before)
    )


def _is_quoted(unit: Unit, hit: Hit, folded: str) -> bool:
    """Told in a quotation of some length, and not by what is quoted: no name, no term."""
    for opening, closing in _QUOTES:
        begin = folded.rfind(opening, unit.start, hit.start)
        if begin < 0 or folded.find(closing, begin + 1, hit.start) >= 0:
            continue
        if opening == closing and folded.count(opening, unit.start, begin) % 2:
            continue
        end = folded.find(closing, hit.end, unit.end)
        if end - begin > _TERM or (end < 0 and opening != closing):
            return True
    return False


def _is_sort(clause: Clause, hit: Hit, folded: str) -> bool:
    behind = _SORT.match(folded, hit.end, clause.end)
    return behind is not None and not any(
        one.kind is MODEL and one.start >= hit.end for one in clause.mentions
    )
