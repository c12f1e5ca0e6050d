"""Words of a quotation that are no news: plans, memories and rounds somebody only speaks of."""

from events.extraction.clauses.units import Clause, Unit
from events.extraction.cues.lexicon import Hit
from events.extraction.cues.meaning import Form
from events.models.vocabulary import EventKind

PARAGRAPH = 600  # characters before a sentence in which a quotation may have begun
_MARK = '"'
_NEAR = 60
_I = (" i ", "\ni ")
_SPOKEN_OF = frozenset((EventKind.PLAN, EventKind.REPORT))  # what nobody does by saying it


def is_mine(start: int, folded: str) -> bool:
    """Whether the author did it: I released."""
    return folded[start - 3 : start] in _I


def is_anothers(unit: Unit, clause: Clause, hit: Hit, folded: str) -> bool:
    """Whether it is the author's doing, or only what somebody who is quoted speaks of.

    A quotation may begin sentences before, in the same line.
    """
    start, line = hit.start, folded.rfind("\n", 0, unit.start) + 1
    if folded.count(_MARK, line, start) % 2 == 0:
        return is_mine(start, folded)
    inner = folded.rfind(_MARK, line, start) > unit.start  # some words of a sentence only
    noun = all(meaning.form is Form.NOUN for meaning in hit.triggers)
    if clause.dates:
        return noun and not inner
    memory = " i " in folded[max(unit.start, start - _NEAR) : start]
    return inner or noun or memory or hit.triggers[0].kind in _SPOKEN_OF
