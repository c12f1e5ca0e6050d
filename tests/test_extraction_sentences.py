"""Texts in sentences and clauses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.extraction.clauses.sentences import LONGEST, clause_starts, sentences


def _split(text: str) -> list[str]:
    return [text[start:end] for start, end, *_ in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Claude 3.7 came first.",
        "Meta Platforms Inc. Chief Mark Z. spoke.",
        "The U.S. Commerce Department acted.",
        "模型价格为每百万词元0.5元。",
    ],
)
def test_it_does_not_split_at_numbers_and_abbreviations(text: str) -> None:
    assert _split(text) == [text]


def test_it_ends_a_sentence_with_its_closing_quote() -> None:
    assert _split("他说：“会的。”然后离开。") == ["他说：“会的。”", "然后离开。"]


def test_it_reads_chinese_with_ascii_marks() -> None:
    assert _split("阿里开源了模型.谷歌跟进.") == ["阿里开源了模型.", "谷歌跟进."]


def test_a_sentence_may_begin_with_a_small_letter_in_a_name() -> None:
    assert _split("It ended. xAI did not answer.") == ["It ended.", "xAI did not answer."]


def test_a_short_line_without_a_full_stop_is_a_heading() -> None:
    found = sentences("A new model\nIt is here.")
    assert [heading for *_, heading in found] == [True, False]


def test_an_item_of_a_list_is_no_heading() -> None:
    ((*_, heading),) = sentences("- 推出新的接口")
    assert not heading


def test_a_clause_starts_after_a_comma() -> None:
    text = "It was late, but Meta shipped it."
    assert clause_starts(text, 0, len(text), chinese=False) == [text.index("but")]


@given(st.text(alphabet="ab 。.，,\n“”1！A", max_size=3 * LONGEST))
def test_sentences_cover_everything_that_is_no_space(text: str) -> None:
    found = _split(text)
    assert "".join("".join(one.split()) for one in found) == "".join(text.split())
    assert all(len(one) <= LONGEST for one in found)
