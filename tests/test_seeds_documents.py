"""The originals of sources: found by hash, every quote verified, text and bytes stored."""

from hashlib import sha256
from pathlib import Path

import pytest

from events.exchange.seeds.importing import Report, import_seeds
from events.exchange.seeds.problems import SeedsError
from events.models import Claim
from sources.models import RawDocument, Source
from tests.factories import make_claim, make_event
from tests.seed_files import DOCUMENT, change, put, write_seeds

pytestmark = pytest.mark.django_db
RELEASE = "events/tiny-release.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_seeds(tmp_path / "seeds")


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    put(tmp_path / "documents", "any name.txt", DOCUMENT)
    return tmp_path / "documents"


def _lines(report: Report) -> list[str]:
    return list(report.lines())


def test_it_stores_text_and_bytes(folder: Path, documents: Path) -> None:
    report = import_seeds(folder, documents=documents)
    assert Source.objects.get(slug="daily-tiny").text == DOCUMENT
    raw = RawDocument.objects.get()
    assert (bytes(raw.content), raw.file_name) == (DOCUMENT.encode(), "any name.txt")
    assert "documents: 1 found, every quote verified; 1 stored now" in _lines(report)


@pytest.mark.parametrize("before", [True, False])
def test_claims_get_the_words_around_their_quotes(
    folder: Path, documents: Path, *, before: bool
) -> None:
    if before:
        import_seeds(folder)
    import_seeds(folder, documents=documents)
    claim = Claim.objects.get(quote="on Tuesday")
    assert (claim.prefix, claim.suffix[:10]) == ("Lab said ", " that Tiny")
    assert "import_seeds" in {row.history_change_reason for row in claim.history.all()}


def test_a_second_run_stores_nothing(folder: Path, documents: Path) -> None:
    import_seeds(folder, documents=documents)
    report = import_seeds(folder, documents=documents)
    assert report.nothing_changed
    assert "documents: 1 found, every quote verified; 0 stored now" in _lines(report)


def test_it_tells_what_has_no_document_and_what_belongs_to_no_source(
    folder: Path, documents: Path
) -> None:
    put(documents, "any name.txt", DOCUMENT + " ")
    (documents / "folder").mkdir()
    lines = _lines(import_seeds(folder, documents=documents))
    assert "no document found: source daily-tiny" in lines
    assert "belongs to no source: any name.txt" in lines


def test_a_quote_that_is_not_there_is_told_with_what_is(folder: Path, documents: Path) -> None:
    change(folder, RELEASE, "start: 9\n    end: 19", "start: 8\n    end: 18")
    with pytest.raises(SeedsError) as caught:
        import_seeds(folder, documents=documents)
    assert str(caught.value) == (
        "events/tiny-release.yaml:26: claim of daily-tiny: "
        "at 8–18 expected “on Tuesday”, found “ on Tuesda”"
    )


def test_the_line_is_that_of_the_file_however_it_is_sorted(folder: Path, documents: Path) -> None:
    change(
        folder,
        RELEASE,
        "on Tuesday\n    start: 9\n    end: 19",
        "Wednesday!\n    start: 40\n    end: 50",
    )
    with pytest.raises(SeedsError, match=r"^events/tiny-release\.yaml:26: claim of daily-tiny"):
        import_seeds(folder, documents=documents)


def test_a_quote_without_offsets_gets_those_of_the_text(folder: Path, documents: Path) -> None:
    change(folder, RELEASE, "    start: 38\n    end: 44\n", "")
    import_seeds(folder, documents=documents)
    assert Claim.objects.get(quote="小模型已发布").quote_start == 38
    assert import_seeds(folder).nothing_changed
    assert not [line for line in _lines(import_seeds(folder)) if line.startswith("kept")]


def test_a_quote_without_offsets_that_is_nowhere_is_told(folder: Path, documents: Path) -> None:
    change(folder, RELEASE, "quote: on Tuesday\n    start: 9\n    end: 19\n", "quote: nowhere\n")
    with pytest.raises(SeedsError, match="“nowhere” is not in the document"):
        import_seeds(folder, documents=documents)


def test_an_editors_claim_that_misquotes_is_told(folder: Path, documents: Path) -> None:
    import_seeds(folder)
    event = make_event(title_en="Mine")
    make_claim(event, Source.objects.get(slug="daily-tiny"), quote="never said")
    with pytest.raises(SeedsError, match="of “Mine” here: These words are not in the text"):
        import_seeds(folder, documents=documents)
    assert Source.objects.get(slug="daily-tiny").text == ""


def test_another_text_in_the_database_is_never_replaced(folder: Path, documents: Path) -> None:
    import_seeds(folder)
    text = DOCUMENT + " Read otherwise."
    Source.objects.filter(slug="daily-tiny").update(text=text)
    with pytest.raises(SeedsError, match="the database has another text than any name"):
        import_seeds(folder, documents=documents)


def test_a_document_that_cannot_be_read_is_told(folder: Path, documents: Path) -> None:
    content = b"PK\x05\x06" + bytes(18)
    put(documents, "empty.zip", content)
    put(
        folder,
        "sources/zip.yaml",
        f"slug: zip\ntitle: Zip\nlanguage: en\nsha256: {sha256(content).hexdigest()}\n",
    )
    with pytest.raises(
        SeedsError, match=r"sources/zip\.yaml:4: sha256: its document empty\.zip is refused"
    ):
        import_seeds(folder, documents=documents)


def test_a_folder_that_is_not_there_is_told(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(SeedsError, match="is no folder"):
        import_seeds(folder, documents=tmp_path / "nowhere")
