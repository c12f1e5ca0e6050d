"""How notes tell of what they are about: in short, and how often."""

import re
from collections.abc import Sequence

from sources.reading.document import Note

LONGEST_DETAIL = 80
_UNSTORABLE = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff]")


def in_short(words: str) -> str:
    """A cut text as a note shows it: one line that can be stored."""
    line = " ".join(_UNSTORABLE.sub("", words[: 20 * LONGEST_DETAIL]).split())
    return line if len(line) <= LONGEST_DETAIL else line[: LONGEST_DETAIL - 1] + "…"


def counted(code: str, cuts: Sequence[str]) -> tuple[Note, ...]:
    """One note for many cuts of a kind: how many, and the first of them."""
    if not cuts:
        return ()
    shown = ", ".join(dict.fromkeys(in_short(cut) for cut in cuts[:3]))
    return (Note(code, f"{len(cuts)} ({shown}{', …' if len(cuts) > 3 else ''})"),)
