"""What kind of document this is, told by its content; its name is only a hint."""

import re
from typing import NamedTuple

from sources.reading.document import ReadingError
from sources.reading.formats.markup import KNOWN
from sources.reading.said import gettext as _

HEAD = 4096  # bytes or characters looked at first

_PICTURE, _SOUND = "picture", "sound"
SIGNATURES = (  # bytes at the beginning, where else than 0 with their place
    (b"\x89PNG", 0, _PICTURE),
    (b"\xff\xd8\xff", 0, _PICTURE),
    (b"GIF8", 0, _PICTURE),
    (b"BM", 0, ""),
    (b"RIFF", 0, _SOUND),
    (b"II*\0", 0, _PICTURE),
    (b"MM\0*", 0, _PICTURE),
    (b"ID3", 0, _SOUND),
    (b"OggS", 0, _SOUND),
    (b"fLaC", 0, _SOUND),
    (b"ftyp", 4, _SOUND),
    (b"\x1f\x8b", 0, "archive"),
    (b"BZh", 0, "archive"),
    (b"\xfd7zXZ\0", 0, "archive"),
    (b"7z\xbc\xaf\x27\x1c", 0, "archive"),
    (b"Rar!\x1a\x07", 0, "archive"),
    (b"\x28\xb5\x2f\xfd", 0, "archive"),
    (b"ustar", 257, "archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "old_office"),
    (b"{\\rtf", 0, "rtf"),
    (b"\x7fELF", 0, "program"),
    (b"MZ\x90", 0, "program"),
    (b"SQLite format 3\0", 0, "database"),
    (b"PAR1", 0, "database"),
)
_FIRST = tuple(signature for signature, place, _kind in SIGNATURES if place == 0)
_FURTHER_ON = tuple(signed for signed in SIGNATURES if signed[1] > 0)

PHRASES = frozenset({"a", "b", "i", "br", "img", "span", "em", "strong", "font"})


class Shape(NamedTuple):
    """What the text looks like from outside."""

    format: str  # plain, markdown, html, weibo, feed, mail
    dump: bool = False  # HTML stands within plain or Markdown lines


_BEGINS_MAIL = re.compile(r"\ufeff?(?:From |[A-Za-z][A-Za-z0-9-]{1,60}:)")
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,60}:(?:[ \t].*)?\r?$")
_MAIL = re.compile(
    r"^(from|to|subject|date|message-id|mime-version|received|return-path|delivered-to"
    r"|content-type|reply-to|list-id|x-mailer):",
    re.IGNORECASE,
)
_FEED = re.compile(r"<(?:rss|(?:\w+:)?RDF|(?:\w+:)?feed|(?:\w+:)?entry|item)[\s>]", re.IGNORECASE)
_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_PROLOGUE = re.compile(
    r"(?:\s+|<\?[^>]{0,500}\?>|<!--.{0,5000}?-->|<!DOCTYPE[^>\[]{0,500}(?:\[[^\]]{0,2000}\])?[^>]{0,50}>)*+",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]{0,15}(?::p)?)(?=[\s>/])[^<>]{0,2000}>")
_MARKDOWN_LINE = (
    r"(?=[#\-*+>`|=\[0-9])(?:#{1,6}[ \t]+\S"
    r"|(?:[-*+]|\d{1,2}\.)[ \t]+\S.*\n(?:[-*+]|\d{1,2}\.)[ \t]+\S|>[ \t]?\S|```"
    r"|\|.*\|[ \t]*\r?\n\|[ :|-]+\||={3,}[ \t]*\r?(?:\n|\Z)|\[[^\]\n]{1,80}\]:[ \t]*\S)"
)
_FIRST_MARKDOWN_LINE = re.compile(_MARKDOWN_LINE)
_LATER_MARKDOWN_LINE = re.compile(rf"\n{_MARKDOWN_LINE}")  # found faster than with ^
_MARKDOWN_LINK = re.compile(
    r"\]\([^()\s\[\]]{1,2000}(?:\([^()\s]{0,200}\)[^()\s\[\]]{0,200})?(?:[ \t]\"[^\"\n]*\")?\)"
)
_BOLD = re.compile(r"\*\*[^\s*][^*\n]{0,200}[^\s*]\*\*")
_SOCIAL = re.compile(r"weibo\.c(?:n|om)|mp\.weixin\.qq\.com|surl-text|sinaimg\.cn|rich_media|mmbiz")


def refuse_other_files(content: bytes, name: str) -> None:
    """Pictures, archives and the like are told by their first bytes."""
    for signature, place, kind in SIGNATURES if content.startswith(_FIRST) else _FURTHER_ON:
        if content[place : place + len(signature)] == signature and kind:
            raise ReadingError(_refusal(kind) % {"name": name})
    if content.startswith(b"BM") and b"\0" in content[2:16]:
        raise ReadingError(_refusal(_PICTURE) % {"name": name})


def _refusal(kind: str) -> str:
    return {
        _PICTURE: _("“%(name)s” is a picture. Give the text that stands in it."),
        _SOUND: _("“%(name)s” is sound or film. Give a transcript."),
        "archive": _("“%(name)s” is an archive. Unpack it and give the documents in it."),
        "old_office": _("“%(name)s” is an old Office file. Save it as .docx or as text."),
        "rtf": _("“%(name)s” is RTF. Save it as .docx or as text."),
        "program": _("“%(name)s” is a program, not a document."),
        "database": _("“%(name)s” is a database, not a document."),
    }[kind]


def is_mail(head: str, name: str) -> bool:
    """Whether it begins with a block of mail headers, two of them known ones."""
    if not _BEGINS_MAIL.match(head):
        return False
    known = 0
    lines = head.removeprefix("\ufeff").splitlines()
    if lines and lines[0].startswith("From "):
        lines = lines[1:]
    for line in lines:
        if not line.strip():
            break
        if line[0] in " \t" and known:
            continue
        if not _HEADER.match(line):
            return False
        known += bool(_MAIL.match(line))
    return known >= (1 if name.lower().endswith(".eml") else 3)


def shape(text: str, name: str) -> Shape:
    """The format of a decoded text."""
    if "<" in text and (of_markup := _of_markup(text)):
        return of_markup
    tags = _tags(text)
    ending = name.lower().rpartition(".")[2]
    if ending in ("html", "htm", "xhtml", "shtml") and tags >= 3:
        return Shape("html")
    dump = tags >= 1
    if dump and _SOCIAL.search(text):
        return Shape("weibo", True)
    if ending in ("md", "markdown", "mdown", "mkd") or _is_markdown(text):
        return Shape("markdown", dump)
    return Shape("plain", dump)


def _of_markup(text: str) -> Shape | None:
    """A feed or a page, told by what it begins with after declarations and comments."""
    prologue = _PROLOGUE.match(text)
    begin = prologue.end() if prologue else 0
    body = text[begin : begin + HEAD]
    if _FEED.match(body):
        return Shape("feed")
    if _PAGE.search(text[:HEAD]) or (body.startswith("<") and _is_fragment(body)):
        return Shape("html")
    return None


def _is_markdown(text: str) -> bool:
    if text.startswith("---") and re.match(r"---[ \t]*\r?\n(?:[\w .-]{1,60}:|#)", text):
        return True
    if ("](" in text and _MARKDOWN_LINK.search(text)) or ("**" in text and _BOLD.search(text)):
        return True
    return bool(_FIRST_MARKDOWN_LINE.match(text) or _LATER_MARKDOWN_LINE.search(text))


def _is_fragment(body: str) -> bool:
    """HTML without its page: begins with a tag that makes a block or carries metadata."""
    found = _TAG.match(body)
    return found is not None and found[1].lower() in KNOWN - PHRASES


def _tags(text: str) -> int:
    """How many HTML tags there are, a few being enough."""
    if "<" not in text:
        return 0
    count = 0
    for match in _TAG.finditer(text):
        count += match[1].lower() in KNOWN
        if count >= 20:
            break
    return count
