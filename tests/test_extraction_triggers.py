"""Which words tell of which kind of event."""

import pytest

from events.extraction.cues.inflection import forms
from events.extraction.cues.lexicon import chinese, english
from events.extraction.cues.meaning import Sort
from events.models.vocabulary import EventKind
from tests.extraction import candidate, candidates


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("OpenAI released GPT-5 on Tuesday.", EventKind.RELEASE),
        ("OpenAI previewed GPT-5 at a small event.", EventKind.PREVIEW),
        ("Google announced a new office for research.", EventKind.ANNOUNCEMENT),
        ("Google held its developer conference on May 20.", EventKind.CONFERENCE),
        ("Meta postponed Llama 4 again.", EventKind.DELAY),
        ("OpenAI paused new sign-ups for GPT-5.", EventKind.PAUSE),
        ("Meta scrapped Llama 4 this week.", EventKind.CANCELLATION),
        ("Anthropic raised $3 billion in March.", EventKind.INVESTMENT),
        ("OpenAI acquired a small start-up.", EventKind.ACQUISITION),
        ("Italy fined OpenAI over its records.", EventKind.POLICY),
        ("Google partnered with Anthropic on chips.", EventKind.PARTNERSHIP),
        ("Nvidia shares fell 3% on Monday.", EventKind.MARKET_MOVE),
        ("Claude 4 scored 72% on the test.", EventKind.RESEARCH),
        ("Sam Altman said models are getting cheaper.", EventKind.STATEMENT),
        ("Reuters reported on Friday about OpenAI.", EventKind.REPORT),
        ("Meta open-sourced Llama 4 yesterday.", EventKind.OPEN_SOURCING),
        ("OpenAI hired a new finance chief.", EventKind.ORGANIZATION),
        ("OpenAI is developing a phone.", EventKind.PLAN),
        ("OpenAI suffered an outage on June 10.", EventKind.INCIDENT),
        ("GPT-5 passed 10 million downloads.", EventKind.MILESTONE),
    ],
)
def test_english_triggers_tell_the_kind(text: str, kind: EventKind) -> None:
    assert candidate(text).kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("谷歌发布了新模型。", EventKind.RELEASE),
        ("阿里开启Qwen3的公测。", EventKind.PREVIEW),
        ("谷歌官宣新的人事安排。", EventKind.ANNOUNCEMENT),
        ("谷歌5月20日举办开发者大会。", EventKind.CONFERENCE),
        ("Llama 4再次跳票。", EventKind.DELAY),
        ("OpenAI暂停了GPT-5的注册。", EventKind.PAUSE),
        ("Meta砍掉了Llama 4。", EventKind.CANCELLATION),
        ("Anthropic完成30亿美元融资。", EventKind.INVESTMENT),
        ("OpenAI收购了一家小公司。", EventKind.ACQUISITION),
        ("网信办约谈了英伟达。", EventKind.POLICY),
        ("谷歌与Anthropic达成合作。", EventKind.PARTNERSHIP),
        ("英伟达股价周一下跌3%。", EventKind.MARKET_MOVE),
        ("Claude 4在测试中得分72%。", EventKind.RESEARCH),
        ("奥特曼表示，模型会越来越便宜。", EventKind.STATEMENT),
        ("阿里昨天开源了Qwen3。", EventKind.OPEN_SOURCING),
        ("OpenAI任命了新的财务主管。", EventKind.ORGANIZATION),
        ("OpenAI正在研发一款手机。", EventKind.PLAN),
        ("DeepSeek昨日宕机。", EventKind.INCIDENT),
        ("Qwen3下载量突破1亿次。", EventKind.MILESTONE),
    ],
)
def test_chinese_triggers_tell_the_kind(text: str, kind: EventKind) -> None:
    assert candidate(text, "zh-Hans").kind == kind


def test_traditional_characters_are_read_alike() -> None:
    assert candidate("輝達昨日發佈新晶片。", "zh-Hans").kind == EventKind.RELEASE


def test_a_longer_word_hides_the_trigger_in_it() -> None:
    assert not [hit for hit in chinese().find("开源社区的名称") if hit.triggers]


def test_verbs_are_found_in_every_form() -> None:
    found = {form for form, _ in forms("roll out")}
    assert found == {"roll out", "rolls out", "rolled out", "rolling out"}


def test_english_words_are_whole() -> None:
    assert not english().find("newsreleased prelaunches")


def test_a_plan_word_alone_is_a_trigger_too() -> None:
    (hit,) = english().find("it plans to grow")
    assert hit.sorts == {Sort.PLANNED, Sort.TRIGGER}


def test_a_dated_clause_tells_of_an_event_whatever_its_verb() -> None:
    assert candidates("On June 3 OpenAI gave everybody an extra week of holidays.")


def test_a_sentence_about_nobody_tells_of_nothing() -> None:
    assert not candidates("Progress is slow and prices are high.")


@pytest.mark.parametrize(
    "text",
    [
        "Last week, a minister of the northern islands, famous for it, spoke of OpenAI.",
        "Sam Altman, who founded it, is here.",
        "OpenAI uses the service to build models.",
        "Sam Altman will report to Google.",
        "Once it is out, it can't be pulled back, OpenAI wrote.",
    ],
)
def test_lead_ins_asides_and_purposes_are_no_events(text: str) -> None:
    kinds = {EventKind.ANNOUNCEMENT, EventKind.ORGANIZATION, EventKind.RELEASE, EventKind.REPORT}
    assert not [one for one in candidates(text) if one.kind in kinds]


def test_what_an_open_weight_model_is_called_opens_nothing() -> None:
    assert not candidates("OpenAI负责开放权重项目的副总裁在座。", "zh-Hans")


def test_what_went_before_leaves_its_date_to_the_plan() -> None:
    text = "OpenAI plans to release GPT-5, by the end of June, after multiple delays."
    found = candidates(text)
    assert (found[0].kind, str(found[0].date)) == (EventKind.PLAN, "2025-06-12/2025-06-30")
    assert EventKind.DELAY not in {one.kind for one in found}
