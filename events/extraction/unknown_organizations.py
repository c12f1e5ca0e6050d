"""Organizations the registry does not know, by what is said beside their names.

Each word that organizations are told by (“the start-up Fooloop”, “Fooloop's chief executive”,
某某集团) gives a name next to it some weight; a name with enough of it is one, wherever it stands.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from events.extraction import unknown_words as words
from events.extraction.automaton import Automaton
from events.extraction.folding import LATIN
from events.extraction.found import ORGANIZATION, PERSON, Mention
from events.extraction.unknown_people import FIRST_NAMES
from events.extraction.unknown_runs import REACH, WORD, Found, Runs, endings, joins
from sources.chinese import CHARACTER, HAN

ENOUGH, STRONG, WEAK = 2, 2, 1
_APPOSITION = re.compile(
    r",? (?:[(]|[-–—] ?)?(?:an? |the |another |one of the )(?:[\w’'.&-]+ ){0,5}\Z"
)
_TIES = ("-based", "-backed", "-owned", "-controlled")
_BASED = re.compile(r"([A-Z][\w.]*)-(based|backed|owned|controlled)(?: [a-z-]+){0,4} ")
_INNER = r"[A-Za-z0-9]*(?:[.&'’-][A-Za-z0-9]+)*"
_LATIN = rf"[A-Za-z]{_INNER}(?: [A-Z]{_INNER}){{0,3}}"
_LATIN_LEFT = re.compile(
    rf"(?<![A-Za-z0-9.@/_-])({_LATIN})[”\"」』》）)]?(?:的|旗下|联合|聯合)?\s?\Z"
)
_LATIN_END, _BETWEEN = "\u0530", "”」』》）的下合"
_LATIN_RIGHT = re.compile(rf"\s?[“\"「『《]?({_LATIN})(?![A-Za-z0-9@/_])")
_HAN_RIGHT = re.compile(
    rf"[\"“「『]([{HAN}A-Za-z]{{2,8}})[\"”」』]|([{HAN}]{{2,5}}?)(?=宣布|完成|获得|获投|发布|推出|的?创始人|的?首席|近日|日前|[（(])"
)
_BREAK = re.compile(f"(?:{words.CHINESE_BREAKS}|[^{HAN}])")
_ORDINARY = re.compile(f"(?:{words.CHINESE_ORDINARY})")
_PLACE = re.compile(f"(?:{words.CHINESE_PLACES})(?:市|省|州|县)?")
_WIDEST_ITEM = 40
_COMMA = r"(?:, (?:and )?| and |、|和|与|與|及|以及)"
_ITEM = re.compile(
    rf"{_COMMA}(?:(?P<latin>[A-Z][\w.&’'-]*(?: [A-Z&][\w.&’'-]*){{0,3}})|(?P<han>[{HAN}]{{2,5}}))"
    rf"{_COMMA}"
)
_HAN_REACH = 8
_NUMBERED = re.compile(r"[ -]?\d+(?:\.\d+)?\Z|[A-Za-z]-\d|\d{3}")


def new_organizations(text: str, folded: str, known: list[Mention]) -> list[Mention]:
    """Organizations by what is said of them, where nothing else is named."""
    return list(_Search(text, folded, known).mentions())


class _Search(Runs):
    """The organizations of one text, by what is said of them."""

    def __init__(self, text: str, folded: str, known: list[Mention]) -> None:
        super().__init__(text, folded, known)
        self._organizations = sorted(
            {(one.start, one.end) for one in known if one.kind == ORGANIZATION}
        )
        people = (one for one in known if one.kind == PERSON)
        self._people = {word for one in people for word in one.text.split()}

    def mentions(self) -> Iterator[Mention]:
        weights: dict[str, int] = defaultdict(int)
        for _, (start, end, weight) in {*self._found(), *self._listed()}:
            weights[self.text[start:end]] += weight
        names = {name: weight for name, weight in weights.items() if self._can_be_one(name)}
        taken: list[tuple[int, int]] = []
        for name in sorted(names, key=len, reverse=True):
            places = [place for place in self._places(name) if _is_free(taken, *place)]
            if places and names[name] + (len(places) > 1) >= ENOUGH:
                taken += places
                for start, end in places:
                    yield Mention(start, end, name, ORGANIZATION, "", name)

    def _places(self, name: str) -> Iterator[tuple[int, int]]:
        """Where a name stands by itself, and nothing else is named."""
        start = self.text.find(name)
        while start >= 0:
            end = start + len(name)
            beside = self.text[start - 1 : start], self.text[end : end + 1]
            apart = CHARACTER.match(name) or not any(joins(one) for one in beside)
            if apart and self.is_free(start, end):
                yield start, end
            start = self.text.find(name, end)

    def _can_be_one(self, name: str) -> bool:
        parts = name.split()
        if len(name) < 2 or _NUMBERED.search(name) or not self._people.isdisjoint(parts):
            return False
        if CHARACTER.match(name):
            return True
        small = [part.casefold() for part in parts]
        if all(part in words.PLACES or part in words.NOT_NAMES for part in small):
            return False
        if parts[0] in FIRST_NAMES and 1 < len(parts) < 4 and small[-1] not in endings():
            return False
        return len(parts) > 1 or name.islower() or not self.is_a_word(small[0])

    def _found(self) -> Iterator[tuple[str, Found]]:
        """What each word says; the same word about the same name counts once."""
        cues, automaton = _cues()
        for index, start, end in automaton.find(self.folded):
            word, readers = cues[index]
            if _is_whole(self.folded, word, start, end) and not self.in_title(start):
                for read, weight in readers:
                    for found in read(self, start, end, weight):
                        yield word, found
        ties = _BASED.finditer(self.text) if any(tie in self.text for tie in _TIES) else ()
        for match in ties:
            if match[2] != "based" or match[1].casefold() in words.PLACES:
                for found in self.to_the_right(match.end() - 1, STRONG):
                    yield match[2], found

    def _listed(self) -> Iterator[tuple[str, Found]]:
        """What stands between two organizations in an enumeration."""
        for (_, start), (end, _) in pairwise(self._organizations):
            if not 4 <= end - start <= _WIDEST_ITEM:
                continue
            if match := _ITEM.fullmatch(self.text, start, end):
                for found in self._item(match):
                    yield ",", found

    def _item(self, match: re.Match[str]) -> Iterator[Found]:
        if match["latin"]:
            spans = [word.span() for word in WORD.finditer(self.text, *match.span("latin"))]
            yield from self.cleaned(spans, STRONG)
            return
        start, end = match.span("han")
        name = self.folded[start:end]
        if not (_ORDINARY.search(name) or _BREAK.search(name) or name[-1] in words.CHINESE_GROUPS):
            yield Found(start, end, STRONG)


def _is_free(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    return all(last <= start or end <= first for first, last in taken)


def _is_whole(folded: str, word: str, start: int, end: int) -> bool:
    if word[0] > _LATIN_END or word[-1] > _LATIN_END:
        return True
    if word[0] in LATIN and folded[start - 1 : start] in LATIN:
        return False
    return not (word[-1] in LATIN and folded[end : end + 1] in LATIN)


# What each sort of word says, and where the name stands beside it.


def _noun(search: _Search, start: int, end: int, weight: int) -> Iterator[Found]:
    yield from search.to_the_right(end, weight)
    yield from _apposition(search, start, end, weight)


def _apposition(search: _Search, start: int, end: int, weight: int) -> Iterator[Found]:
    window = search.text[max(0, start - REACH) : start]
    if match := _APPOSITION.search(window):
        yield from search.to_the_left(start - len(window) + match.start(), weight)


def _before(search: _Search, start: int, end: int, weight: int) -> Iterator[Found]:
    yield from search.to_the_right(end, weight)


def _after(search: _Search, start: int, end: int, weight: int) -> Iterator[Found]:
    if search.text[start - 1 : start] == " ":
        stop = start - 1
        if search.text[stop - 2 : stop] in ("'s", "’s"):
            stop -= 2
        elif search.text[stop - 1 : stop] in ("'", "’"):
            stop -= 1
        yield from search.to_the_left(stop, weight)


def _possessed(search: _Search, start: int, end: int, weight: int) -> Iterator[Found]:
    if search.text[start - 3 : start] in ("'s ", "’s "):
        yield from search.to_the_left(start - 3, weight)


def _did(search: _Search, start: int, end: int, weight: int) -> Iterator[Found]:
    stop = start if search.text[start] == "," else start - 1
    if search.text[stop] in " ,":
        yield from search.to_the_left(stop, weight)


def _legal_form(search: _Search, start: int, end: int, weight: int) -> Iterator[Found]:
    """Companies are called without it."""
    if search.text[start].isupper() or search.text[start:end].islower():
        stop = start - 1 if search.text[start - 1 : start] == " " else start
        yield from search.to_the_left(stop - (search.text[stop - 1 : stop] == ","), weight)


def _ending(search: _Search, start: int, end: int, weight: int) -> Iterator[Found]:
    if search.text[start].isupper() and search.text[end : end + 4] not in (" of ", " for"):
        for found in search.to_the_left(end, weight):
            if " " in search.text[found.start : found.end].rstrip():
                yield found


def _beginning(search: _Search, start: int, end: int, weight: int) -> Iterator[Found]:
    if search.text[start].isupper():
        for found in search.to_the_right(end, weight):
            yield Found(start, found.end, weight)


def _chinese_after(search: _Search, start: int, end: int, weight: int) -> Iterator[Found]:
    before = search.text[start - 1 : start]
    if before > _LATIN_END and before not in _BETWEEN:
        return  # most of these words stand behind Chinese ones
    first = max(0, start - 40)
    if match := _LATIN_LEFT.search(search.text[first:start]):
        yield from _latin(search, first + match.start(1), first + match.end(1), weight)


def _chinese_before(search: _Search, start: int, end: int, weight: int) -> Iterator[Found]:
    if match := _LATIN_RIGHT.match(search.text, end):
        yield from _latin(search, *match.span(1), weight)


def _chinese_noun(search: _Search, start: int, end: int, weight: int) -> Iterator[Found]:
    yield from _chinese_before(search, start, end, weight)
    match = _HAN_RIGHT.match(search.folded, end)
    if match and (weight == STRONG or match.lastindex == 1):
        first, last = match.span(match.lastindex or 0)
        name = search.folded[first:last]
        if not _BREAK.search(name) and not _ORDINARY.search(name) and search.is_free(first, last):
            yield Found(first, last, weight)


def _latin(search: _Search, start: int, end: int, weight: int) -> Iterator[Found]:
    name = search.text[start:end]
    small = name.casefold()
    if small in words.LATIN_WORDS or small in words.NOT_NAMES or len(name) < 3:
        return
    if search.is_free(start, end) and not any(part in words.NOT_NAMES for part in small.split()):
        yield Found(start, end, weight)


def _chinese_ending(search: _Search, start: int, end: int, weight: int) -> Iterator[Found]:
    """A name of Chinese characters that ends so, cut from what stands before it."""
    begin, place = _begins(search.folded, start)
    bare = search.folded[place:start]
    ordinary = _ORDINARY.search(bare) or bare[:1] in words.CHINESE_RELATIVE
    if not 2 <= start - begin <= 6 or (bare and ordinary) or not search.is_free(begin, end):
        return
    if not _GOES_ON.match(search.folded, end):
        yield Found(begin, end, weight)


def _begins(folded: str, end: int) -> tuple[int, int]:
    """Where a name that goes on to `end` can begin, and where its words after a place do."""
    first = max(0, end - _HAN_REACH)
    for place in _PLACE.finditer(folded, first, end):
        if not _BREAK.search(folded, place.end(), end):
            return place.start(), place.end()
    begin, previous = first, first
    for match in _BREAK.finditer(folded, first, end):
        previous, begin = begin, match.end()
    # 泰和 has in it what is a word of its own elsewhere.
    if end - begin < 2 <= end - previous <= 3 and not CHARACTER.match(folded[previous - 1]):
        begin = previous
    return begin, begin


# What makes of the ending another word, or of the name a kind of thing.
_GOES_ON = re.compile(
    r"化|型|性|级|类|式|们|界|业|者|员|人|产品|行业|产业|领域|技术|板块|概念|股|模型|体系|生态|时代"
    r"|支出|开支|市场|密集|运作|结构|效率|金融|注入|方|主义|生|教育|排名|账户|卡|法"
)
_Reader = Callable[[_Search, int, int, int], Iterator[Found]]


@cache
def _cues() -> tuple[list[tuple[str, list[tuple[_Reader, int]]]], Automaton]:
    sorts: tuple[tuple[str, _Reader, int], ...] = (
        (words.ENGLISH_NOUNS, _noun, STRONG),
        (words.ENGLISH_APPOSITIONS, _apposition, STRONG),
        (words.ENGLISH_BEFORE, _before, STRONG),
        (words.ENGLISH_WEAK_BEFORE, _before, WEAK),
        (words.ENGLISH_AFTER, _after, STRONG),
        (words.ENGLISH_POSSESSED, _possessed, STRONG),
        (words.ENGLISH_DID, _did, STRONG),
        (words.ENGLISH_WEAK_DID, _did, WEAK),
        (words.ENGLISH_LEGAL_FORMS, _legal_form, STRONG),
        (words.ENGLISH_ENDINGS, _ending, STRONG),
        (words.ENGLISH_WEAK_ENDINGS, _ending, WEAK),
        (words.ENGLISH_BEGINNINGS, _beginning, STRONG),
        (words.CHINESE_NOUNS, _chinese_noun, STRONG),
        (words.CHINESE_WEAK_NOUNS, _chinese_noun, WEAK),
        (words.CHINESE_AFTER, _chinese_after, STRONG),
        (words.CHINESE_WEAK_AFTER, _chinese_after, WEAK),
        (words.CHINESE_WEAK_BEFORE, _chinese_before, WEAK),
        (words.CHINESE_ENDINGS_STRONG, _chinese_ending, STRONG),
        (words.CHINESE_ENDINGS, _chinese_ending, WEAK),
    )
    readers: dict[str, list[tuple[_Reader, int]]] = defaultdict(list)
    for line, reader, weight in sorts:
        for word in line.split("|"):
            readers[word].append((reader, weight))
    return list(readers.items()), Automaton(list(readers))
