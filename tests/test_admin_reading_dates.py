"""An editor sees how a date is read before saving, and is told again after."""

from typing import Any

import pytest
from django.test import Client

from events.models import Event
from tests.admin_forms import posted, with_claim
from tests.factories import make_event, make_source

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/read-date/"


def read(client: Client, **query: Any) -> dict[str, str]:
    answer: dict[str, str] = client.get(ADDRESS, query).json()
    return answer


@pytest.mark.parametrize(
    ("phrase", "edtf", "words"),
    [
        ("2025年三季度", "2025-35", "Q3 2025 (2025-07-01 – 2025-09-30)"),
        ("2025-05/..", "2025-05/..", "since May 2025 (2025-05-01 – open)"),
        ("15 July 2025", "2025-07-15", "15 July 2025 (2025-07-15)"),
    ],
)
def test_it_says_how_a_phrase_is_read(
    editor_client: Client, phrase: str, edtf: str, words: str
) -> None:
    assert read(editor_client, phrase=phrase) == {"edtf": edtf, "words": words}


def test_a_relative_phrase_is_read_against_its_source(editor_client: Client) -> None:
    source = make_source(published="2025-07-15", published_basis="printed")
    assert read(editor_client, phrase="上周五", source=source.pk)["edtf"] == "2025-07-11"


@pytest.mark.parametrize("published", ["2025-07", None])
def test_it_guesses_no_day_when_the_source_has_none(
    editor_client: Client, published: str | None
) -> None:
    source = make_source(published=published, published_basis="inferred")
    assert "error" in read(editor_client, phrase="last Friday", source=source.pk)


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"phrase": "soon"},
        {"phrase": "\0"},
        {"phrase": "9999"},
        {"phrase": "2025" * 200},
        {"phrase": "昨天", "source": "x"},
        {"phrase": "昨天", "source": "9" * 40},
    ],
)
def test_garbage_gets_a_message(editor_client: Client, query: dict[str, str]) -> None:
    assert read(editor_client, **query)["error"]


def test_an_unreadable_phrase_is_shown_examples(editor_client: Client) -> None:
    assert "2025-Q3" in read(editor_client, phrase="one fine day")["error"]


def test_strangers_are_sent_to_the_login(client: Client) -> None:
    assert client.get(ADDRESS, {"phrase": "2025"}).status_code == 302


def test_it_is_only_read(editor_client: Client) -> None:
    assert editor_client.post(ADDRESS, {"phrase": "2025"}).status_code == 405


def test_saving_a_phrase_tells_how_it_was_read(editor_client: Client) -> None:
    source = make_source()
    response = editor_client.post(
        f"/admin/sources/source/{source.pk}/change/",
        {
            "slug": source.slug,
            "title": source.title,
            "title_basis": "printed",
            "language": "en",
            "published": "late April 2025",
            "published_basis": "printed",
            "rights": "unknown",
        },
        follow=True,
    )
    source.refresh_from_db()
    assert source.published is not None
    assert str(source.published.latest) == "2025-04-30"
    assert "“late April 2025” was read as late April 2025" in response.content.decode()


def test_the_date_of_an_event_counts_from_its_first_source(editor_client: Client) -> None:
    source = make_source(published="2025-07-15", published_basis="printed")
    event = make_event(visibility="draft", sources=(source,))
    page = f"/admin/events/event/{event.pk}/change/"
    form = editor_client.get(page).context["adminform"].form
    data = {name: form[name].value() or "" for name in form.fields} | {"date": "yesterday"}
    for prefix in ("claims", "event_organizations", "event_models", "event_people", "links"):
        data |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
    editor_client.post(page, data)
    event.refresh_from_db()
    assert str(event.date) == "2025-07-14"


def test_the_date_of_a_new_event_counts_from_the_source_given_with_it(
    editor_client: Client,
) -> None:
    source = make_source(published="2025-07-15", published_basis="printed")
    page = "/admin/events/event/add/"
    data = posted(editor_client, page, title_en="New", slug="new", kind="delay", date="yesterday")
    editor_client.post(page, with_claim({**data, "claims-TOTAL_FORMS": 0}, source.pk))
    assert str(Event.objects.get().date) == "2025-07-14"
