"""A document as read becomes a source: once, linked with its near copies, in one transaction."""

from sources.storing.asking import (
    follow_indexes,
    hurry,
    hurry_no_more,
    outermost,
    tell,
    underway,
    wait_for_the_disk,
)
from sources.storing.copies import OvertakenError, last_look, settle
from sources.storing.known import known_by_bytes
from sources.storing.store import (
    REASON,
    Fate,
    Stored,
    finished,
    steps_of_storing,
    store,
    title_of,
)
from sources.storing.wire import Question

__all__ = [
    "REASON",
    "Fate",
    "OvertakenError",
    "Question",
    "Stored",
    "finished",
    "follow_indexes",
    "hurry",
    "hurry_no_more",
    "known_by_bytes",
    "last_look",
    "outermost",
    "settle",
    "steps_of_storing",
    "store",
    "tell",
    "title_of",
    "underway",
    "wait_for_the_disk",
]
