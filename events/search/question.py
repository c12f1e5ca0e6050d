"""What a reader's query asks for. Plain Python.

Words must all occur. “"open weights"” asks for words one after the other, “-rumour” for events
without a word, “llama OR qwen” for either. Whatever else somebody types is taken as words; a mark
without its partner is left out.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from events.search.tokens import (
    LONGEST_LEXEME,
    LONGEST_QUERY,
    WORD,
    condition,
    fold,
    phrase,
)

_QUOTES = ('""', "“”", "「」", "『』", "«»", "《》")
_QUOTED = "|".join(f"{pair[0]}([^{pair}]*){pair[1]}" for pair in _QUOTES)
_PLAIN = rf"[^\s{''.join(_QUOTES)}]+"
_PIECE = re.compile(rf"(?P<minus>(?<!\S)-)?(?:{_QUOTED}|(?P<plain>{_PLAIN}))")
_OR = {"OR", "|", "||"}


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must all occur, or follow each other when they were quoted."""

    words: tuple[str, ...]
    quoted: bool = False

    def condition(self) -> str:
        if self.quoted:
            return phrase(self.words)
        return " & ".join(condition(word) for word in self.words)


@dataclass(frozen=True)
class Question:
    """Of each group one term must occur, and none of the excluded ones."""

    groups: tuple[tuple[Term, ...], ...]
    excluded: tuple[Term, ...] = ()

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        return tuple(term for group in self.groups for term in group)

    @property
    def is_plain(self) -> bool:
        """Only words, without any sign that means something."""
        return not self.excluded and all(
            len(group) == 1 and not group[0].quoted for group in self.groups
        )

    def tsquery(self) -> str:
        """The tsquery literal, or "" when there is no word to look for."""
        if not self.groups:
            return ""
        wanted = [" | ".join(f"({term.condition()})" for term in group) for group in self.groups]
        unwanted = [f"!({term.condition()})" for term in self.excluded]
        return " & ".join([*(f"({group})" for group in wanted), *unwanted])


def read(text: str) -> Question:
    groups: list[list[Term]] = []
    excluded: list[Term] = []
    alternative = False
    for minus, term in _terms(text):
        if term is None:
            alternative = bool(groups)
        elif minus:
            excluded.append(term)
        elif alternative:
            groups[-1].append(term)
            alternative = False
        else:
            groups.append([term])
    return Question(tuple(map(tuple, groups)), tuple(excluded))


def _terms(text: str) -> Iterator[tuple[bool, Term | None]]:
    """Each term and whether it is excluded; None stands for “or”."""
    left = LONGEST_QUERY
    for match in _PIECE.finditer(unicodedata.normalize("NFKC", text).replace("\0", " ")):
        plain = match["plain"]
        if plain in _OR:
            yield False, None
            continue
        written = plain or match[match.lastindex or 0] or ""
        words = tuple(word[:LONGEST_LEXEME] for word in WORD.findall(fold(written)))[:left]
        left -= len(words)
        if words:
            yield bool(match["minus"]), Term(words, quoted=plain is None)
