"""Counts as people write them: 12, ２０２５, 二〇二五, 十二, 廿五, 两千零四, twenty-five."""

from typing import NamedTuple

_DIGITS = {"〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6,
           "七": 7, "八": 8, "九": 9, "两": 2, "兩": 2, "俩": 2, "倆": 2, "仨": 3,
           "元": 1, "正": 1, "首": 1}  # fmt: skip
_SCALES = {"十": 10, "百": 100, "千": 1000}
_TENS = {"廿": 20, "卅": 30}

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_ENGLISH_TENS = (
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_ORDINALS = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
    "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
    "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_ENGLISH = {
    **{word: number for number, word in enumerate(_ONES)},
    **{word: number for number, word in enumerate(_ORDINALS)},
    **{word: 10 * number for number, word in enumerate(_ENGLISH_TENS, 2)},
    **{word[:-1] + "ies": 10 * number for number, word in enumerate(_ENGLISH_TENS, 2)},
    "twentieth": 20, "thirtieth": 30,
    "a": 1, "an": 1, "oh": 0, "single": 1, "couple": 2, "dozen": 12,
}  # fmt: skip

_ENGLISH_SCALES = {"hundred": 100, "thousand": 1000}

_VAGUE = {
    "几", "幾", "数", "數", "好几", "好幾", "若干", "数十", "數十", "几十", "幾十",
    "few", "several", "some", "many", "",
}  # fmt: skip


class Count(NamedTuple):
    """A number of units; `vague` where the words name none (几周, several months)."""

    number: float
    vague: bool = False


def chinese(text: str) -> int:
    """`二〇二五` → 2025, `十二` → 12, `廿五` → 25, `２０` → 20; digits of any script.

    Raises ValueError for anything else.
    """
    if text.isdecimal():
        return int(text)
    if len(text) > 1 and all(character in _DIGITS for character in text):
        return int("".join(str(_DIGITS[character]) for character in text))
    return _spelled(text)


def _spelled(text: str) -> int:
    total, digit = 0, 0
    for position, character in enumerate(text):
        if character in _SCALES:
            scale = _SCALES[character]
            total += (digit or (1 if position == 0 or scale == 10 else 0)) * scale
            digit = 0
        elif character in _TENS:
            total += _TENS[character]
        elif character in _DIGITS:
            digit = _DIGITS[character]
        else:
            raise ValueError(text)
    return total + digit


def english(text: str) -> int:
    """`twenty-five` → 25, `29th` → 29, `twenty sixteen` → 2016; raises ValueError otherwise."""
    plain = text.lower().rstrip(".")
    digits = plain.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    if digits.isdecimal():
        return int(digits)
    words = [word for word in plain.replace("-", " ").split() if word != "and"]
    known = _ENGLISH.keys() | _ENGLISH_SCALES.keys()
    if not words or not known.issuperset(words):
        raise ValueError(text)
    return _century(words) or _summed(words)


def _summed(words: list[str]) -> int:
    total = 0
    for word in words:
        scale = _ENGLISH_SCALES.get(word)
        total = (total or 1) * scale if scale else total + _ENGLISH[word]
    return total


def _century(words: list[str]) -> int:
    """Years said in pairs: nineteen eighty-four, twenty sixteen, twenty oh five; else 0."""
    pair = len(words) > 1 and words[0] in ("nineteen", "twenty")
    if not pair or (words[1] != "oh" and _ENGLISH.get(words[1], 0) < 10):
        return 0
    return 100 * _ENGLISH[words[0]] + _summed(words[1:])


def count(text: str) -> Count:
    """A count in any of the scripts; `半` and `half` are one half.

    Raises ValueError when it is none.
    """
    word = text.strip().lower()
    if word in _VAGUE:
        return Count(0, vague=True)
    if word in ("半", "half", "half a", "a half"):
        return Count(0.5)
    if word in ("十几", "十幾"):
        return Count(10)
    if word.replace(".", "", 1).isdecimal():
        return Count(float(word))
    return Count(float(english(word) if word[0].isascii() else chinese(word)))
