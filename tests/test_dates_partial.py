"""The value object: what it knows, how it sorts, how it is made from days."""

import copy
import pickle
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dates import DateError, PartialDate, Precision

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def parse(text: str) -> PartialDate:
    return PartialDate.parse(text)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2025-04-29", Precision.DAY),
        ("2025-07-07/2025-07-13", Precision.WEEK),
        ("2025-04", Precision.MONTH),
        ("2025-35", Precision.QUARTER),
        ("2025-40", Precision.HALF),
        ("2025-22", Precision.SEASON),
        ("2025", Precision.YEAR),
        ("2025-37", Precision.RANGE),
        ("201X", Precision.RANGE),
        ("2025-07-08/2025-07-14", Precision.RANGE),
        ("2025-07-07/2025-07-12", Precision.RANGE),
        ("2025/..", Precision.OPEN),
        ("/2025", Precision.OPEN),
    ],
)
def test_it_knows_its_precision(text: str, precision: Precision) -> None:
    assert parse(text).precision is precision


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2025", False, False),
        ("2025~", True, False),
        ("2025?", False, True),
        ("2025%", True, True),
        ("2025~/2026?", True, True),
        ("2025/2026~", True, False),
    ],
)
def test_it_knows_how_sure_its_source_was(text: str, approximate: bool, uncertain: bool) -> None:
    value = parse(text)
    assert (value.approximate, value.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("earliest", "latest", "text"),
    [
        (date(2025, 4, 29), date(2025, 4, 29), "2025-04-29"),
        (date(2025, 5, 1), date(2025, 5, 31), "2025-05"),
        (date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
        (date(2025, 7, 1), date(2025, 9, 30), "2025-35"),
        (date(2025, 7, 1), date(2025, 12, 31), "2025-41"),
        (date(2025, 1, 1), date(2025, 12, 31), "2025"),
        (date(2010, 1, 1), date(2019, 12, 31), "201X"),
        (date(2011, 1, 1), date(2020, 12, 31), "2011/2020"),
        (date(2024, 12, 1), date(2025, 2, 28), "2024-12/2025-02"),
        (date(2025, 3, 1), date(2025, 5, 31), "2025-03/2025-05"),
        (date(2025, 4, 30), date(2025, 5, 2), "2025-04-30/2025-05-02"),
        (None, date(2022, 12, 31), "../2022-12-31"),
        (date(2025, 5, 1), None, "2025-05-01/.."),
    ],
)
def test_between_chooses_the_natural_value(
    earliest: date | None, latest: date | None, text: str
) -> None:
    assert PartialDate.between(earliest, latest).edtf == text


@given(days, days, st.booleans())
def test_between_keeps_its_bounds(one: date, other: date, approximate: bool) -> None:
    earliest, latest = sorted((one, other))
    value = PartialDate.between(earliest, latest, approximate)
    assert (value.earliest, value.latest) == (earliest, latest)
    assert value.approximate is approximate


def test_between_marks_only_the_ends_that_are_dates() -> None:
    assert PartialDate.between(date(2025, 5, 1), None, approximate=True).edtf == "2025-05-01~/.."


@pytest.mark.parametrize(
    ("earliest", "latest"), [(None, None), (date(2025, 5, 2), date(2025, 5, 1))]
)
def test_between_refuses_nonsense(earliest: date | None, latest: date | None) -> None:
    with pytest.raises(DateError):
        PartialDate.between(earliest, latest)


@given(days)
def test_a_day_spans_itself(day: date) -> None:
    value = PartialDate.day(day)
    assert (value.earliest, value.latest, str(value)) == (day, day, str(day))


def test_values_sort_by_beginning_then_end() -> None:
    written = ["../2024", "2024/2025", "2025-01-01", "2025-01", "2025", "2025/..", "2025-01-02"]
    assert [str(value) for value in sorted(map(parse, reversed(written)))] == written


def test_equal_text_is_an_equal_date() -> None:
    assert parse("2025-05") == parse(" 2025-05")
    assert len({parse("2025-05"), parse("2025-05"), parse("2025-05~")}) == 2


def test_it_does_not_compare_with_other_things() -> None:
    other: Any = "2025"
    assert parse("2025") != other
    with pytest.raises(TypeError):
        _ = parse("2025") < other


def test_it_survives_pickling_and_copying() -> None:
    value = parse("2025-04~/2025-05")
    assert pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == value


def test_it_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        parse("2025").edtf = "2026"  # type: ignore[misc]


@given(days)
def test_every_iso_week_has_the_precision_week(day: date) -> None:
    monday = day - timedelta(days=day.weekday())
    if monday.year < 1900 or (monday + timedelta(days=6)).year > 2100:
        return
    value = PartialDate.between(monday, monday + timedelta(days=6))
    assert value.precision is Precision.WEEK
