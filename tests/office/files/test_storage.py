"""Where bytes lie: on disk and in an object store; what is damaged, left over or taken back."""

from __future__ import annotations

import os
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models.signals import post_delete
from django.utils import timezone

from gongkai_office.accounts.words import Role
from gongkai_office.audit.models import Event
from gongkai_office.config.storing import storage_of_files
from gongkai_office.files.actions import check, download, keep, prune, withdraw
from gongkai_office.files.errors import FileDamaged, NothingToWithdraw
from gongkai_office.files.models import Content, StoredFile
from gongkai_office.files.storage import DurableStorage, place_of, put
from gongkai_office.files.words import State
from tests.office.at_once import crossing
from tests.office.city import City, make_city, person
from tests.office.cloned import Clone
from tests.office.files import samples
from tests.office.files.object_server import object_server
from tests.office.files.test_accepting import taken

BUCKET = "gongkai"
pytestmark = pytest.mark.usefixtures("in_this_process")


@pytest.fixture(params=["disk", "object store"], autouse=True)
def storage(request, settings, tmp_path, monkeypatch):
    if request.param == "disk":
        settings.STORAGES = {**settings.STORAGES, "default": storage_of_files(tmp_path)}
        yield request.param
        return
    with object_server(BUCKET) as (address, _):
        monkeypatch.setenv("GONGKAI_STORAGE", f"s3://{BUCKET}?endpoint={address}&prefix=files")
        monkeypatch.setenv("GONGKAI_STORAGE_KEY", "key-of-tests")
        monkeypatch.setenv("GONGKAI_STORAGE_SECRET", "secret-of-tests")
        settings.STORAGES = {**settings.STORAGES, "default": storage_of_files(tmp_path)}
        yield request.param


def undone(act):
    """Do something in a transaction that is then undone; return what it gave."""
    with transaction.atomic():
        given = act()
        transaction.set_rollback(True)
    return given


def damage(file: StoredFile, data: bytes = b"other") -> None:
    default_storage.save(file.place, ContentFile(data))


def test_what_is_stored_is_read_and_what_was_changed_or_is_gone_is_damaged(city: City):
    user = person(city.county, Role.HANDLER)
    file = taken("a.txt", b"content")
    assert download(file, by=user) == b"content"
    damage(file)
    with pytest.raises(FileDamaged) as caught:
        download(file, by=user)
    assert "从备份恢复" in caught.value.reason
    default_storage.delete(file.place)
    with pytest.raises(FileDamaged):
        file.read()
    assert Event.objects.filter(verb="files.download").count() == 1


def test_a_transaction_that_is_undone_leaves_no_row_and_its_bytes_are_pruned_a_day_later(city: City):
    accepted = check(samples.upload("a.txt", b"orphan"), by=None, organ=None, purpose="files.general")
    place = undone(lambda: keep(accepted, by=None)).place
    assert not StoredFile.objects.exists()
    assert default_storage.exists(place)
    kept = taken("b.txt", b"kept")
    assert prune(now=default_storage.get_modified_time(place) + timedelta(hours=23)) == 0
    assert prune(now=timezone.now() + timedelta(days=2)) == 1
    assert not default_storage.exists(place)
    assert kept.read() == b"kept"
    assert Event.objects.get(verb="files.prune").after == {"files": 1}
    assert prune(now=timezone.now() + timedelta(days=2)) == 0
    assert Event.objects.filter(verb="files.prune").count() == 1


def test_bytes_that_two_rows_have_go_with_the_last(city: City, django_capture_on_commit_callbacks):
    user = person(city.county, Role.HANDLER)
    one, two = taken("a.txt", b"same"), taken("b.txt", b"same")
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(one, by=user, reason="误传")
    assert two.read() == b"same"
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(two, by=user, reason="误传")
    assert not default_storage.exists(two.place)
    with pytest.raises(NothingToWithdraw):
        withdraw(two, by=user, reason="误传")
    assert StoredFile.objects.filter(state=State.WITHDRAWN).count() == 2
    assert "误传" not in str(Event.objects.filter(verb="files.withdraw").values_list("after"))


@pytest.mark.only_on("postgresql")
def test_bytes_that_come_again_while_they_are_deleted_are_kept(clone: Clone):
    user, accepted = person(make_city().county, Role.HANDLER), []
    for name in ("a.txt", "b.txt"):
        accepted.append(check(samples.upload(name, b"same"), by=None, organ=None, purpose="files.general"))
    gone = keep(accepted[0], by=None)
    again = lambda: keep(accepted[1], by=None)  # noqa: E731  # as the other
    assert crossing(lambda: withdraw(gone, by=user, reason="误传"), again, after=post_delete, of=Content) == []
    assert StoredFile.objects.get(state=State.ACCEPTED).read() == b"same"


def test_a_withdrawal_that_is_undone_leaves_the_bytes(city: City):
    user = person(city.county, Role.HANDLER)
    file = taken("a.txt", b"stays")
    undone(lambda: withdraw(file, by=user, reason="误传"))
    assert StoredFile.objects.get().read() == b"stays"


@pytest.mark.parametrize("storage", ["disk"], indirect=True)
def test_bytes_are_on_the_disk_before_they_count_and_a_cut_write_leaves_nothing(storage, monkeypatch):
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    place = put("ab" * 32, b"x")
    assert len(synced) == 4  # the file and the three folders above it

    def fall(_handle: int) -> None:
        raise OSError("power")

    monkeypatch.setattr(os, "fsync", fall)
    with pytest.raises(OSError, match="power"):
        put("cd" * 32, b"x")
    folder = Path(default_storage.path(place)).parents[2]
    assert [path.name for path in folder.rglob("*") if path.is_file()] == ["ab" * 32]


@pytest.mark.parametrize("storage", ["disk"], indirect=True)
def test_files_on_disk_are_for_the_site_alone(storage):
    assert Path(default_storage.path(put("ab" * 32, b"x"))).stat().st_mode & 0o077 == 0


def test_places_are_two_folders_deep():
    assert place_of("abcdef") == "ab/cd/abcdef"


@pytest.mark.parametrize("said", ["s3://", "s3://b?endpoint=x&secret=y", "s3://b?addressing=odd"])
def test_a_store_that_is_told_wrongly_is_explained(monkeypatch, tmp_path, said):
    monkeypatch.setenv("GONGKAI_STORAGE", said)
    with pytest.raises(ImproperlyConfigured, match="GONGKAI_STORAGE"):
        storage_of_files(tmp_path)


def test_a_folder_is_named_in_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("GONGKAI_STORAGE", str(tmp_path / "else"))
    assert storage_of_files(tmp_path)["OPTIONS"]["location"] == tmp_path / "else"
    assert DurableStorage(location=tmp_path / "else").save("x/y", ContentFile(b"1")) == "x/y"


def test_bytes_that_go_just_before_their_row_is_written_are_there_in_the_end(city: City):
    accepted = check(samples.upload("a.txt", b"meanwhile"), by=None, organ=None, purpose="files.general")
    actions = sys.modules["gongkai_office.files.actions"]
    real = actions._kept

    def late(*given, **named):
        default_storage.delete(given[2])  # another withdrew the same bytes
        return real(*given, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(actions, "_kept", late)
        file = keep(accepted, by=None)
    assert file.read() == b"meanwhile"
