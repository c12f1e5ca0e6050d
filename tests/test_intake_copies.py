"""Near copies: linked with their original, whichever comes first and whoever is faster."""

import random
from typing import Any

import pytest
from django.db import DataError, transaction

from dates import PartialDate
from events.intake import processing
from events.intake.processing import State, take_in
from sources.models import Source
from sources.storing import OvertakenError, copies, last_look, settle
from sources.storing.asking import ask_together
from sources.storing.copies import Look, look, original_of, point_to
from tests.factories import make_publisher, make_source

pytestmark = pytest.mark.django_db
WORDS = [f"{a}{b}{c}" for a in ("ba", "ho", "pi") for b in ("ren", "tas", "dol") for c in "aeiouy"]


def article(seed: int = 1, changed: int = 0) -> str:
    """Made-up prose of 240 words, the first so many of them changed."""
    words = random.Random(seed).choices(WORDS, k=240)
    words[:changed] = random.Random(seed + 1000).choices(WORDS, k=changed)
    return " ".join(words) + "."


def store(text: str, name: str = "a.txt") -> Source:
    return Source.objects.get(pk=take_in(text.encode(), name)[0].source or 0)


def test_a_text_with_small_edits_is_a_reprint() -> None:
    first = store(article())
    assert store(article(changed=20)).reprint_of == first


def test_another_text_is_not() -> None:
    store(article())
    assert store(article(2)).reprint_of is None


def test_the_outcome_says_so() -> None:
    store(article())
    assert take_in(article(changed=9).encode(), "b.txt")[0].state is State.REPRINT


def test_another_script_and_encoding_is_a_reprint() -> None:
    text = "云上实验室周二发布小模型，价格比上一代便宜一半，开发者当天就能用上。" * 3
    traditional = "雲上實驗室週二發佈小模型，價格比上一代便宜一半，開發者當天就能用上。" * 3
    first = store(text)
    outcome = take_in(traditional.encode("big5"), "b.txt")[0]
    assert Source.objects.get(pk=outcome.source or 0).reprint_of == first


def test_a_reprint_of_a_reprint_points_to_the_original() -> None:
    first = store(article())
    store(article(changed=20))
    assert store(article(changed=30)).reprint_of == first


def test_what_was_published_first_becomes_the_original() -> None:
    late = make_source(published="2025-05-03", published_basis="printed")
    other = make_source(reprint_of=late)
    early = make_source(published="2025-05-01", published_basis="printed")
    assert original_of(early, [late, other]) == early
    point_to(early, [late, other])
    assert set(Source.objects.filter(reprint_of=early)) == {late, other}
    assert Source.objects.get(pk=early.pk).reprint_of is None


def test_dates_that_do_not_tell_leave_the_first_stored_the_original() -> None:
    first = make_source(published=PartialDate.parse("2025-05"), published_basis="printed")
    second = make_source(published="2025-05-10", published_basis="printed")
    assert original_of(second, [first]) == first


def test_a_copy_stored_meanwhile_is_seen_before_the_commit() -> None:
    first = store(article())
    with pytest.raises(OvertakenError), transaction.atomic():
        settle(Source(text_sha256=first.text_sha256, sketch=first.sketch), Look("", [], []))


def test_what_shares_nothing_or_was_seen_does_not_hinder_the_commit() -> None:
    first = store(article())
    copy = Source(text_sha256=first.text_sha256, sketch=first.sketch)
    with pytest.raises(DataError), transaction.atomic():
        ask_together(last_look(copy, Look("", [], [])))
    ask_together(last_look(copy, Look("", [first.pk], [])))
    ask_together(last_look(Source(text_sha256="", sketch=[]), Look("", [], [])))


@pytest.mark.django_db(transaction=True)
def test_a_commit_that_was_told_too_early_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processing, "last_look", lambda *_: [("SELECT 1 / 0", {})])
    store(article())
    assert Source.objects.count() == 1


def test_whoever_is_overtaken_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    overtaken = iter([True, False])

    def settles(*values: Any) -> None:
        if next(overtaken):
            raise OvertakenError
        settle(*values)

    monkeypatch.setattr(processing, "settle", settles)
    store(article())
    assert Source.objects.count() == 1


def test_a_phrase_of_all_articles_leads_to_few_comparisons(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(copies, "MOST_COMPARED", 1)
    first = store(article())
    store(article(changed=9))
    assert len(look(Source(text_sha256=first.text_sha256, sketch=first.sketch)).copies) == 1


def test_the_first_line_of_history_has_the_publishers_it_relies_on() -> None:
    wire = make_publisher(name="Wire Daily")
    text = "Lab out today\n\nAccording to Wire Daily, the lab said its model is out. " + article()
    source = store(text)
    assert list(source.relies_on.all()) == [wire]
    (record,) = source.history.all()
    assert [row.publisher for row in record.relies_on.all()] == [wire]
