"""What editors and reviewers may do."""

from pathlib import Path

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command

from aitimeline.accounts import ensure_first_accounts

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("permission", ["publish_event", "merge_event", "merge_organization"])
def test_only_reviewers_publish_and_merge(editor: User, reviewer: User, permission: str) -> None:
    assert not editor.has_perm(f"events.{permission}")
    assert reviewer.has_perm(f"events.{permission}")


@pytest.mark.parametrize(
    "permission",
    ["events.change_event", "events.delete_claim", "sources.add_source", "events.view_merge"],
)
def test_editors_do_everything_else(editor: User, permission: str) -> None:
    assert editor.has_perm(permission)


def test_nobody_of_them_manages_users_or_rewrites_history(reviewer: User) -> None:
    forbidden = ("auth.change_user", "events.change_historicalevent", "events.add_merge")
    assert not any(reviewer.has_perm(permission) for permission in forbidden)


def test_the_command_can_run_again(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("ensure_roles")
    before = list(Permission.objects.filter(group__isnull=False).values_list("pk", "group"))
    call_command("ensure_roles")
    assert list(Permission.objects.filter(group__isnull=False).values_list("pk", "group")) == before
    assert "up to date" in capsys.readouterr().out


def test_first_accounts_are_made_once_and_their_passwords_kept_private(tmp_path: Path) -> None:
    call_command("ensure_roles")
    kept = tmp_path / "accounts"
    created = ensure_first_accounts(kept)
    assert set(created) == {"editor", "reviewer"}
    assert ensure_first_accounts(kept) == {}
    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.read_text().split() == [
        "editor",
        created["editor"],
        "reviewer",
        created["reviewer"],
    ]


def test_a_first_account_has_its_group(tmp_path: Path) -> None:
    call_command("ensure_roles")
    ensure_first_accounts(tmp_path / "accounts")
    assert Group.objects.get(name="Editor").user_set.get().username == "editor"
