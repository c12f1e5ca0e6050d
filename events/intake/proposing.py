"""What is proposed from a source that was just stored."""

import time

from events.extraction.articles import article_of_source
from events.extraction.extract import extract
from events.extraction.proposals import propose
from events.extraction.registry import Registry, current_registry
from events.extraction.settled import settle
from sources.models import Source

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


def propose_from(source: Source, names: Names, *, new: bool = False) -> int:
    """Store the events proposed from a source; how many."""
    registry = names.registry()
    found = extract(article_of_source(source), registry)
    return len(propose(source, found, registry, new=new))
