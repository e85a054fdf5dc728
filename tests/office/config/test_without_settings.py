"""What the command does where nothing is set up: explain itself, and verify somebody else's log."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gongkai import __version__
from gongkai_office.audit.exported import Header, as_lines
from gongkai_office.config.command import OWN
from tests.office.audit.forging import as_values, write_events
from tests.office.site import COMMAND

pytestmark = pytest.mark.only_on("sqlite")  # no database is asked
HOUSE = Path(__file__).resolve().parents[3] / "src" / "gongkai_office"
COMMANDS = sorted({file.stem for file in HOUSE.glob("*/management/commands/[a-z]*.py")} | set(OWN))
ENGLISH = ("usage", "options", "positional", "show", "--settings", "--traceback", "--verbosity", "--skip")


ALL_HELP = """
import os, sys
from gongkai_office.config.command import SETTINGS, run
os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
for name in sys.argv[1:]:
    try:
        run([name, "--help"])
    except SystemExit:
        print(end="\\f")
"""


def ran(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the command where nobody set anything."""
    return started([*COMMAND, *arguments], cwd)


def started(command: list[str], cwd: Path) -> subprocess.CompletedProcess[str]:
    bare = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GONGKAI_", "DJANGO_")) and name != "DATABASE_URL"
    }
    return subprocess.run(command, env=bare, cwd=cwd, capture_output=True, text=True, check=False)


def test_every_command_explains_itself_in_chinese(tmp_path) -> None:
    done = started([sys.executable, "-c", ALL_HELP, *COMMANDS], tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    pages = dict(zip(COMMANDS, done.stdout.split("\f")[:-1], strict=True))
    assert [name for name, page in pages.items() if not page.startswith(f"用法：gongkai-office {name} ")] == []
    assert [(name, word) for name, page in pages.items() for word in ENGLISH if word in page] == []
    assert list(tmp_path.iterdir()) == []


def test_help_of_a_command_is_its_help(tmp_path) -> None:
    assert ran("help", "restore", cwd=tmp_path).stdout == ran("restore", "-h", cwd=tmp_path).stdout


def test_the_version_is_told_as_the_other_command_tells_it(tmp_path) -> None:
    assert ran("--version", cwd=tmp_path).stdout == f"gongkai-office {__version__}\n"


def test_whoever_forgot_to_set_up_is_told_to(tmp_path) -> None:
    for arguments in (("serve",), ("backup",), ("restore", "x"), ("verify_log",)):
        done = ran(*arguments, cwd=tmp_path)
        assert done.returncode == 1
        assert "请先运行：gongkai-office setup" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("setup", "--level", "x"), "错误：--level 不能是 x，只能是"),
        (("serve", "--port", "x"), "错误：--port 不能是 x"),
        (("key", "--nix"), "错误：没有这样的选项或参数：--nix"),
    ],
)
def test_wrong_use_is_a_sentence(arguments, says, tmp_path) -> None:
    done = ran(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert says in done.stderr


@pytest.mark.django_db
@pytest.mark.parametrize("form", [["--export"], ["--export="]])
def test_an_exported_log_is_verified_by_whoever_received_it(form, tmp_path) -> None:
    write_events(3)
    events = as_values()
    place = tmp_path / "日志.jsonl"
    place.write_bytes(b"".join(as_lines(Header("2026-01-01", "2026-02-01", 1, 3, 3, complete=True), events)))
    said = [f"--export={place}"] if form == ["--export="] else ["--export", str(place)]
    done = ran("verify_log", *said, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "导出文件完好：共 3 条记录，第 1 号至第 3 号。\n"), done.stderr
    place.write_text(place.read_text(encoding="utf-8").replace("萤泽1", "萤泽9"), encoding="utf-8")
    assert ran("verify_log", *said, cwd=tmp_path).returncode == 1
    assert "错误：" in ran("verify_log", f"--export={tmp_path / 'none'}", cwd=tmp_path).stderr
