"""Characters that nobody sees or that cannot be stored."""

import re

from sources.reading.cleaning.result import Step, applied
from sources.reading.document import CleanText, Note
from sources.reading.mapped import Edit

_ODD = re.compile(
    "\r\n?|[\u2028\u2029\x0b\x0c\x85]"
    "|[\u00a0\u202f]"
    "|(?P<unseen>[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
    "|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d)"
    "|(?P<unstorable>[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff])"
)


def without_odd_characters(text: CleanText) -> Step:
    """Line ends become \\n, hard spaces plain ones; unseen and unstorable characters go."""
    edits: list[Edit] = []
    unstorable = 0
    for match in _ODD.finditer(text.text):
        character = match[0]
        unstorable += match.lastgroup == "unstorable"
        put = "" if match.lastgroup else " " if character in "\u00a0\u202f" else "\n"
        edits.append(Edit(match.start(), match.end(), put))
    notes = (Note("unstorable_removed", str(unstorable)),) if unstorable else ()
    return applied(text, edits, *notes)
