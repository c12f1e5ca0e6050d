"""A document that seeds know is the same source as the imported one, whichever came first."""

from pathlib import Path

import pytest

from events.exchange.seeds.exporting import export_seeds
from events.exchange.seeds.importing import import_seeds
from events.intake import processing
from events.intake.processing import State, take_in
from events.models import Claim
from sources.models import Publisher, RawDocument, Source
from tests.factories import make_claim, make_event, make_publisher
from tests.seed_files import DOCUMENT, contents, put, write_seeds

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_seeds(tmp_path / "seeds")


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    put(tmp_path / "documents", "any name.txt", DOCUMENT)
    return tmp_path / "documents"


def _take_in() -> State:
    return take_in(DOCUMENT.encode(), "any name.txt")[0].state


def _exported(folder: Path) -> dict[str, bytes]:
    export_seeds(folder)
    return contents(folder)


def test_a_source_that_waits_for_its_text_gets_it(folder: Path, tmp_path: Path) -> None:
    import_seeds(folder)
    before = _exported(tmp_path / "before")
    assert _take_in() is State.READ
    source = Source.objects.get()
    assert (source.text, source.title) == (DOCUMENT, "Tiny is out")
    assert RawDocument.objects.get().source == source
    assert _exported(tmp_path / "after") == before


def test_its_claims_get_the_words_around_their_quotes(folder: Path) -> None:
    import_seeds(folder)
    _take_in()
    assert Claim.objects.get(quote="on Tuesday").prefix == "Lab said "


def test_a_claim_that_misquotes_keeps_the_text_out(folder: Path) -> None:
    import_seeds(folder)
    make_claim(make_event(title_en="Mine"), Source.objects.get(slug="daily-tiny"), quote="never")
    outcome = take_in(DOCUMENT.encode(), "any name.txt")[0]
    assert outcome.state is State.REFUSED
    assert "of “Mine” here: These words are not in the text" in outcome.detail
    assert not RawDocument.objects.exists()


def test_seeds_take_over_what_was_imported_before(
    folder: Path, documents: Path, tmp_path: Path
) -> None:
    _take_in()
    report = import_seeds(folder, documents=documents)
    assert Source.objects.get().slug == "daily-tiny"
    assert not [line for line in report.lines() if "conflict" in line or "kept" in line]
    assert _exported(tmp_path / "out") == {
        name: text for name, text in contents(folder).items() if name != "README.md"
    }


@pytest.mark.parametrize("seeds_first", [True, False])
def test_the_second_time_changes_nothing(
    folder: Path, documents: Path, *, seeds_first: bool
) -> None:
    for step in (0, 1) if seeds_first else (1, 0):
        _take_in() if step else import_seeds(folder, documents=documents)
    assert _take_in() is State.KNOWN
    assert import_seeds(folder, documents=documents).nothing_changed


def test_an_editors_words_about_an_imported_source_are_a_conflict(folder: Path) -> None:
    _take_in()
    source = Source.objects.get()
    source.title = "An editor's title"
    source.save()
    assert "in conflict" in "".join(import_seeds(folder).lines())
    assert Source.objects.get().title == "An editor's title"


def test_a_publisher_of_the_same_name_that_people_made_is_left_alone(folder: Path) -> None:
    make_publisher(name="The Daily", slug="another")
    import_seeds(folder)
    assert Publisher.objects.filter(name="The Daily").count() == 2


def test_events_are_proposed_from_a_text_that_came_with_seeds(
    folder: Path, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_seeds(folder, documents=documents)
    monkeypatch.setattr(processing, "propose_from", lambda source, names: 3)
    (outcome,) = take_in(DOCUMENT.encode(), "any name.txt")
    assert (outcome.state, outcome.proposals) == (State.KNOWN, 3)
