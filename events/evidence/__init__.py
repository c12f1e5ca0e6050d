"""What the sources of an event say, how many of them stand on their own, and why its date."""

from events.evidence.claims import (
    KEY_TERM,
    QUOTABLE,
    Evidence,
    apart,
    differences,
    evidence_for,
    said_on,
    shown_quote,
)

__all__ = [
    "KEY_TERM",
    "QUOTABLE",
    "Evidence",
    "apart",
    "differences",
    "evidence_for",
    "said_on",
    "shown_quote",
]
