"""Where prose names its own publisher: an agency's dateline, and sentences about the article."""

import re
from collections.abc import Iterator

from sources.chinese import HAN

HAN_NAME = rf"[{HAN}A-Za-z][{HAN}\w·.&+-]{{1,19}}"
_WORD = r"[\w.&’'+-]"
LATIN_NAME = rf"[A-Z]{_WORD}*(?: (?:[A-Z0-9]{_WORD}*|of|the|and|&|for)){{0,4}}"

_OPENS = r"^[（(【〔\[]?"
_SHORT = rf"(?P<name>[{HAN}A-Za-z0-9]{{2,12}}?(?: ?App| ?APP)?)"
_DAY = r"(?:\d{4}\s?年\s?)?\d{1,2}\s?月\s?\d{1,2}\s?日"
_WIRED = r"(?:消息|[专專]?[电電讯訊]|报道|報道|获悉|獲悉)"
_REPORTED = r"(?:报道|報道|报导|報導)"
_NO_SECTION = (
    "(?!(?:国际|國際|财经|財經|即时|即時|体育|體育|科技|娱乐|娛樂|社会|社會|综合|綜合|最新|突发|突發|今日|每日"
    "|热点|熱點|行业|产业|要闻|相关|相關|更多|推荐|推薦|焦点|焦點|重磅|独家|獨家)(?:新闻|新聞))"
)
_REPORTER = "(?:记者|記者|特派员|特派員)"
# with a sign that stands in each
_HAN_DATELINES = (
    # 新华社北京1月2日电, 中新网上海1月2日电（记者 张三）
    ("日",re.compile(rf"{_OPENS}(?P<name>(?!本)[{HAN}]{{2,5}}[社网網报報])[{HAN}]{{0,6}}\s?{_DAY}(?:[{HAN}]{{0,4}}[电電讯訊]|消息)")),
    # 财联社2月25日电, IT之家 3 月 2 日消息, 新浪科技讯 北京时间3月2日消息; 人民财讯2月25日电
    ("日",re.compile(rf"{_OPENS}{_SHORT}\s?(?:[讯訊](?:\s*[，,]\s*|\s+|(?=北京))(?:北京时间)?\s*)?{_DAY}\s?{_WIRED}")),
    # 【海边新闻】某公司, [Harbor新聞] 某公司; not the name of a section
    ("",re.compile(rf"^[\[【]{_NO_SECTION}(?P<name>[A-Za-z{HAN}]{{2,10}}(?:新闻|新聞|日报|日報|时报|時報|社))[\]】]\s?\S")),
    # 海边晚报讯, 【海边晚报综合报道】, （海边社记者林远台北报道）, 海边社记者林远／台北
    ("",re.compile(rf"{_OPENS}{_SHORT}[专專]?[讯訊][\s：:，,】）)（(]")),
    ("【",re.compile(rf"^【{_SHORT}(?:综合|綜合)?(?:{_WIRED}|导读|導讀|{_REPORTED})】")),
    ("",re.compile(rf"^[（(〔]{_SHORT}{_REPORTER}.{{0,30}}(?:{_REPORTED}|[电電])[）)]")),
    ("",re.compile(rf"^[（(〔]{_SHORT}{_REPORTED}[）)〕]")),
    ("",re.compile(rf"^{_SHORT}\s?{_REPORTER}\s?[{HAN}]{{2,4}}(?:[／/\s]|{_REPORTED})")),
    # 【海边财经】1月2日
    ("【",re.compile(rf"^【{_SHORT}】\s?{_DAY}")),
    # 《海边通讯社14日专讯》, 海边社／北京30日電
    ("《",re.compile(rf"^《(?P<name>[{HAN}]{{2,10}}[社网網报報])\s?\d{{1,2}}\s?日[專专]?[讯訊電电]》")),
    ("社",re.compile(rf"(?:^|\s)(?P<name>[{HAN}]{{1,5}}社)\s?[／/]\s?[{HAN}]{{2,4}}\s?\d{{1,2}}\s?日[電电]")),
)  # fmt: skip
_LATIN_DATELINES = (
    # (NEWSFEED - The Harbor Times)
    re.compile(rf"^\([A-Z]{{4,12}}\s?[-–—]\s?(?P<name>{LATIN_NAME})\)"),
    # BEIJING, July 28, 2025 /PRNewswire/ --
    re.compile(r"^[^/\n]{4,60}\s/(?P<name>[A-Z]\w+(?: \w+)?)/\s*-"),
    # LONDON, May 2 (Reuters) -, SAN FRANCISCO, Nov 22, 2024 (Harbor Business Wire) —
    re.compile(r"^[^()\n]{0,60}\((?P<name>[A-Z][\w.&’' -]{1,38})\)\s*(?:[-–—:]|$)"),
)  # fmt: skip

_QUOTE, _UNQUOTE = r"[“\"「『《]?\s?", r"(?=[”\"」』》（(，,。\s]|$)"
_ACCOUNTS = "公众号|公眾號"
_ACCOUNT = f"(?:{_ACCOUNTS})"
_NAMED = rf"{_QUOTE}(?P<name>[{HAN}\w][{HAN}\w .·-]{{1,19}}?){_UNQUOTE}"
_TAKEN_FROM = "来自|來自|来源于|來源於|转载自|轉載自|转自|轉自|首发于|首發於|原载于|原載於|源自"
_TAKEN = f"(?:{_TAKEN_FROM})"
_YEARS = r"(?:\d{4}(?:\s?[-–]\s?\d{4})?)?"
# with words of which each has one
_STATEMENTS = (
    (("自", "于", "於"), re.compile(rf"(?:本文|文章|内容|內容|稿件"
        rf"|原文){_TAKEN}[:：]?\s?(?:微信)?{_ACCOUNT}?\s?{_NAMED}")),
    (("|", "｜"), re.compile(rf"(?P<name>[{HAN}A-Za-z][{HAN}\w]{{1,11}})\s?[|｜]\s?{_ACCOUNT}")),
    (("众号", "眾號"), re.compile(rf"{_ACCOUNT}[:：]?\s?{_NAMED}")),
    (("first ", "originally "), re.compile(
        r"\b(?:first|originally) (?:carried|published|appeared)"
        rf"\s(?:by|on|in|at)\s(?P<name>{LATIN_NAME})"
    )),
    (("©", "(c)", "opyright", "版权所有", "版權所有"), re.compile(
        rf"(?:©|\(c\)|^Copyright|Copyright(?=\s*(?:©|\(c\)|\d{{4}}))|版权所有|版權所有)"
        rf"\s*(?:©|\(c\))?\s*{_YEARS}\s*(?:by\s)?"
        rf"(?P<name>{LATIN_NAME}|{HAN_NAME})(?=\s*(?:[.,，。|]|All|版权|版權|保留|$))",
        re.IGNORECASE,
    )),
)  # fmt: skip
_LATIN_STATES = ("first ", "originally ", "(c)", "opyright", "©")
_HAN_STATES = re.compile(f"{_TAKEN_FROM}|{_ACCOUNTS}|版权所有|版權所有")
# a dateline in Chinese has one of these
_HAN_WIRES = re.compile(r"[电電讯訊消报報获獲记記特】\]]")
OPENS_A_SENTENCE = re.compile(
    "^(?:本[报報刊网網社台]|据|據|在|从|從|自|截至|于|於|当地|當地|北京时间|美国东部|今年|去年|本周|上周|周|週|星期)"
)


def datelines_in(line: str) -> Iterator[re.Match[str]]:
    """Datelines a line may begin with, those of Chinese agencies first."""
    if not line.isascii() and _HAN_WIRES.search(line):
        for sign, pattern in _HAN_DATELINES:
            if sign in line and (match := pattern.search(line)):
                yield match
    if "(" in line or "/" in line:
        yield from filter(None, (pattern.search(line) for pattern in _LATIN_DATELINES))


def statements_in(lines: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """What lines say of the article they stand in, the surest first."""
    if not _may_state("\n".join(lines)):
        return
    for words, pattern in _STATEMENTS:
        for line in lines:
            if any(map(line.__contains__, words)) and (match := pattern.search(line)):
                yield match


def _may_state(text: str) -> bool:
    if any(map(text.__contains__, _LATIN_STATES)):
        return True
    return not text.isascii() and bool(_HAN_STATES.search(text))
