"""AI models as trees: each family with the models that belong to it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import connection

if TYPE_CHECKING:
    from events.directory.lives import Standing
    from events.models import AIModel

MOST_RELATIVES = 300
# Upwards to the first family, then down to all its members; UNION ends circles.
_RELATIVES = """
WITH RECURSIVE
  up(id, family_id) AS (
    SELECT id, family_id FROM events_aimodel WHERE id = %s
    UNION SELECT m.id, m.family_id FROM events_aimodel m JOIN up ON m.id = up.family_id
  ),
  down(id) AS (
    SELECT id FROM up
    UNION SELECT m.id FROM events_aimodel m JOIN down ON m.family_id = down.id
  )
SELECT id FROM down ORDER BY id LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class Branch:
    model: "AIModel"
    members: list["Branch"]
    standing: "Standing | None" = None
    left_out: int = 0  # members there would be besides

    @property
    def events(self) -> int:
        """Of the model and of all that belong to it."""
        own = self.standing.events if self.standing else 0
        return own + sum(member.events for member in self.members)

    @property
    def size(self) -> int:
        return sum(1 + member.size for member in self.members)

    def pruned(self, keep: Callable[["Branch"], bool]) -> "Branch":
        """With the members of those branches only that are worth keeping open."""
        if not keep(self):
            return Branch(self.model, [], self.standing, self.size)
        members = [member.pruned(keep) for member in self.members]
        return Branch(self.model, members, self.standing)

    def leads_to(self, pk: int) -> bool:
        return self.model.pk == pk or any(member.leads_to(pk) for member in self.members)


def relatives_of(model: "AIModel") -> list[int]:
    """The ids of the whole family tree a model stands in, its own among them."""
    with connection.cursor() as cursor:
        cursor.execute(_RELATIVES, [model.pk, MOST_RELATIVES])
        return [pk for (pk,) in cursor.fetchall()]


def trees(
    models: Iterable["AIModel"], standings: "Mapping[int, Standing] | None" = None
) -> list[Branch]:
    """The models as trees, largest first; each appears once, even if families run in circles."""
    known = standings or {}
    branches = {model.pk: Branch(model, [], known.get(model.pk)) for model in models}
    roots = []
    for branch in branches.values():
        family = branches.get(branch.model.family_id or 0)
        if family is None or _leads_to(family, branch, branches):
            roots.append(branch)
        else:
            family.members.append(branch)
    return sorted(roots, key=lambda root: (-root.events, -len(root.members)))


def around(model: "AIModel", roots: Iterable[Branch]) -> list[Branch]:
    """The trees with the way to `model` and what belongs to it; other branches are closed."""
    here = [branch for root in roots for branch in _walk(root)]
    own = next((branch for branch in here if branch.model.pk == model.pk), None)
    below = {branch.model.pk for branch in _walk(own)} if own else set()
    return [
        root.pruned(lambda branch: branch.model.pk in below or branch.leads_to(model.pk))
        for root in roots
    ]


def _walk(branch: Branch) -> Iterator[Branch]:
    yield branch
    for member in branch.members:
        yield from _walk(member)


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
