"""Amounts and percentages as a text prints them."""

import re
from collections.abc import Iterator

_SIGN = r"(?:US\$|HK\$|S\$|C\$|A\$|\$|￥|¥|€|£|RMB ?|CNY ?)"
_TENS = "(?:万亿|萬億|千亿|千億|百亿|百億|亿|億|千万|千萬|百万|百萬|万|萬)"
_MONIES = (
    "(?:美元|美金|元人民币|元人民幣|人民币|人民幣|欧元|歐元|日元|日圓|韩元|韓元|港元|港币"
    "|英镑|英鎊|新台币|新台幣|元|卢比)"
)
_LARGE = "(?:trillion|billion|million|bn|tn|mn)"
_CHINESE = rf"{_SIGN}?\s?\d[\d,.]*\s?{_TENS}?(?:多|余|餘)?\s?{_MONIES}"
_SIGNED = rf"{_SIGN}\s?\d[\d,.]*(?:\s?(?:{_LARGE}|[bmk]\b|{_TENS}))?"
# 数十亿美元, billions of dollars
_ROUGH = (
    "[数數上几幾近逾超千百十]{1,4}(?:万亿|萬億|亿|億|万|萬)(?:多|余|餘)?"
    rf"{_MONIES}|(?:tens of |hundreds of )?(?:trillions|billions|millions) of "
    "(?:dollars|euros|pounds|yuan)"
)
_WORDED = (
    rf"\d[\d,.]*\s?{_LARGE}\s(?:dollars|euros|pounds|yuan|won|yen|rupees|dirhams|riyals|francs)"
)
MONEY = re.compile(f"(?:{_SIGNED}|{_CHINESE}|{_WORDED}|{_ROUGH})", re.I)
PERCENT = re.compile(r"[-+]?\d[\d.,]*\s?(?:%|％|percent\b|per cent\b|个百分点)")
FIGURE = re.compile(
    r"\d|\b(?:one|two|half|double|billion|million|record)\b"
    r"|[一二两三四五六七八九十百千]+[亿万]|一半|翻倍|新高"
)
COUNT = re.compile(
    r"(\d[\d,.]*\s?(?:million|billion|trillion|thousand|万亿|萬億|亿|億|千万|千萬|百万|百萬|万|萬))"
    r"(?:\s(?:(?:monthly|weekly|daily|active|paying)\s)*(?:users|downloads|subscribers"
    r"|customers|developers))?",
    re.I,
)


# a sum beside these words says what a company is worth
_WORTH_BEFORE = re.compile(r"(?:估值[^，,。]{0,8}|valu\w+[^,.]{0,14}|worth |市值[^，,。]{0,6})\Z")
_WORTH_AFTER = re.compile(r"\s?(?:的?(?:投前|投后)?估值|(?:pre-|post-)?(?:money )?valuation)")
# a price is no sum
_EACH = re.compile(r"\s?(?:(?:a|per|each) (?:share|month|year|user|token)|a piece|/|每)")


# what every sum has, quickly found, and so many characters of it may stand before
_SUM = re.compile(r"[\d数上几近逾超千百十]|[tbm](?:(?<=t)r|(?<=[bm]))illions")
_BEFORE_SUM = len("hundreds of ")


def sums(folded: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Every amount of money."""
    first = _SUM.search(folded, start, end)
    if first is None:
        return iter(())
    return MONEY.finditer(folded, max(start, first.start() - _BEFORE_SUM), end)


def money_in(text: str, start: int, end: int) -> str:
    """The first amount of money that changes hands; empty when there is none."""
    for match in sums(text, start, end):
        before = text[max(start, match.start() - 20) : match.start()]
        after = _WORTH_AFTER.match(text, match.end()) or _EACH.match(text, match.end())
        if not after and not _WORTH_BEFORE.search(before):
            return match[0].strip()
    return ""


_AMOUNT = re.compile(
    r"([\d.,]+)\s?(万亿|千亿|百亿|亿|千万|百万|万)?\s?多?(美元|美金|元|人民币|欧元|港元|日元"
    r"|韩元|英镑)"
)
_FACTORS = {
    "万亿": 1e12,
    "千亿": 1e11,
    "百亿": 1e10,
    "亿": 1e8,
    "千万": 1e7,
    "百万": 1e6,
    "万": 1e4,
    None: 1.0,
}
_SIGNS = {
    "美元": "$",
    "美金": "$",
    "元": "RMB ",
    "人民币": "RMB ",
    "欧元": "€",
    "港元": "HK$",
    "日元": "¥",
    "韩元": "₩",
    "英镑": "£",
}


# 数十亿美元 and billions of dollars: as far apart as the words say, and no more
_ROUGHLY = {
    "数千亿美元": "hundreds of billions of dollars",
    "数百亿美元": "tens of billions of dollars",
    "数十亿美元": "billions of dollars",
    "数亿美元": "hundreds of millions of dollars",
    "数千万美元": "tens of millions of dollars",
    "数百万美元": "millions of dollars",
}
_ROUGHLY_IN_CHINESE = {english: chinese for chinese, english in _ROUGHLY.items()}
_COUNTED = re.compile(r"([\d.,]+)\s?(\D+)")


def english_count(count: str) -> str:
    """10亿 as 1 billion; what is already English stays."""
    match = _COUNTED.fullmatch(count)
    factor = _FACTORS.get(match[2]) if match else None
    return _in_words(match[1], factor) if match and factor else count


def chinese_count(count: str) -> str:
    """1 billion as 10亿; what is already Chinese stays."""
    match = _COUNTED.fullmatch(count)
    factor = _SIZES.get(match[2].lower()) if match else None
    return _in_characters(match[1], factor) if match and factor else count.replace(" ", "")


def _in_words(digits: str, factor: float) -> str:
    try:
        value = float(digits.replace(",", "")) * factor
    except ValueError:
        return digits
    for size, word in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if value >= size:
            return f"{value / size:,.4g}{word}"
    return f"{value:,.0f}"


def _in_characters(digits: str, factor: float) -> str:
    try:
        value = float(digits.replace(",", "")) * factor
    except ValueError:
        return digits
    for size, word in ((1e12, "万亿"), (1e8, "亿"), (1e4, "万")):
        if value >= size:
            return f"{value / size:.10g}{word}"
    return f"{value:.10g}"


def english_amount(amount: str) -> str:
    """400亿美元 as $40 billion; what is already English stays, its sign apart."""
    match = _AMOUNT.search(amount)
    if rough := _ROUGHLY.get(amount):
        return rough
    if match is None:
        return _SHORT_SIZE.sub(lambda size: f"{size[1]} {_LONG_SIZES[size[2].lower()]}", amount)
    return _SIGNS[match[3]] + _in_words(match[1], _FACTORS[match[2]])


_SHORT_SIZE = re.compile(r"(\d)\s?(bn|mn|tn|b|m)\b", re.I)
_LONG_SIZES = {"b": "billion", "bn": "billion", "m": "million", "mn": "million", "tn": "trillion"}
_ENGLISH_AMOUNT = re.compile(
    r"(us\$|hk\$|\$|€|£|¥|￥|rmb ?|cny ?)?\s?([\d.,]*\d)\s?(trillion|billion|million|tn|bn|mn"
    r"|m|b|k)?(?:\s(dollars|euros|pounds|yuan|won|yen))?",
    re.I,
)
_CURRENCIES = {
    "us$": "美元",
    "$": "美元",
    "hk$": "港元",
    "€": "欧元",
    "£": "英镑",
    "¥": "元",
    "￥": "元",
    "rmb": "元",
    "cny": "元",
    "dollars": "美元",
    "euros": "欧元",
    "pounds": "英镑",
    "yuan": "元",
    "won": "韩元",
    "yen": "日元",
}
_SIZES = {
    "trillion": 1e12,
    "tn": 1e12,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "million": 1e6,
    "mn": 1e6,
    "m": 1e6,
    "thousand": 1e3,
    "k": 1e3,
}


def chinese_amount(amount: str) -> str:
    """$6.6 billion as 66亿美元; what is already Chinese stays."""
    match = _ENGLISH_AMOUNT.fullmatch(amount.strip())
    if match is None:
        return _ROUGHLY_IN_CHINESE.get(amount, amount)
    currency = _CURRENCIES.get((match[1] or match[4] or "").strip().lower(), "")
    return _in_characters(match[2], _SIZES.get((match[3] or "").lower(), 1.0)) + currency
