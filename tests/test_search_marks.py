"""What was searched for is marked in what was found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.localization import Words
from events.search.marks import Marks
from events.search.question import read
from events.templatetags.searching import excerpt, marked


def shown(query: str, text: str) -> str:
    pieces = Marks(read(query)).pieces(text)
    return "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("deepseek", "[DeepSeek]的[DeepSeek]-R1"),
        ("深度求索", "[深度求索]與深度"),
        ("發布", "Meta[发布]Llama"),
        ("发布", "Meta[發布]Llama"),
        ("r1", "DeepSeek-[R1] but not R12 or AR1"),
        ("4", "Llama [4], Llama[4], 4o, 2.4, 4.5"),
        ("2.5", "Qwen[2.5]-Max 12.5"),
        ("GPT-4o", "[GPT-4o], [GPT 4o] and [gpt]"),
        ('"open weights" -closed', "[open weights], weights, open, closed"),
        ("llama OR qwen", "[Llama] and [Qwen]"),
        ("ｍｅｔａ", "[ＭＥＴＡ] [Meta]"),
        ("café", "[cafe\u0301]"),
        ("fine", "[ﬁne]"),
        ("", "nothing"),
    ],
)
def test_it_marks_whole_words_and_their_parts(query: str, text: str) -> None:
    assert shown(query, text.replace("[", "").replace("]", "")) == text


@given(st.text(max_size=40), st.text(max_size=10))
def test_the_pieces_together_are_the_text(text: str, query: str) -> None:
    assert "".join(piece.text for piece in Marks(read(query)).pieces(text)) == text


def test_marked_text_is_escaped_and_keeps_its_language() -> None:
    html = marked(Words("<b>R1</b> & Co", "en"), Marks(read("r1")))
    assert html == '<span lang="en">&lt;b&gt;<mark>R1</mark>&lt;/b&gt; &amp; Co</span>'


def test_without_a_search_a_text_is_only_tagged() -> None:
    assert marked(Words("R1", "en"), "") == '<span lang="en">R1</span>'


def test_a_long_text_begins_shortly_before_its_first_mark() -> None:
    text = "Much was said. " * 20 + "A zebra came. " + "Then more. " * 40
    html = excerpt(Words(text, "en"), Marks(read("zebra")))
    assert html.startswith("…said.")
    assert " A <mark>zebra</mark> came." in html
    assert html.endswith("…")
    assert len(html) < 300


def test_a_short_text_is_not_shortened() -> None:
    assert excerpt(Words("A zebra.", "en"), Marks(read("zebra"))) == "A <mark>zebra</mark>."
