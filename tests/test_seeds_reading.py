"""Seeds are read strictly: every mistake is told with its file and line, hostile files too."""

import os
from pathlib import Path
from typing import Any

import pytest

from events.exchange.seeds.layout import LARGEST_FILE
from events.exchange.seeds.loading import load
from events.exchange.seeds.problems import SeedsError
from events.exchange.seeds.records import TABLES
from events.models.vocabulary import Certainty, EventKind, LinkKind, Role, Section, Stance, Status
from tests.seed_files import REAL_SEEDS, change, put, write_seeds


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_seeds(tmp_path / "seeds")


def _problems(folder: Path) -> list[str]:
    with pytest.raises(SeedsError) as caught:
        load(folder)
    return [str(problem) for problem in caught.value.problems]


def test_it_reads_every_kind(folder: Path) -> None:
    seeds = load(folder)
    assert {kind: len(found) for kind, found in seeds.items()} == {
        "publisher": 2,
        "source": 1,
        "organization": 2,
        "model": 2,
        "person": 1,
        "event": 2,
    }


def test_it_reads_the_seeds_of_this_repository() -> None:
    assert len(load(REAL_SEEDS)["event"]) >= 116


def test_the_readme_of_the_seeds_names_every_key() -> None:
    readme = (REAL_SEEDS / "README.md").read_text(encoding="utf-8")
    tables = [table for kind in TABLES.values() for table in (kind, *kind.inside.values())]
    keys = {key for table in tables for key in table.schema.model_fields}
    assert {key for key in keys if f"`{key}`" not in readme} == set()


@pytest.mark.parametrize("words", [EventKind, Status, Certainty, Role, LinkKind, Section, Stance])
def test_the_readme_of_the_seeds_names_every_word_events_are_classified_by(words: Any) -> None:
    readme = (REAL_SEEDS / "README.md").read_text(encoding="utf-8")
    assert {value for value in words.values if f"`{value}`" not in readme} == set()


def test_a_claim_was_said_on_the_day_of_publication_unless_told_otherwise(folder: Path) -> None:
    change(folder, "events/tiny-release.yaml", "    claimed_on: '2025-03-06'\n", "")
    claims = load(folder)["event"]["tiny-release"].record["claims"]
    assert claims[0]["claimed_on"] == "2025-03-06"


RELEASE = "events/tiny-release.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (RELEASE, "title_zh", "title_hz", "3: unknown key “title_hz” (did you mean “title_zh”?)"),
        (RELEASE, "    says_en: It", "    hearsay: It", "31: unknown key “hearsay”, expected one"),
        (RELEASE, "kind: release\n", "", "1: key “kind” is missing"),
        (RELEASE, "kind: release\n", "kind:\n", "1: key “kind” is missing"),
        (RELEASE, "kind: release", "kind: relase", "7: kind: “relase” is not allowed here, expec"),
        (RELEASE, "date: '2025-03-04'", "date: 2025-13", "10: date: “2025-13” has no such month"),
        (RELEASE, "date: '2025-03-04'", "date: soon", "10: date: “soon” is not an EDTF date"),
        (RELEASE, "date: '2025-03-04'", "date: 2025", "10: date: expected text, found the number"),
        (RELEASE, "importance: 4", "importance: '4'", "13: importance: expected a whole number,"),
        (RELEASE, "importance: 4", "importance: 6", "13: importance: “6”: Ensure this value is"),
        (RELEASE, "importance: 4", "importance: yes", "13: YAML reads yes as yes or no: put it"),
        (RELEASE, "importance: 4", "importance: 4.0", "13: YAML reads 4.0 as a number with a"),
        (RELEASE, "importance: 4", "importance: 4\nimportance: 5", "14: key “importance” is given"),
        (RELEASE, "event: tiny-planned", "event: tiny-plan", "48: event: there is no event “tiny-"),
        (RELEASE, "part_of: tiny-planned", "part_of: tiny-release", "14: part_of: leads round in"),
        (RELEASE, "event: tiny-planned", "event: tiny-release", "48: event: links to itself"),
        (RELEASE, "person: ada", "person: adda", "there is no person “adda” in the seeds (did yo"),
        (
            RELEASE,
            "on Tuesday",
            "on Tuesday that Tiny is",
            "27: quote: the quote has 23 characters",
        ),
        (RELEASE, "end: 19", "end: 20", "29: end: from 9 to 20 are 11 characters, but the quote"),
        (RELEASE, "    end: 19\n", "", "28: start: start and end are given together"),
        (
            RELEASE,
            "slug: tiny-release",
            "slug: tiny-out",
            "1: stands in the wrong file, expected e",
        ),
        (RELEASE, "date: '2025-03-04'\ndate_b", "date_b", "14: visibility: a published event need"),
        (RELEASE, "organizations:\n  -", "organizations: x\nlinks:\n  -", "found the text “x”"),
        ("people.yaml", "name: Ada", "name: '  '", "2: name: expected a name, found only"),
        ("people.yaml", "name: Ada", "homepage: javascript:x\n  name: A", "2: homepage: “javascri"),
        (
            "people.yaml",
            "name: Ada",
            "name: A\n\n- slug: ada\n  name: B",
            "4: slug: “ada” is given tw",
        ),
        ("people.yaml", "name: Ada", 'name: "A\\0"', "Character 2 (U+0000) cannot be stored"),
        (
            "people.yaml",
            "- slug: ada",
            "- ada\n- slug: ada",
            "1: is the text “ada”, expected a map",
        ),
        (
            "organizations.yaml",
            "text: Lab",
            "text: elab",
            "11: aliases: this is given twice, first",
        ),
        (
            "organizations.yaml",
            "kind: company",
            "kind: company\n  parent: example-lab",
            "round in a",
        ),
        (
            "models/_other.yaml",
            "kind: b",
            "developer: holding\n  kind: b",
            "3: stands in the wrong file",
        ),
        ("sources/daily-tiny.yaml", "printed", "unknown", "published has a date, so published_ba"),
        ("sources/daily-tiny.yaml", "sha256: ", "sha256: x", "sha256: “x"),
        (
            "sources/daily-tiny.yaml",
            ":17Z",
            "",
            "12: retrieved_at: “2025-03-07T00:03” is no moment",
        ),
    ],
)
def test_it_tells_what_is_wrong_and_where(
    folder: Path, name: str, old: str, new: str, expected: str
) -> None:
    change(folder, name, old, new)
    assert any(f"{name}:" in problem and expected in problem for problem in _problems(folder)), (
        _problems(folder)
    )


def test_it_lists_every_problem_and_not_only_the_first(folder: Path) -> None:
    change(folder, RELEASE, "kind: release", "kind: relase")
    change(folder, RELEASE, "person: ada", "person: adda")
    change(folder, "people.yaml", "name:", "nmae:")
    problems = _problems(folder)
    assert len(problems) == 4  # the unknown key is a missing name too


HOSTILE: list[tuple[str | bytes, str]] = [
    ("a: &x [1]\nb: *x\n", "aliases (*) are not read"),
    ("slug: &x ada\n", "anchors (&) are not read"),
    ("slug: !!python/object/apply:os.system ['true']\n", "tags (tag:yaml.org,2002:python/object"),
    ("slug: !x ada\n", "tags (!x) are not read"),
    ("<<: {slug: ada}\n", "unknown key “<<”"),
    ("[" * 100_000, "nested more than 12 deep"),
    ("{a: " * 100_000, "nested more than 12 deep"),
    ("? " * 100_000, "a key is plain text"),
    ("- " * 100_000, "nested more than 12 deep"),
    ("slug: a\n---\nslug: b\n", "2: a second document (---) begins"),
    ("slug: a: b\n", "1: is not YAML: mapping values are not allowed"),
    ("slug: [a\n", "is not YAML"),
    ("\tslug: a\n", "is not YAML"),
    ("slug: 'a\x01'\n", "U+0001: control characters are not allowed"),
    (b"slug: ok\nname: \xff\n", "2: is not UTF-8: byte 0xff"),
    (b"slug: ok\nname: a\0b\n", "2: holds a NUL character"),
    ("", "is empty"),
    ("# nothing but words\n", "is empty"),
    ("- slug: a\n", "holds a list, expected one mapping"),
    ("just words\n", "holds the text “just words”, expected one mapping"),
    ("slug: " + "9" * 5000 + "\n", "as a number: put it in quotes"),
    ("x: " * LARGEST_FILE, "at most 2,000,000 are read"),
    ("? [a]\n: b\n", "a key is plain text"),
    ('slug: "\\uD800"\n', "is not YAML"),
    ("1: 2\n", "unknown key “1”"),
]


@pytest.mark.parametrize(("text", "expected"), HOSTILE)
def test_it_refuses_a_hostile_file(folder: Path, text: str | bytes, expected: str) -> None:
    put(folder, "events/bad.yaml", text)
    assert any("events/bad.yaml" in line and expected in line for line in _problems(folder)), (
        _problems(folder)
    )


def test_it_refuses_a_folder_called_yaml(folder: Path) -> None:
    (folder / "events" / "x.yaml").mkdir()
    assert _problems(folder) == ["events/x.yaml: is a folder, expected a file"]


def test_it_refuses_a_pipe_without_waiting_for_it(folder: Path) -> None:
    os.mkfifo(folder / "events" / "x.yaml")
    assert _problems(folder) == ["events/x.yaml: is no regular file"]


@pytest.mark.parametrize("name", ["events/x.yaml", "people.yaml", "sources"])
def test_it_refuses_a_link_that_leads_out(folder: Path, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside"
    (folder / name).rename(outside) if (folder / name).exists() else outside.write_text("slug: x")
    (folder / name).symlink_to(outside)
    assert any(f"{name}: is a link that leads out" in line for line in _problems(folder))


def test_it_refuses_a_link_to_itself(folder: Path) -> None:
    (folder / "events" / "x.yaml").symlink_to("x.yaml")
    assert _problems(folder) == ["events/x.yaml: is a link that leads out of the folder or nowhere"]


def test_it_refuses_a_file_that_has_no_place(folder: Path) -> None:
    put(folder, "organisations.yaml", "- slug: a\n")
    put(folder, "events/x.yml", "slug: x\n")
    put(folder, "events/2025/x.yaml", "slug: x\n")
    put(folder, "event/x.yaml", "slug: x\n")
    put(folder, "notes.txt", "of people")
    problems = _problems(folder)
    assert [problem.partition(",")[0] for problem in problems] == [
        "event: has no place in the layout",
        "events/2025: has no place in the layout",
        "events/x.yml: has no place in the layout",
        "organisations.yaml: has no place in the layout",
    ]


def test_it_refuses_a_folder_without_seeds(tmp_path: Path) -> None:
    assert "holds no seeds, expected publishers.yaml" in _problems(tmp_path)[0]


def test_it_refuses_a_path_that_is_no_folder(tmp_path: Path) -> None:
    assert "is no folder" in _problems(tmp_path / "nowhere")[0]
