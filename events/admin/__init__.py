"""The admin of events, their evidence and what takes part in them."""

from events.admin.claims import ClaimAdmin
from events.admin.entities import AIModelAdmin, OrganizationAdmin, PersonAdmin
from events.admin.event import EventAdmin
from events.admin.intake import IntakeAdmin
from events.admin.links import EventLinkAdmin
from events.admin.merging import MergeAdmin
from events.admin.proposals import ProposalAdmin
from events.admin.reports import MistakeReportAdmin

__all__ = [
    "AIModelAdmin",
    "ClaimAdmin",
    "EventAdmin",
    "EventLinkAdmin",
    "IntakeAdmin",
    "MergeAdmin",
    "MistakeReportAdmin",
    "OrganizationAdmin",
    "PersonAdmin",
    "ProposalAdmin",
]
