"""Who acts, what it is about, whom it hits, who only reports."""

from events.extraction.found import Candidate
from events.models.vocabulary import Role
from tests.extraction import candidate, candidates


def _roles(found: Candidate) -> dict[str, Role]:
    return {one.name: one.role for one in found.participants}


def test_the_maker_acts_and_the_model_is_the_subject() -> None:
    found = candidate("OpenAI released GPT-5.")
    assert _roles(found) == {"OpenAI": Role.ACTOR, "GPT-5": Role.SUBJECT}


def test_in_the_passive_the_agent_acts() -> None:
    found = candidate("GPT-5 was unveiled by OpenAI.")
    assert _roles(found) == {"OpenAI": Role.ACTOR, "GPT-5": Role.SUBJECT}


def test_the_developer_acts_when_nobody_is_named() -> None:
    found = candidate("GPT-5 launched today.")
    assert _roles(found) == {"OpenAI": Role.ACTOR, "GPT-5": Role.SUBJECT}


def test_a_pronoun_is_the_last_organization() -> None:
    found = candidates("Anthropic released Claude 4. The company raised $3 billion in May.")
    assert _roles(found[-1]) == {"Anthropic": Role.ACTOR}


def test_the_chinese_company_is_the_last_organization() -> None:
    found = candidates("阿里巴巴发布了Qwen3。该公司还完成了20亿美元融资。", "zh-Hans")
    assert _roles(found[-1]) == {"Alibaba": Role.ACTOR}


def test_who_is_sued_is_affected() -> None:
    found = candidate("Anthropic sued Google on Monday.")
    assert _roles(found) == {"Anthropic": Role.ACTOR, "Google": Role.AFFECTED}


def test_who_is_outdone_is_affected() -> None:
    found = candidate("Claude 4在测试中超越GPT-5。", "zh-Hans")
    assert _roles(found)["GPT-5"] == Role.AFFECTED


def test_partners_both_act() -> None:
    found = candidate("Google partnered with Anthropic on chips.")
    assert set(_roles(found).values()) == {Role.ACTOR}


def test_an_outlet_only_reports() -> None:
    found = candidate("据路透社报道,谷歌推迟了新模型。", "zh-Hans")
    assert _roles(found) == {"Reuters": Role.COMMENTER, "Google": Role.ACTOR}


def test_a_speaker_acts() -> None:
    found = candidate("Sam Altman said GPT-5 was ready.")
    assert _roles(found)["Sam Altman"] == Role.ACTOR


def test_the_model_is_the_last_that_was_named() -> None:
    found = candidates("Meta训练了Llama 4。该模型的发布被推迟。", "zh-Hans")[-1]
    assert _roles(found) == {"Meta": Role.ACTOR, "Llama 4": Role.SUBJECT}


def test_who_speaks_in_a_talk_is_not_who_is_talked_with() -> None:
    found = candidate("萨姆·奥特曼在与埃隆·马斯克的一次对话中表示，模型会更小。", "zh-Hans")
    assert _roles(found)["Sam Altman"] is Role.ACTOR


def test_what_is_due_without_a_name_is_what_the_sentence_named() -> None:
    found = candidates("DeepSeek加速推进R2的研发，原计划于五月初面世。", "zh-Hans")[-1]
    assert _roles(found)["DeepSeek R2"] is Role.SUBJECT
