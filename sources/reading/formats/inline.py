"""HTML that stands within lines of plain text or Markdown, as in dumps of Weibo and WeChat."""

from sources.reading.formats.markup import (
    BLOCKS,
    KNOWN,
    Tag,
    Words,
    entity_edits,
    tokens,
)
from sources.reading.mapped import Edit

DROPPED = frozenset({"script", "style", "svg", "template", "rt", "rp", "video", "audio", "iframe"})


def inline_edits(text: str, start: int = 0) -> list[Edit]:
    """Known tags and comments out, breaks as new lines; lines of the text stay lines."""
    edits: list[Edit] = []
    done = start
    inside = ""
    for token in tokens(text, start, raw_text=False):
        known = isinstance(token, Words) or token.name in KNOWN
        if isinstance(token, Tag) and inside:
            inside = "" if token.closing and token.name == inside else inside
            continue
        if inside or not known:
            continue
        if isinstance(token, Tag):
            if token.name in DROPPED and not token.closing and _closes(text, token):
                inside = token.name
            continue
        if done < token.start:
            edits += _markup(text, done, token.start)
        edits += [] if token.cdata else entity_edits(text, token.start, token.end)
        done = token.end
    return edits + (_markup(text, done, len(text)) if done < len(text) else [])


def _closes(text: str, tag: Tag) -> bool:
    return text.find(f"</{tag.name}", tag.end, tag.end + 20_000) >= 0


def _markup(text: str, start: int, end: int) -> list[Edit]:
    """A stretch without words: gone but for its line breaks and what is no tag we know."""
    edits: list[Edit] = []
    done = start
    for token in tokens(text, start, end, raw_text=False):
        if isinstance(token, Words) or token.name not in KNOWN:
            edits += [Edit(done, token.start)] if done < token.start else []
            done = token.end
    edits += [Edit(done, end)] if done < end else []
    return [_with_breaks(text, edit) for edit in edits]


def _with_breaks(text: str, edit: Edit) -> Edit:
    names = [
        token.name
        for token in tokens(text, edit.start, edit.end, raw_text=False)
        if isinstance(token, Tag) and token.name in BLOCKS
    ]
    lines = sum(name == "br" for name in names)
    if any(name != "br" for name in names):
        lines = 1 if set(names) <= {"li", "tr", "td", "th", "br", "dt", "dd"} else 2
    return edit._replace(put="\n" * min(lines, 2))
