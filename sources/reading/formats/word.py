"""Word documents (.docx): paragraphs and tables in their order. Only this module imports docx."""

import io
import zipfile
from itertools import islice
from typing import Any

from sources.reading.document import CleanText, ReadingError, Section, SectionKind
from sources.reading.formats.hints import declared
from sources.reading.limits import MOST_TAGS, MOST_UNPACKED, refuse_many
from sources.reading.part import Declared, Heading, Part
from sources.reading.said import gettext as _
from sources.reading.said import pgettext

MOST_FILES = 2_000


def word_part(content: bytes, name: str) -> Part:
    """Its paragraphs, a blank line between them; what is in no text file has no raw offsets."""
    _refuse_other_archives(content, name)
    import docx  # slow to load

    try:
        document = docx.Document(io.BytesIO(content))
        parts = sum(1 for _ in islice(document.element.iter(), MOST_TAGS + 1))
        refuse_many(parts, MOST_TAGS, lambda: pgettext("how many", "tags"))
        paragraphs = _paragraphs(document)
        hints = _hints(document.core_properties)
    except ReadingError:
        raise
    except Exception as error:  # what the libraries raise for damaged files is without number
        words = _("“%(name)s” is a damaged Word document. Save it again, or as text.")
        raise ReadingError(words % {"name": name}) from error
    raw = "\n\n".join(text for text, _level in paragraphs)
    headings = _placed(paragraphs)
    text = CleanText.unchanged(raw)
    title = next((h for h in headings if h.level == 1), None)
    sections = (Section(SectionKind.TITLE, title.start, title.end),) if title else ()
    text = CleanText(raw, text.runs, sections)
    return Part(name, content, "docx", "utf-8", raw, text, hints, headings)


def _refuse_other_archives(content: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise ReadingError(_("“%(name)s” is a damaged archive.") % {"name": name}) from error
    if not any(file.filename == "word/document.xml" for file in files):
        words = _("“%(name)s” is an archive. Unpack it and give the documents in it.")
        raise ReadingError(words % {"name": name})
    refuse_many(len(files), MOST_FILES, lambda: pgettext("how many", "files in a Word document"))
    refuse_many(
        sum(file.file_size for file in files),
        MOST_UNPACKED,
        lambda: pgettext("how many", "unpacked bytes"),
    )


def _paragraphs(document: Any) -> list[tuple[str, int]]:
    """Texts with the level of the heading they are, 0 for none."""
    found: list[tuple[str, int]] = []
    for item in document.iter_inner_content():
        if hasattr(item, "rows"):
            found += [(row, 0) for row in _rows(item) if row]
        elif item.text.strip():
            found.append((item.text.strip(), _level(item)))
    return found


def _rows(table: Any) -> list[str]:
    """Each cell once, however many columns it says it spans: `row.cells` repeats it for each."""
    from docx.table import _Cell

    return [
        "  ".join(_Cell(cell, table).text.strip() for cell in row._tr.tc_lst) for row in table.rows
    ]


def _level(paragraph: Any) -> int:
    style = str(paragraph.style.name if paragraph.style else "").lower()
    if style in ("title", "标题", "標題"):
        return 1
    digits = style.removeprefix("heading ") if style.startswith("heading ") else ""
    return int(digits) if digits.isdigit() else 0


def _placed(paragraphs: list[tuple[str, int]]) -> tuple[Heading, ...]:
    headings: list[Heading] = []
    place = 0
    for text, level in paragraphs:
        headings += [Heading(level, place, place + len(text))] if level else []
        place += len(text) + 2
    return tuple(headings)


def _hints(properties: Any) -> tuple[Declared, ...]:
    """Title, author and dates of the file; the day it was made is not that of publication."""
    made = properties.created.isoformat() if properties.created else ""
    found = (
        declared("title", properties.title or "", "document properties title"),
        declared("author", properties.author or "", "document properties author"),
        declared("modified", made, "document properties created"),
        declared("language", properties.language or "", "document properties language"),
    )
    return tuple(hint for hint in found if hint.value)
