"""Numbers in every script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dates.phrases.numbers import Count, chinese, count, english


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12), ("２０２５", 2025), ("二〇二五", 2025), ("一九九八", 1998), ("十", 10),
        ("十二", 12), ("二十", 20), ("二十五", 25), ("廿五", 25), ("卅一", 31), ("一百", 100),
        ("一百二十", 120), ("三百零五", 305), ("两千零四", 2004), ("两千", 2000), ("首", 1),
    ],
)  # fmt: skip
def test_chinese_numbers(text: str, number: int) -> None:
    assert chinese(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("a", 1), ("two", 2), ("twelve", 12), ("twenty-five", 25), ("29th", 29), ("third", 3),
     ("thirty first", 31), ("3", 3), ("nineties", 90)],
)  # fmt: skip
def test_english_numbers(text: str, number: int) -> None:
    assert english(text) == number


@pytest.mark.parametrize("text", ["半", "half", "half a"])
def test_a_half_is_half(text: str) -> None:
    assert count(text) == Count(0.5)


@pytest.mark.parametrize("text", ["几", "數", "若干", "several", "few", ""])
def test_vague_counts_say_so(text: str) -> None:
    assert count(text).vague


@pytest.mark.parametrize("read", [chinese, english])
def test_other_words_are_refused(read: type) -> None:
    with pytest.raises(ValueError, match="word"):
        read("word")


@given(st.integers(0, 9999))
def test_digits_are_themselves(number: int) -> None:
    assert chinese(str(number)) == english(str(number)) == number
