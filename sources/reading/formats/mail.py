"""E-mail: its plain text or HTML body; headers are hints, the subject is the title line."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from typing import TYPE_CHECKING, Any, NamedTuple

from sources.reading.document import CleanText, Note, ReadingError, Section, SectionKind
from sources.reading.encodings import decode
from sources.reading.formats.blocks import blocks, kept_edits
from sources.reading.formats.hints import declared
from sources.reading.formats.html import refuse_deep
from sources.reading.formats.main_text import main_blocks
from sources.reading.formats.wrapping import without_hard_wraps
from sources.reading.limits import MOST_CHARACTERS, MOST_MARKUP, refuse_many
from sources.reading.mapped import Edit, edited
from sources.reading.part import Part
from sources.reading.said import gettext as _
from sources.reading.said import pgettext
from sources.reading.telling import in_short

MOST_PARTS = 200
LONGEST_HEADER = 2_000  # characters that are read
FIELDS = {
    "subject": "title",
    "date": "published",
    "from": "author",
    "organization": "site_name",
    "list-id": "site_name",
    "content-language": "language",
    "archived-at": "url",
    "x-source-url": "url",
    "snapshot-content-location": "url",  # of a page that a browser saved as a message
}
_FLOWED = re.compile(r"(?<=\S )\r?\n(?=[^\s>-])")
_SNAPSHOT = re.compile("^snapshot-content-location:", re.IGNORECASE | re.MULTILINE)
_PREFIX = re.compile(
    r"(?:(?:re|fwd?|aw|wg|回复|回覆|转发|轉寄|轉發|答复)\s*[:：]\s*)+", re.IGNORECASE
)

if TYPE_CHECKING:
    Mail = Message[Any, Any]  # subscriptable for the type checker only
else:
    Mail = Message


class Body(NamedTuple):
    text: str
    is_html: bool
    flowed: bool
    encoding: str
    notes: tuple[Note, ...]


def mail_part(content: bytes, name: str) -> Part:
    """One message. Its raw text is the headers that tell something, and the decoded body."""
    try:
        message = message_from_bytes(content.removeprefix(b"\xef\xbb\xbf"))
        leaves = list(_leaves(message))
        body, left_out = _body(leaves)
    except (MessageError, LookupError, ValueError, RecursionError) as error:
        raise ReadingError(_("The e-mail is damaged: %(why)s") % {"why": error}) from error
    headers = list(_headers(message))
    head = "".join(f"{key}: {value}\n" for key, value in headers) + "\n"
    raw = head + body.text
    hints = tuple(
        declared(FIELDS[key.lower()], value, key)
        for key, value in _telling(headers)
        if key.lower() in FIELDS and value
    )
    text = _text(raw, len(head), body)
    joined: tuple[Note, ...] = ()
    if not body.is_html:
        text, joined = without_hard_wraps(text)
    notes = (
        *body.notes,
        *joined,
        *(Note("attachment_left_out", in_short(name)) for name in left_out[:20]),
    )
    return Part(name, content, "mail", body.encoding, raw, text, hints, (), notes)


def _leaves(message: Mail) -> Iterator[Mail]:
    for number, part in enumerate(message.walk()):
        if number >= MOST_PARTS:
            return
        if not part.is_multipart():
            yield part


def _body(leaves: list[Mail]) -> tuple[Body, list[str]]:
    """The first plain text with words in it, else the first HTML; what was left out."""
    texts = [leaf for leaf in leaves if _is_text(leaf)]
    others = [leaf for leaf in leaves if not _is_text(leaf)]
    bodies = [_decoded(leaf) for leaf in texts]
    plain = [body for body in bodies if not body.is_html and len(body.text.strip()) > 20]
    pages = [body for body in bodies if body.is_html]
    chosen = next(iter([*plain, *pages, *bodies]), None)
    if chosen is None:
        raise ReadingError(_("The e-mail has no text. Give the message with its body."))
    most = MOST_MARKUP if chosen.is_html else MOST_CHARACTERS
    refuse_many(len(chosen.text), most, lambda: pgettext("how many", "characters"))
    return chosen, [_label(leaf) for leaf in others]


def _is_text(leaf: Mail) -> bool:
    kind = leaf.get_content_type()
    attached = str(leaf.get("Content-Disposition", "")).strip().lower().startswith("attachment")
    return kind in ("text/plain", "text/html") and not attached


def _label(leaf: Mail) -> str:
    return f"{_words(leaf.get_filename() or '') or leaf.get_content_type()}"[:200]


def _decoded(leaf: Mail) -> Body:
    payload = leaf.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    read = decode(content, str(leaf.get_param("charset", "") or ""))
    text = read.text.replace("\r\n", "\n")
    flowed = str(leaf.get_param("format", "")).lower() == "flowed"
    is_html = leaf.get_content_type() == "text/html"
    return Body(text, is_html, flowed, read.encoding, read.notes)


def _headers(message: Mail) -> Iterator[tuple[str, str]]:
    for key, value in message.raw_items():
        if key.lower() in FIELDS:
            yield key, _words(str(value))


def _telling(headers: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Of a saved page, the sender and the day are those of the saving."""
    if not any(key.lower() == "snapshot-content-location" for key, _value in headers):
        return headers
    return [(key, value) for key, value in headers if key.lower() not in ("from", "date")]


def _words(value: str) -> str:
    """A header's text: encoded words decoded, bare bytes by their looks."""
    text = decode(value[:LONGEST_HEADER].encode("utf-8", "surrogateescape")).text
    try:
        pieces = decode_header(" ".join(text.split())) if "=?" in text else [(text, None)]
    except (HeaderParseError, ValueError):
        return " ".join(text.split())
    words = [
        piece if isinstance(piece, str) else decode(piece, charset or "").text
        for piece, charset in pieces
    ]
    return " ".join("".join(words).split())


def _text(raw: str, head: int, body: Body) -> CleanText:
    """The subject as title, without Re: and Fwd:, and the body out of its markup."""
    found = re.search(r"^subject: (.*)$", raw[:head], re.IGNORECASE | re.MULTILINE)
    start, end = found.span(1) if found else (0, 0)
    prefix = _PREFIX.match(raw, start, end)
    start = prefix.end() if prefix else start
    titled = start < end
    sections = (Section(SectionKind.TITLE, start, end),) if titled else ()
    source = CleanText(raw, CleanText.unchanged(raw).runs, sections)
    edits = [Edit(0, start), Edit(end, head, "\n\n")] if titled else [Edit(0, head)]
    return edited(source, [*edits, *_body_edits(raw, head, body)])


def _body_edits(raw: str, head: int, body: Body) -> list[Edit]:
    if body.is_html:
        refuse_deep(body.text)
        found = blocks(raw, head)
        page = _SNAPSHOT.search(raw, 0, head) and main_blocks(body.text, found)
        return kept_edits(page or found, head, len(raw))
    if body.flowed:
        return [Edit(m.start(), m.end()) for m in _FLOWED.finditer(raw, head)]
    return []
