"""One phrase to one value; words of `display` come back as what they were."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dates import DateError, PartialDate, display, resolve
from dates.errors import BaseDateNeededError

BASE = date(2025, 5, 1)
# the first phrase compiles the grammar
PATIENT = settings(deadline=None)

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
qualifiers = st.sampled_from(["", "~", "?", "%"])
points = st.one_of(
    days.map(str),
    st.builds("{:04}".format, st.integers(1900, 2100)),
    st.builds("{}X".format, st.integers(190, 209)),
    st.builds(
        "{:04}-{:02}".format,
        st.integers(1900, 2100),
        st.sampled_from([*range(1, 13), *range(21, 25), *range(33, 42)]),
    ),
)
ends = st.builds("{}{}".format, points, qualifiers)
weeks = st.builds(
    "{0}{1}/{2}{1}".format,
    days.map(lambda day: date.fromisocalendar(*day.isocalendar()[:2], 1)),
    qualifiers,
    st.none(),
).map(lambda text: text.replace("None", _sunday(text)))


def _sunday(text: str) -> str:
    monday = date.fromisoformat(text[:10])
    return str(date.fromordinal(monday.toordinal() + 6))


edtf_texts = st.one_of(
    ends,
    weeks,
    st.builds("{}/{}".format, ends, ends),
    st.builds("{}/..".format, ends),
    st.builds("../{}".format, ends),
    st.builds("{}/".format, ends),
    st.builds("/{}".format, ends),
    st.builds("{0:%Y-%m}-01~/{0:%Y-%m}-10~".format, days),
)


@PATIENT
@given(edtf_texts, st.sampled_from(["en", "zh-Hans", "zh-Hant"]), days)
def test_what_is_displayed_reads_back(text: str, language: str, base: date) -> None:
    try:
        value = PartialDate.parse(text)
    except DateError:
        return
    assert resolve(display(value, language), base, language) == value


@pytest.mark.parametrize(
    ("phrase", "language", "edtf"),
    [
        ("2025年三季度", "zh", "2025-35"),
        ("late April", "en", "2025-04-21~/2025-04-30~"),
        ("上周五", "zh-Hant", "2025-04-25"),
        ("2025-05/..", "en", "2025-05/.."),
        (" Q3 2025. ", "en", "2025-35"),
        ("约2025年4月", "zh", "2025-04~"),
        ("about May 2025", "en", "2025-05~"),
        ("may 2025", "en", "2025-05"),
    ],
)
def test_it_reads_what_an_editor_types(phrase: str, language: str, edtf: str) -> None:
    assert resolve(phrase, BASE, language).edtf == edtf


@pytest.mark.parametrize("phrase", ["2025年三季度", "2025年4月底", "２０２５年", "2016-2018年"])
def test_absolute_phrases_need_no_base(phrase: str) -> None:
    assert resolve(phrase, None, "zh").earliest


@pytest.mark.parametrize(
    ("phrase", "language"), [("上周五", "zh"), ("last Friday", "en"), ("5月20日", "zh")]
)
def test_relative_phrases_without_a_base_say_so(phrase: str, language: str) -> None:
    with pytest.raises(BaseDateNeededError, match="relative"):
        resolve(phrase, None, language)


@pytest.mark.parametrize("phrase", ["", "soon", "2025年2月30日", "今日头条", "2025年发布", "50/50"])
def test_what_is_no_date_is_an_error_in_words(phrase: str) -> None:
    with pytest.raises(DateError, match="cannot be read"):
        resolve(phrase, BASE, "zh")


@PATIENT
@given(st.text(), st.sampled_from(["en", "zh"]))
def test_any_text_is_read_or_refused(text: str, language: str) -> None:
    try:
        outcome: PartialDate | DateError = resolve(text, BASE, language)
    except DateError as error:
        outcome = error
    assert str(outcome)


@pytest.mark.parametrize(
    ("phrase", "language", "edtf"),
    [
        ("by the end of 2025", "en", "../2025-12-31"),
        ("before the end of 2025", "en", "../2025-12-31"),
        ("by end of Q3 2025", "en", "../2025-09-30"),
        ("2025年底前", "zh", "../2025-12-31"),
        ("2025年6月30日前", "zh", "../2025-06-30"),
    ],
)
def test_a_deadline_without_a_base_day_begins_nowhere(
    phrase: str, language: str, edtf: str
) -> None:
    assert resolve(phrase, None, language).edtf == edtf
