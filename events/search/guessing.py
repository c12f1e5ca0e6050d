"""“Did you mean”: names and words that are nearly what was typed.

Latin is compared by the letters that differ, Chinese by its characters and by how they sound, so
深度求锁 leads to 深度求索 and Antropic to Anthropic. Whether a guess finds anything is for others
to ask.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from events.search.marks import aligned
from events.search.names import Named, Names, Sample, squeezed, squeezed_name
from events.search.sounds import sound
from events.search.tokens import WORD, fold
from sources.chinese import CHARACTER

MOST = 3
_LIMIT = 40  # near names that are looked at
_ANY = "\0"  # stands for any one character
_LONGEST_NAME = 8  # Chinese characters that may contain a wrong one


class _Near(NamedTuple):
    """A name that is near, with what orders it before others: the least comes first."""

    cost: float
    begins_otherwise: bool
    rarely: int
    name: str


def guesses(text: str, names: Names, sample: Sample) -> list[str]:
    """At most MOST other queries somebody may have meant, the nearest first."""
    found = [*_near_names(text, names, sample), _mended(text, names, sample)]
    different: dict[str, str] = {}
    for guess in found:
        different.setdefault(fold(guess), guess)
    different.pop(fold(text), None)
    return list(different.values())[:MOST]


def _allowed(text: str) -> int:
    """How many signs of a word may be wrong."""
    length = len(text) + len(CHARACTER.findall(text))
    return 0 if length < 4 else 1 if length < 8 else 2


def _near_names(text: str, names: Names, sample: Sample) -> list[str]:
    typed = squeezed(text)
    if typed in names.whole:
        return [_written(typed, names)]
    near = {**_near_letters(typed, names), **_near_sounds(typed, names)}
    ranked = sorted(
        _Near(cost, known[:1] != typed[:1], -_uses(names.whole[known], sample), known)
        for known, cost in near.items()
    )
    meant = {tuple(one.key for one in names.whole[each.name]): each.name for each in ranked[::-1]}
    return [_written(each.name, names) for each in ranked if each.name in meant.values()][:MOST]


def _near_letters(typed: str, names: Names) -> dict[str, float]:
    allowed = _allowed(typed)
    if CHARACTER.search(typed) and len(typed) < 3:
        return {}  # half of such a name says too little; what sounds like it is found elsewhere
    found = process.extract(
        typed, names.whole.keys(), scorer=OSA.distance, score_cutoff=allowed, limit=_LIMIT
    )
    return {known: float(distance) for known, distance, _ in found}


def _near_sounds(typed: str, names: Names) -> dict[str, float]:
    if not CHARACTER.search(typed):
        return {}
    return dict.fromkeys(_by_sound(names).get(sound(typed), ()), 0.5)


def _uses(named: list[Named], sample: Sample) -> int:
    return sum(sample.uses[one.key] for one in named)


def _written(known: str, names: Names) -> str:
    """A name as it is written of which only the squeezed form is at hand."""
    every = (name for named in names.whole[known] for name in named.names)
    return next(name for name in every if squeezed_name(name) == known)


def _mended(text: str, names: Names, sample: Sample) -> str:
    """The text with each word that nobody uses replaced by the nearest one that is used."""
    plain, places = aligned(text)
    mended, last = "", 0
    for match in WORD.finditer(plain):
        start, end = places[match.start()], places[match.end()]
        word = match[0]
        mend = _mended_chinese if CHARACTER.match(word) else _mended_latin
        mended += text[last:start] + (mend(word, names, sample) or text[start:end])
        last = end
    return mended + text[last:]


def _mended_latin(word: str, names: Names, sample: Sample) -> str:
    allowed = _allowed(word)
    if not allowed or word in names.words or word in sample.words:
        return ""
    near = []
    for known in (names.words, sample.words):
        found = process.extract(
            word, known.keys(), scorer=OSA.distance, score_cutoff=allowed, limit=_LIMIT
        )
        near += [_Near(cost, one[0] != word[0], -known[one], one) for one, cost, _ in found]
    if not near:
        return ""
    nearest = min(near).name
    return _written(nearest, names) if nearest in names.whole else nearest


def _mended_chinese(run: str, names: Names, sample: Sample) -> str:
    """A run of characters with the longest part that is nearly a name written as that name."""
    if run in names.whole:
        return ""
    for length in range(min(len(run), _LONGEST_NAME), 1, -1):
        for start in range(len(run) - length + 1):
            part = run[start : start + length]
            if part in names.whole:
                return ""
            if length > 2 or part == run:
                name = _nearly(part, names, sample)
                if name:
                    return run[:start] + name + run[start + length :]
    return ""


def _nearly(part: str, names: Names, sample: Sample) -> str:
    """The name that sounds like this part, or has one other character."""
    alike = _by_sound(names).get(sound(part)) or [
        known for gap in _gaps(part) for known in _by_gap(names).get(gap, ())
    ]
    ranked = sorted(alike, key=lambda known: -_uses(names.whole[known], sample))
    return _written(ranked[0], names) if ranked else ""


def _gaps(part: str) -> Iterator[str]:
    """The part with each of its characters left open; two characters say too little for that."""
    if len(part) > 2:
        yield from (part[:index] + _ANY + part[index + 1 :] for index in range(len(part)))


@lru_cache(maxsize=2)
def _by_sound(names: Names) -> dict[str, list[str]]:
    alike: dict[str, list[str]] = defaultdict(list)
    for known in _chinese(names):
        alike[sound(known)].append(known)
    return dict(alike)


@lru_cache(maxsize=2)
def _by_gap(names: Names) -> dict[str, list[str]]:
    alike: dict[str, list[str]] = defaultdict(list)
    for known in _chinese(names):
        for gap in _gaps(known):
            alike[gap].append(known)
    return dict(alike)


def _chinese(names: Names) -> Iterator[str]:
    for known in names.whole:
        if CHARACTER.search(known) and 1 < len(known) <= _LONGEST_NAME:
            yield known
