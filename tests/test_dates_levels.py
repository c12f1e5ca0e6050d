"""Rules are told apart by what they can begin with: never one too few."""

import pytest

from dates.phrases.grammar import Sign
from dates.phrases.levels import Level


def _kind(patterns: list[str], text: str) -> str | None:
    signs = (Sign(pattern, str(number)) for number, pattern in enumerate(patterns))
    found = Level(tuple(signs), {}).match(text, 0)
    return found[0].kind if found else None


MANY = [rf"{letter}\d" for letter in "abcdefgh"]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("x?y", "y"),
        ("(?:ab|cd)e", "cde"),
        ("[^0-9]z", "qz"),
        (r"\w{2}-", "k9-"),
        ("(?=[0-9]{2})[0-9]", "12"),
        ("a(?!b)(?<=a)c*d", "accd"),
        ("[0-9]{1,2}(?=-[0-9]|$)", "7"),
        ("[0-9]{6}年", "123456年"),
        ("(?:ha){2,3}", "haha"),
        ("[\u4e00-\u9fff]月", "五月"),
        ("(?:[0-9]+ )?may", "may"),
    ],
)
def test_a_rule_among_many_is_found_by_whatever_it_begins_with(pattern: str, text: str) -> None:
    assert _kind([*MANY, pattern], text) == str(len(MANY))


def test_the_first_rule_that_matches_counts() -> None:
    assert _kind(["june 1", *MANY, "june", "ju", "june 2"], "june 2") == "9"


def test_what_no_rule_begins_with_is_nothing() -> None:
    assert _kind(MANY, "z1") is None
    assert _kind(MANY, "") is None


def test_of_many_alike_rules_one_is_found() -> None:
    assert (
        _kind([f"the same long beginning {n}" for n in range(9)], "the same long beginning 7")
        == "7"
    )
