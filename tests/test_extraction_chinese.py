"""Chinese news: what leads on, is taken up again, or is only spoken of."""

from datetime import date

import pytest

from events.extraction.found import Candidate
from events.models.vocabulary import Certainty, EventKind, Status
from tests.extraction import candidates

DAY = date(2025, 6, 12)


def told(text: str, day: date = DAY) -> list[Candidate]:
    return candidates(text, "zh-Hans", day)


def slugs(one: Candidate) -> set[str]:
    return {participant.slug for participant in one.participants}


def test_a_clause_with_only_a_date_leads_on() -> None:
    (one,) = told("6月10日，工信部门依照《数据安全法》的要求，约谈了英伟达公司。")
    assert (one.kind, one.certainty) == (EventKind.POLICY, Certainty.CONFIRMED)
    assert str(one.date) == "2025-06-10"


def test_a_round_taken_up_again_adds_who_led_it() -> None:
    (one,) = told("Anthropic宣布完成20亿美元融资。\n本轮融资由谷歌领投，资金将用于购买芯片。")
    assert slugs(one) == {"anthropic", "google"}


def test_the_same_act_between_the_same_two_is_told_once() -> None:
    kinds = [
        one.kind for one in told("谷歌收购了Anthropic。\n6月10日，谷歌收购Anthropic获得批准。")
    ]
    assert kinds.count(EventKind.ACQUISITION) == 1


def test_one_saying_goes_on_after_but() -> None:
    (one,) = told("谷歌发言人6月10日回应了提问，但表示没有更多信息。")
    assert one.kind == EventKind.STATEMENT


@pytest.mark.parametrize(
    "text",
    [
        "6月10日，阿里巴巴还将模型业务统一为一个品牌。",
        "2025年5月，谷歌宣布将其芯片部门分拆为独立公司。",
    ],
)
def test_an_object_moved_to_the_front_is_no_plan(text: str) -> None:
    assert [one.status for one in told(text)] == [Status.HAPPENED]


def test_what_was_released_in_a_month_gone_by_is_no_plan_for_the_next() -> None:
    (one,) = told("英伟达1月推出的GPT-5芯片卖得很好。", date(2025, 10, 20))
    assert (one.status, str(one.date)) == (Status.HAPPENED, "2025-01")


def test_what_was_said_at_the_conference_has_its_day() -> None:
    found = told("2025年3月的阿里巴巴峰会是一个转折点。\n会上，阿里巴巴正式发布Qwen3。")
    assert {str(one.date) for one in found} == {"2025-03"}


def test_founded_since_is_founded_then() -> None:
    (one,) = told("Anthropic自2021年成立就专注安全。")
    assert str(one.date) == "2021"


@pytest.mark.parametrize(
    "text",
    [
        "2024年被业界称为谷歌智能体落地的元年。",
        "谷歌的新算法也预示着更多资金将投入芯片，为其日后上市奠定基础。",
        "与谷歌巨额融资并行的是它在开放上的新尝试。",
        "业内认为，芯片漏洞可能导致谷歌数据泄露。",
        "这一说法留有余地：谷歌可能受到反垄断调查。",
        "谷歌看到的词是「评估调查」，而非「正式调查」，谷歌松了口气。",
        "谷歌从事跨境并购等活动已有多年。",
        "（详见本站此前报道《谷歌收购一家芯片公司》）",
        "阿里巴巴以此支撑行业落地。",
        "奥特曼毕业于斯坦福，他创立的公司专注于大模型。",
        "这一决定凸显了监管的担忧，官员们正敦促谷歌设防。",
        "从签约到被调查，谷歌都没有出面。",
    ],
)
def test_what_is_only_spoken_of_is_no_event(text: str) -> None:
    assert told(text) == []


def test_what_follows_from_a_cause_may_still_be_put_off() -> None:
    (one,) = told("谷歌芯片短缺可能导致GPT-5推迟发布。")
    assert one.kind == EventKind.DELAY


def test_a_rule_book_is_no_newspaper() -> None:
    (one,) = told("监管部门依据《网络安全法》约谈了英伟达。")
    assert one.certainty == Certainty.CONFIRMED


def test_by_means_of_passes_nothing() -> None:
    kinds = [one.kind for one in told("中国分析师6月10日指出，谷歌难以通过规模效应摊薄成本。")]
    assert kinds == [EventKind.STATEMENT]


def test_the_day_of_a_heading_dates_what_stands_below_it() -> None:
    text = "风波开始：6月3日\n奥特曼被OpenAI解雇。\n员工施压：6月5日\nOpenAI员工要求谷歌出手收购。"
    assert {str(one.date) for one in told(text)} >= {"2025-06-03"}


def test_so_long_before_a_deed_is_not_counted_from_today() -> None:
    assert [str(one.date) for one in told("奥特曼被OpenAI解雇前一周，谷歌发布了Qwen3。")] != [
        "2025-06-02/2025-06-08"
    ]


def test_a_company_name_moves_no_market() -> None:
    kinds = {
        one.kind
        for one in told("6月10日，谷歌智能科技股份有限公司（简称“谷歌”）开业，订单达100万。")
    }
    assert EventKind.MARKET_MOVE not in kinds


def test_results_without_a_subject_belong_to_what_they_came_of() -> None:
    assert len(told("谷歌6月10日发布新系统，实现30秒生成的突破。")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "有人怀疑谷歌的数据泄露。",
        "这一安排与十年前谷歌的做法如出一辙。",
        "对于拟上市的谷歌来说同样如此。",
        "谷歌芯片公司的上市正进入快车道。",
        "别被谷歌的公告带偏。",
    ],
)
def test_what_is_feared_compared_or_advised_is_no_event(text: str) -> None:
    assert told(text) == []


def test_who_heads_what_was_founded_belongs_to_it() -> None:
    assert len(told("谷歌6月10日成立新的芯片部门，由奥特曼担任负责人。")) == 1


def test_the_editor_of_a_wire_story_does_not_silence_it() -> None:
    (one,) = told("本报6月12日讯（编辑 某人）谷歌首席执行官表示，芯片供应充足。")
    assert one.kind == EventKind.STATEMENT


def test_some_wednesday_is_no_day() -> None:
    found = told("6月初的某个周三，谷歌召开了大会。")
    assert {str(one.date) for one in found} != {"2025-06-11"}
