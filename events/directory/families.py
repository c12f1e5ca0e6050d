"""AI models as trees: each family with the models that belong to it. Plain Python."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from events.models import AIModel


@dataclass(frozen=True, slots=True)
class Branch:
    model: "AIModel"
    members: list["Branch"]


def trees(models: Iterable["AIModel"]) -> list[Branch]:
    """The models as trees, largest first; each appears once, even if families run in circles."""
    branches = {model.pk: Branch(model, []) for model in models}
    roots = []
    for branch in branches.values():
        family = branches.get(branch.model.family_id or 0)
        if family is None or _leads_to(family, branch, branches):
            roots.append(branch)
        else:
            family.members.append(branch)
    return sorted(roots, key=lambda root: -len(root.members))


def _leads_to(start: Branch, end: Branch, branches: dict[int, Branch]) -> bool:
    """Whether following families upwards from `start` comes to `end`."""
    seen: set[int] = set()
    branch: Branch | None = start
    while branch and branch.model.pk not in seen:
        if branch.model.pk == end.model.pk:
            return True
        seen.add(branch.model.pk)
        branch = branches.get(branch.model.family_id or 0)
    return False
