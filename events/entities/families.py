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
    """The models as trees, in the order given; each appears once, even where families run in a
    circle.
    """
    branches = {model.pk: Branch(model, []) for model in models}
    roots = []
    for branch in branches.values():
        family = branches.get(branch.model.family_id or 0)
        if family is None or _leads_to(family, branch, branches):
            roots.append(branch)
        else:
            family.members.append(branch)
    return roots


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
