"""Text to search tokens, and a reader's words to a PostgreSQL tsquery. Plain Python.

Text is folded (NFKC, lower case, Traditional to Simplified). Latin words and version numbers are
kept whole and also split (`GPT-4o`: gpt-4o, gpt, 4o; `Llama4`: llama4, llama, 4). Chinese becomes
single characters and pairs of neighbours; queries use the pairs, so a word of two characters is
found exactly, and one character is looked up as itself.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from events.search.inflections import family
from sources.chinese import CHARACTER, HAN, to_simplified

WORD = re.compile(rf"[{HAN}]+|[^\W{HAN}]+(?:[-.+][^\W{HAN}]+)*")
_BETWEEN_PIECES = re.compile(r"[-+_]|(?<=[^\W\d_])(?=\d)")
_NUMBER = re.compile(r"\d+(\.\d+)*")
# A tsvector keeps positions up to 16,383 and lexemes up to 2,046 bytes.
LAST_POSITION = 16_383
LONGEST_LEXEME = 200
LONGEST_QUERY = 40  # words


def fold(text: str) -> str:
    """The form in which texts and queries are compared."""
    text = unicodedata.normalize("NFKC", text).lower().replace("\0", " ")
    return to_simplified(text) if CHARACTER.search(text) else text


@lru_cache(maxsize=20_000)
def pieces(word: str) -> tuple[str, ...]:
    """The pieces of a compound word; a version number such as 2.5 stays one piece."""
    found: list[str] = []
    for piece in _BETWEEN_PIECES.split(word):
        whole = piece.strip(".")
        if whole and not _NUMBER.fullmatch(whole):
            found.extend(part for part in whole.split(".") if part)
        elif whole:
            found.append(whole)
    return tuple(found) if len(found) > 1 else ()


def tokens(text: str) -> Iterator[tuple[str, int]]:
    """Every token of a text with its position, counted from 1.

    A Chinese pair stands at the position of its first character, so that pairs that follow each
    other in a query must follow each other in the text.
    """
    position = 0
    for match in WORD.finditer(fold(text)):
        word = match[0]
        if CHARACTER.match(word):
            for index, character in enumerate(word):
                position += 1
                yield character, position
                if index + 1 < len(word):
                    yield word[index : index + 2], position
        else:
            position += 1
            yield word[:LONGEST_LEXEME], position
            for part in pieces(word):
                yield part[:LONGEST_LEXEME], position
        # No step for the space between words: only Chinese pairs are matched as a phrase.


def document(*weighted: tuple[str, Iterable[str]]) -> str:
    """A tsvector literal of texts with their weights: `("A", titles), ("B", names)`."""
    places: dict[str, set[str]] = defaultdict(set)
    offset = 0
    for weight, texts in weighted:
        for text in texts:
            last = 0
            for token, position in tokens(text):
                places[token].add(f"{min(offset + position, LAST_POSITION)}{weight}")
                last = position
            offset += last + 1  # a gap, so that no phrase runs over the end of a text
    return " ".join(f"{_quoted(token)}:{','.join(sorted(at))}" for token, at in places.items())


def _quoted(token: str) -> str:
    return "'" + token.replace("\\", "\\\\").replace("'", "''") + "'"


def tsquery(text: str) -> str:
    """The tsquery literal of a reader's words, all of which must occur; "" when there are none."""
    words = [match[0] for match in WORD.finditer(fold(text))][:LONGEST_QUERY]
    return " & ".join(condition(word[:LONGEST_LEXEME]) for word in words)


def tsquery_while_typing(text: str) -> str:
    """As `tsquery`, for a text whose last word may not be finished."""
    words = fold(text).split()
    if not words:
        return ""
    started = f"{_quoted(words[-1][:LONGEST_LEXEME])}:*"
    finished = tsquery(" ".join(words[:-1]))
    so_far = f"({finished} & {started})" if finished else started
    whole = tsquery(text)
    return f"({whole}) | {so_far}" if whole else so_far


def condition(word: str, unfinished: bool = False) -> str:
    """The tsquery literal of one word in any of its forms; when it is Latin it may go on."""
    if CHARACTER.match(word):
        return exactly(word)
    end = ":*" if unfinished else ""
    *first, last = pieces(word) or ("",)
    parts = " & ".join([*map(_quoted, first), _in_any_form(last, end)])
    whole = _in_any_form(word, end)
    return f"({whole} | ({parts}))" if first else whole


def _in_any_form(word: str, end: str) -> str:
    """The other forms are each asked for twice, which PostgreSQL expects to be rarer.

    It adds up what it expects of words it has never seen, and would soon read the whole timeline
    to meet the first fifty events, instead of looking a few words up.
    """
    literal, *forms = map(_quoted, family(word))
    others = [f"({form} & {form})" for form in forms]
    return f"({' | '.join([literal + end, *others])})" if others else literal + end


def exactly(word: str) -> str:
    """The tsquery literal of one word as it is written."""
    if CHARACTER.match(word):
        return "(" + " <-> ".join(map(_quoted, _pairs(word))) + ")"
    parts = " & ".join(map(_quoted, pieces(word)))
    return f"({_quoted(word)} | ({parts}))" if parts else _quoted(word)


def phrase(words: Sequence[str]) -> str:
    """The tsquery literal of words that follow each other, as `tokens` counts their places."""
    literal, place, last = "", 0, 0
    for word in words:
        chinese = CHARACTER.match(word)
        operands = map(_quoted, _pairs(word)) if chinese else [exactly(word)]
        for step, operand in enumerate(operands):
            literal += f" <{place + step - last}> {operand}" if literal else operand
            last = place + step
        place += len(word) if chinese else 1
    # “Llama 4” is printed Llama4 and Llama-4 as well.
    joined = [_quoted(sign.join(words)) for sign in ("", "-")] if _are_two_latin(words) else []
    return f"({' | '.join([f'({literal})', *joined])})"


def _are_two_latin(words: Sequence[str]) -> bool:
    return len(words) == 2 and not any(map(CHARACTER.match, words))


def _pairs(word: str) -> list[str]:
    return [word[index : index + 2] for index in range(len(word) - 1)] or [word]
