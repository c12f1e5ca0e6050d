"""White space at the edges of lines and between paragraphs; inside lines it is the author's."""

from sources.reading.cleaning.result import Step, applied
from sources.reading.document import CleanText
from sources.reading.mapped import Edit


def tidy(text: CleanText) -> Step:
    """No space around a line, at most one blank line, none at the beginning and the end."""
    edits: list[Edit] = []
    done = place = breaks = 0
    for line in text.text.split("\n"):
        words = line.strip()
        if words:
            start = place + line.index(words)
            put = "\n" * min(breaks, 2) if done else ""
            if text.text[done:start] != put:
                edits.append(Edit(done, start, put))
            done, breaks = start + len(words), 0
        place += len(line) + 1
        breaks += 1
    if done < len(text.text):
        edits.append(Edit(done, len(text.text)))
    return applied(text, edits)
