"""Backups: whole, verified, restored to what they were, and tried; on the database that is tested."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
from collections.abc import Iterator
from pathlib import Path

import dj_database_url
import psycopg
import pytest

from gongkai_office.config.backups import archive, restoring
from gongkai_office.config.backups.archive import Manifest
from gongkai_office.config.errors import Trouble
from tests.office.site import ON_POSTGRESQL, Site, copied, database

ADD = """
from gongkai_office.organs.actions import add_organ
add_organ(under=None, by=None, name="{name}", kind="government", level="city")
"""
COUNT = """
from gongkai_office.organs.models import Organ
from gongkai_office.audit.models import Event
print(Organ.objects.count(), Event.objects.count(), Event.objects.first().verb)
"""


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, Path]]:
    """An installation with an organ and an uploaded file in it, and a backup of that."""
    with database() as address:
        made = Site(tmp_path_factory.mktemp("model"), address)
        made.data.mkdir()
        made.says("migrate", "-v0")
        made.python(ADD.format(name="萤泽市人民政府"))
        (made.data / "files" / "ab").mkdir(parents=True)
        (made.data / "files" / "ab" / "cdef").write_bytes(b"uploaded")
        yield made, backup_of(made)


@pytest.fixture
def backup(model: tuple[Site, Path]) -> Path:
    """The backup of the model."""
    return model[1]


@pytest.fixture
def site(model: tuple[Site, Path], tmp_path: Path) -> Iterator[Site]:
    """A copy of the model, to do things to."""
    with database(like=model[0].environment["DATABASE_URL"]) as address:
        yield copied(model[0], tmp_path, address)


def backup_of(site: Site) -> Path:
    site.says("backup")
    return max((site.data / "backups").glob("*.tar.gz"), key=lambda file: file.name)


def manifest_of(backup: Path) -> dict[str, object]:
    with tarfile.open(backup) as tar:
        file = tar.extractfile("manifest.json")
        assert file is not None
        return json.loads(file.read())


def test_a_backup_holds_the_database_the_files_and_what_they_ought_to_be(site, backup) -> None:
    manifest = manifest_of(backup)
    assert manifest["counts"]["organs_organ"] == 1
    assert manifest["number"] == 1
    assert set(manifest["parts"]) == {"database", "files/ab/cdef"}
    assert manifest["vendor"] == ("postgresql" if ON_POSTGRESQL else "sqlite")
    assert backup.stat().st_mode & 0o077 == 0


def test_what_was_done_after_a_backup_is_gone_once_it_is_restored(site, backup) -> None:
    site.python(ADD.format(name="鹭汀市人民政府"))
    (site.data / "files" / "later").write_bytes(b"later")
    assert "没有恢复" in site.says("restore", str(backup), code=1)
    assert site.python(COUNT).split()[0] == "2"
    said = site.says("restore", str(backup), "--replace")
    assert "现有数据已备份到" in said
    assert "日志链完好" in said
    organs, events, last = site.python(COUNT).split()
    assert (organs, last) == ("1", "data.restore")
    assert events == "2"
    assert (site.data / "files" / "ab" / "cdef").read_bytes() == b"uploaded"
    assert not (site.data / "files" / "later").exists()


def test_a_backup_is_restored_into_an_empty_installation(site, backup, tmp_path) -> None:
    with database() as address:
        other = Site(tmp_path / "other", address)
        other.data.mkdir(parents=True)
        other.says("migrate", "-v0")
        assert "恢复完成" in other.says("restore", str(backup))
        assert other.python(COUNT) == "1 2 data.restore"


def test_the_safety_copy_of_a_restore_brings_back_what_was_there(site, backup) -> None:
    site.python(ADD.format(name="鹭汀市人民政府"))
    said = site.says("restore", str(backup), "--replace")
    before = said.partition("现有数据已备份到 ")[2].splitlines()[0]
    site.says("restore", before, "--replace")
    assert site.python(COUNT).split()[0] == "2"


SIGN_IN = """
from gongkai_office.accounts.sessions import SessionStore
store = SessionStore(); store["something"] = 1; store.create()
"""
SESSIONS = "from gongkai_office.accounts.models import Session; print(Session.objects.count())"


def test_nobody_is_signed_in_after_a_restore(site) -> None:
    site.python(SIGN_IN)
    backup = backup_of(site)
    assert site.python(SESSIONS) == "1"
    said = site.says("restore", str(backup), "--replace")
    assert "1 个登录会话已全部结束" in said
    assert site.python(SESSIONS) == "0"


def test_a_folder_of_backups_that_is_not_mounted_is_not_made(site, backup) -> None:
    none = site.folder / "mnt" / "backup"
    for arguments in (("backup",), ("restore", str(backup), "--replace")):
        said = site.says(*arguments, code=1, GONGKAI_BACKUPS=str(none))
        assert f"没有存放备份的文件夹 {none}" in said
    assert "没有存放备份的文件夹" in site.says("backup", "--to", str(none), code=1)
    assert not none.parent.exists()


def test_a_drill_restores_beside_the_site_and_is_recorded(site) -> None:
    site.python(ADD.format(name="鹭汀市人民政府"))
    assert "恢复演练通过" in site.says("drill")
    assert site.python(COUNT).split()[0] == "2"
    last = (
        "from gongkai_office.audit.models import Event; e = Event.objects.first(); print(e.verb, e.after['passed'])"
    )
    assert site.python(last) == "data.drill True"


def test_a_drill_of_a_backup_that_is_not_what_it_says_does_not_pass(site, backup, tmp_path) -> None:
    forged = rewritten(backup, tmp_path / backup.name, counts={**manifest_of(backup)["counts"], "organs_organ": 7})
    said = site.says("drill", str(forged), code=1)
    assert "表 organs_organ 的行数与清单不符：清单 7，恢复出来 1" in said
    assert "恢复演练没有通过" in said


def test_without_a_backup_there_is_no_drill(site) -> None:
    assert "先运行：gongkai-office backup" in site.says("drill", code=1, GONGKAI_BACKUPS=str(site.data / "none"))


def test_only_the_newest_backups_are_kept(site) -> None:
    folder = site.data / "elsewhere"
    folder.mkdir()
    for day in range(1, 6):
        (folder / f"gongkai-2020010{day}T000000-0.1.0.tar.gz").write_bytes(b"old")
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    said = site.says("backup", "--to", str(folder), GONGKAI_KEEP_BACKUPS="3")
    assert "已清理旧备份：gongkai-20200101T000000" in said
    kept = sorted(file.name[:16] for file in folder.iterdir())
    assert kept[:2] == ["gongkai-20200104", "gongkai-20200105"]
    assert len(kept) == 4


@pytest.mark.only_on("postgresql")
def test_others_at_the_database_keep_it_from_being_restored_and_its_own_processes_do_not(site, backup) -> None:
    address = site.environment["DATABASE_URL"]
    with psycopg.connect(address):
        assert "先停止" in site.says("restore", str(backup), "--replace", code=1)
    with psycopg.connect(address, replication="database", autocommit=True):
        assert "恢复完成" in site.says("restore", str(backup), "--replace")


@pytest.mark.parametrize(
    "said",
    [
        {"HOST": "/var/run/postgresql", "PORT": ""},
        {"HOST": "", "PORT": ""},
        {"HOST": "db.example", "PORT": 5433},
    ],
    ids=["a folder", "the usual one", "a machine"],
)
def test_the_trial_database_of_a_drill_is_where_the_sites_is(said: dict[str, object]) -> None:
    trial = {"USER": "gong:kai", "PASSWORD": "a/b@c", "NAME": "trial", "OPTIONS": {"sslmode": "require"}, **said}
    read = dj_database_url.parse(restoring._address(trial))
    assert {name: read[name] for name in trial} == trial


def test_a_running_site_is_not_restored_into(site, backup) -> None:
    import fcntl

    with (site.data / "in-use.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)
        assert "请先停止服务" in site.says("restore", str(backup), "--replace", code=1)


def test_a_backup_of_another_kind_of_database_is_refused(site, backup, tmp_path) -> None:
    other = rewritten(backup, tmp_path / backup.name, vendor="sqlite" if ON_POSTGRESQL else "postgresql")
    assert "不能直接恢复" in site.says("restore", str(other), "--replace", code=1)
    assert site.python(COUNT).split()[0] == "1"


@pytest.mark.parametrize("part", ["middle", "end", "all"])
def test_a_damaged_backup_is_refused_and_nothing_is_touched(site, backup, tmp_path, part) -> None:
    whole = bytearray(backup.read_bytes())
    if part == "middle":
        half = len(whole) // 2  # a single byte may mean nothing to the compression
        whole[half : half + 64] = bytes(64)
    broken = {"middle": bytes(whole), "end": bytes(whole[:-40]), "all": b"\x00" * 100}[part]
    place = tmp_path / backup.name
    place.write_bytes(broken)
    said = site.says("restore", str(place), "--replace", code=1)
    assert {"middle": "改动过", "end": "缺了一段", "all": "不是备份文件"}[part] in said
    assert "请换一份备份" in said
    assert site.python(COUNT).split()[0] == "1"


def rewritten(backup: Path, place: Path, **changed: object) -> Path:
    """Write a backup anew with another manifest."""
    with tarfile.open(backup) as old, tarfile.open(place, "w:gz") as new:
        for row in old:
            file = old.extractfile(row)
            assert file is not None
            content = file.read()
            if row.name == "manifest.json":
                content = json.dumps(json.loads(content) | changed).encode()
                row.size = len(content)
            new.addfile(row, io.BytesIO(content))
    return place


def a_manifest(parts: dict[str, archive.Part]) -> Manifest:
    return Manifest("2026-01-01", "0", "sqlite", 0, "", {}, "inside", [], parts)


def test_a_part_that_is_not_as_the_manifest_says_is_named(tmp_path) -> None:
    (tmp_path / "one").write_bytes(b"1")
    wrong = {"database": archive.Part(1, "0" * 64)}
    archive.write(tmp_path / "b.tar.gz", [("database", tmp_path / "one")], lambda _parts: a_manifest(wrong))
    with pytest.raises(Trouble, match="database"):
        archive.verify(tmp_path / "b.tar.gz")


def test_a_backup_that_could_not_be_finished_leaves_nothing(tmp_path) -> None:
    with pytest.raises(FileNotFoundError):
        archive.write(tmp_path / "b.tar.gz", [("database", tmp_path / "none")], a_manifest)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "files/../../evil", "other"])
def test_a_backup_cannot_write_outside_of_its_folder(tmp_path, name) -> None:
    with tarfile.open(tmp_path / "b.tar.gz", "w:gz") as tar:
        row = tarfile.TarInfo(name)
        row.size = 1
        tar.addfile(row, io.BytesIO(b"x"))
    with pytest.raises(Trouble):
        archive.unpack(tmp_path / "b.tar.gz", tmp_path / "to")
    assert not (tmp_path / "evil").exists()
    assert not Path("/etc/evil").exists()


def test_a_link_in_a_backup_is_refused(tmp_path) -> None:
    with gzip.open(tmp_path / "b.tar.gz", "wb") as packed, tarfile.open(fileobj=packed, mode="w") as tar:
        row = tarfile.TarInfo("files/link")
        row.type, row.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(row)
    with pytest.raises(Trouble):
        archive.unpack(tmp_path / "b.tar.gz", tmp_path / "to")
