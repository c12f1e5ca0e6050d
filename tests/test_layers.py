"""Imports go one way: aitimeline → events → sources → dates."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ["dates", "sources", "events", "aitimeline"]


@cache
def _imported(path: Path) -> frozenset[str]:
    """Top-level packages a module imports, inside its functions too."""
    return frozenset(_packages(path))


def _packages(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("layer", LAYERS)
def test_it_imports_nothing_above_itself(layer: str) -> None:
    above = set(LAYERS[LAYERS.index(layer) + 1 :])
    wrong = {
        f"{path.relative_to(ROOT)} imports {package}"
        for path in (ROOT / layer).rglob("*.py")
        for package in _imported(path) & above
    }
    assert not wrong


def test_dates_knows_django_only_in_its_fields() -> None:
    users = {path.name for path in (ROOT / "dates").rglob("*.py") if "django" in _imported(path)}
    assert users == {"fields.py"}


@pytest.mark.parametrize(
    "library",
    [
        "ahocorasick_rs",
        "charset_normalizer",
        "dateparser",
        "docx",
        "opencc",
        "rapidfuzz",
        "pypdf",
        "trafilatura",
    ],
)
def test_a_fuzzy_library_is_imported_in_one_module(library: str) -> None:
    users = [
        path
        for layer in LAYERS
        for path in (ROOT / layer).rglob("*.py")
        if library in _imported(path)
    ]
    assert len(users) == 1


def test_sources_never_reaches_for_the_claims_of_events() -> None:
    reverse_accessors = (".claims", "claim_set", "claims__", '"claims"', "'claims'", ".proposals")
    wrong = {
        f"{path.relative_to(ROOT)}: {accessor}"
        for path in [*(ROOT / "sources").rglob("*.py"), *(ROOT / "sources").rglob("*.html")]
        for accessor in reverse_accessors
        if accessor in path.read_text(encoding="utf-8")
    }
    assert not wrong
