"""The day of a dateline without a year: 某社7月28日电, LONDON, May 2 (Reuters) -."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from dates import PartialDate
from sources.reading.document import Basis
from sources.reading.metadata.page import Page

_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
_DATELINE = re.compile(
    r"^[（(【〔]?[^，。,（(]{0,24}?(?<!\d)(?P<month>1[0-2]|0?[1-9])\s?月\s?(?P<day>3[01]|[12]\d"
    r"|0?[1-9])\s?日"
    r"(?:[^，。,]{0,4}(?:消息|[电電讯訊]|报道|報道)|[，,]?[^，。,]{0,8}(?:获悉|獲悉))"
    r"|^[A-Z][^()\n]{0,40}?,? (?P<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
    r"|Dec)[a-z]{0,6}\.? (?P<number>\d{1,2})"
    r" (?:\([A-Z][\w .&]{1,38}\)|/\w+/)\s*[-–—]"
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|[Cc]opyright|版权|版權)\D{0,20}(?:20\d\d\s?[-–]\s?)?(20\d\d)")
_SAVED_WITHIN = timedelta(days=92)
_TELLS_OF = timedelta(days=31)  # what news tells with its year is seldom so recent by chance


class Told(NamedTuple):
    """The fields of a Fact."""

    value: PartialDate | None
    basis: Basis
    why: str


def day_of_dateline(page: Page, within: PartialDate | None) -> Told | None:
    """The day, when something tells its year: a day told or saved near it, a copyright."""
    for line in page.head[:6]:
        match = _DATELINE.match(line)
        if match:
            years = {year for year in _years(page, match, within) if _day(match, year)}
            if not years and within and within.earliest:
                years = set(_by_weekday(line, match, within.earliest.year))
            day = _day(match, years.pop()) if len(years) == 1 else None
            return Told(PartialDate.day(day), Basis.INFERRED, match[0]) if day else None
    return None


def day_of_dateline_near(page: Page, known: PartialDate) -> Told | None:
    """The day, where another one is only in the address or in the foot: that gives the year."""
    match = next(filter(None, map(_DATELINE.match, page.head[:6])), None)
    first, last = known.earliest, known.latest
    if match is None or first is None or last is None:
        return None
    days = (_day(match, year) for year in range(first.year - 1, last.year + 2))
    around = timedelta(0) if last - first > _TELLS_OF else _TELLS_OF  # a year is no day to be near
    near = [day for day in days if day and first - around <= day <= last + around]
    value = PartialDate.day(near[0]) if len(near) == 1 else None
    return Told(value, Basis.INFERRED, match[0]) if value else None


# /2025/04/ and /a/2025/: no day, so it was not taken for that of publication
_ADDRESS = re.compile(r"/(20[0-3]\d)(?:[/-]?(0[1-9]|1[0-2]))?(?=[/_-])")


def day_of_dateline_at(page: Page, address: str) -> Told | None:
    """The day, where the address has its year or month."""
    written = _ADDRESS.search(address)
    if written is None:
        return None
    return day_of_dateline_near(page, PartialDate.parse("-".join(filter(None, written.groups()))))


def _day(match: re.Match[str], year: int) -> date | None:
    month = int(match["month"] or 0) or _MONTHS.index(match["name"]) // 3 + 1
    try:
        return date(year, month, int(match["day"] or match["number"]))
    except ValueError:
        return None


def _years(page: Page, match: re.Match[str], within: PartialDate | None) -> Iterator[int]:
    """The years in which the day is shortly after what is told, or shortly before it was saved."""
    earliest, latest = (within.earliest, within.latest) if within else (None, None)
    for near in (earliest, latest):
        for year in (near.year, near.year + 1, near.year - 1) if near else ():
            day = _day(match, year)
            if day and near and _follows(day, earliest, latest, near):
                yield year
    if latest is None:
        yield from (int(m[1]) for line in page.foot + page.head if (m := _COPYRIGHT.search(line)))


_WEEKDAYS = re.compile(
    r"\b(?P<en>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:周|星期|週|禮拜|礼拜)(?P<zh>[一二三四五六日天])"
)
_ENGLISH_DAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
_NOT_OF_THE_WEEK = re.compile(r"(?:last|next|上|下) ?\Z")


def _by_weekday(line: str, match: re.Match[str], newest: int) -> list[int]:
    """The years, from the newest told of, in which its first weekday is that day or the last."""
    named = _WEEKDAYS.search(line, match.end())
    if named is None or _NOT_OF_THE_WEEK.search(line, 0, named.start()):
        return []
    en, zh = named["en"], named["zh"]
    number = _ENGLISH_DAYS.index(en) if en else min("一二三四五六日天".index(zh), 6)
    days = [(year, _day(match, year)) for year in (newest, newest + 1)]
    for earlier in (0, 1):
        fit = [y for y, day in days if day and (day.weekday() - number) % 7 == earlier]
        if fit:
            return fit
    return []


def _follows(day: date, earliest: date | None, latest: date | None, near: date) -> bool:
    if near == latest:
        return timedelta(0) <= latest - day <= _SAVED_WITHIN and (
            earliest is None or earliest <= day
        )
    precise = near.day != 1 or near.month != 1  # a bare year says little
    return precise and timedelta(0) <= day - near <= _TELLS_OF and (latest is None or day <= latest)
