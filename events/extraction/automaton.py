"""Many words looked for in one pass. The only module that knows the matching engine."""

from collections.abc import Sequence

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

# Small, so that it is still in the processor's memory when the next text comes; a table for every
# state and letter is read twice as fast only where nothing else is done between two texts.
_SMALL = Implementation.ContiguousNFA


class Automaton:
    """Finds words in a text; both are compared as they are, so fold them alike first."""

    def __init__(self, words: Sequence[str], *, longest: bool = False) -> None:
        """With `longest`, what is found does not overlap: the longest word of the leftmost."""
        self._overlapping = not longest
        kind = MatchKind.LeftmostLongest if longest else MatchKind.Standard
        self._words = AhoCorasick(words, matchkind=kind, implementation=_SMALL) if words else None

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """The index of each word that was found, and where it starts and ends."""
        if self._words is None:
            return []
        return self._words.find_matches_as_indexes(text, overlapping=self._overlapping)
