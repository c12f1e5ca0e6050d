"""What of a document is looked at for its title, publisher, authors and date.

Facts about a document stand at its head, at its foot and beside labels (来源：, Author:); the
body is prose about other things. A `Page` is these places, found once for all who look.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sources.reading.document import CleanText, SectionKind
from sources.reading.metadata.labels import Label, Labelled, labels_in
from sources.reading.part import Declared, Part

_HEAD_LINES, _FOOT_LINES = 14, 14
_LOOKED_AT = 40  # lines at either end, empty ones included
_LONGEST_LINE = 400  # characters of a line that are looked at
_READ = 30_000  # characters of the body that are read for whom it cites and when it was written
_HEADING = 30  # more characters than a heading over metadata has
LONG = 240  # a line of more characters is prose

_METADATA = re.compile(r"(?:#+\s*)?(?:元数据|元數據|元資料|metadata)[:：]?$", re.IGNORECASE)
# how a collector lists what it knows of a document
_ITEM = re.compile(r"[-*]\s+\*\*[^*]{1,20}\*\*\s?[:：]")
_PINYIN = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,4}[)）]")
_GLOSS = re.compile(r"[(（][a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü][a-zü]{0,4}[)）]")


@dataclass(frozen=True, slots=True)
class Page:
    """A document's head, foot, labels and body; lines are stripped and never empty."""

    part: Part
    language: str
    title_lines: tuple[str, ...]  # what the format or the cleaning told apart as a title
    head: tuple[str, ...]
    foot: tuple[str, ...]  # never a line of the head again
    labels: tuple[Labelled, ...]
    body: str  # clean, without title, machine summaries and metadata

    def said(self, name: str) -> tuple[Declared, ...]:
        return self.part.said(name)

    def labelled(self, label: Label) -> Iterator[Labelled]:
        return (found for found in self.labels if found.label is label)

    @property
    def edges(self) -> tuple[str, ...]:
        return self.head + self.foot


def page_of(part: Part, clean: CleanText, language: str) -> Page:
    head, foot = _edges(part.text.text)
    metadata = _of_kind(clean, SectionKind.METADATA)
    return Page(
        part=part,
        language=language,
        title_lines=tuple(_lines(_of_kind(clean, SectionKind.TITLE).split("\n"))),
        head=head,
        foot=foot,
        labels=tuple(_labels(head + foot, metadata)),
        body=_body(clean)[:_READ],
    )


def without_glosses(text: str) -> str:
    bracketed = ")" in text or "）" in text
    return _GLOSS.sub("", text) if bracketed and _PINYIN.search(text) else text


def _of_kind(clean: CleanText, kind: SectionKind) -> str:
    return "\n".join(clean.text[s.start : s.end] for s in clean.sections if s.kind is kind)


def _body(clean: CleanText) -> str:
    """What is in no section of another kind."""
    pieces, place = [], 0
    for section in sorted(clean.sections, key=lambda s: s.start):
        if section.kind is not SectionKind.BODY:
            pieces.append(clean.text[place : section.start])
            place = max(place, section.end)
    return "\n".join(piece for piece in (*pieces, clean.text[place:]) if piece)


def _lines(lines: Iterable[str]) -> list[str]:
    stripped = (line[:_LONGEST_LINE].strip("\ufeff \t\u3000") for line in lines)
    return [without_glosses(line) for line in stripped if line]


def _edges(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The first lines, and of what follows them the last ones."""
    first = text.split("\n", _LOOKED_AT)
    rest = first.pop() if len(first) > _LOOKED_AT else ""
    lines = _lines(first)
    last = lines[_HEAD_LINES:] + _lines(rest.rsplit("\n", _LOOKED_AT)[-_LOOKED_AT:] if rest else [])
    return tuple(lines[:_HEAD_LINES]), tuple(last[-_FOOT_LINES:])


def _labels(edges: tuple[str, ...], metadata: str) -> Iterator[Labelled]:
    told = set(_lines(metadata.split("\n")))
    below = False
    for line in dict.fromkeys([*edges, *told]):
        below = below or (len(line) < _HEADING and bool(_METADATA.match(line)))
        if len(line) <= LONG:
            item = line[0] in "-*" and bool(_ITEM.match(line))
            yield from labels_in(line, machine=below or line in told or item)
