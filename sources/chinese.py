"""Which characters are Chinese, and how one script is turned into the other. Plain Python."""

import re
from functools import cache
from typing import Protocol, cast

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # for a regular expression
CHARACTER = re.compile(f"[{HAN}]")


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


@cache
def _converter(scheme: str) -> _Converter:
    import opencc  # slow to load, so only when something is converted

    return cast("_Converter", opencc.OpenCC(scheme))


def to_simplified(text: str) -> str:
    """The text in Simplified; one without Chinese, which is quickly told, as it is."""
    return _converter("t2s").convert(text) if CHARACTER.search(text) else text


def to_taiwan(text: str) -> str:
    """Traditional characters with the wording of Taiwan: 软件 becomes 軟體."""
    return _converter("s2twp").convert(text)
