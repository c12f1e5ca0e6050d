"""The axis below a picture: days under months, months under years, or years alone."""

from dataclasses import dataclass

from django.utils.dateformat import format as formatted
from django.utils.translation import pgettext

from dates import PartialDate, display
from events.localization import reader_language
from events.timeline.picture.periods import MONTH, YEAR, Step, step_for
from events.timeline.picture.window import Window

NARROWEST = 34  # pixels between the ticks of days, months and years
MAJOR = 92  # pixels the words of a month with its year take at most


@dataclass(frozen=True, slots=True)
class Tick:
    """A label with the days it stands for; `place` in percent of the width."""

    place: float
    label: str
    window: Window


@dataclass(frozen=True, slots=True)
class Axis:
    minor: list[Tick]
    major: list[Tick]


def axis_of(window: Window, width: int) -> Axis:
    step = step_for(window, width, NARROWEST)
    minor = [
        Tick(window.place(period.first), _short(period, step), period)
        for period in step.periods(window)
        if period.first >= window.first
        and window.place(period.first) < 100 * (1 - NARROWEST / width)
    ]
    return Axis(minor, _major(window, width, step))


def _major(window: Window, width: int, step: Step) -> list[Tick]:
    """The months of days and the years of months; the first one stays in sight."""
    if step.months >= 12:
        return []
    above = MONTH if step.days else YEAR
    ticks = [
        Tick(max(0.0, window.place(period.first)), _full(period, above), period)
        for period in above.periods(window)
    ]
    crowded = len(ticks) > 1 and (ticks[1].place - ticks[0].place) * width / 100 < MAJOR
    fit = [tick for tick in ticks if tick.place < 100 * (1 - MAJOR / 2 / width)]
    return fit[1:] if crowded else fit


def _short(period: Window, step: Step) -> str:
    if step.days:
        return pgettext("day of the month", "%(day)s") % {"day": period.first.day}
    if step.months < 12:
        words = pgettext("a month under its year, as Django formats dates", "M")
        return formatted(period.first, words)
    return str(period.first.year)


def _full(period: Window, step: Step) -> str:
    written = f"{period.first:%Y-%m}" if step == MONTH else f"{period.first:%Y}"
    return display(PartialDate.parse(written), reader_language())
