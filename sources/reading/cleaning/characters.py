"""Characters that nobody sees or that cannot be stored."""

import re

from sources.reading.cleaning.result import Step, applied
from sources.reading.document import CleanText, Note
from sources.reading.mapped import Edit

_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_UNSTORABLE = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff"
ODD = f"\r\u2028\u2029\x0b\x0c\x85\u00a0\u202f{_UNSEEN}{_UNSTORABLE}"  # for a class
_ODD = re.compile(f"[{ODD}](?:(?<=\r)\n)?")  # a class first: it is searched fast
_IS_UNSTORABLE = re.compile(f"[{_UNSTORABLE}]")
_PICTOGRAPH = re.compile("[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]")
_PUT = (
    {"\u00a0": " ", "\u202f": " "}
    | dict.fromkeys("\r\u2028\u2029\x0b\x0c\x85", "\n")
    | {"\r\n": "\n"}
)
_JOINER = "\u200d"


def without_odd_characters(text: CleanText) -> Step:
    """Line ends become \\n, hard spaces plain ones; unseen and unstorable characters go."""
    edits = [
        Edit(match.start(), match.end(), _PUT.get(match[0], ""))
        for match in _ODD.finditer(text.text)
        if match[0] != _JOINER
        or not _PICTOGRAPH.match(text.text[match.start() - 1 : match.start()])
    ]
    if not edits:
        return Step(text)
    removed = [text.text[edit.start : edit.end] for edit in edits if not edit.put]
    unstorable = sum(bool(_IS_UNSTORABLE.match(character)) for character in removed)
    notes = (Note("unstorable_removed", str(unstorable)),) if unstorable else ()
    return applied(text, edits, *notes)
