"""Bytes in, documents out: the steps of reading in their order."""

import hashlib

from dates.published import published
from sources.reading.cleaning import clean
from sources.reading.document import Basis, Document, Fact, SectionKind
from sources.reading.formats import parts
from sources.reading.part import Part

READER_VERSION = "2"


def read(content: bytes, name: str) -> list[Document]:
    """The documents in a file's bytes; ReadingError when it cannot be read."""
    return [document(part) for part in parts(content, name)]


def document(part: Part) -> Document:
    text, notes = clean(part)
    found = published(text.text, "zh")
    title = next((s for s in text.sections if s.kind == SectionKind.TITLE), None)
    return Document(
        name=part.name,
        content=part.content,
        sha256=hashlib.sha256(part.content).hexdigest(),
        format=part.format,
        encoding=part.encoding,
        raw=part.raw,
        clean=text,
        language="zh-Hans",
        title=Fact(text.text[title.start : title.end], Basis.PRINTED) if title else Fact(""),
        publisher=Fact(""),
        authors=Fact(()),
        published=Fact(found.value, Basis(found.basis), found.why) if found else Fact(None),
        published_between=Fact(None),
        url=Fact(""),
        notes=(*part.notes, *notes),
    )
