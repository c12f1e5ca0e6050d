"""What a reader's query asks for: words, phrases, exclusions, alternatives, and any garbage."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.models import Event
from events.search.question import read
from tests.factories import make_event

TITLES = [
    "Llama 4 released with open weights",
    "Weights of Qwen3 are open",
    "Llama4 delayed",
    "深度求索发布R1，开放权重",
    "权重开放的传闻",
]


ASKED = {
    "open weights": {0, 1},
    '"open weights"': {0},
    "“Open Weights”": {0},
    "「开放权重」": {3},
    '"llama 4"': {0, 2},
    '"发布R1"': {3},
    '"R1 开放"': {3},
    "weights -llama": {1},
    'weights -"open weights"': {1},
    "權重 -傳聞": {3},
    "llama OR qwen3": {0, 1, 2},
    "llama OR qwen3 weights": {0, 1},
    "llama | 權重": {0, 2, 3, 4},
    "OR llama OR": {0, 2},
    'weights "llama': {0},
    "-llama": set(),
    "Llama-4": {0, 2},
}


@pytest.mark.django_db
def test_signs_mean_what_they_mean_elsewhere() -> None:
    events = [make_event(title_en=title, sources=None) for title in TITLES]
    ids = [event.pk for event in events]
    found = {
        query: {ids.index(event.pk) for event in Event.objects.search(query)} for query in ASKED
    }
    assert found == ASKED


GARBAGE = [
    "\0",
    "x" * 10_000,
    "深" * 10_000,
    '"' * 99 + "a",
    "a & | ! ( ) :* <-> <2> '",
    "\\' \\\\ ''' $$",
    '-"a" -- --b OR OR |',
    "🤖 👩‍💻",
    "\u202eשלום مرحبا",
    "a\u0301" * 500,
    "OR" * 500,
    "1.2.3-4+5_6...",
    "\ud800",
]


@pytest.mark.django_db
def test_garbage_is_a_query_like_any_other() -> None:
    make_event(sources=None)
    for query in GARBAGE:
        assert list(Event.objects.search(query)) == []


@settings(max_examples=60)
@given(st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from("\"'-|&!:*()<> OR深度r1.")))
def test_any_text_is_read(text: str) -> None:
    question = read(text)
    assert bool(question.tsquery()) == bool(question.groups)
