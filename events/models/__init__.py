"""What happened, when, to whom, and on what evidence."""

from events.models.claim import Claim, Proposal
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
from events.models.merge import Merge
from events.models.seed import SeedRecord

__all__ = [
    "AIModel",
    "Claim",
    "Entity",
    "Event",
    "EventLink",
    "EventModel",
    "EventOrganization",
    "EventPerson",
    "Merge",
    "ModelAlias",
    "Organization",
    "OrganizationAlias",
    "Person",
    "PersonAlias",
    "Proposal",
    "SeedRecord",
]
