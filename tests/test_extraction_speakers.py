"""“We” in what an organization publishes itself."""

from dates import PartialDate
from events.extraction.extract import extract
from events.extraction.found import Article, Candidate
from tests.extraction import REGISTRY


def _told(text: str, publisher: str, language: str = "en") -> Candidate:
    day = PartialDate.parse("2025-06-12")
    article = Article(text, language, published=day, publisher=publisher)
    return extract(article, REGISTRY).candidates[0]


def test_we_are_the_publisher() -> None:
    found = _told("Today we raised prices for our AI service by 5%.", "Anthropic")
    assert [one.slug for one in found.participants] == ["anthropic"]


def test_we_are_the_publisher_in_chinese_too() -> None:
    found = _told("今天我们开源了新的人工智能模型。", "阿里巴巴", "zh-Hans")
    assert [one.slug for one in found.participants] == ["alibaba"]


def test_an_outlets_we_is_nobody() -> None:
    found = _told("Today we launched a newsletter about AI models.", "Reuters")
    assert found.participants == ()


def test_in_a_quotation_somebody_else_may_speak() -> None:
    found = _told("“Today we launched our own AI model,” said a customer.", "Anthropic")
    assert found.participants == ()
