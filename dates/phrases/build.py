"""What a rule makes of the words it matched: points in time. Shared by all languages.

The group names of a pattern say what its words are: y, yy, roc, yr, ya (year: four digits, two,
Minguo, relative, after another date), m, mr, ma (month), d, dr, da (day), w, wr, wa (weekday and
week), q, qr, h, hr, s (quarter, half, season), t, yt (third of a month or other period, of a
year), n, n2, half, u (count and unit).
"""

from datetime import date

from dates.errors import ImpossibleDateError
from dates.phrases.calendar import WEEK_PARTS, month_of, quarter_of, shift_days, week_of
from dates.phrases.grammar import Match, Scene
from dates.phrases.term import Direction, Term, between, fixed, settle


def day_term(day: date) -> Term:
    return Term(day.year, day.month, day.day)


def week_term(monday: date) -> Term:
    return between(monday, shift_days(monday, 6))


def year_of(m: Match, s: Scene) -> int:
    """The year the groups give, else the one inherited from the words before, else 0."""
    groups = m.groups
    if groups.get("y") and (y := m.number("y")):
        return y
    if yy := groups.get("yy"):
        short = m.words.number(yy)
        return short + (2000 if short < 50 else 1900)
    if groups.get("roc") and (roc := m.number("roc")):
        return 1911 + roc
    if groups.get("yr"):
        return s.base.year + m.word("yr")
    if groups.get("ya"):
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


def day_anchor(s: Scene) -> date:
    """The last single day named before."""
    if s.previous_day and s.previous_day.latest:
        return s.previous_day.latest
    if s.alone:
        return s.base
    raise ImpossibleDateError("No day stands before this one.")


def part_of(m: Match) -> int:
    groups = m.groups
    if groups.get("m"):
        return m.word("m")
    for group, code in _CODES:
        if groups.get(group):
            return code + m.word(group)
    return m.parent.part if m.parent else 0


# parts of a year: EDTF numbers them from here
_CODES = (("q", 32), ("h", 39), ("s", 0), ("yt", 37))
_NOTHING = Term()


def point(m: Match, s: Scene) -> Term | None:
    """Whatever of year, month, group, day and third the groups name."""
    parent, groups = m.parent or _NOTHING, m.groups
    part, third = part_of(m), m.word("t") if groups.get("t") else -1
    if part > 39 and groups.get("yt"):  # mid to late 2026
        part, third = 0, part - 37
    return Term(
        year_of(m, s),
        part,
        m.number("d") if groups.get("d") else 0,
        third,
        decade=parent.decade,
        qualifier="~" if groups.get("fy") is not None else parent.qualifier,
        nearest=groups.get("report") is not None,
        on=weekday_said(m),
    )


def weekday_said(m: Match) -> int:
    """The weekday that stands with a day: Friday, May 2; 5月2日（周五）."""
    groups = m.groups
    if groups.get("w2"):
        return m.word("w2")
    return m.word("w") if groups.get("w") else -1


def decade(m: Match, _: Scene) -> Term | None:
    """2010年代, 上世纪90年代, the late 1990s."""
    century = 100 * (m.word("century") - 1) if m.get("century") else 0
    start = m.number("y") or century + m.number("decade")
    if start < 100:
        start += 1900 if start >= 30 else 2000
    return Term(start - start % 10, third=m.word("t", -1), decade=True)


def years_short(m: Match, _: Scene) -> Term | None:
    """2016–18: the second year in two digits."""
    first = m.number("y")
    last = first - first % 100 + m.number("y2")
    return fixed(f"{first}/{last}") if first < last <= first + 10 else None


def relative_month(m: Match, s: Scene) -> Term | None:
    """本月, 上个月, next month; 当月, 次月 after another date."""
    day = anchor(s) if m.get("ma") else s.base
    first = month_of(day, m.word("ma") if m.get("ma") else m.word("mr"))
    return Term(first.year, first.month, m.number("d"), m.word("t", -1))


def relative_quarter(m: Match, s: Scene) -> Term | None:
    """上季度, last quarter."""
    year, quarter = quarter_of(s.base, m.word("qr"))
    return Term(year, 32 + quarter, third=m.word("t", -1))


def near_quarter(m: Match, s: Scene) -> Term | None:
    """The following quarter: counted from the date named before."""
    year, quarter = quarter_of(anchor(s), m.word("qa"))
    return Term(year, 32 + quarter)


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
        first, last = WEEK_PARTS[m.word("t")]
        return between(shift_days(monday, first), shift_days(monday, last), "~", "~")
    return week_term(monday)


def half_week(m: Match, s: Scene) -> Term | None:
    """上半周 to Wednesday, 下半周 from Thursday on."""
    monday = week_of(s.base)
    first, last = (0, 2) if m.word("h") == 1 else (3, 6)
    return between(shift_days(monday, first), shift_days(monday, last))


def weekend(m: Match, s: Scene) -> Term | None:
    """A bare weekend: the last one, or the next when the sentence looks ahead."""
    ahead = s.direction(m.start, m.end) in (Direction.FUTURE, Direction.LEANING)
    saturday = shift_days(week_of(s.base), 5)
    if not ahead and saturday > s.base:
        saturday = shift_days(saturday, -7)
    return between(saturday, shift_days(saturday, 1))


def weekday(m: Match, _: Scene) -> Term | None:
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


def two_days(m: Match, s: Scene) -> Term | None:
    """今明两天: from one day to the next."""
    return between(shift_days(s.base, m.word("dr")), shift_days(s.base, m.word("dr2")))


def near_day(m: Match, s: Scene) -> Term | None:
    """次日, the following day: counted from the date named before."""
    return day_term(shift_days(day_anchor(s), m.word("da")))


def this_day(m: Match, s: Scene) -> Term | None:
    """去年今天, 五年前的今天, a year ago today, this day last year: the base day in that year."""
    years = m.word("yr") if m.get("yr") else -m.number("n")
    first = month_of(s.base, 12 * years)
    return Term(first.year, first.month, s.base.day)


def turn_of_year(m: Match, s: Scene) -> Term | None:
    """岁末年初, the turn of the year: the last December or the next, and January."""
    direction, month = s.direction(m.start, m.end), s.base.month
    ahead = direction is Direction.FUTURE or (direction is not Direction.PAST and month > 6)
    year = s.base.year if ahead or month == 12 else s.base.year - 1
    return fixed(f"{year}-12~/{year + 1}-01~")


def two_parts(m: Match, s: Scene) -> Term | None:
    """三四季度, 7、8两月: two in a row."""
    first = part_of(m)
    second = 32 + m.word("q2") if m.get("q2") else m.word("m2")
    start = known(Term(year_of(m, s), first), s, m)
    return fixed(f"{start.point}/{start.year}-{second:02}") if second == first + 1 else None


def week_and_day(m: Match, s: Scene) -> Term | None:
    """上周三（4月23日）: the day in brackets, in the week said before it when that has it."""
    term = Term(part=part_of(m), day=m.number("d"), on=m.word("w"))
    if not m.get("wr"):
        return term
    day = shift_days(week_of(s.base, m.word("wr")), m.word("w"))
    # a day of the same week with another weekday: the one of another time zone was written
    for away in (0, 1, -1):
        near = shift_days(day, away)
        if near.day == term.day and term.part in (0, near.month):
            return day_term(near)
    return term


def weekday_away(m: Match, s: Scene) -> Term | None:
    """A week from Friday, two weeks ago Tuesday."""
    sign = m.word("later", 1)
    days = (m.word("w") - s.base.weekday()) * sign % 7 + 7 * (m.number("n") or 1)
    return day_term(shift_days(s.base, sign * days))


def near_year(m: Match, s: Scene) -> Term | None:
    """同年, 次年, the following year."""
    return Term(anchor(s).year + m.word("ya"))


def known(term: Term, s: Scene, m: Match) -> Term:
    """The term with its year, where need be from the sentence; nothing said is this year."""
    if term.settled:
        return term
    return (
        settle(term, s.base, s.direction(m.start, m.end))
        if term.part or term.day
        else Term(s.base.year)
    )


def two_years(m: Match, s: Scene) -> Term | None:
    """今明两年: from one relative year to the next."""
    return fixed(f"{s.base.year + m.word('yr')}/{s.base.year + m.word('yr2')}")


def season_word(m: Match, s: Scene) -> Term | None:
    """今夏, 去冬, last summer."""
    return Term(s.base.year + m.word("yr"), m.word("s"))


def month_word(m: Match, s: Scene) -> Term | None:
    """Next March, last May: in the next or the last calendar year."""
    return Term(s.base.year + m.word("yr"), m.word("m"), m.number("d"))


def coming_month(m: Match, s: Scene) -> Term | None:
    """This coming October, this past May."""
    ahead = m.word("coming") > 0
    term = Term(part=m.word("m"))
    return settle(term, s.base, Direction.FUTURE if ahead else Direction.PAST)


def day_in_week(m: Match, _: Scene) -> Term | None:
    """上周周六: a weekday of the week just named."""
    monday = m.parent and m.parent.value and m.parent.value.earliest
    return day_term(shift_days(monday, m.word("w"))) if monday else None


def month_day(m: Match, s: Scene) -> Term | None:
    """The 18th; the 18th of next month."""
    return (
        relative_month(m, s)
        if m.get("mr")
        else Term(day=m.number("d") or m.number("d2"), on=weekday_said(m))
    )


def following_weekday(m: Match, s: Scene) -> Term | None:
    """The following Monday: the first one after the date named before."""
    day = anchor(s)
    return day_term(shift_days(day, (m.word("w") - day.weekday()) % 7 or 7))
