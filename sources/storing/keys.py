"""What near copies are looked up by in the database.

The hashes of a sketch are of short pieces, so that copies with many small edits still share most
of them; but so do stock phrases, and an index over them finds more texts the more there are. So a
text is also known by hashes of longer pieces, which hardly any two texts share by chance.
"""

from bisect import bisect
from itertools import accumulate
from zlib import crc32

from sources.reading.likeness import normalised

# Bytes of UTF-8: 16 Chinese characters or about nine English words, longer than most phrases that
# every newspaper uses: of made-up articles one pair in a thousand shares one, and every third pair
# shares one of half the length.
PIECE = 48
KEPT = 48  # no copy that a sketch still knows was missed, with an edit in every 20th character

KEYS = f"(sketch[1:{KEPT}])"  # of a stored source, all of them; the index is over this expression

# About every fourth character begins a piece, so that a copy is cut at the same places. It becomes
# a new line, because lines are counted fast.
_STARTS = b"048dhlptx\xe4\xe8"
_BEGINS = bytes(ord("\n") if code in _STARTS else ord(" ") for code in range(256))


def search_keys(text: str) -> list[int]:
    """Negative numbers, which tells them from the hashes of a sketch beside them."""
    content = normalised(text).encode("utf-8", "surrogatepass")
    lines = content.translate(_BEGINS).splitlines(keepends=True)
    after = list(accumulate(map(len, lines)))  # each start
    del after[bisect(after, len(content) - PIECE + 1) :]
    pieces = [content[end - 1 : end - 1 + PIECE] for end in after]
    return [~key for key in sorted(set(map(crc32, pieces)))[:KEPT]]


def parted(stored: list[int]) -> tuple[list[int], tuple[int, ...]]:
    """The search keys and the sketch of a stored source."""
    return [key for key in stored if key < 0], tuple(key for key in stored if key >= 0)
