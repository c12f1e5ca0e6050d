"""Bytes in, documents out: the steps of reading in their order."""

import hashlib

from dates.published import published
from sources.reading.document import Basis, CleanText, Document, Fact, ReadingError

READER_VERSION = "1"


def read(content: bytes, name: str) -> list[Document]:
    """The documents in a file's bytes; ReadingError when it cannot be read."""
    try:
        raw = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadingError(f"{name} is not UTF-8") from error
    clean = CleanText.unchanged(raw)
    found = published(raw, "zh")
    return [
        Document(
            name=name,
            content=content,
            sha256=hashlib.sha256(content).hexdigest(),
            format="plain",
            encoding="utf-8",
            raw=raw,
            clean=clean,
            language="zh-Hans",
            title=Fact(raw.strip().splitlines()[0], Basis.INFERRED) if raw.strip() else Fact(""),
            publisher=Fact(""),
            authors=Fact(()),
            published=Fact(found.value, Basis(found.basis), found.why) if found else Fact(None),
            published_between=Fact(None),
            url=Fact(""),
        )
    ]
