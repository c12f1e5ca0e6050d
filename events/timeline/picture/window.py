"""The stretch of days a picture shows."""

import datetime
from dataclasses import dataclass

FIRST_DAY, LAST_DAY = datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)
ONE = datetime.timedelta(1)


@dataclass(frozen=True, slots=True)
class Window:
    """Whole days, the first and the last included."""

    first: datetime.date
    last: datetime.date

    @classmethod
    def of(cls, first: str, last: str) -> "Window":
        return cls(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def place(self, day: datetime.date) -> float:
        """Where the day begins, in percent of the width."""
        return 100 * (day - self.first).days / self.days

    def overlaps(self, other: "Window") -> bool:
        return self.first <= other.last and other.first <= self.last

    def zoomed(self, factor: float) -> "Window":
        """The window `factor` times as wide around the same middle."""
        days = max(1, round(self.days * factor))
        return shifted(self.first, (self.days - days) // 2, days)

    def moved(self, share: float) -> "Window":
        """The window moved by a share of its width, to earlier days when negative."""
        return shifted(self.first, round(share * self.days) or (1 if share > 0 else -1), self.days)


def shifted(day: datetime.date, by: int, days: int) -> Window:
    """A window of `days` days that begins `by` days after `day`, within the years that are kept."""
    days = min(days, (LAST_DAY - FIRST_DAY).days + 1)
    earliest, latest = FIRST_DAY.toordinal(), LAST_DAY.toordinal() - days + 1
    first = min(max(day.toordinal() + by, earliest), latest)
    return Window(datetime.date.fromordinal(first), datetime.date.fromordinal(first + days - 1))


def around(first: datetime.date, last: datetime.date) -> Window:
    """These days with a little room on both sides, so that nothing stands on the edge."""
    days = (last - first).days + 1
    room = max(1, days // 40)
    return shifted(first, -room, days + 2 * room)
