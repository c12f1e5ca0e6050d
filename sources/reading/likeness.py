"""Which texts are copies of each other: reprints, near-duplicates and excerpts.

A text is folded (script, case, marks and white space), cut into shingles of a few words, and
the smallest hashes of these are kept: two texts share as many of them as they share of their
wording, whatever stands before or after. A sketch is a few dozen numbers, so comparing
does not need the texts; the same text has the same sketch in every process and version.
"""

import hashlib
import re
import struct
import unicodedata
from collections import Counter
from collections.abc import Hashable
from functools import lru_cache
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar
from zlib import crc32

from sources.chinese import to_simplified

Key = TypeVar("Key", bound=Hashable)
Sketch = tuple[int, ...]

KEPT = 64  # hashes of a sketch: an estimate of 0.5 is within 0.06 two times in three
# characters of a shingle that begins with a Latin letter or digit, and of any other: about
# three words, so that two texts seldom share one by chance and an index finds few candidates
LATIN_SHINGLE, SHINGLE = 16, 7
_LATIN_ENDS = 0x03  # high byte of the first character that is not Latin
# bytes of a shingle by the high byte of its first character
_BYTES = bytes(2 * (LATIN_SHINGLE if high < _LATIN_ENDS else SHINGLE) for high in range(256))

# Measured on articles: copies with another title, notice, script or small edits share 0.65 and
# more, a text put into the other script's wording 0.65 to 0.9, two articles about the same
# event 0.02 at most, an article that takes over half of another 0.3.
REPRINT = 0.4
# An excerpt has nearly all of its wording in the longer text; a shared quotation or notice
# seldom is half of an article.
EXCERPT = 0.7
FEWEST = 10  # hashes below which a share says nothing: about 80 characters of text

# letters and digits; the ranges are told faster than the class, and the underline went before
_WORDS = re.compile(r"[0-9A-Za-z\u4e00-\u9fff\w]+")
_SMALL = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", b"abcdefghijklmnopqrstuvwxyz")
_ASCII_MARKS = bytes(code for code in range(128) if not chr(code).isalnum())
# a new line for the low byte of a character that begins a shingle: lines are counted fast
_BEGINS = bytes(ord(" ") if low % 8 else ord("\n") for low in range(256))


class Fingerprint(NamedTuple):
    """What is kept of a text to know it again."""

    sha256: str  # of the folded text: equal for the same text in another script or layout
    sketch: Sketch


@lru_cache(maxsize=4)  # a text that is read is stored soon
def normalised(text: str) -> str:
    """Only letters, digits and Han characters, Traditional folded to Simplified, case folded."""
    text = _words(text)
    if text.isascii():
        return text
    if not unicodedata.is_normalized("NFKC", text):
        text = _words(unicodedata.normalize("NFKC", text))
    return to_simplified(text).replace("著", "着").casefold()


def _words(text: str) -> str:
    """Without marks and white space; of ASCII, which is most of many texts, at one go as bytes."""
    content = text.encode("utf-8", "surrogatepass").translate(_SMALL, _ASCII_MARKS)
    text = content.decode("utf-8", "surrogatepass")
    return text if text.isascii() else "".join(_WORDS.findall(text))


def fingerprint(text: str) -> Fingerprint:
    """The checksum and the sketch of a text, which is folded once for both."""
    folded = normalised(text)
    return Fingerprint(_sha256(folded), _sketch(folded))


def sketch(text: str) -> Sketch:
    """The smallest 63-bit hashes of the text's shingles, in order."""
    return _sketch(normalised(text))


def _sha256(folded: str) -> str:
    return hashlib.sha256(folded.encode()).hexdigest()


def _sketch(folded: str) -> Sketch:
    """One character in eight begins a shingle, so that a copy is cut at the same places."""
    content = folded.encode("utf-16-be")
    lines = content[1::2].translate(_BEGINS).splitlines(keepends=True)
    size = len(content)
    shingles = [
        content[start:end]
        for after in accumulate(map(len, lines))
        if (end := (start := 2 * after - 2) + _BYTES[content[start]]) <= size
    ]
    by_rank = dict(zip(map(crc32, shingles), shingles, strict=True))
    ranks = sorted(by_rank)[:KEPT]
    return _widened(ranks, [by_rank[rank] for rank in ranks])


def _widened(ranks: list[int], shingles: list[bytes]) -> Sketch:
    """32 bits decide the order; 31 more keep different shingles apart among millions."""
    digests = [hashlib.blake2b(shingle, digest_size=4).digest() for shingle in shingles]
    more = struct.unpack(f">{len(ranks)}I", b"".join(digests))
    return tuple([rank << 31 | bits >> 1 for rank, bits in zip(ranks, more, strict=True)])


class _Shared(NamedTuple):
    """Counts of hashes, up to the last that both sketches would have kept."""

    one: int
    other: int
    both: int


def _shared(one: Sketch, other: Sketch) -> _Shared:
    """What lies above the end of a full sketch is not known of its text and is left out."""
    ends = [kept[-1] for kept in (one, other) if len(kept) >= KEPT]
    last = min(ends, default=1 << 63)
    left = {value for value in one if value <= last}
    right = {value for value in other if value <= last}
    return _Shared(len(left), len(right), len(left & right))


def likeness(one: Sketch, other: Sketch) -> float:
    """The share of their wording two texts have in common, 0 to 1 (estimated Jaccard index)."""
    shared = _shared(one, other)
    return shared.both / max(1, shared.one + shared.other - shared.both)


def containment(one: Sketch, other: Sketch) -> float:
    """The share of the shorter text that stands in the longer, 0 to 1; 0 for scraps."""
    shared = _shared(one, other)
    shorter = min(shared.one, shared.other)
    return shared.both / shorter if shorter >= FEWEST else 0.0


def are_copies(one: Sketch, other: Sketch) -> bool:
    """Whether one text is a reprint of the other, or an excerpt with little of its own."""
    if min(len(one), len(other)) < FEWEST:
        return False
    return likeness(one, other) >= REPRINT or containment(one, other) >= EXCERPT


class Near(NamedTuple, Generic[Key]):
    """The text most like another one."""

    key: Key
    likeness: float
    containment: float


class Likenesses(Generic[Key]):
    """Sketches to be searched, in memory: what a database does with an index."""

    _LOOKED_AT = 8  # the texts sharing most hashes; a copy is always among them

    def __init__(self) -> None:
        self._sketches: dict[Key, Sketch] = {}
        self._keys: dict[int, list[Key]] = {}

    def __len__(self) -> int:
        return len(self._sketches)

    def add(self, key: Key, sketch: Sketch) -> None:
        self._sketches[key] = sketch
        for value in sketch:
            self._keys.setdefault(value, []).append(key)

    def nearest(self, sketch: Sketch) -> Near[Key] | None:
        """The copy of a text among those added, the most like first; None when it is new."""
        sharing = Counter(key for value in sketch for key in self._keys.get(value, ()))
        found = [
            Near(key, likeness(sketch, kept), containment(sketch, kept))
            for key, _count in sharing.most_common(self._LOOKED_AT)
            if are_copies(sketch, kept := self._sketches[key])
        ]
        return max(found, key=lambda near: (near.likeness, near.containment), default=None)
