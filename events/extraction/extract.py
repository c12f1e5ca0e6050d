"""The steps of extraction in their order."""

from events.extraction.cues import lexicon
from events.extraction.cues.meaning import Sort
from events.extraction.dating import Dated, calendar, dated
from events.extraction.drafting import Draft, drafts, real
from events.extraction.folding import fold
from events.extraction.found import (
    Article,
    Candidate,
    Cue,
    CueKind,
    EntityKind,
    Extraction,
    Participant,
    Reason,
)
from events.extraction.names import find_mentions
from events.extraction.registry import Registry
from events.extraction.sentences import sentences
from events.extraction.units import Unit, units
from events.models.vocabulary import Role


def extract(article: Article, registry: Registry) -> Extraction:
    """Names, dates, cues and candidate events of one article."""
    folded = fold(article.text)
    words = lexicon.english() if article.language.startswith("en") else lexicon.chinese()
    hits = words.find(folded)
    mentions = find_mentions(article.text, registry)
    known = calendar(article, folded)
    parts = units(sentences(article.text), article.sections, hits, mentions, known.dates)
    found = [draft for draft in drafts(parts, folded) if real(draft)]
    told = dated(found, parts, folded, known)
    candidates = tuple(
        _candidate(draft, when, parts, article) for draft, when in zip(found, told, strict=True)
    )
    cues = tuple(_cue(hit, article.text) for hit in hits)
    return Extraction(tuple(mentions), tuple(known.dates), cues, candidates)


def _candidate(draft: Draft, when: Dated, parts: list[Unit], article: Article) -> Candidate:
    unit = parts[draft.unit]
    participants = tuple(
        {
            (m.kind, m.slug or m.name): Participant(m.kind, m.slug, m.name, Role.SUBJECT)
            for m in unit.mentions
            if draft.start <= m.start < draft.end
        }.values()
    )
    return Candidate(
        draft.start, draft.end, _cue(draft.trigger, article.text), draft.kind,
        draft.mood.status, draft.mood.certainty, when.value, when.basis, article.published,
        participants, "", "", draft.strength, (Reason(when.why),), when.phrase,
    )  # fmt: skip


_CUE_KINDS = {
    Sort.TRIGGER: CueKind.TRIGGER,
    Sort.PLANNED: CueKind.STATUS,
    Sort.POSSIBLE: CueKind.STATUS,
    Sort.DONE: CueKind.STATUS,
    Sort.ABSENT: CueKind.NEGATION,
}


def _cue(hit: lexicon.Hit, text: str) -> Cue:
    kind = _CUE_KINDS.get(hit.meanings[0].sort, CueKind.CERTAINTY)
    return Cue(hit.start, hit.end, text[hit.start : hit.end], kind)
