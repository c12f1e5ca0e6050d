"""Plain text, Markdown and dumps in which HTML stands within lines."""

from sources.reading.document import CleanText, Section, SectionKind
from sources.reading.formats.detect import Shape
from sources.reading.formats.front_matter import FrontMatter, front_matter
from sources.reading.formats.inline import inline_edits
from sources.reading.formats.markdown import without_marks
from sources.reading.formats.wrapping import without_hard_wraps
from sources.reading.mapped import Edit, edited
from sources.reading.part import File, Heading, Part


def text_part(file: File, shape: Shape) -> Part:
    """The text out of its marks; the title of its front matter or first heading is marked."""
    name, content, raw, encoding, notes = file
    front = front_matter(raw) if shape.format != "plain" else FrontMatter(0)
    text = _without_front_matter(raw, front)
    if shape.dump:
        text = edited(text, inline_edits(text.text))
    else:
        text, joined = without_hard_wraps(text)
        notes = (*notes, *joined)
    headings: tuple[Heading, ...] = ()
    if shape.format != "plain":
        text, headings = without_marks(text)
        text = _titled(text, headings)
    notes = tuple(note for note in notes if note.code != "encoding_contradicts") + front.notes
    return Part(name, content, shape.format, encoding, raw, text, front.hints, headings, notes)


def _without_front_matter(raw: str, front: FrontMatter) -> CleanText:
    """The block goes; its title stays as the first line unless the text has it too."""
    text = CleanText.unchanged(raw)
    if not front.end:
        return text
    if not front.title or raw.find(raw[slice(*front.title)], front.end, front.end + 500) >= 0:
        return edited(text, [Edit(0, front.end)])
    start, end = front.title
    text = CleanText(raw, text.runs, (Section(SectionKind.TITLE, start, end),))
    return edited(text, [Edit(0, start), Edit(end, front.end, "\n\n")])


def _titled(text: CleanText, headings: tuple[Heading, ...]) -> CleanText:
    """The first line is the title when it is a heading, else the only one of the first level."""
    if text.sections and text.sections[0].kind == SectionKind.TITLE:
        return text
    begin = len(text.text) - len(text.text.lstrip())
    highest = [heading for heading in headings if heading.level == 1]
    first = next((h for h in headings if h.start <= begin), None)
    chosen = first or (highest[0] if len(highest) == 1 else None)
    if chosen is None:
        return text
    section = Section(SectionKind.TITLE, chosen.start, chosen.end)
    return CleanText(text.text, text.runs, (*text.sections, section))
