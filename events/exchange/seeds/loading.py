"""A folder of seeds to checked records: every problem is found before anything is written."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from events.exchange.seeds.checking import check
from events.exchange.seeds.layout import SeedFile, find_files, name_of
from events.exchange.seeds.problems import Problem, SeedsError, guess, shown
from events.exchange.seeds.reading import read
from events.exchange.seeds.records import EMPTY, TABLES
from events.exchange.seeds.seed import Seed, Seeds, Steps


def load(root: Path) -> Seeds:
    """Every seed of the folder in canonical form; SeedsError tells all that is wrong with it."""
    if not root.is_dir():
        raise SeedsError([Problem(shown(root, 500), 0, "is no folder")])
    problems: list[Problem] = []
    try:
        files = find_files(root, problems)
    except OSError as error:
        raise SeedsError([Problem(shown(error.filename, 500), 0, str(error.strerror))]) from error
    written = [seed for file in files for seed in _seeds_of(file, problems)]
    checked = [_validated(seed, problems) for seed in written]
    valid = [seed for seed in checked if seed]
    problems.extend(check(written, valid))
    if problems:
        raise SeedsError(problems)
    return _settled(valid)


def _settled(valid: list[Seed]) -> Seeds:
    seeds: Seeds = {kind: {} for kind in TABLES}
    for seed in valid:
        seeds[seed.kind][seed.slug] = seed
    for event in seeds["event"].values():
        for claim in event.record["claims"]:
            # As Claim.clean() does: said on the day of publication unless told otherwise.
            claim["claimed_on"] = (
                claim["claimed_on"] or seeds["source"][claim["source"]].record["published"]
            )
    return {
        kind: {slug: seed.settled() for slug, seed in of_kind.items()}
        for kind, of_kind in seeds.items()
    }


def _seeds_of(file: SeedFile, problems: list[Problem]) -> Iterator[Seed]:
    try:
        content = file.path.read_bytes()
    except OSError as error:
        problems.append(Problem(file.name, 0, f"cannot be read: {error.strerror}"))
        return
    document = read(file.name, content)
    problems.extend(document.problems)
    expected: Any = list if file.holds_list else dict
    if not isinstance(document.data, expected):
        if not document.problems:
            noun = "a list of records" if file.holds_list else "one mapping"
            found = f"holds {_noun(document.data)}, expected {noun}"
            problems.append(Problem(file.name, document.line(()), found))
        return
    items: list[Any] = document.data if file.holds_list else [document.data]
    for place, item in enumerate(items):
        at: Steps = (place,) if file.holds_list else ()
        if not isinstance(item, dict):
            text = f"is {_noun(item)}, expected a mapping"
            problems.append(Problem(file.name, document.line(at), text))
            continue
        record = _pruned(item)
        slug = record.get("slug")
        yield Seed(
            file.kind, slug if isinstance(slug, str) else "", record, file.name, document, at
        )


def _pruned(value: Any) -> Any:
    """Without keys that hold nothing: they are the same as keys left out."""
    if isinstance(value, dict):
        pruned = {key: _pruned(item) for key, item in value.items()}
        return {key: item for key, item in pruned.items() if item not in EMPTY}
    return [_pruned(item) for item in value] if isinstance(value, list) else value


def _validated(seed: Seed, problems: list[Problem]) -> Seed | None:
    """The seed held to its schema, with usual values filled in; None when something is wrong."""
    try:
        record = TABLES[seed.kind].schema.model_validate(seed.record).model_dump()
    except ValidationError as error:
        problems.extend(_explained(seed, found) for found in error.errors(include_url=False))
        return None
    expected = name_of(seed.kind, seed.slug, record.get("developer"))
    if seed.file != expected:
        key = "developer" if seed.kind == "model" else "slug"
        problems.append(seed.problem(f"stands in the wrong file, expected {expected}", key))
        return None
    return replace(seed, record=record)


def _explained(seed: Seed, error: Any) -> Problem:
    path: Steps = error["loc"]
    kind: str = error["type"]
    if kind == "rule":
        key: str = error["ctx"]["key"]
        at = (*path, key) if key else path
        return seed.problem(_beside(at, error["msg"]), *at)
    if kind == "missing":
        return seed.problem(f"key “{path[-1]}” is missing", *path[:-1])
    if kind == "extra_forbidden":
        return seed.problem(_unknown_key(seed, path), *path)
    expected = _EXPECTED.get(kind, "something else")
    found = error["input"]
    text = f"expected {expected}, found {_noun(found)}"
    if kind == "string_type" and isinstance(found, int):
        text += f": put it in quotes ('{found}')"
    return seed.problem(_beside(path, text), *path)


_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "list_type": "a list",
    "model_type": "a mapping",
}


def _beside(path: Steps, text: str) -> str:
    """The words of an error after the key it is about."""
    keys = [step for step in path if isinstance(step, str)]
    return f"{keys[-1]}: {text}" if keys else text


def _unknown_key(seed: Seed, path: Steps) -> str:
    table = TABLES[seed.kind]
    schema = next(
        (inner.schema for key, inner in table.inside.items() if key in path[:-1]), table.schema
    )
    allowed = list(schema.model_fields)
    word = str(path[-1])
    hint = guess(word, allowed) or f", expected one of: {', '.join(allowed)}"
    return f"unknown key “{shown(word)}”{hint}"


def _noun(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "nothing"
    return f"the number {value}" if isinstance(value, int) else f"the text “{shown(value)}”"
