"""One form says what a reader asked for, on pages and in exports alike."""

import pytest
from django.http import QueryDict

from events.timeline.filters import TimelineFilter
from tests.factories import make_event, make_model, make_organization, make_person, make_source

pytestmark = pytest.mark.django_db


def asked(query: str) -> TimelineFilter:
    return TimelineFilter(QueryDict(query))


def titles(query: str) -> list[str]:
    return [event.title_en for event in asked(query).events()]


def test_without_filters_it_gives_every_published_event_newest_first() -> None:
    make_event(title_en="old", date="2024")
    make_event(title_en="new", date="2025-05-15")
    make_event(title_en="hidden", visibility="draft")
    assert titles("") == ["new", "old"]
    assert titles("order=oldest") == ["old", "new"]


def test_values_of_one_field_are_alternatives_and_fields_narrow_each_other() -> None:
    meta, deepseek = make_organization(slug="meta"), make_organization(slug="deepseek")
    make_event(title_en="a", organizations=(meta,), kind="release")
    make_event(title_en="b", organizations=(deepseek,), kind="release")
    make_event(title_en="c", organizations=(deepseek,), kind="delay")
    both = "organization=meta&organization=deepseek"
    assert set(titles(both)) == {"a", "b", "c"}
    assert set(titles(f"{both}&kind=release")) == {"a", "b"}


def test_it_narrows_by_model_and_person() -> None:
    make_event(title_en="r1", models=(make_model(slug="deepseek-r1"),))
    make_event(title_en="said", people=(make_person(slug="zuckerberg"),))
    assert titles("model=deepseek-r1") == ["r1"]
    assert titles("person=zuckerberg") == ["said"]


def test_it_follows_an_organization_that_was_merged_into_another() -> None:
    meta = make_organization(slug="meta")
    make_organization(slug="facebook", merged_into=meta)
    make_event(title_en="a", organizations=(meta,))
    make_event(title_en="b")
    assert titles("organization=facebook") == ["a"]


def test_it_narrows_by_status_certainty_and_words() -> None:
    make_event(title_en="Behemoth delayed", status="delayed", certainty="rumoured")
    make_event(title_en="Behemoth announced")
    assert titles("q=behemoth&status=delayed&certainty=rumoured") == ["Behemoth delayed"]


def test_from_counts_from_the_first_day_and_to_until_the_last() -> None:
    make_event(title_en="april", date="2025-04-20/2025-05-02")
    make_event(title_en="june", date="2025-06-30")
    make_event(title_en="july", date="2025-07-01")
    assert set(titles("from=2025-05&to=2025-06")) == {"april", "june"}


def test_language_is_the_language_of_a_source() -> None:
    make_event(title_en="zh", sources=(make_source(language="zh-Hans"),))
    make_event(title_en="us", sources=(make_source(language="en-US"),))
    assert titles("language=zh-Hans") == ["zh"]
    assert titles("language=en") == ["us"]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("from=garbage", "from"),
        ("from=2025-99-99", "from"),
        ("from=9999", "from"),
        ("to=2025-05/..", "to"),
        ("from=2025&to=2024", "to"),
        ("from=%00", "from"),
        ("q=%00", "q"),
        ("q=" + "x" * 5000, "q"),
        ("q=%21%21", "q"),
        ("kind=nonsense", "kind"),
        ("kind=%00", "kind"),
        ("status=nonsense", "status"),
        ("certainty=%27%3B--", "certainty"),
        ("language=xx", "language"),
        ("order=sideways", "order"),
        ("organization=nobody", "organization"),
        ("model=%00", "model"),
        ("person=%ED%A0%80", "person"),
        ("organization=" + "x" * 5000, "organization"),
        ("&".join(f"model=m{number}" for number in range(60)), "model"),
    ],
)
def test_what_it_does_not_understand_is_named_and_left_out(query: str, field: str) -> None:
    make_event(title_en="shown")
    form = asked(query)
    assert list(form.errors) == [field]
    assert [event.title_en for event in form.events()] == ["shown"]
    assert form.query_string() in ("", "?from=2025")
    assert form.messages()[0].startswith(f"{field}: ")


@pytest.mark.parametrize("query", ["q=%", "q=100%25_", "q=it's \\ :*", "q=%F0%9F%A4%96 a", "x=y"])
def test_odd_but_sensible_words_are_searched(query: str) -> None:
    form = asked(query)
    list(form.events())
    assert form.is_valid() or list(form.errors) == ["q"]


def test_a_query_string_repeats_what_was_understood() -> None:
    make_organization(slug="meta")
    form = asked("q= llama &organization=meta&kind=release&kind=delay&order=newest&junk=1&from=x")
    assert form.query_string() == "?q=llama&organization=meta&kind=release&kind=delay"


def test_a_query_string_can_drop_a_field_or_a_value_and_change_one() -> None:
    form = asked("q=llama&kind=release&kind=delay")
    assert form.query_string(without="kind") == "?q=llama"
    assert form.query_string(without=("kind", "delay")) == "?q=llama&kind=release"
    assert form.query_string(without="kind", q="r1") == "?q=r1"
    assert asked("q=llama").query_string(without="q") == ""


def test_a_value_is_toggled_on_and_off() -> None:
    assert asked("kind=delay").toggled("kind", "pause") == "?kind=delay&kind=pause"
    assert asked("kind=delay&kind=pause").toggled("kind", "pause") == "?kind=delay"


def test_chosen_values_have_labels_for_people() -> None:
    meta = make_organization("Meta", slug="meta")
    chosen = list(asked("organization=meta&kind=market_move").chosen())
    assert [(item.label, item.entity or item.text) for item in chosen] == [
        ("Organization", meta),
        ("Kind", "market move"),
    ]
    assert chosen[1].without == "?organization=meta"
