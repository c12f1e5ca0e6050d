"""Words that are looked for in a text for several reasons, all found in one pass over it."""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from itertools import chain
from typing import Any, Generic, TypeVar

from events.extraction.automaton import Automaton

Told = TypeVar("Told")


class Vocabulary(Generic[Told]):
    """What some words tell. All vocabularies share one pass, whoever asks first."""

    def __init__(self, read: Callable[[], Mapping[str, Told]]) -> None:
        """`read` gives each word, folded, with what it tells; called when first needed."""
        self.read = read
        _all.append(self)
        forget()

    def find(self, folded: str) -> list[tuple[Told, int, int]]:
        """What each word of it tells and where it starts and ends, overlapping ones too."""
        told: list[Told | None] = _joined()[1][self]
        return [
            (one, start, end)
            for number, start, end in _found(folded)
            if (one := told[number]) is not None
        ]


_all: list[Vocabulary[Any]] = []


def forget() -> None:
    """To be called when there are more words."""
    _joined.cache_clear()
    _found.cache_clear()


@cache
def _joined() -> tuple[Automaton, dict[Vocabulary[Any], list[Any]]]:
    """All words, and for each vocabulary what they tell in it: nothing those of the others."""
    read = {one: one.read() for one in _all}
    words = list(dict.fromkeys(chain.from_iterable(read.values())))
    return Automaton(words), {one: [told.get(word) for word in words] for one, told in read.items()}


@lru_cache(maxsize=1)  # asked for the same text by all of them in turn
def _found(folded: str) -> list[tuple[int, int, int]]:
    return _joined()[0].find(folded)
