"""Collects static files when one of them has changed, so that a second start is quick."""

import hashlib

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def collect_static_files() -> bool:
    """Bring STATIC_ROOT up to date; whether there was anything to do."""
    marker = settings.VAR_DIR / "static_state"
    state = _state_of_sources()
    if marker.exists() and marker.read_text() == state:
        return False
    marker.unlink(missing_ok=True)
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    marker.write_text(state)
    return True


def _state_of_sources() -> str:
    """A digest of the path, size and time of change of every file that would be collected."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            changed = storage.get_modified_time(path).timestamp()
            digest.update(f"{path} {storage.size(path)} {changed}\n".encode())
    return digest.hexdigest()
