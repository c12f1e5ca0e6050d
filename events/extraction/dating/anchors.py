"""Dates told by another date of the text: on the same day, the day before, five days later.

`dates` reads a phrase in its sentence; these count from what was told sentences before.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dates import DateMatch, PartialDate, Precision

# a story's thread is lost after so many characters
_REACH, _SHORT_REACH = 320, 120
_DATES_BACK = 12
_MONTH = 31  # days
_CHINESE_NUMBERS = {
    "一": 1,
    "两": 2,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "数": 4,
    "几": 4,
}
_ENGLISH_NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    **dict.fromkeys(("a few", "a couple of", "several", "some"), 6),
}
_VAGUE = frozenset(("a few", "a couple of", "several", "some"))
_UNITS = {
    "天": 1,
    "日": 1,
    "周": 7,
    "星期": 7,
    "个月": 30,
    "月": 30,
    "day": 1,
    "week": 7,
    "month": 30,
    "year": 365,
}

_CHINESE = re.compile(
    r"(?P<office>(?:就职|就任|上任)(?:当天|当日|首日|第一天))"
    r"|(?P<same>同一天|同日|当天|当日|当晚|同一日)"
    r"|(?P<hours>(?:几个?|数|[一两三四五六七八九十]个?半?)小时(?:之|以)?后"
    r"|(?<=[。！？!?\n])(?:上午|中午|下午|傍晚|晚间|晚上|深夜|夜里)(?=[,，]))"
    r"|(?P<then>彼时|那时|那一年)"
    r"|(?P<before>(?:在?此前|之前)(?P<n1>[一两二三四五六七八九十]|\d{1,2})?(?P<u1>天|日|周)"
    r"|前一天|前一日)"
    r"|(?P<after>(?P<n2>[一两二三四五六七八九十]|\d{1,2})(?P<u2>天|日|周|星期|个月)(?:之|以)?后)"
)
_ENGLISH = re.compile(
    r"\b(?:(?P<office>(?:first|1st) day (?:back )?in office|inauguration day)"
    r"|(?P<same>(?:on |earlier |later )?(?:the |that )same day|that day)"
    r"|(?P<hours>(?:a few |several |some |two |three )?hours later|(?:later )?that (?:morning"
    r"|afternoon|evening|night))"
    r"|(?P<then>back then|in those days)"
    r"|(?P<before>the day before|a day earlier)"
    r"|(?P<after>(?P<n2>a few|a couple of|several|some|a|an|one|two|three|four|five|six|seven"
    r"|eight|nine|ten"
    r"|\d{1,2}) (?P<u2>day|week|month|year)s? (?:later|afterwards))"
    r"|(?P<since>(?P<n3>a|an|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|\d{1,2}) (?P<u3>day|week|month|year)s? after)(?= (?!the launch|that)\w))"
)
# a word of each of these phrases, quickly found, and how far the phrase may reach around it
_CHINESE_HINT = re.compile(
    r"小时|上午[,，]|中午[,，]|下午[,，]|傍晚|晚间[,，]|晚上[,，]|深夜|夜里"
    r"|同[一日]|当[天日晚]|此前|之前|前一|后(?<=[天日周期月之以]后)|彼时|那时|那一年|任首日|任第一"
)
# no such expression runs through English as fast as plain words are found
_ENGLISH_HINTS = (
    "that morn", "that after", "that even", "that nigh", "same day", "that day", "day before",
    "day earlier", "later", "after", "in office", "inaug", "back then", "those days",
)  # fmt: skip
_REACH_BEFORE, _REACH_BEHIND = 24, 24
_AHEAD = re.compile(r"将|会(?![议。，])|预计|计划|will|expect|plan|within")


def anchored(
    matches: Sequence[DateMatch], folded: str, text: str, chinese: bool, published: date | None
) -> list[DateMatch]:
    """The matches, with those told by another date read from that one."""
    found = list(matches)
    for place in _places(folded, chinese):
        at = bisect_left(found, place.start(), key=lambda match: match.end)
        value = _value(place, found[max(0, at - _DATES_BACK) : at + 1], folded, published)
        if value is None:
            continue
        start, end = place.span()
        last = at
        while last < len(found) and found[last].start < end:
            last += 1
        first = at + 1 if at < last and found[at].end <= start else at
        found[first:last] = [DateMatch(start, end, text[start:end], value, "anchored")]
    return found


def _places(folded: str, chinese: bool) -> Iterator[re.Match[str]]:
    phrases = _CHINESE if chinese else _ENGLISH
    done = 0
    for start, end in _chinese_hints(folded) if chinese else _english_hints(folded):
        place = phrases.search(folded, max(done, start - _REACH_BEFORE), end + _REACH_BEHIND)
        if place:
            done = place.end()
            yield place


def _chinese_hints(folded: str) -> Iterator[tuple[int, int]]:
    return map(re.Match.span, _CHINESE_HINT.finditer(folded))


def _english_hints(folded: str) -> list[tuple[int, int]]:
    found = []
    for word in _ENGLISH_HINTS:
        at = folded.find(word)
        while at >= 0:
            end = at + len(word)
            found.append((at, end))
            at = folded.find(word, end)
    return sorted(found)


def _value(
    place: re.Match[str], before: Sequence[DateMatch], folded: str, published: date | None
) -> PartialDate | None:
    if place["office"]:
        return _took_office(place, folded, published)
    if place["same"] and _OF_DEED.search(folded, max(0, place.start() - 4), place.start()):
        return None
    reach = _SHORT_REACH if place["hours"] else _REACH
    told = [match for match in before if -reach <= match.end - place.start() <= 0]
    past = [m.value for m in told if m.value.earliest and _is_past(m.value.earliest, published)]
    if place["then"]:
        return past[-1] if past else None
    days = [value.earliest for value in past if value.precision is Precision.DAY]
    if _told_ahead(place, folded):
        return None
    if not days or days[-1] is None:
        return _months_on(place, past[-1]) if past and place["after"] else None
    return _counted(place, days[-1])


def _months_on(place: re.Match[str], month: PartialDate) -> PartialDate | None:
    """In May, and six weeks later: between that of its first day and that of its last."""
    first, last = month.earliest, month.latest
    if first is None or last is None or (last - first).days > _MONTH:
        return None
    by = timedelta(_number(place["n2"]) * _UNITS[place["u2"]])
    since = last if place["n2"] in _VAGUE else first + by
    return PartialDate.between(since, last + by, approximate=True)


def _is_past(day: date, published: date | None) -> bool:
    return not published or day <= published


# 上市当天: the day of that, which no other date gives
_OF_DEED = re.compile(r"(?:上市|挂牌|发布|开幕|开售|上线|开源)\Z")
# American presidents take office on 20 January
_PRESIDENTS = (
    ("特朗普", (2025, 2017)),
    ("川普", (2025, 2017)),
    ("trump", (2025, 2017)),
    ("拜登", (2021,)),
    ("biden", (2021,)),
)
_BESIDE = 48


def _took_office(place: re.Match[str], folded: str, published: date | None) -> PartialDate | None:
    """The day the president named before it, else soon after, took office."""
    start, end = place.span()
    for words in (folded[max(0, start - _BESIDE) : start], folded[end : end + _BESIDE]):
        named = [(words.rfind(name), years) for name, years in _PRESIDENTS if name in words]
        for year in max(named)[1] if named else ():
            if _is_past(date(year, 1, 20), published):
                return PartialDate.day(date(year, 1, 20))
    return None


def _told_ahead(place: re.Match[str], folded: str) -> bool:
    if place.lastgroup == "same" or place["same"]:
        return False
    before = 3 if place["hours"] else 8
    return bool(_AHEAD.search(folded, max(0, place.start() - before), place.end() + 8))


def _counted(place: re.Match[str], anchor: date) -> PartialDate:
    if place["same"] or place["hours"]:
        return PartialDate.day(anchor)
    groups = place.groupdict()
    if groups["before"]:
        count = _number(groups.get("n1") or "1") * _UNITS[groups.get("u1") or "天"]
        return _shifted(anchor, -count)
    if groups["after"]:
        by = _number(groups["n2"]) * _UNITS[groups["u2"]]
        return _soon(anchor, by) if groups["n2"] in _VAGUE else _shifted(anchor, by)
    unit = groups["u3"]
    day = anchor - timedelta(days=_number(groups["n3"]) * _UNITS[unit])
    if unit in ("month", "year"):
        return PartialDate.parse(f"{day:%Y-%m}" if unit == "month" else f"{day:%Y}")
    return PartialDate.day(day)


def _shifted(anchor: date, days: int) -> PartialDate:
    return PartialDate.day(anchor + timedelta(days=days))


def _soon(anchor: date, days: int) -> PartialDate:
    """A few months later: within so many days of it."""
    return PartialDate.between(anchor, anchor + timedelta(days=days), approximate=True)


def _number(word: str) -> int:
    return _CHINESE_NUMBERS.get(word) or _ENGLISH_NUMBERS.get(word) or int(word)


_SOME = ("某个", "一个", "是个", "每个")
_BEFORE_WHAT = ("前一周", "前一个月", "前一年", "前两周", "前两个月", "前一天", "前一日")
_NOT_IT = "在于从自是就了的，。；、：！？此"


def is_loose_end(match: DateMatch, folded: str) -> bool:
    """某个周三, 被解雇前一周: which one nobody says, or so long before what stands before it."""
    if match.rule == "weekday":
        return folded.endswith(_SOME, 0, match.start)
    if match.rule == "anchored" or not match.text.startswith(_BEFORE_WHAT):
        return False
    before = folded[max(0, match.start - 1) : match.start]
    return before.isalpha() and before not in _NOT_IT
