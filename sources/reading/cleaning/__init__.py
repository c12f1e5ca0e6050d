"""The steps of cleaning in their order."""

from sources.reading.document import CleanText, Note
from sources.reading.part import Part


def clean(part: Part) -> tuple[CleanText, tuple[Note, ...]]:
    """The text to read, and what was odd about it."""
    return part.text, ()
