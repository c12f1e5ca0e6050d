"""What reading makes of a document. Plain Python: nothing here touches the database.

Offsets count characters (code points). "Raw" offsets count in `Document.raw`, the text as decoded
and before anything was taken out; "clean" offsets count in `Document.clean.text`.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from dates import PartialDate
from sources.reading.likeness import Fingerprint, fingerprint

T = TypeVar("T")


class ReadingError(Exception):
    """This document is refused; the message tells a person why and what would be right."""

    @property
    def why(self) -> str:
        """The words, which may be Said: `str` of an error would forget what they were made from."""
        return self.args[0] if self.args else ""


class Basis(StrEnum):
    """How something about a document is known."""

    PRINTED = "printed"
    METADATA = "metadata"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """A value, how it is known, and the words or the field it comes from."""

    value: T
    basis: Basis = Basis.UNKNOWN
    why: str = ""


class SectionKind(StrEnum):
    """Parts of a text that deserve different trust; the values of a claim's section."""

    TITLE = "title"
    BODY = "body"
    MACHINE_SUMMARY = "machine_summary"
    METADATA = "metadata"


class Section(NamedTuple):
    """A stretch of the clean text."""

    kind: SectionKind
    start: int
    end: int


class Run(NamedTuple):
    """`length` characters that stand at `clean` in the clean text and at `raw` in the raw one."""

    clean: int
    raw: int
    length: int


class Note(NamedTuple):
    """Something odd that was met: a code known to sources.reading.notes, and what it is about."""

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class CleanText:
    """The text to read, and where each character of it comes from."""

    text: str
    runs: tuple[Run, ...]  # in order of clean offsets; what is in no run was put in by cleaning
    sections: tuple[Section, ...] = ()

    @classmethod
    def unchanged(cls, raw: str) -> "CleanText":
        body = (Section(SectionKind.BODY, 0, len(raw)),)
        return cls(raw, (Run(0, 0, len(raw)),) if raw else (), body)

    def raw_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where clean text from `start` to `end` stands in the raw text, what lay between too."""
        first, last = self._raw_of(start), self._raw_of(end - 1)
        return None if first is None or last is None else (first, last + 1)

    def _raw_of(self, position: int) -> int | None:
        place = bisect_right(self.runs, position, key=lambda run: run.clean) - 1
        if place < 0:
            return None
        run = self.runs[place]
        inside = position - run.clean
        return run.raw + inside if inside < run.length else None

    def section_at(self, position: int) -> SectionKind:
        for section in self.sections:
            if section.start <= position < section.end:
                return section.kind
        return SectionKind.BODY


@dataclass(frozen=True)
class Document:
    """One document as read. A file such as a feed may hold several."""

    name: str  # of the file; items of a feed add # and their number
    content: bytes  # as received; for an item of a feed, its own bytes
    sha256: str
    format: str  # plain, markdown, html, weibo, feed, mail, docx, pdf
    encoding: str
    raw: str
    clean: CleanText
    language: str  # zh-Hans, zh-Hant, en, another BCP 47 tag, or und
    title: Fact[str]
    publisher: Fact[str]  # its name as printed; "" when unknown
    authors: Fact[tuple[str, ...]]
    published: Fact[PartialDate | None]
    published_between: Fact[PartialDate | None]  # a proposed window when there is no date
    url: Fact[str]
    relies_on: tuple[str, ...] = ()  # publishers it cites, as printed
    notes: tuple[Note, ...] = field(default=())

    @cached_property
    def fingerprint(self) -> Fingerprint:
        """What near copies are found by; who only reads does not ask."""
        return fingerprint(self.clean.text)
