"""What is here already of a document: the source it is, and what its row will point to."""

from collections.abc import Generator, Sequence
from typing import NamedTuple

from sources.models import Source
from sources.reading import Document
from sources.storing.asking import ask, underway
from sources.storing.copies import MOMENT, SHARING, Look, copies_among, sharing
from sources.storing.publishers import Publishers, question_of
from sources.storing.wire import Question, Rows

_LEAN = ("sections", "sketch", "oddities")
_BY_BYTES = "SELECT id FROM sources_source WHERE sha256 = %(sha256)s AND text <> ''"
# One with the same address and no text waits for whatever is found there, unless it names other
# bytes.
_ITSELF = """SELECT id FROM sources_source
WHERE sha256 = %(sha256)s OR (url = %(url)s AND text = '' AND sha256 IS NULL)
ORDER BY sha256
"""
_ADDRESS = "SELECT 1 FROM sources_source WHERE url = %(url)s"
_NEXT = "nextval(pg_get_serial_sequence('sources_source', 'id'))"
_HERE = f"SELECT {_NEXT}, ARRAY({_ITSELF}), EXISTS ({_ADDRESS}), {MOMENT}, ARRAY({SHARING})"


class Here(NamedTuple):
    next: int  # the id it gets when it is new
    itself: int | None  # the source it is, with its text or waiting for it
    address_taken: bool
    publishers: Publishers  # that it names
    look: Look
    answers: list[Rows]  # to what else was asked


def known_by_bytes(sha256: str) -> Source | None:
    """The source that was read from exactly these bytes."""
    rows = ask(_BY_BYTES, sha256=sha256)
    return Source.objects.defer("text", *_LEAN).get(pk=rows[0][0]) if rows else None


def here_of(
    document: Document, source: Source, also: Sequence[Question] = ()
) -> Generator[None, None, Here]:
    """`source` has what reading fills; `also` is asked with it. Stops while it is asked."""
    address = {"sha256": document.sha256, "url": document.url.value or None}
    named = question_of([document.publisher.value, *document.relies_on])
    asked = [(_HERE, sharing(source) | address), named, *also]
    with underway(asked) as answers:
        yield
    ((key, itself, taken, moment, ids),), publishers, *others = answers
    look = Look(moment, ids, copies_among(ids, source))
    known = Publishers(publishers)
    return Here(key, itself[0] if itself else None, taken, known, look, others)


def locked(key: int) -> Source:
    return Source.objects.select_for_update().defer(*_LEAN).get(pk=key)
