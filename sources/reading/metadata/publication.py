"""When a document was published: printed, declared, in its address, or worked out; else a window.

What is not the day of publication is known by its label or place: a capture, an update, a
copyright year, comments, other articles, and any day told in prose.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from dates import DateError, PartialDate
from dates.published import Basis as DateBasis
from dates.published import Published, candidates, published_in_url, weighed
from sources.reading.document import Basis, Fact, Note
from sources.reading.metadata.anchoring import anchored
from sources.reading.metadata.labels import Label
from sources.reading.metadata.mastheads import DAY
from sources.reading.metadata.page import Page
from sources.reading.metadata.posts import day_of_post
from sources.reading.metadata.windows import window
from sources.reading.metadata.yearless import (
    day_of_dateline,
    day_of_dateline_at,
    day_of_dateline_near,
)

# 19dd, 20dd, d/d, 民国, 一九: written so that a class is first, which is searched fast
_YEAR = re.compile(
    r"[0-9０-９民一二](?:(?<=1)9\d\d|(?<=2)0\d\d|(?<=\d)[./-]\d|(?<=民)[国國]|(?<=[一二])[九〇零○])"
)
# what can be a day with its year, in any language; candidates() is asked only for these
_FULL_DAY = re.compile(
    r"(?:19|20)\d{2}\D{0,3}\d{1,2}\D{0,3}\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}"
    r"|\d{1,2}(?:st|nd|rd|th|er|\.)?,? (?:de |d’)?[^\W\d]{3,12}\.?,? (?:de )?(?:19|20)\d{2}"
    r"|[^\W\d]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d{2}|民[国國]|[一二][九〇零○].{2}年"
)
_OWN = 60  # from this strength on a day is believed to be the article's own
_HEADING = 24  # characters of a heading over links and comments
_BESIDE = 24  # characters before a day that may say whose it is
_NUMBERS = re.compile(
    r"((?:19|20)\d{2})(?:\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})|(\d{2})(\d{2}))(?!\d)"
)
_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_WORDS = re.compile(
    rf"(?:[A-Z][a-z]{{2,8}},? )?(?:(?P<m>{_MONTH})[a-z]{{0,6}}\.? (?P<d>\d{{1,2}})(?:st|nd|rd"
    rf"|th)?,?"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_MONTH})[a-z]{{0,6}}\.?,?) (?P<year>(?:19"
    rf"|20)\d\d)"
)
_SENTENCE_END = re.compile(r"[。！？]|\.\s")
_PROSE = 100  # a line of more characters is no line of data
_DATELINE = 160  # characters at the beginning of prose in which its own day may stand
_DATED_LINE = re.compile(
    # 新华社北京2025年1月2日电; SAN FRANCISCO, Nov 22, 2024 (Reuters) -; (2025年3月2日讯)
    r"[日号號]\s?(?:[\u4e00-\u9fff]{0,4})?(?:[电電讯訊]|消息|报道|報道)|\d{4}\s*(?:/[\w ]+/"
    r"|\([^)]{2,40}\))?\s*(?:[-–—]{1,2}|\([A-Z])"
)
_PLACED = re.compile(r"[A-Z][\w .'’-]{2,28}, \Z")  # Strasbourg, 15 March 2024. Two days ago
_ELSEWHERE = re.compile(
    r"^(?:\d+ comments|相关|相關|推荐|推薦|延伸|热门(?!搜)|熱門(?!搜)|最新|更多"
    r"|往期|精彩|猜你|大家|你可能"
    r"|阅读更多|閱讀更多|上一篇|下一篇|related|recommended|read (?:more|next)|more (?:from|on"
    r"|stories)"
    r"|latest|trending|popular|you may|see also|评论|評論|网友|網友|留言|热评|comments?|leave a"
    r"|replies|讨论|討論)",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    r"©|copyright|版权|版權|备案|備案|许可证|ICP|更新|修订|修訂|修改|updated|modified"
    r"|last edited|评论|評論|留言|网友|網友|回复|回覆|楼|樓"
    r"|commented|replied|says:|comment|related|相关|相關|上一篇|下一篇|截至|as of|expires?"
    r"|有效期|deadline|截止|数据来源|資料來源|数据截|數據來源",
    re.IGNORECASE,
)


class Publication(NamedTuple):
    published: Fact[PartialDate | None]
    between: Fact[PartialDate | None]
    notes: tuple[Note, ...] = ()


class _Dated(NamedTuple):
    """A day that may be that of publication; `strength` as in dates.published."""

    value: PartialDate
    basis: Basis
    why: str
    strength: int


def publication_of(page: Page, address: str) -> Publication:
    captured = _labelled_days(page, Label.CAPTURED)
    notes = [Note("captured", str(found.value)) for found in captured[:1]]
    latest = min((d.value.latest for d in captured if d.value.latest), default=None)
    found = sorted(_found(page, address, latest), key=lambda dated: -dated.strength)
    possible = [d for d in found if not (latest and d.value.earliest and d.value.earliest > latest)]
    notes += [
        Note("date_not_believed", f"{d.value} > {latest}")
        for d in found
        if d not in possible and d.basis is Basis.METADATA
    ]
    notes += [Note("updated", str(d.value)) for d in _updated(page)[:1]]
    if not possible:
        return _undated(page, address, captured, notes)
    best = possible[0]
    notes += _other_dates(best, possible)
    told = day_of_dateline_near(page, best.value) if best.strength < _OWN else None
    if told:
        return Publication(Fact(*told), Fact(None), tuple(notes))
    return Publication(Fact(best.value, best.basis, best.why), Fact(None), tuple(notes))


def _found(page: Page, address: str, latest: date | None) -> Iterator[_Dated]:
    yield from _declared(page)
    yield from _printed(page)
    in_address = published_in_url(address) if address else None
    if in_address:
        yield _Dated(in_address, Basis.INFERRED, address[:100], 35)
    post = day_of_post(address, latest)
    if post:
        yield _Dated(PartialDate.day(post), Basis.INFERRED, address[:100], 30)


def _declared(page: Page) -> Iterator[_Dated]:
    for place, hint in enumerate(page.said("published")):
        day = _day_in(hint.value, page)
        if day:
            # every comment has its <time>; only the first may be the article's
            strength = (60 - 40 * bool(place)) if hint.origin.startswith("time") else 85 - place
            yield _Dated(day, Basis.METADATA, hint.origin, strength)


def _day_in(text: str, page: Page) -> PartialDate | None:
    """The day a value begins with, read at once when it is a plain one."""
    numbers, words = _NUMBERS.match(text), _WORDS.match(text)
    written = ""
    if numbers:
        month, day = numbers[2] or numbers[4], numbers[3] or numbers[5]
        written = f"{numbers[1]}-{month:0>2}-{day:0>2}"
    elif words:
        month = str(_MONTHS.index(words["m"] or words["month"]) // 3 + 1)
        written = f"{words['year']}-{month:0>2}-{words['d'] or words['day']:0>2}"
    if written:
        try:
            return PartialDate.parse(written)
        except DateError:
            return None
    found = candidates(text[:100], page.language, around=f"{text}\n{page.body}")
    return found[0].value if found else None


def _labelled_days(page: Page, label: Label) -> list[_Dated]:
    days = ((found, _day_in(found.value, page)) for found in page.labelled(label))
    return [_Dated(day, Basis.METADATA, found.line[:100], 0) for found, day in days if day]


def _updated(page: Page) -> list[_Dated]:
    declared = [
        _Dated(day, Basis.METADATA, hint.origin, 0)
        for hint in page.said("modified")
        if (day := _day_in(hint.value, page))
    ]
    return _labelled_days(page, Label.UPDATED) + declared


def _printed(page: Page) -> Iterator[_Dated]:
    """Days in lines of head and foot that tell about the article; never in prose."""
    head = _own(page.head, start=1)
    foot = _own(page.foot) if len(head) == len(page.head) else ()
    found = False
    for lines, penalty in ((head, 0), (foot, 25)):
        for place, line in enumerate(lines):
            own = _without_others(line, page) if _YEAR.search(line, 0, _DATELINE) else ""
            dated = _in_line(own, page) if own else None
            if dated:
                found = True
                yield dated._replace(strength=dated.strength - penalty - place)
        if found:
            return


def _without_others(own: str, page: Page) -> str:
    """The line without the days it says it was saved or updated on."""
    line = own
    for found in page.labels:
        if found.line == own and found.label in (Label.CAPTURED, Label.UPDATED):
            # the same day may stand there as that of publication too
            before, word, behind = line.partition(found.word)
            line = before + word + behind.replace(found.value, "", 1)
    return line


def _own(lines: tuple[str, ...], start: int = 0) -> tuple[str, ...]:
    """The lines before the links to other articles and the comments."""
    for place, line in enumerate(lines[start:], start):
        if len(line) <= _HEADING and _ELSEWHERE.match(line):
            return lines[:place]
    return lines


def _in_line(line: str, page: Page) -> _Dated | None:
    if len(line) > _PROSE or not _FULL_DAY.search(line):
        return _in_prose(line, page)
    for found in _days_of(line, page):
        beside = line[max(0, found.start - _BESIDE) : found.start]
        if found.why == "updated" or (found.why != "label" and _NOT_OURS.search(beside)):
            continue
        if found.basis is DateBasis.INFERRED and not _is_alone(line, found):
            return _in_prose(line, page)
        return _Dated(found.value, Basis.PRINTED, line[:100], max(found.score, 70))
    return None


def _days_of(line: str, page: Page) -> list[Published]:
    """The days of a line, best first: plain ones are read at once, others by the grammar."""
    plain = [
        weighed(line, value, match.start(), match.end())
        for match in DAY.finditer(line)
        if (value := _day_in(match[0], page))
    ]
    if plain:
        return sorted(plain, key=lambda c: (-c.score, c.start))
    return candidates(line, page.language, around=f"{line}\n{page.body}")


def _is_alone(line: str, found: Published) -> bool:
    rest = line[: found.start] + line[found.end :]
    return len(rest) <= 40 and not _SENTENCE_END.search(rest)


def _in_prose(line: str, page: Page) -> _Dated | None:
    """The dateline an agency's text begins with."""
    day = DAY.search(line[:_DATELINE])
    if day is None:
        return None
    placed = _PLACED.match(line, 0, day.start()) and line[day.end() : day.end() + 2] in (". ", ": ")
    if not placed and not _DATED_LINE.search(line, max(0, day.end() - 5), day.end() + 50):
        return None
    value = _day_in(day[0], page)
    return _Dated(value, Basis.PRINTED, line[: day.end() + 20], 75) if value else None


def _other_dates(best: _Dated, possible: list[_Dated]) -> list[Note]:
    """Other days than the one believed, unless a time zone explains them."""
    day = best.value.earliest
    others = {
        str(d.value): d
        for d in possible
        if d.strength >= 50
        and day
        and d.value.earliest
        and abs(d.value.earliest - day) > timedelta(1)
    }
    return [Note("dates_differ", f"{text} ({d.why})") for text, d in list(others.items())[:2]]


def _undated(page: Page, address: str, captured: list[_Dated], notes: list[Note]) -> Publication:
    known_by = captured + _labelled_days(page, Label.UPDATED)
    proposed = window(page, [(d.value, d.why) for d in known_by])
    told = day_of_dateline(page, proposed.value) or day_of_dateline_at(page, address)
    if told:
        return Publication(Fact(*told), Fact(None), tuple(notes))
    worked_out = anchored(page.body, proposed.value)
    if worked_out:
        notes.append(Note("dated_by_weekdays", worked_out.why))
        value = PartialDate.day(worked_out.day)
        return Publication(Fact(value, Basis.INFERRED, worked_out.why), Fact(None), tuple(notes))
    between: Fact[PartialDate | None] = Fact(None)
    if proposed.value:
        between = Fact(proposed.value, Basis.INFERRED, proposed.why)
    return Publication(Fact(None), between, (*notes, *proposed.notes))
