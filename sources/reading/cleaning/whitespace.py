"""White space at the edges of lines and between paragraphs; inside lines it is the author's."""

import re

from sources.reading.cleaning.result import Step, applied
from sources.reading.document import CleanText
from sources.reading.mapped import Edit

_BREAK = re.compile(r"\n\s*")
# a line's end with space before it, or with anything but text or one blank line after it
_UNTIDY = re.compile(r"\n(?:(?!\n?\S)|(?<=\s\n)(?<!\S\n\n))")


def tidy(text: CleanText) -> Step:
    """No space around a line, at most one blank line, none at the beginning and the end."""
    words = text.text
    if not (words[:1].isspace() or words[-1:].isspace() or _UNTIDY.search(words)):
        return Step(text)
    first, last = len(words) - len(words.lstrip()), len(words.rstrip())
    edits = [Edit(0, first)] if first else []
    for line_break in _BREAK.finditer(words, first, last):
        start, end = line_break.span()
        while words[start - 1].isspace():
            start -= 1
        put = "\n\n" if "\n" in line_break[0][1:] else "\n"
        if words[start:end] != put:
            edits.append(Edit(start, end, put))
    if first < last < len(words):
        edits.append(Edit(last, len(words)))
    return applied(text, edits)
