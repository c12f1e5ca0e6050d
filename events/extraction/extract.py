"""The steps of extraction in their order."""

from events.extraction.found import Article, Extraction
from events.extraction.registry import Registry


def extract(article: Article, registry: Registry) -> Extraction:
    """Names, dates, cues and candidate events of one article."""
    return Extraction()
