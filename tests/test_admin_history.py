"""What was changed, by whom, and taking it back."""

import pytest
from django.test import Client

from events.models import EventOrganization
from tests.admin_forms import posted
from tests.factories import make_claim, make_event, make_organization, make_publisher, make_source

pytestmark = pytest.mark.django_db


def test_it_shows_fields_as_old_and_new_in_words(editor_client: Client) -> None:
    event = make_event(date="2025-05", kind="market_move")
    address = f"/admin/events/event/{event.pk}/change/"
    changes = {"date": "2025-06", "kind": "open_sourcing"}
    editor_client.post(address, posted(editor_client, address, **changes))
    content = editor_client.get(f"/admin/events/event/{event.pk}/history/").content.decode()
    for part in (
        "<del>May 2025 (2025-05)</del>", "<ins>June 2025 (2025-06)</ins>",
        "<del>market move</del>", "<ins>open-sourcing</ins>", "editor",
    ):  # fmt: skip
        assert part in content
    assert "Version" not in content


def test_it_shows_what_was_done_to_claims_and_roles(editor_client: Client) -> None:
    event = make_event(sources=())
    claim = make_claim(event, make_source(), says_en="Soon")
    claim.says_en = "Late"
    claim.save()
    EventOrganization.objects.create(event=event, organization=make_organization("Meta")).delete()
    content = editor_client.get(f"/admin/events/event/{event.pk}/history/").content.decode()
    for part in ("<del>Soon</del>", "<ins>Late</ins>", "Deleted: organization of an event", "Meta"):
        assert part in content


def test_it_shows_lists_and_what_a_source_relies_on(editor_client: Client) -> None:
    source = make_source(authors=["Ada"])
    source.authors = ["Ada", "Grace"]
    source.save()
    source.relies_on.add(make_publisher(name="Agence"))
    content = editor_client.get(f"/admin/sources/source/{source.pk}/history/").content.decode()
    for part in ("<del>Ada</del>", "<ins>Ada, Grace</ins>", "<ins>Agence</ins>"):
        assert part in content


def test_a_record_of_an_organization_is_restored(editor_client: Client) -> None:
    meta = make_organization("Facebook")
    meta.name = "Meta"
    meta.save()
    address = f"/admin/events/organization/{meta.pk}/history/{meta.history.earliest().pk}/"
    form = editor_client.get(address).context["adminform"].form
    data = {bound.html_name: bound.value() or "" for bound in form}
    assert editor_client.post(address, data).status_code == 302
    meta.refresh_from_db()
    assert meta.name == "Facebook"


def test_a_deleted_claim_is_restored_from_its_history(editor_client: Client) -> None:
    event, source = make_event(), make_source()
    claim = make_claim(event, source, says_en="Gone")
    pk = claim.pk
    claim.delete()
    address = f"/admin/events/claim/{pk}/history/{event.claims.model.history.latest().pk}/"
    form = editor_client.get(address).context["adminform"].form
    data = {bound.html_name: bound.value() or "" for bound in form}
    assert editor_client.post(address, data).status_code == 302
    assert event.claims.get(pk=pk).says_en == "Gone"


@pytest.mark.parametrize("path", ["x/history/", "1/history/x/", "x/history/1/", "999999/history/"])
def test_garbage_in_the_path_is_not_found(editor_client: Client, path: str) -> None:
    assert editor_client.get(f"/admin/events/event/{path}").status_code in (302, 404)


def test_a_stranger_is_asked_to_log_in(client: Client) -> None:
    event = make_event()
    response = client.get(f"/admin/events/event/{event.pk}/history/")
    assert response.status_code == 302
    assert "/login/" in response["Location"]
