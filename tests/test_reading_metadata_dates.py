"""When a document was published, or between which days, with made-up documents."""

import pytest

from sources.reading.document import Basis, CleanText
from sources.reading.metadata import Metadata, describe
from sources.reading.part import Declared, Part

BODY = "这家公司在杭州开了一场发布会,参加的人不多。会上展示的模型还没有名字,也没有价格。"
PROSE = "The company held an event in the harbour district, and few people came to it."


def described(text: str, *declared: Declared) -> Metadata:
    clean = CleanText.unchanged(text)
    part = Part("a.txt", b"", "plain", "utf-8", text, clean, declared)
    return describe(part, clean, "en" if text.isascii() else "zh-Hans")


def published(text: str, *declared: Declared) -> tuple[str, Basis]:
    found = described(text, *declared).published
    return str(found.value), found.basis


def codes(found: Metadata) -> list[str]:
    return [note.code for note in found.notes]


def test_the_day_a_page_was_saved_is_not_that_of_its_text() -> None:
    text = f"Liffey Tech\nToday: March 26, 2025\n\nA model\nMarch 25, 2025\n\n{PROSE}"
    assert published(text) == ("2025-03-25", Basis.PRINTED)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"某某网2025-03-02\n题目\n{BODY}", "2025-03-02"),
        (f"题目\n2025-03-02 12:47 来源:海边晚报 作者:周野\n{BODY}", "2025-03-02"),
        (f"题目\n发布时间:2025年3月2日\n{BODY}", "2025-03-02"),
        (f"题目\n二〇二五年三月二日\n{BODY}", "2025-03-02"),
        (f"题目\n中華民國114年7月15日\n{BODY}", "2025-07-15"),
        (f"题目\n新华社北京2025年1月2日电 {BODY * 3}", "2025-01-02"),
        (f"题目\n{BODY}\n\n赞助商\n2025-07-15\n题目", "2025-07-15"),
        (f"题目\n发布:2025-03-17 更新:2025-03-18\n{BODY}", "2025-03-17"),
        (f"题目\n出版：2025-03-17 10:26 更新：2025-03-17 10:26\n{BODY}", "2025-03-17"),
        (f"题目\n保存时间:2025-05-03 发布时间:2025-05-01\n{BODY}", "2025-05-01"),
        (f"A model\nUpdated July 29, 2025 | Published July 28, 2025\n\n{PROSE}", "2025-07-28"),
        (f"A model\nMon 28 Jul 2025 21.15 BST\n\n{PROSE}", "2025-07-28"),
        (f"A model\nPublished: 22 November 2024\n\n{PROSE}", "2024-11-22"),
        (f"A model\nPublished 17 June 2024, 09:30\n\n{PROSE}", "2024-06-17"),
        (f"A model\n\nPARIS, Nov 22, 2024 (Harbor Wire) - {PROSE * 3}", "2024-11-22"),
        (f"A model\nNovember 22, 2024 | Harbor Wire\n\n{PROSE}", "2024-11-22"),
        (f"A model\nUpdated: May 3, 2025\nPublished: May 2, 2025\n\n{PROSE}", "2025-05-02"),
    ],
)
def test_it_finds_the_printed_day(text: str, day: str) -> None:
    assert published(text) == (day, Basis.PRINTED)


@pytest.mark.parametrize(
    "text",
    [
        f"题目\n{BODY}",
        f"题目\n\n2025年1月20日,这家公司发布了模型。{BODY}",
        f"题目\n\n{BODY}公司成立于2023年7月17日。",
        f"题目\n\n{BODY}\n更新时间:2025-03-02",
        f"题目\n\n{BODY}\n保存时间:2025-03-02",
        f"题目\n\n{BODY}\n\n相关推荐\n\n某家公司开会\n2025-03-02",
        f"题目\n\n{BODY}\n\n评论\n某网友 2025-03-02 10:11\n不错",
        f"题目\n\n{BODY}\n\n© 2025 某某网",
        f"题目\n\n{BODY}\n\n某网友 回复于2025-03-02",
        f"A model\n\nOn December 20, 2024, the company showed a model. {PROSE}",
        f"A model\n\n{PROSE}\n\nRetrieved: 2025-03-02",
        f"A model\n\n{PROSE}\n\nRelated stories\nAnother model - March 2, 2025",
        f"A model\n\n{PROSE}\n\n3 comments\nJo, March 2, 2025: nice",
        f"A model\n\n{PROSE}\n\nCopyright 2025 Harbor Media",
    ],
)
def test_other_days_are_not_that_of_publication(text: str) -> None:
    assert published(text) == ("None", Basis.UNKNOWN)


def test_a_declared_day_counts_where_none_is_printed() -> None:
    hint = Declared("published", "2025-05-01T23:30:00-08:00", "JSON-LD datePublished")
    assert published(PROSE, hint) == ("2025-05-01", Basis.METADATA)


def test_a_printed_label_counts_more_than_what_is_declared() -> None:
    hint = Declared("published", "2025-06-30", "front matter date")
    found = described(f"题目\n发布时间:2025年3月2日\n{BODY}", hint)
    assert str(found.published.value) == "2025-03-02"
    assert codes(found) == ["dates_differ"]


def test_the_times_of_comments_are_not_the_articles() -> None:
    times = [Declared("published", f"2024-06-{day}", "time datetime") for day in (17, 19, 20)]
    found = described(PROSE, *times)
    assert str(found.published.value) == "2024-06-17"
    assert "dates_differ" not in codes(found)


def test_a_day_after_the_page_was_saved_is_not_believed() -> None:
    hint = Declared("published", "2025-06-30", "article:published_time")
    found = described(f"A model\n\n{PROSE}\n\nSaved at: 2025-05-03", hint)
    assert found.published.value is None
    assert codes(found)[:2] == ["captured", "date_not_believed"]


def test_the_address_tells_the_day_at_last() -> None:
    hint = Declared("url", "https://harbor.example/2025/07/15/model", "canonical")
    assert published(PROSE, hint) == ("2025-07-15", Basis.INFERRED)


def test_the_number_of_a_post_tells_its_day_when_it_was_saved_soon_after() -> None:
    hint = Declared("url", "https://x.com/harbor/status/1917500000000000000", "canonical")
    assert published(PROSE, hint) == ("2025-04-30", Basis.INFERRED)


@pytest.mark.parametrize(
    ("text", "window"),
    [
        (f"题目\n\n{BODY}在去年的大会2024上没有。", "2024-01-01/.."),
        (f"题目\n\n{BODY}HarborCon 2025上有,2030年前不会再有。", "2025-01-01/.."),
        (f"题目\n\n2025年1月20日,{BODY}", "2025-01-20/.."),
        (f"题目\n\n2025年1月20日,{BODY}\n保存时间:2025-02-03", "2025-01-20/2025-02-03"),
        (f"题目\n\n{BODY}\n保存时间:2025-02-03", "../2025-02-03"),
        (f"题目\n\n{BODY}\n更新时间:2025-02-03", "../2025-02-03"),
        (f"A model\n\nOn July 9, 2025 it began, in May 2024 not. {PROSE}", "2025-07-09/.."),
        (f"A model\n\nIt will end in 2027 and cost 2025 dollars. {PROSE}", "None"),
    ],
)
def test_an_undated_document_gets_a_window(text: str, window: str) -> None:
    found = described(text)
    assert found.published.value is None
    assert str(found.published_between.value) == window


def test_a_window_gives_its_reasons() -> None:
    found = described(f"题目\n\n2025年1月20日,{BODY}\n保存时间:2025-02-03")
    assert codes(found) == ["captured", "window_from", "window_until"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"题目\n海边社7月28日电 {BODY}公司在2025年7月20日预告过。", "2025-07-28"),
        (f"题目\n海边社7月28日电 {BODY}\n保存时间:2025-08-02", "2025-07-28"),
        (f"题目\n海边社12月28日电 {BODY}\n保存时间:2026-01-02", "2025-12-28"),
        (f"A model\n\nOSLO, July 28 (Harbor Wire) - {PROSE}\n\n© 2025 Harbor Wire", "2025-07-28"),
        (f"题目\n海边社7月28日电 {BODY}\n数据来源:公司公告（2025-07-25）", "2025-07-28"),
        (
            f"题目\nURL: https://news.example/2025/07/a.html\n7月28日,海边社获悉,{BODY}",
            "2025-07-28",
        ),
        (f"A model\n\nOSLO, July 28 (Sea) - It said on Monday. {PROSE} In 2025.", "2025-07-28"),
        (f"A model\n\nOSLO, July 28 (Sea) - It said on Friday. {PROSE} In 2025.", "None"),
        (f"题目\n海边社7月28日电 {BODY}", "None"),
        (f"题目\n海边社7月28日电 {BODY}公司成立于2019年5月1日。", "None"),
    ],
)
def test_a_dateline_without_a_year_needs_something_that_tells_it(text: str, day: str) -> None:
    assert str(described(text).published.value) == day


WEEK = "1月24日,公司宣布了2025年的投资。周一股价上涨,周二午盘再涨。公司将在周三公布财报。"


def test_weekdays_and_days_can_leave_one_day() -> None:
    found = described(f"题目\n\n{BODY}{WEEK}")
    assert (str(found.published.value), found.published.basis) == ("2025-01-28", Basis.INFERRED)
    assert codes(found) == ["dated_by_weekdays"]


@pytest.mark.parametrize(
    "told",
    [
        "周一股价上涨,周二午盘再涨。公司将在周三公布财报。",
        "1月24日,公司宣布了2025年的投资。周一股价上涨。",
        "1月24日,公司宣布了2025年的投资。公司将在周三公布财报。",
        "1月24日,公司宣布了2025年的投资。周一股价上涨,公司将在周五公布财报。",
    ],
)
def test_weekdays_that_leave_several_days_leave_it_undated(told: str) -> None:
    assert described(f"题目\n\n{BODY}{told}").published.value is None


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("The centre published its programme.", "2025-07-10"),
        ("The center released its software.", "2025-10-07"),
    ],
)
def test_days_in_numbers_are_read_as_the_article_writes(told: str, day: str) -> None:
    found = described(f"A code for models\n\nby Ada Writer\n10/07/2025\n\n{told} {PROSE}")
    assert str(found.published.value) == day
