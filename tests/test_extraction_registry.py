"""The names extraction looks for, from the database and from a folder of seeds."""

from pathlib import Path

import pytest
from django.conf import settings
from pytest_django import DjangoAssertNumQueries

from events.exchange.seeds.problems import SeedsError
from events.extraction.found import EntityKind
from events.extraction.registry import (
    Entry,
    current_registry,
    registry_from_database,
    registry_from_seeds,
)
from events.models import AIModel, ModelAlias, OrganizationAlias
from tests.factories import make_model, make_organization, make_person


@pytest.mark.django_db
def test_it_reads_all_names_and_relations(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    lab = make_organization("Polaris", slug="polaris", name_zh="北辰", kind="lab")
    family = make_model("North", slug="north", kind="family", developer=lab)
    model = make_model("North 3", slug="north-3", developer=lab, family=family)
    for text in ("North-3", "北三"):
        ModelAlias.objects.create(model=model, text=text)
    make_person("Jane Doe", slug="jane-doe")
    with django_assert_num_queries(3):
        registry = registry_from_database()
    assert registry.find(EntityKind.MODEL, "north-3") == Entry(
        EntityKind.MODEL,
        "north-3",
        "North 3",
        aliases=("North-3", "北三"),
        sort="model",
        developer="polaris",
        family="north",
    )
    polaris = registry.find(EntityKind.ORGANIZATION, "polaris")
    assert polaris is not None
    assert (polaris.names, polaris.sort) == (("Polaris", "北辰"), "lab")
    assert registry.find(EntityKind.PERSON, "jane-doe") is not None


@pytest.mark.django_db
def test_names_of_what_was_merged_mean_what_it_was_merged_into() -> None:
    last = make_organization("Polaris", slug="polaris")
    middle = make_organization("Polaris Labs", slug="polaris-labs", merged_into=last)
    make_organization("North Star", slug="north-star", merged_into=middle)
    [entry] = registry_from_database().entries
    assert entry.names == ("Polaris", "Polaris Labs", "North Star")


@pytest.mark.django_db
def test_it_is_kept_until_a_row_changes(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    organization = make_organization("Polaris", slug="polaris")
    first = current_registry()
    with django_assert_num_queries(1):
        assert current_registry() is first
    alias = OrganizationAlias.objects.create(organization=organization, text="北辰")
    assert current_registry().entries[0].aliases == ("北辰",)
    alias.delete()
    assert current_registry().entries[0].aliases == ()
    make_model("North 3")
    assert len(current_registry().entries) == 2
    AIModel.objects.all().delete()
    assert len(current_registry().entries) == 1


def test_seeds_are_read_without_a_database() -> None:
    registry = registry_from_seeds(settings.BASE_DIR / "seeds")
    alibaba = registry.find(EntityKind.ORGANIZATION, "alibaba")
    qwen3 = registry.find(EntityKind.MODEL, "qwen3")
    assert alibaba is not None
    assert "阿里" in alibaba.names
    assert qwen3 is not None
    assert (qwen3.developer, qwen3.family, qwen3.sort) == ("alibaba", "qwen", "family")


def test_a_folder_without_seeds_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SeedsError, match="holds no seeds"):
        registry_from_seeds(tmp_path)
    with pytest.raises(SeedsError, match="No such file"):
        registry_from_seeds(tmp_path / "nowhere")


def test_broken_yaml_is_told_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "people.yaml").write_text("- slug: a\n  name: [", encoding="utf-8")
    with pytest.raises(SeedsError, match=r"people\.yaml:3"):
        registry_from_seeds(tmp_path)
