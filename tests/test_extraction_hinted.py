"""Expressions that are tried only where one of their words stands."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.extraction.hinted import Hinted, words_of


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"(?:more|better) than \d+", {"more than ", "better than "}),
        (r"\bmodels?\b", {"model"}),
        (r"(?:该|这款)(?:大)?模型", {"该模型", "该大模型", "这款模型", "这款大模型"}),
        (r"a[^,]{0,9}(?:fund|funding|stake)\Z", {"fund", "stake"}),
        (r"\w+ed by(?! us)", {"ed by"}),
    ],
)
def test_the_words_of_an_expression_are_read_out_of_it(pattern: str, words: set[str]) -> None:
    assert words_of(pattern) == words


def test_an_expression_that_matches_without_any_word_is_refused() -> None:
    with pytest.raises(ValueError, match="no word"):
        Hinted(r"\d+(?: million)?")


PATTERNS = (
    r"(?<!not )sold (?:out|to)\b|已售(?:出|罄)",
    r"(?:ab|a(?:cd|c))+e?|b[cd](?:ef){2}",
    r"c(?:a|b){1,2}\w*d\Z",
)
EXPRESSIONS = [Hinted(pattern) for pattern in PATTERNS]
PIECES = st.sampled_from(["a", "b", "c", "cd", "e", "ef", "ef", "not ", "sold ", "out", "已售出"])


@given(st.lists(PIECES, max_size=12).map("".join), st.integers(0, 9), st.integers(0, 30))
def test_nothing_is_missed(text: str, start: int, end: int) -> None:
    for pattern, expression in zip(PATTERNS, EXPRESSIONS, strict=True):
        plain = re.compile(pattern).search(text, start, end)
        found = expression.search(text, start, end)
        assert (found and found.span()) == (plain and plain.span())
