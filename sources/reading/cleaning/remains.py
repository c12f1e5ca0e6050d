"""HTML that is left in a text because it was escaped twice, or its tags were cut off in part."""

import re

from sources.reading.cleaning.result import Step, applied
from sources.reading.document import CleanText
from sources.reading.formats.markup import entity_edits
from sources.reading.mapped import Edit

FEWEST = 3  # tags that no author writes about
_TAG = re.compile(
    r"</?(?:p|br|div|span|strong|font|section)(?:\s[^<>\n]{0,300})?/?>", re.IGNORECASE
)
_BREAK = re.compile(r"</(?:p|div|section)|<br", re.IGNORECASE)


def without_remains(text: CleanText) -> Step:
    """Character references become characters; tags go where there are several."""
    words = text.text
    edits: list[Edit] = []
    if "&" in words and ";" in words:
        found = entity_edits(words, 0, len(words))
        edits += [edit for edit in found if words[edit.end - 1] == ";"]
    if "<" in words:
        tags = list(_TAG.finditer(words))
        edits += [
            Edit(tag.start(), tag.end(), "\n" if _BREAK.match(tag[0]) else "")
            for tag in tags
            if len(tags) >= FEWEST
        ]
    return applied(text, edits)
