"""What is proposed from a source that was just stored."""

from sources.models import Source
from sources.reading import Document


def propose(source: Source, document: Document) -> int:
    """Store the events proposed from a document; how many."""
    return 0
