"""The publishers a text relies on: those it says it has something from."""

import re
from collections.abc import Iterator

from sources.chinese import HAN
from sources.reading.metadata.outlets import Outlet, folded, outlet_called, platform_called

_MOST = 12
_NAME = rf"(?:《[^《》\n]{{2,20}}》|[{HAN}A-Za-z0-9·&.\- ]{{2,30}}?)"
_FOREIGN = r"(?:美国|美國|英国|英國|外国|外國|外|国外|國外|海外|日本|韩国|韓國|法国|法國|德国|德國|香港|台湾|台灣|科技|知名|权威|權威|多家)?(?:媒体|媒體|科技媒体|科技媒體|财经媒体|財經媒體|媒|科技博客|杂志|雜誌|报纸|報紙|通讯社|通訊社|新闻网站|新聞網站|网站|網站)?"
_REPORT = r"(?:报道|報道|报导|報導|消息|披露|获悉|獲悉|援引|引述|引用|独家|獨家|曝光|爆料|称|稱|指出|透露|写道|寫道|电|電|讯|訊)"
_WHEN = r"(?:[^，。；\n]{0,16}?)"
_CHINESE = (
    re.compile(rf"[据據](?:{_FOREIGN})(?P<name>{_NAME})(?:记者|記者)?{_WHEN}{_REPORT}"),
    re.compile(rf"(?:援引|引述|转引自|轉引自|引用)(?:{_FOREIGN})(?P<name>{_NAME})(?:的|{_WHEN})(?:{_REPORT}|采访|採訪|分析|数据|數據)"),
    re.compile(rf"(?P<name>《[^《》\n]{{2,20}}》)(?:杂志|雜誌|记者|記者|网站)?{_WHEN}{_REPORT}"),
    re.compile(rf"(?P<name>[{HAN}]{{1,8}}(?:社|时报|時報|日报|日報|邮报|郵報|周刊|週刊|新闻|新聞|杂志|雜誌|财经|財經))(?:记者|記者)?{_WHEN}(?:报道|報道|报导|報導|披露|曝光|获悉|獲悉|爆料)"),
    re.compile(rf"(?P<name>(?:The )?[A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){{0,3}})\s?(?:记者|記者)?{_WHEN}(?:报道|報道|报导|報導|披露|曝光|爆料)"),
    re.compile(rf"(?:向|对|對|告诉|告訴|接受)(?:{_FOREIGN})?(?P<name>《[^《》\n]{{2,20}}》|[{HAN}A-Za-z][{HAN}A-Za-z0-9 &.]{{1,24}}?)\s?(?:杂志|雜誌|记者|記者)?{_WHEN}(?:表示|透露|证实|證實|称|稱|说|說|指出|回应|回應|采访|採訪|专访|專訪|发表声明)"),
)  # fmt: skip
_TITLE = r"(?:[Tt]he )?[A-Z0-9][\w&.'’-]*(?: (?:of|the|and|for|in) [A-Z][\w&.'’-]*| [A-Z][\w&.'’-]*){0,4}"
_OUR = (
    # the name follows: any name where the words leave no doubt
    (re.compile(rf"\b(?:first reported (?:on \w+ )?(?:by|in)|(?:a|the) (?:\w+ ){{0,2}}(?:report|story|article|account) (?:by|from|in)|reported (?:earlier |first )?by|citing(?: a report (?:by|from|in))?|in an interview with|as reported by|news of .{{3,40}} was first reported by) (?P<name>{_TITLE})"), False),
    (re.compile(rf"\b(?:[Aa]ccording to|told|cited by|spoke (?:to|with)|said to|in a statement to|confirmed to|published (?:by|in)|[Vv]ia|per|obtained by|seen by|viewed by|reviewed by|interview(?:ed)? (?:by|with|in)) (?P<name>{_TITLE})"), True),
    (re.compile(rf"(?P<name>{_TITLE}) (?:has |had |first |also |previously |earlier |later )?(?:reported|reports|first reported|said in a report|wrote|revealed|disclosed|cited)\b"), True),
)  # fmt: skip
_CUE = re.compile(
    r"[据據援引报報访訪曝稱称说說]|report|ccording|told|citing|cited|interview|statement|ia |per |obtained|seen|viewed|spoke"
)
_NOT_ONE = re.compile(
    r"^(?:知情|消息|悉|了解|介绍|介紹|报道|報道|称|稱|透露|官方|外媒|媒体|媒體|业内|業內|多名|多位|一位|一名|该|該|此|其|公司|有关|相關|相关|统计"
    r"|公开|公開|最新|内部|內部|估计|估算|分析|研究|调查|調查|数据|數據|他|她|这|這|两|三|不|一|People|Sources?|Two|Three|Several|Some"
    r"|Industry|Company|Mr|Ms|He|She|It|They|We|This|That|In|On|As|Documents)"
)
_OUTLET = re.compile(
    r"(?:社|时报|時報|日报|日報|邮报|郵報|晚报|晚報|周刊|週刊|月刊|新闻|新聞|新闻网|杂志|雜誌|财经|財經|电视台|電視台|广播公司|廣播公司|网|網|观察|觀察"
    r"|[Tt]imes|Post|Journal|News|Wire|Daily|Weekly|Magazine|Herald|Tribune|Gazette|Chronicle|Review|Press|Insider|Observer|Dispatch|Bulletin|Ledger)$"
)


def relies_on(body: str, publisher: str) -> tuple[str, ...]:
    """Names as printed, without 《》, in order; the text's own publisher is none of them."""
    own = _key(publisher)
    found: dict[str, str] = {}
    if not _CUE.search(body):
        return ()
    for name in _names(body):
        key = _key(name)
        if key != own and key not in found:
            found[key] = name
    return tuple(found.values())[:_MOST]


def _key(name: str) -> str:
    outlet = outlet_called(name)
    return outlet.name if outlet else folded(name)


def _names(body: str) -> Iterator[str]:
    chinese = re.search(f"[{HAN}]", body)
    for pattern in _CHINESE if chinese else ():
        for match in pattern.finditer(body):
            yield from _outlet_in(match["name"], quoted="《" in match["name"])
    for pattern, known_only in _OUR:
        for match in pattern.finditer(body):
            yield from _outlet_in(match["name"], quoted=not known_only)


def _outlet_in(name: str, *, quoted: bool) -> Iterator[str]:
    """The name when it is that of an outlet; a longer stretch of words may begin with one."""
    name = name.strip("《》 .,-·’'")
    name = re.sub(r"[’']s$", "", name)
    known = _known(name)
    if known:
        yield known
    elif not _NOT_ONE.match(name) and len(name) >= 2 and (quoted or _OUTLET.search(name)):
        yield name


def _known(name: str) -> str:
    outlet: Outlet | None = outlet_called(name)
    if outlet or platform_called(name):
        return name if outlet else ""
    words = name.split(" ")
    for count in range(len(words) - 1, 0, -1):
        if outlet_called(" ".join(words[:count])):
            return " ".join(words[:count])
    return ""
