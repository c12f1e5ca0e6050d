"""Lines of a head that are no prose: the outlet's name, authors, a date, a place.

某某网2025-03-02               Harbor Wire, Nov 22, 2024
浦江商报 2025年2月14日 星期五 第3版    From the Valley Dispatch, Thursday, September 26, 2024
原创 阿栗 模型茶馆 2025年03月17日 12:06 北京
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sources.chinese import CHARACTER, HAN
from sources.reading.metadata.labels import labels_in
from sources.reading.metadata.names import is_person
from sources.reading.metadata.outlets import outlet_called

LONGEST = 90
LINES = 9  # lines of the head among which mastheads are

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? "
DAY = re.compile(
    r"(?=[\dA-Z民])(?:"  # most places are passed over for this
    r"(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?[日号號]?"
    rf"|(?:{_WEEKDAY})?(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},?) (?:19|20)\d{{2}}"
    r"|\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}\b"
    r"|民[国國]\s?\d{2,3}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)"
)
_BESIDE = re.compile(
    r"(?=[\s\dA-Z(（星周週礼禮第上下凌晚北ap])(?:"
    r"T?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?(?:Z|[+-]\d{2}:?\d{2})?"
    r"(?:\s(?:GMT|UTC|[ECP][SD]?T|CEST|BST|HKT|JST|SGT|CST)\b)?"
    r"|[(（]?(?:星期|周|週|礼拜|禮拜)[一二三四五六日天][)）]?"
    r"|\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b,?"
    r"|第?\s?[A-Z]?\d{1,3}\s?版|(?:上午|下午|凌晨|晚上)\s?\d{1,2}[点點时時](?:\d{1,2}分)?"
    r"|\b(?:HKT|GMT|UTC)\b|北京时间|北京時間|\b(?:page|p\.) ?[A-Z]?\d{1,3}\b|\bat\b"
    r"|\b\d+ min(?:ute)?s? read\b)"
)
_OPENING = re.compile(
    r"^(?:[Ff]rom (?:the )?|[Ii]n (?:the )?|(?:[Pp]osted|[Pp]ublished)(?: (?:in|on|by))? "
    r"|原创\s|原創\s|首发\s|首發\s)"
)
_SENTENCE = re.compile("[。！？!?；;“”「」：#]")
_PROSE = re.compile(r"本文|[。！？!?；;“”「」：:]|\.\s[A-Z]|(?<=[a-z]{3}),\s[a-z]|https?://|#")
_BETWEEN = re.compile(r"\s*[|｜·•,，、—–/／]\s*|\s{2,}|\s-\s|\u3000|\s(?:and|&)\s")
_PLACE = re.compile(r"(?<=[a-z]) in [A-Z][\w ,.]{2,30}$")  # Jane Doe in Beijing
_BETWEEN_HAN = re.compile(
    rf"{_BETWEEN.pattern}|\s|(?<=[网網报報社道台])(?:编译|編譯|记者|記者|特派员|特派員)(?=[{HAN}]{{2,4}}(?:\s|$))"
)
_BY = re.compile(r"by\s", re.IGNORECASE)
_ENDS = " \t\u3000|｜·•,，、-–—()（）[]【】〔〕/■▲●◆▍"
_OUTLET_ENDS = re.compile(
    rf"(?:(?<=[{HAN}A-Za-z])(?:网|網|报|報|社|新闻|新聞|日报|晚报|周刊|週刊|杂志|雜誌|财经|財經"
    rf"|科技|时报|時報"
    r"|在线|在線|频道|頻道|观察|觀察|之家|电视台|電視台|資訊|资讯|头条|頭條|客户端|视点|评论|評論"
    r"|快讯|快訊|通讯|通訊|早报|早報|商报|商報)"
    r"|(?i:\b(?:News|Times|Post|Journal|Wire|Daily|Today|Weekly|Review|Blog|Magazine|Herald|Tribune"
    r"|Observer|Insider|Report|Press|Ledger|Dispatch|Gazette|Chronicle|Bulletin|Standard|Register"
    r"|Examiner|Globe|Telegraph|Beacon|Monitor|Watch|Digest|Courier|Sentinel|Mirror|Tech Daily))"
    r"|\.(?:com|cn|net|org|ai|io))$"
)


class Masthead(NamedTuple):
    """The names in a line of data."""

    line: str
    names: tuple[str, ...]
    before: tuple[str, ...]  # of these, those before the date
    dated: bool
    original: bool  # marked 原创, as WeChat does before the author's name

    @property
    def outlets(self) -> tuple[str, ...]:
        return tuple(name for name in self.names if is_outlet_like(name))

    @property
    def people(self) -> tuple[str, ...]:
        return tuple(name for name in self.names if is_person(name) and not outlet_called(name))


def mastheads(head: tuple[str, ...], title: str) -> Iterator[Masthead]:
    """The lines of data around the title, up to the prose."""
    for line in head[:LINES]:
        if len(line) > LONGEST + 30 or (len(line) > 40 and "。" in line):
            return
        found = masthead(line)
        if found and title not in line and line not in title:
            yield found


@lru_cache(maxsize=256)
def masthead(line: str) -> Masthead | None:
    """The names of a line that is no prose and has no label; None for any other line."""
    if len(line) > LONGEST or _SENTENCE.search(line):
        return None
    without_days, days = DAY.subn("|", line)
    if days > 1 or _BY.match(line) or labels_in(line):
        return None
    bare = _BESIDE.sub(" ", without_days)
    if _PROSE.search(bare):
        return None
    opening = _OPENING.match(bare)
    before, _day, after = bare[opening.end() if opening else 0 :].partition("|")
    names = _names(before) if days else _names(f"{before}|{after}")
    marked = bool(opening and opening[0][0] == "原")
    return Masthead(line, (*names, *_names(after)) if days else names, names, bool(days), marked)


def _names(words: str) -> tuple[str, ...]:
    between = _BETWEEN_HAN if CHARACTER.search(words) else _BETWEEN
    parts = (_PLACE.sub("", part.strip(_ENDS)) for part in between.split(words))
    return tuple(part for part in parts if part)


def is_outlet_like(name: str) -> bool:
    """A known outlet, or a name that ends as outlets' names do."""
    if outlet_called(name):
        return True
    return bool(_OUTLET_ENDS.search(name)) and len(name) <= 30
