"""One document between the steps of reading: decoded, out of its markup, not yet cleaned."""

from dataclasses import dataclass
from typing import NamedTuple

from sources.reading.document import CleanText, Note


class Declared(NamedTuple):
    """What a document's markup says of it: a hint, believed only when the text agrees.

    Fields: title, description, published, modified, author, site_name, url, language.
    A field may come several times; what is to be trusted more comes first.
    """

    field: str
    value: str  # as written there, white space stripped
    origin: str  # "og:title", "JSON-LD datePublished", "time datetime", "front matter date", "Date"


class File(NamedTuple):
    """A decoded file, before its format is known."""

    name: str
    content: bytes
    raw: str
    encoding: str
    notes: tuple[Note, ...] = ()


class Heading(NamedTuple):
    """A heading in the part's text, 1 the highest."""

    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a file: a feed gives several, everything else one.

    `text` is `raw` without its markup, with its map to raw offsets; a printed title that the
    format tells apart (h1, # heading, a feed item's title) is its section of kind title.
    """

    name: str
    content: bytes  # as received; for an item of a feed, its own bytes
    format: str  # plain, markdown, html, weibo, feed, mail, docx, pdf
    encoding: str
    raw: str
    text: CleanText
    declared: tuple[Declared, ...] = ()
    headings: tuple[Heading, ...] = ()
    notes: tuple[Note, ...] = ()

    def said(self, field: str) -> tuple[Declared, ...]:
        """Everything declared of one field, the most trusted first."""
        return tuple([hint for hint in self.declared if hint.field == field])
