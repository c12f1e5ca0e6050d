"""A text in sentences, and sentences in clauses, Chinese and English, by offsets."""

import re
from collections.abc import Iterable

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
_REACH = 8  # characters that hold one of them
_CHINESE_CLAUSE = re.compile(
    r"[，：:（）()…,—–-](?:(?<=[，：:（）()…])|(?<=,)(?:(?<![0-9],)|(?![0-9]))|(?<=—)—|(?<=-)-"
    r"|(?<=[\u4e00-\u9fff”》][-–—])(?=[\u4e00-\u9fff]))"
)
_ENGLISH_CLAUSE = re.compile(
    r"[,;:()—\s](?:(?<=,)[\s\"']|(?<=[;()—])|(?<=:)\s|(?<=\s)(?:[-–]+\s"
    r"|(?=(?:but|while|although|though|after|before|because|which|who|where|when|whereas|since"
    r"|despite|following|amid|if|unless|who['’](?:d|ve|s|re|ll))\s)))"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
# a line without a full stop and not longer than this is a heading, an item or a table's cell
_HEADING = 60
_HEADING_ENGLISH = 110


# where one starts and ends, the number of its line from 0, and whether it is a heading
Sentence = tuple[int, int, int, bool]


def sentences(text: str) -> list[Sentence]:
    """Every sentence, in order; white space between them belongs to none."""
    found: list[Sentence] = []
    line = start = 0
    for stop in _STOP.finditer(text):
        place, end = stop.span()
        mark = text[place]
        if mark == "\n":
            _add(found, text, start, place, line)
            line += _ends_line(found, text, line)
        elif mark == "." and _ABBREVIATION.search(text, max(0, place - _REACH), place):
            continue
        else:
            _add(found, text, start, end, line)
        start = end
    _add(found, text, start, len(text), line)
    _ends_line(found, text, line)
    for place, (start, end, line, _) in enumerate(found):
        if text[start] in _COUNTS and (number := _NUMBERED.match(text, start)):
            # “2.” is taken for a sentence of its own
            head = place + 1 if number.end() >= end and line == _line(found, place + 1) else place
            if _is_over(found, head, number.end(), text):
                found[head] = (*found[head][:3], True)
    return found


def is_chinese(text: str, start: int, end: int) -> bool:
    return _HAN.search(text, start, end) is not None


def clause_starts(text: str, start: int, end: int, chinese: bool) -> list[int]:
    """Where each clause of a sentence starts but the first."""
    marks = (_CHINESE_CLAUSE if chinese else _ENGLISH_CLAUSE).finditer(text, start, end)
    if chinese:
        return _without_glosses(marks, text, start, end)
    return [place for match in marks if start < (place := match.end()) < end]


# 祖克柏（Mark Zuckerberg）表示, 15億美元（約新台幣457億元）: a name or sum once more
_GLOSS = re.compile(
    r"(?![如像含]|例如|包括|比如|其中)[^，。；：:（）()！？!?\n]{1,40}(?:，[左中右])?[）)]"
)
# 新成立的实验室（…）讨论: who was founded then did something
_FOUNDED, _FOUNDED_REACH = re.compile("新(?:成立|[组組]建)的"), 16


def _without_glosses(marks: Iterable[re.Match[str]], text: str, start: int, end: int) -> list[int]:
    """The places where clauses start: none does at a gloss in brackets."""
    places: list[int] = []
    known = start  # up to where a gloss has been passed over
    for match in marks:
        place = match.end()
        if not known < place < end:
            continue
        gloss = _GLOSS.match(text, place, end) if text[place - 1] in "（(" else None
        if gloss and not _FOUNDED.search(text, max(start, place - _FOUNDED_REACH), place):
            known = gloss.end()
        else:
            places.append(place)
    return places


def _ends_line(found: list[Sentence], text: str, line: int) -> bool:
    """Whether the line has any sentence; if it is the only one it may be a heading."""
    if not found or found[-1][2] != line:
        return False
    if len(found) == 1 or found[-2][2] != line:
        start, end, *_ = found[-1]
        found[-1] = start, end, line, _is_heading(text, start, end)
    return True


def _add(found: list[Sentence], text: str, start: int, end: int, line: int) -> None:
    """The stretch without white space around it, cut where it is longer than any sentence."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = max(text.rfind(mark, start + LONGEST // 2, start + LONGEST) for mark in "，, ")
        cut = cut + 1 if cut > 0 else start + LONGEST
        found.append((start, cut, line, False))
        start = cut
    if start < end:
        found.append((start, end, line, False))


# what a heading does not hold, and what an item of a list begins with
_PROSE = re.compile(
    r"[。！!；;…，]|[：:]\Z|\.(?:\s|$)|,\s|【|\A\s*(?:[-*–>](?=\s)|[•·●▪◦|｜]|\d{1,2}[.)、])"
)


# 2. 某公司推出新模型, over what the news is: an item of a list is followed by the next
_COUNTS = "0123456789一二三四五六七八九十"
_NUMBERED = re.compile(r"(?<![^\n])(?:\d{1,2}[.、)）]|[一二三四五六七八九十]{1,2}、)\s*")


def _line(found: list[Sentence], place: int) -> int:
    return found[place][2] if place < len(found) else -1


def _is_over(found: list[Sentence], place: int, begins: int, text: str) -> bool:
    """Whether a numbered line is the heading of the prose that follows."""
    if place + 1 >= len(found) or found[place][2] == found[place + 1][2]:
        return False
    following = found[place + 1]
    if following[3] or _NUMBERED.match(text, following[0]):
        return False
    return _is_heading(text, begins, found[place][1])


def _is_heading(text: str, start: int, end: int) -> bool:
    limit = _HEADING if is_chinese(text, start, end) else _HEADING_ENGLISH
    return end - start <= limit and not _PROSE.search(text[start:end])
