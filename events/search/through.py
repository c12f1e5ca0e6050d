"""Why an event was found whose line does not show what was searched for."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from events.localization import Words, in_its_language, name_of, summary_of, title_of
from events.search.indexing import ENTITY_ROLES
from events.search.marks import Marks
from events.search.names import Names
from events.search.question import Question, Term
from sources.chinese import CHARACTER, to_simplified

if TYPE_CHECKING:
    from events.models import Event


def found_through(event: "Event", marks: Marks, names: Names) -> list[Words]:
    """Texts that are not shown and have the words that are not seen: names, the other language."""
    seen = [str(title_of(event)), str(summary_of(event)), *_shown_names(event)]
    found: dict[str, Words] = {}
    for term in _unseen(marks.question, seen):
        hidden = next((text for text in _hidden(event, names) if _has(term, text)), "")
        if hidden:
            found[hidden] = in_script(hidden)
    return list(found.values())


def in_script(text: str) -> Words:
    """A text with its language; Chinese in Traditional characters is told apart."""
    words = in_its_language(text)
    traditional = CHARACTER.search(text) and to_simplified(text) != text
    return Words(text, "zh-Hant") if traditional and words.lang == "zh-Hans" else words


def _unseen(question: Question, seen: list[str]) -> list[Term]:
    """The terms of each group of which none is seen."""
    return [
        term
        for group in question.groups
        if not any(_has(term, text) for term in group for text in seen)
        for term in group
    ]


def _has(term: Term, text: str) -> bool:
    return bool(Marks(Question(((term,),))).spans(text))


def _shown_names(event: "Event") -> list[str]:
    return [str(name_of(getattr(role, one))) for role, one in _roles(event)]


def _hidden(event: "Event", names: Names) -> Iterable[str]:
    for role, one in _roles(event):
        named = names.by_key.get((one, getattr(role, f"{one}_id")))
        yield from named.names if named else ()
    yield from (event.title_en, event.title_zh, event.summary_en, event.summary_zh)


def _roles(event: "Event") -> Iterable[tuple[object, str]]:
    return ((role, one) for many, one in ENTITY_ROLES for role in getattr(event, many).all())
