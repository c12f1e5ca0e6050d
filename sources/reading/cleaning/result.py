"""What a step of cleaning gives back."""

from collections.abc import Sequence
from typing import NamedTuple

from sources.reading.document import CleanText, Note
from sources.reading.mapped import Edit, edited

LONGEST_DETAIL = 80
MOST_NOTES = 12  # of one step; what is more is only counted


class Step(NamedTuple):
    text: CleanText
    notes: tuple[Note, ...] = ()


def applied(text: CleanText, edits: Sequence[Edit], *notes: Note) -> Step:
    return Step(edited(text, edits), notes) if edits else Step(text)


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
