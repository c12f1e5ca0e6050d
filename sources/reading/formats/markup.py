"""HTML and XML cut into tags and text, with the place of each. Linear in time by construction.

A parser's tree has no places in the text, and a text's map back to the raw page needs them.
"""

import html
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sources.reading.mapped import Edit

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
        "br",
    ]
)
VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "frame",
        "keygen",
    ]
)
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "audio",
        "b",
        "bdi",
        "bdo",
        "big",
        "button",
        "canvas",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "iframe",
        "img",
        "input",
        "ins",
        "kbd",
        "label",
        "link",
        "map",
        "mark",
        "meta",
        "meter",
        "noscript",
        "o:p",
        "object",
        "output",
        "picture",
        "progress",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "script",
        "select",
        "small",
        "source",
        "span",
        "strike",
        "strong",
        "style",
        "sub",
        "sup",
        "svg",
        "template",
        "textarea",
        "time",
        "tt",
        "u",
        "var",
        "video",
        "wbr",
    ]
)
KNOWN = BLOCKS | INLINE
RAW_TEXT = frozenset({"script", "style", "textarea", "title", "noscript", "iframe", "xmp"})
CLOSES_ITSELF = {  # an open element that a new one of these ends
    "p": {"p"},
    "li": {"li", "p"},
    "tr": {"tr", "td", "th"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "option": {"option"},
}

_TOKEN = re.compile(
    r"<!--|<!\[CDATA\[|<[!?][^>]{0,2000}>"
    r"|<(?P<close>/?)(?P<name>[A-Za-z][\w:.-]{0,40}+)"
    r"(?P<attributes>(?:[^<>\"']++|\"[^\"<>]*+\"|'[^'<>]*+'|\"[^\"]{0,4000}+\"|'[^']{0,4000}+'|[\"'])*+)>"
)
_ATTRIBUTE = re.compile(
    r"([^\s=\"'<>/]{1,80}+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'<>]++)))?+"
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_SPACE = re.compile(r"[ \t\r\n\f\u00a0]+")


class Tag(NamedTuple):
    start: int
    end: int
    name: str  # lower case, without its XML prefix's case changed
    closing: bool
    attributes: str

    def get(self, name: str) -> str:
        return attributes(self.attributes).get(name, "")


class Words(NamedTuple):
    """Text between tags; in a CDATA section nothing in it is markup."""

    start: int
    end: int
    cdata: bool = False


def attributes(text: str) -> dict[str, str]:
    """Names in lower case, values with their entities decoded; the first of a name counts."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), html.unescape(value) if "&" in value else value)
    return found


def tokens(
    text: str, start: int = 0, end: int | None = None, raw_text: bool = True
) -> Iterator[Tag | Words]:
    """Tags and the text between them, comments left out; XML has no `raw_text` elements."""
    stop = len(text) if end is None else end
    done = place = start
    missing: set[str] = set()  # closing marks that do not come any more
    while match := _TOKEN.search(text, place, stop):
        opening = match[0]
        if opening in ("<!--", "<![CDATA["):
            closing = "-->" if opening == "<!--" else "]]>"
            after = -1 if closing in missing else text.find(closing, match.end(), stop)
            if after < 0:
                missing.add(closing)
                place = match.end()
                continue
            if done < match.start():
                yield Words(done, match.start())
            if closing == "]]>" and match.end() < after:
                yield Words(match.end(), after, True)
            done = place = after + 3
            continue
        if done < match.start():
            yield Words(done, match.start())
        done = place = match.end()
        name = match["name"]
        if name is None:
            continue
        tag = Tag(match.start(), done, name.lower(), bool(match["close"]), match["attributes"])
        yield tag
        if raw_text and tag.name in RAW_TEXT and not tag.closing and f"</{tag.name}" not in missing:
            found = re.compile(rf"</{tag.name}", re.IGNORECASE).search(text, done, stop)
            if found is None:
                missing.add(f"</{tag.name}")
                continue
            if done < found.start():
                yield Words(done, found.start())
            done = place = found.start()
    if done < stop:
        yield Words(done, stop)


def depth(found: Iterable[Tag | Words]) -> int:
    """How deep elements are nested, ends that HTML lets authors leave out considered."""
    deepest = 0
    open_names: list[str] = []
    for token in found:
        if isinstance(token, Words) or token.name in VOID or token.attributes.endswith("/"):
            continue
        if token.closing:
            _close(open_names, token.name)
            continue
        while open_names and open_names[-1] in CLOSES_ITSELF.get(token.name, ()):
            open_names.pop()
        open_names.append(token.name)
        deepest = max(deepest, len(open_names))
    return deepest


def _close(open_names: list[str], name: str) -> None:
    for back in range(1, min(len(open_names), 30) + 1):
        if open_names[-back] == name:
            del open_names[-back:]
            return


def entity_edits(text: str, start: int, end: int) -> list[Edit]:
    """Character references to their characters."""
    if text.find("&", start, end) < 0:
        return []
    return [
        Edit(match.start(), match.end(), decoded)
        for match in _ENTITY.finditer(text, start, end)
        if (decoded := html.unescape(match[0])) != match[0]
    ]


def collapsed(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def plain(text: str, start: int, end: int) -> str:
    """What a stretch of markup says, for short values: tags out, entities decoded."""
    pieces = [
        text[token.start : token.end]
        if isinstance(token, Words) and token.cdata
        else html.unescape(text[token.start : token.end])
        for token in tokens(text, start, end)
        if isinstance(token, Words)
    ]
    return collapsed("".join(pieces))
