"""How an editor reads what a text leaves open: whose word it is, and when it may have been."""

from datetime import date

import pytest

from dates import PartialDate
from events.extraction.extract import extract
from events.extraction.found import Article, Candidate
from events.models.vocabulary import Certainty, EventKind, Status
from tests.extraction import REGISTRY, candidate, candidates


def _told(text: str, published: str = "2025-06-12", *, inferred: bool = False) -> list[Candidate]:
    article = Article(
        f"{text}\n本文关于人工智能。",
        "zh-Hans",
        published=PartialDate.parse(published),
        published_inferred=inferred,
    )
    return list(extract(article, REGISTRY).candidates)


def _days(found: Candidate) -> tuple[str, str]:
    assert found.date
    return str(found.date.earliest), str(found.date.latest)


def test_a_text_that_looks_back_on_the_last_days_says_its_sayings_were_of_that_week() -> None:
    (said,) = _told("近日的讨论仍在继续。谷歌发言人表示,公司的立场没有变化。")
    assert _days(said) == ("2025-06-05", "2025-06-12")


def test_what_was_done_in_such_a_text_may_have_been_since_new_year() -> None:
    (done,) = _told("近日的讨论仍在继续。谷歌暂停了新模型的测试。")
    assert _days(done) == ("2025-01-01", "2025-06-12")


def test_what_is_told_as_long_past_has_an_open_start() -> None:
    (found,) = _told("谷歌曾公开批评Meta的做法。")
    assert _days(found) == ("None", "2025-06-12")


def test_recently_says_no_more_than_the_window_of_such_a_text() -> None:
    (said,) = _told("谷歌近日表示,公司的立场没有变化。")
    assert _days(said) == ("2025-06-05", "2025-06-12")


@pytest.mark.parametrize(
    "text",
    [
        "知情人士说,谷歌已完成GPT-5的测试。",
        "尽管Meta部署了更先进的模型,但仍坚持开源。",
        "GPT-5的出现改变了行业。",
    ],
)
def test_what_is_granted_finished_or_there_has_an_open_start(text: str) -> None:
    assert _days(candidates(text, "zh-Hans")[0]) == ("None", "2025-06-12")


def test_a_day_counted_from_weekdays_says_little_of_what_has_none() -> None:
    texts = "周三谷歌发布了新模型。Meta发言人表示,公司不怕竞争。DeepSeek没有回应置评请求。"
    _, said, silent = _told(texts, inferred=True)
    assert (_days(said)[0], _days(silent)[0]) == ("2025-06-02", "2025-06-11")


def test_the_coming_months_count_from_a_known_day_only() -> None:
    (found,) = _told("Qwen3的小模型将在未来几个月推出。", inferred=True)
    assert _days(found) == ("2025-06-06", "2025-06-13")


def test_what_happened_this_month_did_so_before_it_was_told() -> None:
    assert _days(candidate("谷歌本月发布了新模型。", "zh-Hans")) == ("2025-06-01", "2025-06-12")


def test_who_announces_to_invest_has_done_so_on_that_day() -> None:
    found = candidate("6月3日,谷歌宣布公司计划在2025年投资750亿美元。", "zh-Hans")
    assert (found.kind, found.status) == (EventKind.INVESTMENT, Status.HAPPENED)
    assert _days(found) == ("2025-06-03", "2025-06-03")


def test_back_then_is_the_last_time_told() -> None:
    found = candidates("这让人想起2023年的竞赛。彼时,阿里发布了Qwen3。", "zh-Hans")[-1]
    assert _days(found) == ("2023-01-01", "2023-12-31")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("特朗普在就职当天撤销了OpenAI关注的行政令。", "2025-01-20"),
        ("他在就职当天会见了OpenAI。", ""),
    ],
)
def test_the_day_a_president_took_office_is_known(text: str, day: str) -> None:
    found = [c for c in candidates(text, "zh-Hans") if c.date == PartialDate.parse("2025-01-20")]
    assert [str(c.date) for c in found] == ([day] if day else [])


@pytest.mark.parametrize(
    "text",
    [
        "风险投资人李某表示,谷歌已经落后。",
        "非营利组织的副总裁表示,她对谷歌持乐观态度。",
        "谷歌表示,其模型的成本仅为对手的一小部分。",
        "谷歌曾公开批评Meta的做法。",
        "奥特曼对谷歌的新模型赞不绝口。",
    ],
)
def test_opinions_and_claims_of_strength_are_only_reported(text: str) -> None:
    assert candidate(text, "zh-Hans").certainty is Certainty.REPORTED


def test_a_spokesperson_speaks_for_the_company() -> None:
    found = candidate("谷歌发言人表示,公司计划继续发布领先的模型。", "zh-Hans")
    assert found.certainty is Certainty.CONFIRMED


def test_what_an_analyst_says_happened_is_the_analysts() -> None:
    found = candidates("一位分析师表示,英伟达推迟了新芯片。", "zh-Hans")[-1]
    assert (found.kind, found.certainty) == (EventKind.DELAY, Certainty.REPORTED)


def test_what_is_put_off_is_not_released() -> None:
    assert candidate("GPT-5的发布被推迟。", "zh-Hans").kind is EventKind.DELAY


def test_a_report_of_what_is_thought_of_is_an_event_and_its_subject_is_no_hearsay() -> None:
    text = "近日,路透社报道称,Meta新成立的实验室(Lab)正在讨论放弃Llama 4。"
    report, lab, *_ = candidates(text, "zh-Hans")
    assert (report.kind, lab.kind) == (EventKind.REPORT, EventKind.ORGANIZATION)
    assert lab.certainty is Certainty.CONFIRMED


def test_a_forecast_of_the_world_is_a_statement_of_its_day() -> None:
    text = "奥特曼认为进展很快。预计未来12-18个月,大部分代码将由机器完成。"
    forecast = candidates(text, "zh-Hans")[-1]
    assert (forecast.kind, _days(forecast)[1]) == (EventKind.STATEMENT, "2025-06-12")


def test_work_under_way_that_is_disclosed_is_a_statement() -> None:
    found = candidate("奥特曼透露,OpenAI正在研发一款新模型。", "zh-Hans")
    assert (found.kind, found.status) == (EventKind.STATEMENT, Status.HAPPENED)


def test_what_is_teased_is_planned() -> None:
    assert candidate("谷歌预告了新模型。", "zh-Hans").status is Status.PLANNED


def test_different_things_in_one_sentence_are_several_releases() -> None:
    found = candidates("阿里开源了Qwen3代码库、GPT-5通信库和Llama 4计算库。", "zh-Hans")
    assert [c.kind for c in found] == [EventKind.OPEN_SOURCING] * 3


def test_variants_of_one_thing_are_one_release() -> None:
    assert len(candidates("OpenAI发布了GPT-5、Qwen3和Llama 4。", "zh-Hans")) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Meta agreed to buy $2 billion of Nvidia stock.", EventKind.INVESTMENT),
        ("Meta agreed to buy Nvidia for $2 billion in stock.", EventKind.ACQUISITION),
        ("GPT-5 reaches 86.1% on the test.", EventKind.RESEARCH),
        ("GPT-5 reached 5 million users.", EventKind.MILESTONE),
    ],
)
def test_the_object_of_a_deed_decides_its_kind(text: str, kind: EventKind) -> None:
    assert candidate(text).kind is kind


def test_not_cancelled_is_a_denial() -> None:
    found = candidate("No, Meta has not cancelled Llama 4.")
    assert (found.kind, found.certainty) == (EventKind.STATEMENT, Certainty.DENIED)


def test_a_sentence_about_advertising_is_no_advertisement() -> None:
    text = "随着谷歌向人工智能投入数十亿美元,公司需要在广告之外寻找收入来源。"
    assert candidate(text, "zh-Hans").kind is EventKind.INVESTMENT


def test_the_wire_in_a_dateline_takes_no_part() -> None:
    text = "LONDON, June 10 (Reuters) - Nvidia said it would invest $5 billion in Meta."
    found = candidates(text, published=date(2025, 6, 12))[-1]
    assert "Reuters" not in found.title_en
