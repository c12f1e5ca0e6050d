"""Near misses lead to the name or word that was meant."""

from collections import Counter

import pytest

from events.search.guessing import guesses
from events.search.names import Named, Names, Sample
from events.search.sounds import sound

KNOWN = [
    ("DeepSeek", "深度求索"),
    ("DeepSeek R1", ""),
    ("Llama 4", ""),
    ("Anthropic", ""),
    ("Qwen", "通义千问"),
    ("Huawei", "华为"),
    ("Asus", "华硕"),
    ("Mark Zuckerberg", "马克·扎克伯格"),
]
NAMES = Names(
    tuple(
        Named("organization", number, f"o-{number}", name, name_zh, (name, name_zh))
        for number, (name, name_zh) in enumerate(KNOWN)
    )
)
SAMPLE = Sample(Counter({("organization", 4): 9}), Counter({"delayed": 7, "delay": 3}))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Deepseak", "DeepSeek"),
        ("Lama 4", "Llama 4"),
        ("深度求锁", "深度求索"),
        ("深度求鎖", "深度求索"),
        ("Antropic", "Anthropic"),
        ("通义千文", "通义千问"),
        ("通義千文", "通义千问"),
        ("华维", "华为"),
        ("deep seek", "DeepSeek"),
        ("马克扎克柏格", "马克·扎克伯格"),
        ("深度求锁发布R1", "深度求索发布R1"),
        ("Deepseak R1 delayd", "DeepSeek R1 delayed"),
        ('"Antropic delay" -qwen', '"Anthropic delay" -qwen'),
    ],
)
def test_what_was_meant_comes_first(typed: str, meant: str) -> None:
    assert guesses(typed, NAMES, SAMPLE)[0] == meant


@pytest.mark.parametrize("typed", ["", "x", "qq", "xylophone", "某某", "DeepSeek", "\0", "🤖"])
def test_what_is_known_or_far_from_all_is_left_alone(typed: str) -> None:
    assert guesses(typed, NAMES, SAMPLE) == []


def test_characters_that_sound_alike_are_one_sign() -> None:
    assert sound("问") == sound("文") != sound("因")
    assert sound("R1鑫") == "R1鑫"
