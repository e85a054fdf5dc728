"""The command `check`: in Chinese, and with nothing in it that nobody can mend."""

from __future__ import annotations

import pytest

from tests.office.site import Site, database


@pytest.fixture
def site(tmp_path):
    """An installation that was set up and is not running."""
    with database() as address:
        made = Site(tmp_path, address)
        made.says("setup")
        yield made


def test_settings_and_program_are_whole(site) -> None:
    assert site.says("check") == "检查完成，没有发现问题。\n"


def test_what_is_wrong_with_the_settings_is_told(site) -> None:
    said = site.says("check", code=1, GONGKAI_SECOND_FACTOR_ROLES="nobody")
    assert "错误  GONGKAI_SECOND_FACTOR_ROLES 中的角色“nobody”不存在" in said
    assert "须改正的 1 项" in said
    assert "不存在" in site.says("export_log_head", code=1, GONGKAI_SECOND_FACTOR_ROLES="nobody")


def test_the_installation_is_looked_at_before_it_serves(site) -> None:
    said = site.says("check", "--deploy", code=1)
    assert "security." not in said
    assert "正常  数据库：" in said
    assert "错误  后台任务进程：没有在运行的" in said
    assert "注意  加密访问：没有要求 HTTPS" in said
    assert "注意  备份：" in said
    assert "与数据在同一块磁盘上" in said


def test_a_key_that_is_easily_guessed_is_told_in_chinese(site) -> None:
    assert "GONGKAI_SECRET_KEY 太容易猜到" in site.says("check", "--deploy", code=1, GONGKAI_SECRET_KEY="ab" * 30)


def test_a_folder_of_backups_that_is_not_there_is_an_error(site) -> None:
    said = site.says("check", "--deploy", code=1, GONGKAI_BACKUPS=str(site.folder / "none"))
    assert f"错误  备份：没有文件夹 {site.folder / 'none'}" in said


def test_a_database_that_is_not_there_yet_is_a_sentence(tmp_path) -> None:
    with database() as address:
        site = Site(tmp_path, address)
        site.data.mkdir()
        assert "数据库还没有建立" in site.says("check", "--deploy", code=1)
