"""The title line: found when the format did not tell it, and kept once."""

import re
from itertools import islice

from sources.reading.cleaning.boilerplate import Cut, line_code
from sources.reading.lines import Line, squeezed

HEAD = 6  # lines in which a title is looked for
WIDEST = 170  # columns
_NO_TITLE_END = re.compile(r"[。，,；;：、]$|[a-z]\.$")
_MASTHEAD = re.compile(
    r"^\S{0,24}?\s?(?:19|20)\d\d\s?[-年/.]\s?\d{1,2}|^\d{1,2} [A-Z][a-z]+ 20\d\d|\d{1,2}:\d\d"
)
_NO_TITLE = re.compile(
    r"^(?:来源|來源|作者|文[/｜|:：]|编辑|編輯|编译|編譯|记者|記者|责编|摄影|攝影|原创|原創|URL|https?:|by\b|from\b|date\b"
    r"|published\b|posted\b|updated\b|source\b|author\b|subject\b|to\b[:：]|[(（【\[•·\-*>▲])",
    re.IGNORECASE,
)


def title_line(lines: list[Line], declared: list[str], guess: bool) -> Line | None:
    """A first line that is declared as title, or looks like one: short, and no sentence.

    Posts have no titles, so nothing is a title there by its looks.
    """
    wanted = {squeezed(title) for title in declared if title}
    for line in lines[:HEAD] if wanted else ():
        if squeezed(line.words) in wanted:
            return line
    if not guess:
        return None
    for line in islice((line for line in lines[:HEAD] if not line_code(line)), 3):
        if looks_like_title(line) and len(lines) > 1:
            return line
        if not _MASTHEAD.search(line.words) or len(line.words) > 60:
            return None
    return None


def looks_like_title(line: Line) -> bool:
    if not 4 <= line.width <= WIDEST or _MASTHEAD.search(line.words):
        return False
    return not (_NO_TITLE_END.search(line.words) or _NO_TITLE.search(line.words))


def repetitions(lines: list[Line], title: Line) -> list[Cut]:
    """Other lines that say the same as the title."""
    wanted, longest = squeezed(title.words), 2 * len(title.words) + 8
    return [
        Cut(line.start, line.end, "title_repeated")
        for line in lines
        if line.start != title.start
        and wanted
        and len(line.words) <= longest
        and squeezed(line.words) == wanted
    ]
