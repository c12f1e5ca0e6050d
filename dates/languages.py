"""The languages this package speaks, and the codes people write for them."""

from enum import StrEnum
from functools import lru_cache


class Language(StrEnum):
    ENGLISH = "en"
    SIMPLIFIED = "zh-hans"
    TRADITIONAL = "zh-hant"


_TRADITIONAL = ("hant", "-tw", "-hk", "-mo")


@lru_cache(maxsize=64)
def language_of(code: str) -> Language:
    """`zh-TW` → TRADITIONAL, `zh` and `zh_CN` → SIMPLIFIED, anything else → ENGLISH."""
    plain = code.lower().replace("_", "-")
    if not plain.startswith("zh"):
        return Language.ENGLISH
    traditional = any(mark in plain for mark in _TRADITIONAL)
    return Language.TRADITIONAL if traditional else Language.SIMPLIFIED
