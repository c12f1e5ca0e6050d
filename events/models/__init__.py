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
from events.models.report import MistakeReport, ReportTrace
from events.models.seed import SeedRecord
from events.models.state import EventState
from events.models.tally import EventTally, ModelTally, OrganizationTally

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
    "EventTally",
    "IncomingDocument",
    "Intake",
    "Merge",
    "MistakeReport",
    "ModelAlias",
    "ModelTally",
    "Organization",
    "OrganizationAlias",
    "OrganizationTally",
    "Person",
    "PersonAlias",
    "Proposal",
    "ReportTrace",
    "SeedRecord",
]
