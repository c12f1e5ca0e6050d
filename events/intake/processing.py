"""One document on its way in: read, stored, events proposed. All of it, or nothing.

The command, the worker and the upload page all come through `take_in`.
"""

import hashlib
import logging
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, InterfaceError, OperationalError, transaction

from events.extraction.registry import Registry
from events.intake.proposing import Look, Names, look_at, propose_from, proposed_from
from events.intake.quotes import verify_quotes
from events.models import IncomingDocument
from sources.models import Source
from sources.reading import Document, read
from sources.reading.document import ReadingError
from sources.reading.folders import check_content
from sources.reading.likeness import Sketch
from sources.reading.said import gettext as _
from sources.storing import (
    Fate,
    OvertakenError,
    Stored,
    finished,
    follow_indexes,
    known_by_bytes,
    last_look,
    outermost,
    settle,
    steps_of_storing,
    underway,
)

State = IncomingDocument.State
REASON = "reading"
TRIES = 6
FASTER = ("23505", "40P01")  # a unique row was there before ours; two waited for each other

Steps = Generator[None, None, "Outcome"]

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Outcome:
    """What became of one document; a feed has several."""

    name: str
    state: IncomingDocument.State
    detail: str = ""  # why it was refused
    source: int | None = None
    proposals: int = 0
    marks: tuple[str, ...] = ()  # checksums of its bytes and of its normalised text
    sketch: Sketch = ()  # of a dry run, where nothing is kept to compare others with


@dataclass(frozen=True)
class Run:
    """What the documents of one run have in common."""

    dry: bool = False
    by: Any = None  # the user who dropped them in
    names: Names = field(default_factory=Names)


@dataclass(frozen=True)
class Reading:
    """A document that was read, and what was found in it if it was looked at already."""

    document: Document
    look: Look | None = None


def take_in(content: bytes, name: str, run: Run | None = None) -> list[Outcome]:
    """Take in a file's documents, each in one transaction; what fails is refused in words."""
    return Arriving(lambda: content, name, run or Run()).taken_in()


def without_reading(content: bytes, name: str) -> list[Outcome]:
    """What becomes of a file that need not be read; nothing when it must be."""
    try:
        check_content(content)
    except ReadingError as error:
        return [refused(name, error.why)]
    known = known_by_bytes(hashlib.sha256(content).hexdigest())
    return [_known(name, known)] if known and known.proposals.exists() else []


class Arriving:
    """A file on its way: only while it is made the database is asked."""

    def __init__(self, fetch: Callable[[], bytes], name: str, run: Run) -> None:
        self._name, self._run = name, run
        self._content = b""
        self._documents: list[Document] = []
        try:
            self._content = fetch()
            self._outcomes = without_reading(self._content, name)
        except ReadingError as error:
            self._outcomes = [refused(name, error.why)]
        self._registry = run.names.registry()

    def taken_in(self) -> list[Outcome]:
        self.read()
        return self.looked_at().end()

    def read(self) -> None:
        if self._outcomes:
            return
        try:
            self._documents = read(self._content, self._name)
        except ReadingError as error:
            self._outcomes = [refused(self._name, error.why)]
        except Exception as error:
            self._outcomes = [_failed(self._name, error)]

    def looked_at(self) -> "Storing":
        """Its documents, or why there are none.

        Of a file with several each is looked at when its turn comes, so that what was found in a
        few of them is in memory.
        """
        if len(self._documents) > 1:
            return Storing([Reading(document) for document in self._documents], self._run)
        found = [_looked_at(document, self._registry) for document in self._documents]
        return Storing(self._outcomes or found, self._run)


def _looked_at(document: Document, registry: Registry) -> Reading | Outcome:
    try:
        return Reading(document, look_at(document, registry))
    except Exception as error:
        return _failed(document.name, error)


def store_all(readings: Iterable[Reading | Outcome], run: Run) -> list[Outcome]:
    """What became of a file's documents."""
    return [one if isinstance(one, Outcome) else _taken_in(one, run) for one in readings]


class Storing:
    """A file's documents on their way into the database, interrupted where it is at work."""

    def __init__(self, readings: Sequence[Reading | Outcome], run: Run) -> None:
        self._readings, self._run = readings, run
        self._steps: Steps | None = None
        self._outcome: Outcome | None = None
        match readings:
            case [Reading() as only]:
                self._steps = _storing(only, run, at_once=True)

    def step(self) -> None:
        """Until it is at work again: nothing else may ask it something before the `end`."""
        try:
            if self._steps:
                next(self._steps)
        except StopIteration as done:
            self._steps, self._outcome = None, done.value
        except Exception:
            self._steps = None  # it begins anew at the end, and tells then

    def end(self) -> list[Outcome]:
        while self._steps:
            self.step()
        return [self._outcome] if self._outcome else store_all(self._readings, self._run)

    def stop(self) -> None:
        """Leave nothing half done."""
        if self._steps:
            with suppress(Exception):
                self._steps.close()


def refused(name: str, why: str) -> Outcome:
    return Outcome(name, State.REFUSED, why)


def _failed(name: str, error: Exception) -> Outcome:
    """A mistake of ours: it is reported and logged, and the other documents go on."""
    logger.error("%s could not be taken in", name, exc_info=error)
    kind = type(error).__name__
    return refused(name, _("It could not be read, and that is our mistake: %s.") % kind)


def _known(name: str, source: Source, proposals: int = 0) -> Outcome:
    marks = (source.sha256 or "",)
    return Outcome(name, State.KNOWN, source=source.pk, proposals=proposals, marks=marks)


def _taken_in(reading: Reading, run: Run) -> Outcome:
    document = reading.document
    try:
        return _tried_again(lambda: _stored(reading, run))
    except ReadingError as error:
        return refused(document.name, error.why)
    except (OperationalError, InterfaceError):
        raise
    except Exception as error:
        return _failed(document.name, error)


def _tried_again(attempt: Callable[[], Outcome]) -> Outcome:
    """Somebody else may be faster: then what they stored is seen the next time."""
    for last in (False,) * (TRIES - 1) + (True,):
        try:
            return attempt()
        except OvertakenError:
            if last:
                raise
        except (IntegrityError, OperationalError) as error:
            if last or getattr(error.__cause__, "sqlstate", "") not in FASTER:
                raise
    raise AssertionError


def _stored(reading: Reading, run: Run) -> Outcome:
    return finished(_storing(reading, run, at_once=False))


def _storing(reading: Reading, run: Run, *, at_once: bool) -> Steps:
    """What becomes of a document, in one transaction; stops while the database is at work.

    Whoever has something to do that asks the database nothing does it then. `at_once` the last
    look and the commit are told with the rest, and whatever a look may find makes it fail.
    """
    document, look = reading.document, reading.look
    with transaction.atomic():
        follow_indexes()
        questions = look.inquiry.questions if look else []
        stored = yield from steps_of_storing(
            document, by=run.by, before_text=_verify, also=questions
        )
        if stored.fate is Fate.KNOWN:
            outcome = _known_before(document, stored.source, run)
        else:
            proposals, untold = proposed_from(stored, run.names, look)
            last = at_once and outermost() and not run.dry
            if last:
                untold += last_look(stored.source, stored.look)
            with underway(untold, last=last):
                yield
            if not last:
                settle(stored.source, stored.look)
            outcome = _new(document, stored, proposals, dry=run.dry)
        if run.dry:
            transaction.set_rollback(True)
    return outcome


def _known_before(document: Document, source: Source, run: Run) -> Outcome:
    """Seeds bring texts that nothing was proposed from yet."""
    never = not source.proposals.exists()
    return _known(document.name, source, propose_from(source, run.names) if never else 0)


def _verify(source: Source) -> None:
    verify_quotes(source, REASON)


def _new(document: Document, stored: Stored, proposals: int, *, dry: bool) -> Outcome:
    reprint = stored.source.reprint_of_id is not None
    return Outcome(
        document.name,
        State.REPRINT if reprint else State.READ,
        source=stored.source.pk,
        proposals=proposals,
        marks=(document.sha256, document.fingerprint.sha256),
        sketch=document.fingerprint.sketch if dry else (),
    )
