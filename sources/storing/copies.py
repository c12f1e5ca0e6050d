"""Near copies of a text that are already here, and which of them is the original.

Two processes may store near copies at the same moment without seeing each other. So each looks
twice: before it writes, and again just before it commits, one process after the other. Whoever
is second there finds the other, and begins anew.
"""

from math import ceil
from typing import Any, NamedTuple

from django.db.models import Q
from django.utils import timezone
from simple_history.utils import bulk_update_with_history

from sources.models import Source
from sources.reading.likeness import FEWEST, REPRINT, Sketch, are_copies
from sources.storing.asking import array, ask, ask_together
from sources.storing.keys import KEYS, parted
from sources.storing.wire import Question

LOCK = 0x50CE5  # of the last look before a commit
REASON = "reading"
_FEWEST_SHARED = ceil(REPRINT * FEWEST)  # hashes; with less no two texts are copies
MOST_COMPARED = 200  # a phrase of a whole site's articles may lead to any number
_TOLD_BY = ("reprint_of", "published")


class OvertakenError(Exception):
    """A near copy was stored meanwhile: begin anew, it will be seen now."""


SHARING = f"""SELECT id FROM sources_source
WHERE (text_sha256 <> '' AND text_sha256 = %(text_sha256)s OR {KEYS} && %(keys)s::bigint[])
  AND id IS DISTINCT FROM %(itself)s::bigint
LIMIT %(most)s::int
"""  # noqa: S608  # names of columns
MOMENT = "pg_current_snapshot()::text"  # the same as long as nobody else commits
_NOW = f"SELECT {MOMENT}, ARRAY({SHARING})"
# Not asked at all when nothing was stored since.
_SINCE = f"SELECT id FROM ({SHARING}) sharing WHERE {MOMENT} <> %(moment)s"  # noqa: S608
_THEM = """
SELECT id, text_sha256 = %(text_sha256)s, sketch FROM sources_source
WHERE id = ANY(%(ids)s::bigint[])
"""
# Fails when something was stored since that shares anything with the text.
_NOTHING_SINCE = f"""
SELECT 1 / (NOT EXISTS (SELECT FROM ({_SINCE}) since WHERE id <> ALL (%(seen)s::bigint[])))::int
"""  # noqa: S608
_ALONE = f"SELECT pg_advisory_xact_lock({LOCK})"


class Look(NamedTuple):
    """What was seen when the database was asked for near copies."""

    moment: str
    sharing: list[int]  # what shares something with the text
    copies: list[int]  # which of them are near copies


def sharing(source: Source) -> dict[str, Any]:
    """The parameters of SHARING for a source."""
    keys, _ = parted(source.sketch)
    return {
        "text_sha256": source.text_sha256,
        "keys": array(keys),
        "itself": source.pk,
        "most": MOST_COMPARED,
    }


def copies_among(ids: list[int], source: Source) -> list[int]:
    """Which of those that share something with the source are near copies."""
    if not ids:
        return []
    _, sketch = parted(source.sketch)
    hashes = frozenset(sketch)
    rows = ask(_THEM, text_sha256=source.text_sha256, ids=array(ids))
    return [
        key
        for key, same, other in rows
        if same or (len(hashes.intersection(other)) >= _FEWEST_SHARED and _is_copy(other, sketch))
    ]


def _is_copy(stored: list[int], sketch: Sketch) -> bool:
    return are_copies(parted(stored)[1], sketch)


def look(source: Source) -> Look:
    ((moment, ids),) = ask(_NOW, **sharing(source))
    return Look(moment, ids, copies_among(ids, source))


def with_ids(keys: list[int]) -> list[Source]:
    """Sources with as much of them as tells which one the others repeat."""
    return list(Source.objects.filter(pk__in=keys).only(*_TOLD_BY)) if keys else []


def original_of(source: Source, copies: list[Source]) -> Source:
    """Which of a source and its near copies the others repeat.

    The one published first, where the dates tell beyond doubt; else the one stored first.
    """
    if not copies:
        return source
    keys = {row.reprint_of_id or row.pk for row in copies}
    originals = list(Source.objects.filter(pk__in=keys).only(*_TOLD_BY).order_by("pk"))
    best = originals[0] if originals else source
    for other in (*originals[1:], source):
        if _is_earlier(other, best):
            best = other
    return best


def _is_earlier(one: Source, other: Source) -> bool:
    if not one.published or not other.published:
        return False
    last, first = one.published.latest, other.published.earliest
    return last is not None and first is not None and last < first


def point_to(original: Source, copies: list[Source]) -> None:
    """Make all of them reprints of the original, and so their own reprints: no chains."""
    if not copies:
        return
    keys = {key for row in copies for key in (row.pk, row.reprint_of_id)} - {original.pk, None}
    rows = Source.objects.filter(Q(pk__in=keys) | Q(reprint_of__in=keys))
    moved = list(rows.exclude(pk=original.pk).exclude(reprint_of=original.pk))
    for row in moved:
        row.reprint_of = original
        row.updated_at = timezone.now()
    if moved:
        bulk_update_with_history(
            moved, Source, ["reprint_of", "updated_at"], default_change_reason=REASON
        )


def last_look(source: Source, before: Look) -> list[Question]:
    """What fails when there may be near copies by now that were not seen `before`."""
    values = sharing(source) | {"moment": before.moment, "seen": array(before.sharing)}
    return [(_ALONE, {}), (_NOTHING_SINCE, values)]


def settle(source: Source, before: Look) -> None:
    """The last look: OvertakenError when there are near copies by now that were not seen `before`.

    Whoever calls this commits next, so that the lock is held for a moment only.
    """
    since = _SINCE, sharing(source) | {"moment": before.moment}
    _, rows = ask_together([(_ALONE, {}), since])
    ids = [key for (key,) in rows]
    if copies_among([key for key in ids if key not in before.sharing], source):
        raise OvertakenError
