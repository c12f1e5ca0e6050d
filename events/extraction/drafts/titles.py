"""Drafts of titles in English and Simplified Chinese, from what an event is made of."""

import re
from typing import NamedTuple

from events.extraction.drafts.drafting import Draft
from events.extraction.drafts.notes import by_word, loose
from events.extraction.drafts.parts import Parts, called
from events.extraction.drafts.patterns import SUING, patterned
from events.extraction.drafts.roles import Cast
from events.extraction.found import PERSON, Article, Participant
from events.extraction.registry import Registry
from events.models.vocabulary import EventKind

# asked for by the thousand: to find a member by its name in an Enum takes Python its time
_INVESTMENT, _ORGANIZATION = EventKind.INVESTMENT, EventKind.ORGANIZATION


class Telling(NamedTuple):
    """Where an event is told, and how everybody is called."""

    article: Article
    folded: str
    registry: Registry


def titles(draft: Draft, cast: Cast, telling: Telling) -> tuple[str, str]:
    """English and Chinese; in the source's own language its words where no pattern fits."""
    registry = telling.registry
    things = _things(draft, cast, registry)
    mover = _mover(draft, cast)
    if mover and cast.actor:
        things = [one for one in (cast.actor, *cast.others) if one is not mover][:1]
    fallback = [] if things or draft.kind is _INVESTMENT else cast.others[:1]
    doer = [actor] if (actor := mover or cast.actor) else fallback
    parts = Parts(
        draft,
        called(doer, registry),
        called(things, registry),
        cast.others,
        telling.folded[draft.start : draft.end],
        actor is not None and actor.kind is PERSON,
        registry,
    )
    if told := patterned(parts):
        return told.en, told.zh
    words = _words(draft, telling.article.text)
    told = by_word(parts) or loose(parts)
    english = telling.article.language.startswith("en")
    return (words, told.zh) if english else (told.en, words)


def _mover(draft: Draft, cast: Cast) -> Participant | None:
    """Who comes or goes, where one person is named."""
    if draft.kind is not _ORGANIZATION:
        return None
    people = [one for one in cast.participants if one.kind is PERSON]
    return people[0] if len(people) == 1 else None


# kinds of what is done to organizations
_DONE_TO = {EventKind.ACQUISITION, EventKind.PARTNERSHIP, EventKind.INCIDENT}


def _things(draft: Draft, cast: Cast, registry: Registry) -> list[Participant]:
    """What it is about; whoever is sued is somebody, not a product."""
    others = cast.others[:3] if draft.kind in _DONE_TO else []
    if others and SUING.search(draft.trigger.word):
        return others
    return _without_families(cast.subjects, registry)[:3] or others


def _without_families(subjects: list[Participant], registry: Registry) -> list[Participant]:
    """Llama 4 is not also Llama."""
    if len(subjects) < 2:
        return subjects
    entries = (registry.by_slug.get((one.kind, one.slug)) for one in subjects)
    families = {entry.family for entry in entries if entry}
    return [one for one in subjects if one.slug not in families]


_LEADING = re.compile(
    r"^(?:[\s，,、：:；;。.\-*•·–—“”\"'>#]|(?:and|but|while|并|而|但|同时|此外|另外|不过"
    r"|与此同时)[\s，,]?)+",
    re.I,
)


LONGEST_ENGLISH, LONGEST_CHINESE = 110, 48


def _words(draft: Draft, text: str) -> str:
    """The passage's own words, shortened at a comma where it is long."""
    words = " ".join(_LEADING.sub("", text[draft.start : draft.end]).split())
    words = words.rstrip(" ，,。.；;：:")
    longest = LONGEST_ENGLISH if words.isascii() or " " in words[:40] else LONGEST_CHINESE
    if len(words) <= longest:
        return words
    cut = max(words.rfind(mark, longest // 2, longest) for mark in ("，", ",", "；", " "))
    return words[: cut if cut > 0 else longest].rstrip(" ，,；") + "…"
