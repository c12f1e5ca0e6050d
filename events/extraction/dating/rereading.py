"""A phrase read again: with the other direction, or as when something began."""

import re
from datetime import date

from dates import DateMatch
from dates import find as find_dates

_LEADS = {True: ("已", "将"), False: ("was ", "will ")}


def read_again(match: DateMatch, base: date | None, language: str, *, ahead: bool) -> DateMatch:
    """The phrase read with the other direction; as it is where that changes nothing."""
    chinese = not language.startswith("en")
    lead = _LEADS[chinese][ahead]
    lead += "in " if match.rule == "bare_month" and not chinese else ""
    again = find_dates(lead + match.text, base, language)
    if len(again) == 1 and again[0].end == len(lead) + len(match.text):
        return match._replace(value=again[0].value)
    return match


_OPENS = re.compile(r"[自从]|起|以来")


def at_its_beginning(match: DateMatch, trigger: int, base: date | None, language: str) -> DateMatch:
    """自2019年成立: it was founded then, and only what it has done since goes on."""
    if match.value.latest is not None or not 0 <= trigger - match.end <= 1:
        return match
    found = find_dates(_OPENS.sub("", match.text), base, language)
    return match._replace(value=found[0].value) if len(found) == 1 else match
