"""Festivals and the days they fall on.

Days of the Chinese lunar calendar and the Qingming term, 1990–2050, stand in a table: Hong Kong
Observatory, Gregorian-Lunar Calendar Conversion Table (https://www.hko.gov.hk/en/gts/time/).
"""

from collections.abc import Callable
from datetime import date
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from dates.errors import ImpossibleDateError
from dates.phrases.calendar import shift_days, week_of

# year: Chinese New Year, dragon boats, Qixi, mid-autumn, double ninth, Qingming
_LUNAR = """
1990 0127 0528 0826 1003 1026 0405  1991 0215 0616 0816 0922 1016 0405
1992 0204 0605 0805 0911 1004 0404  1993 0123 0624 0824 0930 1023 0405
1994 0210 0613 0813 0920 1013 0405  1995 0131 0602 0802 0909 1101 0405
1996 0219 0620 0820 0927 1020 0404  1997 0207 0609 0809 0916 1010 0405
1998 0128 0530 0828 1005 1028 0405  1999 0216 0618 0817 0924 1017 0405
2000 0205 0606 0806 0912 1006 0404  2001 0124 0625 0825 1001 1025 0405
2002 0212 0615 0815 0921 1014 0405  2003 0201 0604 0804 0911 1004 0405
2004 0122 0622 0822 0928 1022 0404  2005 0209 0611 0811 0918 1011 0405
2006 0129 0531 0731 1006 1030 0405  2007 0218 0619 0819 0925 1019 0405
2008 0207 0608 0807 0914 1007 0404  2009 0126 0528 0826 1003 1026 0404
2010 0214 0616 0816 0922 1016 0405  2011 0203 0606 0806 0912 1005 0405
2012 0123 0623 0823 0930 1023 0404  2013 0210 0612 0813 0919 1013 0404
2014 0131 0602 0802 0908 1002 0405  2015 0219 0620 0820 0927 1021 0405
2016 0208 0609 0809 0915 1009 0404  2017 0128 0530 0828 1004 1028 0404
2018 0216 0618 0817 0924 1017 0405  2019 0205 0607 0807 0913 1007 0405
2020 0125 0625 0825 1001 1025 0404  2021 0212 0614 0814 0921 1014 0404
2022 0201 0603 0804 0910 1004 0405  2023 0122 0622 0822 0929 1023 0405
2024 0210 0610 0810 0917 1011 0404  2025 0129 0531 0829 1006 1029 0404
2026 0217 0619 0819 0925 1018 0405  2027 0206 0609 0808 0915 1008 0405
2028 0126 0528 0826 1003 1026 0404  2029 0213 0616 0816 0922 1016 0404
2030 0203 0605 0805 0912 1005 0405  2031 0123 0624 0824 1001 1024 0405
2032 0211 0612 0812 0919 1012 0404  2033 0131 0601 0801 0908 1001 0404
2034 0219 0620 0820 0927 1020 0405  2035 0208 0610 0810 0916 1009 0405
2036 0128 0530 0828 1004 1027 0404  2037 0215 0618 0817 0924 1017 0404
2038 0204 0607 0807 0913 1007 0405  2039 0124 0527 0826 1002 1026 0405
2040 0212 0614 0814 0920 1014 0404  2041 0201 0603 0803 0910 1003 0404
2042 0122 0622 0822 0928 1022 0404  2043 0210 0611 0811 0917 1011 0405
2044 0130 0531 0731 1005 1029 0404  2045 0217 0619 0819 0925 1018 0404
2046 0206 0608 0808 0915 1008 0404  2047 0126 0529 0827 1004 1027 0405
2048 0214 0615 0816 0922 1016 0404  2049 0202 0604 0805 0911 1005 0404
2050 0123 0623 0823 0930 1024 0404
"""

Fall = Callable[[int], date]  # the day in a year


@lru_cache(maxsize=1)
def _table() -> dict[int, list[date]]:
    words = _LUNAR.split()
    rows = (words[start : start + 7] for start in range(0, len(words), 7))
    return {
        int(year): [date(int(year), int(day[:2]), int(day[2:])) for day in days]
        for year, *days in rows
    }


def _lunar(column: int, after: int = 0) -> Fall:
    def fall(year: int) -> date:
        if year not in _table():
            raise ImpossibleDateError(f"No calendar here has the festivals of {year}.")
        return shift_days(_table()[year][column], after)

    return fall


def _fixed(month: int, day: int) -> Fall:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, number: int, after: int = 0) -> Fall:
    """The nth weekday of a month; the last one for -1."""

    def fall(year: int) -> date:
        if number < 0:
            last = shift_days(date(year + month // 12, month % 12 + 1, 1), -1)
            return shift_days(last, -((last.weekday() - weekday) % 7))
        first = date(year, month, 1)
        return shift_days(first, (weekday - first.weekday()) % 7 + 7 * (number - 1) + after)

    return fall


def _easter(after: int = 0) -> Fall:
    """Western Easter Sunday (the anonymous Gregorian algorithm: Nature, 20 April 1876)."""

    def fall(year: int) -> date:
        golden, (century, rest) = year % 19, divmod(year, 100)
        leaps, left = divmod(century, 4)
        shifted = (century - (century + 8) // 25 + 1) // 3
        moon = (19 * golden + century - leaps - shifted + 15) % 30
        sunday = (32 + 2 * left + 2 * (rest // 4) - moon - rest % 4) % 7
        late = (golden + 11 * moon + 22 * sunday) // 451
        month, day = divmod(moon + sunday - 7 * late + 114, 31)
        return shift_days(date(year, month, day + 1), after)

    return fall


class Festival(NamedTuple):
    """When it falls, and the first and last of its holidays, counted from that day."""

    fall: Fall
    chinese: str
    english: str = ""
    holidays: tuple[int, int] = (0, 2)


# names divided by |; in English with the article where it may have one
FESTIVALS = (
    Festival(_lunar(0), "春节|农历新年|农历春节|农历年|大年初一|正月初一|年初一",
             "lunar new year|chinese new year|spring festival|lunar new year's day", (-1, 6)),
    Festival(_lunar(0, -1), "除夕|除夕夜|大年三十|大年夜", "lunar new year's eve|chinese new year's eve"),
    Festival(_lunar(0, 14), "元宵节|元宵|正月十五", "lantern festival"),
    Festival(_lunar(1), "端午节|端午", "dragon boat festival"),
    Festival(_lunar(2), "七夕节|七夕", "qixi festival"),
    Festival(_lunar(3), "中秋节|中秋", "mid-autumn festival"),
    Festival(_lunar(4), "重阳节|重阳", "double ninth festival"),
    Festival(_lunar(5), "清明节|清明", "qingming festival|tomb sweeping day"),
    Festival(_fixed(1, 1), "元旦|元旦节", "new year's|new year's day"),
    Festival(_fixed(2, 14), "情人节", "valentine's day"),
    Festival(_fixed(3, 8), "妇女节|三八妇女节", "international women's day"),
    Festival(_fixed(3, 17), "", "st. patrick's day|st patrick's day"),
    Festival(_fixed(4, 1), "愚人节", "april fools' day|april fools day|april fool's day"),
    Festival(_fixed(4, 22), "世界地球日", "earth day"),
    Festival(_fixed(5, 1), "五一劳动节|五一国际劳动节|五一节|五一|劳动节", "may day", (0, 4)),
    Festival(_fixed(5, 4), "五四青年节"),
    Festival(_fixed(6, 1), "儿童节|六一儿童节"),
    Festival(_fixed(6, 18), "618", "", (-17, 0)),
    Festival(_fixed(6, 19), "", "juneteenth"),
    Festival(_fixed(7, 4), "美国独立日", "independence day", (0, 2)),
    Festival(_fixed(9, 10), "教师节"),
    Festival(_fixed(10, 1), "国庆节|国庆|十一国庆|十一", "china's national day", (0, 6)),
    Festival(_fixed(10, 10), "双十节|双十国庆"),
    Festival(_fixed(10, 31), "万圣节|万圣夜|万圣节前夜", "halloween"),
    Festival(_fixed(11, 11), "双十一|双11|光棍节", "singles' day|singles day|double 11", (-10, 0)),
    Festival(_fixed(11, 11), "", "veterans day"),
    Festival(_fixed(12, 12), "双十二|双12", "double 12", (-11, 0)),
    Festival(_fixed(12, 24), "平安夜|圣诞夜|圣诞前夜", "christmas eve"),
    Festival(_fixed(12, 25), "圣诞节|圣诞", "christmas|christmas day", (-1, 7)),
    Festival(_fixed(12, 26), "", "boxing day"),
    Festival(_fixed(12, 31), "跨年夜|新年前夜", "new year's eve"),
    Festival(_nth(1, 0, 3), "", "martin luther king jr. day|martin luther king day|mlk day", (-2, 0)),
    Festival(_nth(2, 0, 3), "总统日", "presidents' day|presidents day|president's day", (-2, 0)),
    Festival(_nth(5, 6, 2), "母亲节", "mother's day"),
    Festival(_nth(5, 0, -1), "阵亡将士纪念日", "memorial day", (-2, 0)),
    Festival(_nth(6, 6, 3), "父亲节", "father's day"),
    Festival(_nth(9, 0, 1), "美国劳工节|美国劳动节|劳工节", "labor day|labour day", (-2, 0)),
    Festival(_nth(10, 0, 2), "", "columbus day|indigenous peoples' day", (-2, 0)),
    Festival(_nth(11, 3, 4), "感恩节", "thanksgiving|thanksgiving day", (0, 3)),
    Festival(_nth(11, 3, 4, 1), "黑色星期五|黑五", "black friday", (0, 2)),
    Festival(_nth(11, 3, 4, 4), "网络星期一", "cyber monday"),
    Festival(_easter(), "复活节", "easter|easter sunday", (-2, 1)),
    Festival(_easter(1), "", "easter monday"),
    Festival(_easter(-2), "", "good friday", (0, 3)),
)  # fmt: skip


class Days(IntEnum):
    """Which of a festival's days are meant."""

    ITSELF, HOLIDAYS, WEEK, WEEKEND, EVES, SEASON = range(6)


_EVES, _SEASON = (-7, -1), (-31, 7)  # 春节前夕; the holiday season, around Christmas


class Feast(NamedTuple):
    """A festival by its place among FESTIVALS, which of its days, and how many days later."""

    number: int
    days: Days = Days.ITSELF
    later: int = 0


@lru_cache(maxsize=1024)
def bounds_of(feast: Feast, year: int) -> tuple[date, date]:
    """Its first and last day in a year.

    Raises ImpossibleDateError where the table ends.
    """
    festival = FESTIVALS[feast.number]
    day = shift_days(festival.fall(year), feast.later)
    if feast.days is Days.WEEK:
        monday = week_of(day)
        return monday, shift_days(monday, 6)
    if feast.days is Days.WEEKEND:
        return _weekend(day, festival.holidays)
    around = {Days.HOLIDAYS: festival.holidays, Days.EVES: _EVES, Days.SEASON: _SEASON}
    first, last = around.get(feast.days, (0, 0))
    return shift_days(day, first), shift_days(day, last)


_LONG = ((-2, 0), (0, 3), (-2, 1))  # Labor Day, Thanksgiving, Easter weekend


def _weekend(day: date, holidays: tuple[int, int]) -> tuple[date, date]:
    """The weekend nearest to a festival, with the festival where it lies right beside it."""
    if holidays in _LONG:
        return shift_days(day, holidays[0]), shift_days(day, holidays[1])
    saturday = shift_days(week_of(day), 5 if day.weekday() > 1 else -2)
    days = [saturday, shift_days(saturday, 1)]
    if -1 <= (day - saturday).days <= 2:
        days.append(day)
    return min(days), max(days)


def edtf_of(feast: Feast, year: int) -> str:
    """A day, or of holidays and eves the span that nobody draws exactly."""
    first, last = bounds_of(feast, year)
    if feast.days is Days.ITSELF:
        return str(first)
    mark = "" if feast.days in (Days.WEEK, Days.WEEKEND) else "~"
    return f"{first}{mark}/{last}{mark}"


def numbered(language: Callable[[Festival], str]) -> dict[str, int]:
    """Every name in a language and its festival's place."""
    return {
        name: number
        for number, festival in enumerate(FESTIVALS)
        for name in language(festival).split("|")
        if name
    }
