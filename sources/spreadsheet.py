"""Cells a spreadsheet would run as a formula: harmless on the way out, restored on the way in.

A leading apostrophe marks a cell as text. A text that already starts with apostrophes before such
a character gets one more, so that restoring gives back exactly what was written.
"""

import datetime
import re

FORMULA_START = "[=+\\-@\t\r\n＝＋－＠]"  # a regular expression here and in PostgreSQL
_FORMULA = re.compile(f"'*{FORMULA_START}")
_MARKED = re.compile(f"'+{FORMULA_START}")


def harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def restored(cell: object) -> str:
    """The text of a cell as it was before `harmless`, whatever type the file format gave it."""
    text = _as_text(cell)
    return text[1:] if _MARKED.match(text) else text


def _as_text(cell: object) -> str:
    """Spreadsheets turn 2025 into a number and 2025-05-28 into a moment: turn them back."""
    if cell is None:
        return ""
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
