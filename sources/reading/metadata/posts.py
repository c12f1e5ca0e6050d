"""The day in the number of a post, on platforms that number by time."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

_WEIBO = re.compile(
    r"weibo\.(?:com|cn)/(?:detail/|status/|\d+/)([0-9A-Za-z]{9}|\d{16})(?![0-9A-Za-z])"
)
_TWEET = re.compile(r"(?:twitter|x)\.com/\w+/status/(\d{17,20})(?!\d)")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_BEIJING = timezone(timedelta(hours=8))
_SAVED_WITHIN = timedelta(days=14)


def day_of_post(address: str, captured: date | None) -> date | None:
    """The day a post was made, where its number tells and the day it was saved agrees.

    A Weibo number holds seconds above its 22nd bit, counted from a day in 1986; that is
    observed, not documented, so it is believed only shortly before the post was saved.
    """
    weibo, tweet = _WEIBO.search(address), _TWEET.search(address)
    if weibo and captured:
        day = _beijing_day(_weibo_number(weibo[1]))
        return (
            day if day and timedelta(0) <= captured + timedelta(1) - day <= _SAVED_WITHIN else None
        )
    if tweet:
        return _utc_day(int(tweet[1]))
    return None


def _weibo_number(identifier: str) -> int:
    """Short numbers are groups of four digits to the base 62, each seven decimal digits."""
    if identifier.isdigit() and len(identifier) == 16:
        return int(identifier)
    groups = (identifier[:1], identifier[1:5], identifier[5:])
    return int("".join(f"{_base62(group):07d}" for group in groups))


def _base62(digits: str) -> int:
    value = 0
    for digit in digits:
        value = value * 62 + _DIGITS.index(digit)
    return value


def _beijing_day(number: int) -> date | None:
    seconds = (number >> 22) + 515_483_463
    return datetime.fromtimestamp(seconds, _BEIJING).date() if seconds < 1 << 32 else None


def _utc_day(number: int) -> date | None:
    """Snowflake numbers, as documented: milliseconds since 4 November 2010 above the 22nd bit."""
    day = datetime.fromtimestamp(((number >> 22) + 1_288_834_974_657) / 1000, UTC).date()
    return day if day.year <= 2100 else None
