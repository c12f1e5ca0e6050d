"""Texts in the form in which words are looked up: same length, so offsets stay true."""

import re
import unicodedata
from functools import cache

from sources.chinese import CHARACTER, one_of, to_simplified

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


class _Changed(dict[str, str]):
    """The same of characters that are not just made small."""

    def __missing__(self, character: str) -> str:
        self[character] = folded = _TABLE[ord(character)]
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
_CHANGED = _Changed()
# its small form is two characters
_GROWS = "İ"
# where so many of the characters in the middle of a text change, the table is quicker
_MIDDLE, _MANY = 80, 12


@cache
def _changing() -> re.Pattern[str]:
    """What folding does more to than make it small; a group, so that a text is split by them."""
    plane = "".join(map(chr, range(0x10000)))
    others, han = _HAN.sub("", plane), _HAN.findall(plane)
    simple = to_simplified("\n".join(han)).split("\n")
    changed = {one for one, folded in zip(han, simple, strict=True) if one != folded}
    changed |= {one for one in others if unicodedata.normalize("NFKC", one).lower() != one.lower()}
    return re.compile(f"({one_of(map(ord, (*changed, *_LOOK_ALIKES, 'Σ')))})")


def fold(text: str) -> str:
    """Lower case, narrow, Simplified, straight quotes; character for character."""
    if text.isascii():
        return text.lower()
    changing, middle = _changing(), len(text) // 2
    if len(changing.findall(text, middle, middle + _MIDDLE)) > _MANY or _GROWS in text:
        folded = text.translate(_TABLE)
    else:
        parts = changing.split(text)  # each second one is a character that changes
        parts[1::2] = map(_CHANGED.__getitem__, parts[1::2])
        folded = "".join(parts).lower()
    if "画" in folded:  # 計畫, 規畫: what Taiwan writes for 計劃, 規劃
        folded = folded.replace("计画", "计划").replace("规画", "规划")
    return folded
