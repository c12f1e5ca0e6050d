"""What is proposed from a source that was just stored."""

import time
from dataclasses import replace
from typing import NamedTuple

from events.extraction.articles import article_of_document, article_of_source
from events.extraction.extract import extract
from events.extraction.found import Article
from events.extraction.names.speakers import speaker_of
from events.extraction.proposing.proposals import Inquiry, insertion_of, propose
from events.extraction.registry import Registry, current_registry
from events.extraction.settled import settle
from sources.models import Source
from sources.reading import Document
from sources.storing import Fate, Question, Stored, tell, title_of

FRESH = 5.0  # seconds a long run goes without looking for new names


class Names:
    """The registry of a run over many documents: asked for once in a while, not each time."""

    def __init__(self) -> None:
        self._registry: Registry | None = None
        self._until = 0.0

    def registry(self) -> Registry:
        if self._registry is None or time.monotonic() > self._until:
            before, self._registry = self._registry, current_registry()
            if self._registry is not before:
                settle(self._registry)
            self._until = time.monotonic() + FRESH
        return self._registry


class Look(NamedTuple):
    """What was found in an article, and which names were looked for."""

    article: Article
    registry: Registry
    inquiry: Inquiry


def look_at(document: Document, registry: Registry) -> Look:
    """What is found in a document before it is stored; asks no database."""
    article = replace(article_of_document(document), title=title_of(document))
    return Look(article, registry, Inquiry(article, extract(article, registry), registry))


def propose_from(source: Source, names: Names, *, new: bool = False) -> int:
    """Store the events proposed from a source; how many."""
    registry = names.registry()
    found = extract(article_of_source(source), registry)
    return len(propose(source, found, registry, new=new))


def proposed_from(stored: Stored, names: Names, look: Look | None) -> tuple[int, list[Question]]:
    """How many events are proposed from a source that had no text before, and what is still to be
    told to the database then."""
    source = stored.source
    if look and stored.untold and _is_same(article_of_source(source), look):
        records = look.inquiry.records(source, stored.answers)
        return len(records), [*stored.untold, *insertion_of(source, records)]
    tell(stored.untold)
    return propose_from(source, names, new=stored.fate is Fate.NEW), []


def _is_same(article: Article, look: Look) -> bool:
    """Of a publisher only matters who speaks; it may be printed otherwise than it is stored."""
    if replace(article, publisher=look.article.publisher) != look.article:
        return False
    return speaker_of(article, look.registry) is speaker_of(look.article, look.registry)
