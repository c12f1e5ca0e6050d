"""The words around a name that tell what it means, found in one pass over a text."""

from bisect import bisect_left
from collections import defaultdict
from functools import cache, cached_property

from events.extraction.automaton import Automaton
from events.extraction.collisions import AI, BUSINESS, NEAR, ORDINARY, RULES
from events.extraction.folding import LATIN

# A text with fewer words of the trade than one in so many characters is about something else.
_ONE_IN = 150


class Surroundings:
    """One folded text and where the words that the rules ask for stand in it."""

    def __init__(self, folded: str) -> None:
        self._folded = folded

    def has_near(self, words: str, start: int, end: int) -> bool:
        """Whether one of the words, given with | between, stands near but outside of a stretch."""
        for part in _parts(words):
            places = self._places.get(part)
            if places and _near(places, start, end):
                return True
        return False

    @cached_property
    def is_about_the_trade(self) -> bool:
        """Whether the text speaks of technology or business at all."""
        words = sum(len(self._places.get(group, ())) for group in (AI, BUSINESS))
        return words >= len(self._folded) // _ONE_IN

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """For each group of words the places where one of them begins, in order."""
        automaton, words = _vocabulary()
        text = self._folded
        places: dict[str, list[int]] = defaultdict(list)
        for index, start, end in automaton.find(text):
            starts_latin, ends_latin, groups = words[index]
            if starts_latin and start and text[start - 1] in LATIN:
                continue
            if ends_latin and not _ends(text, end):
                continue
            for group in groups:
                places[group].append(start)
        for found in places.values():
            found.sort()
        return places


def _near(places: list[int], start: int, end: int) -> bool:
    first = bisect_left(places, start - NEAR)
    while first < len(places) and places[first] < end + NEAR:
        if not start <= places[first] < end:
            return True
        first += 1
    return False


def _ends(text: str, end: int) -> bool:
    """Whether a word ends here, or after its plural s."""
    after = text[end : end + 1]
    return (text[end + 1 : end + 2] if after == "s" else after) not in LATIN


# Whether its beginning and its end are those of a Latin word, and the groups it is in.
_Word = tuple[bool, bool, tuple[str, ...]]


@cache
def _parts(words: str) -> tuple[str, ...]:
    """The groups a list of words is made of: the large ones are shared by many rules."""
    groups = [group for group in (AI, BUSINESS) if group in words]
    for group in groups:
        words = words.replace(group, "")
    rest = "|".join(word for word in words.split("|") if word)
    return (*groups, rest) if rest else tuple(groups)


@cache
def _vocabulary() -> tuple[Automaton, list[_Word]]:
    groups: dict[str, list[str]] = defaultdict(list)
    lists = {words for rule in (*RULES.values(), ORDINARY) for words in (rule.needs, rule.not_near)}
    for group in sorted({part for words in {*lists, AI, BUSINESS} for part in _parts(words)}):
        for word in group.split("|"):
            groups[word].append(group)
    words = [
        (word[0] in LATIN, word[0] in LATIN and word[-1] in LATIN, tuple(found))
        for word, found in groups.items()
    ]
    return Automaton([word.rstrip("*") for word in groups]), words
