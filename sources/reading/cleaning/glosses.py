"""Pinyin in brackets behind Chinese characters, as some pages put it into Traditional text."""

import re
import unicodedata
from typing import NamedTuple

from sources.chinese import CHARACTER, HAN
from sources.reading.cleaning.result import Step, applied
from sources.reading.document import CleanText
from sources.reading.mapped import Edit
from sources.reading.telling import counted

TONELESS_ENOUGH = 3  # glosses without tone marks a text must have for them to count

_BRACKETED = re.compile(  # pinyin is the group, else it is bopomofo
    f"[(（](?<=[{HAN}].)"
    "(?:([a-zü\u00df-\u00ff\u0100-\u02ff\u0300-\u036fɡ'’ 1-5]{1,40})"
    "|[\u3105-\u312fˊˇˋ˙ ]{1,20})[)）]"
)
_TONES = {"\u0304", "\u0301", "\u030c", "\u0300", "\u0306"}
_SYLLABLE = re.compile(
    "(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|uen|van|ai|ei|ao|ou|an|en|in|un|vn|ia|ie"
    "|iu|io|ua|uo|ue|ui|ve|a|o|e|i|u|v)r?|er|n|ng|m|hm|hng)"
)


class _Gloss(NamedTuple):
    start: int
    end: int
    toned: bool


def without_glosses(text: CleanText) -> Step:
    """Glosses with tone marks go; those without only where there are several."""
    words = text.text
    if words.isascii() or ("(" not in words and "（" not in words):
        return Step(text)
    brackets = list(_BRACKETED.finditer(words))
    found = [gloss for match in brackets if match[1] and (gloss := _gloss(words, match))]
    toneless = sum(not gloss.toned for gloss in found)
    several = toneless >= TONELESS_ENOUGH or toneless < len(found)
    cuts = [gloss[:2] for gloss in found if gloss.toned or several]
    cuts += [match.span() for match in brackets if not match[1]]
    shown = [words[start - 1 : end] for start, end in cuts]
    edits = [Edit(start, end) for start, end in cuts]
    return applied(text, edits, *counted("glosses_removed", shown))


def _gloss(words: str, match: re.Match[str]) -> _Gloss | None:
    """Whether the bracket holds no more syllables than characters stand before it."""
    apart = unicodedata.normalize("NFD", match[1].replace("ɡ", "g").replace("ü", "v"))
    plain = "".join(c for c in apart if c not in _TONES and c not in "\u030812345")
    syllables = re.split(r"[ '’]+", plain.strip())
    toned = any(c in _TONES or c in "12345" for c in apart)
    if not all(_SYLLABLE.fullmatch(syllable) for syllable in syllables):
        return None
    before = words[max(match.start() - len(syllables), 0) : match.start()]
    if len(before) < len(syllables) or not all(map(CHARACTER.match, before)):
        return None
    return _Gloss(match.start(), match.end(), toned) if toned or len(syllables) == 1 else None
