"""tsvector literals as events.search.tokens makes them, quickly, of words known to be plain.

A lexeme that comes twice is written twice: PostgreSQL puts its places together.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from operator import add

from events.search.tokens import tokens

MARKS = {weight: [f":{place}{weight} " for place in range(1_000)] for weight in "ABC"}


class Lexemes:
    """The words of several texts, each beginning after a gap."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.place = 1

    def latin(self, words: Sequence[str], weight: str) -> None:
        marks = MARKS[weight][self.place : self.place + len(words)]
        self.parts.extend(map(add, words, marks))
        self.place += len(words) + 1

    def chinese(self, text: str, weight: str) -> None:
        marks = MARKS[weight][self.place : self.place + len(text)]
        pairs = zip(text, text[1:], marks, strict=False)
        self.parts.extend([f"{one}{mark}{one}{two}{mark}" for one, two, mark in pairs])
        self.parts.extend(map(add, text[-1:], marks[-1:]))
        self.place += len(text) + 1

    def any(self, texts: Iterable[str], weight: str) -> None:
        """Texts that come again and again, whatever is in them."""
        marks = MARKS[weight]
        for text in texts:
            found, length = _read(text)
            self.parts.extend([token + marks[self.place + at] for token, at in found])
            self.place += length + 1

    def __str__(self) -> str:
        return "".join(self.parts)


@cache
def _read(text: str) -> tuple[list[tuple[str, int]], int]:
    """Its tokens, counted from 0, and how many places they take."""
    found = [(token, place - 1) for token, place in tokens(text)]
    return found, found[-1][1] + 1
