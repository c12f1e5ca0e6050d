"""The day an article was written, from its own weekdays and days, where they leave one."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from dates import PartialDate

_WEEKDAYS = {
    "一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6,
    "Monday": 0, "Tuesday": 1, "Wednesday": 2, "Thursday": 3, "Friday": 4, "Saturday": 5,
    "Sunday": 6,
}  # fmt: skip
_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
# what must not stand before is asked after the first character, so that a class is first
_HAN_WEEKDAY = re.compile(
    r"[周週星礼禮](?<![上下本这這每隔].)(?:(?<=[周週])|(?<=星)期|(?<=[礼禮])拜)"
    r"(?P<name>[一二三四五六日天])(?!刊)"
)
_LATIN_WEEKDAY = re.compile(
    r"(?P<name>[MTWFS](?<!\w.)(?<!last .)(?<!next .)(?<!every .)(?<!each .)"
    r"(?:onday|uesday|ednesday|hursday|riday|aturday|unday))\b(?!s)"
)
_DAY = re.compile(
    r"(?=[\dJFMASOND])(?:(?:(?P<year>20\d{2})\s?年\s?)?(?P<month>1[0-2]|0?[1-9])\s?月\s?(?P<day>3[01]|[12]\d"
    r"|0?[1-9])\s?[日号號]"
    r"|(?P<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? (?P<d>3[01]"
    r"|[12]\d|[1-9])(?:st|nd|rd|th)?\b(?:,? (?P<y>20\d{2}))?(?!\d))"
)
_YEAR = re.compile(r"(20[0-3]\d)(?<![\d.$¥€].{4})(?![\d%亿億万萬元]|[.,]\d)")
_AHEAD = re.compile(
    r"将|將|预计|預計|计划|計劃|有望|拟在|即将|will\b|is (?:due|set|expected)|plans? to"
    r"|scheduled|to report|later this week",
    re.I,
)
_PARTED = re.compile(r"[。！？!?\n；;，,]|\.\s")


class Anchor(NamedTuple):
    day: date
    why: str


class _Told(NamedTuple):
    """A weekday as told in prose, with the words around it."""

    weekday: int
    ahead: bool
    text: str


def anchored(body: str, within: PartialDate | None) -> Anchor | None:
    """The one day of writing that fits every weekday and day told; None unless it is one.

    News calls the days of its own week by weekday and older ones by date. So the day of
    writing is in the week after the newest day told as past, not before the last weekday
    told as past and not after the first told as ahead.
    """
    weekdays = _weekdays(body)
    if len({told.ahead for told in weekdays}) < 2:
        return None  # told all as past or all as ahead, they leave several days
    newest = _newest_day(body, within)
    if newest is None:
        return None
    fitting = [
        day
        for day in (newest + timedelta(days) for days in range(8))
        if _fits(day, weekdays) and _is_within(day, within)
    ]
    if len(fitting) != 1:
        return None
    told = ", ".join(dict.fromkeys(w.text for w in weekdays))
    return Anchor(fitting[0], f"{told}; {newest}")


def _is_within(day: date, within: PartialDate | None) -> bool:
    latest = within.latest if within else None
    return latest is None or day <= latest


def _weekdays(body: str) -> list[_Told]:
    told = []
    found = [*_HAN_WEEKDAY.finditer(body), *_LATIN_WEEKDAY.finditer(body)]
    for match in sorted(found, key=re.Match.start):
        ahead = bool(_AHEAD.search(_clause_around(body, match)))
        told.append(_Told(_WEEKDAYS[match["name"]], ahead, match[0]))
    return told


def _clause_around(body: str, match: re.Match[str]) -> str:
    before = _PARTED.split(body[max(0, match.start() - 24) : match.start()])[-1]
    after = _PARTED.split(body[match.end() : match.end() + 8])[0]
    return before + after


def _fits(day: date, weekdays: list[_Told]) -> bool:
    """Past weekdays lie in the week up to the day, those ahead in the rest of it."""
    past = [told.weekday for told in weekdays if not told.ahead]
    ahead = [told.weekday for told in weekdays if told.ahead]
    return max(past) <= day.weekday() < min(ahead)


def _newest_day(body: str, within: PartialDate | None) -> date | None:
    """The newest day told as past, in the newest year told."""
    years = sorted({int(year) for year in _YEAR.findall(body)})
    days = []
    for match in _DAY.finditer(body):
        month = int(match["month"] or 0) or _MONTHS.index(match["name"]) // 3 + 1
        number = int(match["day"] or match["d"])
        year = int(match["year"] or match["y"] or 0) or (years[-1] if years else 0)
        if (
            year
            and not _AHEAD.search(_clause_around(body, match))
            and number <= monthrange(year, month)[1]
        ):
            days.append(date(year, month, number))
    return max(days, default=None)
