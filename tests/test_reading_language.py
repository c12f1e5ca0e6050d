"""Which language a text is in, by its prose."""

import pytest

from sources.reading.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("百度正式推出新的模型,价格为零。", "zh-Hans"),
        ("百度正式推出新的模型，價格為零。", "zh-Hant"),
        ("The company said that it will release the model in May.", "en"),
        ("Das Unternehmen hat die Fassung noch nicht für den Markt freigegeben.", "de"),
        ("Le modèle est dans les mains des chercheurs et pour une école.", "fr"),
        ("La empresa anunció que el modelo será gratuito para los usuarios.", "es"),
        ("O modelo não está pronto, e os testes são feitos em uma escola.", "pt"),
        ("Il modello non è ancora pronto per gli studenti della scuola.", "it"),
        ("会社は3日、新しいモデルを公開すると発表した。", "ja"),
        ("회사는 새로운 모델을 공개한다고 밝혔다.", "ko"),
        ("Компания объявила о выпуске новой модели этим летом.", "ru"),
        ("Компанія оголосила про випуск нової моделі її влітку.", "uk"),
        ("أعلنت الشركة عن نموذج جديد", "ar"),
        ("", "und"),
        ("2025-03-02 !!", "und"),
        ("GPT-4o", "und"),
    ],
)
def test_it_tells_the_language(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("OpenAI、Google DeepMind、Anthropic 和 Meta 都用 PyTorch", "zh-Hans"),
        ("Anthropic 推出 Claude 3.7 Sonnet 與 Claude Code", "zh-Hant"),
        ("DeepSeek (深度求索) of Hangzhou said it will open the model to all.", "en"),
        ("Anthropic launches Claude 3.7 Sonnet", "en"),
        ("他说新书叫《はじめて》,写的是一家公司的故事,很多人读过它。", "zh-Hans"),
    ],
)
def test_product_names_do_not_count_as_prose(text: str, language: str) -> None:
    assert language_of(text) == language


def test_traditional_text_converted_badly_is_still_traditional() -> None:
    assert language_of("會后,公司說這對于業界并不重要,里面沒有新的東西。") == "zh-Hant"


def test_simplified_text_that_quotes_traditional_stays_simplified() -> None:
    assert language_of("记者问起这件事,他只说了一句“與我無關”,然后就离开了会场。") == "zh-Hans"


def test_text_that_could_be_either_script_goes_by_its_quotation_marks() -> None:
    assert (language_of("「你好」"), language_of("“你好”")) == ("zh-Hant", "zh-Hans")


def test_a_long_text_is_judged_by_its_beginning_and_its_middle() -> None:
    assert language_of("GPT-4o " * 120 + "公司宣布了新的模型。" * 500) == "zh-Hans"
