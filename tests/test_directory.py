"""Counts by year and kind, versions, who was first: plain data."""

from datetime import date
from typing import Any

import pytest

from events.directory.activity import kinds_from, years_from
from events.directory.families import Branch, around, trees
from events.directory.firsts import Place, Said, Standing, record_of, standings
from events.directory.lives import Standing as Life
from events.directory.versions import neighbours, version_of
from events.models import AIModel

DAY = date(2025, 5, 15)


def said(publisher: int | None, first: int | None, last: int = 0, event: int = 1) -> Said:
    """What somebody said between two days of May 2025."""
    days = (date(2025, 5, first), date(2025, 5, last or first)) if first else (None, None)
    return Said(event, publisher or 99, publisher, *days)


def place(*claims: Said) -> Standing:
    """Of publisher 1 among the claims about one event."""
    return standings(claims, lambda claim: claim.publisher == 1)[1]


def test_who_said_it_a_day_before_all_others_was_first() -> None:
    assert place(said(1, 3), said(2, 4), said(3, 5)).place is Place.FIRST


def test_the_same_day_is_shared() -> None:
    assert place(said(1, 3), said(2, 3)).place is Place.SHARED


def test_a_day_not_known_exactly_is_shared_with_whoever_it_may_be_before() -> None:
    assert place(said(1, 1, 10), said(2, 5)).place is Place.SHARED


def test_who_came_later_is_told_by_how_many_days_at_least() -> None:
    assert place(said(1, 8, 9), said(2, 3, 4), said(3, 20)) == Standing(Place.LATER, 4)


def test_nobody_is_first_with_what_only_they_report() -> None:
    assert place(said(1, 3)).place is Place.ALONE


def test_without_a_day_nothing_is_compared() -> None:
    assert place(said(1, None), said(2, 3)).place is Place.UNDATED
    assert place(said(1, 3), said(None, None)).place is Place.UNDATED


def test_the_record_of_a_publisher_counts_events_once_and_gives_the_median_lag() -> None:
    claims = [
        *(said(1, 3, event=1), said(1, 9, event=1), said(2, 4, event=1)),
        *(said(1, 9, event=2), said(2, 4, event=2)),
        *(said(1, 5, event=3), said(2, 4, event=3)),
        said(2, 1, event=4),
    ]
    record = record_of(1, claims)
    assert (record.events, record.first, record.later, record.lag) == (3, 1, 2, 1)


def test_years_count_events_whose_month_is_not_known_apart() -> None:
    years = years_from({(2025, 4): 8, (2025, 0): 2, (2023, 1): 1, (0, 0): 5})
    assert (years.total, years.span) == (16, "2023–2025")
    newest = years.rows[0]
    assert (newest.number, newest.events) == (2025, 10)
    assert [(bar.open, bar.height) for bar in newest.bars] == [(True, 4), (False, 16)]


def test_years_beyond_a_dozen_are_one_number() -> None:
    years = years_from({(year, 1): 1 for year in range(2001, 2021)})
    assert (len(years.rows), years.earlier, years.before) == (12, 8, 2008)


def test_kinds_stand_most_frequent_first_with_their_share() -> None:
    kinds = kinds_from({("release", "happened"): 1, ("plan", "planned"): 3, ("plan", "delayed"): 1})
    assert [(kind.value, kind.events, kind.share) for kind in kinds.rows] == [
        ("plan", 4, 100),
        ("release", 1, 25),
    ]
    assert kinds.planned == 3


@pytest.mark.parametrize(
    ("name", "number"),
    [("GPT-4.1 mini", (4, 1)), ("Llama 3-70B", (3,)), ("Claude 3.5 Sonnet", (3, 5)), ("o3", (3,))],
)
def test_the_first_number_of_a_name_is_its_version(name: str, number: tuple[int, ...]) -> None:
    version = version_of(name)
    assert version is not None
    assert version.number == number


@pytest.mark.parametrize("name", ["LLaMA-65B", "Mixtral 8x7B", "Phi", "Model-500M"])
def test_a_size_is_no_version(name: str) -> None:
    assert version_of(name) is None


def test_versions_before_and_after_are_named_alike_but_for_the_number() -> None:
    names = ["Seal 3 Pro", "Seal 3.5 Pro", "Seal-4-Pro", "Seal 5 Pro", "Seal 3.7 Mini", "Owl 4 Pro"]
    models = [AIModel(pk=pk, name=name) for pk, name in enumerate(names, 1)]
    before, after = neighbours(models[2], models)
    assert (str(before), str(after)) == ("Seal 3.5 Pro", "Seal 5 Pro")


def shape(branches: list[Branch]) -> dict[str, Any]:
    return {branch.model.name: shape(branch.members) for branch in branches}


def test_families_become_trees() -> None:
    llama = AIModel(pk=1, name="Llama")
    models = [AIModel(pk=9, name="Alone"), llama, AIModel(pk=2, name="Llama 4", family=llama)]
    assert shape(trees(models)) == {"Llama": {"Llama 4": {}}, "Alone": {}}


def test_families_that_run_in_a_circle_are_still_shown() -> None:
    one, two = AIModel(pk=1, name="one", family_id=2), AIModel(pk=2, name="two", family_id=1)
    assert set(shape(trees([one, two]))) == {"one", "two"}


def test_a_tree_around_a_model_closes_other_branches() -> None:
    family = [("Owl", None), ("Owl 1", 1), ("Owl 1 small", 2), ("Owl 2", 1), ("Owl 2 small", 4)]
    models = [AIModel(pk=n, name=name, family_id=up) for n, (name, up) in enumerate(family, 1)]
    (tree,) = around(models[3], trees(models))
    assert shape([tree]) == {"Owl": {"Owl 1": {}, "Owl 2": {"Owl 2 small": {}}}}
    assert tree.members[0].left_out == 1


def test_a_family_counts_the_events_of_its_members() -> None:
    models = [AIModel(pk=1, name="Owl"), AIModel(pk=2, name="Owl 1", family_id=1)]
    (tree,) = trees(models, {1: Life(events=1), 2: Life(events=4)})
    assert tree.events == 5
