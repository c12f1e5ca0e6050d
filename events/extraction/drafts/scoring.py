"""How much an editor should expect of a candidate, and why it was made."""

from events.extraction.cues.meaning import Sort
from events.extraction.drafts.drafting import Draft
from events.extraction.drafts.merging import Event
from events.extraction.drafts.roles import Cast
from events.extraction.found import Reason
from events.models.vocabulary import Certainty, EventKind, Status

# candidates below it are not proposed
PROPOSED_FROM = 0.32
_LEAST, _MOST = 0.02, 0.98
# opinions and reports matter less to a timeline than what was done
_LESSER = {EventKind.STATEMENT: 0.08, EventKind.REPORT: 0.05, EventKind.PLAN: 0.04}


_PLANNED, _RUMOURED = Status.PLANNED, Certainty.RUMOURED
_AHEAD, _NEGATIVE = {Sort.PLANNED, Sort.POSSIBLE}, {Sort.ABSENT, Sort.DENIED}


def score(event: Event, cast: Cast) -> float:
    draft = event.draft
    value = 0.3 + 0.45 * draft.strength
    value += 0.1 if draft.dated else 0.0
    value += 0.06 if cast.actor else -0.04
    value += 0.08 if cast.subjects else 0.0
    value -= _LESSER.get(draft.kind, 0.0)
    value -= 0.1 if draft.mood.absent else 0.0
    value -= 0.25 if event.summary else 0.1 if event.head else 0.0
    return round(_LEAST if value < _LEAST else _MOST if value > _MOST else value, 3)


def reasons(event: Event, cast: Cast, text: str, in_quote: bool) -> tuple[Reason, ...]:
    """Trigger, cues, where the date comes from, and what is out of the ordinary."""
    draft, when = event.draft, event.when
    found = [Reason("trigger", text[draft.trigger.start : draft.trigger.end])]
    found += _cues(draft, text)
    found.append(Reason(when.why, when.phrase.text if when.phrase else ""))
    if in_quote:
        found.append(Reason("quoted"))
    if event.head:
        found.append(Reason("heading"))
    if event.summary:
        found.append(Reason("machine_summary"))
    found += [Reason("new_name", one.name) for one in cast.participants if not one.slug]
    return tuple(found)


def _cues(draft: Draft, text: str) -> list[Reason]:
    mood = draft.mood
    found: list[Reason] = []
    for cue in mood.cues:
        words = text[cue.start : cue.end]
        if mood.status is _PLANNED and not cue.sorts.isdisjoint(_AHEAD):
            found.append(Reason("planned", words))
        elif not cue.sorts.isdisjoint(_NEGATIVE):
            found.append(Reason("negation", words))
        elif mood.certainty is _RUMOURED:
            found.append(Reason("hedged", words))
        else:
            found.append(Reason("attribution", words))
    return found
