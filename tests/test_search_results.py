"""What stands beside the events that a search found, and what helps when it found none."""

import re

import pytest
from django.test import Client

from events.search.names import forget_names
from tests.factories import make_event, make_organization

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh_names() -> None:
    forget_names()


def content(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return str(response.content.decode())


def test_lines_have_marks_in_title_names_and_summary(client: Client) -> None:
    make_event(
        title_en="R1 is out", summary_en="Meet R1.", organizations=(make_organization("R1 Labs"),)
    )
    page = content(client, "/?q=r1")
    assert page.count("<mark>R1</mark>") == 3


def test_a_line_says_through_which_name_it_was_found(client: Client) -> None:
    make_event(
        title_en="A release", organizations=(make_organization("DeepSeek", name_zh="深度求索"),)
    )
    page = content(client, "/?q=深度求索")
    assert 'Found through: <span lang="zh-Hans"><mark>深度求索</mark></span>' in page
    assert "Found through" not in content(client, "/?q=deepseek")


def test_a_near_miss_leads_to_what_finds_something(client: Client) -> None:
    make_event(organizations=(make_organization("DeepSeek"),))
    make_organization("Deepseat")  # nearer, but without events
    page = content(client, "/?q=Deepseak&kind=release")
    assert 'href="/?q=DeepSeek&amp;kind=release"' in page
    assert "Deepseat" not in page


def test_a_guess_drops_filters_that_would_leave_nothing(client: Client) -> None:
    make_event(organizations=(make_organization("DeepSeek"),))
    assert 'href="/?q=DeepSeek"' in content(client, "/?q=Deepseak&kind=delay")


def test_no_guess_where_enough_was_found(client: Client) -> None:
    make_organization("DeepSeek")
    for _ in range(3):
        make_event(title_en="Deepseak is misspelt", sources=None)
    assert "Did you mean" not in content(client, "/?q=deepseak")


def test_nothing_found_counts_what_each_filter_and_word_took_away(client: Client) -> None:
    make_event(title_en="Llama delayed", kind="delay")
    make_event(title_en="Qwen released")
    page = content(client, "/?q=llama+qwen&kind=delay")
    text = re.sub(r"<[^>]+>|\s+", " ", page)
    assert re.search(r"Without the filter “Search” *: *llama qwen +1 event", text)
    assert re.search(r"Without the filter “Kind” *: *delay +0 events", text)
    assert re.search(r"Only “llama” +1 event", text)
    assert 'href="/organizations/?q=llama%20qwen"' in page


def test_the_best_matches_stand_above_a_longer_list(client: Client) -> None:
    for number in range(8):
        make_event(title_en="Of something", summary_en="R1", date=f"2025-05-1{number}")
    make_event(title_en="R1 released", date="2024-01-01", importance=5)
    best = re.search(r'class="best".*?</section>', content(client, "/?q=r1"), re.DOTALL)
    assert best
    assert best[0].index("<mark>R1</mark> released") < best[0].index("Of something")
    assert best[0].count("<li") == 3
    assert 'class="best"' not in content(client, "/")


def test_a_short_list_needs_no_best_matches(client: Client) -> None:
    make_event(title_en="R1 released")
    assert 'class="best"' not in content(client, "/?q=r1")
