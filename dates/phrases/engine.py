"""Finding phrases in a text and giving them their value."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from dates.errors import BaseDateNeededError, DateError, UnreadableDateError
from dates.languages import Language, language_of
from dates.partial import PartialDate, Precision
from dates.phrases.edges import ZONE_ENDS, closes_bracket, in_title, zone_before
from dates.phrases.en import ENGLISH
from dates.phrases.grammar import Grammar, Match, Operator, Scene, Sign
from dates.phrases.lending import LENDING_REACH, lent_year
from dates.phrases.term import Direction, Term, join, settle
from dates.phrases.zh import CHINESE

_GRAMMARS: dict[Language, Grammar] = {
    Language.ENGLISH: ENGLISH,
    Language.SIMPLIFIED: CHINESE,
    Language.TRADITIONAL: CHINESE,
}
# asked for by the thousand: to find a member by its name in an Enum takes Python its time
_DAY = Precision.DAY


class DateMatch(NamedTuple):
    """A date phrase in a text: code-point offsets, the words, the value, the rule that read it."""

    start: int
    end: int
    text: str
    value: PartialDate
    rule: str


# how far the surroundings reach that decide what a phrase means
_BEHIND, _AHEAD = 100, 200


# what a grammar made of one place: where it ends, the value unless it is no date, the rule
_Reading = tuple[int, PartialDate | None, str]
_Known = dict[tuple[str, int, str, str, int], _Reading | None]


def find(
    text: str, base: date | None = None, language: str = "en", around: str = ""
) -> list[DateMatch]:
    """Every date phrase of a text, in order, without overlaps.

    `base` is the day the text was published; without it only absolute phrases are found.
    `around` is what the text is a piece of: it tells whether 02/04/2025 is in April.
    Reads any text without raising, in time linear in its length.
    """
    grammar = _GRAMMARS[language_of(language)]
    matches = _find_in(grammar, text, base, around)
    other = CHINESE if grammar is ENGLISH else ENGLISH
    if _is_foreign(text, other):
        foreign = [m for m in _find_in(other, text, None, "") if _is_foreign(m.text, other)]
        return _merged(matches, foreign)
    return matches


def _is_foreign(text: str, other: Grammar) -> bool:
    """Dates of the other language are read where it is unmistakable: 2025年 in English, May 2, 2025."""
    if other is CHINESE:
        return "年" in text or "月" in text or "日" in text
    return _ENGLISH_MONTH.search(text) is not None


_ENGLISH_MONTH = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?<![A-Za-z][A-Z][a-z]{2})"
    r"(?:r?uary|ch|il|e|y|ust|t|(?:o|t?em)ber)?[., /-]"
)


def _find_in(grammar: Grammar, text: str, base: date | None, around: str) -> list[DateMatch]:
    scene = _scene(grammar, text, base)
    scene.around = around
    scene.alone = _is_alone(grammar, scene)
    return _find_all(grammar, scene, text)


def _merged(matches: list[DateMatch], others: list[DateMatch]) -> list[DateMatch]:
    """Both in order; of two that overlap the longer one."""
    merged: list[DateMatch] = []
    for match in sorted([*matches, *others], key=lambda m: (m.start, -m.end)):
        if merged and match.start < merged[-1].end:
            if match.end - match.start > merged[-1].end - merged[-1].start:
                merged[-1] = match
        else:
            merged.append(match)
    return merged


def _scene(grammar: Grammar, text: str, base: date | None) -> Scene:
    if isinstance(base, datetime):
        base = base.date()
    return Scene(text, grammar.prepare(text), base, grammar.words, grammar.direction, "《" in text)


def _is_alone(grammar: Grammar, scene: Scene) -> bool:
    """A text that is nothing but one phrase has no sentence to tell its direction."""
    if len(scene.text) > 60:
        return False
    stripped = scene.text.strip(" 。.,，")
    start = scene.text.find(stripped)
    lead = grammar.lead.match(scene.text, start)
    return any(
        _reads_all(grammar, scene, place, start + len(stripped))
        for place in {start, lead.end() if lead else start}
    )


def _reads_all(grammar: Grammar, scene: Scene, start: int, end: int) -> bool:
    scene.alone = True
    reading = _read(grammar, scene, start)
    return reading is not None and reading[0] >= end


def _find_all(grammar: Grammar, scene: Scene, text: str) -> list[DateMatch]:
    matches: list[DateMatch] = []
    known: _Known = {}
    position = tried = 0
    for place in grammar.places(scene.text):
        if place < position:
            continue
        tried += 1
        if tried <= _FEW:
            reading = _read(grammar, scene, place)
        else:
            reading = _read_once(grammar, scene, place, known)
        if reading is None:
            continue
        position, value, rule = reading
        if value is None or (scene.titles and in_title(scene, place, position)):
            continue
        begin = place
        if grammar.zone and scene.text[place - 1 : place] in ZONE_ENDS:
            begin = zone_before(grammar, scene, place)
        if text[position : position + 1] == ")":
            position += closes_bracket(text, begin, position)
        matches.append(DateMatch(begin, position, text[begin:position], value, rule))
        scene.previous, scene.previous_end = value, position
        if value.precision is _DAY:
            scene.previous_day = value
    return matches


# of a text with more places than this it pays to remember what was read
_FEW = 200


def _read_once(grammar: Grammar, scene: Scene, start: int, known: _Known) -> _Reading | None:
    """What `_read` says, remembered for places with the same surroundings.

    Large tables and hostile texts repeat themselves; nothing beyond these surroundings counts.
    """
    around = scene.text[max(0, start - _BEHIND) : start + _AHEAD]
    gap = min(start - scene.previous_end, LENDING_REACH + 1)
    key = (around, min(start, _BEHIND), _text(scene.previous), _text(scene.previous_day), gap)
    if key in known:
        reading = known[key]
        return reading and (reading[0] + start, *reading[1:])
    reading = _read(grammar, scene, start)
    known[key] = reading and (reading[0] - start, *reading[1:])
    return reading


def _text(value: PartialDate | None) -> str:
    return value.edtf if value else ""


def _read(grammar: Grammar, scene: Scene, start: int) -> _Reading | None:
    """The phrase at this place, or None; never raises for what a text may hold."""
    phrase = None
    try:
        phrase = _parse(grammar, scene, start)
        return phrase and (phrase.end, _value(scene, grammar, phrase), phrase.rule)
    except DateError:  # 2月30日: no date, nor is the 30日 in it
        return phrase and (phrase.end, None, phrase.rule)
    except (ValueError, OverflowError):
        return None


_Found = tuple[Operator, re.Match[str]]


class _Phrase(NamedTuple):
    """The parts of a phrase: one term, or the two ends of a range, and the words around.

    Without a term it looks like a date and is none.
    """

    start: int
    end: int
    term: Term | None
    other: Term | None
    operators: Sequence[_Found]
    rule: str


def _parse(grammar: Grammar, scene: Scene, start: int) -> _Phrase | None:
    """The parts of the phrase at this place."""
    before = other = after = None
    text = scene.text
    if grammar.opening[text[start : start + 1]]:
        before, read = _read_opened(grammar, scene, start)
    else:
        read = _read_term(grammar, scene, start, None, "phrase")
    if read is None:
        return None
    end, term, rule = read
    if term is None:
        return _Phrase(start, end, None, None, (), rule)
    if grammar.following[text[end : end + 1]]:
        end, other, after = _read_on(grammar, scene, end, term, bool(before and before[0].pairs))
    operators = [found for found in (before, after) if found] if before or after else ()
    return _Phrase(start, after[1].end() if after else end, term, other, operators, rule)


_Read = tuple[int, Term | None, str]


def _read_opened(grammar: Grammar, scene: Scene, start: int) -> tuple[_Found | None, _Read | None]:
    """A term that a word like since may open."""
    found = grammar.opening.match(scene.text, start)
    if found is None:
        return None, _read_term(grammar, scene, start, None, "phrase")
    before, match = found
    if isinstance(before, Operator):
        read = _read_marked(grammar, scene, match.end())
        if read:
            return (before, match), read
    # two days from now: not a date after “two days from”
    return None, _read_marked(grammar, scene, start)


def _read_marked(grammar: Grammar, scene: Scene, position: int) -> _Read | None:
    """A term, with a word like about or possibly before it."""
    mark = grammar.mark.match(scene.text, position)
    if mark is None:
        return _read_term(grammar, scene, position, None, "phrase")
    read = _read_term(grammar, scene, mark[1].end(), None, "phrase")
    if read is None or read[1] is None:
        return read
    return read[0], read[1]._replace(mark=mark[0].kind), read[2]


def _read_term(
    grammar: Grammar, scene: Scene, position: int, parent: Term | None, level: str
) -> _Read | None:
    """A rule of the level, and whatever stands inside: a month in a year, a day in a month."""
    found = grammar.levels[level].match(scene.text, position)
    if found is None:
        return None
    rule, match = found
    if rule.build is None:
        return match.end(), None, rule.name
    term = rule.build(Match(match, grammar.words, parent), scene)
    if term is None:
        return None
    end, inside = match.end(), rule.inside
    if inside and grammar.inside[inside][scene.text[end : end + 1]]:
        inner = _read_inside(grammar, scene, end, term, inside)
        if inner:
            return inner
    return end, term, rule.name


def _read_inside(grammar: Grammar, scene: Scene, end: int, term: Term, level: str) -> _Read | None:
    glue = grammar.glue.match(scene.text, end)
    position = glue[1].end() if glue else end
    try:
        return _read_term(grammar, scene, position, term, level)
    except (DateError, ValueError):
        return None


def _read_on(
    grammar: Grammar, scene: Scene, end: int, term: Term, paired: bool
) -> tuple[int, Term | None, _Found | None]:
    """What follows a term: the second date of a range, a word like onwards."""
    found = grammar.following.match(scene.text, end)
    if found is None:
        return end, None, None
    word, match = found
    if isinstance(word, Operator):
        return end, None, (word, match)
    end, other = _read_other_end(grammar, scene, (word, match), term, paired)
    return end, other, grammar.after.match(scene.text, end)


def _read_other_end(
    grammar: Grammar, scene: Scene, found: tuple[Sign, re.Match[str]], term: Term, paired: bool
) -> tuple[int, Term | None]:
    """The second date of a range, when a date follows the connector."""
    connector, (end, position) = found[0], found[1].span()
    waiting = term.day and not term.part  # 7 and 9 May
    if connector.kind == "both" and not paired and not waiting:
        return _read_next_day(grammar, scene, position, end, term)
    other = _read_marked(grammar, scene, position)
    if connector.kind == "either":  # Q3 or Q4 of next year: the first one lacks the year
        lends = other and other[1] and other[1].year and not term.settled and term.part
        return (other[0], other[1]) if other and lends else (end, None)
    if other is None or other[1] is None:  # May 20–21; 第三、四季
        level = "day" if term.day else "year" if 33 <= term.part <= 36 else ""
        if level in grammar.levels:
            other = _read_term(grammar, scene, position, None, level)
    return (end, None) if other is None or other[1] is None else (other[0], other[1])


def _read_next_day(
    grammar: Grammar, scene: Scene, position: int, end: int, term: Term
) -> tuple[int, Term | None]:
    """May 6 and 7: two days in a row are a range of two."""
    other = _read_term(grammar, scene, position, None, "day") if term.day else None
    if other is None or other[1] is None or other[1].day != term.day + 1:
        return end, None
    return other[0], other[1]


def _value(scene: Scene, grammar: Grammar, phrase: _Phrase) -> PartialDate | None:
    """What the parts mean together, completed from the sentence."""
    term = phrase.term
    if term is None:
        return None
    if phrase.other is None:
        value = _completed(scene, grammar, phrase, term).to_value()
    else:
        value = _range(scene, grammar, phrase, term, phrase.other)
    for operator, match in phrase.operators:
        if operator.counted and phrase.other is None:
            value = operator.counted(Match(match, grammar.words, None), value)
        elif operator.on_ranges or phrase.other is None:
            value = operator.apply(value, scene)
    return value


def _completed(scene: Scene, grammar: Grammar, phrase: _Phrase, term: Term) -> Term:
    if term.settled:
        return term
    term = lent_year(scene, grammar, term, phrase.start)
    return term if term.settled else settle(term, scene.base, _direction(scene, phrase))


def _range(scene: Scene, grammar: Grammar, phrase: _Phrase, term: Term, other: Term) -> PartialDate:
    if not term.settled and not other.settled:
        term = lent_year(scene, grammar, term, phrase.start)
    apart = not term.settled or not other.settled
    direction = _direction(scene, phrase) if apart else Direction.NEUTRAL
    return join(term, other, scene.day, direction)


def _direction(scene: Scene, phrase: _Phrase) -> Direction:
    """A deadline looks ahead unless the sentence says otherwise."""
    direction = scene.direction(phrase.start, phrase.end)
    if not phrase.operators:
        return direction
    deadline = any(operator.ahead for operator, _ in phrase.operators)
    if deadline and direction is not Direction.PAST:
        return Direction.FUTURE
    behind = any(operator.behind for operator, _ in phrase.operators)
    return Direction.NEUTRAL if behind else direction


def resolve(phrase: str, base: date | None = None, language: str = "en") -> PartialDate:
    """The value of one phrase, or of an EDTF text.

    Raises DateError: BaseDateNeededError when the phrase counts from a day that is not given,
    UnreadableDateError when it is no date phrase of the language.
    """
    try:
        return PartialDate.parse(phrase)
    except DateError as error:
        problem: Exception = error
    grammar = _GRAMMARS[language_of(language)]
    scene = _scene(grammar, phrase.strip(" \n\t。.,，"), base)
    scene.alone = True
    try:
        found = _parse(grammar, scene, 0)
        value = found and _value(scene, grammar, found)
        if found and value and found.end == len(scene.text):
            return value
    except BaseDateNeededError:
        raise
    except (DateError, ValueError, OverflowError):
        pass
    raise UnreadableDateError(f"“{phrase}” cannot be read as a date.") from problem
