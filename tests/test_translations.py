"""Every word of the interface exists in every language."""

from pathlib import Path

import pytest

from aitimeline.translations import catalogues, collect_messages, read_catalogue, untranslated

PO_FILES = pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.parts[-3])


def test_both_chinese_scripts_have_a_catalogue() -> None:
    assert {path.parts[-3] for path in catalogues()} == {"zh_Hans", "zh_Hant"}


@PO_FILES
def test_nothing_is_untranslated(path: Path) -> None:
    assert untranslated(read_catalogue(path)) == []


@PO_FILES
def test_the_catalogue_is_in_step_with_the_code(path: Path) -> None:
    marked = {(message.id, message.context) for message in collect_messages() if message.id}
    kept = {(message.id, message.context) for message in read_catalogue(path) if message.id}
    assert marked - kept == set()
    assert kept - marked == set()


@PO_FILES
def test_placeholders_survive_translation(path: Path) -> None:
    for message in read_catalogue(path):
        for error in message.check():
            pytest.fail(f"{message.id}: {error}")


@PO_FILES
def test_traditional_and_simplified_are_not_mixed_up(path: Path) -> None:
    wrong = {"zh_Hans": "來說時間這個們過會", "zh_Hant": "来说时间这个们过会"}[path.parts[-3]]
    texts = [str(message.string) for message in read_catalogue(path)]
    assert not [text for text in texts if set(text) & set(wrong)]
