"""Texts in the form in which words are looked up: same length, so offsets stay true."""

import unicodedata
from functools import cache

from sources.chinese import CHARACTER, to_simplified

# letters and digits of the alphabets that are written with spaces between words
LATIN = frozenset(character for character in map(chr, range(0x530)) if character.isalnum())
# first and last characters of the blocks whose Traditional forms news is written in
_HAN_BLOCKS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF))
_LOOK_ALIKES = {
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "\u00a0": " ",
    "\u3000": " ",
    "説": "说",
    "佈": "布",
}


class _Table(dict[int, str]):
    """Every character's folded form; those never asked for before are worked out."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = unicodedata.normalize("NFKC", character).lower()
        if CHARACTER.match(character) or len(folded) != 1:
            lower = character.lower()
            folded = lower if len(lower) == 1 else character
        self[code] = folded
        return folded


@cache
def _table() -> _Table:
    table = _Table()
    for first, last in _HAN_BLOCKS:
        characters = [chr(code) for code in range(first, last + 1)]
        simplified = to_simplified("\n".join(characters)).split("\n")
        table.update(
            (ord(character), other)
            for character, other in zip(characters, simplified, strict=True)
            if len(other) == 1
        )
    table.update({ord(character): other for character, other in _LOOK_ALIKES.items()})
    return table


def fold(text: str) -> str:
    """Lower case, narrow, Simplified, straight quotes; character for character."""
    return text.lower() if text.isascii() else text.translate(_table())
