"""How many sources tell of an event, and how many of them stand on their own. Plain Python."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from events.models import Claim
    from sources.models import Publisher, Source


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources of one event. A reprint counts as what it reprints.

    One that rests on the publisher of another source listed here, or on the same publisher as
    one counted before it, adds nothing of its own.
    """

    count: int
    independent: int
    # for each source that does not count: the publisher listed here that it rests on
    resting: dict[int, "Publisher"] = field(default_factory=dict)


def count_sources(claims: Iterable["Claim"]) -> Sources:
    """Count the sources of the claims; each with its `relies_on`."""
    told = {claim.source_id: claim.source for claim in claims}
    origins = {source.reprint_of_id or pk: source for pk, source in _originals_last(told)}
    resting: dict[int, Publisher] = {}
    heard: set[int] = set()  # publishers somebody counted rests on
    for pk, source in origins.items():
        relied_on = [] if source.pk != pk else list(source.relies_on.all())
        listed = {other.publisher_id for key, other in origins.items() if key != pk} | heard
        if upstream := next((one for one in relied_on if one.pk in listed), None):
            resting[source.pk] = upstream
        heard.update(one.pk for one in relied_on)
    independent = len(origins) - len(resting)
    return Sources(len(origins), max(independent, min(len(origins), 1)), resting)


def _originals_last(told: dict[int, "Source"]) -> Iterable[tuple[int, "Source"]]:
    """So that an original stands for its reprints, in the order told otherwise."""
    return sorted(told.items(), key=lambda item: item[1].reprint_of_id is None)
