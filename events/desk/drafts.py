"""What an event is to say before it is one: read from a proposal or from an editor's form."""

from collections.abc import Collection
from dataclasses import dataclass

from dates import PartialDate
from events.desk.entities import Named, known
from events.extraction.found import EntityKind
from events.models import Proposal
from events.models.claim import DOUBTS
from events.models.entity import Entity
from events.models.vocabulary import DateBasis, Stance
from sources.chinese import to_simplified


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what takes part; without an entity it is made when `create` says so."""

    kind: EntityKind
    name: str
    role: str
    entity: Entity | None = None
    create: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """An event, or only what a claim gives: its status, certainty, date, day and stance."""

    title_en: str = ""
    title_zh: str = ""
    kind: str = ""
    status: str = ""
    certainty: str = ""
    date: PartialDate | None = None
    date_basis: str = DateBasis.INFERRED
    claimed_on: PartialDate | None = None
    stance: str = Stance.SUPPORTS
    parties: tuple[Party, ...] = ()

    @property
    def given_certainty(self) -> str:
        """The certainty its claim gives; a sure denial makes nothing sure but the doubt."""
        against = self.stance == Stance.CONTRADICTS
        return "" if against and self.certainty not in DOUBTS else self.certainty


def draft_of(proposal: Proposal, create: Collection[str] = ()) -> Draft:
    """The proposal as it stands; of the new names only those in `create` are made.

    Chinese titles are kept in Simplified characters, whatever the document is written in.
    """
    named = [Named.read(row) for row in proposal.entities]
    entities = known(named)
    return Draft(
        title_en=proposal.title_en,
        title_zh=to_simplified(proposal.title_zh),
        kind=proposal.kind,
        status=proposal.status,
        certainty=proposal.certainty,
        date=proposal.date,
        date_basis=proposal.date_basis,
        claimed_on=proposal.claimed_on,
        parties=tuple(
            Party(one.kind, one.name, one.role, entities.get(one), one.name in create)
            for one in named
        ),
    )
