"""Amounts and percentages as a text prints them."""

import re

_CHINESE = r"(?:[约近超逾达高达]{0,2}\s?)?(?:US\$|HK\$|\$|￥|¥|€|£)?\s?\d[\d,.]*\s?(?:万亿|萬億|千亿|千億|百亿|百億|亿|億|千万|千萬|百万|百萬|万|萬)?(?:多|余|餘)?\s?(?:美元|美金|元人民币|元人民幣|人民币|人民幣|欧元|歐元|日元|日圓|韩元|韓元|港元|港币|英镑|英鎊|新台币|新台幣|元|卢比)"
_SIGNED = r"(?:US\$|HK\$|S\$|C\$|A\$|\$|￥|¥|€|£|RMB ?|CNY ?)\s?\d[\d,.]*(?:\s?(?:trillion|billion|million|bn|tn|mn|[bmk]\b|万亿|萬億|亿|億|万|萬))?"
_WORDED = r"\d[\d,.]*\s?(?:trillion|billion|million|bn|tn)\s(?:dollars|euros|pounds|yuan|won|yen|rupees|dirhams|riyals|francs)"
MONEY = re.compile(f"(?:{_SIGNED}|{_CHINESE}|{_WORDED})", re.I)
PERCENT = re.compile(r"[-+]?\d[\d.,]*\s?(?:%|％|percent\b|per cent\b|个百分点)")
FIGURE = re.compile(r"\d")
COUNT = re.compile(
    r"\d[\d,.]*\s?(?:million|billion|trillion|thousand|万亿|萬億|亿|億|千万|千萬|百万|百萬|万|萬)(?:\s(?:(?:monthly|weekly|daily|active|paying)\s)*(?:users|downloads|subscribers|customers|developers))?",
    re.I,
)


def money_in(text: str, start: int, end: int) -> str:
    """The first amount of money, trimmed; empty when there is none."""
    match = MONEY.search(text, start, end)
    return match[0].strip() if match else ""
