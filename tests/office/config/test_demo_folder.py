"""The folder of the demonstration: nothing of anybody else's is removed, and nothing below one that runs."""

from __future__ import annotations

import fcntl
from pathlib import Path

import pytest

from gongkai_office.config.demo import running
from gongkai_office.config.errors import Trouble
from tests.office.installation import free_port
from tests.office.site import Site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A place to be demonstrated in."""
    return Site(tmp_path)


def files_in(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize("database", [(), ("gongkai.sqlite3",)])
def test_the_data_of_an_office_are_not_removed(site, database) -> None:
    (site.data / "files").mkdir(parents=True)
    for name in ("office.env", "files/upload", "heads.jsonl", *database):
        (site.data / name).write_text("kept", encoding="utf-8")
    before = files_in(site.data)
    said = site.says("demo", "--data", str(site.data), f"--port={free_port()}", code=1)
    assert "不是演示数据，没有删除" in said
    assert files_in(site.data) == before


def test_the_data_of_a_demonstration_that_runs_are_not_removed(site) -> None:
    site.data.mkdir()
    for name in (running.MARK, "gongkai.sqlite3"):
        (site.data / name).write_text("in use", encoding="utf-8")
    with (site.data / "in-use.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)
        said = site.says("demo", "--data", str(site.data), f"--port={free_port()}", code=1)
    assert "演示网站正在运行" in said
    assert (site.data / "gongkai.sqlite3").read_text(encoding="utf-8") == "in use"
    assert (site.data / running.MARK).read_text(encoding="utf-8") == "in use"


def test_a_folder_is_marked_before_anything_is_in_it(tmp_path) -> None:
    running._mark(tmp_path / "new")
    assert files_in(tmp_path / "new") == {running.MARK}
    assert not running._is_built(tmp_path / "new")
    (tmp_path / "office.env").touch()
    with pytest.raises(Trouble, match="不是演示数据"):
        running._mark(tmp_path)


def test_a_folder_of_ours_is_emptied_but_for_mark_and_lock(tmp_path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept").touch()
    data = tmp_path / "data"
    (data / "files").mkdir(parents=True)
    for name in (running.MARK, "in-use.lock", "files/upload", "gongkai.sqlite3"):
        (data / name).write_text("old", encoding="utf-8")
    (data / "link").symlink_to(elsewhere)
    running._clear(data)
    assert files_in(data) == {running.MARK, "in-use.lock"}
    assert not running._is_built(data)
    assert (elsewhere / "kept").exists()


@pytest.mark.only_on("sqlite")  # its database is its own, and always that
def test_a_demonstration_is_built_kept_and_built_anew(site) -> None:
    command = ("demo", "--data", str(site.data), "--check")
    assert "演示网站可以打开" in site.says(*command, f"--port={free_port()}")
    of_this_one = site.data / "of-this-one"
    of_this_one.touch()
    assert "正在生成" not in site.says(*command, "--keep", f"--port={free_port()}")
    assert of_this_one.exists()
    assert "正在生成" in site.says(*command, f"--port={free_port()}")
    assert not of_this_one.exists()
