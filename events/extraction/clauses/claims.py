"""What somebody says that nobody in the news answers for."""

import re

from events.extraction.clauses.triggers import Place
from events.extraction.clauses.units import Clause
from events.extraction.cues.lexicon import Hit
from events.extraction.hinted import Hinted
from events.models.vocabulary import EventKind

# somebody who is not named, or speaks for nobody the news is about
_SOMEBODY = Hinted(
    r"一位|一名|有人|分析师|知情|人士|投资人|从业者|多名|数名|研究员|教授|学者|专家|投资家"
    r"|院士|内部会议|内部信|网友|业内|一些|几位|非营利|智库|经济学家|评论员|观察人士|创投|律师"
    r"|\b(?:analysts?|an? (?:person|executive|source|investor|official|employee)|one (?:person"
    r"|executive|source|investor)|people|sources|insiders|some|observers|researchers?"
    r"|professors?|experts?|investors?|internal (?:memo|meeting|message)s?|critics|economists?"
    r"|venture capitalists?|lawyers?|consultants?|nonprofits?|non-profits?|think[- ]tanks?"
    r"|fellow)\b"
)


# what somebody says of strengths is a claim, whoever it is
_COMPARES = Hinted(
    r"优于|超越|超过(?!\d)|媲美|表现相[当似]|不输|不逊|一小部分|领先于|落后于|outperform|surpass"
    r"|\bbeats?\b|on par with|better than|fraction of the|cheaper than|faster than"
)
_ONCE = re.compile(r"曾(?:经|公开|多次|在)?\Z")


_JUDGED = re.compile(r"批评|称赞|抨击|赞不绝口|盛赞|大赞|critici|prais|slam|condemn")
QUOTE = re.compile(r"[“\"「『]")


def _speaks_from(where: Place, trigger: Hit) -> int:
    """Where the words about who says it begin; not in a clause before the one that names them."""
    clause, unit = where.clause, where.unit
    named = unit.chinese and clause.mentions and clause.mentions[0].end <= trigger.start
    return clause.start if named else unit.start


def is_claim(where: Place, trigger: Hit) -> bool:
    """Said by somebody who speaks for nobody in the news, nobody knows when, or a comparison."""
    unit, folded = where.unit, where.folded
    if _JUDGED.match(trigger.word) and not QUOTE.search(folded, unit.start, unit.end):
        return True
    return bool(
        _SOMEBODY.search(folded, _speaks_from(where, trigger), trigger.end)
        or _COMPARES.search(folded, trigger.end, unit.end)
        or (not unit.dates and _ONCE.search(folded, where.clause.start, trigger.start))
    )


# who said that the shortage will last is not going to last
_SELF = re.compile(
    r"\b(?:it|they|he|she|we|i|who|company|firm|start-?up|group|lab|both|its|their)\b"
)


def is_of_another(clause: Clause, start: int, folded: str) -> bool:
    """Whether what is said to come is nothing that somebody named or the speaker does."""
    said = [
        hit.end
        for hit in clause.hits
        if hit.end <= start and any(one.kind is EventKind.STATEMENT for one in hit.triggers)
    ]
    if not said or _SELF.search(folded, said[-1], start):
        return False
    return not any(said[-1] <= mention.start < start for mention in clause.mentions)
