"""“The official API” of a company that was just named: products called by what they are."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from events.extraction.found import MODEL, ORGANIZATION, Mention
from events.extraction.names.taken import Taken
from events.extraction.registry import Entry, Registry
from sources.chinese import HAN

# A word without which it is not looked for, what is offered, and how the name of such a product
# ends.
_OFFERED = (
    ("官方", re.compile(r"官方\s?api"), " api"),
    ("official api", re.compile(r"official api(?![a-z])"), " api"),
    ("sdk", re.compile(rf"(?:提供|推出|发布|开源)了?((?:[{HAN}]{{1,6}}的)?sdk)(?![a-z])"), " sdk"),
)
_REACH = 300  # characters after its company was named


def generic_products(
    text: str, folded: str, known: list[Mention], registry: Registry, taken: Taken
) -> Iterator[Mention]:
    """Mentions of products without their name, where their maker has one of that sort."""
    offered = list(_offered(folded))
    makers = [one for one in known if offered and one.kind is ORGANIZATION and one.slug]
    for start, end, ending in offered:
        place = bisect_left(makers, start, key=attrgetter("start"))
        near = makers[place - 1] if place else None
        if near is None or start - near.end > _REACH or not taken.is_free(start, end):
            continue
        if entry := _product(near.slug, ending, registry):
            taken.take(start, end)
            yield Mention(start, end, text[start:end], MODEL, entry.slug, entry.name)


def _offered(folded: str) -> Iterator[tuple[int, int, str]]:
    """Where something is offered, and how the name of such a product ends."""
    for word, pattern, ending in _OFFERED:
        if word in folded:
            for match in pattern.finditer(folded):
                yield *match.span(match.lastindex or 0), ending


def _product(maker: str, ending: str, registry: Registry) -> Entry | None:
    """The plainest name that ends so."""
    entries = [one for one in registry.products_of(maker) if one.name.casefold().endswith(ending)]
    return min(entries, key=lambda one: len(one.name), default=None)
