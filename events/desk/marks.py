"""Marks laid over a text: overlapping spans become flat stretches a template can draw.

Plain Python; offsets count characters of the clean text.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise
from typing import NamedTuple

from sources.reading import Section, SectionKind


class MarkKind(StrEnum):
    ENTITY = "entity"
    DATE = "date"
    TRIGGER = "trigger"
    CUE = "cue"
    PASSAGE = "passage"


class Mark(NamedTuple):
    """A span of the text and what it is; `proposal` only of a passage."""

    start: int
    end: int
    kind: MarkKind
    label: str = ""
    proposal: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text under which the same marks lie from end to end."""

    start: int
    text: str
    kinds: tuple[str, ...] = ()
    label: str = ""
    proposals: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()  # proposals whose passage begins here


class Line(NamedTuple):
    start: int
    stretches: tuple[Stretch, ...]


class Part(NamedTuple):
    """A section of the text, line by line."""

    kind: SectionKind
    lines: tuple[Line, ...]


def laid_out(text: str, sections: Iterable[Section], marks: Iterable[Mark]) -> list[Part]:
    """The whole text in parts, lines and stretches; empty lines are left out."""
    parts = _without_gaps(len(text), sections)
    inside = [clipped for mark in marks if (clipped := _clipped(mark, len(text)))]
    line_ends = [position for position, letter in enumerate(text) if letter == "\n"]
    breaks = {end for section in parts for end in section[1:]}
    breaks.update(line_ends, (position + 1 for position in line_ends))
    stretches = iter(_stretches(text, inside, breaks))
    shown: list[Part] = []
    rest = next(stretches, None)
    for section in parts:
        own: list[Stretch] = []
        while rest and rest.start < section.end:
            own.append(rest)
            rest = next(stretches, None)
        if lines := tuple(_lines(own)):
            shown.append(Part(section.kind, lines))
    return shown


def _without_gaps(length: int, sections: Iterable[Section]) -> list[Section]:
    """The sections in order, with body where none is named."""
    whole, position = [], 0
    for section in sorted(sections, key=lambda section: section.start):
        start, end = max(section.start, position), min(section.end, length)
        if start >= end:
            continue
        if start > position:
            whole.append(Section(SectionKind.BODY, position, start))
        whole.append(Section(section.kind, start, end))
        position = end
    if position < length:
        whole.append(Section(SectionKind.BODY, position, length))
    return whole


def _clipped(mark: Mark, length: int) -> Mark | None:
    start, end = max(mark.start, 0), min(mark.end, length)
    return mark._replace(start=start, end=end) if start < end else None


def _stretches(text: str, marks: list[Mark], breaks: set[int]) -> Iterable[Stretch]:
    """The text cut wherever a mark starts or ends, from left to right."""
    starting = {at: list(group) for at, group in groupby(sorted(marks), lambda mark: mark.start)}
    ending = {
        at: list(group)
        for at, group in groupby(sorted(marks, key=_end_of), _end_of)
    }  # fmt: skip
    cuts = sorted({0, len(text), *breaks, *starting, *ending})
    active: Counter[Mark] = Counter()
    for start, end in pairwise(cuts):
        active.subtract(ending.get(start, ()))
        active += Counter(starting.get(start, ()))
        yield _stretch(start, text[start:end], list(active))


def _end_of(mark: Mark) -> int:
    return mark.end


def _stretch(start: int, text: str, marks: Sequence[Mark]) -> Stretch:
    passages = sorted(mark for mark in marks if mark.kind == MarkKind.PASSAGE)
    labels = [mark.label for mark in marks if mark.label]
    return Stretch(
        start,
        text,
        kinds=tuple(sorted({str(mark.kind) for mark in marks})),
        label=" · ".join(dict.fromkeys(labels)),
        proposals=tuple(mark.proposal for mark in passages),
        begins=tuple(mark.proposal for mark in passages if mark.start == start),
    )


def _lines(stretches: Iterable[Stretch]) -> Iterable[Line]:
    line: list[Stretch] = []
    for stretch in stretches:
        if stretch.text != "\n":
            line.append(stretch)
            continue
        if line:
            yield Line(line[0].start, tuple(line))
        line = []
    if line:
        yield Line(line[0].start, tuple(line))
