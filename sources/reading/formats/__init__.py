"""From bytes to parts: what format a file is in, and its text out of the markup."""

from sources.reading.document import ReadingError
from sources.reading.encodings import declared_charset, decode
from sources.reading.formats.detect import HEAD, is_mail, refuse_other_files, shape
from sources.reading.formats.feed import feed_parts
from sources.reading.formats.html import page
from sources.reading.formats.mail import mail_part
from sources.reading.formats.pdf import pdf_part
from sources.reading.formats.text import text_part
from sources.reading.formats.word import word_part
from sources.reading.limits import MOST_BYTES, MOST_CHARACTERS, refuse_many
from sources.reading.part import File, Part
from sources.reading.said import gettext as _
from sources.reading.said import pgettext

_CONTROLS = {*range(0x09), *range(0x0E, 0x1A), *range(0x1C, 0x20), *range(0x7F, 0xA0)} - {0x85}
_NO_CONTROLS = bytes(code for code in range(256) if code not in _CONTROLS)


def parts(content: bytes, name: str) -> list[Part]:
    """The documents in a file's bytes, out of their markup."""
    refuse_many(len(content), MOST_BYTES, lambda: pgettext("how many", "bytes"))
    if not content.strip(b"\0 \t\r\n"):
        raise ReadingError(_("“%(name)s” is empty.") % {"name": name})
    refuse_other_files(content, name)
    if content.startswith(b"PK\x03\x04"):
        return [word_part(content, name)]
    if b"%PDF-" in content[:1024]:
        return [pdf_part(content, name)]
    if is_mail(content[:HEAD].decode("latin-1"), name):
        return [mail_part(content, name)]
    return _of_text(content, name)


def _of_text(content: bytes, name: str) -> list[Part]:
    read = decode(content, declared_charset(content))
    _refuse_binary(read.text, name)
    file = File(name, content, read.text, read.encoding, read.notes)
    looks = shape(read.text, name)
    if looks.format == "feed":
        return feed_parts(file)
    if looks.format == "html":
        return [page(file)]
    refuse_many(len(read.text), MOST_CHARACTERS, lambda: pgettext("how many", "characters"))
    return [text_part(file, looks)]


def _refuse_binary(text: str, name: str) -> None:
    sample = text[:HEAD]
    controls = sample.encode("latin-1", "replace").translate(None, _NO_CONTROLS)
    if len(controls) + sample.count("\ufffd") > 0.1 * len(sample) + 2:
        raise ReadingError(_("“%(name)s” is not text.") % {"name": name})
