"""Which source a document already is."""

from sources.models import Source
from sources.reading import Document

_LEAN = ("text", "sections", "sketch", "oddities")


def known_by_bytes(sha256: str) -> Source | None:
    """The source that was read from exactly these bytes."""
    return Source.objects.filter(sha256=sha256).exclude(text="").defer(*_LEAN).first()


def stored_as(document: Document) -> Source | None:
    """The row that stands for this document, with its text or waiting for it.

    One with the same address and no text waits for whatever is found there, unless it names
    other bytes.
    """
    lean = Source.objects.select_for_update(of=("self",)).defer("sections", "sketch", "oddities")
    found = lean.filter(sha256=document.sha256).first()
    if found is None and document.url.value:
        found = lean.filter(url=document.url.value, text="", sha256__isnull=True).first()
    return found
