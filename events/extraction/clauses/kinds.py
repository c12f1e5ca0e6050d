"""What a trigger tells of beside its object: a part of a company, a result, a turnover."""

import re

from events.extraction.clauses.figures import PERCENT
from events.extraction.clauses.triggers import Choice, Place
from events.extraction.found import MODEL
from events.models.vocabulary import EventKind

# asked for by the thousand: to find a member by its name in an Enum takes Python its time
_ACQUISITION, _INVESTMENT = EventKind.ACQUISITION, EventKind.INVESTMENT
_MARKET_MOVE, _MILESTONE = EventKind.MARKET_MOVE, EventKind.MILESTONE
_ANNOUNCEMENT = EventKind.ANNOUNCEMENT

_PART = re.compile(r"股份|股权|股票|持股|\b(?:stake|shares|(?<!in )(?<!and )stock)\b")
# what rises in the books and not on the exchange
_RESULT = re.compile(
    r"\b(?:revenues?|sales|profits?|(?:net|operating) income|earnings|expenditures?|capex|spending"
    r"|costs?|complaints|traffic|usage|searches|visits|adoption|deliveries|shipments|bookings|margins?|loss|losses|backlog)\b"
    r"(?![^,]*\b(?:shares|stock)\b)"
)
_EXCHANGE = re.compile(
    r"港交所|港股|科创板|创业板|主板|a股|纳斯达克|纽交所|上交所|深交所|北交所|联交所|资本市场"
)
_COUNTED = re.compile(r"用户|下载|月活|日活|客户|users|downloads|subscribers|customers|developers")


def kind_of(where: Place, choice: Choice) -> EventKind:
    """What the trigger tells of beside its object: a part of a company, a result in percent."""
    kind, end = choice.meaning.kind or _ANNOUNCEMENT, where.clause.end
    if kind is _ACQUISITION and _PART.search(where.folded, choice.hit.end, end):
        return _INVESTMENT
    if choice.hit.word == "登陆" and _EXCHANGE.match(where.folded, choice.hit.end):
        return _INVESTMENT
    if kind is _MARKET_MOVE and _RESULT.search(where.folded, where.clause.start, choice.hit.start):
        return _ANNOUNCEMENT
    if kind is _MILESTONE and PERCENT.search(where.folded, choice.hit.end, end):
        models = any(mention.kind is MODEL for mention in where.clause.mentions)
        if models and not _COUNTED.search(where.folded, where.clause.start, end):
            return EventKind.RESEARCH
    return kind
