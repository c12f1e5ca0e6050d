"""Markdown's marks taken out of a text; its words, and asterisks that censor, stay."""

import re
import unicodedata
from collections.abc import Iterator

from sources.reading.document import CleanText
from sources.reading.mapped import Edit, Spans, edited, moved_spans
from sources.reading.part import Heading

_HEADING = re.compile(r"^[ ]{0,3}(#{1,6})[ \t]+(?=\S)([^\n]*?)([ \t]+#+)?[ \t]*$", re.MULTILINE)
_UNDERLINED = re.compile(r"^(?=[^\n]{1,200}$)(\S[^\n]*)\n(=+|-{3,})[ \t]*$", re.MULTILINE)
_RULE = re.compile(
    r"^[ ]{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$\n?", re.MULTILINE
)
_FENCE = re.compile(r"^[ ]{0,3}(?:`{3,}|~{3,})[^\n`]*$\n?", re.MULTILINE)
_BULLET = re.compile(r"^[ \t]{0,12}(?:>[ \t]?)*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)", re.MULTILINE)
_QUOTE = re.compile(r"^[ ]{0,3}(?:>[ \t]?)+", re.MULTILINE)
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[[^\]\n]{1,200}\]:[ \t]*\S{1,2000}[^\n]{0,200}$\n?", re.MULTILINE
)
_IMAGE = re.compile(
    r"!\[([^\]\n]{0,300})\]\(([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?)\)"
)
_LINK = re.compile(
    r"\[((?:[^\[\]\n]|\[[^\[\]\n]{0,200}\]){0,500})\]"
    r"\((?:[^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?)\)"
)
_REFERENCE = re.compile(r"\[([^\[\]\n]{1,300})\]\[([^\[\]\n]{0,100})\]")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_CODE = re.compile(r"(`{1,2})([^`\n]{1,300})\1")
_STRIKE = re.compile(r"~~(?=\S)[^~\n]{1,300}(?<=\S)~~")
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+\-.!~>|])")
_HARD_BREAK = re.compile(r"\\$", re.MULTILINE)
_STARS = re.compile(r"(?<![\\*])(\*{1,3})(?!\*)")
_LINES = re.compile(r"(?<![\w\\])(_{1,3})(?=\S)([^_\n]{1,300})(?<=\S)\1(?!\w)")
_TABLE = re.compile(
    r"^[ \t]*\|?[^\n|]*\|[^\n]*\n"
    r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$"
    r"(?:\n[^\n]*\|[^\n]*)*",
    re.MULTILINE,
)
_CELL = re.compile(r"[ \t]*\|[ \t]*")
_NO_WORDS = re.compile(
    r"[\W\d_]*(?:(?:(?:hero|cover|featured|banner|header|lead) )?"
    r"(?:image|img|图片?|圖片?|photo|picture|screenshot|截图|截圖|配图|配圖|alt|logo|icon|figure|fig"
    r"|null|undefined|加载中|封面图?)?[\W\d_]*)|\S{1,200}\.(?:png|jpe?g|gif|webp|svg|bmp)",
    re.IGNORECASE,
)


def without_marks(text: CleanText) -> tuple[CleanText, tuple[Heading, ...]]:
    """The words of a Markdown text, and its headings."""
    code = Spans(_fenced(text.text))
    edits = [edit for edit in _edits(text.text) if edit.start not in code]
    edits += [Edit(m.start(), m.end()) for m in _FENCE.finditer(text.text)]
    levels, spans = _headings(text.text, code)
    result = edited(text, edits)
    places = moved_spans(spans, edits)
    headings = [
        Heading(level, start, end)
        for level, (start, end) in zip(levels, places, strict=True)
        if start < end
    ]
    return result, tuple(headings)


def _fenced(text: str) -> list[tuple[int, int]]:
    fences = list(_FENCE.finditer(text)) if "```" in text or "~~~" in text else []
    return [(a.end(), b.start()) for a, b in zip(fences[::2], fences[1::2], strict=False)]


def _headings(text: str, code: Spans) -> tuple[list[int], list[tuple[int, int]]]:
    found = [(len(m[1]), m.span(2)) for m in _HEADING.finditer(text)]
    found += [(1 if m[2][0] == "=" else 2, m.span(1)) for m in _UNDERLINED.finditer(text)]
    found = [(level, span) for level, span in found if span[0] not in code]
    found.sort(key=lambda item: item[1])
    return [level for level, _ in found], [span for _, span in found]


def _edits(text: str) -> Iterator[Edit]:
    for match in _HEADING.finditer(text):
        yield Edit(match.start(), match.start(2))
        yield Edit(match.end(2), match.end())
    for match in _UNDERLINED.finditer(text):
        yield Edit(match.start(2), match.end(2))
    for pattern in (_RULE, _BULLET, _QUOTE, _DEFINITION, _ESCAPE, _HARD_BREAK):
        yield from (Edit(match.start(), match.end()) for match in pattern.finditer(text))
    yield from _links(text)
    yield from _inner(_CODE, text)
    yield from _inner(_LINES, text)
    for match in _STRIKE.finditer(text):
        yield from (Edit(match.start(), match.start() + 2), Edit(match.end() - 2, match.end()))
    yield from _emphasis(text)
    yield from _tables(text)


def _inner(pattern: re.Pattern[str], text: str) -> Iterator[Edit]:
    """Marks around the second group."""
    for match in pattern.finditer(text):
        yield from (Edit(match.start(), match.start(2)), Edit(match.end(2), match.end()))


def _links(text: str) -> Iterator[Edit]:
    """Pictures become their alternative words, links theirs."""
    if "](" in text or "][" in text:
        for match in _IMAGE.finditer(text):
            if _NO_WORDS.fullmatch(match[1]):
                yield Edit(match.start(), match.end())
            else:
                yield from _around(match, 1)
        for pattern in (_LINK, _REFERENCE):
            for match in pattern.finditer(text):
                yield from _around(match, 1)
    for match in _AUTOLINK.finditer(text):
        yield from _around(match, 1)


def _around(match: re.Match[str], group: int) -> Iterator[Edit]:
    yield Edit(match.start(), match.start(group))
    yield Edit(match.end(group), match.end())


def _tables(text: str) -> Iterator[Edit]:
    for table in _TABLE.finditer(text) if "|" in text and "--" in text else ():
        place = table.start()
        for number, line in enumerate(table[0].split("\n")):
            if number == 1:
                yield Edit(place - 1, place + len(line))
            else:
                yield from _cells(line, place)
            place += len(line) + 1


def _cells(line: str, place: int) -> Iterator[Edit]:
    for match in _CELL.finditer(line):
        outer = match.start() == 0 or match.end() == len(line)
        yield Edit(place + match.start(), place + match.end(), "" if outer else "  ")


def _emphasis(text: str) -> Iterator[Edit]:
    """Pairs of asterisks on one line that stand as CommonMark asks, and enclose no clause."""
    if "*" not in text:
        return
    place = 0
    for line in text.split("\n"):
        if "*" in line:
            for start, end, width in _pairs(line):
                yield Edit(place + start, place + start + width)
                yield Edit(place + end - width, place + end)
        place += len(line) + 1


def _pairs(line: str) -> Iterator[tuple[int, int, int]]:
    opened: re.Match[str] | None = None
    for match in _STARS.finditer(line):
        before, after = line[: match.start()][-1:], line[match.end() :][:1]
        closes = opened and len(opened[1]) == len(match[1]) and _can_close(before, after)
        if opened and closes and _is_emphasis(line, opened, match):
            yield opened.start(), match.end(), len(match[1])
            opened = None
            continue
        opened = match if _can_open(before, after) else opened


def _can_open(before: str, after: str) -> bool:
    if not after or after.isspace():
        return False
    return not _is_mark(after) or not before or before.isspace() or _is_mark(before)


def _can_close(before: str, after: str) -> bool:
    if not before or before.isspace():
        return False
    return not _is_mark(before) or not after or after.isspace() or _is_mark(after)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _is_emphasis(line: str, opened: re.Match[str], closed: re.Match[str]) -> bool:
    """Between words on both sides, asterisks may censor: then only a short phrase is bold."""
    before, after = line[: opened.start()][-1:], line[closed.end() :][:1]
    inner = line[opened.end() : closed.start()]
    loose = not before or before.isspace() or _is_mark(before)
    return loose or (len(inner) <= 30 and not re.search(r"[，。；！？,;]", inner) and after != "*")
