"""The pages of requests that are refused, all in the site's own design."""

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client

pytestmark = pytest.mark.django_db
LOGIN = "/admin/login/"


def test_what_an_account_may_not_do_is_said_in_our_design(editor_client: Client) -> None:
    response = editor_client.get("/admin/auth/user/")
    assert response.status_code == 403
    assert b"<h1>Your account may not do this</h1>" in response.content


def test_a_form_without_its_token_is_refused_in_our_design() -> None:
    strict = Client(enforce_csrf_checks=True, headers={"accept-language": "en"})
    response = strict.post(LOGIN, {"username": "a", "password": "b"})
    assert response.status_code == 403
    assert b"<h1>This form could not be accepted</h1>" in response.content


def test_too_many_wrong_passwords_lock_the_name_in_our_design(client: Client) -> None:
    wrong = {"username": "editor", "password": "wrong"}
    pages = [client.post(LOGIN, wrong) for _ in range(settings.AXES_FAILURE_LIMIT)]
    assert pages[0].status_code == 200
    assert pages[-1].status_code == 429
    assert b"<h1>Too many wrong passwords</h1>" in pages[-1].content


def test_whoever_logs_in_stays_on_this_site(client: Client) -> None:
    User.objects.create_user("ada", password="correct horse", is_staff=True)
    known = {"username": "ada", "password": "correct horse", "next": "//evil.example/"}
    response = client.post(LOGIN, known)
    assert (response.status_code, response["Location"]) == (302, "/admin/")


def test_a_foreign_host_is_refused_in_our_design(client: Client) -> None:
    response = client.get("/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert b"<h1>This request could not be understood</h1>" in response.content


def test_thousands_of_parameters_are_refused_in_our_design(client: Client) -> None:
    response = client.get("/?" + "q=a&" * (settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1))
    assert response.status_code == 400
    assert b"<h1>This request could not be understood</h1>" in response.content


@pytest.mark.parametrize("address", ["/", "/about/", "/events.csv"])
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_a_page_for_readers_is_only_read(address: str, method: str) -> None:
    browser = Client(enforce_csrf_checks=True)
    assert getattr(browser, method)(address).status_code == 405
