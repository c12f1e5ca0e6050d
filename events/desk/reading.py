"""A stored source as the desk shows it: its text with everything found in it marked."""

from collections.abc import Iterable
from dataclasses import dataclass

from dates.fields import in_words
from events.desk.marks import Mark, MarkKind, Part, laid_out
from events.desk.passages import Passage
from events.extraction.extract import extract
from events.extraction.found import Article, CueKind, EntityKind, Extraction
from events.extraction.registry import Registry, registry_of
from events.models import Proposal
from sources.models import Source
from sources.reading import Section, SectionKind

MARKED = 100_000  # characters in which names, dates and cues are looked for
SHOWN = 300_000


@dataclass(frozen=True, slots=True)
class Text:
    parts: list[Part]
    cut: int  # characters that are not shown
    unmarked: int  # characters shown in which nothing was looked for


def registry() -> Registry:
    return registry_of(())


def article_of(source: Source, text: str) -> Article:
    return Article(
        text=text,
        language=source.language,
        sections=tuple(sections_of(source)),
        published=source.published,
        published_between=source.published_between,
        publisher=source.publisher.name if source.publisher else "",
        title=source.title,
    )


def sections_of(source: Source) -> Iterable[Section]:
    for row in source.sections:
        yield Section(SectionKind(row["kind"]), row["start"], row["end"])


def found_in(source: Source) -> Extraction:
    return extract(article_of(source, source.text[:MARKED]), registry())


def read(source: Source, found: Extraction, proposals: Iterable[Proposal]) -> Text:
    text = source.text[:SHOWN]
    marks = [*_marks_of(found), *map(_passage, proposals)]
    return Text(
        laid_out(text, sections_of(source), marks),
        cut=len(source.text) - len(text),
        unmarked=max(len(text) - MARKED, 0),
    )


def _marks_of(found: Extraction) -> Iterable[Mark]:
    for mention in found.mentions:
        yield Mark(mention.start, mention.end, MarkKind.ENTITY, mention.name)
    for date in found.dates:
        yield Mark(date.start, date.end, MarkKind.DATE, str(in_words(date.value)))
    for cue in found.cues:
        kind = MarkKind.TRIGGER if cue.kind is CueKind.TRIGGER else MarkKind.CUE
        yield Mark(cue.start, cue.end, kind)


def _passage(proposal: Proposal) -> Mark:
    return Mark(
        proposal.passage_start, proposal.passage_end, MarkKind.PASSAGE, proposal=proposal.pk
    )


def entities_in(found: Extraction, passage: Passage) -> list[tuple[EntityKind, str]]:
    """Who and what is named in a passage, each once, by its main name."""
    named = [
        (mention.kind, mention.name)
        for mention in found.mentions
        if passage.start <= mention.start and mention.end <= passage.end
    ]
    return list(dict.fromkeys(named))
