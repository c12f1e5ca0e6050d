"""Saved web pages: the main text with its map, and what the page declares."""

from sources.reading.document import CleanText, Note, ReadingError, Section, SectionKind
from sources.reading.formats.blocks import HEADINGS, Block, blocks_of, kept_edits
from sources.reading.formats.hints import page_hints
from sources.reading.formats.main_text import main_blocks
from sources.reading.formats.markup import Tag, Words, depth, tokens
from sources.reading.limits import DEEPEST, MOST_MARKUP, MOST_TAGS, refuse_many
from sources.reading.mapped import edited
from sources.reading.part import File, Heading, Part
from sources.reading.said import gettext as _
from sources.reading.said import pgettext
from sources.reading.telling import counted


def page(file: File) -> Part:
    """The main text of a page; all its paragraphs when it is not clear."""
    read = refuse_deep(file.raw)
    found = blocks_of(file.raw, read)
    kept = main_blocks(file.raw, found)
    notes = file.notes
    if kept is None:
        kept = [block for block in found if not block.side] or found
        notes = (*notes, Note("main_text_uncertain"))
    inside = set(map(id, kept))
    left_out = [block.text.strip() for block in found if id(block) not in inside]
    notes = (*notes, *counted("page_parts_left_out", left_out))
    hints = tuple(page_hints(file.raw, read))
    text, headings = text_of(CleanText.unchanged(file.raw), kept)
    name, content, raw, encoding, _notes = file
    return Part(name, content, "html", encoding, raw, text, hints, headings, notes)


def refuse_deep(raw: str) -> list[Tag | Words]:
    """The tokens of HTML that is not too much or too deep to be read."""
    refuse_many(len(raw), MOST_MARKUP, lambda: pgettext("how many", "characters of HTML"))
    refuse_many(raw.count("<"), MOST_TAGS, lambda: pgettext("how many", "tags"))
    read = list(tokens(raw))
    found = depth(read)
    if found > DEEPEST:
        words = _("Elements are nested %(found)s deep, at most %(most)s are read.")
        raise ReadingError(words % {"found": f"{found:,}", "most": DEEPEST})
    return read


def text_of(source: CleanText, kept: list[Block]) -> tuple[CleanText, tuple[Heading, ...]]:
    """The kept blocks of a text as paragraphs, with where their headings are."""
    text = edited(source, kept_edits(kept, 0, len(source.text)))
    headings: list[Heading] = []
    place = 0
    for block in kept:
        words = block.text.rstrip()
        if block.tag in HEADINGS and words:
            start = text.text.find(words, place)
            headings += (
                [Heading(int(block.tag[1]), start, start + len(words))] if start >= 0 else []
            )
        place += len(block.text)
    return _titled(text, headings), tuple(headings)


def _titled(text: CleanText, headings: list[Heading]) -> CleanText:
    """The first heading of the first level is the title, when nothing said so before."""
    first = next((h for h in headings if h.level == 1), None)
    if first is None or any(s.kind == SectionKind.TITLE for s in text.sections):
        return text
    title = Section(SectionKind.TITLE, first.start, first.end)
    return CleanText(text.text, text.runs, (*text.sections, title))
