"""When what no phrase dates may have been, as far as the document allows.

News speaks of its own days: yesterday, on Friday. What it tells without a date is of the day it
appeared. A text that names no day near its publication looks back over weeks, and one whose day
is only inferred may be off by some: neither makes its publication the day of what it tells. What
is said in such a text was said for it, so it is nearer to the publication than what was done.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from dates import DateMatch, PartialDate
from events.extraction.found import Article
from events.extraction.hinted import Hinted


class Windows(NamedTuple):
    """What stands for a date where no phrase gives one; all None where nothing is known."""

    done: PartialDate | None = None  # what happened
    said: PartialDate | None = None  # what somebody says, reports or plans
    asked: PartialDate | None = None  # who was asked for this very text and did not answer
    before: PartialDate | None = None  # what is told as long past
    exact: bool = False  # whether the day it appeared is known


_NEAR = range(-6, 2)  # days from publication that a piece of news speaks of
_WEEKDAY = range(-7, 8)
_PROSE = 60  # characters; shorter lines with a date are mastheads, datelines and captions
_SENTENCE = re.compile(r"[\u4e00-\u9fff][^\n]{12,}[。！？]\s*\Z")  # unless they are sentences
# what is done by saying it: a notice, an announcement of one's own
_PERFORMED = Hinted(
    r"现(?:予|将|面向|向|就)[^，。\n]{0,40}(?:发布|公布|印发|公告|征求意见|征集|通知)|即日起|特此(?:公告|通知)"
    r"|\b(?:effective immediately|hereby|as of today)\b"
)
_LEAD = 200  # characters of the text in which “recently” says what the whole is about
_WEEK, _DAY = timedelta(7), timedelta(1)


def windows_of(
    article: Article, known: PartialDate | None, dates: Iterable[DateMatch], folded: str
) -> Windows:
    """The windows of a text; `known` is when it appeared."""
    if known is None or known.earliest is None:
        return Windows(known, known, known, known)
    if known.latest is None:
        known = PartialDate.parse(f"{known.earliest:%Y}")
    day = known.latest
    if day is None or known.earliest != day:
        return Windows(known, known, known, known)
    before = PartialDate.between(None, day)
    exact = not article.published_inferred
    if exact and _PERFORMED.search(folded, 0, len(folded)):
        today = PartialDate.day(day)
        return Windows(today, today, today, before, exact)
    return _around(article, day, list(dates))._replace(before=before, exact=exact)


def _around(article: Article, day: date, dates: list[DateMatch]) -> Windows:
    near = [match for match in dates if _is_near(match, day, article.text)]
    inferred = article.published_inferred
    if near and not (inferred and all(_is_counted(match) for match in near)):
        exact = PartialDate.day(day)
        told = PartialDate.day(day - _DAY) if _is_of_yesterday(near, day) else exact
        return Windows(told, told, exact)
    if near:  # a day counted from the weekdays that the text names
        monday = day - timedelta(day.weekday()) - _WEEK
        return Windows(
            _between(day.replace(day=1), day), _between(monday, day), _between(day - _DAY, day)
        )
    if inferred:
        week = _between(day - _WEEK + _DAY, day + _DAY)
        return Windows(week, week, week)
    if any(match.rule == "recent" and match.start < _LEAD for match in dates):
        week = _between(day - _WEEK, day)
        return Windows(_between(day.replace(month=1, day=1), day), week, week)
    if article.published_stamped or _is_stamped(article.text, day, dates):
        exact = PartialDate.day(day)
        return Windows(exact, exact, exact)
    weeks = _between((day - _WEEK).replace(day=1), day)
    return Windows(weeks, weeks, weeks)


_HOUR = re.compile(r"\s{0,2}(?:[T|]\s?)?\d{1,2}(?::\d\d|[点时時])")


def _is_stamped(text: str, day: date, dates: list[DateMatch]) -> bool:
    """Whether the hour is printed with the day: the stamp of a news desk."""
    return any(
        match.value.earliest == match.value.latest == day and _HOUR.match(text, match.end)
        for match in dates
    )


def _between(earliest: date, latest: date) -> PartialDate:
    return PartialDate.between(earliest, latest, approximate=True)


def _is_of_yesterday(near: list[DateMatch], day: date) -> bool:
    """Whether a morning paper tells of the day before: 昨 in its lead, and never of today."""
    first = min(near, key=lambda match: match.start)
    told = first.start < _LEAD and first.rule == "day_word" and first.value.latest == day - _DAY
    return told and not any(match.value.latest == day for match in near)


def _is_near(match: DateMatch, day: date, text: str) -> bool:
    """Whether a phrase names a day near this one, in words or inside of prose."""
    earliest, latest = match.value.earliest, match.value.latest
    if earliest is None or earliest != latest:
        return False
    # a bare weekday may have been read as the next one
    near = _WEEKDAY if match.rule == "weekday" else _NEAR
    if (earliest - day).days not in near:
        return False
    return not any(map(str.isdigit, match.text)) or _in_prose(match, text)


def _is_counted(match: DateMatch) -> bool:
    """on Monday, January 24: known to be near only because the publication was counted from it."""
    return match.rule == "weekday" or any(map(str.isdigit, match.text))


def _in_prose(match: DateMatch, text: str) -> bool:
    start = text.rfind("\n", 0, match.start) + 1
    end = text.find("\n", match.end)
    line = text[start : end if end >= 0 else len(text)]
    return len(line) > _PROSE or bool(_SENTENCE.search(line))
