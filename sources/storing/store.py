"""Writes a document to the database as a source, inside the caller's transaction."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext

from sources.models import Publisher, RawDocument, Source
from sources.reading import READER_VERSION, Document, Note
from sources.reading.document import Basis, ReadingError
from sources.storing.copies import near_copies, original_of, point_to
from sources.storing.keys import search_keys
from sources.storing.known import stored_as
from sources.storing.publishers import all_named, publisher_of
from sources.validation import validate_http_url

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
    seen: set[int] = field(default_factory=set)  # the near copies it was compared with


def _nothing(source: Source) -> None:
    """No claim quotes it."""


def store(
    document: Document, *, by: Any = None, before_text: Callable[[Source], None] = _nothing
) -> Stored:
    """Store a document that is not here yet; ReadingError says why it cannot be.

    `by` is whoever dropped it in; `before_text` is called with a known source that is about to
    get its text.
    """
    if not document.clean.text.strip():
        raise ReadingError(gettext("There is no text in it."))
    known = stored_as(document)
    if known is None:
        return _new(document, by)
    if known.text:
        return Stored(known, Fate.KNOWN)
    _read_into(known, document)
    before_text(known)
    return _filled(known, document, by)


def _new(document: Document, by: Any) -> Stored:
    notes = list(document.notes)
    source = Source(
        title=_title(document),
        title_basis=_known_basis(document.title.basis),
        authors=[author[:200] for author in document.authors.value],
        url=_free_address(document, notes),
        language=document.language,
        published=document.published.value,
        published_basis=document.published.basis if document.published.value else Basis.UNKNOWN,
        published_between=document.published_between.value,
    )
    source.slug = f"{slugify(source.title)[:80] or 'document'}-{document.sha256[:8]}"
    source.publisher = _publisher(document, notes)
    relies_on = _upstream(document, notes)
    _read_into(source, document, notes)
    _check(source)
    copies = near_copies(source)
    original = original_of(source, copies)
    source.reprint_of = None if original is source else original
    _insert(source, relies_on, by)
    _keep_bytes(source, document)
    point_to(original, copies)
    return Stored(source, Fate.NEW, {row.pk for row in copies})


def _filled(source: Source, document: Document, by: Any) -> Stored:
    """What people wrote stays; the row they made is no reprint of what came in later."""
    _check(source)
    copies = near_copies(source)
    source._change_reason = REASON  # type: ignore[attr-defined]
    source._history_user = by  # type: ignore[attr-defined]
    source.save()
    _keep_bytes(source, document)
    if source.reprint_of is None:
        point_to(source, copies)
    return Stored(source, Fate.FILLED, {row.pk for row in copies})


def _read_into(source: Source, document: Document, notes: list[Note] | None = None) -> None:
    """What reading alone fills."""
    source.sha256 = document.sha256
    source.text = document.clean.text
    source.sections = [section._asdict() for section in document.clean.sections]
    source.text_sha256 = document.text_sha256
    source.sketch = [*search_keys(source.text), *document.sketch]
    found = document.notes if notes is None else notes
    source.oddities = [{"code": note.code, "detail": note.detail} for note in found]


def _insert(source: Source, relies_on: list[Publisher], by: Any) -> None:
    """With one line of history that has its publishers too, and without reading anything back."""
    source.skip_history_when_saving = True  # type: ignore[attr-defined]
    source.save(force_insert=True)
    del source.skip_history_when_saving  # type: ignore[attr-defined]
    through = Source.relies_on.through
    rows = through.objects.bulk_create(
        through(source=source, publisher=publisher) for publisher in relies_on
    )
    source._history_user = by  # type: ignore[attr-defined]
    (record,) = Source.history.bulk_history_create([source], default_change_reason=REASON)
    of_history = record.relies_on.model
    of_history.objects.bulk_create(
        of_history(history=record, id=row.pk, source=source, publisher_id=row.publisher_id)
        for row in rows
    )


def _keep_bytes(source: Source, document: Document) -> None:
    RawDocument.objects.create(
        source=source,
        content=document.content,
        file_name=PurePath(document.name).name[-255:],  # where it lay is nobody's business
        format=document.format,
        encoding=document.encoding,
        runs=[list(run) for run in document.clean.runs],
        reader_version=READER_VERSION,
    )


def _check(source: Source) -> None:
    """The rules of the row in words; what needs the database is asked by inserting."""
    try:
        source.clean_fields(exclude={"publisher", "reprint_of", "sha256"})
        source.clean()
    except ValidationError as error:
        raise ReadingError(" ".join(error.messages)) from error


def _title(document: Document) -> str:
    title = " ".join(document.title.value.split())
    return (title or PurePath(document.name).stem or document.name)[:500]


def _known_basis(basis: Basis) -> str:
    return Source.Basis.INFERRED if basis is Basis.UNKNOWN else basis


def _free_address(document: Document, notes: list[Note]) -> str | None:
    """Its address, unless that is none or belongs to another source: addresses are unique."""
    address = document.url.value
    if not address:
        return None
    try:
        validate_http_url(address)  # which also limits its length
    except ValidationError:
        notes.append(Note("address_unusable", address))
        return None
    if Source.objects.filter(url=address).exists():
        notes.append(Note("address_taken", address))
        return None
    return address


def _publisher(document: Document, notes: list[Note]) -> Publisher | None:
    publisher = publisher_of(document.publisher, document.url.value)
    if publisher is None and document.publisher.value:
        notes.append(Note("publisher_unsure", document.publisher.value))
    return publisher


def _upstream(document: Document, notes: list[Note]) -> list[Publisher]:
    """The publishers it cites. An unknown name stays a note: misread words would become rows
    that somebody has to find and merge, and a cited name carries no kind, country or homepage.
    """
    known, unknown = all_named(document.relies_on)
    notes.extend(Note("upstream_unknown", name) for name in unknown)
    return list({publisher.pk: publisher for publisher in known.values()}.values())
