"""A text in sentences, and sentences in clauses, Chinese and English, by offsets."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

# what no sentence is longer than; texts without any full stop stay cheap to read
LONGEST = 600

_CLOSING = "\"'”’」』）)\\]】》"
# patterns that begin with one set of characters are tried nowhere else
_STOP = re.compile(
    r"[。！？!?；;….\n](?:"
    rf"(?<=[。！？!?；;…])[。！？!?；;…]*[{_CLOSING}]*"
    rf"|(?<=\.)\.*[{_CLOSING}]*(?=\s+(?:[^a-z\s]|[a-z]{{1,2}}[A-Z0-9]))"
    r"|(?<=[\u4e00-\u9fff]\.)(?=[\u4e00-\u9fff\s]|$)"
    r"|(?<=\n)\n*)"
)
# words whose full stop ends no sentence
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“])(?:[A-Za-z]|[A-Z]\.[A-Z]|U\.S|U\.K|E\.U|a\.m|p\.m|e\.g|i\.e|Inc|Corp|Bros"
    r"|Cos|Co|Ltd|LLC|Mr|Mrs|Ms|Dr|Prof|Sen"
    r"|Rep|Gov|Gen|St|vs|No|Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|est|Fig)\Z"
)
_ABBREVIATION_REACH = 8
_CHINESE_CLAUSE = re.compile(
    r"[，：:（）()…,—–-](?:(?<=[，：:（）()…])|(?<=,)(?:(?<![0-9],)|(?![0-9]))|(?<=—)—|(?<=-)-"
    r"|(?<=[\u4e00-\u9fff”》][-–—])(?=[\u4e00-\u9fff]))"
)
_ENGLISH_CLAUSE = re.compile(
    r"[,;:()—\s](?:(?<=,)[\s\"']|(?<=[;()—])|(?<=:)\s|(?<=\s)(?:[-–]+\s"
    r"|(?=(?:but|while|although|though|after|before|because|which|who|where|when|whereas|since"
    r"|despite|following|amid|if|unless)\s)))"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
# a line without a full stop and not longer than this is a heading, an item or a table's cell
_HEADING = 60
_HEADING_ENGLISH = 110


class Sentence(NamedTuple):
    start: int
    end: int
    line: int  # number of its line, counted from 0
    heading: bool
    clauses: tuple[int, ...]  # where each clause starts, the first at `start`
    chinese: bool

    def clause(self, position: int) -> tuple[int, int]:
        """Start and end of the clause that holds a position."""
        at = bisect_right(self.clauses, position) - 1
        end = self.clauses[at + 1] if at + 1 < len(self.clauses) else self.end
        return self.clauses[at], end


def sentences(text: str) -> list[Sentence]:
    """Every sentence, in order; white space between them belongs to none."""
    found: list[Sentence] = []
    for line, (first, last) in enumerate(_lines(text)):
        spans = list(_spans(text, first, last))
        heading = len(spans) == 1 and _is_heading(text, *spans[0])
        found.extend(_sentence(text, start, end, line, heading) for start, end in spans)
    return found


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in [*(match.start() for match in re.finditer(r"\n", text)), len(text)]:
        if text[start:end].strip():
            yield start, end
        start = end + 1


def _spans(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    start = first
    for match in _STOP.finditer(text, first, last):
        if match[0][0] == "." and _abbreviated(text, match.start()):
            continue
        yield from _pieces(text, start, match.end())
        start = match.end()
    yield from _pieces(text, start, last)


def _abbreviated(text: str, stop: int) -> bool:
    return bool(_ABBREVIATION.search(text, max(0, stop - _ABBREVIATION_REACH), stop))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without white space around, cut where it is longer than any sentence."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = max(text.rfind(mark, start + LONGEST // 2, start + LONGEST) for mark in "，, ")
        cut = cut + 1 if cut > 0 else start + LONGEST
        yield start, cut
        start = cut
    if start < end:
        yield start, end


# what a heading does not hold, and what an item of a list begins with
_PROSE = re.compile(
    r"[。！!；;…，]|[：:]\Z|\.(?:\s|$)|,\s|【|\A\s*(?:[-*–>](?=\s)|[•·●▪◦|｜]|\d{1,2}[.)、])"
)


def _is_heading(text: str, start: int, end: int) -> bool:
    limit = _HEADING if _HAN.search(text, start, end) else _HEADING_ENGLISH
    return end - start <= limit and not _PROSE.search(text[start:end])


def _sentence(text: str, start: int, end: int, line: int, heading: bool) -> Sentence:
    chinese = bool(_HAN.search(text, start, end))
    marks = (_CHINESE_CLAUSE if chinese else _ENGLISH_CLAUSE).finditer(text, start, end)
    starts = [match.end() for match in marks if start < match.end() < end]
    return Sentence(start, end, line, heading, (start, *starts), chinese)
