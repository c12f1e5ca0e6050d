"""What a rule makes of the words it matched. Shared by all languages.

The group names of a pattern say what its words are: y, yy, roc, yr (year: four digits, two,
Minguo, relative), m, mr (month), d, dr (day), w, wr (week and weekday), q, qr, h, s (quarter,
half, season), t, yt (third of a month or other period, of a year), n, n2, half, u (count, unit).
"""

import re
from datetime import date

from dates.errors import ImpossibleDateError
from dates.partial import PartialDate, Precision
from dates.phrases.calendar import (
    VAGUE,
    iso_week,
    month_of,
    quarter_of,
    shift,
    shift_days,
    size,
    week_of,
)
from dates.phrases.grammar import Match, Scene
from dates.phrases.numbers import Count, count
from dates.phrases.term import LATE, Direction, Term, between, fixed, settle

RECENT_DAYS = 14
SHORT_YEAR_REACH = 12
FIRST_BARE_YEAR, LAST_BARE_YEAR = 1950, 2040


def day_term(day: date) -> Term:
    return Term(day.year, day.month, day.day)


def week_term(monday: date) -> Term:
    return between(monday, shift_days(monday, 6))


def year_of(m: Match, s: Scene) -> int:
    """The year the groups give, else the one inherited from the words before, else 0."""
    if y := m.number("y"):
        return y
    if yy := m.get("yy"):
        short = s.words.number(yy)
        return short + (2000 if short < 50 else 1900)
    if roc := m.number("roc"):
        return 1911 + roc
    if m.get("yr"):
        return s.base.year + m.word("yr")
    if m.get("ya"):
        return anchor(s).year + m.word("ya")
    return m.parent.year if m.parent else 0


def anchor(s: Scene) -> date:
    """The day words like 次日 count from: the date named before, alone the base."""
    previous = s.previous
    day = previous and (previous.latest or previous.earliest)
    if day:
        return day
    if s.alone:
        return s.base
    raise ImpossibleDateError("No date stands before this one.")


def _part(m: Match) -> int:
    if m.get("m"):
        return m.word("m")
    for group, code in (("q", 32), ("h", 39), ("s", 0), ("yt", 37)):
        if m.get(group):
            return code + m.word(group)
    return m.parent.part if m.parent else 0


def point(m: Match, s: Scene) -> Term | None:
    """Whatever of year, month, group, day and third the groups name."""
    parent = m.parent or Term()
    return Term(
        year_of(m, s),
        _part(m),
        m.number("d"),
        m.word("t", -1),
        decade=parent.decade,
        qualifier="~" if m.has("fy") else parent.qualifier,
        nearest=m.has("report"),
    )


def decade(m: Match, s: Scene) -> Term | None:
    """2010年代, 上世纪90年代, the late 1990s."""
    century = 100 * (m.word("century") - 1) if m.get("century") else 0
    start = m.number("y") or century + m.number("decade")
    if start < 100:
        start += 1900 if start >= 30 else 2000
    return Term(start - start % 10, third=m.word("t", -1), decade=True)


def relative_month(m: Match, s: Scene) -> Term | None:
    """本月, 上个月, next month; 当月, 次月 after another date."""
    day = anchor(s) if m.get("ma") else s.base
    first = month_of(day, m.word("ma") if m.get("ma") else m.word("mr"))
    return Term(first.year, first.month, m.number("d"), m.word("t", -1))


def relative_quarter(m: Match, s: Scene) -> Term | None:
    """上季度, last quarter."""
    year, quarter = quarter_of(s.base, m.word("qr"))
    return Term(year, 32 + quarter, third=m.word("t", -1))


def relative_half(m: Match, s: Scene) -> Term | None:
    """上个半年: the half of the year before this one."""
    halves = 2 * s.base.year + (s.base.month > 6) + m.word("hr")
    return Term(halves // 2, 40 + halves % 2)


def relative_week(m: Match, s: Scene) -> Term | None:
    """上周, next week; with a weekday, that day; 周末, that Saturday and Sunday."""
    weeks = m.word("wr") if m.get("wr") else m.word("wa")
    monday = week_of(anchor(s) if m.get("wa") else s.base, weeks)
    if m.get("w"):
        return day_term(shift_days(monday, m.word("w")))
    if m.get("weekend"):
        return between(shift_days(monday, 5), shift_days(monday, 6))
    if m.get("t"):
        first, last = ((0, 2), (2, 3), (3, 6))[m.word("t")]
        return between(shift_days(monday, first), shift_days(monday, last), "~", "~")
    return week_term(monday)


def weekend(m: Match, s: Scene) -> Term | None:
    """A bare weekend: the last one, or the next when the sentence looks ahead."""
    ahead = s.direction(m.start, m.end) is Direction.FUTURE
    saturday = shift_days(week_of(s.base), 5)
    if not ahead and saturday > s.base:
        saturday = shift_days(saturday, -7)
    return between(saturday, shift_days(saturday, 1))


def weekday(m: Match, s: Scene) -> Term | None:
    """周三: its week follows from the sentence."""
    return Term(weekday=m.word("w"))


def coming_weekday(m: Match, s: Scene) -> Term | None:
    """This coming Friday (1), this past Friday (-1): never the base day."""
    direction = m.word("coming")
    days = (m.word("w") - s.base.weekday()) * direction % 7 or 7
    return day_term(shift_days(s.base, days * direction))


def day_word(m: Match, s: Scene) -> Term | None:
    """今天, 昨晚, the day before yesterday."""
    return day_term(shift_days(s.base, m.word("dr")))


def near_day(m: Match, s: Scene) -> Term | None:
    """次日, the following day: counted from the date named before."""
    return day_term(shift_days(anchor(s), m.word("da")))


def near_year(m: Match, s: Scene) -> Term | None:
    """同年, 次年, the following year."""
    return Term(anchor(s).year + m.word("ya"))


def _counts(m: Match) -> tuple[Count, Count]:
    """The smaller and the larger count: 12 to 18 months, 两三年, 一年半."""
    text = m.get("n")
    if len(text) == 2 and text[0] in "一二两兩三四五六七八" and text[1] in "二三四五六七八九":
        return count(text[0]), count(text[1])
    half = 0.5 if m.get("half") or m.get("half2") else 0.0
    low = count(text) if text or m.get("u").endswith("s") else Count(1)
    if m.get("n2") in ("", None) and m.get("u").startswith("fortnight"):
        low = Count(low.number * 2)
    low = Count(low.number + half, low.vague)
    return low, count(m.get("n2")) if m.get("n2") else low


def offset(day: date, number: float, unit: str) -> Term:
    """Convention 8: a day, the ISO week, the calendar month, quarter or year holding it."""
    moved = shift(day, number, unit)
    whole = number % 1 == 0
    if unit == "week" and whole:
        return week_term(week_of(moved))
    if unit == "quarter":
        year, quarter = quarter_of(moved)
        return Term(year, 32 + quarter)
    if unit in ("year", "decade"):
        return Term(moved.year) if whole else Term(moved.year, moved.month)
    if unit == "month" and (whole or abs(number) > 1):
        return Term(moved.year, moved.month)
    return day_term(moved)


def _moved(m: Match, start: date, sign: int) -> Term:
    low, high = _counts(m)
    unit = m.unit()
    if low.vague or (sign > 0 and high != low):
        return _window(start, sign * size(high, unit), unit, high.vague)
    near = offset(start, sign * low.number, unit)
    if high == low:
        return near
    far = offset(start, sign * high.number, unit)
    return fixed(f"{far.to_value().earliest}/{near.to_value().latest}")


def ago(m: Match, s: Scene) -> Term | None:
    """三天前, two weeks ago."""
    return _moved(m, s.base, -1)


def ahead(m: Match, s: Scene) -> Term | None:
    """三年后, in two months; 3天后 after a day gone by in the same sentence counts from it."""
    return _moved(m, _told_day(m, s) or s.base, 1)


def _told_day(m: Match, s: Scene) -> date | None:
    """The day a story told in the past has reached: 5月1日发布，3天后下架."""
    told = s.previous and s.previous.precision is Precision.DAY and s.previous.latest
    if not told or s.day is None or told >= s.day or m.unit() not in ("day", "week"):
        return None
    gap = s.text[s.previous_end : m.start]
    if len(gap) > 40 or any(mark in gap for mark in "。！？\n") or ". " in gap:
        return None
    return None if s.direction(m.start, m.end) is Direction.FUTURE else told


def after_that(m: Match, s: Scene) -> Term | None:
    """Three days later: counted from the date named before, else from the base day."""
    start = s.base if s.previous is None else anchor(s)
    return _moved(m, start, m.word("later", 1))


def _window(start: date, number: float, unit: str, vague: bool) -> Term:
    """Convention 9: from the base day to that many units away, both included."""
    far, mark = shift(start, number, unit), "~" if vague else ""
    return between(start, far, "", mark) if number > 0 else between(far, start, mark)


def window_ahead(m: Match, s: Scene) -> Term | None:
    """未来三年, 两周内, within the next 12 to 18 months: the larger number counts."""
    high = _counts(m)[1]
    return _window(s.base, size(high, m.unit()), m.unit(), high.vague)


def window_back(m: Match, s: Scene) -> Term | None:
    """过去一年, 近三个月, the past two weeks."""
    high = _counts(m)[1]
    return _window(s.base, -size(high, m.unit()), m.unit(), high.vague)


def recent(m: Match, s: Scene) -> Term | None:
    """近日, recently: the fourteen days to the base day; ahead of it in 近日将."""
    if m.has("soon"):
        return between(s.base, shift_days(s.base, RECENT_DAYS), "", "~")
    return between(shift_days(s.base, -RECENT_DAYS), s.base, "~")


def _period(m: Match, s: Scene) -> PartialDate:
    """The year, month, week or quarter a phrase like “later this year” speaks of."""
    if m.parent:
        return _known(m.parent, s, m).to_value()
    if m.get("y"):
        return PartialDate.parse(str(m.number("y")))
    unit, number = m.unit(), m.word("yr")
    if unit == "week":
        return week_term(week_of(s.base, number)).to_value()
    if unit == "month":
        first = month_of(s.base, number)
        return PartialDate.parse(f"{first:%Y-%m}")
    if unit == "quarter":
        year, quarter = quarter_of(s.base, number)
        return PartialDate.parse(f"{year}-{32 + quarter}")
    if unit == "decade":
        return Term(s.base.year - s.base.year % 10, decade=True).to_value()
    return PartialDate.parse(f"{s.base.year + number}")


def _holds(period: PartialDate, base: date) -> bool:
    return bool(period.earliest and period.latest and period.earliest <= base <= period.latest)


def whole_period(m: Match, s: Scene) -> Term | None:
    """This decade."""
    return Term(value=_period(m, s))


def so_far(m: Match, s: Scene) -> Term | None:
    """今年以来, year to date, earlier this month: its first day to the base day."""
    period = _period(m, s)
    if not _holds(period, s.base):
        return _since(period)
    return fixed(f"{period.earliest}/{s.base}")


def _since(period: PartialDate) -> Term:
    return fixed(f"{period.earliest}/..")


def earlier(m: Match, s: Scene) -> Term | None:
    """Earlier this month; in another period, its first third."""
    return _side(m, s, 0)


def later(m: Match, s: Scene) -> Term | None:
    """今年晚些时候, later this year: base day to its end; elsewhere, its last third."""
    return _side(m, s, LATE)


def _side(m: Match, s: Scene, third: int) -> Term:
    period = _period(m, s)
    if s.day and _holds(period, s.day):
        ends = (s.day, period.latest) if third == LATE else (period.earliest, s.day)
        return fixed(f"{ends[0]}/{ends[1]}")
    return thirds_of(period, third)


def thirds_of(period: PartialDate, third: int) -> Term:
    """Early, middle or late in a period that is a year, group, month or week."""
    text = period.edtf
    if "/" in text:
        return Term(value=period)
    year, _, part = text.rstrip("~").partition("-")
    if year.endswith("X"):
        return Term(int(year[:-1] + "0"), third=third, decade=True)
    return Term(int(year), int(part[:2] or 0) if part else 0, third=third)


def within(m: Match, s: Scene) -> Term | None:
    """年内, 本月内: the base day to the end of the period that holds it."""
    period = _period(m, s)
    if s.day and _holds(period, s.day):
        return fixed(f"{s.day}/{period.latest}")
    return Term(value=period)


def period_end(m: Match, s: Scene) -> Term | None:
    """The end of the year, the beginning of next month: a third of the period."""
    if m.unit() == "week":
        monday = week_of(s.base, m.word("yr"))
        first, last = ((0, 2), (2, 3), (3, 6))[m.word("t")]
        return between(shift_days(monday, first), shift_days(monday, last), "~", "~")
    return thirds_of(_period(m, s), m.word("t"))


def first_units(m: Match, s: Scene) -> Term | None:
    """2025年前三个月, 本月最后五天, the first two weeks of May: a stretch of the period."""
    period, number = _of_period(m, s), int(size(_counts(m)[1], m.unit()))
    if period.earliest is None or period.latest is None or number < 1:
        return None
    edge, unit = m.word("edge", 1), m.unit()
    if unit == "week":
        return _first_weeks(period.earliest, period.latest, number, edge)
    if edge > 0:
        last = shift_days(shift(period.earliest, number, unit), -1)
        if m.parent is None and last > s.base:  # 前三季度 are last year's until they are over
            return _first_of(shift(period.earliest, -1, "year"), number, unit)
        return Term(value=PartialDate.between(period.earliest, min(last, period.latest)))
    first = shift(shift_days(period.latest, 1), -number, unit)
    return Term(value=PartialDate.between(max(first, period.earliest), period.latest))


def _first_of(start: date, number: int, unit: str) -> Term:
    return Term(value=PartialDate.between(start, shift_days(shift(start, number, unit), -1)))


def _of_period(m: Match, s: Scene) -> PartialDate:
    """The period a counted part belongs to; bare, the year or month it lies in."""
    return _known(m.parent or Term(year_of(m, s), _part(m)), s, m).to_value()


def _first_weeks(earliest: date, latest: date, number: int, edge: int) -> Term:
    """Weeks of a month or year are the ISO weeks with most of their days in it."""
    first = week_of(shift_days(earliest, 3))
    last = week_of(shift_days(latest, -3))
    start = first if edge > 0 else shift_days(last, -7 * (number - 1))
    return between(start, shift_days(start, 7 * number - 1))


def nth_unit(m: Match, s: Scene) -> Term | None:
    """2025年第三周, 十月的第一周, 去年第九个月, the last week of July."""
    if m.get("mr"):
        parent: Term | None = relative_month(m, s)
    else:
        parent = m.parent or Term(year_of(m, s), _part(m))
    parent = _known(parent or Term(), s, m)
    number, unit = m.number("n"), m.unit()
    if unit == "week" and parent.part == 0 and not m.get("edge"):
        return week_term(iso_week(parent.year, number))
    period = parent.to_value()
    if period.earliest is None or period.latest is None:
        return None
    if unit == "week":
        monday = week_of(shift_days(period.latest, -3 if not number else 0))
        if number:
            monday = shift_days(_first_monday(period.earliest), 7 * (number - 1))
        return week_term(monday)
    if not number:
        return offset(period.latest, 0, unit)
    return offset(period.earliest, number - 1, unit)


def _first_monday(first: date) -> date:
    """The week counted as a month's first begins on its first Monday, as JioNLP has it."""
    return shift_days(first, -first.weekday() % 7)


def _known(term: Term, s: Scene, m: Match) -> Term:
    """The term with its year, where need be from the sentence; nothing said is this year."""
    if term.settled:
        return term
    return settle(term, s.base, s.direction(m.start, m.end)) if term.part else Term(s.base.year)


def nth_weekday(m: Match, s: Scene) -> Term | None:
    """6月第3个星期日, the last Monday of April."""
    parent = _known(m.parent or Term(year_of(m, s), _part(m)), s, m)
    period = parent.to_value()
    number = m.number("n")
    if period.earliest is None or period.latest is None:
        return None
    if not number:
        back = (period.latest.weekday() - m.word("w")) % 7
        return day_term(shift_days(period.latest, -back))
    first = shift_days(period.earliest, (m.word("w") - period.earliest.weekday()) % 7)
    return day_term(shift_days(first, 7 * (number - 1)))


def iso_week_of_day(m: Match, s: Scene) -> Term | None:
    """Week of 7 July 2025."""
    term = point(m, s)
    if term is None:
        return None
    term = _known(term, s, m)
    day = term.to_value().earliest
    return week_term(week_of(day)) if day else None


def two_years(m: Match, s: Scene) -> Term | None:
    """今明两年: from one relative year to the next."""
    return fixed(f"{s.base.year + m.word('yr')}/{s.base.year + m.word('yr2')}")


def season_word(m: Match, s: Scene) -> Term | None:
    """今夏, 去冬, last summer."""
    return Term(s.base.year + m.word("yr"), m.word("s"))


def month_word(m: Match, s: Scene) -> Term | None:
    """Next March, last May: in the next or the last calendar year."""
    return Term(s.base.year + m.word("yr"), m.word("m"), m.number("d"))


def short_year(m: Match, s: Scene) -> Term | None:
    """24年 alone or after a preposition; elsewhere it is a length of time."""
    year = year_of(m, s)
    before = s.text[max(0, m.start - 1) : m.start]
    plausible = s.day is None or abs(year - s.day.year) <= SHORT_YEAR_REACH
    if before in "在于自从至到比较截，。：、（(" and (plausible or s.alone):
        return Term(year)
    return None


def bare_year(m: Match, s: Scene) -> Term | None:
    """A year without 年: LlamaCon 2025; not AIME 2024, not 2048 of something."""
    year = m.number("y")
    if not FIRST_BARE_YEAR <= year <= LAST_BARE_YEAR:
        return None
    if s.alone and m.start == 0:
        return Term(year)
    before = s.text[max(0, m.start - 24) : m.start]
    if _NAME_WITH_NUMBER.search(before):
        return None
    return Term(year) if _BEFORE_YEAR.search(before) else None


# names whose year is no date: benchmarks, software, hardware
_NAME_WITH_NUMBER = re.compile(
    r"(?:AIME|HMMT|USAMO|CNMO|AMC|BRUMO|MATH|GPQA|MMLU|Windows|Office|Server|Studio|AutoCAD"
    r"|SQL|WMT|ImageNet|COCO|VOC|SemEval|CodeForces|LiveCodeBench|RTX|GTX|ISO|GB)[ \-]?$",
    re.IGNORECASE,
)
_BEFORE_YEAR = re.compile(r"[A-Za-z][)）”》]? ?$|[在从從到至自于於](?!第)$|[-–—~～]$|= ?$")


def recent_years(m: Match, s: Scene) -> Term | None:
    """近年来, in recent years: the last few."""
    return _window(s.base, -VAGUE["year"], "year", vague=True)


def day_in_week(m: Match, s: Scene) -> Term | None:
    """上周周六: a weekday of the week just named."""
    monday = m.parent and m.parent.value and m.parent.value.earliest
    return day_term(shift_days(monday, m.word("w"))) if monday else None


def month_point(m: Match, s: Scene) -> Term | None:
    """Dec. 26; may and march only with a capital."""
    clear = m.get("m") not in _UNCLEAR_MONTHS or s.capital(m.at("m"))
    return point(m, s) if clear else None


def bare_month(m: Match, s: Scene) -> Term | None:
    """In October: names that are also words only after a preposition or at an end."""
    if s.alone:
        return point(m, s)
    before = s.text[max(0, m.start - 16) : m.start]
    if m.get("m") not in _UNCLEAR_MONTHS:
        return point(m, s)
    said = _BEFORE_MONTH.search(before) and (s.capital(m.at("m")) or len(m.get("m")) > 3)
    return point(m, s) if said or _IN_MAY.search(before) else None


_UNCLEAR_MONTHS = {"may", "march", "jan", "mar", "apr", "jun", "sep", "dec", "april", "june"}
_IN_MAY = re.compile(r"\b(?:in|since|until|early|late|last|next|this) $|mid-$")
_BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|of|as|than|coming|since|by|until|till|from|to|through|before|after|last|next|this|early|late"
    r"|and|or|during|for|between|around|every|each|into|on)|mid|[-–—(])[ -]?(?:the )?$"
)


def month_day(m: Match, s: Scene) -> Term | None:
    """The 18th; the 18th of next month."""
    return relative_month(m, s) if m.get("mr") else Term(day=m.number("d"))


def english_year(m: Match, s: Scene) -> Term | None:
    """A bare year; not a count, a benchmark or a version."""
    year = m.number("y")
    if s.alone:
        return Term(year)
    before = s.text[max(0, m.start - 24) : m.start]
    if _NAME_WITH_NUMBER.search(before) or _COUNT_BEFORE.search(before):
        return None
    if _COUNTED.match(s.text, m.end):
        return None
    said = _YEAR_BEFORE.search(before) is not None
    return Term(year) if said or FIRST_BARE_YEAR <= year <= LAST_BARE_YEAR else None


_COUNT_BEFORE = re.compile(
    r"(?:than|about|nearly|almost|top|least|some|version|model|v|no\.|room|fortune|roughly"
    r"|around|most|additional|another|all|of the|her|his|their|these|those|first|last|next) $"
)
_COUNTED = re.compile(
    r"[- ](?:[a-z]+[0-9]+\w*|(?:[a-z]{2,12} )?(?:gpus?|chips?|users?|people|employees|customers"
    r"|tokens?|companies|developers|engineers|workers|stores|cores?|nodes|points|pages|cars|times"
    r"|votes|papers|problems|dollars|yuan|miles|words|servers|cards|items|layers|jobs|models"
    r"|questions|students|members|startups|hours|days|parameters|accelerators|samples|percent"
    r"|tests|runs|trials|games|steps|epochs|images|videos|languages|tasks|experts|lines|copies|orders"
    r"|firms|businesses|schools|hospitals|patients|vehicles|robots|requests|pounds|euros|stocks"
    r"|megawatts|mw|km|px|meters|feet|tons|attendees|patents|apps|units|others|sites))\b|%"
)
_YEAR_BEFORE = re.compile(
    r"\b(?:in|by|since|until|till|of|before|after|through|from|to|year|during|for)(?: about| around)? $"
)


def from_day(m: Match, s: Scene) -> Term | None:
    """Two days after tomorrow."""
    start = shift_days(s.base, m.word("dr"))
    return _moved(m, start, m.word("later"))


def following_weekday(m: Match, s: Scene) -> Term | None:
    """The following Monday: the first one after the date named before."""
    day = anchor(s)
    return day_term(shift_days(day, (m.word("w") - day.weekday()) % 7 or 7))
