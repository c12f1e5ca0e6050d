"""What a step of cleaning gives back."""

from collections.abc import Sequence
from typing import NamedTuple

from sources.reading.document import CleanText, Note
from sources.reading.mapped import Edit, edited

MOST_NOTES = 12  # of one step; what is more is only counted


class Step(NamedTuple):
    text: CleanText
    notes: tuple[Note, ...] = ()


def applied(text: CleanText, edits: Sequence[Edit], *notes: Note) -> Step:
    return Step(edited(text, edits), notes) if edits else Step(text)
