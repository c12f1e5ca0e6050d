"""“We” in what an organization publishes itself: its blog, its notice."""

import re
from collections.abc import Iterator, Sequence

from events.extraction.found import Article, EntityKind, Mention
from events.extraction.registry import Entry, Registry

_OUTLET = "outlet"  # its “we” is the newsroom, or its readers
_WE = re.compile(r"(?<![a-z’'-])we(?=[ '’])|我们|我司|我办|我部|我局|本公司|本司|本实验室")
_OPENING, _CLOSING = "“「『", "”」』"


def with_speaker(
    mentions: Sequence[Mention], article: Article, folded: str, registry: Registry
) -> list[Mention]:
    """The mentions, and each “we” of the publisher as one of it."""
    speaker = speaker_of(article, registry)
    if speaker is None:
        return list(mentions)
    return sorted([*mentions, *_said(speaker, article.text, folded)])


def speaker_of(article: Article, registry: Registry) -> Entry | None:
    """Who says “we” in it."""
    publisher = registry.organizations_by_name.get(article.publisher.casefold())
    return publisher if publisher and publisher.sort != _OUTLET else None


def _said(speaker: Entry, text: str, folded: str) -> Iterator[Mention]:
    for match in _WE.finditer(folded):
        if _is_quoted(text, match.start()):
            continue
        start, end = match.span()
        yield Mention(
            start, end, text[start:end], EntityKind.ORGANIZATION, speaker.slug, speaker.name
        )


def _is_quoted(text: str, position: int) -> bool:
    """Inside of a quotation somebody else may speak: a customer, a partner."""
    line = text[text.rfind("\n", 0, position) + 1 : position]
    opened = sum(map(line.count, _OPENING)) - sum(map(line.count, _CLOSING))
    return opened > 0 or line.count('"') % 2 == 1
