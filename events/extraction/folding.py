"""Texts in the form in which words are looked up: same length, so offsets stay true."""

import re
import unicodedata

from sources.chinese import CHARACTER, to_simplified

# letters and digits of the alphabets that are written with spaces between words
LATIN = frozenset(character for character in map(chr, range(0x530)) if character.isalnum())
# the blocks whose Traditional forms news is written in
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
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
    """The folded form of every character met so far: small, and so quick to look up in."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded(chr(code))
        return folded


def _folded(character: str) -> str:
    if _HAN.match(character):
        forms = [to_simplified(character)]
    elif CHARACTER.match(character):
        forms = [character.lower()]
    else:
        forms = [unicodedata.normalize("NFKC", character).lower(), character.lower()]
    return next((form for form in forms if len(form) == 1), character)


_TABLE = _Table({ord(character): other for character, other in _LOOK_ALIKES.items()})


def fold(text: str) -> str:
    """Lower case, narrow, Simplified, straight quotes; character for character."""
    return text.lower() if text.isascii() else text.translate(_TABLE)
