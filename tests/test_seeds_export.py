"""Exporting seeds: the same files byte for byte, and never half a file."""

import os
from io import StringIO
from pathlib import Path

import pytest
import yaml
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from events.exchange.seeds import exporting
from events.exchange.seeds.exporting import NotSeedsError, export_seeds
from events.exchange.seeds.importing import import_seeds
from events.exchange.seeds.reading import read
from events.exchange.seeds.writing import mapping
from events.models import Claim, Event, Organization
from tests.factories import make_claim, make_event, make_organization, make_source
from tests.seed_files import REAL_SEEDS, contents, put, write_seeds


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_seeds(tmp_path / "seeds")


def _without_notes(folder: Path) -> dict[str, bytes]:
    return {name: text for name, text in contents(folder).items() if name != "README.md"}


@pytest.mark.django_db
def test_what_was_imported_is_exported_byte_for_byte(folder: Path, tmp_path: Path) -> None:
    import_seeds(folder)
    export_seeds(tmp_path / "out")
    assert contents(tmp_path / "out") == _without_notes(folder)


@pytest.mark.django_db
def test_the_seeds_of_this_repository_are_imported_once_and_come_back_as_they_were(
    tmp_path: Path, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    import_seeds(REAL_SEEDS)
    assert Event.objects.published().count() >= 100
    with django_assert_max_num_queries(40):
        assert import_seeds(REAL_SEEDS).nothing_changed
    export_seeds(tmp_path / "out")
    assert contents(tmp_path / "out") == _without_notes(REAL_SEEDS)


@pytest.mark.django_db
def test_it_leaves_files_that_are_as_they_should_be(folder: Path) -> None:
    import_seeds(folder)
    before = contents(folder)
    exported = export_seeds(folder)
    assert (exported.written, exported.removed) == ([], [])
    assert contents(folder) == before


@pytest.mark.django_db
def test_what_editors_made_can_be_exported_and_imported_again(tmp_path: Path) -> None:
    lab = make_organization("Lab: 'quoted' #1", slug="lab", description_zh="多行\r\n文字\n")
    event = make_event(organizations=(lab,), summary_en="- a: b\n\n  \ttab ")
    make_claim(event, make_source(), quote="x" * 50, quote_start=7, quote_end=57)
    make_event(visibility="draft", date=None, sources=())
    export_seeds(tmp_path / "out")
    assert import_seeds(tmp_path / "out").nothing_changed
    assert Claim.objects.get(quote_start=7).quote_end == 57


@pytest.mark.django_db
def test_it_removes_the_files_of_records_that_are_gone(folder: Path) -> None:
    import_seeds(folder)
    Event.objects.get(slug="tiny-release").delete()
    Organization.objects.filter(slug="holding").update(name="Changed")
    exported = export_seeds(folder)
    assert exported.removed == ["events/tiny-release.yaml"]
    assert exported.written == ["organizations.yaml"]
    assert (folder / "README.md").exists()


@pytest.mark.django_db
def test_it_leaves_a_stranger_among_the_files_alone(folder: Path) -> None:
    import_seeds(folder)
    put(folder, "events/notes.yaml", "to: do\n")
    exported = export_seeds(folder)
    assert exported.strangers == ["events/notes.yaml"]
    assert (folder / "events/notes.yaml").exists()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["models.py", "events/views.py", "events/x/y.yaml", "sources"])
def test_it_refuses_a_folder_of_something_else(folder: Path, name: str) -> None:
    if name == "sources":
        (folder / "sources").rename(folder.parent / "elsewhere")
        (folder / "sources").symlink_to(folder.parent / "elsewhere")
    else:
        put(folder, name, "x: 1")
    before = contents(folder)
    with pytest.raises(NotSeedsError, match="is no folder of seeds"):
        export_seeds(folder)
    assert contents(folder) == before


@pytest.mark.django_db
def test_the_command_refuses_in_words(tmp_path: Path) -> None:
    put(tmp_path, "thesis.doc", "x")
    with pytest.raises(CommandError, match=r"holds thesis\.doc\. Nothing was written"):
        call_command("export_seeds", str(tmp_path))


@pytest.mark.django_db
def test_the_command_tells_what_it_wrote(tmp_path: Path) -> None:
    make_organization()
    out = StringIO()
    call_command("export_seeds", str(tmp_path / "out"), stdout=out)
    assert out.getvalue() == "1 files written, 0 unchanged, 0 removed.\n"


@pytest.mark.django_db
def test_stopped_half_way_every_file_is_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_seeds(folder)
    Event.objects.update(title_en="Changed")
    before = contents(folder)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        export_seeds(folder)
    assert contents(folder) == before


@pytest.mark.django_db
def test_it_clears_up_after_an_export_that_was_killed(folder: Path) -> None:
    import_seeds(folder)
    put(folder, f"{exporting.TEMPORARY}abc/half.yaml", "slug: ha")
    assert import_seeds(folder).nothing_changed
    export_seeds(folder)
    assert not list(folder.glob(f"{exporting.TEMPORARY}*"))


STORABLE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@given(text=STORABLE)
def test_every_text_is_read_as_it_was_written(text: str) -> None:
    document = read("x.yaml", mapping({"a": text}).encode())
    assert (document.data, document.problems) == ({"a": text}, [])


@given(text=STORABLE)
def test_other_readers_of_yaml_agree(text: str) -> None:
    assert yaml.safe_load(mapping({"a": text})) == {"a": text}
