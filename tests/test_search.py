"""Search finds what a reader of either script means by two characters, one, or a version number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.models import Event, Organization, OrganizationAlias
from events.search.tokens import document, fold, tokens, tsquery
from tests.factories import make_event, make_model, make_organization


def words(text: str) -> list[str]:
    return [token for token, _ in tokens(text)]


def test_latin_words_are_kept_whole_and_split() -> None:
    assert words("GPT-4o") == ["gpt-4o", "gpt", "4o"]
    assert words("Llama4") == ["llama4", "llama", "4"]
    assert words("Qwen2.5-Max") == ["qwen2.5-max", "qwen", "2.5", "max"]


def test_chinese_becomes_characters_and_pairs() -> None:
    assert words("深度求") == ["深", "深度", "度", "度求", "求"]


def test_scripts_widths_and_case_are_folded() -> None:
    assert fold("ＤｅｅｐＳｅｅｋ 超級智能") == "deepseek 超级智能"


def test_a_query_of_one_character_looks_up_the_character() -> None:
    assert tsquery("深") == "('深')"


def test_a_query_without_words_is_empty() -> None:
    assert tsquery(" 。，!? ") == ""


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_any_text_makes_a_document_and_a_query(text: str) -> None:
    document(("A", [text]))
    tsquery(text)


@pytest.fixture
def deepseek(db: None) -> Organization:
    deepseek = make_organization("DeepSeek", name_zh="深度求索")
    make_event(
        title_en="DeepSeek R1 released",
        title_zh="DeepSeek发布R1，引发推理模型竞赛",
        organizations=(deepseek,),
    )
    make_event(title_en="Meta sets up a lab", title_zh="Meta成立超级智能实验室")
    return deepseek


@pytest.mark.usefixtures("deepseek")
@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("深度", "DeepSeek R1 released"),
        ("深度求索", "DeepSeek R1 released"),
        ("求", "DeepSeek R1 released"),
        ("DeepSeek", "DeepSeek R1 released"),
        ("deepseek r1", "DeepSeek R1 released"),
        ("DeepSeek-R1", "DeepSeek R1 released"),
        ("推理模型", "DeepSeek R1 released"),
        ("超級智能", "Meta sets up a lab"),
        ("超级智能", "Meta sets up a lab"),
        ("ＭＥＴＡ", "Meta sets up a lab"),
    ],
)
def test_it_finds_the_event_and_no_other(query: str, title: str) -> None:
    assert [event.title_en for event in Event.objects.search(query)] == [title]


@pytest.mark.usefixtures("deepseek")
@pytest.mark.parametrize(
    "query", ["度深", "求推", "r1 meta", "深智", "'", "\\", "met:*", "\0", "&|!()"]
)
def test_it_finds_nothing_where_nothing_is_meant(query: str) -> None:
    assert not Event.objects.search(query)


def test_a_new_alias_is_found_at_once(deepseek: Organization) -> None:
    alias = OrganizationAlias.objects.create(organization=deepseek, text="小鲸鱼")
    assert Event.objects.search("鲸鱼").count() == 1
    alias.delete()
    assert Event.objects.search("鲸鱼").count() == 0


def test_a_renamed_organization_is_found_by_its_new_name(deepseek: Organization) -> None:
    deepseek.name = "Whale"
    deepseek.save()
    assert Event.objects.search("whale").count() == 1


def test_an_event_is_no_longer_found_by_an_organization_taken_off_it(
    deepseek: Organization,
) -> None:
    event = Event.objects.get(title_en__startswith="DeepSeek")
    event.event_organizations.get().delete()
    assert not Event.objects.search("深度")


@pytest.mark.django_db
def test_entities_are_found_by_any_of_their_names() -> None:
    llama = make_model("Llama 4", description_zh="开放权重模型")
    assert list(type(llama).objects.search("llama4")) == [llama]
    assert list(type(llama).objects.search("权重")) == [llama]
