"""RSS and Atom: each item is a document of its own, with its own bytes."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sources.reading.document import CleanText, ReadingError, Section, SectionKind
from sources.reading.formats.blocks import blocks, kept_edits
from sources.reading.formats.hints import declared
from sources.reading.formats.html import refuse_deep
from sources.reading.formats.inline import inline_edits
from sources.reading.formats.markup import Tag, Words, entity_edits, plain, tokens
from sources.reading.limits import MOST_ITEMS, refuse_many
from sources.reading.mapped import Edit, edited
from sources.reading.part import Declared, File, Part
from sources.reading.said import gettext as _
from sources.reading.said import pgettext

ITEMS = frozenset({"item", "entry", "atom:entry"})
BODIES = ("content:encoded", "content", "atom:content", "body", "description", "summary",
          "atom:summary", "itunes:summary", "media:description")  # fmt: skip
FIELDS = {
    "title": "title",
    "atom:title": "title",
    "pubdate": "published",
    "published": "published",
    "dc:date": "published",
    "dcterms:issued": "published",
    "atom:published": "published",
    "updated": "modified",
    "atom:updated": "modified",
    "dc:creator": "author",
    "author": "author",
    "name": "author",
    "source": "site_name",
    "dc:publisher": "site_name",
    "link": "url",
    "guid": "url",
    "dc:language": "language",
}
CHANNEL = {"title": "site_name", "language": "language", "dc:language": "language",
           "atom:title": "site_name", "dc:publisher": "site_name"}  # fmt: skip
_TAGGED = re.compile(r"<[a-zA-Z/!]|&lt;[a-zA-Z/]")


class Element(NamedTuple):
    """A child of an item: its tag, and where its content stands."""

    tag: Tag
    start: int
    end: int


def feed_parts(file: File) -> list[Part]:
    """The items of a feed, numbered in their order; a single one keeps the whole file."""
    refuse_deep(file.raw)
    items, channel = _items(file.raw)
    if not items:
        raise ReadingError(_("The feed has no items. Give one that holds articles."))
    refuse_many(len(items), MOST_ITEMS, lambda: pgettext("how many", "items of a feed"))
    if len(items) == 1:
        return [_part(file, items[0], channel)]
    return [
        _part(_item_file(file, start, end, number), (0, end - start), channel)
        for number, (start, end) in enumerate(items, 1)
    ]


def _item_file(file: File, start: int, end: int, number: int) -> File:
    raw = file.raw[start:end]
    content = _bytes_of(raw, file.encoding)
    return file._replace(name=f"{file.name}#{number}", content=content, raw=raw)


def _bytes_of(text: str, encoding: str) -> bytes:
    python = {"windows-1252": "cp1252", "big5": "cp950", "big5-hkscs": "big5hkscs"}
    return text.encode(python.get(encoding, encoding), "xmlcharrefreplace")


def _items(raw: str) -> tuple[list[tuple[int, int]], tuple[Declared, ...]]:
    """Where items stand, and what the feed says of itself before the first."""
    items: list[tuple[int, int]] = []
    start = -1
    for token in tokens(raw, raw_text=False):
        if not isinstance(token, Tag) or token.name not in ITEMS:
            continue
        if token.closing and start >= 0:
            items.append((start, token.end))
            start = -1
        elif not token.closing and start < 0:
            start = token.start
    if start >= 0:
        items.append((start, len(raw)))
    before = items[0][0] if items else 0
    return items, tuple(_channel(raw, before))


def _channel(raw: str, end: int) -> Iterator[Declared]:
    seen: set[str] = set()
    for element in _children(raw, 0, end, wanted=frozenset(CHANNEL)):
        field = CHANNEL[element.tag.name]
        if field not in seen:
            seen.add(field)
            yield declared(field, _value(raw, element), f"feed {element.tag.name}")


def _children(raw: str, start: int, end: int, wanted: frozenset[str]) -> list[Element]:
    """Elements of these names, the outermost ones; an empty one counts too."""
    found: list[Element] = []
    opened: Tag | None = None
    nested = 0
    for token in tokens(raw, start, end, raw_text=False):
        if not isinstance(token, Tag):
            continue
        if opened is None:
            if token.name in wanted and not token.closing:
                if token.attributes.endswith("/"):
                    found.append(Element(token, token.end, token.end))
                else:
                    opened, nested = token, 1
        elif token.name == opened.name and not token.attributes.endswith("/"):
            nested += -1 if token.closing else 1
            if not nested:
                found.append(Element(opened, opened.end, token.start))
                opened = None
    return found


def _value(raw: str, element: Element) -> str:
    """The text of an element; Atom's link has it in an attribute, markup may be escaped."""
    if element.tag.name in ("link", "atom:link") and element.tag.get("href"):
        return element.tag.get("href") if element.tag.get("rel") in ("", "alternate") else ""
    if element.tag.name in ("guid",) and element.tag.get("ispermalink").lower() == "false":
        return ""
    inner = plain(raw, element.start, element.end)
    return plain(inner, 0, len(inner)) if _TAGGED.search(inner) else inner


def _part(file: File, place: tuple[int, int], channel: tuple[Declared, ...]) -> Part:
    start, end = place
    name, content, raw, encoding, notes = file
    wanted = frozenset({*FIELDS, *BODIES}) - ITEMS
    inner = next(t.end for t in tokens(raw, start, end, raw_text=False) if isinstance(t, Tag))
    children = _children(raw, inner, end, wanted)
    hints = [
        declared(FIELDS[child.tag.name], value, f"item {child.tag.name}")
        for child in children
        if child.tag.name in FIELDS and (value := _value(raw, child))
    ]
    text = _text(raw, children)
    return Part(name, content, "feed", encoding, raw, text, (*hints, *channel), (), notes)


def _text(raw: str, children: list[Element]) -> CleanText:
    """Title and body of an item, out of CDATA, escapes and HTML."""
    title = next((c for c in children if c.tag.name.endswith("title")), None)
    bodies = [c for c in children if c.tag.name in BODIES and c.start < c.end]
    body = min(bodies, key=lambda c: BODIES.index(c.tag.name), default=None)
    if body and bodies:
        longest = max(bodies, key=lambda c: c.end - c.start)
        body = longest if longest.end - longest.start > 2 * (body.end - body.start) else body
    kept = sorted((c for c in (title, body) if c), key=lambda c: c.start)
    pieces = [(c, piece) for c in kept for piece in _pieces(raw, c)]
    edits: list[Edit] = []
    done = 0
    for element, (first, last) in pieces:
        gap = "\n\n" if done and first != done and element.start > done else ""
        edits.append(Edit(done, first, gap))
        if not raw.startswith("<![CDATA[", first - 9):
            edits += entity_edits(raw, first, last)
        done = last
    edits.append(Edit(done, len(raw)))
    sections = (Section(SectionKind.TITLE, title.start, title.end),) if title else ()
    source = CleanText(raw, CleanText.unchanged(raw).runs, sections)
    return _without_markup(edited(source, edits))


def _pieces(raw: str, element: Element) -> list[tuple[int, int]]:
    """Where the text of an element stands: its CDATA sections, or all of it."""
    inner = list(tokens(raw, element.start, element.end, raw_text=False))
    cdata = [(t.start, t.end) for t in inner if isinstance(t, Words) and t.cdata]
    return cdata or ([(element.start, element.end)] if element.start < element.end else [])


def _without_markup(text: CleanText) -> CleanText:
    title_end = max((s.end for s in text.sections), default=0)
    if "<" not in text.text and "&" not in text.text:
        return text
    if not _TAGGED.search(text.text, title_end):
        return edited(text, [*inline_edits(text.text)])
    edits = kept_edits(blocks(text.text, 0, title_end), 0, title_end) if title_end else []
    gap = [Edit(title_end, title_end, "\n\n")] if title_end else []
    body = kept_edits(blocks(text.text, title_end), title_end, len(text.text))
    return edited(text, [*edits, *gap, *body])
