"""Records to YAML text in the one canonical style of seeds/README.md."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import yaml

from events.exchange.seeds.records import Record

WIDTH = 100

# The C emitter cannot indent lists inside mappings, so this is the one in Python.
if TYPE_CHECKING:
    _Dumper = yaml.SafeDumper
else:

    class _Dumper(yaml.SafeDumper):
        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
            super().increase_indent(flow, False)

        def ignore_aliases(self, data: Any) -> bool:
            return True


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
