"""PDF: the text of its pages, its broken lines joined again. Only this module imports pypdf."""

import io
import logging
import re
from itertools import pairwise
from typing import Any

from sources.chinese import CHARACTER
from sources.reading.document import CleanText, Note, ReadingError
from sources.reading.formats.hints import declared
from sources.reading.limits import MOST_CHARACTERS, MOST_PAGES, refuse_many
from sources.reading.mapped import Edit, edited
from sources.reading.part import Declared, Part
from sources.reading.said import gettext as _
from sources.reading.said import pgettext

FULL = 0.8  # of the longest lines: a shorter one ends a paragraph
_ENDS = re.compile(r"[。！？.!?:：;；”」』)）]\s*$")


def pdf_part(content: bytes, name: str) -> Part:
    """The pages' text one after the other; pictures of text cannot be read and are noted."""
    import pypdf  # slow to load

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadingError(_("The PDF is locked by a password. Give an open one."))
        refuse_many(len(reader.pages), MOST_PAGES, lambda: pgettext("how many", "pages"))
        pages = _pages(reader)
        hints = _hints(reader.metadata)
    except ReadingError:
        raise
    except Exception as error:  # what the library raises for damaged files is without number
        words = _("“%(name)s” is a damaged PDF. Save it again, or as text.")
        raise ReadingError(words % {"name": name}) from error
    empty = sum(not page.strip() for page in pages)
    raw = "\n".join(pages).encode("utf-8", "replace").decode()
    if not raw.strip():
        raise ReadingError(_("The PDF holds pictures only. Give one with text in it."))
    notes = (Note("pages_without_text", str(empty)),) if empty else ()
    return Part(name, content, "pdf", "utf-8", raw, _joined(raw), hints, (), notes)


def _pages(reader: Any) -> list[str]:
    texts: list[str] = []
    for page in reader.pages:
        texts.append(page.extract_text() or "")
        refuse_many(
            sum(map(len, texts)), MOST_CHARACTERS, lambda: pgettext("how many", "characters")
        )
    return texts


def _joined(raw: str) -> CleanText:
    """Lines that fill the width of the column go on in the next one."""
    lengths = sorted(len(line) for line in raw.split("\n") if line.strip())
    full = FULL * lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0
    edits: list[Edit] = []
    place = 0
    lines = raw.split("\n")
    for line, after in pairwise(lines):
        place += len(line) + 1
        if len(line) >= full and after.strip() and not _ENDS.search(line):
            chinese = CHARACTER.match(line.rstrip()[-1:]) or CHARACTER.match(after.lstrip()[:1])
            edits.append(Edit(place - 1, place, "" if chinese else " "))
        elif len(line) < full and _ENDS.search(line):
            edits.append(Edit(place - 1, place, "\n\n"))
    return edited(CleanText.unchanged(raw), edits)


def _hints(metadata: Any) -> tuple[Declared, ...]:
    """Title and author of the file; the day it was made is not that of publication."""
    values = metadata or {}
    found = (
        declared("title", str(values.get("/Title") or ""), "PDF Title"),
        declared("author", str(values.get("/Author") or ""), "PDF Author"),
        declared("modified", str(values.get("/CreationDate") or ""), "PDF CreationDate"),
    )
    return tuple(hint for hint in found if hint.value)
