"""English clauses that tell nothing, and words in them that only look like news."""

import re

from events.extraction.clauses.quotations import PARAGRAPH, is_anothers, is_mine
from events.extraction.clauses.units import Clause, Unit
from events.extraction.cues.lexicon import Hit
from events.extraction.cues.meaning import Form
from events.extraction.found import MODEL
from events.models.vocabulary import EventKind

# who, when or why: what only adds to the clause beside it
_ASIDE = re.compile(
    r"(?:when|though|although|who|which|whose|where|because|since|once|now that"
    r"|under (?:the|that|this|its|their)(?=(?: [\w'-]+){1,4},)"
    r"|through|amid|despite|given|unlike|saying|adding|noting|arguing|explaining|stressing"
    r"|as (?:first |also |previously |originally )?(?:reported|noted|seen|described|detailed|stated"
    r"|mentioned|shown|outlined|confirmed|explained) (?:by|in|on|above|below|earlier)"
    r"|while(?! (?:\w+ly |also )?\w+ing\b))\b"
)
# at the beginning of a sentence: what its main clause goes on from
_LEADS_IN = re.compile(r"(?:after|before|as(?! (?:of|part|well|soon|early|late|a|much|many)\b))\b")
# a start-up founded by veterans, co-founded and backed by: who that is
_APPOSED = re.compile(
    r"(?:an?|the|one of the) (?:(?!(?:is|are|was|were|been|be|has|have|had)\b)[\w'.-]+ ){1,8}?"
    r"(?:founded|co-founded|cofounded|backed|owned|run|headed|led|started|formed) by\b"
)
# what somebody reads into the news
_IMPLIED = re.compile(
    r"(?:suggesting|meaning|implying|indicating|hinting|underscoring|highlighting|reflecting"
    r"|raising (?:questions|concerns|fears|doubts|the)|a (?:sign|reminder|testament)|signal+ing)\b"
)
# few have done it, no company has: a deed of nobody
_NOBODY = re.compile(
    r"(?:(?:but|and|yet|so far,?|to date,?) )?(?:(?:very |relatively |precious )?few"
    r" (?!(?:minutes|hours|days|weeks|months|years)\b)|hardly any|nobody|no one|none of"
    r"|no (?:other |major |single |big )?(?:compan(?:y|ies)|firms?|labs?|providers?|countr(?:y|ies)"
    r"|states?|models?|rivals?|vendors?|customers?)\b)"
)
# models that merge others to create new ones, an API that lets users build: what such things do
_DESCRIBED = re.compile(
    r"\b(?:(?:models|tools|systems|agents|apps|chips|products|features|software|technology|robots"
    r"|startups|start-ups|companies|firms|services|platforms|algorithms|programs|devices) (?:that"
    r"|which) (?!(?:was|were|is|are|had|has|have|will|would|could|did|\w+ed)\b)\w+"
    r"|(?:an?|the|its|their) (?:[\w'-]+ ){1,5}(?:that|which) (?:also |can |\w+ly )?"
    r"(?!(?:was|has|is|does|this|its|s?he|as|us)\b)\w+s)\b"
)
# concerns that devices could replace the phone
_FEARED = re.compile(
    r"\b(?:concerns?|fears?|worr(?:y|ies|ied)|risks?|possibility|chances?|speculation|doubts?"
    r"|hopes?|idea|notion|suspicions?) that\b"
)
# who reviews deals, and whose rules they are: what an office is for
_OFFICES = frozenset(("reviews", "regulates", "enforces"))
# may lead to layoffs, could help the bill
_MAY = re.compile(r"\b(?:could|may|might)\b")
# each model offers a style of its own: what a product does
_DOES = frozenset(
    (
        "offers",
        "brings",
        "delivers",
        "presents",
        "demonstrates",
        "incorporates",
        "integrates",
        "bundles",
        "enables",
        "powers",
        "builds",
        "extends",
        "expands",
        "matches",
        "reveals",
        "replaces",
    )
)
_PRODUCT = re.compile(
    r"\b(?:models?|tool|version|system|feature|app|product|platform|service|chip|software|mode"
    r"|technology|assistant|chatbot|agent|api|it|which|that) (?:also |now |\w+ly )?\Z"
)
_GOES_ON = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would)\b")
# previous rules, outright bans, what he bought it for: no verb of the sentence
_BEFORE_A_NOUN = re.compile(
    r"(?:\b(?:the|these|those|its|their|his|her|our|your|previous|prior|new|of|for|on|in|by|with|from"
    r"|outright|more|many|several|some|such|any|all|no|two|three|few|recent|earlier|other|about"
    r"|against|under|between|strict\w*|tough\w*|existing|current|future|upcoming|major|federal"
    r"|state|export|trade|safety|new|similar|various|possible|potential|further|fresh|[a-z]+ous)"
    r"|[a-z](?:'s|s')) \Z"
)
# its hiring strategy, the pricing of it
_DETERMINED = re.compile(r"\b(?:the|its|their|his|her|our|your|an?|this|these|those) \Z")
# what he bought it for; ahead of the launch; the widely anticipated release; must sell; needs to
# create: named or asked for, and not done
_BESIDE = re.compile(
    r"\b(?:what (?:[\w'-]+ ){0,2}"
    r"|(?:ahead of|prior to|run-up to|in anticipation of) (?:[\w'-]+ ){0,4}"
    r"|(?:anticipated|rumou?red|potential|possible|eventual|imminent|looming) (?:[\w'-]+ )?"
    r"|(?:needs?|ought|has|have|having) to (?:\w+ly |also |now )?"
    r"|must (?:\w+ly |also |now |be )?"
    r"|(?:milestones?|goals?|targets?|conditions?) (?:is|are|were|have been) "
    r"|it(?: is| was|'s| seems| seemed| would be| becomes?)(?: \w+ly)? \w+ to )\Z"
)
# a charged atmosphere, its reported backing: no verb of the sentence
_ATTRIBUTE = re.compile(
    r"(?:\b(?:the|its|their|his|her|our|your|an?|this|these|those|of|about)|'s) \Z"
)
_ABLE = re.compile(r"\b(?:can|could|may|might)(?: also| \w+ly)? \Z")
# a chatbot integrated in an app, a tool made by two students: which one that is
_REDUCED = re.compile(r" (?:by|in|into|with|at)\b")
_AFTER_NOUN = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would)\b.* (?!(?:is|are|was|were|been|being|be|has"
    r"|have|had|also|and|or|but|not|it|they|he|she|we|who|that|which|gets?|got|\w+ly)\b)[a-z-]+ \Z"
)
_REACH = 40
_SIGNS = " .,;:!?\"')"
_STATEMENT = EventKind.STATEMENT


def tells_nothing(unit: Unit, at: int, folded: str, *, undated: bool) -> bool:
    """Whether a clause only adds something, concludes something or is about the author."""
    start = unit.clauses[at].start
    if undated and (
        _ASIDE.match(folded, start) or (_APPOSED if at else _LEADS_IN).match(folded, start)
    ):
        return True
    if _IMPLIED.match(folded, start) or _NOBODY.match(folded, start):
        return True
    return not unit.mentions and _by_author(folded[unit.start : unit.clauses[at].end])


def _by_author(words: str) -> bool:
    return " i " in words and '"' not in words


def is_no_news(unit: Unit, clause: Clause, hit: Hit, folded: str) -> bool:
    """A plural that looks like a verb, what is only named, quoted or done by the author."""
    start, first = hit.start, clause.start
    before = folded[first if first > start - _REACH else start - _REACH : start]
    if _is_no_verb(clause, hit, before):
        return True
    if not clause.dates and _is_beside(clause, hit, before, folded):
        return True
    if '"' in folded[max(0, unit.start - PARAGRAPH) : start]:
        return is_anothers(unit, clause, hit, folded)
    return is_mine(start, folded)


def _is_no_verb(clause: Clause, hit: Hit, before: str) -> bool:
    """Whether what stands before makes a noun or an adjective of it."""
    ending = hit.word[-1]
    if ending == "s":
        if not (hit.finite and _BEFORE_A_NOUN.search(before)):
            return False
        return not any(mention.end == hit.start - 1 for mention in clause.mentions)
    if ending == "g":
        return not hit.noun and _DETERMINED.search(before) is not None
    adjective = ending == "d" and hit.finite and not clause.dates
    return adjective and _ATTRIBUTE.search(before) is not None


def _is_beside(clause: Clause, hit: Hit, before: str, folded: str) -> bool:
    """Whether a word without a date is only named, asked for, feared or a thing's way."""
    if _BESIDE.search(before) or (hit.triggers[0].kind is _STATEMENT and _ABLE.search(before)):
        return True
    words, ending = folded[clause.start : hit.end], hit.word[-1]
    if ("that " in words or "which " in words) and _is_described(words, hit):
        return True
    if ending == "d":
        return _REDUCED.match(folded, hit.end) is not None and _is_reduced(clause, hit, folded)
    if ending != "s" or not hit.finite:
        return all(one.form is Form.NOUN for one in hit.triggers) and bool(_MAY.search(words))
    return _is_habit(clause, hit, before, folded)


def _is_habit(clause: Clause, hit: Hit, before: str, folded: str) -> bool:
    """What offices and products do, or the end of a list of things."""
    if hit.word in _OFFICES:
        return True
    if hit.word in _DOES and (_PRODUCT.search(before) or _is_model(clause, hit.start - 1)):
        return True
    listed = folded.startswith(("and ", "or "), clause.start)
    return listed and not folded[hit.end : clause.end].strip(_SIGNS)


def _is_model(clause: Clause, end: int) -> bool:
    return any(mention.end == end and mention.kind is MODEL for mention in clause.mentions)


def _is_reduced(clause: Clause, hit: Hit, folded: str) -> bool:
    """Whether a participle only tells which thing it is: a chatbot integrated in an app."""
    if not _AFTER_NOUN.search(folded[clause.start : hit.start]):
        return False
    return not any(mention.end == hit.start - 1 for mention in clause.mentions)


def _is_described(words: str, hit: Hit) -> bool:
    """Whether a trigger stands in words about what such a thing does, or about fears."""
    if _FEARED.search(words):
        return True
    match = _DESCRIBED.search(words)
    rest = match and words[match.end() : max(match.end(), len(words) - len(hit.word))]
    return match is not None and not _GOES_ON.search(rest or "")
