"""What the sentence decides: past or ahead, and which date a phrase refers back to."""

from datetime import date

import pytest

from dates import find

TUESDAY = date(2025, 1, 28)


def values(text: str, language: str, base: date = TUESDAY) -> list[str]:
    return [match.value.edtf for match in find(text, base, language)]


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("公司周三将公布财报。", "zh", "2025-01-29"),
        ("公司週三曾公布財報。", "zh-Hant", "2025-01-22"),
        ("公司周三公布财报。", "zh", "2025-01-22"),
        ("预计10月量产。", "zh", "2025-10"),
        ("在10月发出过警告。", "zh", "2024-10"),
        ("峰会定于3月9日举行。", "zh", "2025-03-09"),
        ("峰会3月9日落幕了。", "zh", "2024-03-09"),
        ("It will report on Wednesday.", "en", "2025-01-29"),
        ("It reported on Wednesday.", "en", "2025-01-22"),
        ("It is expected in October.", "en", "2025-10"),
        ("It was banned in October.", "en", "2024-10"),
        ("公司承诺3月8日开放接口。", "zh", "2025-03-08"),
        ("公司承认3月8日关闭过接口。", "zh", "2024-03-08"),
        ("他在周一表示，公司将扩产。", "zh", "2025-01-27"),
        ("他在10月警告称，形势将恶化。", "zh", "2024-10"),
        ("The summit will be held on March 9.", "en", "2025-03-09"),
        ("The deadline is June 3.", "en", "2025-06-03"),
        ("The lease expires on 31 March.", "en", "2025-03-31"),
    ],
)
def test_the_sentence_tells_past_from_ahead(text: str, language: str, edtf: str) -> None:
    assert values(text, language) == [edtf]


def test_a_society_or_a_meeting_is_no_sign_of_the_future() -> None:
    assert values("峰会于10月9日在社会上引起关注。", "zh") == ["2024-10-09"]


def test_reported_quarters_are_the_nearest_ones_even_ahead() -> None:
    assert values("公司预计将于下周公布第四季度财报。", "zh")[-1] == "2024-36"


@pytest.mark.parametrize(
    ("phrase", "edtf"), [("周三", "2025-01-29"), ("周五", "2025-01-24"), ("3月", "2025-03")]
)
def test_alone_a_phrase_means_the_nearest_date(phrase: str, edtf: str) -> None:
    assert values(phrase, "zh") == [edtf]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("1月20日发布，次日开放下载。", "zh", ["2025-01-20", "2025-01-21"]),
        ("2023年11月17日被解职，同一天有人辞职。", "zh", ["2023-11-17", "2023-11-17"]),
        ("2024年12月26日开源，當月登頂，次年融資。", "zh-Hant", ["2024-12-26", "2024-12", "2025"]),
        ("2023年3月内测，7月上线。", "zh", ["2023-03", "2023-07"]),
        ("1月6日和7日举行会谈。", "zh", ["2025-01-06", "2025-01-07"]),
        ("1月5日发布，3天后下架了。", "zh", ["2025-01-05", "2025-01-08"]),
        ("It launched on January 20, 2025. The following day it crashed.", "en",
         ["2025-01-20", "2025-01-21"]),
        ("Founded in 2015, it moved two years later.", "en", ["2015", "2017"]),
        ("It opened in May 2024 and closed later that year.", "en", ["2024-05", "2024"]),
    ],
)  # fmt: skip
def test_a_phrase_may_count_from_the_one_before(
    text: str, language: str, expected: list[str]
) -> None:
    assert values(text, language) == expected


@pytest.mark.parametrize(
    "text", ["他在就職當天簽署。", "公司同日宣布。", "It crashed that evening."]
)
def test_without_a_date_before_such_a_phrase_stays_unread(text: str) -> None:
    assert values(text, "en" if text.isascii() else "zh") == []


def test_the_day_of_an_undated_event_stays_unread_even_after_a_date() -> None:
    assert values("1月24日，他在就职当天签署。", "zh") == ["2025-01-24"]


def test_a_new_year_is_crossed_backwards() -> None:
    assert values("12月30日至1月2日停机。", "zh", date(2025, 1, 3)) == ["2024-12-30/2025-01-02"]
