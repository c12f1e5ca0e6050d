"""Many words looked for in one pass. The only module that knows the matching engine."""

from collections.abc import Sequence

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

# So many words fit into a table of a few megabytes, which is read twice as fast as a tree.
_FEW = 5_000  # words


class Automaton:
    """Finds words in a text; both are compared as they are, so fold them alike first."""

    def __init__(self, words: Sequence[str], *, longest: bool = False) -> None:
        """With `longest`, what is found does not overlap: the longest word of the leftmost."""
        self._overlapping = not longest
        kind = MatchKind.LeftmostLongest if longest else MatchKind.Standard
        table = Implementation.DFA if len(words) < _FEW else None
        self._words = AhoCorasick(words, matchkind=kind, implementation=table) if words else None

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """The index of each word that was found, and where it starts and ends."""
        if self._words is None:
            return []
        return self._words.find_matches_as_indexes(text, overlapping=self._overlapping)
