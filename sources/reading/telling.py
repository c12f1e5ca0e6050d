"""How notes tell of what they are about: in short, and how often."""

from collections.abc import Sequence

from sources.reading.document import Note

LONGEST_DETAIL = 80


def in_short(words: str) -> str:
    """A cut text as a note shows it."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_DETAIL else line[: LONGEST_DETAIL - 1] + "…"


def counted(code: str, cuts: Sequence[str]) -> tuple[Note, ...]:
    """One note for many cuts of a kind: how many, and the first of them."""
    if not cuts:
        return ()
    shown = ", ".join(dict.fromkeys(in_short(cut) for cut in cuts[:3]))
    return (Note(code, f"{len(cuts)} ({shown}{', …' if len(cuts) > 3 else ''})"),)
