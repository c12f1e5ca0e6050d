"""English verbs in the forms that news uses."""

from collections.abc import Iterator

from events.extraction.cues.meaning import Form

_IRREGULAR = {
    "begin": "began begun", "break": "broke broken", "bring": "brought", "build": "built", "buy": "bought",
    "cut": "cut", "fall": "fell fallen", "get": "got", "give": "gave given", "go": "went gone", "grow": "grew grown",
    "hire": "hired", "hit": "hit", "hold": "held", "lay": "laid", "lead": "led", "leave": "left", "lose": "lost",
    "make": "made", "pay": "paid", "put": "put", "quit": "quit", "rise": "rose risen", "say": "said", "see": "saw seen",
    "sell": "sold", "set": "set", "shut": "shut", "sink": "sank sunk", "spend": "spent", "spin": "spun", "step": "stepped",
    "strike": "struck", "sue": "sued", "take": "took taken", "tell": "told", "think": "thought", "win": "won", "write": "wrote written",
    "withdraw": "withdrew withdrawn", "beat": "beat beaten", "overtake": "overtook overtaken", "outdo": "outdid", "steal": "stole stolen",
    "come": "came", "become": "became", "meet": "met", "run": "ran", "find": "found", "know": "knew", "send": "sent", "seek": "sought",
    "forbid": "forbade forbidden", "strive": "strove", "swell": "swelled", "tumble": "tumbled", "push": "pushed", "rebuild": "rebuilt",
    "shed": "shed", "shrink": "shrank", "slide": "slid", "throw": "threw thrown", "pull": "pulled", "speak": "spoke spoken", "unveil": "unveiled",
    "halt": "halted", "bid": "bid", "bet": "bet", "spread": "spread", "keep": "kept", "teach": "taught", "plummet": "plummeted", "leap": "leapt leaped",
    "open": "opened", "debut": "debuted", "preview": "previewed", "benefit": "benefited", "offer": "offered", "enter": "entered", "deliver": "delivered",
    "exit": "exited", "top": "topped", "ship": "shipped", "ban": "banned", "drop": "dropped", "scrap": "scrapped", "tap": "tapped", "slip": "slipped",
    "plan": "planned", "cancel": "cancelled canceled", "poach": "poached", "transfer": "transferred", "submit": "submitted", "admit": "admitted", "tout": "touted",
    "recommit": "recommitted", "commit": "committed", "permit": "permitted", "concede": "conceded", "snap": "snapped", "jump": "jumped", "answer": "answered",
    "suffer": "suffered", "trigger": "triggered", "discover": "discovered", "uncover": "uncovered", "gather": "gathered", "cover": "covered", "mention": "mentioned",
}  # fmt: skip
_GERUND = {"ship", "ban", "drop", "scrap", "tap", "slip", "top", "plan", "cut", "get", "hit", "put", "quit", "set", "shut", "spin", "step", "win", "begin", "run",
           "admit", "submit", "commit", "permit", "transfer", "snap", "bet", "shed", "forget", "bid"}  # fmt: skip


def forms(verb: str) -> Iterator[tuple[str, Form]]:
    """Every form of a verb, or of a phrase that begins with one: roll out."""
    head, _, tail = verb.partition(" ")
    tail = f" {tail}" if tail else ""
    yield f"{head}{tail}", Form.BASE
    yield f"{_third(head)}{tail}", Form.FINITE
    yield f"{_gerund(head)}{tail}", Form.GERUND
    for past in _IRREGULAR.get(head, _past(head)).split():
        yield f"{past}{tail}", Form.BASE if past == head else Form.FINITE


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
