"""Whether a text writes days in numbers before their months: 02/04/2025 as 2 April.

Numbers tell (25/03/2025 has no 25th month), so does the weekday beside one; else dates in words
and the spelling of the text, British or American. `text` is in lower case.
"""

import re
from calendar import day_name
from datetime import date

_NUMBERS = re.compile(
    r"(?<![\d/.-])(0?[1-9]|[12]\d|3[01])([/-])(0?[1-9]|[12]\d|3[01])\2((?:20)?\d\d)(?!\d)"
)
_WEEKDAY = re.compile(rf"\b({'|'.join(day_name).lower()}),? $")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_IN_WORDS = re.compile(
    rf"(?P<day>\b\d\d?(?:st|nd|rd|th)? {_MONTH})|(?P<month>\b{_MONTH} \d\d?(?:st|nd|rd|th)?\b)"
)
_BRITISH = (
    "organis(?:e|ing|ation)|recognis(?:e|ing)|specialis(?:e|ing|ation)|optimis(?:e|ing|ation)"
    "|analys(?:ed|ing|e )|prioritis|summaris|authoris|realis(?:e|ing)|criticis(?:e|ing)|apologis"
    "|colour|favour|behaviour|labour|neighbour|honour|rumour|centre|theatre|metre|programmes?\\b"
    "|licence|defence|modell(?:ed|ing)|labell|travell|whilst|amongst|learnt|per cent|gmt\\b|bst\\b"
    "|fortnight|gov\\.uk"
)
_AMERICAN = (
    "organiz|recogniz|specializ|optimiz|analyz|prioritiz|summariz|authoriz|realiz|criticiz|apologiz"
    "|color|favor|behavior|labor\\b|neighbor|honor\\b|rumor|center|theater|license|defense"
    "|model(?:ed|ing)\\b|label(?:ed|ing)\\b|travel(?:ed|ing)\\b|edt\\b|pdt\\b"
)
_SPELLING = re.compile(rf"\b(?:(?P<day>{_BRITISH})|(?P<month>{_AMERICAN}))")


def day_first(text: str) -> bool:
    """The evidence of the text; without any, the month comes first as Americans write it."""
    told = _told_by_numbers(text)
    return _votes(_IN_WORDS, text) + _votes(_SPELLING, text) > 0 if told is None else told


def _told_by_numbers(text: str) -> bool | None:
    """What numbers say that can be read only one way; None when there are none."""
    told = {first for match in _NUMBERS.finditer(text) for first in [_only_way(text, match)]}
    told.discard(None)
    return told == {True} if told else None


def _only_way(text: str, match: re.Match[str]) -> bool | None:
    first, second = int(match[1]), int(match[3])
    if first > 12 or second > 12:
        return first > 12 if second <= 12 or first <= 12 else None
    said = _WEEKDAY.search(text, max(0, match.start() - 12), match.start())
    if said is None or first == second:
        return None
    year = int(match[4]) + 2000 * (len(match[4]) == 2)
    day_agrees = _on(year, second, first, said[1])
    return day_agrees if day_agrees != _on(year, first, second, said[1]) else None


def _on(year: int, month: int, day: int, weekday: str) -> bool:
    return day_name[date(year, month, day).weekday()].lower() == weekday


def _votes(pattern: re.Pattern[str], text: str) -> int:
    """1 when more speaks for the day first than for the month, -1 for less."""
    found = [match.lastgroup for match in pattern.finditer(text)]
    days, months = found.count("day"), found.count("month")
    return (days > months) - (days < months)
