"""Copies are known again, other articles are not."""

import random
import subprocess
import sys

import pytest

from sources.chinese import to_simplified, to_taiwan
from sources.reading.likeness import (
    KEPT,
    Likenesses,
    are_copies,
    containment,
    fingerprint,
    likeness,
    normalised,
    sketch,
)

WORDS = (
    "港口", "会议", "模型", "价格", "记者", "周三", "天气", "公司", "学校", "工厂", "地图", "朋友",
    "电话", "晚上", "早晨",
)  # fmt: skip


def article(seed: int, sentences: int = 60) -> str:
    """Made-up prose: the same for the same seed."""
    rng = random.Random(seed)
    return "".join(
        "".join(rng.choice(WORDS) for _ in range(rng.randint(5, 12))) + "。"
        for _ in range(sentences)
    )


def edited(text: str, seed: int, every: int) -> str:
    """One character in so many replaced."""
    rng = random.Random(seed)
    return "".join(rng.choice("的了在是") if not rng.randrange(every) else c for c in text)


ORIGINAL = article(1)
NOTICE = "本站转载此文只为传递信息,不代表本站观点,版权归原作者所有,如有问题请与我们联系。"


@pytest.mark.parametrize(
    "copy",
    [
        ORIGINAL,
        to_taiwan(ORIGINAL),
        ORIGINAL.replace("。", "。\n\n"),
        "另一个题目\n" + ORIGINAL + NOTICE,
        edited(ORIGINAL, 2, 60),
        ORIGINAL[: len(ORIGINAL) // 3] + NOTICE,
    ],
    ids=["same", "other script", "other layout", "with a notice", "edited", "excerpt"],
)
def test_a_copy_is_known_again(copy: str) -> None:
    assert are_copies(sketch(ORIGINAL), sketch(copy))


@pytest.mark.parametrize("seed", range(2, 8))
def test_another_text_with_the_same_words_is_none(seed: int) -> None:
    assert not are_copies(sketch(ORIGINAL), sketch(article(seed)))


def test_two_articles_that_share_a_quoted_paragraph_are_no_copies() -> None:
    quoted = article(9, 8)
    one, other = article(10) + quoted, article(11) + quoted
    assert not are_copies(sketch(one), sketch(other))


def test_the_same_notice_under_two_texts_makes_no_copies() -> None:
    one, other = article(10, 20) + NOTICE, article(11, 20) + NOTICE
    assert not are_copies(sketch(one), sketch(other))


def test_scraps_are_never_copies() -> None:
    assert not are_copies(sketch("公司发布模型"), sketch("公司发布模型"))


def test_the_share_of_common_wording_is_estimated() -> None:
    half = sketch(ORIGINAL[: len(ORIGINAL) // 2])
    assert likeness(sketch(ORIGINAL), half) == pytest.approx(0.5, abs=0.15)
    assert containment(sketch(ORIGINAL), half) == pytest.approx(1, abs=0.1)


def test_the_checksum_does_not_see_script_case_width_and_layout() -> None:
    one, other = "公司发布ＧＰＴ模型。", "公司發佈 gpt\n模型"
    assert normalised(one) == "公司发布gpt模型"
    assert fingerprint(one).sha256 == fingerprint(other).sha256
    assert fingerprint(one).sha256 != fingerprint("公司发布gpt-4模型").sha256


@pytest.mark.parametrize(
    ("printed", "simplified"),
    [("土坏", "土坯"), ("沈醉", "沉醉"), ("藉口", "借口"), ("回覆", "回复"), ("甦醒", "苏醒")],
)
def test_words_of_characters_that_both_scripts_have_are_turned(
    printed: str, simplified: str
) -> None:
    assert to_simplified(printed) == simplified


def test_characters_beyond_the_first_plane_are_turned() -> None:
    assert to_simplified("元素\U00029bc1") == "元素\U0002b642"


def test_a_sketch_fits_the_database_and_is_in_order() -> None:
    found = fingerprint(ORIGINAL).sketch
    assert len(found) == KEPT
    assert list(found) == sorted(set(found))
    assert all(0 <= value < 1 << 63 for value in found)


def test_a_sketch_is_the_same_in_another_process() -> None:
    code = "from sources.reading.likeness import sketch; print(sketch('公司发布模型' * 3 + 'abc'))"
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": "."},
    )  # fmt: skip
    assert told.stdout.strip() == str(sketch("公司发布模型" * 3 + "abc"))


def test_texts_of_any_kind_have_a_fingerprint() -> None:
    for text in ("", "。", "a", "\ud800", "😀" * 50):
        assert len(fingerprint(text).sha256) == 64


def test_the_nearest_text_is_found_among_many() -> None:
    known: Likenesses[int] = Likenesses()
    for seed in range(2, 60):
        known.add(seed, sketch(article(seed)))
    known.add(1, sketch(ORIGINAL))
    found = known.nearest(sketch(edited(ORIGINAL, 3, 80)))
    assert found is not None
    assert found.key == 1
    assert known.nearest(sketch(article(99))) is None
