"""Between which days an undated document was published, and why."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from dates import DateError, PartialDate, Precision, find
from sources.reading.document import Note
from sources.reading.metadata.page import Page

_NEAR = 40  # characters around a year that are read for its date
_MOST = 40  # dates looked at
_MENTION = re.compile(r"(?<!\d)20[0-3]\d(?!\d|[.,]\d)")
_NOT_YEARS = re.compile(
    r"^\s?(?:亿|億|万|萬|元|人|个|個|家|台|美元|份|次|名|[KMBkmb]\b|GB|TB|token)"
)
_AHEAD = re.compile(
    r"(?:将|將|预计|預計|计划|計劃|有望|拟|擬|目标|目標|到|至|预期|預期|预测|預測|估计|截止|前夕|直到|will|would|expect\w*|plan\w*|by|until|through|forecast\w*"
    r"|target\w*|set for|scheduled|due|could|aims?|projected|before|slated|hopes?)[^。.!！?？\n]{0,16}$",
    re.IGNORECASE,
)
_STILL_AHEAD = re.compile(
    r"^[^。.!！?？\n，,]{0,8}?(?:前|之前|将|將|计划|預計|预计|will\b|is expected|底前)"
)
_CUT_OFF = re.compile(r"^\s?财年|^\s?財年|^\s?fiscal|FY", re.IGNORECASE)


class Window(NamedTuple):
    value: PartialDate | None
    why: str = ""
    notes: tuple[Note, ...] = ()


class _Bound(NamedTuple):
    day: date
    why: str


def window(page: Page, captured: list[tuple[PartialDate, str]]) -> Window:
    """From the newest thing it tells as past to the first day on which it was saved."""
    latest = min((_Bound(v.latest, why) for v, why in captured if v.latest), default=None)
    past = (b for b in _past(page) if latest is None or b.day <= latest.day)
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


def _past(page: Page) -> Iterator[_Bound]:
    for text in ("\n".join(page.title_lines), page.body):
        for match, _count in zip(_MENTION.finditer(text), range(_MOST), strict=False):
            bound = _bound(text, match)
            if bound:
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
    """The date phrase the year is part of, else the year."""
    start = max(0, match.start() - 20)
    snippet = text[start : match.end() + _NEAR // 2]
    place = match.start() - start
    for language in ("zh", "en") if re.search(r"[年月日]", snippet) else ("en",):
        for found in find(snippet, None, language):
            if found.start <= place < found.end and found.value.precision is not Precision.OPEN:
                return found.value
    try:
        return PartialDate.parse(match[0])
    except DateError:
        return None
