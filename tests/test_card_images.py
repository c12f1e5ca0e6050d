"""The picture of a card: of an event or an entity, in each language, where one can be drawn."""

import struct
from types import SimpleNamespace

import pytest
from django.test import Client

from events.exchange.card_images import drawing, fonts
from tests.factories import make_event, make_organization

pytestmark = pytest.mark.django_db


def image_of(client: Client, page: str) -> str:
    """The path of the picture that a page gives its card."""
    head = client.get(page).content.decode()
    return head.partition('og:image" content="http://testserver')[2].partition('"')[0]


@pytest.fixture
def without_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    fonts.font.cache_clear()
    monkeypatch.setattr(fonts, "chinese_font", lambda: None)


def test_lines_break_between_words_and_chinese_characters_but_not_before_a_stop() -> None:
    letters = SimpleNamespace(getlength=lambda text: 200 * len(text))  # four fit
    assert drawing.wrapped("one two four", letters) == ["one", "two", "four"]
    assert drawing.wrapped("开放权重，模型", letters) == ["开放权", "重，模型"]
    assert drawing.wrapped("longest \n a b", letters) == ["long", "est", "a b"]


@pytest.mark.usefixtures("without_chinese")
def test_where_nothing_can_be_drawn_the_card_has_the_picture_of_the_site(client: Client) -> None:
    event = make_event(title_en="", title_zh="小模型")
    page = f"{event.get_absolute_url()}?lang=zh-hans"
    assert image_of(client, page) == "/static/events/card.png"
    assert client.get(f"/cards/zh-hans/events/{event.pk}-1.png").status_code == 404


@pytest.mark.usefixtures("without_chinese")
def test_an_english_title_is_drawn_everywhere(client: Client) -> None:
    for page in (make_event().get_absolute_url(), make_organization("Lab").get_absolute_url()):
        answer = client.get(image_of(client, f"{page}?lang=en"))
        assert answer["Content-Type"] == "image/png"
        assert struct.unpack(">II", answer.content[16:24]) == (1200, 630)
        assert len(answer.content) < 60_000


def test_its_address_is_of_the_language_and_changes_with_the_event(client: Client) -> None:
    event = make_event()
    before = image_of(client, f"{event.get_absolute_url()}?lang=en")
    assert before == f"/cards/en/events/{event.pk}-{event.version}.png"
    event.version += 1
    event.save()
    assert image_of(client, event.get_absolute_url()) != before
    assert client.get(before).status_code == 200


def test_a_page_of_the_past_does_not_show_today(client: Client) -> None:
    event = make_event()
    event.claims.update(claimed_on="2025-05-01", claimed_on_latest="2025-05-01")
    page = f"{event.get_absolute_url()}?as_of=2025-06-01"
    assert image_of(client, page) == "/static/events/card.png"


@pytest.mark.parametrize(
    "address",
    [
        "fr/events/1-1",
        "en/events/0-1",
        f"en/events/{'9' * 30}-1",
        "en/sources/x-1",
        "en/models/x-1",
    ],
)
def test_there_is_no_picture_of_anything_else(client: Client, address: str) -> None:
    assert client.get(f"/cards/{address}.png").status_code == 404


def test_a_draft_has_no_picture(client: Client) -> None:
    draft = make_event(visibility="draft")
    assert client.get(f"/cards/en/events/{draft.pk}-1.png").status_code == 404


@pytest.mark.parametrize("title", ["Word " * 59, "x" * 300, "a\nb", "é–“”…", "长" * 300])
def test_any_title_fits(title: str) -> None:
    face = drawing.Face(above="Plan", title=title, below="May 2025 " * 40, site="AI Timeline")
    assert drawing.png(face).startswith(b"\x89PNG")
