"""English clauses that tell nothing, and words in them that only look like news."""

import re

from events.extraction.cues.lexicon import Hit
from events.extraction.cues.meaning import Form
from events.extraction.units import Clause, Unit

# who, when or why: what only adds to the clause beside it
_ASIDE = re.compile(
    r"(?:when|though|although|who|which|whose|where|because|since|once|now that"
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
_GOES_ON = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would)\b")
# previous rules, outright bans, what he bought it for: no verb of the sentence
_BEFORE_A_NOUN = re.compile(
    r"\b(?:the|these|those|its|their|his|her|our|your|previous|prior|new|of|for|on|in|by|with|from"
    r"|outright|more|many|several|some|such|any|all|no|two|three|few|recent|earlier|other|about"
    r"|against|under|between|strict\w*|tough\w*|existing|current|future|upcoming|major|federal"
    r"|state|export|trade|safety|new|similar|various|possible|potential|further|fresh|[a-z]+ous) \Z"
)
_NOMINAL = re.compile(r"\bwhat (?:[\w'-]+ ){0,2}\Z")
_NOUN_REACH = 24
_I = (" i ", "\ni ")
_QUOTED_REACH = 60
_SIGNS = " .,;:!?\"')"


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
    start = hit.start
    before = max(clause.start, start - _NOUN_REACH)
    if hit.finite and hit.word.endswith("s") and _BEFORE_A_NOUN.search(folded, before, start):
        return not any(mention.end == start - 1 for mention in clause.mentions)
    if "what " in folded[before:start] and _NOMINAL.search(folded, before, start):
        return True
    if not clause.dates and _is_described(clause, hit, folded):
        return True
    marks = folded.count('"', unit.start, start)
    if marks % 2 == 0:
        return folded[start - 3 : start] in _I
    if not clause.dates and " i " in folded[max(unit.start, start - _QUOTED_REACH) : start]:
        return True
    return not clause.dates and not (marks == 1 and folded[unit.start] == '"' and not _is_noun(hit))


def _is_described(clause: Clause, hit: Hit, folded: str) -> bool:
    """Whether a trigger stands in words about what such a thing does, or ends a list of things."""
    start, end = clause.start, hit.end
    if hit.finite and hit.word.endswith("s") and folded.startswith(("and ", "or "), start):
        return not folded[end : clause.end].strip(_SIGNS)
    if folded.find("that ", start, end) < 0 and folded.find("which ", start, end) < 0:
        return False
    match = _DESCRIBED.search(folded, start, end)
    return bool(match and not _GOES_ON.search(folded, match.end(), max(match.end(), hit.start)))


def _is_noun(hit: Hit) -> bool:
    return all(meaning.form is Form.NOUN for meaning in hit.triggers)
