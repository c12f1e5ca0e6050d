"""“The official API” of a company that was just named: products called by what they are."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from events.extraction.found import MODEL, ORGANIZATION, Mention
from events.extraction.registry import Entry, Registry
from sources.chinese import HAN

# What is offered, and how the name of such a product ends.
_OFFERED = (
    (re.compile(r"官方\s?api|official api(?![a-z])"), " api"),
    (re.compile(rf"(?:提供|推出|发布|开源)了?((?:[{HAN}]{{1,6}}的)?sdk)(?![a-z])"), " sdk"),
)
_REACH = 300  # characters after its company was named


def generic_products(
    text: str, folded: str, known: list[Mention], registry: Registry
) -> Iterator[Mention]:
    """Mentions of products without their name, where their maker has one of that sort."""
    offered = [(pattern, ending) for pattern, ending in _OFFERED if ending.strip() in folded]
    makers = [one for one in known if offered and one.kind is ORGANIZATION and one.slug]
    starts = [one.start for one in makers]
    for pattern, ending in offered:
        for match in pattern.finditer(folded):
            start, end = match.span(match.lastindex or 0)
            place = bisect_left(starts, start)
            near = makers[place - 1] if place else None
            if near is None or start - near.end > _REACH or not _is_free(start, end, known):
                continue
            if entry := _product(near.slug, ending, registry):
                words = text[start:end]
                yield Mention(start, end, words, MODEL, entry.slug, entry.name)


def _product(maker: str, ending: str, registry: Registry) -> Entry | None:
    """The plainest name that ends so."""
    entries = [one for one in registry.products_of(maker) if one.name.casefold().endswith(ending)]
    return min(entries, key=lambda one: len(one.name), default=None)


def _is_free(start: int, end: int, known: list[Mention]) -> bool:
    return all(one.end <= start or end <= one.start for one in known)
