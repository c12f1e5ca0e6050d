"""The forms of an English word that a search takes for one: launch, launches, launched, launching.

A query asks for all of them, so that texts are indexed as they are written. A form nobody writes
(launche, releaseed) finds nothing and does no harm; only forms that are another word would. Plain
Python.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from events.english import IRREGULAR

_ORDINARY = re.compile("[a-z]{3,}")
_VOWEL = re.compile("[aeiouy]")
_HISSES = ("s", "x", "z", "ch", "sh", "o")
# One syllable with a short vowel: it doubles its last letter, as in shipped.
_SHORT = re.compile("[^aeiou]*[aeiouy][^aeiouwxy]")
_ENDS_SHORT = re.compile(".*[^aeiou][aeiou]l")  # cancelled and canceled are both written
# Each looks like a form of another word, and is none.
_ALONE = frozenset({"new", "news", "united", "evening", "has", "was", "his", "its", "this", "does"})


def _past_of() -> dict[str, list[str]]:
    bases: dict[str, list[str]] = defaultdict(list)
    for base, pasts in IRREGULAR.items():
        for past in pasts.split():
            bases[past].append(base)
    return dict(bases)


_BASES = _past_of()


@lru_cache(maxsize=4096)
def family(word: str) -> tuple[str, ...]:
    """A folded word and its other forms; a name with a number or a short word has none."""
    if word in _ALONE or not _ORDINARY.fullmatch(word):
        return (word,)
    forms = dict.fromkeys([word])
    for base in _bases(word):
        forms.update(dict.fromkeys(_forms(base)))
    return tuple(form for form in forms if form == word or form not in _ALONE)


def _bases(word: str) -> Iterator[str]:
    """What it may be a form of; several where the ending does not tell."""
    yield from _BASES.get(word, ())
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
        if word.endswith("ies"):
            yield f"{word[:-3]}y"
        elif word.endswith("es") and word[:-2].endswith(_HISSES):
            yield word[:-2]
    elif word.endswith("ied"):
        yield f"{word[:-3]}y"
    elif word.endswith("ing"):
        yield word
        yield from _without(word.removesuffix("ing"))
    elif word.endswith("ed") and not word.endswith("eed"):
        yield from _without(word.removesuffix("ed"))
    elif word not in _BASES or word in IRREGULAR:
        yield word


def _without(stem: str) -> Iterator[str]:
    """The words that end in -ed and -ing with this stem: plan for plann, release for releas."""
    if len(stem) < 2 or not _VOWEL.search(stem):
        return
    if not _SHORT.fullmatch(stem):
        yield stem
    yield f"{stem}e"
    if stem[-1] == stem[-2]:
        yield stem[:-1]


def _forms(base: str) -> Iterator[str]:
    if len(base) < 2:
        return
    yield base
    if not _VOWEL.search(base):  # LLMs, GPUs
        yield f"{base}s"
        return
    ends_in_y = base.endswith("y") and base[-2] not in "aeiou"
    yield f"{base[:-1]}ies" if ends_in_y else f"{base}{'es' if base.endswith(_HISSES) else 's'}"
    if base.endswith("ing"):
        return
    for stem in _stems(base):
        yield f"{stem}ing"
        if base not in IRREGULAR:
            yield f"{base[:-1]}ied" if ends_in_y else f"{stem}ed"
    yield from IRREGULAR.get(base, "").split()


def _stems(base: str) -> Iterator[str]:
    """What -ed and -ing are put to."""
    doubled = f"{base}{base[-1]}"
    if _ENDS_SHORT.fullmatch(base):
        yield from (base, doubled)
    elif _SHORT.fullmatch(base) or f"{doubled}ed" in IRREGULAR.get(base, "").split():
        yield doubled
    elif base.endswith("e") and not base.endswith("ee"):
        yield base[:-1]
    else:
        yield base
