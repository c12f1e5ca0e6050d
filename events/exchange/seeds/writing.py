"""Records to YAML text in the one canonical style of seeds/README.md."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import yaml

from events.exchange.seeds.records import Record

WIDTH = 100
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")

# The C emitter cannot indent lists inside mappings, so this is the one in Python.
if TYPE_CHECKING:
    _Dumper = yaml.SafeDumper
else:

    class _Dumper(yaml.SafeDumper):
        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
            super().increase_indent(flow, False)

        def ignore_aliases(self, data: Any) -> bool:
            return True

    def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
        # Rare line ends of Unicode are only kept when they are escaped, in double quotes.
        style = '"' if _LINE_ENDS.search(text) else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)

    _Dumper.add_representer(str, _text)


def mapping(record: Record) -> str:
    return _dumped(record)


def listing(records: Iterable[Record]) -> str:
    """A list sorted by slug, with a blank line between its items."""
    return "\n".join(
        _dumped([record]) for record in sorted(records, key=lambda record: str(record["slug"]))
    )


def _dumped(data: object) -> str:
    return yaml.dump(
        data,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=WIDTH,
        default_flow_style=False,
    )
