"""The steps of extraction in their order."""

from events.extraction.clauses.mood import Mood
from events.extraction.clauses.noise import about_ai, quiet
from events.extraction.clauses.sentences import sentences
from events.extraction.clauses.triggers import UNDOING
from events.extraction.clauses.units import Findings, Unit, units
from events.extraction.cues.lexicon import chinese, english
from events.extraction.dating.fitting import Calendar
from events.extraction.dating.when import calendar, dated
from events.extraction.drafts.drafting import drafts, real
from events.extraction.drafts.merging import Event, events, merged
from events.extraction.drafts.roles import Cast, casts
from events.extraction.drafts.scoring import PROPOSED_FROM, reasons, score
from events.extraction.drafts.titles import Telling, titles
from events.extraction.folding import fold
from events.extraction.found import MODEL, Article, Candidate, Extraction
from events.extraction.names.mentions import find_mentions
from events.extraction.names.speakers import with_speaker
from events.extraction.registry import Registry
from events.models.vocabulary import EventKind, Status


def extract(article: Article, registry: Registry) -> Extraction:
    """Names, dates, cues and candidate events of one article; reads any text without raising."""
    folded = fold(article.text)
    lexicon = english() if article.language.startswith("en") else chinese()
    hits = tuple(lexicon.find(folded))
    mentions = find_mentions(article.text, registry, folded)
    known = calendar(article, folded, mentions)
    spoken = with_speaker(mentions, article, folded, registry)
    findings = Findings(hits, tuple(spoken), tuple(known.dates))
    parts = units(sentences(article.text), article, findings, folded)
    found = _events(article, parts, folded, known)
    cast = casts([event.draft for event in found], parts, spoken, folded, registry)
    telling = Telling(article, folded, registry)
    candidates = [
        _candidate(event, roles, telling, expected)
        for event, roles in zip(found, cast, strict=True)
        if (expected := score(event, roles)) >= PROPOSED_FROM
    ]
    return Extraction(tuple(mentions), tuple(known.dates), hits, tuple(candidates))


def _events(article: Article, parts: list[Unit], folded: str, known: Calendar) -> list[Event]:
    named = any(m.slug and m.kind is MODEL for part in parts for m in part.mentions)
    if not named and not about_ai(folded):
        return []
    made = [draft for draft in drafts(parts, folded, quiet(parts, folded)) if real(draft)]
    return merged(events(made, dated(made, parts, folded, known), parts, folded))


def _candidate(event: Event, cast: Cast, telling: Telling, expected: float) -> Candidate:
    article = telling.article
    draft, when, text = event.draft, event.when, article.text
    mood = draft.mood
    title_en, title_zh = titles(draft, cast, telling)
    start, end = _trimmed(text, draft.start, draft.end)
    return Candidate(  # in their order: Python takes twice as long to find them by name
        start,
        end,
        _kind(draft.kind, mood),
        mood.status,
        mood.certainty,
        when.value,
        when.basis,
        article.published,
        cast.participants,
        title_en,
        title_zh,
        expected,
        reasons(event, cast, text, _in_quote(telling, start, draft.trigger.start)),
    )


_STATEMENT, _PLAN, _PLANNED = EventKind.STATEMENT, EventKind.PLAN, Status.PLANNED
# a plan to do any of these is a plan; others keep their kind with the status planned
_PLANNED_KINDS = {
    EventKind.RELEASE,
    EventKind.PREVIEW,
    EventKind.OPEN_SOURCING,
    EventKind.ANNOUNCEMENT,
    EventKind.PARTNERSHIP,
    EventKind.ORGANIZATION,
    EventKind.RESEARCH,
    EventKind.MILESTONE,
    EventKind.REPORT,
}


def _kind(kind: EventKind, mood: Mood) -> EventKind:
    """What was not done is no deed: that somebody has yet to release something is told."""
    if kind in UNDOING and mood.absent:
        return _STATEMENT
    if kind not in _PLANNED_KINDS:
        return kind
    if mood.status is _PLANNED:
        return _PLAN
    return _STATEMENT if mood.absent else kind


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    passage = text[start:end].rstrip()
    end = start + len(passage)
    return end - len(passage.lstrip()), end


def _in_quote(telling: Telling, start: int, position: int) -> bool:
    if telling.folded.find('"', start, position) < 0:  # any of them is straight there
        return False
    text = telling.article.text
    if text.count("“", start, position) > text.count("”", start, position):
        return True
    return text.count('"', start, position) % 2 == 1
