"""Which source a document already is."""

from django.db.models import Q

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
    asked = Q(sha256=document.sha256)
    if document.url.value:
        asked |= Q(url=document.url.value, text="", sha256__isnull=True)
    rows = Source.objects.filter(asked).select_for_update(of=("self",)).order_by("sha256")
    return rows.defer("sections", "sketch", "oddities").first()
