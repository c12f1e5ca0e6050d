"""Bytes in, documents out: the steps of reading in their order."""

import hashlib

from sources.reading.cleaning import clean
from sources.reading.document import Document
from sources.reading.formats import parts
from sources.reading.language import language_of
from sources.reading.limits import MOST_CHARACTERS, refuse_many
from sources.reading.metadata import describe
from sources.reading.part import Part
from sources.reading.said import pgettext

READER_VERSION = "2"


def read(content: bytes, name: str) -> list[Document]:
    """The documents in a file's bytes; ReadingError when it cannot be read."""
    return [document(part) for part in parts(content, name)]


def document(part: Part) -> Document:
    """A part cleaned, with its language and what is known of it besides its text."""
    refuse_many(len(part.text.text), MOST_CHARACTERS, lambda: pgettext("how many", "characters"))
    text, notes = clean(part)
    language = language_of(text.text)
    known = describe(part, text, language)
    return Document(
        name=part.name,
        content=part.content,
        sha256=hashlib.sha256(part.content).hexdigest(),
        format=part.format,
        encoding=part.encoding,
        raw=part.raw,
        clean=text,
        language=language,
        title=known.title,
        publisher=known.publisher,
        authors=known.authors,
        published=known.published,
        published_between=known.published_between,
        url=known.url,
        relies_on=known.relies_on,
        notes=(*part.notes, *notes, *known.notes),
    )
