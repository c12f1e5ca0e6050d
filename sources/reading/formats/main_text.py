"""The main text of a web page, as trafilatura sees it. Only this module imports it."""

import logging
import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import pairwise

from sources.reading.formats.blocks import HEADINGS, Block

PARAGRAPH = 60  # characters
MOST_TAGS = 60_000  # trafilatura would take seconds
_BODY = re.compile("<(?:body|html)[ >]", re.IGNORECASE)
_BYLINE = re.compile(
    r"\d{4}\s?[年./-]\s?\d{1,2}|来源|來源|作者|记者|記者|编辑|編輯|责编|責編|文[｜|/:：]|发布|發布|發佈"
    r"|\b(?:by|published|posted|updated|source|written by)\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d",
    re.IGNORECASE,
)


_SAYS = re.compile(r"[^\n]{40,}[.。!！?？]['\"”’)]?\s*\Z")


def main_blocks(page: str, found: list[Block]) -> list[Block] | None:
    """The blocks that belong to the main text, with its heading and dateline; or nothing."""
    if page.count("<") > MOST_TAGS:
        return None
    text = _main_text(page)
    lines = {squeezed for line in text.splitlines() if (squeezed := _squeeze(line))}
    whole = _squeeze(text)
    chosen = {place for place, block in enumerate(found) if _belongs(block, lines, whole)}
    if sum(len(found[place].text) for place in chosen) < 80:
        return None
    chosen |= set(_items(found, chosen)) | set(_head(found, chosen))
    return [found[place] for place in sorted(chosen)]


@cache
def _extraction() -> Callable[[str], str | None]:
    """With its options, which take long to make and which no page changes."""
    from trafilatura import extract  # slow to load, and only pages need it
    from trafilatura.settings import Extractor

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return partial(extract, options=Extractor(comments=False, fast=True))


def _main_text(page: str) -> str:
    if not _BODY.search(page):
        page = f"<html><body>{page}</body></html>"
    return _extraction()(page) or ""


def _squeeze(text: str) -> str:
    return "".join(text.replace("|", " ").split())


def _belongs(block: Block, lines: set[str], whole: str) -> bool:
    """A short block must be a line of the main text; of a long one both ends must be in it."""
    squeezed = _squeeze(block.text)
    if squeezed in lines or f"-{squeezed}" in lines:
        return True
    return len(squeezed) >= 16 and squeezed[:40] in whole and squeezed[-40:] in whole


def _items(found: list[Block], chosen: set[int]) -> Iterator[int]:
    """Sentences of a list between two paragraphs: a list of links has none."""
    for first, last in pairwise(sorted(chosen)):
        between = found[first + 1 : last]
        if between and all(block.tag == "li" and _SAYS.search(block.text) for block in between):
            yield from range(first + 1, last)


def _head(found: list[Block], chosen: set[int]) -> Iterator[int]:
    """The page's heading, and what looks like its byline between that and the first paragraph."""
    first = next((p for p in sorted(chosen) if len(found[p].text) >= PARAGRAPH), min(chosen))
    heading = next((p for p in range(first, -1, -1) if found[p].tag == "h1"), -1)
    if heading < 0:
        heading = next((p for p in range(first, -1, -1) if found[p].tag in HEADINGS), -1)
    if heading >= 0:
        yield heading
        between = range(heading + 1, first)
        yield from (p for p in between if len(between) <= 25 and _is_byline(found[p]))


def _is_byline(block: Block) -> bool:
    return not block.side and len(block.text) <= 120 and bool(_BYLINE.search(block.text))
