"""Organizations the registry does not know, by what is said beside their names.

Each word that organizations are told by (“the start-up Fooloop”, “Fooloop's chief executive”,
某某集团) gives a name next to it some weight; a name with enough of it is one, wherever it stands.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import pairwise

from events.extraction.folding import LATIN
from events.extraction.found import ORGANIZATION, PERSON, Mention
from events.extraction.names import unknown_words as words
from events.extraction.names.taken import Taken
from events.extraction.names.unknown_people import FIRST_NAMES
from events.extraction.names.unknown_runs import REACH, WORD, Found, Runs, endings, joins
from events.extraction.vocabulary import Vocabulary
from sources.chinese import CHARACTER, HAN

ENOUGH, STRONG, WEAK = 2, 2, 1
_APPOSITION = re.compile(
    r"(?:, | )(?:[(]|[-–—] ?)?(?:an? |the |another |one of the )(?:[\w’'.&-]+ ){0,5}\Z"
)
_TIE = re.compile(r"-(based|backed|owned|controlled)(?: [a-z-]+){0,4} ")
_TIED = re.compile(r"[A-Z][\w.]*\Z")
_TIED_REACH = 40
_INNER = r"[A-Za-z0-9]*(?:[.&'’-][A-Za-z0-9]+)*"
_LATIN = rf"[A-Za-z]{_INNER}(?: [A-Z]{_INNER}){{0,3}}"
_LATIN_LEFT = re.compile(
    rf"(?<![A-Za-z0-9.@/_-])({_LATIN})[”\"」』》）)]?(?:的|旗下|联合|聯合)?\s?\Z"
)
_LATIN_END, _BETWEEN = "\u0530", "”」』》）的下合"
_LATIN_NEAR, _LATIN_REACH = re.compile(r"[A-Za-z0-9]"), 5
_LATIN_RIGHT = re.compile(rf"\s?[“\"「『《]?({_LATIN})(?![A-Za-z0-9@/_])")
_HAN_RIGHT = re.compile(
    rf"[\"“「『]([{HAN}A-Za-z]{{2,8}})[\"”」』]|([{HAN}]{{2,5}}?)(?=宣布|完成|获得|获投|发布|推出|的?创始人|的?首席|近日|日前|[（(])"
)


def _any_of(alternatives: str) -> str:
    """The words as an expression that sees at a glance where none begins; longer ones first."""
    parts = alternatives.split("|")
    signs = "".join(part[: part.find("]") + 1] or part[0] for part in parts)
    beginnings = "".join(dict.fromkeys(signs.replace("[", "").replace("]", "")))
    longer = [part for part in parts if len(part) > 1]
    single = "".join(part for part in parts if len(part) == 1)
    return f"(?=[{beginnings}])(?:{'|'.join([*longer, f'[{single}]'] if single else longer)})"


_BREAK = re.compile(f"{_any_of(words.CHINESE_BREAKS)}|[^{HAN}]")
_ORDINARY = re.compile(_any_of(words.CHINESE_ORDINARY))
_PLACE = re.compile(f"{_any_of(words.CHINESE_PLACES)}(?:市|省|州|县)?")
_WIDEST_ITEM = 40
_COMMA = r"(?:, (?:and )?| and |、|和|与|與|及|以及)"
_ITEM = re.compile(
    rf"{_COMMA}(?:(?P<latin>[A-Z][\w.&’'-]*(?: [A-Z&][\w.&’'-]*){{0,3}})|(?P<han>[{HAN}]{{2,5}}))"
    rf"{_COMMA}"
)
_HAN_REACH = 8
_NUMBERED = re.compile(r"[ -]?\d+(?:\.\d+)?\Z|[A-Za-z]-\d|\d{3}")


def new_organizations(text: str, folded: str, known: list[Mention], taken: Taken) -> list[Mention]:
    """Organizations by what is said of them, where nothing else is named."""
    return list(_Search(text, folded, known, taken).mentions())


class _Search(Runs):
    """The organizations of one text, by what is said of them."""

    def __init__(self, text: str, folded: str, known: list[Mention], taken: Taken) -> None:
        super().__init__(text, folded, taken)
        self._known = known

    @cached_property
    def _people(self) -> set[str]:
        people = (one for one in self._known if one.kind is PERSON)
        return {word for one in people for word in one.text.split()}

    def mentions(self) -> Iterator[Mention]:
        weights: dict[str, int] = defaultdict(int)
        said = dict.fromkeys((*self._found(), *self._listed()))
        for _, (start, end, weight) in said:
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
            before, after = self.text[start - 1 : start], self.text[end : end + 1]
            apart = CHARACTER.match(name) or not (joins(before) or joins(after))
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
        if len(parts) > 1:
            return True
        return small[0] not in words.BODIES and (name.islower() or not self.is_a_word(small[0]))

    def _found(self) -> Iterator[tuple[str, Found]]:
        """What each word says; the same word about the same name counts once."""
        folded = self.folded
        for (word, starts_latin, ends_latin, readers), start, end in _CUES.find(folded):
            if starts_latin and folded[start - 1 : start] in LATIN:
                continue
            if ends_latin and folded[end : end + 1] in LATIN:
                continue
            for read, weight in readers:
                found = read(self, start, end, weight)
                if found and not self.in_title(start):
                    yield word, found
        for tie in _TIE.finditer(self.text):
            tied = _TIED.search(self.text[max(0, tie.start() - _TIED_REACH) : tie.start()])
            if tied and (tie[1] != "based" or tied[0].casefold() in words.PLACES):
                found = self.to_the_right(tie.end() - 1, STRONG)
                if found:
                    yield tie[1], found

    def _listed(self) -> Iterator[tuple[str, Found]]:
        """What stands between two organizations in an enumeration."""
        organizations = sorted(
            {(one.start, one.end) for one in self._known if one.kind is ORGANIZATION}
        )
        for (_, start), (end, _) in pairwise(organizations):
            if 4 <= end - start <= _WIDEST_ITEM:
                match = _ITEM.fullmatch(self.text, start, end)
                found = self._item(match) if match else None
                if found:
                    yield ",", found

    def _item(self, match: re.Match[str]) -> Found | None:
        if match["latin"]:
            spans = [word.span() for word in WORD.finditer(self.text, *match.span("latin"))]
            return self.cleaned(spans, STRONG)
        start, end = match.span("han")
        name = self.folded[start:end]
        if _ORDINARY.search(name) or _BREAK.search(name) or name[-1] in words.CHINESE_GROUPS:
            return None
        return Found(start, end, STRONG)


def _is_free(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    return all(last <= start or end <= first for first, last in taken)


# What each sort of word says, and where the name stands beside it.


def _apposition(search: _Search, start: int, end: int, weight: int) -> Found | None:
    if search.text[start - 1 : start] != " ":
        return None
    window = search.text[max(0, start - REACH) : start]
    match = _APPOSITION.search(window)
    return search.to_the_left(start - len(window) + match.start(), weight) if match else None


def _before(search: _Search, start: int, end: int, weight: int) -> Found | None:
    return search.to_the_right(end, weight)


def _after(search: _Search, start: int, end: int, weight: int) -> Found | None:
    if search.text[start - 1 : start] != " ":
        return None
    stop = start - 1
    if search.text[stop - 2 : stop] in ("'s", "’s"):
        stop -= 2
    elif search.text[stop - 1 : stop] in ("'", "’"):
        stop -= 1
    return search.to_the_left(stop, weight)


def _possessed(search: _Search, start: int, end: int, weight: int) -> Found | None:
    if search.text[start - 3 : start] not in ("'s ", "’s "):
        return None
    return search.to_the_left(start - 3, weight)


def _did(search: _Search, start: int, end: int, weight: int) -> Found | None:
    stop = start if search.text[start] == "," else start - 1
    return search.to_the_left(stop, weight) if search.text[stop] in " ," else None


def _legal_form(search: _Search, start: int, end: int, weight: int) -> Found | None:
    """Companies are called without it."""
    if not search.text[start].isupper() and not search.text[start:end].islower():
        return None
    stop = start - 1 if search.text[start - 1 : start] == " " else start
    return search.to_the_left(stop - (search.text[stop - 1 : stop] == ","), weight)


def _ending(search: _Search, start: int, end: int, weight: int) -> Found | None:
    if not search.text[start].isupper():
        return None
    if search.text[end : end + 4] in (" of ", " for") or not search.is_free(start, end):
        return None
    found = search.to_the_left(end, weight)
    return found if found and " " in search.text[found.start : found.end] else None


def _beginning(search: _Search, start: int, end: int, weight: int) -> Found | None:
    found = search.to_the_right(end, weight) if search.text[start].isupper() else None
    return Found(start, found.end, weight) if found else None


def _chinese_after(search: _Search, start: int, end: int, weight: int) -> Found | None:
    before = search.text[start - 1 : start]
    if before > _LATIN_END and before not in _BETWEEN:
        return None  # most of these words stand behind Chinese ones
    if not _LATIN_NEAR.search(search.text, max(0, start - _LATIN_REACH), start):
        return None
    first = max(0, start - 40)
    match = _LATIN_LEFT.search(search.text[first:start])
    return _latin(search, first + match.start(1), first + match.end(1), weight) if match else None


def _chinese_before(search: _Search, start: int, end: int, weight: int) -> Found | None:
    match = _LATIN_RIGHT.match(search.text, end)
    return _latin(search, *match.span(1), weight) if match else None


def _chinese_noun(search: _Search, start: int, end: int, weight: int) -> Found | None:
    match = _HAN_RIGHT.match(search.folded, end)
    if match is None or (weight != STRONG and match.lastindex != 1):
        return None
    first, last = match.span(match.lastindex or 0)
    name = search.folded[first:last]
    if _BREAK.search(name) or _ORDINARY.search(name) or not search.is_free(first, last):
        return None
    return Found(first, last, weight)


# 「某某科技」近期已完成…融资: who raises money stands in quotation marks
_RAISER = re.compile(rf"[「“]([{HAN}A-Za-z0-9]{{2,10}})[」”][^，。、「」“”\n]{{0,8}}\Z")
_ROUND = re.compile(r"[^，。\n]{0,24}融资")
_RAISER_REACH = 22


def _chinese_raiser(search: _Search, start: int, end: int, weight: int) -> Found | None:
    first = max(0, start - _RAISER_REACH)
    window = search.text[first:start]
    if "」" not in window and "”" not in window:
        return None
    match = _RAISER.search(window)
    if match is None or not _ROUND.match(search.folded, end):
        return None
    begin, last = first + match.start(1), first + match.end(1)
    return Found(begin, last, weight) if search.is_free(begin, last) else None


def _latin(search: _Search, start: int, end: int, weight: int) -> Found | None:
    name = search.text[start:end]
    small = name.casefold()
    if small in words.LATIN_WORDS or small in words.NOT_NAMES or len(name) < 3:
        return None
    if not search.is_free(start, end) or not words.NOT_NAMES.isdisjoint(small.split()):
        return None
    return Found(start, end, weight)


def _chinese_ending(search: _Search, start: int, end: int, weight: int) -> Found | None:
    """A name of Chinese characters that ends so, cut from what stands before it."""
    if start < 2 or not search.is_free(start - 2, end):
        return None
    begin, place = _begins(search.folded, start)
    bare = search.folded[place:start]
    if not 2 <= start - begin <= 6 or not search.is_free(begin, end):
        return None
    if bare and (bare[0] in words.CHINESE_RELATIVE or _ORDINARY.search(bare)):
        return None
    return None if _GOES_ON.match(search.folded, end) else Found(begin, end, weight)


def _begins(folded: str, end: int) -> tuple[int, int]:
    """Where a name that goes on to `end` can begin, and where its words after a place do."""
    first = max(0, end - _HAN_REACH)
    for place in _PLACE.finditer(folded, first, end):
        if not _BREAK.search(folded, place.end(), end):
            return place.start(), place.end()
    begin, previous = first, first
    for match in _BREAK.finditer(folded, first, end):
        previous, begin = begin, match.end()
    # 泰和 has in it what is a word of its own elsewhere; 领域的 has not
    short = end - begin < 2 <= end - previous <= 3
    joined = CHARACTER.match(folded[begin - 1]) and folded[begin - 1] not in _PARTICLES
    if short and joined and not CHARACTER.match(folded[previous - 1]):
        begin = previous
    return begin, begin


_PARTICLES = "的了被把给将对向从由在等"


# What makes of the ending another word, or of the name a kind of thing.
_GOES_ON = re.compile(
    r"化|型|性|级|类|式|们|界|业|者|员|人|产品|行业|产业|领域|技术|板块|概念|股|模型|体系|生态|时代"
    r"|支出|开支|市场|密集|运作|结构|效率|金融|注入|方|主义|生|教育|排名|账户|卡|法"
)
_Reader = Callable[[_Search, int, int, int], Found | None]
# A word, whether its beginning and its end are those of a Latin word, and what it may say.
_Cue = tuple[str, bool, bool, list[tuple[_Reader, int]]]


def _cues() -> dict[str, _Cue]:
    sorts: tuple[tuple[str, _Reader, int], ...] = (
        (words.ENGLISH_NOUNS, _before, STRONG),
        (words.ENGLISH_NOUNS, _apposition, STRONG),
        (words.ENGLISH_APPOSITIONS, _apposition, STRONG),
        (words.ENGLISH_BEFORE, _before, STRONG),
        (words.ENGLISH_WEAK_BEFORE, _before, WEAK),
        (words.ENGLISH_AFTER, _after, STRONG),
        (words.ENGLISH_POSSESSED, _possessed, STRONG),
        (words.ENGLISH_DID, _did, STRONG),
        (words.ENGLISH_WEAK_DID, _did, WEAK),
        (words.ENGLISH_LEGAL_FORMS, _legal_form, STRONG),
        ("完成|获得", _chinese_raiser, STRONG),
        (words.ENGLISH_ENDINGS, _ending, STRONG),
        (words.ENGLISH_WEAK_ENDINGS, _ending, WEAK),
        (words.ENGLISH_BEGINNINGS, _beginning, STRONG),
        (words.CHINESE_NOUNS, _chinese_before, STRONG),
        (words.CHINESE_NOUNS, _chinese_noun, STRONG),
        (words.CHINESE_WEAK_NOUNS, _chinese_before, WEAK),
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
    cues: dict[str, _Cue] = {}
    for word, told in readers.items():
        latin = _is_latin(word)
        cues[word] = word, latin and word[0] in LATIN, latin and word[-1] in LATIN, told
    return cues


_CUES = Vocabulary(_cues)


def _is_latin(word: str) -> bool:
    return word[0] < _LATIN_END and word[-1] < _LATIN_END
