"""The whole way from a text to candidates, on any text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dates import PartialDate
from events.extraction.extract import extract
from events.extraction.folding import fold
from events.extraction.found import Article
from tests.extraction import PUBLISHED, REGISTRY, candidate, candidates

DAY = PartialDate.day(PUBLISHED)
PIECES = st.sampled_from(
    [
        "OpenAI",
        "GPT-5",
        "发布了",
        "将于",
        "推迟",
        " released ",
        " and ",
        "，",
        "。",
        ". ",
        "\n",
        "6月3日",
        "Monday",
        "如果",
        "“",
        "”",
        '"',
        "5亿美元",
        "$3 billion",
        "否认",
        "said",
        " will ",
        "(",
        ")",
        "次日",
        "1",
        "\u3000",
        "İ",
        "𠮷",
        "人工智能",
    ]
)


@settings(max_examples=120, deadline=None)
@given(
    st.lists(PIECES, max_size=40).map("".join), st.sampled_from(["en", "zh-Hans", "zh-Hant", "fr"])
)
def test_any_text_is_read_and_offsets_slice_it(text: str, language: str) -> None:
    article = Article(text, language, published=DAY)
    found = extract(article, REGISTRY)
    assert found == extract(article, REGISTRY)
    for cue in found.cues:
        assert fold(text)[cue.start : cue.end] == cue.word
    for one in found.candidates:
        assert 0 <= one.start < one.end <= len(text)
        assert 0 < one.score < 1


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_text_of_any_characters_is_read(text: str) -> None:
    extract(Article(text, "zh-Hans", published=DAY), REGISTRY)


def test_a_text_without_a_day_is_read() -> None:
    assert candidate("OpenAI released GPT-5.", published=None).date is None


def test_a_text_about_something_else_tells_of_nothing() -> None:
    text = "Mix the flour and launch the oven on Friday. Meta is the cat; Google it."
    assert not extract(Article(text, "en", published=DAY), REGISTRY).candidates


def test_notices_and_lists_of_other_pages_are_passed_over() -> None:
    text = "谷歌发布了新模型。\n推荐阅读\nOpenAI推出GPT-5\n(免责声明:OpenAI发布的信息仅供参考)"
    assert len(candidates(text, "zh-Hans")) == 1


def test_what_is_new_says_so() -> None:
    found = candidate("OpenAI released GPT-9.5-Turbo.")
    assert "new_name" in {reason.code for reason in found.reasons}


def test_the_work_grows_with_the_text_and_not_faster() -> None:
    unit = "6月3日,OpenAI发布了GPT-5,谷歌随后推出新模型。人工智能公司称将于7月跟进。"

    def seconds(times: int) -> float:
        article = Article(unit * times, "zh-Hans", published=DAY)
        start = time.process_time()
        extract(article, REGISTRY)
        return time.process_time() - start

    seconds(20)
    short = min(seconds(60) for _ in range(3))
    assert min(seconds(300) for _ in range(2)) < 10 * max(short, 0.005)


@pytest.mark.parametrize("unit", ["OpenAI、", "A", "Ab", "GPT-5-", "GPT-", "a-1b-", "a.b/GPT-5/"])
def test_one_endless_line_is_read_in_seconds(unit: str) -> None:
    text = unit * (40_000 // len(unit))
    began = time.process_time()
    extract(Article(text, "en", published=DAY), REGISTRY)
    assert time.process_time() - began < 3
