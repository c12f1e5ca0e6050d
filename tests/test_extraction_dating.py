"""When an event was: from its phrase, from another date of the text, or from the document."""

from datetime import date

import pytest

from dates import PartialDate
from events.extraction.extract import extract
from events.extraction.found import Article
from events.models.vocabulary import DateBasis, Status
from tests.extraction import REGISTRY, candidate, candidates


def _date(text: str, language: str = "en") -> str:
    found = candidate(text, language).date
    assert found
    return found.edtf


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("OpenAI released GPT-5 on Tuesday.", "en", "2025-06-10"),
        ("On June 3, OpenAI released GPT-5.", "en", "2025-06-03"),
        ("OpenAI raised $6 billion in October last year.", "en", "2024-10"),
        ("谷歌5月20日发布了新模型。", "zh-Hans", "2025-05-20"),
        ("6月3日上午,谷歌发布了新模型。", "zh-Hans", "2025-06-03"),
        ("谷歌上周发布了新模型。", "zh-Hans", "2025-06-02/2025-06-08"),
    ],
)
def test_the_phrase_of_its_clause_dates_an_event(text: str, language: str, edtf: str) -> None:
    assert _date(text, language) == edtf


def test_a_plan_is_dated_by_what_it_is_for_and_told_when_it_was_said() -> None:
    found = candidate("OpenAI计划7月发布GPT-5。", "zh-Hans")
    assert (found.date, found.claimed_on) == (
        PartialDate.parse("2025-07"),
        PartialDate.parse("2025-06-12"),
    )


def test_without_a_phrase_it_is_the_day_of_publication() -> None:
    found, _ = candidates("OpenAI released GPT-5. Google hired a new chief on Wednesday.")
    assert (found.date, found.date_basis) == (PartialDate.parse("2025-06-12"), DateBasis.INFERRED)
    assert [reason.code for reason in found.reasons] == ["trigger", "date_from_publication"]


def test_the_day_holds_for_the_clauses_that_follow() -> None:
    text = "6月3日,谷歌发布了新模型,OpenAI推出了GPT-5。"
    assert [str(one.date) for one in candidates(text, "zh-Hans")] == ["2025-06-03"] * 2


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("谷歌6月3日发布了新模型。次日,OpenAI推出了GPT-5。", "zh-Hans", "2025-06-04"),
        ("谷歌6月3日发布了新模型。同一天,OpenAI推出了GPT-5。", "zh-Hans", "2025-06-03"),
        ("谷歌6月3日发布了新模型。五天后,OpenAI推出了GPT-5。", "zh-Hans", "2025-06-08"),
        ("Google opened a lab on June 3. A day earlier OpenAI released GPT-5.", "en", "2025-06-02"),
        ("Google opened a lab on June 3. OpenAI released GPT-5 the same day.", "en", "2025-06-03"),
    ],
)
def test_another_date_of_the_text_is_counted_from(text: str, language: str, edtf: str) -> None:
    assert str(candidates(text, language)[-1].date) == edtf


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("谷歌6月3日开了会。几个小时后,OpenAI推出了GPT-5。", "zh-Hans", "2025-06-03"),
        ("昨天是周三。上午,OpenAI推出了GPT-5。", "zh-Hans", "2025-06-11"),
        ("Google opened a lab on June 3. Hours later OpenAI released GPT-5.", "en", "2025-06-03"),
    ],
)
def test_hours_count_from_the_day_just_told(text: str, language: str, edtf: str) -> None:
    assert str(candidates(text, language)[-1].date) == edtf


def test_what_moved_the_market_next_did_so_the_same_day() -> None:
    moves = candidates("昨天,英伟达股价上涨3%。谷歌股价则下跌近5%。", "zh-Hans")
    assert [str(move.date) for move in moves] == ["2025-06-11"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Google has named a new chief and moved its lab, the firm said late on Friday.",
        "Meta ordered five firms, among them OpenAI and Google, to explain their deals on June 6.",
    ],
)
def test_the_day_at_the_end_of_a_sentence_dates_its_beginning(text: str) -> None:
    assert str(candidates(text)[0].date) == "2025-06-06"


def test_the_day_of_the_saying_is_past_whatever_is_planned() -> None:
    assert _date("Nvidia said late Wednesday it would build a plant.") == "2025-06-11"


def test_a_plan_once_made_lies_behind() -> None:
    found = candidate("OpenAI was planning to release GPT-5 in May.")
    assert (str(found.date), found.status) == ("2025-05", Status.PLANNED)


def test_a_length_counted_from_something_else_dates_nothing() -> None:
    text = "OpenAI dissolved the team within days of the launch."
    assert _date(text) == "2025-06-01~/2025-06-12~"


def test_six_weeks_later_is_not_counted_from_today_when_it_is_past() -> None:
    found = candidates("OpenAI raised $2 billion in May and added $1 billion six weeks later.")
    assert str(found[-1].date) == "2025-06-12~/2025-07-12~"


def test_the_present_progressive_with_a_day_ahead_is_a_plan() -> None:
    found = candidate("OpenAI is cutting prices for GPT-5, effective July 1.")
    assert (str(found.date), found.status) == ("2025-07-01", Status.PLANNED)


def test_what_can_only_lie_ahead_is_a_plan() -> None:
    found = candidate("Qwen3明年下半年上线。", "zh-Hans")
    assert (str(found.date), found.status) == ("2026-41", Status.PLANNED)


def test_a_statement_is_of_the_day_it_was_made() -> None:
    found = candidate("Sam Altman had said on June 4 that the company would answer within 30 days.")
    assert str(found.date) == "2025-06-04"


def test_what_has_a_deadline_is_still_to_come() -> None:
    found = candidate("Qwen3海外版年底前上线。", "zh-Hans")
    assert found.status is Status.PLANNED


def test_what_a_notice_does_by_saying_it_was_done_that_day() -> None:
    article = Article(
        "谷歌起草了人工智能服务的管理规定，现向社会公开征求意见。",
        "zh-Hans",
        published=PartialDate.day(date(2025, 6, 12)),
    )
    assert [str(one.date) for one in extract(article, REGISTRY).candidates] == ["2025-06-12"]


def test_what_happened_does_not_lie_ahead() -> None:
    assert _date("OpenAI walked out on August 13 to found a new fund.") == "2024-08-13"


def test_the_present_tense_with_a_day_ahead_is_a_plan() -> None:
    found = candidate("Google's conference opens on June 20.")
    assert (str(found.date), found.status) == ("2025-06-20", Status.PLANNED)


def test_a_start_without_a_year_is_the_next_one() -> None:
    found = candidate("通义千问3 7月5日起面向公众开放。", "zh-Hans")
    assert (str(found.date), found.status) == ("2025-07-05", Status.PLANNED)


def test_a_date_to_measure_by_dates_nothing() -> None:
    text = "OpenAI昨天发布了GPT-5,比原定的7月1日提前。"
    assert str(candidates(text, "zh-Hans")[0].date) == "2025-06-11"


def test_a_day_in_a_quotation_dates_nothing() -> None:
    text = 'OpenAI removed the "later this year" promise. Google hired a chief on Wednesday.'
    assert str(candidates(text)[0].date) == "2025-06-12"


def test_a_day_is_preferred_to_the_quarter_it_reports() -> None:
    assert _date("英伟达周三公布第一季度业绩。", "zh-Hans") == "2025-06-11"


def test_an_undated_text_is_read_against_the_month_it_names() -> None:
    text = "2024年5月,大模型降价。15日,阿里发布了Qwen3。谷歌随后跟进,谷歌称人工智能很重要。"
    found = candidates(text, "zh-Hans", None)
    assert [str(one.date) for one in found][:2] == ["2024-05", "2024-05-15"]


def test_a_window_of_publication_widens_what_counts_from_it() -> None:
    window = PartialDate.between(date(2025, 6, 10), date(2025, 6, 12))
    text = "OpenAI released GPT-5 yesterday, it said in a note about artificial intelligence."
    found = extract(Article(text, "en", published_between=window), REGISTRY).candidates
    assert str(found[0].date) == "2025-06-09~/2025-06-11~"


def test_a_number_in_a_name_is_no_date() -> None:
    found = extract(Article("OpenAI的GPT-5发布。", "zh-Hans"), REGISTRY)
    assert not found.dates


def test_a_year_named_as_history_only_dates_nothing() -> None:
    text = "这是OpenAI自2019年以来首次开源人工智能模型。7月12日，OpenAI发布了GPT-5。"
    article = Article(text, "zh-Hans", published_between=PartialDate.parse("2019/.."))
    assert [one.date for one in extract(article, REGISTRY).candidates][-1] is None


def test_an_undated_text_counts_its_weeks_from_the_last_day_it_names() -> None:
    text = "On July 12, 2025, OpenAI said that AI matters. It will release GPT-5 next week."
    assert str(candidates(text, "en", None)[-1].date) == "2025-07-14/2025-07-20"


def test_years_to_come_date_nothing_that_was_done() -> None:
    text = "谷歌宣布投资Anthropic400亿美元，为其未来三年的训练提供算力。"
    assert str(candidates(text, "zh-Hans")[0].date) != "2025-06-12/2028-06-12"


def test_an_older_round_of_the_same_size_is_another_one() -> None:
    text = "Anthropic raises $4bn. In March 2023, Nvidia agreed to invest $4bn in Anthropic."
    assert [str(one.date) for one in candidates(text)][-1] == "2023-03"
    assert len(candidates(text)) == 2


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("In April Meta left Google. A few months later, Meta joined OpenAI.", "2025-04-30"),
        ("OpenAI had set a June 9 deadline for GPT-5.", "2025-06-09"),
        ("After launching GPT-5 in May 2024, OpenAI is shutting down.", "2025-06-12"),
        ("OpenAI raised $4 billion, doubling its valuation last year.", "2025-06-12"),
    ],
)
def test_english_phrases_date_what_they_belong_to(text: str, edtf: str) -> None:
    value = candidates(text, "en")[-1].date
    assert value
    assert edtf in (str(value.earliest), str(value.latest))


def test_a_forecast_is_no_date_of_what_was_done() -> None:
    text = "Claude 4 has entered production. Anthropic tripled its Claude 4 goal by 2027."
    assert "2027" not in str(candidates(text)[0].date)
