"""How a proposal is known again: from a second run, a reprint, the other script, small edits.

The fingerprint of a proposal is the hash of its kind and of who takes part, followed by the hash
of these and of its passage, folded (script, case, marks and spaces left out). So the same words
give the same fingerprint wherever they are printed, and proposals about the same entities lie
side by side in the index: near copies are looked for among them and in reprints, by the runs of
three characters that passages share (`is_near_copy`).
"""

import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache

from events.extraction.folding import fold

KEY = 16  # hexadecimal digits of kind and entities; the rest of 64 is of the words too
NEAR = 0.72  # share of runs; one word changed in a sentence of 20 characters leaves 0.75
_RUN = 3
_NOT_WORDS = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"\d+")


def fingerprint(kind: str, entities: Iterable[str], passage: str) -> str:
    """64 hexadecimal digits; `entities` are slugs, or names of what is new."""
    key = "|".join([kind, *sorted({fold(name) for name in entities})])
    return _digest(key, KEY) + _digest(f"{key}|{normalised(passage)}", 64 - KEY)


def key_range(of: str) -> tuple[str, str]:
    """The first and the last fingerprint of the same kind and entities."""
    return of[:KEY].ljust(64, "0"), of[:KEY].ljust(64, "f")


@lru_cache(maxsize=1024)
def normalised(passage: str) -> str:
    return _NOT_WORDS.sub("", fold(passage))


def is_near_copy(one: str, other: str) -> bool:
    """Whether two passages say the same in nearly the same words, with the same numbers."""
    first, second = normalised(one), normalised(other)
    if first == second:
        return True
    if sorted(_NUMBER.findall(first)) != sorted(_NUMBER.findall(second)):
        return False
    return likeness(first, second) >= NEAR


def likeness(first: str, second: str) -> float:
    """0 to 1: the share of runs of characters that two folded texts have in common."""
    runs, others = _runs(first), _runs(second)
    return 2 * len(runs & others) / ((len(runs) + len(others)) or 1)


@lru_cache(maxsize=1024)
def _runs(folded: str) -> frozenset[str]:
    return frozenset(folded[at : at + _RUN] for at in range(max(1, len(folded) - _RUN + 1)))


def _digest(text: str, length: int) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:length]
