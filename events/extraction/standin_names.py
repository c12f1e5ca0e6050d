"""Stands in for names.py until it is here."""

import re

from events.extraction.folding import fold

from events.extraction.found import EntityKind, Mention
from events.extraction.registry import Registry

_CACHE: dict[int, tuple[re.Pattern[str], dict[str, tuple[EntityKind, str, str]]]] = {}


def find_mentions(text: str, registry: Registry) -> list[Mention]:
    if id(registry) not in _CACHE:
        table = {
            fold(name): (e.kind, e.slug, e.name)
            for e in reversed(registry.entries)
            for name in (e.name, e.name_zh, *e.aliases)
            if name
        }
        words = "|".join(re.escape(w) for w in sorted(table, key=len, reverse=True))
        _CACHE[id(registry)] = (re.compile(rf"(?<![a-z0-9])(?:{words})(?![a-z0-9])", re.I), table)
    pattern, table = _CACHE[id(registry)]
    return [
        Mention(m.start(), m.end(), text[m.start():m.end()], *table[m[0]])
        for m in pattern.finditer(fold(text))
        if m[0] in table
    ]
