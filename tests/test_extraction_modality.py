"""Plans, hearsay, denial and what never was."""

import pytest

from events.models.vocabulary import Certainty, EventKind, Status
from tests.extraction import candidate, candidates


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("OpenAI will release GPT-5 in July.", "en"),
        ("OpenAI is expected to launch GPT-5 this summer.", "en"),
        ("OpenAI计划7月发布GPT-5。", "zh-Hans"),
        ("GPT-5有望年内上线。", "zh-Hans"),
        ("GPT-5即将推出。", "zh-Hans"),
    ],
)
def test_a_plan_is_planned(text: str, language: str) -> None:
    found = candidate(text, language)
    assert (found.kind, found.status) == (EventKind.PLAN, Status.PLANNED)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("OpenAI released GPT-5.", "en"),
        ("GPT-5 was released by OpenAI.", "en"),
        ("OpenAI已发布GPT-5。", "zh-Hans"),
        ("阿里将Qwen3开源。", "zh-Hans"),
    ],
)
def test_what_is_done_happened(text: str, language: str) -> None:
    assert candidate(text, language).status == Status.HAPPENED


@pytest.mark.parametrize("text", ["Meta推迟了Llama 4。", "Meta将推迟发布Llama 4。"])
def test_a_delay_is_delayed(text: str) -> None:
    assert candidate(text, "zh-Hans").status == Status.DELAYED


def test_what_is_scrapped_is_cancelled() -> None:
    assert candidate("Meta scrapped Llama 4.").status == Status.CANCELLED


@pytest.mark.parametrize(
    ("text", "language", "certainty"),
    [
        ("OpenAI reportedly acquired a start-up.", "en", Certainty.REPORTED),
        ("据知情人士透露，OpenAI推迟了GPT-5。", "zh-Hans", Certainty.REPORTED),
        (
            "According to people familiar with the matter, Meta paused Llama 4.",
            "en",
            Certainty.REPORTED,
        ),
        ("网传DeepSeek推迟了R2。", "zh-Hans", Certainty.RUMOURED),
        ("OpenAI denied that it had acquired a start-up.", "en", Certainty.DENIED),
        ("DeepSeek否认将发布R2。", "zh-Hans", Certainty.DENIED),
        ("OpenAI has no plans to release GPT-5.", "en", Certainty.DENIED),
        ("OpenAI released GPT-5.", "en", Certainty.CONFIRMED),
    ],
)
def test_words_tell_how_sure_it_is(text: str, language: str, certainty: Certainty) -> None:
    assert candidate(text, language).certainty == certainty


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("If OpenAI released GPT-5 tomorrow, prices would fall.", "en"),
        ("Had OpenAI released GPT-5 in May, Google would have followed.", "en"),
        ("Should OpenAI acquire the start-up, regulators would look.", "en"),
        ("Will OpenAI release GPT-5?", "en"),
        ("如果OpenAI发布GPT-5，价格会下降。", "zh-Hans"),
        ("一旦DeepSeek推出R2，格局将改变。", "zh-Hans"),
        ("OpenAI会不会推出GPT-5？", "zh-Hans"),
    ],
)
def test_what_is_only_supposed_is_no_event(text: str, language: str) -> None:
    assert not candidates(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [("Google declined to comment.", "en"), ("谷歌没有回应置评请求。", "zh-Hans")],
)
def test_silence_is_a_statement_and_no_denial(text: str, language: str) -> None:
    found = candidate(text, language)
    assert (found.kind, found.certainty) == (EventKind.STATEMENT, Certainty.CONFIRMED)


def test_a_plan_goes_on_in_a_joined_clause_with_a_day() -> None:
    first, second = candidates("阿里将于7月发布Qwen3，并于8月1日开源Llama 4。", "zh-Hans")
    assert first.status == second.status == Status.PLANNED


def test_not_until_is_a_plan() -> None:
    assert candidate("GPT-5 would not launch until early next year.").status == Status.PLANNED


def test_hearsay_goes_on_in_the_next_sentence() -> None:
    text = "据知情人士透露，Meta推迟了Llama 4。Meta也暂停了新的数据中心。"
    assert [one.certainty for one in candidates(text, "zh-Hans")] == [Certainty.REPORTED] * 2


def test_somebody_not_named_only_reports() -> None:
    found = candidate("One analyst said OpenAI spends too much.")
    assert found.certainty == Certainty.REPORTED


def test_what_is_said_to_be_so_is_so_from_there_on() -> None:
    release, claim = candidates("阿里6月3日发布Qwen3,据称超越GPT-5。", "zh-Hans")
    assert (release.certainty, claim.certainty) == (Certainty.CONFIRMED, Certainty.REPORTED)


@pytest.mark.parametrize(
    "text", ["谷歌将公布新模型。", "谷歌将全面开放新模型。", "谷歌将部署GPT-5。"]
)
def test_a_plan_is_no_object_moved_to_the_front(text: str) -> None:
    assert candidate(text, "zh-Hans").status is Status.PLANNED


@pytest.mark.parametrize(
    "text",
    [
        "Meta投入数十亿美元建设数据中心。",
        "GPT-5昨天成为用户最多的应用。",
        "Meta has spent billions of dollars on chips.",
    ],
)
def test_sums_nobody_announced_and_ranks_somebody_counted_are_reported(text: str) -> None:
    language = "en" if text.isascii() else "zh-Hans"
    assert candidate(text, language).certainty is Certainty.REPORTED
