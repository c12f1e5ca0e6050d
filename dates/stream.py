"""Date phrases in a pipe: JSON lines in, JSON lines out.

In:  {"id": …, "text": "…", "base_date": "2025-05-01" or null, "lang": "zh-Hans"}
Out: {"id": …, "matches": [{"start", "end", "text", "earliest", "latest", "edtf"}]}
Offsets are code points, days are inclusive, null is an open end.
"""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any, TextIO

from dates.errors import DateError
from dates.phrases.engine import DateMatch, find


def run(stdin: Iterable[str], stdout: TextIO) -> None:
    """Answer every line. Raises DateError, naming the line, when one is not as above."""
    for number, line in enumerate(stdin, 1):
        if line.strip():
            stdout.write(f"{_answer(line, number)}\n")


def _answer(line: str, number: int) -> str:
    try:
        request = json.loads(line)
        given = request.get("base_date")
        base = date.fromisoformat(given) if given else None
        matches = find(request["text"], base, request.get("lang", "en"))
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise DateError(f"Line {number} is no request: {error}") from error
    answer = {"id": request.get("id"), "matches": [_as_json(match) for match in matches]}
    return json.dumps(answer, ensure_ascii=False)


def _as_json(match: DateMatch) -> dict[str, Any]:
    value = match.value
    return {
        "start": match.start,
        "end": match.end,
        "text": match.text,
        "earliest": str(value.earliest) if value.earliest else None,
        "latest": str(value.latest) if value.latest else None,
        "edtf": value.edtf,
    }
