"""Verbs of everyday English that tell news only of some things: who sells a company, not an answer.

Asked for every trigger, so words without an entry cost one look.
"""

import re
from collections.abc import Iterator

from events.extraction.cues.inflection import forms
from events.models.vocabulary import EventKind as Kind

_COMPANY = (
    r"compan(?:y|ies)|firms?|start-?ups?|makers?|developers?|business(?:es)?|units?|divisions?"
    r"|stakes?|shares|holdings?|interest in|assets|subsidiar(?:y|ies)|arms?|teams?|groups?|labs?"
    r"|labels?|brands?|rivals?|competitors?|itself|patents?|outfits?|publishers?|studios?|control"
)
_OFFICE = (
    r"chief|c[etfopis]o|head|president|chair\w*|director|officer|partner|member|advis[eo]r|vice"
    r"|leader|lead|manager|secretary|minister|commissioner|founder|professor|fellow|trustee|boss"
    r"|successor|scientist|interim|acting|editor|ambassador|general|owner|shareholder"
)
_BODY = (
    rf"{_COMPANY}|corporations?|for-profit|non-?profits?|independent|public|private|benefit"
    r"|entity|entities|foundations?|partnerships?|units?"
)
_MEETING = (
    r"conferences?|summits?|events?|keynotes?|forums?|hackathons?|meetings?|talks|hearings?|days?"
    r"|briefings?|sessions?|workshops?|expos?|festivals?|competitions?|webinars?|contests?|awards"
    r"|tournaments?|ceremony|roundtables?|showcases?|fairs?|trials?|auctions?|elections?|votes?"
    r"|launch|calls?|dinners?|weeks?|tours?|games|olympiads?|presentations?|consultations?|gtc"
    r"|i/o|wwdc|ces|mwc|connect|livestreams?|symposi\w+|congress|conventions?|demos?|parties|party"
)


_ORGAN = (
    r"councils?|offices?|agenc(?:y|ies)|institutes?|alliances?|committees?|boards?|funds?|ventures?"
    r"|departments?|task forces?|consorti\w+|centers?|centres?|bod(?:y|ies)|roles?|positions?|ai"
    r"|jobs|laborator(?:y|ies)|inc|corp|association|coalition|panels?|bureau|initiatives?"
)
_NEWS = (
    r"it|details?|reports?|news|evidence|documents?|videos?|footage|information|word|rumou?rs?"
    r"|claims?|leaks?|screenshots?|allegations?|images?|photos?|code"
)


def _every(verbs: str) -> Iterator[str]:
    for verb in verbs.split(", "):
        yield from (word for word, _ in forms(verb))


# kind, verbs, what must stand somewhere behind them in the clause
_BEHIND: tuple[tuple[Kind, str, str], ...] = (
    (Kind.ORGANIZATION, "become", rf"{_OFFICE}|{_BODY}"),
    (Kind.ORGANIZATION, "name, choose, select, pick", rf"{_OFFICE}|as|board|to (?:lead|run|head)"),
    (Kind.RELEASE, "bring", "to"),
    (Kind.INVESTMENT, "put", r"into|in|towards?|up|behind"),
    (
        Kind.RESEARCH,
        "match",
        r"performance|results?|accurac\w+|benchmarks?|scores?|levels?|quality|rivals?|gpt|claude"
        r"|gemini|llama|deepseek|qwen|o[13]|humans?|experts?|capabilit\w+|models?",
    ),
)
# kind, verbs, what must stand anywhere in the clause
_AROUND: tuple[tuple[Kind, str, str], ...] = (
    (Kind.CONFERENCE, "hold, host, convene, kick off", _MEETING),
    (Kind.REPORT, "emerge, surface", _NEWS),
    (Kind.ORGANIZATION, "create, form, establish, set up", rf"{_BODY}|{_ORGAN}"),
)
# kind, verbs, what must not stand directly behind them
_NOT_BEHIND: tuple[tuple[Kind, str, str], ...] = (
    (
        Kind.ACQUISITION,
        "sell, buy, acquire, absorb, buy up, offload",
        r"(?:\w+ ){0,4}?(?:chips?|gpus?|customers|clients|data|products|goods"
        r"|ads?|advertising|access|tickets|phones|servers|software|hardware|devices|licen[sc]es"
        r"|cars|subscriptions|time|power|energy|electricity|talent|users|tokens|copies|books|bonds"
        r"|the (?:idea|answer|story|hype|dream|future)|insurance|skills|knowledge|expertise"
        r"|services|equipment|components|memory|capacity|compute|computing|ad space|debt|tools"
        r"|models|agents|robots|glasses|headsets|machines|systems|technology|experience|space"
        r"|land|homes|domains?|weapons|drugs|ability|capabilit\w+|d?ram|hbm|parts|concerns?)\b"
        rf"(?! (?:\w+ )?(?:{_COMPANY}|providers?|platforms?|specialists?|vendors?|sellers?)\b)",
    ),
    (
        Kind.DELAY,
        "slip",
        r"(?!(?:to|into|from|past|by|further|again|until|behind|its|beyond|on|in|this|last|because"
        r"|after|twice|once|even|yet|for|through|at|amid|as|and|but|back)\b)[a-z]",
    ),
    (
        Kind.ORGANIZATION,
        "leave",
        r"(?:an? |the |its |no |little |some |much |early |many )?(?:[\w-]+ ){0,2}?(?:impression"
        r"|mark|legacy|gap|void|hole|trail|space|room|questions?|doubts?|impact|scars?|footprint|fuming"
        r"|wondering|reeling|scrambling|struggling|guessing|hanging|frustrated|exposed|vulnerable"
        r"|stranded|unclear|open)\b",
    ),
    (
        Kind.ORGANIZATION,
        "tap",
        r"(?:[\w'-]+ ){0,6}?(?:for (?:cash|money|funds|capital|help)|markets?|demand|potential)\b",
    ),
    (
        Kind.RESEARCH,
        "achieve",
        r"(?:[\w'-]+ ){0,4}?(?:milestones?|goals?|targets?|objectives?)\b",
    ),
    (Kind.RELEASE, "bring", r"(?:out )?the best\b|(?:[\w'-]+ ){1,6}?together\b"),
    (
        Kind.ANNOUNCEMENT,
        "enter",
        r"(?:an? |the |this |that |our )?(?:[\w-]+ )?(?:era|phase|age|period|stage|workforce|room"
        r"|race|fray|conversation|debate|discussion|passwords?|prompts?|data|text|information"
        r"|mainstream|spotlight)\b",
    ),
    (
        Kind.RELEASE,
        "build",
        r"(?:the |an? |its |their |our )?(?:business|brand|relationships?|teams?|trust|case|career"
        r"|moat|audience|community|consensus|confidence|reputation|culture|bridges?|wealth)\b",
    ),
    (
        Kind.RESEARCH,
        "match, beat, surpass, top",
        r"(?:the |its |their |all )?(?:[\w'-]+ ){0,3}?(?:estimates?|expectations?|forecasts?"
        r"|guidance|targets?|price|valuation|demand|supply)\b",
    ),
    (
        Kind.STATEMENT,
        "write",
        r"(?:an?|the|his|her|their|its|code|books?|software) (?!(?:[\w'-]+ ){0,3}(?:letters?|posts?"
        r"|memos?|e-?mails?|notes?|statements?|messages?|threads?|op-eds?|essays?|blogs?|articles?"
        r"|filings?|tweets?|columns?|opinions?|rulings?|orders?)\b)",
    ),
    (
        Kind.ORGANIZATION,
        "join",
        r"(?:a |the |an )?(?:growing|long|several|many|dozens|ranks|list|chorus|race|fray|fight"
        r"|conversation|wave|trend|calls|lawsuit|suit|case|call|debate|discussion|likes|other)\b",
    ),
)


def _compiled(
    rows: tuple[tuple[Kind, str, str], ...], around: str
) -> dict[tuple[Kind, str], re.Pattern[str]]:
    return {
        (kind, word): re.compile(around.format(words))
        for kind, verbs, words in rows
        for word in _every(verbs)
    }


_MUST_FOLLOW = _compiled(_BEHIND, r"\b(?:{})\b")
_MUST_STAND = _compiled(_AROUND, r"\b(?:{})\b")
_MUST_NOT_FOLLOW = _compiled(_NOT_BEHIND, r" (?:{})")
_TABLES = (_MUST_FOLLOW, _MUST_STAND, _MUST_NOT_FOLLOW)
ASKING = frozenset(word for table in _TABLES for _, word in table)


def has_object(kind: Kind, word: str, folded: str, span: tuple[int, int], behind: int) -> bool:
    """Whether the clause has what the verb must govern there to tell of this kind of event."""
    key = (kind, word)
    start, end = span
    if (pattern := _MUST_FOLLOW.get(key)) and not pattern.search(folded, behind, end):
        return False
    if (pattern := _MUST_STAND.get(key)) and not pattern.search(folded, start, end):
        return False
    pattern = _MUST_NOT_FOLLOW.get(key)
    return not (pattern and pattern.match(folded, behind, end))
