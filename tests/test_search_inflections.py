"""Forms of one English word find each other; phrases, names and Chinese stay as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.models import Event
from events.search.inflections import family
from events.search.marks import Marks
from events.search.question import read
from events.search.tokens import tsquery
from tests.factories import make_event

FAMILIES = [
    "launch launches launched launching",
    "release releases released releasing",
    "delay delays delayed delaying",
    "plan plans planned planning",
    "ship ships shipped shipping",
    "submit submits submitted submitting",
    "cancel cancels cancelled canceled cancelling canceling",
    "company companies",
    "chip chips",
    "process processes processed processing",
    "buy buys bought buying",
    "build builds built building",
    "speed speeds",
    "layoff layoffs",
    "gpu gpus",
    "llm llms",
]


@pytest.mark.parametrize("forms", FAMILIES)
def test_each_form_of_a_word_leads_to_all_others(forms: str) -> None:
    for form in forms.split():
        assert set(forms.split()) <= set(family(form)), form


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("new", "news"), ("united", "unit"), ("rated", "rat"), ("string", "str"),
        ("access", "acces"), ("us", "u"), ("hoped", "hop"), ("evening", "even"),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_form_is_none(word: str, other: str) -> None:
    assert other not in family(word)
    assert word not in family(other)


@pytest.mark.parametrize("word", ["gpt-4o", "r1", "ai", "模型", "4o", "naïve"])
def test_names_numbers_and_chinese_have_no_forms(word: str) -> None:
    assert family(word) == (word,)


@given(st.from_regex(r"[a-z]{1,12}", fullmatch=True))
def test_any_word_comes_first_in_a_small_family(word: str) -> None:
    assert family(word)[0] == word
    assert len(family(word)) < 20


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("launch", {"One", "Two"}),
        ("launched", {"One", "Two"}),
        ("LAUNCHES", {"One", "Two"}),
        ("launch -delays", {"Two"}),
        ('"launches"', {"Two"}),
        ('"is launched"', {"One"}),
        ('"is launch"', set()),
        ("open-sourcing", {"Two"}),
        ("models OR nothing", {"Two"}),
    ],
)
def test_a_search_finds_all_forms_and_a_phrase_only_its_own(query: str, found: set[str]) -> None:
    make_event(title_en="One", summary_en="A chip is launched after a delay.")
    make_event(title_en="Two", summary_en="The lab launches an open-source model.")
    assert {event.title_en for event in Event.objects.search(query)} == found


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("launch", ["launches", "launched"]),
        ('"launched"', ["launched"]),
        ("open-sourcing", ["open", "open-source"]),
    ],
)
def test_what_was_found_is_marked(query: str, marked: list[str]) -> None:
    text = "The lab launches, after it launched in the open, an open-source newsletter."
    assert [piece.text for piece in Marks(read(query)).pieces(text) if piece.marked] == marked


def test_a_chinese_query_is_as_it_was() -> None:
    assert tsquery("深度求索") == "('深度' <-> '度求' <-> '求索')"
