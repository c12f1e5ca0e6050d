"""English verbs in the forms that news uses."""

from collections.abc import Iterator

from events.extraction.cues.meaning import Form


def _table(words: str) -> dict[str, str]:
    """Base forms and their past forms, as they stand between semicolons."""
    rows = (row.split(maxsplit=1) for row in " ".join(words.split()).split(";"))
    return {row[0]: row[1] for row in rows}


_IRREGULAR = _table(
    """
    admit admitted; ban banned; beat beat beaten; become became; begin began begun; bet bet; bid
    bid; break broke broken; bring brought; build built; buy bought; cancel cancelled canceled;
    come came; commit committed; cut cut; drop dropped; fall fell fallen; find found; forbid
    forbade forbidden; get got; give gave given; go went gone; grow grew grown; hit hit; hold
    held; keep kept; know knew; lay laid; lead led; leap leapt leaped; leave left; lose lost; make
    made; meet met; outdo outdid; overtake overtook overtaken; pay paid; permit permitted; plan
    planned; put put; quit quit; rebuild rebuilt; recommit recommitted; rise rose risen; run ran;
    say said; scrap scrapped; see saw seen; seek sought; sell sold; send sent; set set; shed shed;
    ship shipped; shrink shrank; shut shut; sink sank sunk; slide slid; slip slipped; snap
    snapped; speak spoke spoken; spend spent; spin spun; spread spread; steal stole stolen; step
    stepped; strike struck; strive strove; submit submitted; take took taken; tap tapped; teach
    taught; tell told; think thought; throw threw thrown; top topped; transfer transferred; win
    won; withdraw withdrew withdrawn; write wrote written
    """
)
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
    for past in _IRREGULAR.get(head, _past(head)).split():
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
