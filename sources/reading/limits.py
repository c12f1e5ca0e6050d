"""What is too much to read, and the words for it."""

from collections.abc import Callable

from sources.reading.document import ReadingError
from sources.reading.said import gettext as _

MOST_BYTES = 20_000_000
MOST_CHARACTERS = 1_000_000  # of text to be cleaned; a novel
MOST_MARKUP = 5_000_000  # characters of an HTML page
MOST_TAGS = 200_000
DEEPEST = 250  # elements within elements
MOST_ITEMS = 500  # of a feed
MOST_PAGES = 300  # of a PDF
MOST_UNPACKED = 50_000_000  # bytes in a .docx


def refuse_many(count: int, most: int, what: Callable[[], str]) -> None:
    """`what` gives the name of the counted things, in the language of the reader."""
    if count > most:
        words = _("%(count)s %(what)s are too many: at most %(most)s are read. Split the file.")
        raise ReadingError(words % {"count": f"{count:,}", "what": what(), "most": f"{most:,}"})
