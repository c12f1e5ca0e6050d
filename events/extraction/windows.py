"""When what no phrase dates may have been, as far as the document allows.

News speaks of its own days: yesterday, on Friday. What it tells without a date is of the day it
appeared. A text that names no day near its publication looks back over weeks, and one whose day
is only inferred may be off by some: neither makes its publication the day of what it tells.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from dates import DateMatch, PartialDate
from events.extraction.found import Article

_NEAR = range(-6, 2)  # days from publication that a piece of news speaks of
_PROSE = 60  # characters; shorter lines with a date are mastheads, datelines and captions
_WEEK, _DAY = timedelta(7), timedelta(1)


def default_of(
    article: Article, known: PartialDate | None, dates: Iterable[DateMatch]
) -> PartialDate | None:
    """The date of what no phrase dates; `known` is when the document appeared."""
    if known is None or known.earliest is None:
        return known
    if known.latest is None:
        return PartialDate.parse(f"{known.earliest:%Y}")
    if known.earliest != known.latest or _speaks_of(known.latest, dates, article.text):
        return known
    day = known.latest
    if article.published_inferred:
        return PartialDate.between(day - _WEEK + _DAY, day + _DAY, approximate=True)
    return PartialDate.between((day - _WEEK).replace(day=1), day, approximate=True)


def _speaks_of(day: date, dates: Iterable[DateMatch], text: str) -> bool:
    """Whether a phrase names a day near this one, in words or inside of prose."""
    return any(
        match.value.earliest is not None
        and match.value.earliest == match.value.latest
        and (match.value.earliest - day).days in _NEAR
        and (not any(map(str.isdigit, match.text)) or _in_prose(match, text))
        for match in dates
    )


def _in_prose(match: DateMatch, text: str) -> bool:
    start = text.rfind("\n", 0, match.start) + 1
    end = text.find("\n", match.end)
    return (end if end >= 0 else len(text)) - start > _PROSE
