"""The words that events are told in, and how much of them a passage has."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import log

from events.extraction.folding import fold
from events.extraction.proposing.nearby import Told

_WORDS = re.compile(r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+(?:[-.+][^\W_\u3400-\u9fff]+)*")
_PARTS = re.compile(r"[^\W\d_]+|\d+(?:\.\d+)?")
_LITTLE = "the of and to in a an for on with by its that is are was be as at from it has have will"
_STOP = frozenset(_LITTLE.split())

Words = frozenset[str]


def words_of(text: str) -> Words:
    """Words, parts of compound ones, and pairs of Chinese characters."""
    found: set[str] = set()
    for word in _WORDS.findall(fold(text)):
        if word[0] >= "\u3400":
            found.update(map("".join, pairwise(word)))
        else:
            found.add(word)
            if not word.isalpha():
                found.update(_PARTS.findall(word))
    return frozenset(found - _STOP)


# events are met again and again, a passage once
_words_of_event = lru_cache(maxsize=4096)(words_of)


class Wording:
    """What few events are told in says more about which one it is."""

    def __init__(self, events: Sequence[Told]) -> None:
        self._texts = {event.id: tuple(map(_words_of_event, event[1:])) for event in events}
        counts: Counter[str] = Counter()
        for texts in self._texts.values():
            counts.update(frozenset[str]().union(*texts))
        of_count = {count: log(1 + len(events) / count) for count in set(counts.values())}
        self._weights = {word: of_count[count] for word, count in counts.items()}
        self._whole: dict[Words, float] = {}

    def likeness(self, event: int, words: Words) -> float:
        """How much of a title stands in the passage, or of the passage in a summary; 0 to 1."""
        title_en, title_zh, *summaries = self._texts[event]
        titles = (self._share(title, words) for title in (title_en, title_zh))
        return max([*titles, *(self._share(words, summary) for summary in summaries)])

    def _share(self, words: Words, other: Words) -> float:
        """How much of `words` is in `other`; words no event is told in do not count."""
        both = words & other
        return self._weight(both) / self._whole_weight(words) if both else 0.0

    def _whole_weight(self, words: Words) -> float:
        if words not in self._whole:
            self._whole[words] = self._weight(words)
        return self._whole[words] or 1.0

    def _weight(self, words: Iterable[str]) -> float:
        return sum(self._weights.get(word, 0.0) for word in words)
