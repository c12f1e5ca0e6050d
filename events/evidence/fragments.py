"""Links to a passage of a page: `#:~:text=before-,quote,-after`. Plain Python.

https://wicg.github.io/scroll-to-text-fragment/: browsers look for the words as they are printed,
so only a quote that was found in the source's text makes such a link.
"""

import re
from typing import TYPE_CHECKING
from urllib.parse import quote as percent_encoded
from urllib.parse import urlsplit

from events.models.vocabulary import Section

if TYPE_CHECKING:
    from events.models import Claim

ON_THE_PAGE = (Section.TITLE, Section.BODY)
LONG = 120  # characters from which on only the beginning and the end of a quote are given
_FEW = 30
_BROKEN = re.compile(r"[\r\n\t]+")
# A character of a word that stands between spaces; Chinese words do not.
_WORD = re.compile(r"[^\W_\u3040-\u30ff\u3400-\u9fff]")


def address_of_passage(claim: "Claim", shown: str, *, whole: bool) -> str:
    """The address of the source, with the passage when its words are known to be on the page.

    Of a source that may not be quoted only what readers see anyway is given, without the text
    around it.
    """
    address = claim.source.url or ""
    if urlsplit(address).scheme not in ("http", "https"):
        return ""
    if not shown or claim.quote_start is None or claim.section not in ON_THE_PAGE:
        return address
    if whole:
        return address + _joint(address) + directive(claim.quote, claim.prefix, claim.suffix)
    if shown != claim.quote and _WORD.match(claim.quote[len(shown)]):
        shown = without_last_word(shown)
    return address + _joint(address) + directive(shown) if shown else address


def _joint(address: str) -> str:
    return "" if "#" in address else "#"


def directive(text: str, prefix: str = "", suffix: str = "") -> str:
    """`:~:text=` for these words; `-`, `,` and `&` mean something there and are escaped."""
    lines = [line.strip() for line in _BROKEN.split(text) if line.strip()]
    if len(lines) == 1 and len(text) > LONG:
        lines = [without_last_word(lines[0][:_FEW]), without_first_word(lines[0][-_FEW:])]
    parts = [_escaped(line) for line in (lines if len(lines) < 3 else (lines[0], lines[-1]))]
    if before := without_first_word(_BROKEN.split(prefix)[-1]):
        parts.insert(0, f"{_escaped(before)}-")
    if after := without_last_word(_BROKEN.split(suffix)[0]):
        parts.append(f"-{_escaped(after)}")
    return ":~:text=" + ",".join(parts)


def without_last_word(text: str) -> str:
    """What a cut leaves whole at the end: a browser finds no half word."""
    end = len(text)
    while end and _WORD.match(text[end - 1]):
        end -= 1
    return text[:end].strip()


def without_first_word(text: str) -> str:
    start = 0
    while start < len(text) and _WORD.match(text[start]):
        start += 1
    return text[start:].strip()


def _escaped(text: str) -> str:
    return percent_encoded(text, safe="").replace("-", "%2D")
