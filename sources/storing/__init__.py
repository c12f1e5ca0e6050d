"""A document as read becomes a source: once, linked with its near copies, in one transaction."""

from sources.storing.asking import (
    Question,
    follow_indexes,
    hurry,
    hurry_no_more,
    tell,
    underway,
    wait_for_the_disk,
)
from sources.storing.copies import OvertakenError, settle
from sources.storing.known import known_by_bytes
from sources.storing.store import REASON, Fate, Stored, store, title_of

__all__ = [
    "REASON",
    "Fate",
    "OvertakenError",
    "Question",
    "Stored",
    "follow_indexes",
    "hurry",
    "hurry_no_more",
    "known_by_bytes",
    "settle",
    "store",
    "tell",
    "title_of",
    "underway",
    "wait_for_the_disk",
]
