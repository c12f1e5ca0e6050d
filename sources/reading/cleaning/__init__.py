"""The steps of cleaning in their order."""

import re
from collections.abc import Iterable

from sources.reading.cleaning.boilerplate import Cut, as_edits, cuts, teaser
from sources.reading.cleaning.characters import ODD, without_odd_characters
from sources.reading.cleaning.glosses import without_glosses
from sources.reading.cleaning.links import with_plain_links
from sources.reading.cleaning.mojibake import DOUBTFUL, without_mojibake
from sources.reading.cleaning.placeholders import without_photo_credits, without_placeholders
from sources.reading.cleaning.remains import without_remains
from sources.reading.cleaning.result import MOST_NOTES, Step
from sources.reading.cleaning.sections import heading_sections, line_sections, whole
from sources.reading.cleaning.titles import looks_like_title, repetitions, title_line
from sources.reading.cleaning.whitespace import tidy
from sources.reading.document import CleanText, Note, Section, SectionKind
from sources.reading.lines import Line, lines_of
from sources.reading.mapped import Spans, edited
from sources.reading.part import Part
from sources.reading.telling import counted, in_short

_DAMAGE = re.compile(f"[{ODD}{DOUBTFUL}]")
_SOUND = bytes(code for code in range(0x80) if not _DAMAGE.match(chr(code)))


def _without_damage(text: CleanText) -> Step:
    """Odd and damaged characters are looked for at once, for most texts have neither."""
    if not _may_be_damaged(text.text):
        return Step(text)
    text, notes = without_odd_characters(text)
    text, more = without_mojibake(text)
    return Step(text, (*notes, *more))


def _may_be_damaged(words: str) -> bool:
    if words.isascii():
        return bool(words.encode().translate(None, _SOUND))
    return bool(_DAMAGE.search(words))


STEPS = (
    without_remains,
    _without_damage,
    without_glosses,
    without_placeholders,
    without_photo_credits,
    with_plain_links,
)
SPECIAL = {
    SectionKind.MACHINE_SUMMARY: "machine_summary",
    SectionKind.METADATA: "metadata_block",
}
_CENSORED = re.compile(r"\*{2,}")


def clean(part: Part) -> tuple[CleanText, tuple[Note, ...]]:
    """The text to read, and what was odd about it."""
    text = _with_sections(part)
    notes: list[Note] = []
    for step in STEPS:
        text, found = step(text)
        notes += found
    text, found = _without_boilerplate(text, part)
    notes += found
    text, _nothing = tidy(text)
    text = CleanText(text.text, text.runs, whole(text.text, text.sections))
    return text, (*notes, *_told(text))


def _with_sections(part: Part) -> CleanText:
    """The part's text with the title its format told and the sections its headings name."""
    text = part.text
    special = [s for s in text.sections if s.kind != SectionKind.BODY]
    found = heading_sections(text.text, part.headings)
    return CleanText(text.text, text.runs, (*special, *found))


def _without_boilerplate(text: CleanText, part: Part) -> Step:
    lines = lines_of(text.text)
    if not lines:
        return Step(text)
    sections = [*text.sections, *line_sections(text.text, lines, text.sections)]
    title = _title(lines, sections, part)
    if title and not any(section.kind == SectionKind.TITLE for section in sections):
        sections.append(Section(SectionKind.TITLE, title.start, title.end))
    found = _cuts(lines, sections, title)
    edits, notes = as_edits(text.text, found)
    text = CleanText(text.text, text.runs, tuple(sections))
    return Step(edited(text, edits), _at_most(notes))


def _title(lines: list[Line], sections: list[Section], part: Part) -> Line | None:
    known = next((s for s in sections if s.kind == SectionKind.TITLE), None)
    if known is None:
        declared = [hint.value for hint in part.said("title")]
        return title_line(lines, declared, guess=part.format != "weibo")
    return next((line for line in lines if line.start <= known.start < line.end), None)


def _cuts(lines: list[Line], sections: list[Section], title: Line | None) -> list[Cut]:
    special = Spans((start, end) for kind, start, end in sections if kind in SPECIAL)
    kept = {line.start for line in lines if line.start in special}
    kept |= {title.start} if title else set()
    repeated = repetitions(lines, title) if title else []
    if title and title.start > lines[0].start and looks_like_title(lines[0]):
        repeated += repetitions(lines, lines[0])  # what the format calls the title need not be it
    gone = {cut.start for cut in repeated}
    rest = [line for line in lines if line.start not in gone]
    again = teaser(rest, title.words if title else "")
    if again:
        repeated.append(Cut(again.start, again.end, "teaser_removed"))
        rest.remove(again)
    return [*repeated, *cuts(rest, kept)]


def _at_most(notes: Iterable[Note]) -> tuple[Note, ...]:
    """So many notes of a kind; the last of them counts what is left out."""
    by_code: dict[str, list[Note]] = {}
    for note in notes:
        by_code.setdefault(note.code, []).append(note)
    return tuple(
        note
        for code, several in by_code.items()
        for note in (
            several
            if len(several) <= MOST_NOTES
            else [*several[:MOST_NOTES], Note(code, f"+ {len(several) - MOST_NOTES}")]
        )
    )


def _told(text: CleanText) -> tuple[Note, ...]:
    """Notes on what stays in the text and deserves a look."""
    notes = [
        Note(SPECIAL[section.kind], in_short(text.text[section.start : section.end]))
        for section in text.sections
        if section.kind in SPECIAL
    ]
    censored = [match[0] for match in _CENSORED.finditer(text.text)] if "**" in text.text else []
    return (*_at_most(notes), *counted("censored_words", censored))
