"""One event told several times is one candidate."""

from dates import PartialDate
from events.extraction.extract import extract
from events.extraction.found import Article, Reason
from sources.reading import Section, SectionKind
from tests.extraction import PUBLISHED, REGISTRY, candidate, candidates

DAY = PartialDate.day(PUBLISHED)


def test_a_headline_is_told_again_in_the_text() -> None:
    head = "OpenAI releases GPT-5"
    text = f"{head}\nOpenAI released the artificial intelligence model GPT-5 on Tuesday."
    sections = (Section(SectionKind.TITLE, 0, len(head)), Section(SectionKind.BODY, len(head), 999))
    (found,) = extract(Article(text, "en", sections, DAY), REGISTRY).candidates
    assert (found.start, str(found.date)) == (len(head) + 1, "2025-06-10")


def test_a_repetition_adds_its_day() -> None:
    text = "OpenAI launched GPT-5. It was long awaited. OpenAI released GPT-5 on Tuesday."
    found = candidate(text)
    assert (found.start, str(found.date)) == (0, "2025-06-10")


def test_details_of_a_round_are_part_of_it() -> None:
    found = candidate("Anthropic完成30亿美元融资,谷歌领投,投后估值600亿美元。", "zh-Hans")
    assert found.end > 20


def test_two_models_are_two_events() -> None:
    assert len(candidates("OpenAI推出了GPT-5,阿里发布了Qwen3。", "zh-Hans")) == 2


def test_two_verbs_joined_by_and_are_two_events() -> None:
    text = "OpenAI released GPT-5 on Monday and hired a new chief on Tuesday."
    assert [str(one.date) for one in candidates(text)] == ["2025-06-09", "2025-06-10"]


def test_a_plan_and_its_fulfilment_stay_apart() -> None:
    text = "OpenAI plans to release GPT-5 in July. Google released GPT-5 rivals on Monday."
    assert len(candidates(text)) == 2


def test_saying_and_what_is_said_are_one() -> None:
    found = candidate("OpenAI表示,将于7月发布GPT-5。", "zh-Hans")
    assert found.reasons[0] == Reason("trigger", "发布")


def test_a_machine_summary_tells_only_what_the_text_does_not() -> None:
    body, summary = "OpenAI昨天发布了GPT-5。\n", "Meta发布了人工智能模型Llama 4。"
    sections = (
        Section(SectionKind.BODY, 0, len(body)),
        Section(SectionKind.MACHINE_SUMMARY, len(body), len(body) + len(summary)),
    )
    found = extract(Article(body + summary, "zh-Hans", sections, DAY), REGISTRY).candidates
    assert [one.start for one in found] == [0]


def test_a_summary_alone_is_proposed_with_a_lower_score() -> None:
    text = "Meta发布了人工智能模型Llama 4。"
    whole = (Section(SectionKind.MACHINE_SUMMARY, 0, len(text)),)
    (summary,) = extract(Article(text, "zh-Hans", whole, DAY), REGISTRY).candidates
    (body,) = extract(Article(text, "zh-Hans", (), DAY), REGISTRY).candidates
    assert summary.score < body.score
