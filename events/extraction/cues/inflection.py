"""English verbs in the forms that news uses."""

from collections.abc import Iterator

from events.english import IRREGULAR
from events.extraction.cues.meaning import Form

# these double their last letter before -ing
_GERUND = frozenset(
    [
        "admit",
        "ban",
        "begin",
        "bet",
        "bid",
        "commit",
        "cut",
        "drop",
        "forget",
        "get",
        "hit",
        "permit",
        "plan",
        "put",
        "quit",
        "run",
        "scrap",
        "set",
        "shed",
        "ship",
        "shut",
        "slip",
        "snap",
        "spin",
        "step",
        "submit",
        "tap",
        "top",
        "transfer",
        "win",
    ]
)
_NO_NOUNS = frozenset(("put", "quit", "shut"))  # their past is their base, and nothing else
_BE = ("is", "are", "was", "were", "be", "been", "being")


def forms(verb: str) -> Iterator[tuple[str, Form]]:
    """Every form of a verb, or of a phrase that begins with one: roll out."""
    head, _, tail = verb.partition(" ")
    tail = f" {tail}" if tail else ""
    if head == "be":
        yield from ((f"{form}{tail}", Form.FINITE) for form in _BE)
        return
    yield f"{head}{tail}", Form.BASE
    yield f"{_third(head)}{tail}", Form.FINITE
    yield f"{_gerund(head)}{tail}", Form.GERUND
    for past in IRREGULAR.get(head, _past(head)).split():
        mistakable = past == head and not tail and head not in _NO_NOUNS
        yield f"{past}{tail}", Form.BASE if mistakable else Form.FINITE


def _third(head: str) -> str:
    if head.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{head}es"
    return f"{head[:-1]}ies" if _ends_in_y(head) else f"{head}s"


def _past(head: str) -> str:
    if head.endswith("e"):
        return f"{head}d"
    return f"{head[:-1]}ied" if _ends_in_y(head) else f"{head}ed"


def _gerund(head: str) -> str:
    if head in _GERUND:
        return f"{head}{head[-1]}ing"
    bare = head[:-1] if head.endswith("e") and not head.endswith("ee") else head
    return f"{bare}ing"


def _ends_in_y(head: str) -> bool:
    return head.endswith("y") and head[-2] not in "aeiou"
