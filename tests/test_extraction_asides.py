"""Chinese clauses that only speak of what is told elsewhere."""

from datetime import date

import pytest

from dates import PartialDate
from events.extraction.extract import extract
from events.extraction.found import Article, EntityKind
from events.extraction.registry import Entry, registry_of
from events.models.vocabulary import Certainty, EventKind
from tests.extraction import REGISTRY, candidates

DAY = date(2025, 6, 12)


def kinds(text: str) -> list[EventKind]:
    return [one.kind for one in candidates(text, "zh-Hans", DAY)]


@pytest.mark.parametrize(
    "text",
    [
        "谷歌的这项任命释放出三个信号。",
        "阿里巴巴内部最受关注的，仍是这位工程师的加盟。",
        "谷歌表现亮眼，主因监管部门限制了对手。",
        "企业须向监管部门备案，谷歌也不例外。",
        "谷歌认为自己的做法符合美国出口管制规定。",
        "谷歌的融资难度超出预期。",
        "谷歌通过收集反馈改进产品。",
    ],
)
def test_what_is_named_again_asked_for_or_kept_to_is_no_event(text: str) -> None:
    told = {EventKind.ORGANIZATION, EventKind.POLICY, EventKind.INVESTMENT}
    assert not told & set(kinds(text))


def test_a_date_makes_it_one() -> None:
    assert EventKind.POLICY in kinds("谷歌须于6月20日前向监管部门备案。")


def test_things_of_a_sort_are_not_released() -> None:
    assert kinds("谷歌提醒，已上线的应用或功能须标明所用模型。") != [EventKind.RELEASE]
    assert EventKind.RELEASE in kinds("阿里巴巴刚刚发布的Qwen3引来热议。")


def test_who_speaks_in_a_quotation_says_nothing_of_their_own() -> None:
    assert kinds("谷歌的广告写着“问它什么它都说不知道，这样的助手没有人需要”。") == []


def test_a_part_of_what_was_told_is_no_event_beside_it() -> None:
    text = "欧盟委员会6月10日对谷歌处以罚款，包括禁止谷歌捆绑搜索服务。"
    assert len(candidates(text, "zh-Hans", DAY)) == 1


def test_recent_years_tell_no_day() -> None:
    assert kinds("近年来，谷歌的技术快速进步，也带来新的问题。") == []


def test_an_item_of_a_law_is_no_release() -> None:
    assert kinds("（一）谷歌等平台的互动功能上线，或者增设相关功能的；") == []


@pytest.mark.parametrize("words", ["网传消息不实", "有关说法是假的", "相关内容纯属虚构"])
def test_what_is_answered_in_the_next_clause_denies(words: str) -> None:
    (found,) = candidates(f"谷歌发言人昨日回应称，{words}。", "zh-Hans", DAY)
    assert found.certainty is Certainty.DENIED


def test_a_caption_tells_nothing() -> None:
    assert kinds("▲谷歌首席执行官6月8日在大会上展示了新模型。") == []


def test_other_articles_listed_at_the_end_are_passed_over() -> None:
    text = "阿里巴巴6月11日发布Qwen3。" * 5 + "\n延伸阅读：\n微软6月9日宣布收购一家公司。"
    assert not [one for one in candidates(text, "zh-Hans", DAY) if "微软" in one.title_zh]


def test_the_length_of_a_time_dates_nothing() -> None:
    text = "短短几天内，谷歌宣布大幅降价。"
    (found,) = candidates(text, "zh-Hans", DAY)
    assert str(found.date) != "2025-06-12/2025-06-19"


def test_so_long_after_something_is_no_day_to_come() -> None:
    text = "阿里巴巴在测试失败数周后推出Qwen3。"
    (found,) = candidates(text, "zh-Hans", DAY)
    assert found.kind is EventKind.RELEASE


def test_a_year_that_is_not_this_one_is_not_the_year_of_the_text() -> None:
    text = "人工智能专家2024年7月加入阿里巴巴，今年1月离职。阿里巴巴发布了Qwen3。"
    (*_, last) = extract(Article(text, "zh-Hans"), REGISTRY).candidates
    assert last.date is None


def test_what_metadata_date_happened_that_day() -> None:
    article = Article(
        "阿里巴巴发布了大模型Qwen3，性能有所提高。",
        "zh-Hans",
        published=PartialDate.day(DAY),
        published_stamped=True,
    )
    (found,) = extract(article, REGISTRY).candidates
    assert str(found.date) == "2025-06-12"


def test_who_raises_money_is_named_in_quotation_marks() -> None:
    text = "人工智能公司「海边智能」近期已完成数亿元A轮融资。"
    (found,) = candidates(text, "zh-Hans", DAY)
    assert [one.name for one in found.participants] == ["海边智能"]


def test_a_part_of_a_country_is_not_the_united_nations() -> None:
    named = EntityKind.ORGANIZATION, "united-nations"
    registry = registry_of([Entry(named[0], named[1], "United Nations", "联合国")])
    found = extract(Article("网信办联合国家发展改革委印发通知。", "zh-Hans"), registry)
    assert not [one for one in found.mentions if one.slug]


def test_prices_are_no_hearsay() -> None:
    text = "知情人士透露谷歌已暂停生产芯片，英伟达股价应声上涨12%。"
    found = {one.kind: one.certainty for one in candidates(text, "zh-Hans", DAY)}
    assert found[EventKind.MARKET_MOVE] is Certainty.CONFIRMED


def test_a_report_leads_on_over_a_name_in_brackets() -> None:
    text = "《海边周刊》报道，谷歌（Google）旗下实验室近日完成了架构调整。"
    assert kinds(text) == [EventKind.ORGANIZATION]
