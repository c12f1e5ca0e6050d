"""What a rule makes of counts: days, weeks, months away, and windows of so many units."""

import re
from datetime import date

from dates.partial import PartialDate, Precision
from dates.phrases.build import anchor, day_term, week_term
from dates.phrases.calendar import VAGUE, quarter_of, shift, shift_days, size, week_of
from dates.phrases.grammar import Match, Scene
from dates.phrases.numbers import Count, count
from dates.phrases.term import Direction, Term, between, fixed, settle

RECENT_DAYS = 14


def counts(m: Match) -> tuple[Count, Count]:
    """The smaller and the larger count: 12 to 18 months, 两三年, 一年半."""
    text = m.get("n")
    if len(text) == 2 and text[0] in "一二两兩三四五六七八" and text[1] in "二两兩三四五六七八九":
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
    low, high = counts(m)
    unit = m.unit()
    if low.vague or (sign > 0 and high != low):
        return _window(start, sign * size(high, unit), unit, high.vague)
    near = offset(start, sign * low.number, unit)
    if high == low:
        return near
    far = offset(start, sign * high.number, unit)
    return fixed(f"{far.to_value().earliest}/{near.to_value().latest}")


def ago(m: Match, s: Scene) -> Term | None:
    """三天前, two weeks ago; not 开幕两天前. 须在14日前 is before the 14th."""
    if m.get("u") == "日" and s.direction(m.start, m.end) is Direction.FUTURE:
        due = settle(Term(day=int(counts(m)[0].number)), s.base, Direction.FUTURE)
        return fixed(f"{s.base}/{due.point}")
    return None if _of_event(m, s) else _moved(m, s.base, -1)


def ahead(m: Match, s: Scene) -> Term | None:
    """三年后, in two months; 3天后 after a day gone by in the same sentence counts from it."""
    told = _told_day(m, s)
    if told:
        moved = _moved(m, told, 1)
        if (moved.to_value().earliest or s.base) <= s.base:
            return moved
    return None if _of_event(m, s) else _moved(m, s.base, 1)


def _of_event(m: Match, s: Scene) -> bool:
    """报道两天后，: it counts from what stands before it, a day that nobody named."""
    if s.text[m.start] in _FROM_TODAY:
        return False
    start = max(0, m.start - 8)
    said = _SAID.search(s.text, start, m.start) and s.text[m.end : m.end + 1] in ("，", ",")
    return bool(said or _EVENT.search(s.text, start, m.start))


_FROM_TODAY = "过過未近最今接往此"
_SAID = re.compile("(?:[报報][道导導]|宣[布佈]|公[布佈])(?:[仅僅才短]{1,2}|不到|不足|[约約]|近)?$")
_EVENT = re.compile(
    "(?:(?:[发發](?:布|佈|[售生])|推出|上[线線市任]|[开開](?:源|[业業售幕始])|成立|收[购購]"
    "|[离離][职職]|曝光|爆料|爆[发發]|[证證][实實]|落地|[签簽][署约約]|生效|[获獲]批|融[资資]|亮相|[问問]世|[创創](?:立|[办辦])"
    "|[启啟][动動]|揭[晓曉]|[当當][选選]|就[任职職]|入[职職]|加[入盟]|合[并併]|分拆|首[发發]|[闭閉]幕|[结結]束|[诞誕]生|停[产產牌]"
    "|[复復]牌|投[产產]|量[产產]|交付|推[迟遲]|事件|峰[会會]|[发發]布[会會]|大[会會]|大[选選])(?:的|了|後|后)?"
    "(?:[仅僅才短]{1,2}|不到|不足|[约約]|近)?)$"
)


_COUNTED_FROM = {
    Precision.DAY: ("hour", "day", "week", "month", "quarter", "year", "decade"),
    Precision.WEEK: ("week", "month", "quarter", "year", "decade"),
    Precision.MONTH: ("month", "quarter", "year", "decade"),
    Precision.QUARTER: ("quarter", "year", "decade"),
    Precision.YEAR: ("year", "decade"),
}


def _told_day(m: Match, s: Scene) -> date | None:
    """The day a story told in the past has reached: 5月1日发布，3天后下架; 2021年成立，两年后……"""
    told = s.previous.latest if s.previous else None
    if s.previous is None or told is None or s.day is None or told >= s.day:
        return None
    if m.unit() not in _COUNTED_FROM.get(s.previous.precision, ()):
        return None
    gap = s.text[s.previous_end : m.start]
    if len(gap) > 40 or any(mark in gap for mark in "。！？\n") or ". " in gap:
        return None
    return None if s.direction(m.start, m.end) is Direction.FUTURE else told


def after_that(m: Match, s: Scene) -> Term | None:
    """Three days later: counted from the date named before, else from the base day."""
    if s.previous is None:
        return _moved(m, s.base, m.word("later", 1))
    if m.unit() not in _COUNTED_FROM.get(s.previous.precision, _COUNTED_FROM[Precision.MONTH]):
        return None  # in March, and two days later
    return _moved(m, anchor(s), m.word("later", 1))


def from_day(m: Match, s: Scene) -> Term | None:
    """Two days after tomorrow."""
    start = shift_days(s.base, m.word("dr"))
    return _moved(m, start, m.word("later"))


def away(m: Match, value: PartialDate) -> PartialDate:
    """Two weeks after May 5: the count and unit of `m`, from the value's near end."""
    sign = m.word("later")
    start = value.latest if sign > 0 else value.earliest
    if start is None:
        return value
    return _moved(m, start, sign).to_value()


def ended(m: Match, value: PartialDate) -> PartialDate:
    """The three months ended March 31, 截至6月30日止年度: that long up to the day."""
    unit = next(m.unit(group) for group in ("u", "u2", "u3") if m.get(group))
    number = counts(m)[0].number if m.get("u") else 1
    if value.latest is None:
        return value
    first = shift(shift_days(value.latest, 1), -number, unit)
    return PartialDate.between(first, value.latest)


def _window(start: date, number: float, unit: str, vague: bool) -> Term:
    """Convention 9: from the base day to that many units away, both included."""
    far, mark = shift(start, number, unit), "~" if vague else ""
    return between(start, far, "", mark) if number > 0 else between(far, start, mark)


def window_ahead(m: Match, s: Scene) -> Term | None:
    """未来三年, 两周内, within the next 12 to 18 months: the larger number counts."""
    high = counts(m)[1]
    if _of_event(m, s):
        return None
    return _window(s.base, size(high, m.unit()), m.unit(), high.vague)


def window_back(m: Match, s: Scene) -> Term | None:
    """过去一年, 近三个月, the past two weeks; a hundred years date no event."""
    high = counts(m)[1]
    if (m.unit() == "year" and high.number >= 100) or _of_event(m, s):
        return None
    return _window(s.base, -size(high, m.unit()), m.unit(), high.vague)


def recent(m: Match, s: Scene) -> Term | None:
    """近日, recently: the fourteen days to the base day; ahead of it in 近日将."""
    if m.has("soon"):
        return between(s.base, shift_days(s.base, RECENT_DAYS), "", "~")
    return between(shift_days(s.base, -RECENT_DAYS), s.base, "~")


def recent_years(_: Match, s: Scene) -> Term | None:
    """近年来, in recent years: the last few."""
    return _window(s.base, -VAGUE["year"], "year", vague=True)
