"""What is made once for many documents, kept out of the garbage collector's way."""

import gc

from events.extraction.names.matcher import matcher_of
from events.extraction.registry import Registry

# objects a document may leave before garbage is looked for; its own seldom hold each other
_MANY = 10_000

_settled: Registry | None = None


def settle(registry: Registry) -> None:
    """For a process that works document after document with these names.

    Names and everything loaded so far stay, so nobody need look for garbage among them. Garbage
    that is there already would stay too: it is taken out first, and the same names settle once.
    """
    global _settled  # noqa: PLW0603
    if registry is _settled:
        return
    _settled = registry
    matcher_of(registry)
    gc.collect()
    gc.freeze()
    gc.set_threshold(_MANY)
