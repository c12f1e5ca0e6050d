"""Between which days an undated document was published, and why."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from dates import DateError, PartialDate
from sources.reading.document import Note
from sources.reading.metadata.page import Page

_MOST = 12  # years looked at
_MENTION = re.compile(r"20[0-3]\d(?<!\d.{4})(?!\d|[.,]\d)")
_NOT_YEARS = re.compile(
    r"^\s?(?:亿|億|万|萬|元|人|个|個|家|台|美元|份|次|名|dollars|people|users|employees|yuan"
    r"|units|[KMBkmb]\b|GB|TB|token)"
)
_AHEAD = re.compile(
    r"(?:将|將|预计|預計|计划|計劃|有望|拟|擬|目标|目標|到|至|预期|預期|预测|預測|估计|截止"
    r"|前夕|直到|will|would|expect\w*|plan\w*|by|until|through|forecast\w*"
    r"|target\w*|set for|scheduled|due|could|aims?|projected|before|slated"
    r"|hopes?)[^。.!！?？\n]{0,16}$",
    re.IGNORECASE,
)
_STILL_AHEAD = re.compile(
    r"^[^。.!！?？\n，,]{0,8}?(?:前|之前|将|將|计划|預計|预计|will\b|is expected|底前)"
)
_CUT_OFF = re.compile(r"^\s?财年|^\s?財年|^\s?fiscal|FY", re.IGNORECASE)


_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
_MONTH_AFTER = re.compile(
    r"\d{4}(?:\s?年\s?|[-/.])(?P<month>1[0-2]|0?[1-9])(?:\s?月|[-/.]|(?!\d))\s?(?:(?P<day>3[01]"
    r"|[12]\d|0?[1-9])(?!\d))?"
)
_MONTH_BEFORE = re.compile(
    r"\b(?:\d{1,2} )?(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
    r"|Dec)[a-z]{0,6}\.? (?:(?P<day>\d{1,2})(?:st|nd|rd|th)?,? )?$"
)


class Window(NamedTuple):
    value: PartialDate | None
    why: str = ""
    notes: tuple[Note, ...] = ()


class _Bound(NamedTuple):
    day: date
    why: str


def window(page: Page, known: list[tuple[PartialDate, str]]) -> Window:
    """From the newest thing it tells as past to the first day on which it was there.

    `known` are the days it was saved or updated on, with the lines that tell them.
    """
    latest = min((_Bound(v.latest, why) for v, why in known if v.latest), default=None)
    past = (
        b
        for b in _past(page, [why for _day, why in known])
        if latest is None or b.day <= latest.day
    )
    earliest = max(past, key=lambda bound: bound.day, default=None)
    if earliest is None and latest is None:
        return Window(None)
    notes = []
    if earliest:
        notes.append(Note("window_from", f"{earliest.day} ({earliest.why})"))
    if latest:
        notes.append(Note("window_until", f"{latest.day} ({latest.why})"))
    value = PartialDate.between(earliest and earliest.day, latest and latest.day)
    return Window(value, "; ".join(b.why for b in (earliest, latest) if b), tuple(notes))


def _past(page: Page, told: list[str]) -> Iterator[_Bound]:
    """What the newest year gives that is told as past; older years only when it gives none."""
    text = "\n".join((*page.title_lines, page.body))
    for line in told:
        text = text.replace(line, "")
    mentions = sorted(_MENTION.finditer(text), key=lambda match: match[0], reverse=True)
    newest = ""
    for match in mentions[:_MOST]:
        if newest and match[0] < newest:
            return
        bound = _bound(text, match)
        if bound:
            newest = match[0]
            yield bound


def _bound(text: str, match: re.Match[str]) -> _Bound | None:
    before, after = (
        text[max(0, match.start() - 24) : match.start()],
        text[match.end() : match.end() + 24],
    )
    if (
        _NOT_YEARS.match(after)
        or _CUT_OFF.match(after)
        or _AHEAD.search(before)
        or _STILL_AHEAD.match(after)
    ):
        return None
    value = _date_at(text, match)
    if value is None or value.earliest is None:
        return None
    words = text[max(0, match.start() - 12) : match.end() + 8]
    return _Bound(value.earliest, " ".join(words.split()))


def _date_at(text: str, match: re.Match[str]) -> PartialDate | None:
    """The day or month the year is written with, else the year."""
    after = _MONTH_AFTER.match(text, match.start())
    before = _MONTH_BEFORE.search(text[max(0, match.start() - 20) : match.start()])
    month, day = 0, 0
    if after:
        month, day = int(after["month"]), int(after["day"] or 0)
    elif before:
        month, day = _MONTHS.index(before["month"]) // 3 + 1, int(before["day"] or 0)
    written = (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
    try:
        return PartialDate.parse(match[0] + written)
    except DateError:
        return None
