"""What stands right around a phrase: a title, the name of a time zone, a bracket."""

import re

from dates.phrases.grammar import Grammar, Scene


def zone_before(grammar: Grammar, scene: Scene, begin: int) -> int:
    """Where the name of a time zone right before the phrase begins: 美国东部时间."""
    first = max(0, begin - _ZONE_REACH)
    zone = grammar.zone.search(scene.text, first, begin) if grammar.zone else None
    return zone.start() if zone else begin


def closes_bracket(text: str, begin: int, end: int) -> bool:
    """Whether the closing bracket after the phrase was opened in it: Friday (May 2)."""
    return text.rfind("(", begin, end) > text.rfind(")", begin, end)


def in_title(scene: Scene, begin: int, end: int) -> bool:
    """《六月雪》: a title dates nothing unless it names a year."""
    first = max(0, begin - _TITLE_REACH)
    opened = scene.text.rfind("《", first, begin)
    inside = opened >= 0 and opened > scene.text.rfind("》", first, begin)
    return inside and not (
        _NAMED_YEAR.search(scene.text, begin, end) or _DATELINE.match(scene.text, end)
    )


_TITLE_REACH = 24
_NAMED_YEAR = re.compile("[0-9]{4}|[〇零○一二三四五六七八九]{4}|[0-9]{2}年")
_DATELINE = re.compile("[专專]?[讯訊]|[电電](?=[》）)])")  # 《…社14日專訊》
# how long the name of a time zone may be, and with what it ends
_ZONE_REACH, ZONE_ENDS = 6, ("间", "間", " ", "的")
