"""EDTF, checked against the examples the Library of Congress publishes with the format."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dates import DateError, edtf

Days = tuple[str | None, str | None]

PUBLISHED: dict[str, Days] = {
    "1985-04-12": ("1985-04-12", "1985-04-12"),
    "1985-04": ("1985-04-01", "1985-04-30"),
    "1985": ("1985-01-01", "1985-12-31"),
    "1964/2008": ("1964-01-01", "2008-12-31"),
    "2004-06/2006-08": ("2004-06-01", "2006-08-31"),
    "2004-02-01/2005-02-08": ("2004-02-01", "2005-02-08"),
    "2004-02-01/2005-02": ("2004-02-01", "2005-02-28"),
    "2004-02-01/2005": ("2004-02-01", "2005-12-31"),
    "2005/2006-02": ("2005-01-01", "2006-02-28"),
    "2001-21": ("2001-03-01", "2001-05-31"),
    "2001-34": ("2001-04-01", "2001-06-30"),
    "1984?": ("1984-01-01", "1984-12-31"),
    "2004-06~": ("2004-06-01", "2004-06-30"),
    "2004-06-11%": ("2004-06-11", "2004-06-11"),
    "201X": ("2010-01-01", "2019-12-31"),
    "1985-04-12/..": ("1985-04-12", None),
    "1985-04/..": ("1985-04-01", None),
    "1985/..": ("1985-01-01", None),
    "../1985-04-12": (None, "1985-04-12"),
    "../1985-04": (None, "1985-04-30"),
    "../1985": (None, "1985-12-31"),
    "1985-04-12/": ("1985-04-12", None),
    "1985-04/": ("1985-04-01", None),
    "1985/": ("1985-01-01", None),
    "/1985-04-12": (None, "1985-04-12"),
    "/1985-04": (None, "1985-04-30"),
    "/1985": (None, "1985-12-31"),
    "1984~/2004-06": ("1984-01-01", "2004-06-30"),
    "1984/2004-06~": ("1984-01-01", "2004-06-30"),
    "1984~/2004~": ("1984-01-01", "2004-12-31"),
    "1984?/2004%": ("1984-01-01", "2004-12-31"),
}

# groupings below a year: winter reaches into the next one
GROUPINGS: dict[str, Days] = {
    "2024-21": ("2024-03-01", "2024-05-31"),
    "2024-22": ("2024-06-01", "2024-08-31"),
    "2024-23": ("2024-09-01", "2024-11-30"),
    "2024-24": ("2024-12-01", "2025-02-28"),
    "2023-24": ("2023-12-01", "2024-02-29"),
    "2025-33": ("2025-01-01", "2025-03-31"),
    "2025-36": ("2025-10-01", "2025-12-31"),
    "2025-37": ("2025-01-01", "2025-04-30"),
    "2025-38": ("2025-05-01", "2025-08-31"),
    "2025-39": ("2025-09-01", "2025-12-31"),
    "2025-40": ("2025-01-01", "2025-06-30"),
    "2025-41": ("2025-07-01", "2025-12-31"),
}

REFUSED = [
    "1985-04-12T23:20:30Z", "Y170000002", "1560XX-12-25", "XXXX-12-XX", "1XXX", "2004-XX",
    "?2004-06-~11", "2004-06~-11", "{1667,1668}", "1950S2", "-1985", "2025-00", "2025-13",
    "2025-20", "2025-25", "2025-32", "2025-42", "2025-02-30", "2025-04-00", "2025-21-01",
    "1899", "2101", "189X", "210X", "../..", "/", "../", "/..", "2025/2024", "2025-05/2025-04",
    "", "2025-4", "2025-04-1", "20250401", "2025/2026/2027", "２０２５", "late April",
]  # fmt: skip

points = st.one_of(
    st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(str),
    st.builds("{:04}".format, st.integers(1900, 2100)),
    st.builds("{}X".format, st.integers(190, 209)),
    st.builds(
        "{:04}-{:02}".format,
        st.integers(1900, 2100),
        st.sampled_from([*range(1, 13), *range(21, 25), *range(33, 42)]),
    ),
)
ends = st.builds("{}{}".format, points, st.sampled_from(["", "~", "?", "%"]))


def as_days(bounds: edtf.Bounds) -> Days:
    earliest, latest = bounds
    return (str(earliest) if earliest else None, str(latest) if latest else None)


@pytest.mark.parametrize(("text", "days"), (PUBLISHED | GROUPINGS).items())
def test_it_gives_the_bounds_of_published_examples(text: str, days: Days) -> None:
    assert as_days(edtf.parse(text).bounds) == days


@pytest.mark.parametrize("text", PUBLISHED | GROUPINGS)
def test_it_prints_published_examples_as_they_were(text: str) -> None:
    assert str(edtf.parse(text)) == text


@pytest.mark.parametrize("text", REFUSED)
def test_it_refuses_what_it_does_not_keep(text: str) -> None:
    with pytest.raises(DateError):
        edtf.parse(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1985-04-12T23:20:30Z", "time of day"),
        ("XXXX-12", "unspecified digits"),
        ("2004-06~-11", "at the end"),
        ("2025-02-30", "not in the calendar"),
        ("2025-42", "no such month"),
        ("2101", "1900–2100"),
        ("2025/2024", "ends before"),
        ("../..", "one end at least"),
    ],
)
def test_its_errors_say_what_was_wrong(text: str, words: str) -> None:
    with pytest.raises(DateError, match=words):
        edtf.parse(text)


def test_an_interval_with_equal_ends_is_that_date() -> None:
    assert str(edtf.parse("2025-05/2025-05")) == "2025-05"


def test_open_and_unknown_ends_stay_apart() -> None:
    assert edtf.parse("1985/..") != edtf.parse("1985/")


def test_spaces_around_a_value_do_not_matter() -> None:
    assert edtf.parse(" 2025-04 ") == edtf.parse("2025-04")


@given(ends)
def test_printing_a_date_and_reading_it_changes_nothing(text: str) -> None:
    value = edtf.parse(text)
    assert edtf.parse(str(value)) == value
    assert str(value) == text


@given(ends, ends)
def test_printing_an_interval_and_reading_it_changes_nothing(start: str, end: str) -> None:
    try:
        value = edtf.parse(f"{start}/{end}")
    except DateError:
        return
    assert edtf.parse(str(value)) == value


@given(points, st.sampled_from("~?%"))
def test_a_qualifier_never_moves_the_bounds(text: str, qualifier: str) -> None:
    assert edtf.parse(text + qualifier).bounds == edtf.parse(text).bounds


@given(st.text())
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        outcome = str(edtf.parse(text))
    except DateError as error:
        outcome = str(error)
    assert outcome
