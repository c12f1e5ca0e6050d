"""The words around a name that tell what it means, found in one pass over a text."""

from bisect import bisect_left
from collections import defaultdict
from functools import cache, cached_property

from events.extraction.folding import LATIN
from events.extraction.names.collisions import AI, BUSINESS, NEAR, ORDINARY, RULES
from events.extraction.vocabulary import Vocabulary

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
        text = self._folded
        places: dict[str, list[int]] = defaultdict(list)
        for words, start, end in _VOCABULARY.find(text):
            for starts_latin, ends_latin, group in words:
                if starts_latin and start and text[start - 1] in LATIN:
                    continue
                if not ends_latin or _ends(text, end):
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


# Whether the beginning and the end of a word are those of a Latin one, and a group it is in.
_Word = tuple[bool, bool, str]


@cache
def _parts(words: str) -> tuple[str, ...]:
    """The groups a list of words is made of: the large ones are shared by many rules."""
    groups = [group for group in (AI, BUSINESS) if group in words]
    for group in groups:
        words = words.replace(group, "")
    rest = "|".join(word for word in words.split("|") if word)
    return (*groups, rest) if rest else tuple(groups)


def _read() -> dict[str, list[_Word]]:
    read: dict[str, list[_Word]] = defaultdict(list)
    lists = {words for rule in (*RULES.values(), ORDINARY) for words in (rule.needs, rule.not_near)}
    for group in sorted({part for words in {*lists, AI, BUSINESS} for part in _parts(words)}):
        for word in group.split("|"):
            latin = word[0] in LATIN
            read[word.rstrip("*")].append((latin, latin and word[-1] in LATIN, group))
    return read


_VOCABULARY = Vocabulary(_read)
