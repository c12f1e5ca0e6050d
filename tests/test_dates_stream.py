"""The JSON-lines protocol of the pipe."""

import io
import json

import pytest

from dates import DateError
from dates.stream import run


def answers(*requests: object) -> list[dict[str, object]]:
    output = io.StringIO()
    run([json.dumps(request) for request in requests], output)
    return [json.loads(line) for line in output.getvalue().splitlines()]


def test_every_line_gets_its_answer() -> None:
    request = {"id": 7, "text": "昨晚发布", "base_date": "2025-05-01", "lang": "zh-Hans"}
    expected = {
        "start": 0, "end": 2, "text": "昨晚", "earliest": "2025-04-30", "latest": "2025-04-30",
        "edtf": "2025-04-30",
    }  # fmt: skip
    assert answers(request) == [{"id": 7, "matches": [expected]}]


def test_an_open_end_is_null() -> None:
    (answer,) = answers({"id": "a", "text": "before 2020", "base_date": "2025-05-01", "lang": "en"})
    assert answer["matches"][0]["earliest"] is None  # type: ignore[index]


def test_the_base_may_be_missing() -> None:
    request = {"id": 1, "text": "yesterday or May 2024", "base_date": None, "lang": "en"}
    (answer,) = answers(request)
    assert [match["text"] for match in answer["matches"]] == ["May 2024"]  # type: ignore[attr-defined]


def test_blank_lines_are_skipped() -> None:
    output = io.StringIO()
    run(["\n", "  \n"], output)
    assert output.getvalue() == ""


@pytest.mark.parametrize(
    "line", ["{", "[]", "{}", '{"text": 5}', '{"text": "x", "base_date": "May"}']
)
def test_a_broken_line_is_named(line: str) -> None:
    with pytest.raises(DateError, match="Line 2"):
        run(["", line], io.StringIO())
