"""What was found in documents as data: one line a document, for programs that check it.

The spelling of kinds and statuses is that of the annotations such programs compare with.
"""

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from events.extraction.folding import fold
from events.extraction.found import Candidate, EntityKind, Extraction, Mention
from events.extraction.names.squashing import shape_of
from events.extraction.registry import Entry, Registry
from events.models.vocabulary import Certainty, EventKind, Status
from sources.chinese import CHARACTER
from sources.reading import Document

_KINDS = {
    EventKind.MARKET_MOVE: "market-move",
    EventKind.OPEN_SOURCING: "open-sourcing",
    EventKind.CANCELLATION: "pause",
    EventKind.MILESTONE: "announcement",
}
_CERTAINTIES = {
    Certainty.DENIED: "denied",
    Certainty.RUMOURED: "rumoured",
    Certainty.CONFIRMED: "confirmed",
    Certainty.REPORTED: "reported",
}


def line_of(
    document: Document, extraction: Extraction, registry: Registry, near_duplicate_of: str | None
) -> dict[str, Any]:
    """One document as a line; names are given as `as printed (main name)`."""
    asked_for = [one for one in extraction.mentions if not _is_benchmark(one, registry)]
    printed = _printed(asked_for)
    for organization in _implied(document, asked_for, registry):
        printed.setdefault((organization.kind, organization.slug), organization.name)

    def names(kind: EntityKind) -> list[str]:
        return [name for (of, _), name in printed.items() if of == kind]

    published = document.published.value
    return {
        "file": document.name,
        "language": document.language,
        "title": document.title.value or None,
        "publisher": document.publisher.value or None,
        "published": str(published) if published else None,
        "authors": list(document.authors.value),
        "organizations": names(EntityKind.ORGANIZATION),
        "models": names(EntityKind.MODEL),
        "people": _people(extraction.mentions),
        "near_duplicate_of": near_duplicate_of,
        "events": [_event(candidate, document, printed) for candidate in extraction.candidates],
        "clean_text": document.clean.text,
    }


def _is_benchmark(mention: Mention, registry: Registry) -> bool:
    """Benchmarks are kept among the models, but nobody asks for them there."""
    entry = registry.find(mention.kind, mention.slug)
    return entry is not None and entry.sort == "benchmark"


def _implied(
    document: Document, mentions: Iterable[Mention], registry: Registry
) -> Iterator[Entry]:
    """Who is named inside of other names (腾讯混元 is Tencent's), and the platform it stands on."""
    for mention in mentions:
        entry = registry.find(mention.kind, mention.slug)
        maker = registry.find(
            EntityKind.ORGANIZATION, (entry.developer or entry.parent) if entry else ""
        )
        begins = maker and any(
            CHARACTER.match(name) and fold(mention.text).startswith(fold(name))
            for name in maker.names
        )
        if maker and begins:
            yield maker
    host = urlsplit(document.url.value).hostname or ""
    for label in host.split(".")[:-1]:
        platform = registry.find(EntityKind.ORGANIZATION, label)
        if platform and platform.sort == "platform":
            yield platform


Key = tuple[EntityKind, str]


def _key(kind: EntityKind, slug: str, name: str) -> Key:
    return kind, slug or f"new {shape_of(name).squashed}"


def _printed(mentions: Iterable[Mention]) -> dict[Key, str]:
    """Every entity once, in order of first mention, with its name as printed there."""
    names: dict[Key, str] = {}
    for mention in mentions:
        words = " ".join(mention.text.split())
        same = shape_of(words).squashed == shape_of(mention.name).squashed
        name = mention.name if same else f"{words} ({mention.name})"
        names.setdefault(_key(mention.kind, mention.slug, mention.name), name)
    return names


def _people(mentions: Iterable[Mention]) -> list[str]:
    people = {
        _key(mention.kind, mention.slug, mention.name): mention.name
        for mention in mentions
        if mention.kind == EntityKind.PERSON
    }
    return list(people.values())


def _event(candidate: Candidate, document: Document, printed: dict[Key, str]) -> dict[str, Any]:
    date = candidate.date

    def names(kind: EntityKind) -> list[str]:
        return [
            printed[key]
            for one in candidate.participants
            if one.kind == kind and (key := _key(kind, one.slug, one.name)) in printed
        ]

    return {
        "earliest": date.earliest.isoformat() if date and date.earliest else None,
        "latest": date.latest.isoformat() if date and date.latest else None,
        "kind": _KINDS.get(candidate.kind, candidate.kind.value),
        "status": _status(candidate),
        "organizations": names(EntityKind.ORGANIZATION),
        "models": names(EntityKind.MODEL),
        "evidence": document.clean.text[candidate.start : candidate.end],
    }


def _status(candidate: Candidate) -> str:
    """Occurrence and certainty as one word."""
    if candidate.certainty in (Certainty.DENIED, Certainty.RUMOURED, Certainty.REPORTED):
        return _CERTAINTIES[candidate.certainty]
    if candidate.status == Status.PLANNED:
        return "planned"
    return _CERTAINTIES.get(candidate.certainty, "reported")


def lines_for_people(
    document: Document, extraction: Extraction, near_duplicate_of: str | None
) -> list[str]:
    """A document and what it proposes, to be read in a terminal."""
    published = document.published.value
    lines = [f"{document.name}: {document.title.value}", f"  published {published or '?'}"]
    if near_duplicate_of:
        lines.append(f"  nearly the same as {near_duplicate_of}")
    for candidate in extraction.candidates:
        names = ", ".join(one.name for one in candidate.participants)
        passage = " ".join(document.clean.text[candidate.start : candidate.end].split())
        lines.append(
            f"  {candidate.date or '?'}  {candidate.kind.label}, {candidate.status.label},"
            f" {candidate.certainty.label}  {candidate.score:.2f}  {names}"
        )
        lines.append(f"    {passage}")
    return lines
