"""Statements sent to the database together, with their values beside them."""

from collections.abc import Iterator

import pytest
from django.db import DataError, transaction

from sources.storing import hurry, hurry_no_more
from sources.storing.asking import array, ask, ask_together, outermost, texts, underway

pytestmark = pytest.mark.django_db


@pytest.fixture
def hurried() -> Iterator[None]:
    hurry()
    yield
    hurry_no_more()


def test_texts_come_back_as_they_went() -> None:
    sent = ['a"b', "c\\d", None, "", "NULL", "{,}", " 深度 ", "line\nline"]
    assert ask("SELECT unnest(%(sent)s::text[])", sent=texts(sent)) == [(one,) for one in sent]


def test_an_array_may_leave_something_out() -> None:
    assert ask("SELECT %(days)s::int[]", days=array([1, None, 3])) == [([1, None, 3],)]


def test_bytes_are_kept_whatever_they_are() -> None:
    ((kept,),) = ask("SELECT %(content)s::bytea", content=b"\x00\xff\\")
    assert bytes(kept) == b"\x00\xff\\"


def test_several_are_answered_in_their_order() -> None:
    answers = ask_together([("SELECT %(n)s::int", {"n": number}) for number in range(3)])
    assert answers == [[(0,)], [(1,)], [(2,)]]


def test_a_text_with_a_nul_is_refused_and_the_connection_goes_on() -> None:
    with pytest.raises(DataError):
        ask("SELECT %(text)s::text", text="a\0b")
    assert ask("SELECT 1") == [(1,)]


@pytest.mark.usefixtures("hurried")
def test_a_statement_that_failed_is_prepared_again() -> None:
    half = "SELECT 2 / %(by)s::int"
    with pytest.raises(DataError), transaction.atomic():
        ask_together([("SELECT 1 / %(by)s::int", {"by": 0}), (half, {"by": 1})])
    assert ask(half, by=2) == [(1,)]


@pytest.mark.django_db(transaction=True)
def test_what_is_last_is_committed_before_its_block_ends() -> None:
    with transaction.atomic():
        assert outermost()
        with underway([("CREATE TABLE told ()", {})], last=True):
            pass
        transaction.set_rollback(True)
    assert ask("DROP TABLE told") == []
