"""Lines of a head that hold a date and little else: the outlet's name, authors, a place.

某某网2025-03-02               Harbor Wire, Nov 22, 2024
浦江商报 2025年2月14日 星期五 第3版    From the Valley Dispatch, Thursday, September 26, 2024
原创 阿栗 模型茶馆 2025年03月17日 12:06 北京
"""

import re
from typing import NamedTuple

from sources.chinese import HAN

LONGEST = 90

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
DAY = re.compile(
    r"(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?[日号號]?"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d{{2}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? (?:19|20)\d{{2}}"
    r"|民[国國]\s?\d{2,3}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日"
)
_BESIDE = re.compile(
    r"T?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?(?:Z|[+-]\d{2}:?\d{2})?(?:\s(?:GMT|UTC|E[SD]T|P[SD]T|CE?S?T))?"
    r"|[(（]?(?:星期|周|週|礼拜|禮拜)[一二三四五六日天][)）]?|\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b,?"
    r"|第?\s?[A-Z]?\d{1,3}\s?版|[A-Z]?\d{1,2}版|(?:上午|下午|凌晨|晚上)\s?\d{1,2}[点點时時](?:\d{1,2}分)?|北京时间|北京時間"
    r"|\b(?:page|p\.) ?[A-Z]?\d{1,3}\b"
)  # fmt: skip
_OPENING = re.compile(
    r"^(?:[Ff]rom (?:the )?|[Ii]n (?:the )?|(?:[Pp]osted|[Pp]ublished) (?:in|on|by) |原创\s|原創\s|首发[:：\s])"
)
_PROSE = re.compile(r"[。！？!?；;“”「」]|\.\s[A-Z]|(?<=[a-z]{3}),\s[a-z]")
_ENDS = " \t\u3000|｜·•,，、-–—:：()（）[]【】/"


class Masthead(NamedTuple):
    before: str  # what stands before the date, and what after it
    after: str
    day: str
    original: bool  # marked 原创, as WeChat does before the author's name


def masthead(line: str) -> Masthead | None:
    """The parts of a line that is no prose and has one date; None for any other line."""
    day = DAY.search(line) if len(line) <= LONGEST else None
    if day is None or _PROSE.search(line) or DAY.search(line, day.end()):
        return None
    opening = _OPENING.match(line)
    before = line[opening.end() if opening else 0 : day.start()]
    return Masthead(
        before=_BESIDE.sub(" ", before).strip(_ENDS),
        after=_BESIDE.sub(" ", line[day.end() :]).strip(_ENDS),
        day=day[0],
        original=bool(opening and opening[0][0] == "原"),
    )


def account(words: str) -> tuple[str, str]:
    """Author and account of a WeChat line, 阿栗 模型茶馆: the last word is the account."""
    author, _space, name = words.rpartition(" ")
    return (author.strip(), name) if re.search(f"[{HAN}]", words) else ("", words)
