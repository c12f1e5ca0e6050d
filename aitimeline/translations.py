"""Compiles the message catalogues with Babel, so that GNU gettext is not needed."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings


def compile_translations() -> list[Path]:
    """Write each .mo that is older than its .po; which .po files were compiled."""
    compiled = []
    for folder in settings.LOCALE_PATHS:
        for po in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
            mo = po.with_suffix(".mo")
            if mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
                continue
            with po.open("rb") as source:
                catalogue = read_po(source, abort_invalid=True)
            unfinished = mo.with_suffix(".tmp")
            with unfinished.open("wb") as target:
                write_mo(target, catalogue)
            unfinished.replace(mo)
            compiled.append(po)
    return compiled
