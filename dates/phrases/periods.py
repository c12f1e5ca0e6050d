"""What a rule makes of a part of a period: its end, its first weeks, what is left of it."""

from datetime import date

from dates.partial import PartialDate
from dates.phrases.build import day_term, known, part_of, point, relative_month, week_term, year_of
from dates.phrases.calendar import (
    WEEK_PARTS,
    iso_week,
    month_of,
    quarter_of,
    shift,
    shift_days,
    size,
    week_of,
)
from dates.phrases.grammar import Match, Scene
from dates.phrases.spans import counts, offset
from dates.phrases.term import LATE, Term, between, fixed


def _period(m: Match, s: Scene) -> PartialDate:
    """The year, month, week or quarter a phrase like “later this year” speaks of."""
    if m.parent:
        return known(m.parent, s, m).to_value()
    if m.get("y"):
        return PartialDate.parse(str(m.number("y")))
    return _relative_period(m.unit(), m.word("yr"), s.base).to_value()


def _relative_period(unit: str, number: int, base: date) -> Term:
    """This period (0), the last (-1) or the next (1)."""
    if unit == "week":
        return week_term(week_of(base, number))
    if unit == "month":
        first = month_of(base, number)
        return Term(first.year, first.month)
    if unit == "quarter":
        year, quarter = quarter_of(base, number)
        return Term(year, 32 + quarter)
    if unit == "decade":
        return Term(base.year - base.year % 10 + 10 * number, decade=True)
    return Term(base.year + number)


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


def to_now(m: Match, s: Scene) -> Term | None:
    """2018年至今: its first day to the base day."""
    period = _period(m, s)
    return fixed(f"{period.earliest}/{s.base}") if period.earliest else None


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
        first, last = WEEK_PARTS[m.word("t")]
        return between(shift_days(monday, first), shift_days(monday, last), "~", "~")
    return thirds_of(_period(m, s), m.word("t"))


def first_units(m: Match, s: Scene) -> Term | None:
    """2025年前三个月, 本月最后五天, the first two weeks of May: a stretch of the period."""
    period, number = _of_period(m, s), int(size(counts(m)[1], m.unit()))
    if period.earliest is None or period.latest is None or number < 1:
        return None
    edge, unit = m.word("edge", 1), m.unit()
    if unit == "week":
        return _first_weeks(period.earliest, period.latest, number, edge)
    if edge > 0:
        last = shift_days(shift(period.earliest, number, unit), -1)
        if (
            not (m.parent or m.get("y") or m.get("yr") or m.get("m")) and last > s.base
        ):  # 前三季度 are last year's until they are over
            return _first_of(shift(period.earliest, -1, "year"), number, unit)
        return Term(value=PartialDate.between(period.earliest, min(last, period.latest)))
    first = shift(shift_days(period.latest, 1), -number, unit)
    return Term(value=PartialDate.between(max(first, period.earliest), period.latest))


def _first_of(start: date, number: int, unit: str) -> Term:
    return Term(value=PartialDate.between(start, shift_days(shift(start, number, unit), -1)))


def _of_period(m: Match, s: Scene) -> PartialDate:
    """The period a counted part belongs to; bare, the year or month it lies in."""
    return known(m.parent or Term(year_of(m, s), part_of(m)), s, m).to_value()


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
        parent = m.parent or Term(year_of(m, s), part_of(m))
    parent = known(parent or Term(), s, m)
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


def nth_weekday(m: Match, s: Scene) -> Term | None:
    """6月第3个星期日, the last Monday of April."""
    parent = known(m.parent or Term(year_of(m, s), part_of(m)), s, m)
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
    """Week of 7 July 2025; the weekend of May 3."""
    term = point(m, s)
    if term is None:
        return None
    term = known(term, s, m)
    day = term.to_value().earliest
    if day is None:
        return None
    monday = week_of(day)
    if m.get("weekend"):
        return between(shift_days(monday, 5), shift_days(monday, 6))
    return week_term(monday)
