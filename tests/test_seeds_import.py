"""Importing seeds: all or nothing, twice changes nothing, editors' work is never lost silently."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from events.exchange.seeds import importing
from events.exchange.seeds.importing import BusyError, Report, import_seeds
from events.exchange.seeds.problems import SeedsError
from events.models import (
    Claim,
    Event,
    EventOrganization,
    Organization,
    OrganizationAlias,
    Person,
    SeedRecord,
)
from sources.models import Publisher, Source
from tests.factories import make_organization, make_source
from tests.seed_files import DOCUMENT_SHA256, change, put, write_seeds

pytestmark = pytest.mark.django_db
RELEASE = "events/tiny-release.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_seeds(tmp_path / "seeds")


@pytest.fixture
def imported(folder: Path) -> Path:
    import_seeds(folder)
    return folder


def _command(folder: Path, *options: str) -> str:
    out = StringIO()
    call_command("import_seeds", str(folder), *options, stdout=out)
    return out.getvalue()


def _edit(**values: Any) -> Event:
    """An editor changes the release in the admin."""
    event = Event.objects.get(slug="tiny-release")
    for name, value in values.items():
        setattr(event, name, value)
    event.full_clean()
    event.save()
    return event


def _problems(folder: Path) -> str:
    with pytest.raises(SeedsError) as caught:
        import_seeds(folder)
    return str(caught.value)


def _lines(report: Report) -> str:
    return "\n".join(report.lines())


def _writes(queries: CaptureQueriesContext) -> list[str]:
    words = ("INSERT", "UPDATE", "DELETE")
    return [query["sql"] for query in queries if query["sql"].startswith(words)]


# What an import writes


def test_it_creates_everything_with_its_relations(imported: Path) -> None:
    event = Event.objects.get(slug="tiny-release", date_earliest="2025-03-04")
    assert (str(event.date), event.visibility) == ("2025-03-04", "published")
    assert event.part_of == Event.objects.get(slug="tiny-planned")
    assert [role.entity.slug for role in event.event_people.all()] == ["ada"]
    assert [(link.kind, link.to_event.slug) for link in event.links.all()] == [
        ("follows_up", "tiny-planned")
    ]
    lab = Organization.objects.get(slug="example-lab")
    assert lab.parent == Organization.objects.get(slug="holding")
    assert lab.aliases.get(text="ELab").source == Source.objects.get(slug="daily-tiny")


def test_it_keeps_what_lists_say_in_their_order(imported: Path) -> None:
    source = Source.objects.get(slug="daily-tiny")
    assert source.authors == ["Zoe", "Abe"]
    assert [publisher.slug for publisher in source.relies_on.all()] == ["wire"]
    assert Publisher.objects.get(slug="wire").other_names == ["The Wire", "Abc"]


def test_what_it_imported_is_found_by_search(imported: Path) -> None:
    assert Event.objects.search("示例实验室").count() == 1
    assert Event.objects.search("elab").count() == 1
    assert Organization.objects.search("elab").count() == 1


@pytest.mark.parametrize("model", [Event, Claim, EventOrganization, OrganizationAlias, Person])
def test_history_tells_that_the_import_did_it(imported: Path, model: Any) -> None:
    assert {row.history_change_reason for row in model.history.all()} == {"import_seeds"}
    assert model.history.count() == model.objects.count()


def test_history_of_a_source_holds_what_it_relies_on(imported: Path) -> None:
    latest = Source.objects.get(slug="daily-tiny").history.first()
    assert [row.publisher.slug for row in latest.relies_on.all()] == ["wire"]


def test_a_second_run_writes_nothing_and_says_so(imported: Path) -> None:
    with CaptureQueriesContext(connection) as queries:
        output = _command(imported)
    assert "Nothing changed." in output
    assert "event        0 created, 0 changed, 2 unchanged" in output
    assert _writes(queries) == []


def test_a_second_run_asks_the_database_as_often_for_many_as_for_few(
    imported: Path, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(40):
        import_seeds(imported)


def test_a_dry_run_tells_and_writes_nothing(folder: Path) -> None:
    output = _command(folder, "--dry-run")
    assert "event        2 created, 0 changed, 0 unchanged" in output
    assert "This was a dry run" in output
    assert not Event.objects.exists()
    assert not SeedRecord.objects.exists()


# A seed that changed


def test_it_takes_a_change_of_a_seed(imported: Path) -> None:
    change(imported, RELEASE, "date: '2025-03-04'", "date: 2025-03")
    report = import_seeds(imported)
    event = Event.objects.get(slug="tiny-release", date_latest="2025-03-31")
    assert (str(event.date), event.version) == ("2025-03", 2)
    assert "1 changed" in _lines(report)
    assert event.history.first().history_change_reason == "import_seeds"
    assert import_seeds(imported).nothing_changed


def test_what_a_seed_leaves_out_is_emptied(imported: Path) -> None:
    change(imported, RELEASE, "title_zh: 示例实验室发布Tiny\n", "")
    change(imported, RELEASE, "part_of: tiny-planned\n", "")
    change(imported, "sources/daily-tiny.yaml", "relies_on:\n  - wire\n", "")
    import_seeds(imported)
    event = Event.objects.get(slug="tiny-release")
    assert (event.title_zh, event.part_of) == ("", None)
    assert not Source.objects.get(slug="daily-tiny").relies_on.exists()


def test_it_touches_only_the_claim_that_changed(imported: Path) -> None:
    before = {claim.quote: claim for claim in Claim.objects.all()}
    change(imported, RELEASE, "stance: mentions", "stance: contradicts")
    import_seeds(imported)
    after = {claim.quote: claim for claim in Claim.objects.all()}
    assert {quote: claim.pk for quote, claim in after.items()} == {
        quote: claim.pk for quote, claim in before.items()
    }
    assert after["小模型已发布"].stance == "contradicts"
    assert after["on Tuesday"].updated_at == before["on Tuesday"].updated_at


def test_a_claim_whose_place_was_mended_stays_the_same_claim(imported: Path) -> None:
    before = Claim.objects.get(quote="on Tuesday").pk
    change(imported, RELEASE, "start: 9\n    end: 19", "start: 8\n    end: 18")
    import_seeds(imported)
    assert Claim.objects.get(quote="on Tuesday", quote_start=8).pk == before


def test_a_role_that_left_the_seed_is_removed(imported: Path) -> None:
    change(imported, RELEASE, "people:\n  - person: ada\n    role: commenter\n", "")
    import_seeds(imported)
    assert not Event.objects.get(slug="tiny-release").event_people.exists()


def test_a_new_name_of_an_organization_finds_its_events(imported: Path) -> None:
    change(imported, "organizations.yaml", "text: ELab", "text: Quux")
    import_seeds(imported)
    assert Event.objects.search("quux").count() == 1
    assert Event.objects.search("elab").count() == 0


def test_a_published_event_can_change_all_its_claims(imported: Path) -> None:
    text = (imported / RELEASE).read_text().replace("source: daily-tiny", "source: other")
    put(imported, RELEASE, text)
    put(imported, "sources/other.yaml", "slug: other\ntitle: Other\nlanguage: en\n")
    import_seeds(imported)
    assert {claim.source.slug for claim in Claim.objects.all()} == {"other"}


def test_a_record_that_left_the_seeds_is_listed_and_stays(imported: Path) -> None:
    change(imported, RELEASE, "people:\n  - person: ada\n    role: commenter\n", "")
    (imported / "people.yaml").unlink()
    assert "no longer in the seeds: person ada" in _lines(import_seeds(imported))
    assert Person.objects.filter(slug="ada").exists()


# Editors' work


def test_what_an_editor_changed_stands_while_the_seed_is_as_it_was(imported: Path) -> None:
    _edit(title_en="Better title")
    report = import_seeds(imported)
    assert "kept: event tiny-release" in _lines(report)
    assert report.nothing_changed
    assert Event.objects.get(slug="tiny-release").title_en == "Better title"


def test_line_ends_of_a_browser_are_no_change(imported: Path) -> None:
    _edit(summary_en="Two lines:\r\nthe second.")
    assert "kept" not in _lines(import_seeds(imported))


def test_when_both_changed_it_is_a_conflict_told_by_field(imported: Path) -> None:
    _edit(title_en="Better title")
    change(imported, RELEASE, "Example Lab releases Tiny", "Worse title")
    output = _command(imported)
    assert "in conflict: event tiny-release" in output
    assert "title_en: here “Better title”, in the seeds “Worse title”" in output
    assert "1 in conflict with changes made here, left as they are" in output
    assert Event.objects.get(slug="tiny-release").title_en == "Better title"


def test_a_conflict_stays_one_until_it_is_settled(imported: Path) -> None:
    _edit(title_en="Better title")
    change(imported, RELEASE, "Example Lab releases Tiny", "Worse title")
    import_seeds(imported)
    assert "in conflict: event" in _lines(import_seeds(imported))
    _edit(title_en="Worse title")
    assert "conflict" not in _lines(import_seeds(imported))


def test_take_seeds_overwrites_a_conflict(imported: Path) -> None:
    _edit(title_en="Better title")
    change(imported, RELEASE, "Example Lab releases Tiny", "Worse title")
    import_seeds(imported, take_seeds=True)
    assert Event.objects.get(slug="tiny-release").title_en == "Worse title"
    assert import_seeds(imported).nothing_changed


def test_a_claim_an_editor_added_is_an_editors_change(imported: Path) -> None:
    event = Event.objects.get(slug="tiny-release")
    Claim.objects.create(event=event, source=make_source(slug="mine"), says_en="More.")
    assert "claims: only here: source mine" in _lines(import_seeds(imported))
    change(imported, RELEASE, "importance: 4", "importance: 5")
    assert "in conflict: event tiny-release" in _lines(import_seeds(imported))
    assert event.claims.count() == 3


def test_an_editors_longer_quote_is_the_same_as_its_beginning(imported: Path) -> None:
    change(imported, RELEASE, "quote: 小模型已发布", "quote: abcdefghij0123456789")
    change(imported, RELEASE, "end: 44", "end: 58")
    import_seeds(imported)
    Claim.objects.filter(quote_end=58).update(quote="abcdefghij0123456789 more", quote_end=63)
    assert "1 kept" not in _lines(import_seeds(imported))
    change(imported, RELEASE, "importance: 4", "importance: 5")
    import_seeds(imported)
    assert Event.objects.get(slug="tiny-release").importance == 5
    assert Claim.objects.get(quote_end=63).quote == "abcdefghij0123456789 more"


def test_what_was_deleted_here_is_listed_and_not_made_again(imported: Path) -> None:
    Event.objects.get(slug="tiny-release").delete()
    assert "deleted here: event tiny-release" in _lines(import_seeds(imported))
    assert not Event.objects.filter(slug="tiny-release").exists()


def test_take_seeds_makes_again_what_was_deleted_here(imported: Path) -> None:
    Event.objects.get(slug="tiny-release").delete()
    import_seeds(imported, take_seeds=True)
    assert Event.objects.get(slug="tiny-release").claims.count() == 2


def test_a_new_seed_that_needs_what_was_deleted_here_waits(imported: Path) -> None:
    for slug in ("tiny-release", "tiny-planned"):
        Event.objects.get(slug=slug).delete()
    Person.objects.get(slug="ada").delete()
    text = (imported / RELEASE).read_text()
    put(imported, "events/new.yaml", text.replace("slug: tiny-release", "slug: new"))
    put(imported, "events/newer.yaml", NEWER)
    report = _lines(import_seeds(imported))
    assert "blocked: event new: " in report
    assert "blocked: event newer: part_of is event new, which is not here" in report
    assert not Event.objects.exists()


NEWER = """\
slug: newer
title_en: Newer
kind: plan
status: planned
certainty: rumoured
part_of: new
visibility: draft
"""


def test_a_stranger_with_the_slug_of_a_seed_is_a_conflict(folder: Path) -> None:
    stranger = make_organization("Somebody else", slug="example-lab")
    report = import_seeds(folder)
    assert "in conflict: organization example-lab" in _lines(report)
    stranger.refresh_from_db()
    assert stranger.name == "Somebody else"


def test_a_stranger_that_is_as_the_seed_says_is_taken_as_imported(folder: Path) -> None:
    Person.objects.create(slug="ada", name="Ada")
    assert "person       0 created, 0 changed, 1 unchanged" in _lines(import_seeds(folder))
    change(folder, "people.yaml", "name: Ada", "name: Ada Lovelace")
    import_seeds(folder)
    assert Person.objects.get(slug="ada").name == "Ada Lovelace"


def test_what_was_merged_here_stays_merged(imported: Path) -> None:
    other = make_organization("Bigger Lab", slug="bigger-lab")
    Organization.objects.filter(slug="example-lab").update(merged_into=other)
    change(imported, "organizations.yaml", "name: Example Lab", "name: Example Lab Inc")
    text = (imported / RELEASE).read_text()
    put(imported, "events/new.yaml", text.replace("slug: tiny-release", "slug: new"))
    report = _lines(import_seeds(imported, take_seeds=True))
    assert "merged here: organization example-lab" in report
    assert Event.objects.get(slug="new").organizations.get() == other


# What the database refuses is told with file and line, and nothing is written


def test_an_address_that_another_source_has_is_told_in_words(folder: Path) -> None:
    make_source(url="https://daily.example/tiny")
    assert "sources/daily-tiny.yaml:1: url: Source with this Address already" in _problems(folder)
    assert not Organization.objects.exists()


def test_a_quote_that_is_not_in_the_stored_text_is_told(folder: Path) -> None:
    make_source(
        slug="daily-tiny",
        title="Tiny is out",
        text="Another text, long enough to have something at those offsets.",
        sha256=DOCUMENT_SHA256,
    )
    problems = _problems(folder)
    assert "events/tiny-release.yaml:26: quote: At character 9" in problems
    assert "events/tiny-release.yaml:37: quote: At character 38" in problems


def test_the_command_ends_with_every_problem_and_nothing_written(folder: Path) -> None:
    change(folder, RELEASE, "person: ada", "person: eve")
    change(folder, "people.yaml", "name:", "nam:")
    with pytest.raises(CommandError, match="3 to mend, nothing was written") as caught:
        _command(folder)
    assert "people.yaml:2: unknown key “nam”" in str(caught.value)
    assert not Publisher.objects.exists()


# Several at once, and sudden death


@pytest.mark.django_db(transaction=True)
def test_two_imports_at_once_go_one_after_the_other(folder: Path) -> None:
    def run(_: int) -> bool:
        try:
            return import_seeds(folder).nothing_changed
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(run, range(2))) == [False, True]
    assert Event.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_it_gives_up_when_somebody_writes_for_too_long(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "LONGEST_WAIT", "50ms")
    other = connection.copy()
    try:
        other.set_autocommit(False)
        with other.cursor() as cursor:
            cursor.execute("LOCK TABLE events_event IN ROW EXCLUSIVE MODE")
        with pytest.raises(BusyError):
            import_seeds(folder)
    finally:
        other.rollback()
        other.close()


KILLED = """
import sys, time, django
django.setup()
from pathlib import Path
from events.exchange.seeds import importing
def stop(seeds):
    print("all rows written, none committed", flush=True)
    time.sleep(60)
importing._remember = stop
importing.import_seeds(Path(sys.argv[1]))
"""


@pytest.mark.django_db(transaction=True)
def test_killed_half_way_it_leaves_nothing_behind(folder: Path, tmp_path: Path) -> None:
    make_event_of_editor = make_organization(slug="editors-own")
    settings = connection.get_connection_params()
    address = (
        f"postgresql://{quote(settings['user'])}@{quote(settings['host'], safe='')}"
        f":{settings['port']}/{settings['dbname']}"
    )
    environment = {
        **os.environ,
        "DATABASE_URL": address,
        "DJANGO_SETTINGS_MODULE": "aitimeline.settings",
        "PYTHONPATH": str(Path(__file__).parent.parent),
    }
    command = [sys.executable, "-c", KILLED, str(folder)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "all rows written, none committed\n"
        process.send_signal(signal.SIGKILL)
    assert Organization.objects.get() == make_event_of_editor
    import_seeds(folder)
    assert Event.objects.count() == 2
