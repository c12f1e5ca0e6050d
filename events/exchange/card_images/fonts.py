"""Fonts of this machine for drawing a text, if it has one for it.

Pillow brings a plain Latin font along; one with Chinese has to be installed, as Debian's
fonts-noto-cjk. Without a font for a text nothing is drawn.
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, cast

from PIL import ImageFont

FOLDERS = (
    *("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts"),
    *("/System/Library/Fonts", "/Library/Fonts", "C:/Windows/Fonts"),
)
# Each with where its faces for Simplified and Traditional stand in the file; the best comes first.
FILES = {
    "NotoSerifCJK-Bold.ttc": (2, 3),
    "NotoSerifCJK-Regular.ttc": (2, 3),
    "SourceHanSerif-Bold.ttc": (2, 3),
    "NotoSansCJK-Bold.ttc": (2, 3),
    "NotoSansCJK-Regular.ttc": (2, 3),
    "Songti.ttc": (0, 0),
    "PingFang.ttc": (0, 0),
    "msyhbd.ttc": (0, 0),
    "wqy-zenhei.ttc": (0, 0),
}
_OF_PILLOW = re.compile("[ -~«»‘’“”…·]*")  # what its own font has
_OF_CHINESE = re.compile("[ -~\u00a0-\u024f\u0370-\u04ff\u2000-\u22ff\u3000-\u9fff\uff00-\uffee]*")


class Found(NamedTuple):
    path: str
    simplified: int
    traditional: int


@lru_cache(maxsize=1)
def chinese_font() -> Found | None:
    """The best font with Chinese that is installed."""
    here = [path for folder in FOLDERS for path in _files(Path(folder).expanduser())]
    by_name = {path.name: path for path in reversed(here)}
    for name, faces in FILES.items():
        if name in by_name:
            return Found(str(by_name[name]), *faces)
    return None


def _files(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.rglob("*.ttc") if path.name in FILES]
    except OSError:
        return []


def can_draw(*texts: str) -> bool:
    """Whether every letter of these texts can be drawn here."""
    letters = _OF_CHINESE if chinese_font() else _OF_PILLOW
    return all(map(letters.fullmatch, texts))


@lru_cache(maxsize=32)
def font(size: int, traditional: bool) -> ImageFont.FreeTypeFont:
    found = chinese_font()
    if found is None:
        return cast("ImageFont.FreeTypeFont", ImageFont.load_default(size))
    face = found.traditional if traditional else found.simplified
    return ImageFont.truetype(found.path, size, index=face)
