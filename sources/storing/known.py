"""What is here already of a document: the source it is, and what its row will point to."""

from typing import NamedTuple

from sources.models import Source
from sources.reading import Document
from sources.storing.asking import ask, ask_by_index
from sources.storing.copies import SHARING, copies_among, sharing
from sources.storing.publishers import NAMED, Publishers, spelled

_LEAN = ("sections", "sketch", "oddities")
_BY_BYTES = "SELECT id FROM sources_source WHERE sha256 = %(sha256)s AND text <> ''"
# One with the same address and no text waits for whatever is found there, unless it names other
# bytes.
_ITSELF = """
SELECT id FROM sources_source
WHERE sha256 = %(sha256)s OR (url = %(url)s AND text = '' AND sha256 IS NULL)
ORDER BY sha256 LIMIT 1 FOR UPDATE
"""
_ADDRESS = "SELECT 1 FROM sources_source WHERE url = %(url)s"


class Here(NamedTuple):
    itself: int | None  # the source it is, with its text or waiting for it; locked
    address_taken: bool
    publishers: Publishers  # that it names
    copies: list[int]


def known_by_bytes(sha256: str) -> Source | None:
    """The source that was read from exactly these bytes."""
    (rows,) = ask(_BY_BYTES, sha256=sha256)
    return Source.objects.defer("text", *_LEAN).get(pk=rows[0][0]) if rows else None


def here_of(document: Document, source: Source) -> Here:
    """Asked for at once; `source` has what reading fills."""
    names = [document.publisher.value, *document.relies_on]
    itself, address, publishers, copies = ask_by_index(
        _ITSELF,
        _ADDRESS,
        NAMED,
        SHARING,
        **sharing(source),
        **spelled(names),
        sha256=document.sha256,
        url=document.url.value or None,
    )
    return Here(
        itself[0][0] if itself else None,
        bool(address),
        Publishers(publishers),
        copies_among(copies, source),
    )


def by_id(key: int) -> Source:
    return Source.objects.defer(*_LEAN).get(pk=key)
