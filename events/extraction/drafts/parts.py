"""What titles are put together from."""

from collections.abc import Sequence
from dataclasses import dataclass

from events.extraction.drafts.acts import Names
from events.extraction.drafts.drafting import Draft
from events.extraction.found import Participant
from events.extraction.registry import Registry


@dataclass(slots=True)
class Parts:
    """What a title is put together from."""

    draft: Draft
    actor: Names | None
    about: Names | None  # models and things; organizations for what is done to them
    others: Sequence[Participant]  # organizations beside the actor
    passage: str  # folded
    by_person: bool  # whether the actor is one
    registry: Registry

    @property
    def other(self) -> Names | None:
        return called(self.others[:1], self.registry)


def called(participants: Sequence[Participant], registry: Registry) -> Names | None:
    if not participants:
        return None
    last = participants[-1]
    en, zh = last.name, _in_chinese(last, registry)
    if len(participants) > 1:
        first = participants[:-1]
        en = f"{', '.join([one.name for one in first])} and {en}"
        zh = f"{'、'.join([_in_chinese(one, registry) for one in first])}和{zh}"
    return Names(en, zh)


def _in_chinese(one: Participant, registry: Registry) -> str:
    entry = registry.by_slug.get((one.kind, one.slug))
    return (entry.name_zh if entry else "") or one.name
