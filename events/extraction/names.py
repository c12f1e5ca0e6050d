"""Which organizations, models and people a text names, and where."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from events.extraction.ambiguity import NO, YES, Judge, Kin, Listed
from events.extraction.folding import fold
from events.extraction.found import MODEL, ORGANIZATION, PERSON, EntityKind, Mention
from events.extraction.generic import generic_products
from events.extraction.matcher import Hit, matcher_of
from events.extraction.noise import about_ai
from events.extraction.registry import Entry, Registry
from events.extraction.squashing import shape_of
from events.extraction.unknown import developer_of, extended, is_tuning, new_model, new_models
from events.extraction.unknown_organizations import new_organizations
from events.extraction.unknown_people import new_people


@dataclass(slots=True)
class Reference:
    """A name in the text and whom it means: one entry, or an organization and its product."""

    start: int
    end: int
    entries: list[Entry]


def find_mentions(text: str, registry: Registry, folded: str | None = None) -> tuple[Mention, ...]:
    """Every name in the text, in order; names unknown to the registry have an empty slug.

    Mentions do not overlap, but where a name is a company and its product at once (“the model
    DeepSeek”), both are given for the same words. `folded` spares folding the text again.
    """
    folded = fold(text) if folded is None else folded
    known = _longest(_references(text, folded, registry))
    found = list(_mentions(text, known, registry))
    found += list(generic_products(text, folded, found, registry))
    found += new_models(text, folded, found, registry)
    found += new_people(text, folded, found)
    if any(one.slug and one.kind == MODEL for one in found) or about_ai(folded):
        found += new_organizations(text, folded, found)
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.kind)))


def _references(text: str, folded: str, registry: Registry) -> Iterator[Reference]:
    judge = Judge(text, folded)
    certain: list[Hit] = []
    doubtful: list[Hit] = []
    surnames: list[Hit] = []
    for hit in matcher_of(registry).hits(text, folded):
        reading = judge.read(hit)
        if not hit.pattern.entries:
            surnames.append(hit)
        elif reading != NO:
            (certain if reading == YES else doubtful).append(hit)
    if not any(_is_plain(hit) for hit in certain) and not judge.around.is_about_the_trade:
        certain = [hit for hit in certain if not hit.pattern.rule.listed]
    kin = Kin(certain)
    for hit in certain:
        yield Reference(hit.start, hit.end, _meant(hit, text, folded, kin))
    listed = Listed(certain, folded)
    for hit in doubtful:
        if entries := _settled(hit, kin) or (hit.pattern.entries if listed.beside(hit) else []):
            yield Reference(hit.start, hit.end, _chosen(entries, hit, text, folded))
    if surnames:
        yield from _known_surnames(surnames, certain)


def _is_plain(hit: Hit) -> bool:
    """Whether a name can be nothing else, and is no person's, who may be in any text."""
    people = all(entry.kind == PERSON for entry in hit.pattern.entries)
    return not people and not hit.pattern.rule.listed


def _settled(hit: Hit, kin: Kin) -> list[Entry]:
    """The entries of a doubtful name whose kin is named in the text, the nearest first."""
    near: list[tuple[int, int, Entry]] = []
    for place, entry in enumerate(hit.pattern.entries):
        distance = kin.distance(entry, hit.start)
        if distance is not None and (
            not hit.pattern.rule.within or distance <= hit.pattern.rule.within
        ):
            near.append((distance, place, entry))
    return [entry for _, _, entry in sorted(near, key=lambda found: found[:2])]


def _meant(hit: Hit, text: str, folded: str, kin: Kin) -> list[Entry]:
    entries = hit.pattern.entries
    if len(entries) == 1:
        return entries
    if len({entry.kind for entry in entries}) == len(entries):
        return _chosen(entries, hit, text, folded)
    return _chosen(_settled(hit, kin) or entries, hit, text, folded)


_MODEL_BEFORE = re.compile(
    r"(?:模型|助手|应用|软件|机器人|app|chatbot|models?|assistant)(?:名为|叫做|——)?[\s“\"'‘《「,，]*\Z"
)
_MODEL_AFTER = re.compile(
    r"[”\"'’》」]?\s*(?:(?:大|大语言|语言|推理|基础|开源|ai|人工智能)*模型|app\b|应用(?!开发|研究)|助手|聊天机器人|智能助手|网页版|客户端|手机版"
    r"|(?:chat)?bot\b|chatbot|(?:ai\s+)?(?:models?|assistant)\b|(?:是|作为)一[个款种].{0,14}模型)"
)


def _chosen(entries: list[Entry], hit: Hit, text: str, folded: str) -> list[Entry]:
    """Of several entries with one name: the organization, the model, or both."""
    first: dict[EntityKind, Entry] = {}
    for entry in entries:
        first.setdefault(entry.kind, entry)
    organization, model = first.get(ORGANIZATION), first.get(MODEL)
    if organization is None or model is None:
        return entries[:1]
    name = hit.pattern.squashed
    if not _is_main_name(name, organization):
        return [organization, model] if model.sort == "product" else [model]
    if organization.sort == "platform" and model.sort == "product":
        return [organization, model]
    before = folded[max(0, hit.start - 12) : hit.start]
    if _MODEL_BEFORE.search(before) or _MODEL_AFTER.match(folded, hit.end):
        return [organization, model]
    return [organization]


def _is_main_name(squashed: str, entry: Entry) -> bool:
    return any(shape_of(name).squashed == squashed for name in (entry.name, entry.name_zh) if name)


def _known_surnames(surnames: list[Hit], certain: list[Hit]) -> Iterator[Reference]:
    """A surname alone means a person whose full name came before."""
    first: dict[str, int] = {}
    for hit in certain:
        for entry in hit.pattern.entries:
            if entry.kind == PERSON:
                first[entry.slug] = min(hit.start, first.get(entry.slug, hit.start))
    for hit in surnames:
        known = [
            entry for entry in hit.pattern.partial if first.get(entry.slug, hit.end) < hit.start
        ]
        if known:
            yield Reference(hit.start, hit.end, [max(known, key=lambda entry: first[entry.slug])])


def _longest(references: Iterable[Reference]) -> list[Reference]:
    """The references that overlap no earlier and no longer one."""
    kept: list[Reference] = []
    for reference in sorted(references, key=lambda found: (found.start, -found.end)):
        if not kept or reference.start >= kept[-1].end:
            kept.append(reference)
    return kept


def _mentions(text: str, references: list[Reference], registry: Registry) -> Iterator[Mention]:
    """References as mentions; one that runs on (GPT-4 Turbo) is a model of its own."""
    taken = 0
    for reference in references:
        start, end = reference.start, reference.end
        if start < taken:
            continue
        taken = extended(text, end, reference.entries, registry)
        if taken > end and not is_tuning(text[end:taken]):
            yield new_model(text, start, taken, developer_of(reference.entries[-1]))
            continue
        for entry in reference.entries:
            yield Mention(start, taken, text[start:taken], entry.kind, entry.slug, entry.name)
