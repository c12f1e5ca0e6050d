"""The publishers a text relies on: those it says it has something from."""

import re
from collections.abc import Iterator

from sources.chinese import CHARACTER, HAN
from sources.reading.metadata.outlets import folded, outlet_called, outlet_within

_MOST = 12
_BEFORE, _AFTER = 60, 90  # characters around a cue in which the name stands

# whose they are, between 据 and the name: 据英国《…》, 据科技媒体 …, 据外媒 …
_KIND = (
    r"(?:美国|美國|英国|英國|外国|外國|国外|國外|海外|日本|韩国|韓國|法国|法國|德国|德國|香港"
    r"|台湾|台灣|科技|财经|財經|知名|权威|權威|外)*"
    r"(?:媒体|媒體|媒|科技博客|杂志|雜誌|报纸|報紙|通讯社|通訊社|新闻网站|新聞網站|网站|網站)?\s?"
)
_QUOTED = r"《[^《》\n]{2,24}》"
_LATIN = r"(?:[A-Z0-9][\w&.'’+-]*|The)(?: (?:of |the |and |for |in )?[A-Z][\w&.'’+-]*){0,4}"
_REPORTS = r"报道|報道|报导|報導|披露|获悉|獲悉|曝光|爆料|援引|引述|独家|獨家"
_SAYS = rf"{_REPORTS}|消息|称|稱|指出|透露|写道|寫道|[电電](?=[，,：:\s])|[讯訊]"
_TOLD = "表透证證称稱说說指回采採专專"  # how the words for what was told to somebody begin
_GAP = r"[^，。；！？\n《》]{0,16}?"
_NAME = rf"(?P<name>{_QUOTED}|{_LATIN}|[{HAN}A-Za-z0-9]{{2,14}}?)"
_WRITER = r"(?:杂志|雜誌|网站|網站|中文网)?(?:记者|記者)?"
# cues → what follows them when they tell where something is from
_AFTER_CUE = {
    "据據": re.compile(rf".{_KIND}{_NAME}{_WRITER}{_GAP}(?:{_SAYS})"),
    "援引 引述 转引 轉引 引用": re.compile(
        rf"..自?{_KIND}{_NAME}{_WRITER}的?(?:{_SAYS}|采访|採訪|分析|说法|說法|文章)"
    ),
    "出自 来自 來自": re.compile(rf"..{_KIND}{_NAME}(?=[，。；,;]|的?(?:{_SAYS}))"),
    "告诉 告訴": re.compile(rf"..{_KIND}{_NAME}(?=[，。；：,:]|记者|記者)"),
    # most often nothing was said to anybody, which is told first
    "向 对 對 接受": re.compile(
        rf"(?=[^{_TOLD}]*[{_TOLD}])(?:接受|.){_KIND}{_NAME}{_WRITER}{_GAP}"
        r"(?:表示|透露|证实|證實|称|稱|说|說|指出|回应|回應|采访|採訪|专访|專訪)"
    ),
}
_LINKED = {
    cue: pattern
    for cues, pattern in _AFTER_CUE.items()
    for cue in (cues.split() if " " in cues else cues)
}
_REPORTED = frozenset(_REPORTS.split("|"))
_CHINESE_CUE = re.compile("|".join([*_LINKED, *_REPORTED]))
_WHEN = (
    r"(?:今年|去年|上个?[周月]|上個?[週月]|本[周週月]|日前|此前|近日|[周週][一二三四五六日]"
    r"|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日"
    r"|率先|首先|最先|最早|曾|又|也|还|還|则|則|在|的|\s){0,4}"
)
_SUBJECT = re.compile(
    rf"(?P<name>{_QUOTED}|{_LATIN}|[{HAN}]{{2,10}}?){_WRITER}(?:[{HAN}]{{2,3}})?{_WHEN}$"
)
_PARTED = re.compile(r"[，。；！？\n、：]")
_NO_CUE = frozenset("数數证證依根单占收论論票")

# in English the name follows most cues and stands before the others
_FOLLOWS = re.compile(
    r"\b(?:(?P<sure>first reported (?:on \w+ )?(?:by|in)|(?:report|story|article|scoop|account"
    r"|memo seen|documents? seen|letter seen|interview) (?:by|from|in|with)"
    r"|reported (?:earlier |first )?by|as reported (?:by|in)|citing(?: a report (?:by|from|in))?)"
    r"|[Aa]ccording to|told|cited by|spoke (?:to|with)|said to|statement to|confirmed to"
    r"|published (?:by|in)|[Vv]ia|obtained by|seen by|viewed by|reviewed by"
    rf"|[Pp]er) (?:a |an )?(?:[a-z]+ ){{0,1}}(?P<name>(?:[Tt]he )?{_LATIN})"
)
_PRECEDES = re.compile(
    rf"(?P<name>(?:The )?{_LATIN})(?:[’']s [A-Z]\w+ [A-Z]\w+)?(?: (?:has|had|first|also"
    rf"|previously|earlier|later|separately|then))? (?:report(?:ed|s)|wrote|revealed|disclosed"
    rf"|said in a report)\b"
)
# places at which these may stand, found fast for the space they begin with
_ENGLISH_CUE = re.compile(
    " (?:report|story |article |account |scoop |interview |citing |cited by|told |spoke |said to"
    "|statement to|confirmed to|published |obtained by|seen by|viewed by|reviewed by|per |wrote"
    "|revealed|disclosed)"
)
_OPENING_CUES = ("According to ", "according to ", "Via ", "via ", "Per ")
_TELLS = re.compile(r" (?:report(?:ed|s)|wrote|revealed|disclosed|report)\b")
_WORD_BEFORE = re.compile(r"\w+\Z")
_OWNS, _THE = ("’s", "'s"), re.compile("^[Tt]he ")
_OUTLET = re.compile(
    r"(?:社|时报|時報|日报|日報|邮报|郵報|晚报|晚報|商报|商報|早报|早報|周刊|週刊|月刊|周报"
        r"|新闻|新聞|新闻网|新聞網|杂志|雜誌|财经|財經|电视台|電視台|广播公司|廣播公司|资讯|科技网"
        r"|在线"
    r"|\b(?:Times|Post|Journal|News|Wire|Daily|Weekly|Magazine|Herald|Tribune|Gazette|Chronicle"
        r"|Review|Press|Insider|Observer|Dispatch|Bulletin|Ledger))$"
)  # fmt: skip
_NO_OUTLET = re.compile(
    r"(?:报告|報告|白皮书|白皮書|法案|条例|條例|办法|辦法|指南|论文|論文|蓝皮书|协议|協議|规划"
    r"|計畫|意见)$|^(?:[本该該此其多某一两兩三几幾]|知情|消息|有关|相关|官方|业内|外媒|媒体)"
)


def relies_on(body: str, publisher: str) -> tuple[str, ...]:
    """Names as printed, without 《》, in order; the text's own publisher is none of them."""
    own = _key(publisher)
    found: dict[str, str] = {}
    for _place, name in sorted((*_in_chinese(body), *_in_english(body))):
        key = _key(name)
        if key != own:
            found.setdefault(key, name)
    return tuple(found.values())[:_MOST]


def _key(name: str) -> str:
    outlet = outlet_called(name)
    return folded(outlet.name if outlet else _THE.sub("", name))


def _in_chinese(body: str) -> Iterator[tuple[int, str]]:
    for cue in () if body.isascii() else _CHINESE_CUE.finditer(body):
        if cue[0] in _LINKED and body[cue.start() - 1] not in _NO_CUE:
            yield from _linked(body, cue.start(), _LINKED[cue[0]])
        if cue[0] in _REPORTED:
            yield from _reporting(body, cue.start())


def _linked(body: str, place: int, pattern: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """What a cue is followed by."""
    match = pattern.match(body, place, place + _AFTER)
    if match:
        yield from _outlet(_whole(body, match, match.start("name")), place, sure=False)


def _reporting(body: str, place: int) -> Iterator[tuple[int, str]]:
    """Who stands before the word for a report."""
    clause = _PARTED.split(body[max(0, place - _BEFORE) : place])[-1]
    match = _SUBJECT.search(clause)
    if match:
        start = place - len(clause) + match.start("name")
        yield from _outlet(_whole(body, match, start), start, sure=False)


_NOT_WORD = re.compile(r"\W")


def _whole(body: str, match: re.Match[str], start: int) -> str:
    """The name, ended by what is known: 路透社 of 路透社今年."""
    name = match["name"]
    if not CHARACTER.match(name):
        return name
    return outlet_within(_NOT_WORD.split(body[start : start + 14], maxsplit=1)[0]) or name


def _in_english(body: str) -> Iterator[tuple[int, str]]:
    for cue in _ENGLISH_CUE.finditer(body):
        yield from _around(body, cue.start())
    for opening in _OPENING_CUES:
        place = body.find(opening)
        while place >= 0:
            yield from _following(_FOLLOWS.match(body, place, place + _AFTER))
            place = body.find(opening, place + len(opening))


def _around(body: str, space: int) -> Iterator[tuple[int, str]]:
    """Names around the word after a space."""
    earlier = _WORD_BEFORE.search(body, max(0, space - 10), space)  # first reported, memo seen
    for place in (*((earlier.start(),) if earlier else ()), space + 1):
        yield from _following(_FOLLOWS.match(body, place, place + _AFTER))
    tells = _TELLS.match(body, space)
    if tells:
        for match in _PRECEDES.finditer(body, max(0, space - _BEFORE), tells.end()):
            yield from _outlet(match["name"], match.start(), sure=False)


def _following(match: re.Match[str] | None) -> Iterator[tuple[int, str]]:
    if match:
        yield from _outlet(match["name"], match.start(), sure=bool(match["sure"]))


def _outlet(name: str, place: int, *, sure: bool) -> Iterator[tuple[int, str]]:
    """The name when it is that of an outlet, or begins or ends with one."""
    bare = name.strip("《》 .,-·’'")
    bare = bare[:-2] if bare.endswith(_OWNS) else bare
    called = outlet_called(bare) or (name != bare and outlet_called(name))
    known = bare if called else outlet_within(bare)
    if known:
        yield place, known
    elif len(bare) >= 2 and not _NO_OUTLET.search(bare) and (_OUTLET.search(bare) or sure):
        yield place, bare
