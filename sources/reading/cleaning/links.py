"""Addresses in a text: redirects give way to their target, percent signs to their characters."""

import re
from urllib.parse import unquote

from sources.reading.cleaning.result import Step, applied
from sources.reading.document import CleanText
from sources.reading.mapped import Edit

LONGEST = 2_000
_ADDRESS = re.compile(r"https?://[^\s<>\"'“”‘’，。；！？、（）《》【】]{4,2000}")
_TARGET = re.compile(
    r"[?&](?:u|url|target|to|q|redirect|redirect_url|link)=(https?(?:%3A|:)[^&#\s]+)", re.I
)
_UNSTORABLE = re.compile("[\x00-\x20\x7f-\x9f\ud800-\udfff\ufffd\u2028\u2029]")


def with_plain_links(text: CleanText) -> Step:
    """Only what a reader can see changes: an address whose target is another, or is encoded."""
    if "%" not in text.text:
        return Step(text)
    edits = [
        Edit(match.start(), match.end(), plain)
        for match in _ADDRESS.finditer(text.text)
        if (plain := target(match[0])) != match[0]
    ]
    return applied(text, edits)


def target(address: str) -> str:
    """Where an address leads, as people write it; itself when that is not clear."""
    inner = _TARGET.search(address)
    found = unquote(inner[1]) if inner else address
    try:
        decoded = unquote(found, errors="strict")
    except UnicodeDecodeError:
        return found if not _UNSTORABLE.search(found) else address
    return decoded if not _UNSTORABLE.search(decoded) else address
