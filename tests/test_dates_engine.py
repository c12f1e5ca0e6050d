"""What holds for every text: no exceptions, honest spans, linear time, no state."""

import subprocess
import sys
import time
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dates import find
from dates.phrases.en import ENGLISH
from dates.phrases.grammar import Grammar, Rule
from dates.phrases.zh import CHINESE

BASE = date(2025, 5, 1)
# the first phrase compiles the grammar
PATIENT = settings(deadline=None)
LANGUAGES = ["en", "zh-Hans", "zh-Hant"]
# what stands before a rule of an inner level
_CARRIERS = {"phrase": "", "year": "2025年", "month": "5月", "week": "本周", "day": None}

WORDS = [
    "年", "月", "日", "号", "周", "天", "上", "下",
    "前", "后", "今", "昨", "去", "一", "二", "三", "十",
    "廿", "0", "1", "2", "5", "20", "2025", "-",
    "/", ".", ":", "～", "至", "到", "第", "季度",
    "半", "底", "初", "内", "以来", "起", "约", "自",
    "从", "，", "。", "（", "）", "Q", "H", "May",
    "March", "in", "the", "next", "last",
    "of", "week", "year", "quarter", "day", "ago",
    "by", "since", "first", "half", "two", "０", "\x00", "\ud800", "İ", " ",
]  # fmt: skip
scraps = st.lists(st.sampled_from(WORDS), max_size=30).map("".join)


@PATIENT
@given(st.one_of(st.text(), scraps), st.sampled_from(LANGUAGES))
def test_any_text_is_read_without_raising(text: str, language: str) -> None:
    matches = find(text, BASE, language)
    assert all(text[match.start : match.end] == match.text for match in matches)


@PATIENT
@given(scraps, st.sampled_from(LANGUAGES))
def test_matches_stand_in_order_and_apart(text: str, language: str) -> None:
    matches = find(text, BASE, language)
    assert all(one.end <= other.start for one, other in pairwise(matches))


@PATIENT
@given(scraps, st.sampled_from(LANGUAGES), st.sampled_from([date(1900, 1, 1), date(2100, 12, 31)]))
def test_the_edges_of_the_calendar_raise_nothing(text: str, language: str, base: date) -> None:
    for match in find(text, base, language):
        assert match.value.earliest or match.value.latest


@PATIENT
@given(scraps, st.sampled_from(LANGUAGES))
def test_without_a_base_only_absolute_dates_are_found(text: str, language: str) -> None:
    here = {(m.start, m.end, m.value) for m in find(text, None, language)}
    assert here == {(m.start, m.end, m.value) for m in find(text, None, language)}


@pytest.mark.parametrize(
    "scrap",
    [
    "年", "1-", "今天", "3月", "1日", "2025年",
    "2025-", "1月1日至", "上个", "从", "十", "最近",
    "May ", "1 ", "the last ", "May 1 to ", "in 2 to ",
    "by by ", "(", "第", "一周三", "0", "-",
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "zh"])
def test_hostile_text_takes_linear_time(scrap: str, language: str) -> None:
    text = (scrap * 10_000)[:10_000]
    find(text[:100], BASE, language)
    taken = []
    for _ in range(3):  # the best of three: a collection of garbage is not ours
        started = time.process_time()
        find(text, BASE, language)
        taken.append(time.process_time() - started)
    assert min(taken) < 0.25  # 0.05 on an idle core


def test_the_same_text_gives_the_same_answer() -> None:
    text = "次日，公司将于3月发布。4月29日发布，次日下架。"
    assert find(text, BASE, "zh") == find(text, BASE, "zh")


def test_the_time_of_a_base_does_not_matter() -> None:
    noon = datetime(2025, 5, 1, 12, tzinfo=UTC)
    assert find("昨天和过去两周", noon, "zh") == find("昨天和过去两周", BASE, "zh")


def test_importing_dates_brings_neither_django_nor_dateparser() -> None:
    code = "import dates, sys; print({'django', 'dateparser'} & set(sys.modules))"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert answer.stdout.strip() == b"set()"


def _examples(grammar: Grammar, language: str) -> list[tuple[str, Rule, str]]:
    return [
        (f"{carrier}{rule.example}", rule, language)
        for level, carrier in _CARRIERS.items()
        if carrier is not None and level in grammar.levels
        for rule in grammar.levels[level].rules
    ]


@pytest.mark.parametrize(
    ("text", "rule", "language"), [*_examples(CHINESE, "zh"), *_examples(ENGLISH, "en")]
)
def test_every_rule_reads_its_example(text: str, rule: Rule, language: str) -> None:
    matches = find(text, BASE, language)
    read = bool(matches) and matches[0].start == 0
    assert read is (rule.build is not None)


@PATIENT
@given(st.integers(1900, 2100), st.integers(1, 12))
def test_surroundings_do_not_change_a_full_month(year: int, month: int) -> None:
    (match,) = find(f"他说{year}年{month}月，一切正常。", BASE, "zh")
    assert match.value.edtf == f"{year}-{month:02}"


@pytest.mark.parametrize(
    ("text", "language"), [("H100 and H200s", "en"), ("英伟达的H100和H200", "zh")]
)
def test_the_names_of_chips_are_no_half_years(text: str, language: str) -> None:
    assert find(text, BASE, language) == []
