"""What can go wrong with a date, in words for people.

DateError
 ├─ UnreadableDateError   the text says no date we can read
 ├─ ImpossibleDateError   it reads as a date that no calendar has, or outside 1900–2100
 ├─ UnboundedDateError    open at both ends, so it says nothing
 └─ BaseDateNeededError   a relative phrase ("last Friday") without a day to count from
"""


class DateError(ValueError):
    """Root of every error this package raises on purpose."""


class UnreadableDateError(DateError):
    """The text holds no date that can be read."""


class ImpossibleDateError(DateError):
    """No calendar has this date, or it lies outside the years 1900–2100."""


class UnboundedDateError(DateError):
    """Both ends are open or unknown."""


class BaseDateNeededError(DateError):
    """A relative phrase was given without the day it is relative to."""
