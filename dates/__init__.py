"""Dates as their sources gave them: EDTF values, date phrases in Chinese and English."""

from datetime import date

from dates.display import display
from dates.errors import DateError
from dates.partial import PartialDate, Precision

__all__ = ["DateError", "PartialDate", "Precision", "display", "resolve"]


def resolve(phrase: str, base: date | None = None, language: str = "en") -> PartialDate:
    """Read an EDTF value; phrases follow with the grammar."""
    return PartialDate.parse(phrase)
