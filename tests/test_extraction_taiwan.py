"""News as Taiwan and Hong Kong print it: sentences of our own."""

from datetime import date

import pytest

from dates import PartialDate
from events.extraction.extract import extract
from events.extraction.found import Article, Candidate
from events.extraction.names.mentions import find_mentions
from events.extraction.registry import Entry, registry_of
from events.models.vocabulary import EventKind, Status
from tests.extraction import ORGANIZATION, PUBLISHED, REGISTRY

MINISTRY = registry_of(
    [
        Entry(
            ORGANIZATION,
            "moe-china",
            "Ministry of Education (China)",
            "教育部",
            ("中国教育部",),
            sort="government",
            country="CN",
        )
    ]
)


def told(text: str, day: date = PUBLISHED) -> list[Candidate]:
    article = Article(f"{text}\n本文關於人工智慧。", "zh-Hant", published=PartialDate.day(day))
    return list(extract(article, REGISTRY).candidates)


def test_a_gloss_in_brackets_cuts_no_event_in_two() -> None:
    (one,) = told("監管機關12日宣布，已對創辦人奧特曼（Sam Altman）主持的公司OpenAI展開調查。")
    assert one.kind == EventKind.INCIDENT
    assert one.date == PartialDate.parse("2025-06-12")


def test_examples_in_brackets_are_clauses_of_their_own() -> None:
    text = "OpenAI表示，在推廣各種模型（如Meta的開源Llama 4）時會更加謹慎。"
    assert EventKind.STATEMENT in {one.kind for one in told(text)}


def test_yesterday_alone_is_the_day_before() -> None:
    (one,) = told("輝達昨舉辦年度開發者大會。")
    assert str(one.date) == "2025-06-11"


def test_a_morning_paper_tells_of_the_day_before() -> None:
    found = told("輝達昨舉辦年度開發者大會。\n輝達執行長會後受訪時指出，市場需求依然相當強勁。")
    assert {str(one.date) for one in found} == {"2025-06-11"}


@pytest.mark.parametrize("plan", ["計畫", "可望", "預定", "力拚"])
def test_taiwans_words_for_plans(plan: str) -> None:
    (one,) = told(f"Google{plan}明年推出新一代的語言模型。")
    assert one.status == Status.PLANNED


def test_what_a_project_is_called_is_no_plan() -> None:
    (one,) = told("Google與Meta為「海岸線」計畫簽署合作協議。")
    assert one.status == Status.HAPPENED


def test_revenue_that_will_grow_has_not() -> None:
    (one,) = told("輝達財務長表示，第四季營收將季增兩成。")
    assert one.status == Status.PLANNED


def test_what_is_moved_to_the_front_is_no_plan() -> None:
    (one,) = told("Meta雖將兩座廠房出售給Google，但仍負責營運。")
    assert one.status == Status.HAPPENED


def test_what_is_only_counted_from_is_no_event() -> None:
    assert not told("GPT-5問世三年後，投資人愈發不安。")


def test_a_ruling_and_what_it_says_are_one() -> None:
    (one,) = told("法官六月裁定，Anthropic下載盜版書籍屬侵權。")
    assert one.kind == EventKind.INCIDENT


def test_bylines_report_nothing() -> None:
    assert not told("〔記者王小明／台北報導〕在推動產業發展的布局中，Google備受矚目。")


def test_the_heading_of_an_item_is_not_told_twice() -> None:
    (one,) = told("2. 谷歌推出GPT-5對手\n谷歌12日推出新模型，並向開發者開放測試。")
    assert str(one.date) == "2025-06-12"


def test_advertisements_of_papers_tell_nothing() -> None:
    assert not told("看Google推出新功能，點我下載APP搶先讀。")


def test_a_ministry_is_that_of_the_texts_own_country() -> None:
    (here,) = find_mentions("台北消息，教育部公布人工智慧手冊，供國小學生使用。", MINISTRY)
    (there,) = find_mentions("北京消息，教育部公布人工智能手册，供全国学校使用。", MINISTRY)
    assert (here.slug, there.slug) == ("", "moe-china")


def test_a_country_before_a_ministry_says_whose_it_is() -> None:
    korean, chinese = (
        find_mentions(f"消息指出，{land}教育部公布人工智能手册。", MINISTRY)[0]
        for land in ("韩国", "大陆")
    )
    assert (korean.slug, chinese.slug) == ("", "moe-china")


def test_who_was_introduced_is_found_again() -> None:
    text = "數位部長林宜安指出人工智慧很重要。\n林宜安強調將編列預算。"
    found = [one.text for one in find_mentions(text, REGISTRY)]
    assert found == ["林宜安", "林宜安"]
