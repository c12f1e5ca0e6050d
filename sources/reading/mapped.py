"""Changing a text without losing where its characters come from."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sources.reading.document import CleanText, Run, Section


class Edit(NamedTuple):
    """Characters from `start` to `end` give way to `put`."""

    start: int
    end: int
    put: str = ""


class Spans:
    """Stretches of a text that do not overlap, asked whether a place is in one of them."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.spans = sorted(spans)
        self.starts = [start for start, _end in self.spans]

    def __contains__(self, position: int) -> bool:
        place = bisect_right(self.starts, position) - 1
        return place >= 0 and position < self.spans[place][1]


def edited(text: CleanText, edits: Iterable[Edit]) -> CleanText:
    """The text with all edits made; one that overlaps an earlier one is left out.

    Put characters count as standing where the replaced ones stood, one for one from the first;
    white space that replaces something of another length stands nowhere.
    """
    changes = _in_order(edits)
    if not changes:
        return text
    return _Making(text).make(changes)


def _in_order(edits: Iterable[Edit]) -> list[Edit]:
    changes: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: edit[:2]):
        if not changes or edit.start >= changes[-1].end:
            changes.append(edit)
    return changes


class _Making:
    """One pass over the pieces of a text and its runs."""

    def __init__(self, text: CleanText) -> None:
        self.text = text
        self.pieces: list[str] = []
        self.runs: list[Run] = []
        self.length = 0
        self.place = 0  # the old run at or before what is copied next

    def make(self, changes: list[Edit]) -> CleanText:
        done = 0
        for start, end, put in changes:
            self._copy(done, start)
            self._put(start, end, put)
            done = end
        self._copy(done, len(self.text.text))
        sections = tuple(_moved(self.text.sections, changes)) if self.text.sections else ()
        return CleanText("".join(self.pieces), tuple(self.runs), sections)

    def _copy(self, start: int, end: int) -> None:
        if start < end:
            self._map(start, end)
            self.pieces.append(self.text.text[start:end])
            self.length += end - start

    def _put(self, start: int, end: int, put: str) -> None:
        if not put:
            return
        if start < end and (not put.isspace() or len(put) == end - start):
            self._map(start, min(end, start + len(put)))
        self.pieces.append(put)
        self.length += len(put)

    def _map(self, start: int, end: int) -> None:
        """Old characters from `start` to `end` stand at the end of what is made so far."""
        runs = self.text.runs
        place = self.place
        while place < len(runs) and runs[place].clean + runs[place].length <= start:
            place += 1
        self.place = place
        while place < len(runs) and runs[place].clean < end:
            clean, raw, length = runs[place]
            first, last = max(clean, start), min(clean + length, end)
            self._run(self.length + first - start, raw + first - clean, last - first)
            place += 1

    def _run(self, clean: int, raw: int, length: int) -> None:
        if self.runs:
            before = self.runs[-1]
            if before.clean + before.length == clean and before.raw + before.length == raw:
                self.runs[-1] = Run(before.clean, before.raw, before.length + length)
                return
        self.runs.append(Run(clean, raw, length))


def _moved(sections: tuple[Section, ...], changes: list[Edit]) -> Iterator[Section]:
    """Sections at their new places; those that lost all their text are gone."""
    spans = moved_spans([(start, end) for _, start, end in sections], changes)
    for section, (start, end) in zip(sections, spans, strict=True):
        if start < end:
            yield Section(section.kind, start, end)


def moved_spans(spans: Sequence[tuple[int, int]], edits: Iterable[Edit]) -> list[tuple[int, int]]:
    """Where stretches of a text stand once these edits are made."""
    changes = _in_order(edits)
    starts = [change.start for change in changes]
    grown = [0]
    for start, end, put in changes:
        grown.append(grown[-1] + len(put) - (end - start))

    def moved(position: int, place: int) -> int:
        if place and position < changes[place - 1].end:
            return changes[place - 1].start + grown[place - 1]
        return position + grown[place]

    return [
        (moved(start, bisect_right(starts, start)), moved(end, bisect_left(starts, end)))
        for start, end in spans
    ]
