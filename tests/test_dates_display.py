"""Dates in words."""

import pytest

from dates import PartialDate, display

# EDTF: English, Simplified Chinese, Traditional Chinese
WORDS = {
    "2025-01-27": ("27 January 2025", "2025年1月27日", "2025年1月27日"),
    "2025-04": ("April 2025", "2025年4月", "2025年4月"),
    "2025": ("2025", "2025年", "2025年"),
    "201X": ("the 2010s", "2010年代", "2010年代"),
    "2025-35": ("Q3 2025", "2025年第三季度", "2025年第三季"),
    "2025-40": ("first half of 2025", "2025年上半年", "2025年上半年"),
    "2025-41": ("second half of 2025", "2025年下半年", "2025年下半年"),
    "2024-22": ("summer 2024", "2024年夏季", "2024年夏季"),
    "2024-24": ("winter 2024–25", "2024年冬季", "2024年冬季"),
    "2025-37": ("early 2025", "2025年初", "2025年初"),
    "2025-38": ("mid-2025", "2025年中", "2025年中"),
    "2025-39": ("late 2025", "2025年底", "2025年底"),
    "2025-04-21~/2025-04-30~": ("late April 2025", "2025年4月下旬", "2025年4月下旬"),
    "2025-04-11~/2025-04-20~": ("mid-April 2025", "2025年4月中旬", "2025年4月中旬"),
    "2025-04-21/2025-04-30": ("21–30 April 2025", "2025年4月21日至30日", "2025年4月21日至30日"),
    "2025-04~": ("about April 2025", "约2025年4月", "約2025年4月"),
    "2025-04?": ("possibly April 2025", "可能是2025年4月", "可能是2025年4月"),
    "2025-04%": ("possibly about April 2025", "可能约2025年4月", "可能約2025年4月"),
    "2025-02-24/2025-03-05": (
        "24 February – 5 March 2025", "2025年2月24日至3月5日", "2025年2月24日至3月5日",
    ),
    "2024-12-30/2025-01-02": (
        "30 December 2024 – 2 January 2025", "2024年12月30日至2025年1月2日",
        "2024年12月30日至2025年1月2日",
    ),
    "2025-03/2025-05": ("March–May 2025", "2025年3月至5月", "2025年3月至5月"),
    "2023/2024": ("2023–2024", "2023年至2024年", "2023年至2024年"),
    "2025-05/2026": ("May 2025 – 2026", "2025年5月至2026年", "2025年5月至2026年"),
    "2025-05~/2025-06": (
        "about May 2025 – June 2025", "约2025年5月至2025年6月", "約2025年5月至2025年6月",
    ),
    "2025-05~/2025-06~": (
        "about May 2025 – about June 2025", "约2025年5月至约2025年6月", "約2025年5月至約2025年6月",
    ),
    "2025-07-07/2025-07-13": ("week of 7 July 2025", "2025年7月7日当周", "2025年7月7日當週"),
    "2025-07-07~/2025-07-13~": (
        "about week of 7 July 2025", "约2025年7月7日当周", "約2025年7月7日當週",
    ),
    "2025-05-01/..": ("since 1 May 2025", "自2025年5月1日起", "自2025年5月1日起"),
    "../2025-07-15": ("15 July 2025 or earlier", "2025年7月15日或更早", "2025年7月15日或更早"),
    "2025-05/": ("May 2025 – unknown", "2025年5月至未知", "2025年5月至未知"),
    "/2025-05": ("unknown – May 2025", "未知至2025年5月", "未知至2025年5月"),
}  # fmt: skip


@pytest.mark.parametrize(("edtf", "words"), WORDS.items())
def test_it_says_dates_in_english(edtf: str, words: tuple[str, str, str]) -> None:
    assert display(PartialDate.parse(edtf)) == words[0]


@pytest.mark.parametrize("code", ["zh", "zh-hans", "zh-Hans", "zh-CN", "zh_CN", "zh-SG"])
@pytest.mark.parametrize(("edtf", "words"), WORDS.items())
def test_it_says_dates_in_simplified_chinese(
    edtf: str, words: tuple[str, str, str], code: str
) -> None:
    assert display(PartialDate.parse(edtf), code) == words[1]


@pytest.mark.parametrize("code", ["zh-hant", "zh-Hant", "zh-TW", "zh-HK", "zh-Hant-HK"])
@pytest.mark.parametrize(("edtf", "words"), WORDS.items())
def test_it_says_dates_in_traditional_chinese(
    edtf: str, words: tuple[str, str, str], code: str
) -> None:
    assert display(PartialDate.parse(edtf), code) == words[2]


def test_other_languages_hear_english() -> None:
    assert display(PartialDate.parse("2025-04"), "fr") == "April 2025"
