"""Publication dates in messy heads and tails."""

from datetime import date

import pytest

from dates.published import Basis, candidates, published, published_in_url, weighed

MESSY = [
    ("某某手游网2025-03-02\n标题\n正文提到2024年1月1日。", "zh", "2025-03-02"),
    ("标题\n2025-07-15 10:21 来源：某报\n正文", "zh", "2025-07-15"),
    ("發布時間：2025/7/15 12:00", "zh-TW", "2025-07-15"),
    ("某社\n民國114年7月15日\n內文", "zh-Hant", "2025-07-15"),
    ("2025年7月15日 星期二 记者 张三", "zh", "2025-07-15"),
    ('{"datePublished":"2025-05-01T23:30:00-08:00","x":"2025-05-03"}', "en", "2025-05-01"),
    ('<meta property="article:published_time" content="2025-05-01T10:00:00Z">', "en", "2025-05-01"),
    ('<time class="x" datetime="2025-05-06">', "en", "2025-05-06"),
    ("Posted on May 2, 2025 by admin\nThe summit on April 29, 2025 was", "en", "2025-05-02"),
    ("Date: Tue, 29 Apr 2025 10:00:00 +0000\nSubject: x", "en", "2025-04-29"),
    ("03/04/2025 New York", "en", "2025-03-04"),
    ("03/04/2025 Paris", "fr", "2025-04-03"),
    ("Berlin, 15.07.2025", "de", "2025-07-15"),
    ("Veröffentlicht am 15. Juli 2025", "de", "2025-07-15"),
    ("Publicado el 3 de marzo de 2025", "es", "2025-03-03"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "day"), MESSY)
def test_it_finds_the_day(text: str, language: str, day: str) -> None:
    found = published(text, language)
    assert found is not None
    assert str(found.value) == day


@pytest.mark.parametrize(("text", "language", "day"), MESSY)
def test_its_evidence_stands_in_the_text(text: str, language: str, day: str) -> None:
    for found in candidates(text, language):
        assert text[found.start : found.end] == found.text, day


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ('"datePublished": "2025-05-01"', Basis.METADATA),
        ("Posted on May 2, 2025", Basis.PRINTED),
        ("Much was said. The summit of May 2, 2025 was long. Much was said.", Basis.INFERRED),
    ],
)
def test_it_says_how_it_knows(text: str, basis: Basis) -> None:
    found = published(text, "en")
    assert found is not None
    assert found.basis is basis


def test_a_date_after_the_retrieval_is_not_its_own() -> None:
    text = "Posted on May 2, 2026\nUpdated 3 May 2025"
    found = published(text, "en", not_after=date(2025, 6, 1))
    assert found is not None
    assert str(found.value) == "2025-05-03"


def test_the_tail_of_a_long_document_is_read() -> None:
    found = published("无关的话。" * 2000 + "\n发布于2025-07-15", "zh")
    assert found is not None
    assert (str(found.value), found.why) == ("2025-07-15", "label")


def test_the_middle_of_a_long_document_is_not() -> None:
    middle = "无关的话。" * 1000 + "2025-07-15" + "无关的话。" * 1000
    assert published(middle, "zh") is None


@pytest.mark.parametrize("text", ["", "no date", "昨天发布", "last Friday", "2025年"])
def test_without_a_full_date_there_is_none(text: str) -> None:
    assert published(text, "zh") is None


def test_a_day_found_otherwise_is_weighed_like_any() -> None:
    text = "Posted on May 2, 2025"
    (found,) = candidates(text, "en")
    assert weighed(text, found.value, found.start, found.end) == found


def test_an_unknown_language_is_no_error() -> None:
    assert published("1 foo 2025", "xx") is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.com/2025/07/15/story", "2025-07-15"),
        ("https://example.com/news_20250715.html", "2025-07-15"),
        ("https://example.com/2025/02/30/story", "None"),
        ("https://example.com/story-12345678", "None"),
    ],
)
def test_an_address_may_hold_the_day(url: str, day: str) -> None:
    assert str(published_in_url(url)) == day
