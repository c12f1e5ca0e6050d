"""The paragraphs of an HTML text, each with its edits: what to take out and what to put in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sources.reading.formats.markup import BLOCKS, Tag, Words, entity_edits, tokens
from sources.reading.mapped import Edit

SKIPPED = frozenset(
    [
        "script",
        "style",
        "template",
        "svg",
        "head",
        "noscript",
        "iframe",
        "object",
        "canvas",
        "select",
        "button",
        "textarea",
        "audio",
        "video",
        "map",
        "math",
        "rt",
        "rp",
        "dialog",
    ]
)
SIDE = frozenset({"nav", "footer", "aside", "form", "menu"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
CELLS = frozenset({"td", "th"})
TIGHT = frozenset({"br", "li", "tr", "dt", "dd", "option"})  # a new line, no blank one
SHORT = 80  # characters of a line that is no paragraph
_SPACES = re.compile(r"[ \t\r\n\f\u00a0]+")
_SIDE_CLASS = re.compile(
    r"(?<![a-z])(?:nav|menu|breadcrumb|sidebar|side-bar|related|recommend|share|sharing|social"
    r"|comments?|copyright|footer|advert|ads?|banner|cookie|subscribe|newsletter|pagination)"
    r"(?![a-z])",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Block:
    start: int
    tag: str = "p"  # the innermost element that makes a block
    side: bool = False  # stands in a part of the page beside the text
    tight: bool = False  # follows on a new line, without a blank one
    end: int = 0
    edits: list[Edit] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def add(self, piece: str) -> None:
        if piece:
            self.pieces.append(piece)

    @property
    def ends_in_space(self) -> bool:
        return bool(self.pieces) and self.pieces[-1][-1].isspace()


def blocks(text: str, start: int = 0, end: int | None = None) -> list[Block]:
    """What stands between block tags, in order, without what is never shown."""
    return blocks_of(text, tokens(text, start, end))


def blocks_of(text: str, read: Iterable[Tag | Words]) -> list[Block]:
    """The same of tokens that are read already."""
    reading = _Reading(text)
    for token in _shown(text, read):
        reading.take(token)
    reading.finish()
    return reading.done


def _shown(text: str, found: Iterable[Tag | Words]) -> Iterator[Tag | Words]:
    """Without elements whose content is not text of the page."""
    inside = ""
    endless: set[str] = set()  # elements that are never closed any more
    for token in found:
        if not isinstance(token, Tag) or token.name not in SKIPPED:
            if not inside:
                yield token
        elif inside:
            inside = "" if token.closing and token.name == inside else inside
        elif not (token.closing or token.attributes.endswith("/") or token.name in endless):
            if re.compile(f"</{token.name}", re.IGNORECASE).search(text, token.end):
                inside = token.name
            else:
                endless.add(token.name)


class _Reading:
    def __init__(self, text: str) -> None:
        self.text = text
        self.done: list[Block] = []
        self.open: Block | None = None
        self.tag = "p"
        self.side: list[tuple[str, int]] = []  # side elements and how many of their name are open
        self.breaks: list[str] = []  # block tags since the last text
        self.preformatted = 0

    def take(self, token: Tag | Words) -> None:
        if isinstance(token, Words):
            self._words(token)
        elif token.name in CELLS:
            self._cell(token)
        elif token.name in BLOCKS:
            self._break(token)

    def _cell(self, token: Tag) -> None:
        block = self.open
        if token.closing and block and block.pieces and not block.ends_in_space:
            block.edits.append(Edit(block.end, token.end, " "))
            block.end = token.end
            block.add(" ")

    def _break(self, token: Tag) -> None:
        self.finish()
        self.breaks.append(token.name)
        if token.name == "pre":
            self.preformatted += -1 if token.closing else 1
        if token.name != "br":
            self.tag = "p" if token.closing else token.name
        self._side(token)

    def _side(self, token: Tag) -> None:
        if self.side and self.side[-1][0] == token.name:
            name, count = self.side[-1]
            count += -1 if token.closing else 1
            self.side[-1:] = [(name, count)] if count else []
        elif not token.closing and (token.name in SIDE or _beside(token)):
            self.side.append((token.name, 1))

    def _words(self, token: Words) -> None:
        words = self.text[token.start : token.end]
        if not self.open and not words.strip(" \t\r\n\f\u00a0"):
            return
        if not self.open:
            tight = bool(self.breaks) and (
                self.breaks == ["br"] or all(name in TIGHT - {"br"} for name in self.breaks)
            )
            first = len(words) - len(words.lstrip(" \t\r\n\f\u00a0"))
            self.open = Block(token.start + first, self.tag, bool(self.side), tight)
            self.open.end = self.open.start
            self.breaks = []
        self._add(self.open, max(token.start, self.open.start), token.end)

    def _add(self, block: Block, start: int, end: int) -> None:
        """More text of a block: tags since its last words go, white space becomes one space."""
        if block.end < start:
            block.edits.append(Edit(block.end, start))
        edits = entity_edits(self.text, start, end)
        if not self.preformatted:
            edits = sorted([*edits, *self._spaces(start, end, block.ends_in_space)])
        done = start
        for edit in edits:
            block.add(self.text[done : edit.start])
            block.add(edit.put)
            done = edit.end
        block.add(self.text[done:end])
        block.edits += edits
        block.end = end

    def _spaces(self, start: int, end: int, after_space: bool) -> Iterator[Edit]:
        for match in _SPACES.finditer(self.text, start, end):
            if match.start() == start and after_space:
                yield Edit(match.start(), match.end())
            elif match[0] != " ":
                yield Edit(match.start(), match.end(), " ")

    def finish(self) -> None:
        if self.open and self.open.text.strip():
            self.done.append(self.open)
        elif self.open:
            self.breaks.append("br")
        self.open = None


def _beside(token: Tag) -> bool:
    """Whether class or id of a small-part element say that it is not the text."""
    if token.name not in ("div", "ul", "section", "p", "table") or not token.attributes:
        return False
    return bool(_SIDE_CLASS.search(f"{token.get('class')} {token.get('id')}"))


def kept_edits(kept: Iterable[Block], start: int, end: int) -> list[Edit]:
    """Edits that leave of a stretch of text only these blocks, a blank line between them."""
    edits: list[Edit] = []
    done = start
    for block in kept:
        tight = block.tight and len(block.text) <= SHORT
        gap = "" if done == start else "\n" if tight else "\n\n"
        if done < block.start or gap:
            edits.append(Edit(done, block.start, gap))
        edits += block.edits
        done = block.end
    if done < end:
        edits.append(Edit(done, end))
    return edits
