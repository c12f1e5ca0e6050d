"""What happened, when, to whom, and on what evidence."""

from events.models.claim import Claim
from events.models.entity import (
    AIModel,
    Entity,
    ModelAlias,
    Organization,
    OrganizationAlias,
    Person,
    PersonAlias,
)
from events.models.event import Event, EventLink, EventModel, EventOrganization, EventPerson
from events.models.intake import IncomingDocument, Intake
from events.models.merge import Merge
from events.models.proposal import Decision, Proposal
from events.models.seed import SeedRecord
from events.models.state import EventState

__all__ = [
    "AIModel",
    "Claim",
    "Decision",
    "Entity",
    "Event",
    "EventLink",
    "EventModel",
    "EventOrganization",
    "EventPerson",
    "EventState",
    "IncomingDocument",
    "Intake",
    "Merge",
    "ModelAlias",
    "Organization",
    "OrganizationAlias",
    "Person",
    "PersonAlias",
    "Proposal",
    "SeedRecord",
]
