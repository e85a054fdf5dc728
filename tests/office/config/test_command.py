"""The command: what it says, what it writes, and how it tells what is wrong outside of it."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from gongkai_office.config.command import OWN
from gongkai_office.config.words import HELP
from tests.office.installation import free_port
from tests.office.site import KEYS, ON_POSTGRESQL, Site, database

NO_KEYS = dict.fromkeys(KEYS, "")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A place where nothing stands yet."""
    return Site(tmp_path)


def test_help_and_keys_need_no_settings(site) -> None:
    for arguments in ((), ("--help",), ("help",)):
        said = site.says(*arguments, **NO_KEYS)
        assert all(f"\n  {name} " in said for name in OWN)
    first, second = site.says("key", **NO_KEYS), site.says("key", **NO_KEYS)
    assert len(first.strip()) == len(second.strip()) == 64
    assert first != second


def test_every_command_of_ours_is_in_the_help() -> None:
    house = Path(__file__).resolve().parents[3] / "src" / "gongkai_office"
    hidden = {"look_at_data"}
    ours = {file.stem for file in house.glob("config/management/commands/[a-z]*.py")} - hidden | set(OWN)
    assert [name for name in sorted(ours) if f"\n  {name} " not in HELP] == []


def test_an_unknown_command_is_said_so(site) -> None:
    site.data.mkdir()
    site.says("migrate", "-v0")
    assert "没有“nonsense”这个命令" in site.says("nonsense", code=2)


def test_the_first_setup_makes_keys_that_only_the_owner_can_read(site) -> None:
    site.environment = {name: value for name, value in site.environment.items() if name not in KEYS}
    del site.environment["GONGKAI_ENV_FILE"]
    said = site.says("setup")
    file = site.data / "office.env"
    assert f"GONGKAI_ENV_FILE={file}" in said
    assert file.stat().st_mode & 0o777 == 0o600
    assert site.data.stat().st_mode & 0o077 == 0
    keys = dict(line.split("=", 1) for line in file.read_text(encoding="utf-8").splitlines())
    assert len(keys["GONGKAI_SECRET_KEY"]) == len(keys["GONGKAI_LOG_KEY"]) == 64
    assert "密钥已写入" not in site.says("setup")
    assert dict(line.split("=", 1) for line in file.read_text(encoding="utf-8").splitlines()) == keys


def test_setup_writes_the_file_of_settings_that_is_named(tmp_path) -> None:
    with database() as address:
        site, file = Site(tmp_path, address), tmp_path / "new.env"
        for name in KEYS:
            del site.environment[name]
        said = site.says("setup", GONGKAI_ENV_FILE=str(file))
        assert f"密钥已写入 {file}" in said
        assert f"GONGKAI_ENV_FILE={file}" in said
        assert file.stat().st_mode & 0o777 == 0o600
        assert "密钥已写入" not in site.says("setup", GONGKAI_ENV_FILE=str(file))
        assert "不能读取设置文件" in site.says("setup", code=1, GONGKAI_ENV_FILE=f"{file}2", **KEYS)


def test_no_keys_are_made_for_a_database_that_was_used_with_others(tmp_path) -> None:
    with database() as address:
        address = address or f"sqlite:///{tmp_path / 'elsewhere.sqlite3'}"
        site, file = Site(tmp_path, address), tmp_path / "new.env"
        site.says("setup", "--organ", "萤台县人民政府")
        assert "找不到密钥" in site.says("setup", code=1, GONGKAI_ENV_FILE=str(file), **NO_KEYS)
        assert not file.exists()


def test_keys_that_were_lost_are_not_made_anew_over_data(site) -> None:
    site.data.mkdir()
    site.says("migrate", "-v0")
    said = site.says("setup", code=1, GONGKAI_ENV_FILE="", **NO_KEYS)
    assert "找不到密钥" in said
    assert not (site.data / "office.env").exists()


def test_one_key_of_two_is_an_error(site) -> None:
    said = site.says("setup", code=1, GONGKAI_ENV_FILE="", GONGKAI_LOG_KEY="")
    assert "却没有 GONGKAI_LOG_KEY" in said


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"GONGKAI_SECRET_KEY": "short"}, "GONGKAI_SECRET_KEY，或者不足 50 个字符"),
        ({"GONGKAI_SECRET_KEY": ""}, "新装的，请先运行：gongkai-office setup"),
        ({"GONGKAI_PORT": "x"}, "GONGKAI_PORT 应当是整数"),
        ({"GONGKAI_DIGEST": "md5"}, "GONGKAI_DIGEST 只能是"),
        ({"DATABASE_URL": "postgres://gongkai:x@127.0.0.1:1/none"}, "连不上数据库：PostgreSQL，127.0.0.1:1/none"),
        ({"DATABASE_URL": "postgres://gongkai:x@no-such-host.invalid/none"}, "找不到数据库主机"),
        ({"DATABASE_URL": "mysql://a:b@c/d"}, "DATABASE_URL 写得不对：mysql"),
        ({"GONGKAI_DATA": "/proc/none"}, "不能写入文件夹 /proc/none"),
        ({"GONGKAI_ENV_FILE": "/none/office.env"}, "不能读取设置文件 /none/office.env"),
    ],
)
def test_what_is_wrong_outside_is_a_sentence(site, changed, words) -> None:
    said = site.says("serve", code=1, **changed)
    assert words in said
    assert said.startswith("错误：")


def test_a_database_that_is_not_set_up_is_not_served(site) -> None:
    site.data.mkdir()
    said = site.says("serve", f"--port={free_port()}", code=1)
    assert "数据库还没有建立或升级" in said
    assert "gongkai-office setup" in said


def test_a_port_that_is_taken_is_said_so(site) -> None:
    site.data.mkdir()
    site.says("migrate", "-v0")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = site.says("serve", f"--port={port}", code=1)
        assert f"地址 127.0.0.1:{port} 不能监听" in said
        assert "gongkai-office serve --port" in said
        assert "make demo PORT=" in site.says("demo", f"--port={port}", code=1)


def test_a_damaged_database_is_said_so(site) -> None:
    site.data.mkdir()
    (site.data / "gongkai.sqlite3").write_bytes(b"no database" * 1000)
    assert "不是数据库文件" in site.says("serve", f"--port={free_port()}", code=1)


if ON_POSTGRESQL:  # without a server there is nothing to be refused by

    def test_a_wrong_password_and_a_missing_database_are_said(tmp_path) -> None:
        address = os.environ["DATABASE_URL"]
        user = address.partition("://")[2].partition(":")[0]
        wrong = Site(tmp_path, address.replace(f"//{user}:", f"//{user}:wrong-", 1))
        said = wrong.says("setup", code=1)
        assert "数据库拒绝了用户名或口令" in said
        assert "wrong-" not in said
        missing = Site(tmp_path, address.rpartition("/")[0] + "/no_such_database")
        assert "请先建库" in missing.says("setup", code=1)


def test_an_office_is_founded_once_with_its_three_administrators(tmp_path) -> None:
    with database() as address:
        site = Site(tmp_path, address)
        said = site.says("setup", "--organ", "萤台县人民政府", "--level", "county")
        names = ("system-admin", "security-admin", "audit-admin")
        assert "\n  1. 启动：" in said
        assert "setup --organ" not in said
        passwords = [line.split("\t")[2] for line in said.splitlines() if line.strip().startswith(names)]
        assert len(set(passwords)) == 3
        assert "系统里已有机关" in site.says("setup", "--organ", "鹭汀市人民政府", code=1)


def test_setting_up_twice_changes_nothing(tmp_path) -> None:
    with database() as address:
        site = Site(tmp_path, address)
        assert "setup --organ" in site.says("setup")
        assert "数据库已就绪" in site.says("setup")
        assert (site.data / "backups").is_dir()
        assert site.says("migrate", "--check") == ""
