"""From bytes to a document: text, sections and what is known of it, each with its basis."""

from sources.reading.document import CleanText, Document, Fact, Note, Run, Section, SectionKind
from sources.reading.reader import READER_VERSION, read

__all__ = [
    "READER_VERSION",
    "CleanText",
    "Document",
    "Fact",
    "Note",
    "Run",
    "Section",
    "SectionKind",
    "read",
]
