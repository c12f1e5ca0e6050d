"""White space at the edges of lines and between paragraphs; inside lines it is the author's."""

import re

from sources.reading.cleaning.result import Step, applied
from sources.reading.document import CleanText
from sources.reading.mapped import Edit

_LOOSE = re.compile(
    r"(?P<edge>\A\s+|(?<!\s)\s++\Z)|(?<![ \t\u3000\n])[ \t\u3000]*+\n[ \t\u3000\n]*"
)


def tidy(text: CleanText) -> Step:
    """No space around a line, at most one blank line, none at the beginning and the end."""
    edits: list[Edit] = []
    for match in _LOOSE.finditer(text.text):
        put = "" if match.lastgroup else "\n\n" if match[0].count("\n") > 1 else "\n"
        if put != match[0]:
            edits.append(Edit(match.start(), match.end(), put))
    return applied(text, edits)
