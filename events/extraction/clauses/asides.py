"""Chinese verbs and nouns of news that tell nothing of their own where no date stands by them.

What is named again, asked for, given as a reason or an aim, quoted, or done at the side of
something else was told elsewhere, or is no news. Every text here is folded.
"""

import re
from typing import NamedTuple

from events.extraction.clauses.units import Clause, Unit
from events.extraction.cues.lexicon import Hit
from events.extraction.cues.meaning import Meaning
from events.extraction.found import MODEL
from events.models.vocabulary import EventKind

# what begins a clause: a reason, an aim or what it shows; grounds of something else; a deal that
# was told before. What is released may be said to be based on another
_LEAD = re.compile(
    r"[\s\"「『]*(?:不仅|不但|不过|但|而且?|也|还|更|既|又|并且?|同时|这|此举)*"
    r"(?:(?P<aside>每次|每当|每逢|主因|原因|因为|由于|以便|旨在|意在|为了|从而|进而|以期|用于|用来|用以|致力于|专注于"
    r"|相当于|也就是说|换言之|要知道|毕竟|显示|表明|意味|说明|凸显|反映|标志着|折射|印证|侧面"
    r"|彰显|预示|体现|展[示现]出|证明了|暴露|揭示|以(?:平息|了结|换取|因应|应对|解决|强化|巩固|降低|提升|减少|支应|协助|确保|加快|加速|满足|推动|促进|支持|支撑|助力|扩大|改善|争取|遏制|维持|保护|鼓励|抢攻|抢占|迎接|打造))"
    r"|(?P<grounds>相较|相比|比起|对比|鉴于|考虑到|面对|基于|根据|按照|依据|依照|遵照)"
    r"|(?P<reads>[^，,。；;]{1,16}(?:预示|意味着|标志着|折射出|彰显|凸显|印证))"
    r"|(?P<again>(?:尽管|虽然|即使)(?:进行|展开|面临|遭遇)|(?:[但而]|不过|同时|此外|目前|对此)?(?:[这该]|此)[一项笔篇次起款桩宗场份轮番类种]{0,2}"
    r"(?:交易|论文|任命|举措|措施|判决|裁决|调整|变化|做法|案件|数字|消息)))"
)
# what stands before a trigger: what it is to be good for; what must or may be done; a rule that
# somebody keeps to, breaks or suffers from; 这项任命, 这项晶片禁令; X的离职, but not 27%的股权
_BEFORE = re.compile(
    r"(?P<aside>(?:旨在|意在|用于|用来|用以|以防|防范|防止|避免|抵御|识别|应对|为了|致力于|着眼于|目的是"
    r"|有助于|有利于|以(?:支撑|推动|促进|加[速快]|助力|提升|确保|支持|满足))[^，。；]{0,18}\Z"
    r"|(?:怀疑|担心|担忧|猜测)[^，,。；;]{0,14}\Z|(?:别被?|切勿|勿|不要)[^，,。；;]{0,10}\Z"
    r"|(?:允许|方便|便于|供)(?:所有|任何|全球|广大|各类)?(?:用户|开发者|企业|研究者|客户)[^，。；]{0,8}\Z)"
    r"|(?P<effect>(?:可能|或将?|恐将?|会|将|能够?|足以)[^，。；]{0,6}"
    r"(?:导致|引发|造成|带来|触发|产生|加剧|促使|改变|重塑|面临|影响|推高|拖慢)[^，。；]{0,18}\Z)"
    r"|(?P<ought>(?:须|(?<![急刚所])需(?!求|方)|应当|不得(?!不|已)|方可|有权|有义务)[^，。；]{0,16}\Z)"
    r"|(?P<rule>(?:符合|违反|遵守|遵循|绕过|规避|绕开|避开|满足|受到|受制于|针对)[^，。；]{0,14}\Z)"
    r"|(?P<again>(?:[这该此][项笔篇次起款桩宗场轮][^，。的]{0,4}|[这该]一?|此|上述|前述|本次|[今是]次)"
    r"(?:最新|新|重大|大规模|巨额|重磅)?\Z)"
    r"|(?P<noun>[^%\d亿万成]的\Z)"
)
_REACH = 20
# what stands behind it: not yet done; in the course of it, or once it was done; 融资的现象,
# 停产消息一出; and what makes a noun of what stands before
_BEHIND = re.compile(
    r"(?P<aside>之?前(?:[，,]|夕|后|就|已|便|即|向|对|曾|不久)|[并也]?(?:未|没有|不会?)(?:波及|影响|涉及|包括))"
    r"|(?P<again>[^，。；]{0,16}(?:期间|之际|以来|之后|以后|过程中|的同时|之时|的时候|时)[，,]|后[，,]"
    r"|[^，,。；;]{0,4}(?:可能|或将?|会|将|足以)(?:导致|引发|造成|带来|触发|影响|推高)|等(?:活动|行为|业务|领域|方面|环节|事项|手段|方式|场景)"
    r"|的(?:原因|背景|背后|内幕|始末|意义|现象|情况|局面|企业|公司|机构|阶段|节点|案例|做法|趋势|浪潮|窗口)"
    r"|(?:的?(?:消息|传闻|传言)|风波|事件|一事)(?:一出|传出后|曝光后|发酵|影响|刺激|之?后|下))"
    r"|(?P<noun>[，。；：！？、,.;:!?\"」』\s]|\Z|也|正|进入|驶入|虽然|固然|看似|则|都|让|使|令|给|引发|引起|意味|标志|背后|不仅|无疑|正值|适逢|恰逢"
    r"|的不止|的?(?:原因|背后|影响|意义|难度|可能|风险|压力|成本|前景|环境|热潮|竞争|进程|传统|方式))"
)
_RULES = ("法案", "办法", "规定", "意见", "意见稿", "准则")
_ITEM = re.compile(r"[(（][一二三四五六七八九十]{1,3}[)）]")  # of a law
_LONG_SO = (
    "近年来",
    "近些年",
    "近几年",
    "多年来",
    "长期以来",
    "一直以来",
    "过去几年",
    "过去多年",
    "这些年",
    "历来",
    "众所周知",
)
# what somebody reads into the words of others, and what a sentence goes on to say of the news
_COMMENT = re.compile(
    r"(?:这一|该|上述|其)(?:表述|说法|措辞|提法|定位|逻辑|判断|观点|论断)|这(?:也|还|已|正|就)?是"
)
_FOUNDATION = re.compile(
    r"为(?!此)[^，,。；;]{1,40}(?:奠定|打下|铺平|铺路|注入|夯实|提供了?[^，,。；;]{0,8}(?:支撑|保障|动力|动能|基础|助力))"
    r"|(?:与|和|跟|同)[^，,。；;]{1,16}(?:并行|同步|相伴|相对)的是"
)
_ABOUT = re.compile(
    r"对于?[^，,。；;]{1,20}(?:来说|而言|来讲)|在[^，,。；;]{1,24}的(?:今天|当下|时代|背景下)"
)
# 这一决定凸显了担忧: what the news shows
_READ = re.compile(
    r"(?:这一?|该|此)(?:项|次)?(?:决定|举措|举动|动作|表态|交易|调整|变化|事件|趋势|布局|举)"
    r"(?:也|还|再次|进一步|无疑|被视为)*(?:凸显|反映|标志|意味|表明|折射|体现|彰显|印证)"
)
_SPAN = re.compile(r"从[^，,。；;]{1,14}到[^，,。；;]{1,14}[，,]\Z")  # 从签约到被调查，
_GLOSS = re.compile(r"[(（](?:意为|意思是|意即|即|译|注|详见|参见|见|指)[^()（）]*\Z")
_GLOSS_REACH = 80
_BY = re.compile(r"[\s\"]*(?:并|而|也|可|能|需)?\Z")  # 通过 as a preposition
# what the world may expect of it
_PROSPECT = re.compile(r"[^，。；]{0,20}(?:带来|产生|创造|引发|导致|提升|改变|受益|面临|重塑|影响)")
# 已上线的应用或功能: things of a sort, none by name
_SORT = re.compile(r"(?:过|了)?的")

_QUOTES = (("「", "」"), ('"', '"'))
# before a term and behind one: 而非「正式调查」, “实体清单”和“护城河”
_NAMED_SO, _LISTED_SO = "是非为叫谓", ("和", "与", "、", "的")
_TERM = 12  # characters of a quotation that may be a name or a term

_NO_REPORT = ("的", "〕", "】", "］")
_MADE = frozenset((EventKind.RELEASE, EventKind.PREVIEW, EventKind.OPEN_SOURCING))
_SAID = frozenset((EventKind.STATEMENT, EventKind.REPORT))
_UNDOING = frozenset((EventKind.DELAY, EventKind.PAUSE, EventKind.CANCELLATION))
_PUSHED = re.compile(r"(?:推动|促进|加[速快]|助力|赋能|支撑|推进)[^，。；]{0,14}\Z")  # 推动应用落地
_DESCRIBING = frozenset((EventKind.INVESTMENT, EventKind.ACQUISITION, EventKind.PARTNERSHIP))
_FOUNDED = ("创立", "创办", "组建", "设立", "成立")
_PLAN, _POLICY, _STATEMENT = EventKind.PLAN, EventKind.POLICY, EventKind.STATEMENT


def is_aside(unit: Unit, clause: Clause, hit: Hit, meaning: Meaning, folded: str) -> bool:
    """Whether an undated Chinese trigger only speaks of what is told elsewhere."""
    kind = meaning.kind
    read = _READ.match(folded, unit.start) is not None
    if kind in _SAID:  # 最新曝光的加速卡; 〔記者某某／台北報導〕
        quoted = kind is _STATEMENT
        return read or (
            _is_quoted(unit, hit, folded) if quoted else folded.startswith(_NO_REPORT, hit.end)
        )
    if read or _is_beside(unit, clause, hit, folded):
        return True
    start, end = hit.start, hit.end
    told = _Told(
        _group(_LEAD.match(folded, clause.start, start)),
        _group(_BEFORE.search(folded, max(clause.start, start - _REACH), start)),
        _group(_BEHIND.match(folded, end, clause.end)),
    )
    if "aside" in told or told.lead == "reads":
        return True
    if kind is _PLAN:
        return _is_foreseen(hit, clause, folded)
    if kind in _MADE:
        pushed = hit.word == "落地" and _PUSHED.search(folded, clause.start, start)
        return bool(pushed) or _is_sort(clause, hit, folded)
    return _is_told(told, hit, kind, folded) or _is_quoted(unit, hit, folded)


class _Told(NamedTuple):
    """What the words around a trigger make of it."""

    lead: str | None
    before: str | None
    behind: str | None


def _is_told(told: _Told, hit: Hit, kind: EventKind | None, folded: str) -> bool:
    undone = kind in _UNDOING  # why it was put off may be all that is told of it
    if told.before == "effect":
        return not undone
    if told.lead == "grounds" or (told.lead == "again" and not undone):
        return True
    described = folded.startswith("的", hit.end)
    if told.behind == "again" and not (undone and described):
        return True
    if described and (kind in _DESCRIBING or hit.word in _FOUNDED):  # 他创立的公司
        return True
    return _is_again(told.before, told.behind, hit, kind)


# ChatGPT问世三年后: what something else is counted from; few verbs have one of these behind them
COUNTING = frozenset("的了近约超不仅短0123456789一二两三四五六七八九十几数半多")
_COUNTED_FROM = re.compile(
    r"了?(?:近|约|超过|不到|仅|短短)?[\d一二两三四五六七八九十几数半多]{1,4} ?个?"
    r"(?:小时|年|月|周|星期|天|日)多?(?:之|以)?(?:[后来前]|之际)"
)


# 周二发布的影片中: where something is said
_WHERE = re.compile(
    r"的(?:影片|视频|声明|贴文|帖文|文章|博客|部落格|公告|报告|信|信件|备忘录|文件|访谈|专访|采访|节目)[^，。；]{0,4}[中里上]"
)


def is_counted_from(hit: Hit, folded: str) -> bool:
    """Whether a verb only says from when on or where something is told, dated or not."""
    if folded[hit.end] == "的":
        return _WHERE.match(folded, hit.end) is not None
    return _COUNTED_FROM.match(folded, hit.end) is not None


# 这是今年最大的融资: what was told, among others of its sort; few clauses begin so
RANKING = frozenset("这此也堪可仅")
_RANKED = re.compile(
    r"(?:[这此]也?是|也是|堪称|可谓|仅次于)[^，。]{0,24}(?:最[大高多快早长]|史上|有史以来|第[一二三四]大|\d)"
)


def is_ranked(clause: Clause, folded: str) -> bool:
    """Whether a clause only says how large what was told is."""
    return _RANKED.match(folded, clause.start, clause.end) is not None


def _is_foreseen(hit: Hit, clause: Clause, folded: str) -> bool:
    return _PROSPECT.match(folded, hit.end, clause.end) is not None


def _is_again(before: str | None, behind: str | None, hit: Hit, kind: EventKind | None) -> bool:
    if before == "noun":
        return behind == "noun" and not hit.word.endswith(_RULES)
    return before is not None and (before != "rule" or kind is _POLICY)


def _group(found: re.Match[str] | None) -> str | None:
    return found.lastgroup if found else None


def _is_beside(unit: Unit, clause: Clause, hit: Hit, folded: str) -> bool:
    """An item of a law, what has long been so, or a means."""
    if folded.startswith(_LONG_SO, unit.start):
        return True
    if folded[unit.start] in "(（" and _ITEM.match(folded, unit.start):
        return True
    begun = max(unit.start, folded.rfind(",", unit.start, hit.start) + 1)
    if _COMMENT.match(folded, unit.start) or _FOUNDATION.match(folded, begun, unit.end):
        return True
    about = _ABOUT.match(folded, begun, clause.end)
    if _SPAN.match(folded, begun, clause.end) or (about and hit.start < about.end()):
        return True
    return _GLOSS.search(folded, max(0, hit.start - _GLOSS_REACH), hit.start) is not None


# what is passed, and by whom; else 通过 is a preposition
_LAW = re.compile(
    r"法|条例|决议|草案|议案|提案|规定|办法|案|审[核议查批]|备案|聆讯|评估|认证|投票|表决|议会|议院|《"
)


UNSURE = frozenset(("通过", "计划", "规划"))  # words that need not be verbs
_PLAN_NOUN = re.compile(r"(?:的|[一这该此两三][项个份])\Z")
_ENDS = ("：", ":", "，", ",", "。", "；")


def is_no_verb(clause: Clause, hit: Hit, folded: str) -> bool:
    """通过规模效应分摊成本: by means of; 一项庞大的计划: a noun."""
    if hit.word != "通过":
        before = _PLAN_NOUN.search(folded, max(clause.start, hit.start - 2), hit.start)
        return before is not None and folded.startswith(_ENDS, hit.end)
    if _BY.match(folded, clause.start, hit.start):
        return True
    return not _LAW.search(folded, clause.start, clause.end)


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
        if end >= 0 and (folded[begin - 1] in _NAMED_SO or folded[end + 1 : end + 2] in _LISTED_SO):
            return True
    return False


def _is_sort(clause: Clause, hit: Hit, folded: str) -> bool:
    behind = _SORT.match(folded, hit.end, clause.end)
    return behind is not None and not any(
        one.kind is MODEL and one.start >= hit.end for one in clause.mentions
    )


# 2024年被称为应用元年, 2024年是收获的一年
_OF_PERIOD = re.compile(
    r"\s*(?:，|,)?\s*(?:已?被[^，,。]{0,8}(?:称|视|定义|誉|看作|认为)|是[^，,。]{0,40}(?:年|之年|元年|时刻|转折)"
    r"|堪称|可谓|注定)"
)


def is_about_period(unit: Unit, folded: str) -> bool:
    """Whether a sentence says what a year or a month is known for: no event."""
    first = unit.dates[0]
    if not unit.chinese or first.start > unit.start + 2:
        return False
    return _OF_PERIOD.match(folded, first.end) is not None
