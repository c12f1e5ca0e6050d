"""The original documents of sources: found by their hash, checked against every quote, stored."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from events.exchange.seeds.problems import Problem, SeedsError, shown
from events.exchange.seeds.records import Record
from events.exchange.seeds.rows import REASON
from events.exchange.seeds.seed import Seed, Seeds
from events.intake.quotes import verify_quotes
from sources import storing
from sources.models import Source
from sources.reading import Document, read
from sources.reading.document import ReadingError
from sources.reading.folders import check_content


@dataclass(frozen=True)
class Original:
    seed: Seed  # of the source
    path: Path
    document: Document

    @property
    def text(self) -> str:
        return self.document.clean.text


@dataclass
class Documents:
    originals: dict[str, Original] = field(default_factory=dict)  # by slug of the source
    missing: list[str] = field(default_factory=list)  # slugs of sources
    unrelated: list[str] = field(default_factory=list)  # names of files


def find_documents(folder: Path, seeds: Seeds) -> Documents:
    """Match the files of a folder to sources; SeedsError tells every quote that is not there."""
    if not folder.is_dir():
        raise SeedsError([Problem(shown(folder, 500), 0, "is no folder")])
    wanted = {seed.record.get("sha256"): seed for seed in seeds["source"].values()}
    found = Documents()
    problems: list[Problem] = []
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        seed = wanted.get(_digest(path))
        if seed is None:
            found.unrelated.append(shown(path.name))
        elif original := _original(seed, path, problems):
            found.originals[seed.slug] = original
    found.missing = sorted(set(seeds["source"]) - set(found.originals))
    problems.extend(_misquoted(found, seeds))
    if problems:
        raise SeedsError(problems)
    return found


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _original(seed: Seed, path: Path, problems: list[Problem]) -> Original | None:
    try:
        content = path.read_bytes()
        check_content(content)
        documents = read(content, path.name)
    except ReadingError as error:
        text = f"sha256: its document {shown(path.name)} is refused: {error}"
    else:
        if len(documents) == 1:
            return Original(seed, path, documents[0])
        text = f"sha256: {shown(path.name)} holds {len(documents)} documents, not one"
    problems.append(seed.problem(text, "sha256"))
    return None


def _misquoted(documents: Documents, seeds: Seeds) -> Iterator[Problem]:
    for event in seeds["event"].values():
        for place, claim in enumerate(event.record.get("claims", ())):
            original = documents.originals.get(claim["source"])
            wrong = _misquote(claim, original.text) if original else ""
            if wrong:
                yield event.problem(f"claim of {claim['source']}: {wrong}", "claims", place)


def _misquote(claim: dict[str, object], text: str) -> str:
    """How a claim differs from its source's text, in words; "" when it does not."""
    quote, start, end = str(claim.get("quote", "")), claim.get("start"), claim.get("end")
    if not isinstance(start, int) or not isinstance(end, int):
        return "" if quote in text else f"“{shown(quote)}” is not in the document"
    found = text[start:end]
    if found == quote:
        return ""
    return f"at {start}–{end} expected “{shown(quote)}”, found “{shown(found)}”"


def place_quotes(seeds: Seeds, documents: Documents | None) -> None:
    """Give quotes without offsets those they get in the database as soon as the text is known."""
    loose = [seed for seed in seeds["event"].values() if any(_loose(seed))]
    slugs = {claim["source"] for seed in loose for claim in _loose(seed)}
    texts = dict(Source.objects.filter(slug__in=slugs).values_list("slug", "text"))
    originals = documents.originals if documents else {}
    texts.update((slug, original.text) for slug, original in originals.items())
    for seed in loose:
        for claim in _loose(seed):
            start = texts.get(claim["source"], "").find(claim["quote"])
            if start >= 0:
                claim.update(start=start, end=start + len(claim["quote"]))
        seeds["event"][seed.slug] = seed.settled()


def _loose(event: Seed) -> list[Record]:
    claims = event.record.get("claims", ())
    return [claim for claim in claims if "quote" in claim and "start" not in claim]


def store(documents: Documents) -> list[str]:
    """Write the texts that are not there yet; the slugs of their sources."""
    stored = []
    for slug, original in documents.originals.items():
        found = Source.objects.filter(slug=slug, sha256=original.seed.record["sha256"])
        if any(_store(source, original) for source in found):
            stored.append(slug)
    return stored


def _store(source: Source, original: Original) -> bool:
    if source.text and source.text != original.text:
        text = f"the database has another text than {shown(original.path.name)}"
        raise SeedsError([original.seed.problem(text, "sha256")])
    try:
        stored = storing.store(original.document, before_text=_verify)
    except ReadingError as error:
        raise SeedsError([original.seed.problem(str(error), "sha256")]) from error
    return stored.fate is not storing.Fate.KNOWN


def _verify(source: Source) -> None:
    verify_quotes(source, REASON)
