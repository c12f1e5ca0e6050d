"""What templates need to show what was searched for and what was found."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from events.localization import Words
from events.models import Event
from events.search.marks import Marks, Piece
from events.search.results import Results
from events.search.through import found_through, in_script
from events.templatetags.reading import tagged

register = template.Library()

register.filter(in_script)


@register.filter
def marked(words: Words | str, marks: Marks | str) -> SafeString | str:
    """A text as `tagged` gives it, with what was searched for marked. No marks: only tagged."""
    if not isinstance(marks, Marks) or not words:
        return tagged(words)
    content = _html(marks.pieces(str(words)))
    if isinstance(words, Words):
        return format_html('<span lang="{}">{}</span>', words.lang, content)
    return content


@register.filter
def excerpt(words: Words, marks: Marks | str) -> SafeString | str:
    """A text without its language, shortened around what was searched for, which is marked."""
    return _html(marks.excerpt(str(words))) if isinstance(marks, Marks) else str(words)


@register.simple_tag
def through(event: Event, results: Results | str) -> list[Words]:
    """What else of an event was found when its line does not show it."""
    if not isinstance(results, Results) or not results.marks:
        return []
    return found_through(event, results.marks, results.names)


def _html(pieces: Iterable[Piece]) -> SafeString:
    return format_html_join("", "{}", ((_piece(piece),) for piece in pieces))


def _piece(piece: Piece) -> SafeString | str:
    return format_html("<mark>{}</mark>", piece.text) if piece.marked else piece.text
