"""What records are called outside, for ever: whatever the host, the slug or the title is.

Names are tag URIs (RFC 4151). An installation that shares readers with another one needs an
authority of its own; nothing else may ever be changed here.
"""

import datetime
import re

AUTHORITY = "aitimeline"
SINCE = "2025"
# What XML 1.0 cannot hold; calendars are no place for it either.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def tag(name: str) -> str:
    """`events/12` as a name that is unique in the world."""
    return f"tag:{AUTHORITY},{SINCE}:{name}"


def event_tag(pk: int) -> str:
    return tag(f"events/{pk}")


def change_tag(pk: int, record: int) -> str:
    """One change of an event, known by its record in the event's history."""
    return tag(f"events/{pk}/changes/{record}")


def report_tag(pk: int, day: datetime.date) -> str:
    """What became known of an event from a day on."""
    return tag(f"events/{pk}/known/{day}")


def merge_tag(pk: int, merge: int) -> str:
    """That an event was merged into another, known by the record of the merge."""
    return tag(f"events/{pk}/merged/{merge}")


def event_uid(pk: int) -> str:
    """The UID of an event in calendars."""
    return f"event-{pk}@{AUTHORITY}"


def printable(text: object) -> str:
    """The text without control characters: one of them makes a whole feed unreadable."""
    return _UNPRINTABLE.sub("", str(text))
