"""Content in the reader's language, and the language it says it is in."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from events.chinese import traditional
from events.localization import (
    Words,
    choose,
    count_in_words,
    country_name,
    in_its_language,
    language_name,
    name_of,
    other_name,
)
from events.models import Organization
from events.templatetags.reading import with_links
from tests.factories import make_model, make_organization


@pytest.fixture(autouse=True)
def _names_read_anew() -> Iterator[None]:
    yield
    traditional.recorded.cache_clear()
    traditional._converted.cache_clear()


def chosen(language: str, english: str, chinese: str) -> Words:
    with translation.override(language):
        return choose(english, chinese)


@pytest.mark.parametrize(
    ("language", "english", "chinese", "words"),
    [
        ("en", "Delay", "推迟", Words("Delay", "en")),
        ("en", "", "推迟", Words("推迟", "zh-Hans")),
        ("zh-hans", "Delay", "推迟", Words("推迟", "zh-Hans")),
        ("zh-hans", "Delay", "", Words("Delay", "en")),
        ("zh-hant", "Delay", "", Words("Delay", "en")),
        ("en", "", "", Words("", "en")),
    ],
)
def test_it_takes_the_readers_language_or_else_the_other(
    language: str, english: str, chinese: str, words: Words
) -> None:
    assert chosen(language, english, chinese) == words


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("人工智能软件", "人工智慧軟體"),
        ("发布模型，参数逾2万亿", "發布模型，參數逾2萬億"),
        ("开源代码库", "開源程式碼庫"),
    ],
)
def test_traditional_chinese_has_the_wording_of_taiwan(simplified: str, traditional: str) -> None:
    assert chosen("zh-hant", "", simplified) == Words(traditional, "zh-Hant")


@pytest.mark.django_db
def test_names_are_not_reworded() -> None:
    bytedance = make_organization("ByteDance", name_zh="字节跳动")
    bytedance.aliases.create(text="字节", language="zh-Hans")
    assert chosen("zh-hant", "", "字节跳动裁员，字节回应").text == "字节跳动裁員，字节回應"


@pytest.mark.django_db
def test_names_are_written_as_recorded_for_traditional_readers() -> None:
    bytedance = make_organization("ByteDance", name_zh="字节跳动")
    bytedance.aliases.create(text="字節跳動", language="zh-Hant", kind="localized")
    make_model("Doubao", name_zh="豆包")
    assert chosen("zh-hant", "", "字节跳动发布豆包").text == "字節跳動發布豆包"
    with translation.override("zh-hant"):
        assert name_of(bytedance) == Words("字節跳動", "zh-Hant")


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", Words("Alibaba", "en")), ("zh-hans", Words("阿里巴巴", "zh-Hans"))],
)
def test_names_follow_the_reader(language: str, words: Words) -> None:
    with translation.override(language):
        assert name_of(Organization(name="Alibaba", name_zh="阿里巴巴")) == words
        assert name_of(Organization(name="OpenAI")) == Words("OpenAI", "en")


def test_the_other_name_is_given_beside_it() -> None:
    alibaba = Organization(name="Alibaba", name_zh="阿里巴巴")
    with translation.override("zh-hans"):
        assert other_name(alibaba) == Words("Alibaba", "en")
    with translation.override("en"):
        assert other_name(alibaba) == Words("阿里巴巴", "zh-Hans")
        assert not other_name(Organization(name="OpenAI"))


@pytest.mark.parametrize(
    ("number", "english", "simplified", "traditional"),
    [
        (17_000_000_000, "17 billion", "170亿", "170億"),
        (2_000_000_000_000, "2 trillion", "2万亿", "2兆"),
        (671_500_000_000, "671.5 billion", "6715亿", "6715億"),
        (125_000_000, "125 million", "1.25亿", "1.25億"),
        (52_000, "52 thousand", "5.2万", "5.2萬"),
        (100, "100", "100", "100"),
    ],
)
def test_numbers_are_counted_as_people_count(
    number: int, english: str, simplified: str, traditional: str
) -> None:
    for language, words in (("en", english), ("zh-hans", simplified), ("zh-hant", traditional)):
        with translation.override(language):
            assert count_in_words(number) == words


def test_countries_and_languages_are_named_in_the_readers_language() -> None:
    with translation.override("en"):
        assert (country_name("CN"), language_name("zh-Hant")) == ("China", "Traditional Chinese")
    with translation.override("zh-hant"):
        assert country_name("US") == "美國"
    assert (country_name("QQ"), language_name("xq")) == ("QQ", "xq")


def test_a_note_tells_its_language_by_its_characters() -> None:
    assert in_its_language("据《华尔街日报》报道").lang == "zh-Hans"
    assert in_its_language("In the document: 近日").lang == "en"


@pytest.mark.django_db
def test_traditional_chinese_is_printed_as_in_taiwan() -> None:
    with translation.override("zh-hant"):
        assert str(choose("", "公司宣布“开源计划”")) == "公司宣布「開源計畫」"


def test_an_address_between_chinese_words_is_a_link() -> None:
    shown = with_links("已知日期：https://example.org/a-1。文中未注明<b>日期</b>。")
    assert shown == (
        '已知日期：<a href="https://example.org/a-1" rel="nofollow">https://example.org/a-1</a>'
        "。文中未注明&lt;b&gt;日期&lt;/b&gt;。"
    )


def test_the_mark_behind_an_address_is_not_part_of_it() -> None:
    assert 'href="https://example.org/a"' in with_links("See https://example.org/a.")
    assert 'href="https://example.org/a"' in with_links("(so https://example.org/a).")
