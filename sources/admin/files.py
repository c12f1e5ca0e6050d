"""Editors' files as a whole: which columns they have, and why one cannot be read, in words."""

import csv
import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from import_export.formats.base_formats import CSV, JSON, XLSX

from sources.validation import validate_storable


class FileError(ValueError):
    """What is wrong with a file, in words."""


class LinedCSV(CSV):  # type: ignore[misc]
    """Names the line that does not fit; the library only says that there is one."""

    def create_dataset(self, in_stream: Any, **kwargs: Any) -> Any:
        text = in_stream.decode(self.encoding) if isinstance(in_stream, bytes) else in_stream
        reader = csv.reader(text.splitlines(keepends=True))
        columns = len(next(reader, []))
        for row in reader:
            if len(row) > columns:
                words = _("Line %(line)s has %(cells)s cells, but there are %(columns)s columns.")
                found = {"line": reader.line_num, "cells": len(row), "columns": columns}
                raise FileError(words % found)
        return super().create_dataset(text, **kwargs)


FORMATS = [LinedCSV, XLSX, JSON]


def why_unread(error: Exception) -> str:
    if isinstance(error, FileError):
        return str(error)
    if isinstance(error, UnicodeDecodeError):
        return _("It is not in UTF-8: save it as “CSV UTF-8” and choose it again.")
    if isinstance(error, json.JSONDecodeError):
        words = _("It is no JSON: line %(line)s, column %(column)s.")
        return words % {"line": error.lineno, "column": error.colno}
    return _("It is damaged, or not in the format that was chosen.")


def check_columns(found: Sequence[str], known: Sequence[str], needed: Sequence[str]) -> None:
    """FileError for a column that would be left out in silence, stands twice or is missing."""
    unknown = [name for name in found if name and name not in known]
    if unknown:
        words = _("Not known here: the columns %(names)s. There are: %(known)s.")
        names = ", ".join(map(str, unknown))[:200]
        raise FileError(words % {"names": names, "known": ", ".join(known)})
    twice = [name for name, count in Counter(found).items() if name and count > 1]
    missing = [name for name in needed if name not in found]
    if twice:
        raise FileError(_("The column “%s” is there twice.") % twice[0])
    if missing:
        raise FileError(_("The column “%s” is missing.") % missing[0])


def check_cells(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """FileError for text that could not even be shown beside its message."""
    for number, row in enumerate(rows, 1):
        for column, cell in zip(columns, row, strict=False):
            try:
                validate_storable(cell if isinstance(cell, str) else "")
            except ValidationError as error:
                words = _("Row %(number)s, %(name)s: %(error)s")
                why = " ".join(error.messages)
                raise FileError(words % {"number": number, "name": column, "error": why}) from error
