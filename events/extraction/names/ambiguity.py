"""Whether a name in a text means what the registry means by it."""

import re
import string
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import Enum
from functools import cached_property, lru_cache
from operator import itemgetter

from events.extraction.found import ORGANIZATION, PERSON
from events.extraction.names.capitals import (
    is_chinese,
    is_framed,
    is_part_of_a_longer_name,
    starts_a_sentence,
)
from events.extraction.names.collisions import AI, BESIDE, NO_RULE, WORDS, Rule, beginning, endings
from events.extraction.names.lands import is_of_another_land
from events.extraction.names.matcher import Hit, Pattern
from events.extraction.names.surroundings import Surroundings
from sources.chinese import CHARACTER, HAN

_POINT_AFTER = re.compile(rf"[·•・‧][{HAN}]")
_POINT_BEFORE = re.compile(rf"[{HAN}][·•・‧]\Z")
_SURNAME = re.compile(r"\s[A-Z][a-zà-ÿ]{2,}")
_NO_SURNAME = re.compile(
    r"\s(?:Code|Opus|Sonnet|Haiku|Instant|Pro|Max|Team|Enterprise|Desktop|Live|Flash|Ultra|Nano|Advanced|Bot"
    r"|App|Chat|Model|Models|Researcher|Explorer|Search|Preview|Plus|Gov)(?![a-z])"
)


# Only beside these can a name be a piece of an address or of a longer name.
_IN_ADDRESS = frozenset("/.@-_=%")
_JOINING = _IN_ADDRESS | frozenset("·•・‧")


class Reading(Enum):
    NO = 0
    DOUBT = 1
    YES = 2
    ANOTHER = 3  # a body of another country, called the same


NO, DOUBT, YES, ANOTHER = Reading


class Judge:
    """Reads names in one text."""

    def __init__(self, text: str, folded: str) -> None:
        self.text, self.folded = text, folded
        self.around = Surroundings(folded)

    def read(self, hit: Hit) -> Reading:
        start, end, pattern = hit
        text = self.text
        joined = text[start - 1 : start] in _JOINING or text[end : end + 1] in _JOINING
        if joined and self._is_part_of_something(hit):
            return NO
        if end - start == 2 and self._crosses_words(start, end):
            return NO
        return YES if pattern.rule is NO_RULE else self._by_rule(hit)

    def _crosses_words(self, start: int, end: int) -> bool:
        """高通 is none in 提高通用: both its characters belong to words around it."""
        before, after = self.folded[start - 1 : start + 1], self.folded[end - 1 : end + 1]
        return before in WORDS and after in WORDS

    def _by_rule(self, hit: Hit) -> Reading:
        start, end, pattern = hit
        rule = pattern.rule
        if rule.shared:
            return ANOTHER if is_of_another_land(self.folded, start) else YES
        if self._is_ruled_out(rule, start, end):
            return NO
        if rule.given and _surname_follows(self.text, end):
            return DOUBT
        if rule.word or rule.short:
            return self._by_capital(hit)
        if not rule.doubts:
            return YES
        settled = rule.needs and self.around.has_near(rule.needs, start, end)
        return YES if settled else DOUBT

    def _by_capital(self, hit: Hit) -> Reading:
        """A name that is a word too: where it has its capital and what is said of it decide."""
        start, end, pattern = hit
        rule = pattern.rule
        if not self.text[start].isupper() or is_part_of_a_longer_name(self.text, start, end):
            return DOUBT
        if is_framed(self.folded, start, end):
            return YES
        if is_chinese(self.text, start, end):
            return DOUBT if rule.short else YES
        if not rule.short and (not rule.given) and not starts_a_sentence(self.text, start):
            return YES
        tells = rule.needs and not rule.short and (rule.given or AI not in rule.needs)
        settled = tells and self.around.has_near(rule.needs, start, end)
        return YES if settled else DOUBT

    def _is_part_of_something(self, hit: Hit) -> bool:
        """阿里·高尔迪 is not Alibaba, 克劳德·香农 not the model; addresses name nobody."""
        start, end, pattern = hit
        if in_address(self.text, start, end):
            return True
        if not CHARACTER.match(self.text[end - 1]) or _is_person(pattern):
            return False
        before = self.text[max(0, start - 2) : start]
        return bool(_POINT_AFTER.match(self.text, end) or _POINT_BEFORE.search(before))

    def _is_ruled_out(self, rule: Rule, start: int, end: int) -> bool:
        if rule.not_after:
            words, pattern = endings(rule.not_after)
            before = self.folded[max(0, start - BESIDE) : start]
            if before.endswith(words) or (pattern and pattern.search(before)):
                return True
        if rule.not_before and beginning(rule.not_before).match(self.folded, end):
            return True
        return bool(rule.not_near) and self.around.has_near(rule.not_near, start, end)


def _is_person(pattern: Pattern) -> bool:
    entries = pattern.entries or pattern.partial
    return all(entry.kind == PERSON for entry in entries)


def _surname_follows(text: str, end: int) -> bool:
    return bool(_SURNAME.match(text, end)) and not _NO_SURNAME.match(text, end)


_ADDRESS_CHARACTERS = string.ascii_letters + string.digits + "@:/.-_=?&%~#+"
_ADDRESS_REACH = 500  # characters of an address before and after a name that are looked at
_MARKS = frozenset("/@.")  # every address has one of them
_ADDRESS = re.compile(
    r"(?i)(?:https?://|www\.|ftp://|//|[\w.+-]@)|[\w-]\.(?:com|cn|org|net|io|ai|dev|app|co|gov|edu|info|me|tv|cc|xyz)(?:[/:?]|\Z)"
)


def in_address(text: str, start: int, end: int) -> bool:
    """Whether a name is a piece of a web or mail address; addresses name nobody."""
    if text[start - 1 : start] not in _IN_ADDRESS and text[end : end + 1] not in _IN_ADDRESS:
        return False
    before, after = text[max(0, start - _ADDRESS_REACH) : start], text[end : end + _ADDRESS_REACH]
    before = before[len(before.rstrip(_ADDRESS_CHARACTERS)) :]
    after = after[: len(after) - len(after.lstrip(_ADDRESS_CHARACTERS))]
    word = f"{before}{text[start:end]}{after}".rstrip(".:")
    return word != text[start:end] and not _MARKS.isdisjoint(word) and _is_address(word)


@lru_cache(maxsize=64)  # hostile texts repeat themselves
def _is_address(word: str) -> bool:
    return bool(_ADDRESS.search(word))


_COMMA = ", "  # after the first word of a sentence it begins no enumeration: “Together, OpenAI”
_SEPARATORS = (_COMMA, " and ", ", and ", " & ", " or ", "、", "和", "与", "及", "以及")


class Listed:
    """Where certain organizations stand: what is enumerated with them is one too."""

    def __init__(self, certain: Sequence[Hit], folded: str) -> None:
        self._certain, self._folded = certain, folded

    @cached_property
    def _starts(self) -> set[int]:
        return {start for start, _, pattern in self._certain if _is_an_organization(pattern)}

    @cached_property
    def _ends(self) -> set[int]:
        return {end for _, end, pattern in self._certain if _is_an_organization(pattern)}

    def beside(self, hit: Hit) -> bool:
        """Whether a name that may be one stands in an enumeration with an organization."""
        start, end, pattern = hit
        if not (pattern.rule.word or pattern.rule.short):
            return False
        folded = self._folded
        if not folded.endswith(_SEPARATORS, 0, start) and not folded.startswith(_SEPARATORS, end):
            return False
        return any(
            (folded.endswith(by, 0, start) and start - len(by) in self._ends)
            or (by != _COMMA and folded.startswith(by, end) and end + len(by) in self._starts)
            for by in _SEPARATORS
        )


def _is_an_organization(pattern: Pattern) -> bool:
    return any(entry.kind is ORGANIZATION for entry in pattern.entries)


class Kin:
    """Where certain mentions of a developer, its models and its families stand."""

    def __init__(self, certain: Sequence[Hit], doubtful: Sequence[Hit]) -> None:
        self._certain, self._doubtful = certain, doubtful

    @cached_property
    def _at(self) -> dict[str, list[int]]:
        """Where each key stands that is asked for; made only when there is something to settle."""
        unclear = [hit for hit in self._certain if hit[2].is_unclear]
        asked = frozenset[str]().union(*(hit[2].keys for hit in (*self._doubtful, *unclear)))
        at: dict[str, list[int]] = defaultdict(list)
        for start, _, pattern in sorted(self._certain, key=itemgetter(0)):
            if not asked.isdisjoint(pattern.keys):
                for key in pattern.keys & asked:
                    at[key].append(start)
        return at

    def distance(self, keys: Iterable[str], position: int) -> int | None:
        """Characters to the nearest name with one of the keys, None when there is none."""
        nearest = None
        for places in filter(None, map(self._at.get, keys)):
            after = bisect_left(places, position)
            for place in places[max(0, after - 1) : after + 1]:
                apart = abs(place - position)
                nearest = apart if nearest is None else min(nearest, apart)
        return nearest
