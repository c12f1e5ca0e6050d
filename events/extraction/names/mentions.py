"""Which organizations, models and people a text names, and where."""

import re
from collections.abc import Iterable, Iterator
from operator import itemgetter

from events.extraction.clauses.noise import about_ai
from events.extraction.folding import fold
from events.extraction.found import MODEL, ORGANIZATION, PERSON, EntityKind, Mention
from events.extraction.names.ambiguity import ANOTHER, NO, YES, Judge, Kin, Listed
from events.extraction.names.generic import generic_products
from events.extraction.names.matcher import Hit, Pattern, matcher_of
from events.extraction.names.taken import Taken
from events.extraction.names.unknown_models import (
    developer_of,
    extended,
    is_tuning,
    new_model,
    new_models,
)
from events.extraction.names.unknown_organizations import new_organizations
from events.extraction.names.unknown_people import new_people
from events.extraction.registry import Entry, Registry

# A name in the text: its start, its end, and whom it means: one entry, or an organization and its
# product.
Reference = tuple[int, int, list[Entry]]


def find_mentions(text: str, registry: Registry, folded: str | None = None) -> tuple[Mention, ...]:
    """Every name in the text, in order; names unknown to the registry have an empty slug.

    Mentions do not overlap, but where a name is a company and its product at once (“the model
    DeepSeek”), both are given for the same words. `folded` spares folding the text again.
    """
    folded = fold(text) if folded is None else folded
    known = _longest(_references(text, folded, registry))
    found = list(_mentions(text, known, registry))
    taken = Taken(text, found)
    found += generic_products(text, folded, found, registry, taken)
    found += new_models(text, folded, found, registry, taken)
    found += new_people(text, folded, taken)
    if any(one.slug and one.kind is MODEL for one in found) or about_ai(folded):
        found += new_organizations(text, folded, found, taken)
    return tuple(sorted(found, key=_PLACE))


_PLACE = itemgetter(Mention._fields.index("start"), Mention._fields.index("kind"))


def _references(text: str, folded: str, registry: Registry) -> list[Reference]:
    judge = Judge(text, folded)
    certain: list[Hit] = []
    doubtful: list[Hit] = []
    foreign: list[Hit] = []
    surnames: list[Hit] = []
    for hit in matcher_of(registry).hits(text, folded):
        if not hit[2].entries:
            surnames.append(hit)
        elif (reading := judge.read(hit)) is ANOTHER:
            foreign.append(hit)
        elif reading is not NO:
            (certain if reading is YES else doubtful).append(hit)
    sure = any(pattern.is_sure for _, _, pattern in certain)
    if not sure and not judge.around.is_about_the_trade:
        certain = [hit for hit in certain if not hit[2].rule.listed]
    kin = Kin(certain, doubtful)
    meant = [(hit[0], hit[1], _meant(hit, folded, kin)) for hit in certain]
    listed = Listed(certain, folded)
    for hit in doubtful:
        start, end, pattern = hit
        if entries := _settled(hit, kin) or (pattern.entries if listed.beside(hit) else []):
            meant.append((start, end, _chosen(entries, hit, folded)))
    meant += [(start, end, _of_elsewhere(pattern)) for start, end, pattern in foreign]
    return [*meant, *_known_surnames(surnames, certain)] if surnames else meant


def _of_elsewhere(pattern: Pattern) -> list[Entry]:
    """教育部 in a text of Taiwan: that of another country where one is known, else a new name."""
    return [entry for entry in pattern.entries if entry.country not in ("", "CN")][:1]


def _settled(hit: Hit, kin: Kin) -> list[Entry]:
    """The entries of a doubtful name whose kin is named in the text, the nearest first."""
    start, _, pattern = hit
    near: list[tuple[int, Entry]] = []
    for entry, keys in zip(pattern.entries, pattern.kin, strict=True):
        distance = kin.distance(keys, start)
        if distance is not None and not 0 < pattern.rule.within < distance:
            near.append((distance, entry))
    return [entry for _, entry in sorted(near, key=itemgetter(0))]


def _meant(hit: Hit, folded: str, kin: Kin) -> list[Entry]:
    """Which of its entries a certain name means."""
    pattern = hit[2]
    if len(pattern.entries) == 1:
        return pattern.entries
    settled = _settled(hit, kin) if pattern.is_unclear else []
    return _chosen(settled or pattern.entries, hit, folded)


_MODEL_BEFORE = re.compile(
    r"(?:模型|助手|应用|软件|机器人|app|chatbot|models?|assistant)(?:名为|叫做|——)?[\s“\"'‘《「,，]*\Z"
)
_MODEL_AFTER = re.compile(
    r"[”\"'’》」]?\s*(?:(?:大|大语言|语言|推理|基础|开源|ai|人工智[能慧])*模型|app\b|应用(?!开发|研究)|助手|聊天机器人|智能助手|网页版|客户端|手机版"
    r"|(?:chat)?bot\b|chatbot|(?:ai\s+)?(?:models?|assistant)\b|(?:是|作为)一[个款种].{0,14}模型)"
)


def _chosen(entries: list[Entry], hit: Hit, folded: str) -> list[Entry]:
    """Of several entries with one name: the organization, the model, or both."""
    if len(entries) == 1:
        return entries
    first: dict[EntityKind, Entry] = {}
    for entry in entries:
        first.setdefault(entry.kind, entry)
    organization, model = first.get(ORGANIZATION), first.get(MODEL)
    if organization is None or model is None:
        return entries[:1]
    start, end, pattern = hit
    if organization.slug not in pattern.main_of:
        return [organization, model] if model.sort == "product" else [model]
    if organization.sort == "platform" and model.sort == "product":
        return [organization, model]
    before = folded[max(0, start - 12) : start]
    if _MODEL_BEFORE.search(before) or _MODEL_AFTER.match(folded, end):
        return [organization, model]
    return [organization]


def _known_surnames(surnames: list[Hit], certain: list[Hit]) -> Iterator[Reference]:
    """A surname alone means a person whose full name came before."""
    first: dict[str, int] = {}
    for start, _, pattern in certain:
        for entry in pattern.entries:
            if entry.kind is PERSON:
                first[entry.slug] = min(start, first.get(entry.slug, start))
    for start, end, pattern in surnames:
        known = [entry for entry in pattern.partial if first.get(entry.slug, end) < start]
        if known:
            yield start, end, [max(known, key=lambda entry: first[entry.slug])]


def _longest(references: Iterable[Reference]) -> list[Reference]:
    """The references that overlap no earlier and no longer one."""
    kept: list[Reference] = []
    free = 0
    longest_first = sorted(references, key=itemgetter(1), reverse=True)
    for reference in sorted(longest_first, key=itemgetter(0)):
        if reference[0] >= free:
            kept.append(reference)
            free = reference[1]
    return kept


def _mentions(text: str, references: list[Reference], registry: Registry) -> Iterator[Mention]:
    """References as mentions; one that runs on (GPT-4 Turbo) is a model of its own."""
    taken = 0
    for start, end, entries in references:
        if start < taken:
            continue
        if not entries:
            taken = end
            yield Mention(start, end, text[start:end], ORGANIZATION, "", text[start:end])
            continue
        taken = extended(text, end, entries, registry)
        if taken > end and not is_tuning(text[end:taken]):
            yield new_model(text, start, taken, developer_of(entries[-1]))
            continue
        for entry in entries:
            yield Mention(start, taken, text[start:taken], entry.kind, entry.slug, entry.name)
