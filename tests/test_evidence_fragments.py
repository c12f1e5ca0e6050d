"""Links to a passage of a page."""

from typing import Any

import pytest

from events.evidence.fragments import address_of_passage, directive, without_last_word
from events.models import Claim
from sources.models import Source

PAGE = "https://news.example/a"


def claim(quote: str, **values: Any) -> Claim:
    rights = values.pop("rights", "open")
    url = values.pop("url", PAGE)
    source = Source(pk=1, url=url, rights=rights)
    return Claim(**{"source": source, "quote": quote, "quote_start": 5, **values})


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("未达预期", "%E6%9C%AA%E8%BE%BE%E9%A2%84%E6%9C%9F"),
        ("one-off, & more", "one%2Doff%2C%20%26%20more"),
        ("50% #1", "50%25%20%231"),
    ],
)
def test_what_means_something_in_a_directive_is_escaped(text: str, escaped: str) -> None:
    assert directive(text) == f":~:text={escaped}"


def test_the_text_around_it_is_given_in_whole_words() -> None:
    link = directive("the delay", prefix="nounced on Monday ", suffix=" of the mod")
    assert link == ":~:text=on%20Monday-,the%20delay,-of%20the"


def test_the_text_around_it_ends_where_its_line_ends() -> None:
    assert directive("中", prefix="上行\n前", suffix="后\n下行") == (
        ":~:text=%E5%89%8D-,%E4%B8%AD,-%E5%90%8E"
    )


def test_a_quote_over_several_lines_is_given_by_its_first_and_last() -> None:
    assert directive("one\ntwo\nthree") == ":~:text=one,three"


def test_of_a_source_that_may_not_be_quoted_only_the_key_term_is_given() -> None:
    link = address_of_passage(
        claim("delayed again", prefix="secret ", suffix=" secret"), "delayed again", whole=False
    )
    assert link == f"{PAGE}#:~:text=delayed%20again"


def test_a_key_term_cut_within_a_word_is_given_without_that_word() -> None:
    link = address_of_passage(claim("a longer statement"), "a longer stat", whole=False)
    assert link.endswith("text=a%20longer")


@pytest.mark.parametrize(
    ("values", "address"),
    [
        ({"quote_start": None}, PAGE),
        ({"section": "machine_summary"}, PAGE),
        ({"url": None}, ""),
        ({"url": "ftp://news.example/a"}, ""),
        ({"url": f"{PAGE}#top"}, f"{PAGE}#top:~:text=delay"),
    ],
)
def test_only_words_known_to_be_on_a_page_are_linked(
    values: dict[str, object], address: str
) -> None:
    assert address_of_passage(claim("delay", **values), "delay", whole=True) == address


def test_nothing_is_left_of_a_single_cut_word() -> None:
    assert without_last_word("superintelligen") == ""
    assert address_of_passage(claim("superintelligence"), "superint", whole=False) == PAGE
