"""Who reads in which language."""

import pytest
from django.conf import settings as project
from django.test import Client

pytestmark = pytest.mark.django_db
LOGIN = "/admin/login/"


def language_of(client: Client, path: str = LOGIN) -> str:
    return str(client.get(path).headers["Content-Language"])


@pytest.mark.parametrize(
    ("wish", "given"),
    [("zh-CN", "zh-hans"), ("zh-TW", "zh-hant"), ("zh-HK", "zh-hant"), ("fr", "en")],
)
def test_the_browsers_wish_is_met_where_possible(wish: str, given: str) -> None:
    assert language_of(Client(headers={"accept-language": wish})) == given


def test_the_address_wins_over_the_browser(client: Client) -> None:
    assert language_of(client, f"{LOGIN}?lang=zh-hant") == "zh-hant"


def test_the_choice_is_remembered(client: Client) -> None:
    client.get(f"{LOGIN}?lang=zh-hans")
    assert language_of(client) == "zh-hans"


@pytest.mark.parametrize("garbage", ["xx", "%00", "../../etc", "zh-hans%0d%0aSet-Cookie:a=b"])
def test_an_unknown_language_is_ignored(client: Client, garbage: str) -> None:
    assert language_of(client, f"{LOGIN}?lang={garbage}") == "en"
    assert project.LANGUAGE_COOKIE_NAME not in client.cookies
