"""Dates as their sources gave them: EDTF values, date phrases in Chinese and English."""

from dates.display import display
from dates.errors import DateError
from dates.partial import PartialDate, Precision
from dates.phrases.engine import DateMatch, find, resolve

__all__ = ["DateError", "DateMatch", "PartialDate", "Precision", "display", "find", "resolve"]
