"""Collects and compiles the interface's messages with Babel: GNU gettext is not needed."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

_INDENTATION = re.compile("^[ \t]+", re.MULTILINE)
PACKAGES = ("dates", "sources", "events", "aitimeline")
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def catalogues() -> list[Path]:
    """The .po file of every language but English, which is the language of the code."""
    return sorted(Path(settings.LOCALE_PATHS[0]).glob("*/LC_MESSAGES/django.po"))


def read_catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def compile_translations() -> list[Path]:
    """Write each .mo that is older than its .po; which .po files were compiled."""
    stale = [path for path in catalogues() if _is_stale(path)]
    for path in stale:
        unfinished = path.with_suffix(".tmp")
        with unfinished.open("wb") as file:
            write_mo(file, read_catalogue(path))
        unfinished.replace(path.with_suffix(".mo"))
    return stale


def _is_stale(po: Path) -> bool:
    mo = po.with_suffix(".mo")
    return not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime


def collect_messages() -> Catalog:
    """Every message marked for translation in our code and templates."""
    catalogue = Catalog(project="aitimeline", charset="utf-8")
    for path in _sources():
        text = path.read_text(encoding="utf-8")
        if path.suffix != ".py":
            # As Python, in which a template's indentation would be a mistake.
            text = _INDENTATION.sub("", templatize(text, origin=str(path)))
        where = path.relative_to(settings.BASE_DIR).as_posix()
        found = extract(
            "python", io.BytesIO(text.encode()), KEYWORDS, options={"encoding": "utf-8"}
        )
        for _line, message, _comments, context in found:
            catalogue.add(message, locations=[(where, 0)], context=context)
    return catalogue


def _sources() -> Iterator[Path]:
    for package in PACKAGES:
        for suffix in ("*.py", "*.html", "*.txt", "*.xml"):
            files = (Path(settings.BASE_DIR) / package).rglob(suffix)
            yield from sorted(path for path in files if "migrations" not in path.parts)


def update_catalogues() -> dict[Path, int]:
    """Bring every .po in step with the code; how many messages of each wait for a translator."""
    collected = collect_messages()
    waiting = {}
    for path in catalogues():
        catalogue = read_catalogue(path)
        collected.creation_date = catalogue.creation_date  # no change, no difference
        catalogue.update(collected, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, catalogue, sort_output=True, include_lineno=False, omit_header=False)
        waiting[path] = len(untranslated(catalogue))
    return waiting


def untranslated(catalogue: Catalog) -> list[str]:
    """Message ids without a finished translation."""
    return [
        str(message.id)
        for message in catalogue
        if message.id and (message.fuzzy or not message.string or "" in _plural_forms(message))
    ]


def _plural_forms(message: object) -> tuple[str, ...]:
    string = getattr(message, "string", "")
    return tuple(string) if isinstance(string, list | tuple) else (string,)
