"""All cue words of a language, matched in one pass."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from events.extraction.automaton import Automaton
from events.extraction.cues import en_events, en_modes, zh_events, zh_modes
from events.extraction.cues.inflection import forms
from events.extraction.cues.meaning import Form, Meaning, Rows, Sort
from events.models.vocabulary import EventKind


@dataclass(slots=True)
class Hit:
    """A cue word at its place, with all it may tell: its sorts, and its meanings as a trigger."""

    start: int
    end: int
    word: str
    sorts: frozenset[Sort]
    triggers: tuple[Meaning, ...]
    finite: bool = False  # a trigger that may be a finite verb
    noun: bool = False  # a trigger that may be a noun, or any word with an s

    @property
    def is_trigger(self) -> bool:
        """Whether it tells of an event rather than how sure that is."""
        return bool(self.triggers) and self.sorts.isdisjoint(_MODES)


_MODES = frozenset((Sort.DENIED, Sort.ABSENT, Sort.PLANNED, Sort.POSSIBLE))

_Found = tuple[int, int, int]  # the number of a word, and where it stands


class Lexicon:
    """Words of one language and what they may tell."""

    def __init__(self, words: Iterator[tuple[str, Meaning]], whole_words: bool) -> None:
        table: dict[str, list[Meaning]] = {}
        for word, meaning in words:
            meanings = table.setdefault(word, [])
            if meaning not in meanings:
                meanings.append(meaning)
        self._told = [_told(word, meanings) for word, meanings in table.items()]
        self._words = list(table)
        self._places = {word: index for index, word in enumerate(table)}
        self._whole = whole_words
        self._automaton = Automaton(self._words, longest=True)

    def find(self, folded: str) -> list[Hit]:
        """Every cue in order; of words that begin at one place the longest."""
        found = self._automaton.find(folded)
        if self._whole:
            found = [
                whole
                for hit in found
                if (whole := hit if _is_whole(folded, *hit[1:]) else self._shorter(folded, *hit))
            ]
        table = self._told
        return [Hit(start, end, *told) for index, start, end in found if (told := table[index])]

    def _shorter(self, folded: str, index: int, start: int, _end: int) -> _Found | None:
        """What is left of a phrase that ends inside a word: “left open” in left OpenAI."""
        word = self._words[index]
        while " " in word and not word[-1].isdigit():  # “may 1” in May 16 is no other may
            word = word.rpartition(" ")[0]
            end = start + len(word)
            if word in self._places and _is_whole(folded, start, end):
                return self._places[word], start, end
        return None


# triggers that only carry what follows them; prices that fall are announcements of weight
_CARRIERS = {EventKind.ANNOUNCEMENT, EventKind.STATEMENT, EventKind.REPORT}
_CARRIED = 0.6
_Told = tuple[str, frozenset[Sort], tuple[Meaning, ...], bool, bool]


def _told(word: str, meanings: list[Meaning]) -> _Told | None:
    """What every hit of the word has beside its place; None where it tells nothing."""
    sorts = frozenset(meaning.sort for meaning in meanings)
    if Sort.NOTHING in sorts:
        return None
    triggers = tuple(
        meaning._replace(carries=meaning.kind in _CARRIERS and meaning.weight <= _CARRIED)
        for meaning in meanings
        if meaning.sort is Sort.TRIGGER
    )
    told_by = {meaning.form for meaning in triggers}
    noun = word.endswith("s") or Form.NOUN in told_by
    return word, sorts, triggers, Form.FINITE in told_by, noun


def _is_whole(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or after.isalnum() or before in "-_/@#" or after in "-_@")


# an outlet that reported: the saying is a cue, and an event where nothing else is told
_REPORT = Meaning(Sort.TRIGGER, EventKind.REPORT, weight=0.5)
# a plan without any other trigger is an event too: it was made
_PLAN = Meaning(Sort.TRIGGER, EventKind.PLAN, weight=0.3)


def _chinese() -> Iterator[tuple[str, Meaning]]:
    for rows in (zh_events.PLAIN_WORDS, zh_modes.PLAIN_MODES, zh_events.EVENTS, zh_modes.MODES):
        for meaning, words in rows:
            for word in words.split():
                yield word, meaning
                if meaning.sort is Sort.PLANNED and meaning.weight:
                    yield word, _PLAN


def _english() -> Iterator[tuple[str, Meaning]]:
    for meaning, verbs in en_events.VERBS:
        for verb in _phrases(verbs):
            yield from ((word, meaning._replace(form=form)) for word, form in forms(verb))
    tables: tuple[Rows, ...] = (en_events.NOUNS, en_events.PLAIN_WORDS, en_modes.MODES)
    for meaning, words in (row for rows in (*tables, en_modes.PLAIN_MODES) for row in rows):
        for word in _phrases(words):
            yield word, meaning
            if meaning.sort is Sort.PLANNED and meaning.weight:
                yield word, _PLAN
            elif meaning.sort is Sort.REPORTED and word.endswith(" reported"):
                yield word, _REPORT


def _phrases(words: str) -> Iterator[str]:
    return (word.strip() for word in words.split(","))


@cache
def chinese() -> Lexicon:
    return Lexicon(_chinese(), whole_words=False)


@cache
def english() -> Lexicon:
    return Lexicon(_english(), whole_words=True)
