"""Drafts of titles in both languages."""

import pytest

from events.extraction.clauses.figures import (
    chinese_amount,
    chinese_count,
    english_amount,
    english_count,
    money_in,
)
from tests.extraction import candidate


@pytest.mark.parametrize(
    ("text", "language", "en", "zh"),
    [
        ("Meta released Llama 4.", "en", "Meta releases Llama 4", "Meta发布Llama 4"),
        ("深度求索推迟了R2。", "zh-Hans", "DeepSeek delays DeepSeek R2", "深度求索推迟DeepSeek R2"),
        ("OpenAI raised $40 billion.", "en", "OpenAI raises $40 billion", "OpenAI融资400亿美元"),
        (
            "OpenAI完成400亿美元融资。",
            "zh-Hans",
            "OpenAI raises $40 billion",
            "OpenAI融资400亿美元",
        ),
        (
            "OpenAI计划发布GPT-5。",
            "zh-Hans",
            "OpenAI plans to release GPT-5",
            "OpenAI计划发布GPT-5",
        ),
        (
            "OpenAI reportedly paused GPT-5.",
            "en",
            "OpenAI reportedly pauses GPT-5",
            "据报道，OpenAI暂停GPT-5",
        ),
        (
            "OpenAI否认将发布GPT-5。",
            "zh-Hans",
            "OpenAI denies plans to release GPT-5",
            "OpenAI否认将发布GPT-5",
        ),
        (
            "网传阿里开源Qwen3。",
            "zh-Hans",
            "Alibaba is rumoured to open-source Qwen3",
            "传阿里巴巴开源通义千问3",
        ),
        ("Nvidia shares fell 3% on Monday.", "en", "NVIDIA shares fall 3%", "英伟达股价下跌3%"),
        ("Anthropic sued Google.", "en", "Anthropic sues Google", "Anthropic起诉谷歌"),
        (
            "谷歌与Anthropic达成合作。",
            "zh-Hans",
            "Google partners with Anthropic",
            "谷歌与Anthropic合作",
        ),
    ],
)
def test_both_languages_get_a_title(text: str, language: str, en: str, zh: str) -> None:
    found = candidate(text, language)
    assert (found.title_en, found.title_zh) == (en, zh)


def test_without_a_pattern_the_own_language_keeps_its_words() -> None:
    found = candidate("谷歌任命了新的财务主管。", "zh-Hans")
    assert found.title_zh == "谷歌任命了新的财务主管"
    assert found.title_en == "Google: appointment"


@pytest.mark.parametrize(
    ("text", "en"),
    [
        ("谷歌拒绝置评。", "Google declines to comment"),
        ("谷歌没有回应置评请求。", "Google does not respond"),
        ("谷歌裁员12%。", "Google cuts jobs, 12%"),
        ("奥特曼已从谷歌离职。", "Sam Altman leaves"),
        ("谷歌被罚款2亿美元，监管部门称。", "Google: fine, $200 million"),
    ],
)
def test_the_other_language_says_who_did_what_in_the_words_for_the_trigger(
    text: str, en: str
) -> None:
    assert candidate(text, "zh-Hans").title_en == en


def test_a_new_price_is_not_announced_as_a_new_thing() -> None:
    found = candidate("OpenAI cut prices for GPT-5 by 40% on Monday.")
    assert (found.title_en, found.title_zh) == (
        "OpenAI cuts prices for GPT-5 by 40%",
        "OpenAI下调GPT-5的价格40%",
    )


def test_a_title_is_never_long() -> None:
    found = candidate("OpenAI hired " + "a very experienced engineer, " * 12 + "on Monday.")
    assert len(found.title_en) <= 111


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("400亿美元", "$40 billion"),
        ("3800亿元", "RMB 380 billion"),
        ("750万欧元", "€7.5 million"),
        ("数十亿美元", "billions of dollars"),
    ],
)
def test_amounts_are_said_in_both_languages(chinese: str, english: str) -> None:
    assert english_amount(chinese) == english


@pytest.mark.parametrize(
    ("english", "chinese"),
    [("$6.6 billion", "66亿美元"), ("€15m", "1500万欧元"), ("2 billion euros", "20亿欧元")],
)
def test_english_amounts_are_said_in_chinese(english: str, chinese: str) -> None:
    assert chinese_amount(english) == chinese


def test_what_a_company_is_worth_is_not_what_it_raised() -> None:
    text = "at a valuation of $157 billion it raised $6.6 billion"
    assert money_in(text, 0, len(text)) == "$6.6 billion"


@pytest.mark.parametrize(
    ("text", "language", "title"),
    [
        ("Llama 4的下载量突破10亿次。", "zh-Hans", "Llama 4 reaches 1 billion downloads"),
        ("阿里巴巴推出了Qwen3，与ChatGPT竞争。", "zh-Hans", "Alibaba releases Qwen3"),
        ("Alibaba released Qwen3, built on GPT-4.", "en", "Alibaba releases Qwen3"),
        ("Anthropic sued ChatGPT maker OpenAI.", "en", "Anthropic sues OpenAI"),
        (
            "Google is OpenAI's biggest investor, having invested $13 billion.",
            "en",
            "Google invests $13 billion in OpenAI",
        ),
    ],
)
def test_a_title_names_who_and_what_and_not_what_stands_beside(
    text: str, language: str, title: str
) -> None:
    assert candidate(text, language).title_en == title


def test_what_did_not_happen_is_called_so() -> None:
    found = candidate("阿里巴巴目前尚未推出推理模型。", "zh-Hans")
    assert found.title_en == "Alibaba: no release so far"


@pytest.mark.parametrize(
    ("chinese", "english"),
    [("6.5亿", "650 million"), ("3000万", "30 million"), ("1.2亿", "120 million")],
)
def test_counts_are_said_in_both_languages(chinese: str, english: str) -> None:
    assert english_count(chinese) == english
    assert chinese_count(english) == chinese
