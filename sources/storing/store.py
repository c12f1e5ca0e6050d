"""Writes a document to the database as a source, inside the caller's transaction."""

from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.utils.text import slugify

from sources.models import Publisher, RawDocument, Source
from sources.reading import READER_VERSION, Document, Note
from sources.reading.document import Basis, ReadingError
from sources.reading.said import gettext
from sources.storing.asking import tell
from sources.storing.copies import Look, look, original_of, point_to, with_ids
from sources.storing.insert import insertion
from sources.storing.keys import search_keys
from sources.storing.known import Here, here_of, locked
from sources.storing.publishers import publisher_of
from sources.storing.wire import Question, Rows
from sources.validation import is_address, validate_http_url

REASON = "reading"


class Fate(StrEnum):
    """What became of a document."""

    NEW = "new"
    FILLED = "filled"  # its source was known and had no text yet
    KNOWN = "known"


@dataclass
class Stored:
    source: Source
    fate: Fate
    look: Look  # for near copies
    untold: list[Question] = field(default_factory=list)  # what stores it, when nothing is like it
    answers: list[Rows] = field(default_factory=list)  # to what else was asked


Result = TypeVar("Result")


def finished(steps: Generator[None, None, Result]) -> Result:
    """What becomes of something that stops while the database is at work."""
    try:
        while True:
            next(steps)
    except StopIteration as done:
        result: Result = done.value
        return result


def store(document: Document, *, before_text: Callable[[Source], None]) -> Stored:
    return finished(steps_of_storing(document, before_text=before_text))


def steps_of_storing(
    document: Document,
    *,
    by: Any = None,
    before_text: Callable[[Source], None],
    also: Sequence[Question] = (),
) -> Generator[None, None, Stored]:
    """Store a document that is not here yet; ReadingError says why it cannot be.

    `by` is whoever dropped it in; `before_text` is called with a known source that is about to
    get its text. `also` is asked beside what is here, and what is `untold` must be told, so that
    both cost no wait of their own. Stops while the database is asked.
    """
    if not document.clean.text.strip():
        raise ReadingError(gettext("There is no text in it."))
    if is_address(document.clean.text):
        raise ReadingError(gettext("It is only an address. Give the text that stands there."))
    source = Source()
    _read_into(source, document)
    here = yield from here_of(document, source, also)
    if here.itself is None:
        return _new(source, document, by, here)
    known = locked(here.itself)
    if known.text:
        return Stored(known, Fate.KNOWN, here.look)
    _read_into(known, document)
    before_text(known)
    return _filled(known, document, by)


def _new(source: Source, document: Document, by: Any, here: Here) -> Stored:
    notes = list(document.notes)
    source.title = title_of(document)
    source.title_basis = _known_basis(document.title.basis)
    source.authors = [author[:200] for author in document.authors.value]
    source.url = _free_address(document, notes, here)
    source.language = document.language
    source.published = document.published.value
    source.published_basis = document.published.basis if source.published else Basis.UNKNOWN
    source.published_between = document.published_between.value
    source.slug = f"{slugify(source.title)[:80] or 'document'}-{document.sha256[:8]}"
    source.publisher = _publisher(document, notes, here)
    relies_on = _upstream(document, notes, here)
    source.oddities = _as_rows(notes)
    _check(source)
    copies = with_ids(here.look.copies)
    original = original_of(source, copies)
    source.reprint_of = None if original is source else original
    source.pk = here.next
    inserted = insertion(source, _bytes(source, document), relies_on, REASON, by)
    if not copies:
        return Stored(source, Fate.NEW, here.look, [inserted], here.answers)
    tell([inserted])
    point_to(original, copies)
    return Stored(source, Fate.NEW, here.look)


def _filled(source: Source, document: Document, by: Any) -> Stored:
    """What people wrote stays; the row they made is no reprint of what came in later."""
    _check(source)
    before = look(source)
    copies = with_ids(before.copies)
    source._change_reason = REASON  # type: ignore[attr-defined]
    source._history_user = by  # type: ignore[attr-defined]
    source.save()
    _bytes(source, document).save()
    if source.reprint_of is None:
        point_to(source, copies)
    return Stored(source, Fate.FILLED, before)


def _read_into(source: Source, document: Document) -> None:
    """What reading alone fills."""
    source.sha256 = document.sha256
    source.text = document.clean.text
    source.sections = [section._asdict() for section in document.clean.sections]
    source.text_sha256 = document.fingerprint.sha256
    source.sketch = [*search_keys(source.text), *document.fingerprint.sketch]
    source.oddities = _as_rows(document.notes)


def _as_rows(notes: Iterable[Note]) -> list[dict[str, str]]:
    return [{"code": note.code, "detail": note.detail} for note in notes]


def _bytes(source: Source, document: Document) -> RawDocument:
    return RawDocument(
        source=source,
        content=document.content,
        file_name=PurePath(document.name).name[-255:],  # where it lay is nobody's business
        format=document.format,
        encoding=document.encoding,
        runs=[list(run) for run in document.clean.runs],
        reader_version=READER_VERSION,
    )


# What documents say; the rest is asked by inserting, or made by us.
_SAID = {"title", "authors", "url", "language", "published", "published_between"}
_SURE = {field.name for field in Source._meta.fields} - _SAID


def _check(source: Source) -> None:
    """The rules of the row in words; what needs the database is asked by inserting."""
    try:
        source.clean_fields(exclude=_SURE)
        source.clean()
    except ValidationError as error:
        raise ReadingError(" ".join(error.messages)) from error


def title_of(document: Document) -> str:
    """The title of its source."""
    title = " ".join(document.title.value.split())
    return (title or PurePath(document.name).stem or document.name)[:500]


def _known_basis(basis: Basis) -> str:
    return Source.Basis.INFERRED if basis is Basis.UNKNOWN else basis


def _free_address(document: Document, notes: list[Note], here: Here) -> str | None:
    """Its address, unless that is none or belongs to another source: addresses are unique."""
    address = document.url.value
    if not address:
        return None
    try:
        validate_http_url(address)  # which also limits its length
    except ValidationError:
        notes.append(Note("address_unusable", address))
        return None
    if here.address_taken:
        notes.append(Note("address_taken", address))
        return None
    return address


def _publisher(document: Document, notes: list[Note], here: Here) -> Publisher | None:
    publisher = publisher_of(document.publisher, document.url.value, here.publishers)
    if publisher is None and document.publisher.value:
        notes.append(Note("publisher_unsure", document.publisher.value))
    return publisher


def _upstream(document: Document, notes: list[Note], here: Here) -> list[int]:
    """The ids of the publishers it cites.

    An unknown name stays a note: misread words would become rows that somebody has to find and
    merge, and a cited name carries no kind, country or homepage.
    """
    known, unknown = here.publishers.among(document.relies_on)
    notes.extend(Note("upstream_unknown", name) for name in unknown)
    return list(dict.fromkeys(publisher.id for publisher in known.values()))
