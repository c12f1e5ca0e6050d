"""Days, weeks, months and years as equal steps of a calendar: ticks and bars stand on them."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from events.timeline.picture.window import ONE, Window


@dataclass(frozen=True, slots=True)
class Step:
    """So many days or so many months; one of the two is 0."""

    days: int
    months: int

    @property
    def length(self) -> float:
        """About how many days it takes."""
        return self.days or self.months * 30.44

    def start(self, day: datetime.date) -> datetime.date:
        """The first day of the period that `day` is in; weeks begin on Monday."""
        if self.days:
            return day - datetime.timedelta((day.toordinal() - 1) % self.days)
        month = day.year * 12 + day.month - 1
        return first_of(month - month % self.months)

    def after(self, start: datetime.date) -> datetime.date:
        """The first day of the next period."""
        if self.days:
            return start + datetime.timedelta(self.days)
        return first_of(start.year * 12 + start.month - 1 + self.months)

    def periods(self, window: Window) -> Iterator[Window]:
        """The whole periods that the window touches."""
        start = self.start(window.first)
        while start <= window.last:
            following = self.after(start)
            yield Window(start, following - ONE)
            start = following


DAY, WEEK, MONTH, YEAR = Step(1, 0), Step(7, 0), Step(0, 1), Step(0, 12)
STEPS = (DAY, WEEK, *(Step(0, months) for months in (1, 3, 6, 12, 24, 60, 120, 240, 600)))


def first_of(month: int) -> datetime.date:
    """The first day of a month that is counted from the year 0, as the tallies do."""
    return datetime.date(month // 12, month % 12 + 1, 1)


def step_for(window: Window, width: float, least: float) -> Step:
    """The smallest step that is at least `least` pixels wide on a picture of this width."""
    pixels_a_day = width / window.days
    return next((step for step in STEPS if step.length * pixels_a_day >= least), STEPS[-1])
