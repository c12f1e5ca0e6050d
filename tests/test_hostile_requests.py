"""Requests as nobody's browser sends them, and days on which the database fails."""

import pytest
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings

from aitimeline.middleware import LARGEST_OF_STRANGERS, address_behind_proxy
from aitimeline.server import Server
from aitimeline.wsgi import Utf8Request
from events.views import about


@pytest.mark.parametrize("charset", ["zlib", "unicode_escape", "undefined", "utf-16"])
def test_an_address_is_utf_8_whatever_the_header_says(charset: str) -> None:
    environ = RequestFactory().get("/?q=%5Cud800%E4%B8%AD").environ
    named = {"CONTENT_TYPE": f"text/plain; charset={charset}"}
    assert Utf8Request({**environ, **named}).GET["q"] == "\\ud800中"


@pytest.mark.parametrize("size", [LARGEST_OF_STRANGERS + 1, 10**12])
def test_a_stranger_sends_nothing_large(client: Client, size: int) -> None:
    client.cookies["csrftoken"] = "a" * 32
    response = client.post("/admin/login/", {"username": "x"}, CONTENT_LENGTH=str(size))
    assert response.status_code == 400
    assert b"<h1>This request could not be understood</h1>" in response.content


def _address_seen(forwarded: str) -> str:
    seen: list[str] = []

    def view(request: HttpRequest) -> HttpResponse:
        seen.append(request.META["REMOTE_ADDR"])
        return HttpResponse()

    asked = RequestFactory(headers={"x-forwarded-for": forwarded}, REMOTE_ADDR="192.0.2.1")
    address_behind_proxy(view)(asked.get("/"))
    return seen[0]


@override_settings(SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"))
@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ("198.51.100.7, 203.0.113.9", "203.0.113.9"),  # the first one is made up
        ("2001:db8::1", "2001:db8::1"),
        ("<script>", "192.0.2.1"),
        ("", "192.0.2.1"),
    ],
)
def test_behind_a_proxy_readers_are_told_apart_by_what_it_adds(
    forwarded: str, address: str
) -> None:
    assert _address_seen(forwarded) == address


def test_without_a_proxy_nobody_changes_their_address_with_a_header() -> None:
    assert _address_seen("203.0.113.9") == "192.0.2.1"


def test_no_header_tells_the_server_its_scheme_or_path() -> None:
    options = Server("127.0.0.1", 0).cfg
    assert (options.secure_scheme_headers, options.forwarder_headers) == ({}, [])


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    def connect(*_: object) -> None:
        raise OperationalError("the server is down")

    monkeypatch.setattr("django.db.backends.base.base.BaseDatabaseWrapper._cursor", connect)


@pytest.mark.usefixtures("stopped")
@pytest.mark.parametrize("address", ["/", "/events.csv", "/events.atom", "/suggest/?q=a"])
def test_without_its_database_it_asks_to_come_back(address: str) -> None:
    response = Client(raise_request_exception=False).get(address)
    assert (response.status_code, response["Retry-After"]) == (503, str(about.COME_BACK))
    assert b"<h1>Something went wrong on our side</h1>" in response.content


@pytest.mark.django_db
def test_no_page_asks_for_a_camera(client: Client) -> None:
    assert "camera=()" in client.get("/robots.txt")["Permissions-Policy"]
