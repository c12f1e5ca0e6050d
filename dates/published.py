"""When a document was published, from its messy head and tail, with the evidence.

Candidates are days with a year, near the beginning or the end of the text, ranked by what
stands beside them:

    metadata   datePublished, article:published_time, <time datetime=…>, a Date: header
    printed    发布时间：, Posted on; a line of date, source and author; a site's name and a date
    inferred   any other day near the top or the end; a date in the address

Calendar days are taken as stated and never shifted between time zones. Chinese and English
are read by our own grammar, other languages by dateparser, which only this module imports.
"""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from dates.errors import DateError
from dates.partial import PartialDate, Precision
from dates.phrases.engine import find

HEAD, TAIL = 3000, 1200  # characters looked at, at either end
OWN_LANGUAGES = ("zh", "en")


class Basis(StrEnum):
    """How a publication date is known."""

    METADATA = "metadata"
    PRINTED = "printed"
    INFERRED = "inferred"


class Published(NamedTuple):
    """A publication date with its evidence: code-point offsets, the words, why it counts."""

    value: PartialDate
    start: int
    end: int
    text: str
    basis: Basis
    why: str
    score: int


class _Clue(NamedTuple):
    pattern: re.Pattern[str]
    basis: Basis
    why: str
    score: int


class _Day(NamedTuple):
    value: PartialDate
    start: int
    end: int


def _clue(pattern: str, basis: Basis, why: str, score: int) -> _Clue:
    """A clue is looked for right before the date: at most a few signs stand between."""
    return _Clue(re.compile(rf"(?:{pattern})[^\w]{{0,12}}$", re.IGNORECASE), basis, why, score)


_BEFORE = (
    _clue(r"datepublished|article:published_time.{0,20}content=|pub-?date|publish(?:ed)?[_-]?date"
          r"|date[_-]?published|publishtime|pubtime|dc\.date(?:\.issued)?.{0,12}content=",
          Basis.METADATA, "metadata", 100),
    _clue(r"<time[^>]{0,60}datetime=|\bdate.{0,4}content=|itemprop=.?datepublished.{0,20}",
          Basis.METADATA, "metadata", 95),
    _clue(r"^date|\ndate", Basis.METADATA, "date header", 94),
    _clue(r"datemodified|modified_time.{0,20}content=|lastmod", Basis.METADATA, "modified", 60),
    _clue(r"(?:发布|發布|发表|發表|刊登|刊发|發佈|发佈|发稿|出版|上传|投稿|张贴|張貼)(?:时间|時間|日期|于|於)?"
          r"|^(?:时间|時間|日期)|\n(?:时间|時間|日期)|(?:文章|新闻|新聞)(?:时间|時間|日期)",
          Basis.PRINTED, "label", 90),
    _clue(r"\b(?:posted|published|first published|issued|released|dated|created|submitted)"
          r"(?: on| at| in| date)?|\bpublication date|\brelease date|veröffentlicht(?: am)?"
          r"|erschienen(?: am)?|publié(?:e)?(?: le)?|publicado(?: el| em)?|pubblicato(?: il)?"
          r"|опубликовано|公開日|投稿日|掲載日|게시일?",
          Basis.PRINTED, "label", 90),
    _clue(r"(?:更新|修订|修訂|编辑|編輯)(?:时间|時間|日期|于|於)?"
          r"|\b(?:last )?updated(?: on)?|\bmodified",
          Basis.PRINTED, "updated", 50),
)  # fmt: skip
_AFTER = re.compile(
    r"[ T\d:：.+Zz年月日-]{0,24}\s{0,3}[|｜·•/—-]?\s{0,3}"
    r"(?:来源|來源|作者|记者|記者|编辑|編輯|文[/／]|阅读|閱讀|浏览|瀏覽|发布|發布|source\b|by )",
    re.IGNORECASE,
)
_ALONE_IN_LINE = 48
_NEAR = 400
_URL_DATE = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2})([/_-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12][0-9]|3[01])(?![0-9])"
)


def published(text: str, language: str = "en", not_after: date | None = None) -> Published | None:
    """The best evidence for the day a document was published, or None."""
    return next(iter(candidates(text, language, not_after)), None)


def candidates(
    text: str, language: str = "en", not_after: date | None = None, around: str = ""
) -> list[Published]:
    """All evidence, best first; of equals the one nearer to the beginning.

    `not_after` is the day the document was retrieved: later dates are not its own. `around` is
    the document where the text is but a line of it: it tells whether 02/04/2025 is in April.
    """
    found = (_weighed(text, day) for day in _days(text, language, around or text))
    kept = [c for c in found if _plausible(c.value, not_after)]
    return sorted(kept, key=lambda c: (-c.score, c.start))


def weighed(text: str, value: PartialDate, start: int, end: int) -> Published:
    """The evidence for one day that stands in a text, by what stands beside it."""
    return _weighed(text, _Day(value, start, end))


def published_in_url(url: str) -> PartialDate | None:
    """The day in an address such as …/2025/07/15/… or …20250715…; inferred at best."""
    match = _URL_DATE.search(url)
    if match is None:
        return None
    try:
        return PartialDate.parse(f"{match[1]}-{match[3]}-{match[4]}")
    except DateError:
        return None


def _plausible(value: PartialDate, not_after: date | None) -> bool:
    return not_after is None or value.earliest is None or value.earliest <= not_after


def _weighed(text: str, day: _Day) -> Published:
    before = text[max(0, day.start - 100) : day.start]
    for clue in _BEFORE:
        if clue.pattern.search(before):
            return _published(text, day, clue.basis, clue.why, clue.score)
    if _AFTER.match(text, day.end):
        return _published(text, day, Basis.PRINTED, "source line", 80)
    line = _line_around(text, day)
    if len(line) <= _ALONE_IN_LINE and not re.search(r"[。！？!?]|\.\s", line):
        return _published(text, day, Basis.PRINTED, "line of its own", 70)
    near = min(day.start, len(text) - day.end)
    score = 40 - 30 * near // (_NEAR + near)
    return _published(text, day, Basis.INFERRED, "stands near the edge", score)


def _published(text: str, day: _Day, basis: Basis, why: str, score: int) -> Published:
    return Published(day.value, day.start, day.end, text[day.start : day.end], basis, why, score)


def _line_around(text: str, day: _Day) -> str:
    start = text.rfind("\n", 0, day.start) + 1
    end = text.find("\n", day.end)
    return text[start : end if end >= 0 else len(text)].strip()


def _days(text: str, language: str, around: str) -> Iterator[_Day]:
    """Days with a year in the head and the tail, each place once."""
    windows = [(0, text[:HEAD])]
    if len(text) > HEAD:
        start = max(HEAD, len(text) - TAIL)
        windows.append((start, text[start:]))
    for offset, window in windows:
        yield from _in_window(window, offset, language, around)


def _in_window(window: str, offset: int, language: str, around: str) -> Iterator[_Day]:
    own = language.lower()[:2] in OWN_LANGUAGES
    languages = (language, "zh" if language.startswith("en") else "en") if own else ("zh",)
    taken: set[int] = set()
    days = [day for code in languages for day in _by_grammar(window, code, own, around)]
    if not own:
        days = [*days, *_by_dateparser(window, language)]
    for day in days:
        places = set(range(day.start, day.end))
        if not places & taken:
            taken |= places
            yield day._replace(start=day.start + offset, end=day.end + offset)


_UNMISTAKABLE = re.compile(r"(?:19|20)[0-9]{2}\D|(?:19|20)[0-9]{6}")
_YEAR = re.compile(r"\d{4}|[一二][九〇零○]|民[国國]|^1[01]\d年|\d[-/.]\d{1,2}[-/.]\d\d$")


def _by_grammar(window: str, code: str, own: bool, around: str) -> Iterator[_Day]:
    """Absolute days; in a language that is not ours only year-first numbers."""
    for match in find(window, None, code, around):
        value = match.value
        told = value.precision is Precision.DAY and _YEAR.search(match.text)
        if told and (own or _UNMISTAKABLE.match(match.text)):
            yield _Day(value, match.start, match.end)


_WITH_YEAR = re.compile(
    r"(?:\b\d{1,2}\.? ?|\b)(?:[^\W\d_]{2,12}\.?[ ,]{1,3}|\d{1,2}[./-])?(?:de |d’)?"
    r"(?:[^\W\d_]{2,12}\.?[ ,]{1,3}|\d{1,2}[./-])(?:de )?(?:\d{1,2},? )?(?:19|20)\d{2}\b"
)


def _by_dateparser(window: str, language: str) -> Iterator[_Day]:
    """Days in a language that is not ours, around every four-digit year."""
    import dateparser  # slow to import, and needed here only

    code = language.lower().split("-")[0]
    for match in _WITH_YEAR.finditer(window):
        try:
            parsed = dateparser.parse(
                match[0],
                languages=[code],
                settings={"REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY"},
            )
        except ValueError:  # a language dateparser does not know
            return
        if parsed is not None and 1900 <= parsed.year <= 2100:
            yield _Day(PartialDate.day(parsed.date()), match.start(), match.end())
