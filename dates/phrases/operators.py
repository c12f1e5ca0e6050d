"""Words around a date that change what it means: since, before, by, about, 前, 以来."""

from datetime import date

from dates.errors import ImpossibleDateError
from dates.partial import PartialDate, Precision
from dates.phrases.calendar import shift_days, week_of
from dates.phrases.grammar import Scene
from dates.phrases.term import qualified


def same(value: PartialDate, _: Scene) -> PartialDate:
    """The word adds nothing: 北京时间, 期间, on."""
    return value


def about(value: PartialDate, _: Scene) -> PartialDate:
    """左右, or so: approximate, the bounds stay."""
    return qualified(value, "~")


def since(value: PartialDate, _: Scene) -> PartialDate:
    """自X起, since X, X or later: its first day and onwards."""
    return PartialDate.parse(f"{value.edtf.split('/')[0]}/..")


def or_earlier(value: PartialDate, _: Scene) -> PartialDate:
    return PartialDate.parse(f"../{value.edtf.split('/')[-1]}")


def to_unknown(value: PartialDate, _: Scene) -> PartialDate:
    return PartialDate.parse(f"{value.edtf}/")


def from_unknown(value: PartialDate, _: Scene) -> PartialDate:
    return PartialDate.parse(f"/{value.edtf}")


def to_date(value: PartialDate, scene: Scene) -> PartialDate:
    """至今, to date: up to the base day."""
    return PartialDate.parse(f"{_first(value)}/{scene.base}")


def since_then(value: PartialDate, scene: Scene) -> PartialDate:
    """今年以来 ends at the base day, 2023年以来 is open."""
    return to_date(value, scene) if _holds(value, scene.day) else since(value, scene)


def before(value: PartialDate, _: Scene) -> PartialDate:
    """Before X: up to the day before it."""
    first = _first(value)
    if value.precision is Precision.YEAR:
        return PartialDate.parse(f"../{first.year - 1}")
    return PartialDate.between(None, shift_days(first, -1))


def after(value: PartialDate, _: Scene) -> PartialDate:
    """After X: from the day after it."""
    if value.latest is None:
        return value
    return PartialDate.between(shift_days(value.latest, 1), None)


def by(value: PartialDate, scene: Scene) -> PartialDate:
    """Convention 10: a deadline ahead runs from the base day; one gone by is the date itself.

    Without a base day nobody knows from when it runs: its beginning is open.
    """
    if scene.day is None:
        return PartialDate.between(None, value.latest) if value.latest else value
    if value.latest and value.latest >= scene.day:
        return PartialDate.parse(f"{scene.day}/{value.latest}")
    return value


def ahead_of(value: PartialDate, scene: Scene) -> PartialDate:
    """年底前 is a deadline, 2023年之前 and what lies behind is the time before."""
    due = value.latest and (scene.day is None or value.latest >= scene.day)
    if due and value.precision is not Precision.YEAR:
        return by(value, scene)
    return before(value, scene)


def before_the(value: PartialDate, scene: Scene) -> PartialDate:
    """Before the end of X is a deadline like “by”; before X is the time before it."""
    part = value.precision is Precision.RANGE or value.approximate
    return by(value, scene) if part and value.earliest and value.latest else before(value, scene)


def within(value: PartialDate, scene: Scene) -> PartialDate:
    """本月内: from the base day to its end."""
    if scene.day and _holds(value, scene.day):
        return PartialDate.parse(f"{scene.day}/{value.latest}")
    return value


def week(value: PartialDate, _: Scene) -> PartialDate:
    """The ISO week that holds the day; a qualifier stays."""
    monday = week_of(_first(value))
    mark = value.edtf[-1] if value.edtf[-1] in "~?%" else ""
    return PartialDate.parse(f"{monday}{mark}/{shift_days(monday, 6)}{mark}")


def _first(value: PartialDate) -> date:
    if value.earliest is None:
        raise ImpossibleDateError("An open beginning has no first day.")
    return value.earliest


def _holds(value: PartialDate, day: date | None) -> bool:
    return bool(day and value.earliest and value.latest and value.earliest <= day <= value.latest)
