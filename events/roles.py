"""The two groups of people who curate, and what each may do."""

from django.contrib.auth.models import Group, Permission
from django.db.models import Q

EDITOR, REVIEWER = "Editor", "Reviewer"
CURATED_APPS = ("sources", "events")
REVIEWER_ONLY = ("publish_", "merge_")
# Written by the system, never by hand: these and all history.
NOT_BY_HAND = ("merge", "seedrecord", "rawdocument", "decision", "incomingdocument")


def ensure_roles() -> None:
    """Create or repair both groups; running it again changes nothing."""
    curated = Permission.objects.filter(content_type__app_label__in=CURATED_APPS)
    of_system = Q(content_type__model__in=NOT_BY_HAND) | Q(
        content_type__model__startswith="historical"
    )
    editing = curated.exclude(of_system & ~Q(codename__startswith="view_"))
    reserved = Q()
    for prefix in REVIEWER_ONLY:
        reserved |= Q(codename__startswith=prefix)
    _group(EDITOR).permissions.set(editing.exclude(reserved))
    _group(REVIEWER).permissions.set(editing)


def _group(name: str) -> Group:
    return Group.objects.get_or_create(name=name)[0]
