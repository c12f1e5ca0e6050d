"""A stored source as the desk shows it: its text with everything found in it marked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dates import PartialDate
from dates.fields import in_words
from events.desk.marks import Mark, MarkKind, Part, laid_out
from events.desk.passages import Passage
from events.extraction.articles import article_of_source
from events.extraction.extract import extract
from events.extraction.found import Candidate, EntityKind, Extraction
from events.extraction.registry import current_registry
from events.models import Proposal
from sources.models import Source

MARKED = 100_000  # characters in which names, dates and cues are looked for
SHOWN = 300_000


@dataclass(frozen=True, slots=True)
class Text:
    parts: list[Part]
    cut: int  # characters that are not shown
    unmarked: int  # characters shown in which nothing was looked for


def found_in(source: Source) -> Extraction:
    """Names, dates and cues as they are known today, in the first part of a very long text."""
    article = article_of_source(source)
    sections = tuple(
        section._replace(end=min(section.end, MARKED))
        for section in article.sections
        if section.start < MARKED
    )
    return extract(
        replace(article, text=article.text[:MARKED], sections=sections), current_registry()
    )


def read(source: Source, found: Extraction, proposals: Iterable[Proposal]) -> Text:
    text = source.text[:SHOWN]
    marks = [*_marks_of(found), *map(_passage, proposals)]
    return Text(
        laid_out(text, article_of_source(source).sections, marks),
        cut=len(source.text) - len(text),
        unmarked=max(len(text) - MARKED, 0),
    )


def _marks_of(found: Extraction) -> Iterable[Mark]:
    for mention in found.mentions:
        yield Mark(mention.start, mention.end, MarkKind.ENTITY, mention.name)
    for date in found.dates:
        yield Mark(date.start, date.end, MarkKind.DATE, str(in_words(date.value)))
    for cue in found.cues:
        kind = MarkKind.TRIGGER if cue.is_trigger else MarkKind.CUE
        yield Mark(cue.start, cue.end, kind)


def _passage(proposal: Proposal) -> Mark:
    return Mark(
        proposal.passage_start, proposal.passage_end, MarkKind.PASSAGE, proposal=proposal.pk
    )


def candidate_in(found: Extraction, passage: Passage) -> Candidate | None:
    """What extraction makes of most of a passage, if anything."""

    def shared(one: Candidate) -> int:
        return min(one.end, passage.end) - max(one.start, passage.start)

    best = max(found.candidates, key=shared, default=None)
    return best if best and shared(best) > 0 else None


def named_in(found: Extraction, passage: Passage) -> list[tuple[EntityKind, str]]:
    """Who and what is named in a passage, each once, by its main name."""
    named = [
        (mention.kind, mention.name)
        for mention in found.mentions
        if passage.start <= mention.start and mention.end <= passage.end
    ]
    return list(dict.fromkeys(named))


def date_in(found: Extraction, passage: Passage) -> PartialDate | None:
    """The first date in a passage."""
    inside = (one.value for one in found.dates if passage.start <= one.start < passage.end)
    return next(inside, None)
