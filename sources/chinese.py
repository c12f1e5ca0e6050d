"""Which characters are Chinese, and how one script is turned into the other. Plain Python."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Protocol, cast

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # for a regular expression
CHARACTER = re.compile(f"[{HAN}]")
# both scripts have them, but not in some words: 土坏, 沈醉, 回覆, 藉口, 瞭解, 英哩, 甦醒, 衹得
_IN_PHRASES = "坏沈覆藉瞭哩甦衹"


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


@cache
def _converter(scheme: str) -> _Converter:
    import opencc  # slow to load, so only when something is converted

    return cast("_Converter", opencc.OpenCC(scheme))


def one_of(points: Iterable[int]) -> str:
    """An expression for these characters of the first plane, and for all beyond it.

    Told by all others, for a class with characters of other planes is searched very slowly.
    """
    ends = sorted({*points, 0x10000})
    starts = [0, *(end + 1 for end in ends)]
    others = "".join(
        f"\\u{start:04x}-\\u{end - 1:04x}"
        for start, end in zip(starts, ends, strict=False)
        if start < end
    )
    return f"[^{others}]"


@cache
def _may_change() -> re.Pattern[str]:
    """What turning into Simplified may change: such characters, and all beyond the first plane."""
    points = [*range(0x3400, 0xA000), *range(0xF900, 0xFB00)]
    folded = _converter("t2s").convert("\n".join(map(chr, points))).split("\n")
    changed = {point for point, to in zip(points, folded, strict=True) if to != chr(point)}
    return re.compile(one_of({*changed, *map(ord, _IN_PHRASES)}))


def to_simplified(text: str) -> str:
    """The text in Simplified; one with nothing to change, which is quickly told, as it is."""
    if not CHARACTER.search(text) or not _may_change().search(text):
        return text
    return _converter("t2s").convert(text)


def to_taiwan(text: str) -> str:
    """Traditional characters with the wording of Taiwan: 软件 becomes 軟體."""
    return _converter("s2twp").convert(text)
