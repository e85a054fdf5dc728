"""The installed `gongkai` script as a shell runs it: codes, pipes, processes, and half-written files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terms import printed

SCRIPT = Path(sys.executable).with_name("gongkai")
CLEAN = printed.page().encode()
MARKED = printed.page(shown={printed.LICENCES: "12 3"}).encode()
LIMIT = 60


def gongkai(*args: str, folder: Path, stdin: bytes | None = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([SCRIPT, *args], cwd=folder, input=stdin, capture_output=True, timeout=LIMIT, check=False)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "a.html").write_bytes(CLEAN)
    (tmp_path / "b.html").write_bytes(MARKED)
    (tmp_path / "c.txt").write_bytes(b"%PDF-1.7")
    return tmp_path


@pytest.mark.parametrize(
    ("args", "code"),
    [(["a.html"], 0), (["b.html"], 1), (["d.html"], 2), (["a.html", "c.txt"], 3)],
)
def test_a_shell_sees_how_it_went(files: Path, args: list[str], code: int) -> None:
    found = gongkai("read", *args, folder=files)
    assert found.returncode == code
    assert b"Traceback" not in found.stderr


def test_standard_input_may_be_a_pipe(files: Path) -> None:
    found = gongkai("read", "-", "--format", "json", folder=files, stdin=CLEAN)
    assert found.returncode == 0
    assert json.loads(found.stdout)["organ"] == printed.ORGAN


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_reports_come_in_the_order_given_whatever_the_jobs(files: Path, jobs: str) -> None:
    big = printed.page().replace("本局", "本局" * 20_000).encode()
    (files / "big.html").write_bytes(big)
    names = ["big.html", "b.html", "c.txt", "a.html"]
    found = gongkai("read", *names, "--jobs", jobs, "--format", "json", folder=files)
    assert found.returncode == 3
    assert [json.loads(line)["source"] for line in found.stdout.splitlines()] == ["big.html", "b.html", "a.html"]
    assert found.stderr.decode().startswith("c.txt：")


def test_standard_input_is_read_beside_other_files_by_many_processes(files: Path) -> None:
    found = gongkai("read", "-", "a.html", "--jobs", "2", "--format", "json", folder=files, stdin=CLEAN)
    assert found.returncode == 0
    assert [json.loads(line)["source"] for line in found.stdout.splitlines()] == ["标准输入", "a.html"]


@pytest.mark.parametrize("form", [["--format", "csv"], ["--full"]], ids=["csv", "table"])
def test_a_reader_that_has_seen_enough_is_no_error(files: Path, form: list[str]) -> None:
    names = []
    for number in range(30):
        names.append(f"{number}.html")
        (files / names[-1]).write_bytes(CLEAN)
    process = subprocess.Popen(
        [SCRIPT, "read", *names, *form, "--jobs", "1"],
        cwd=files,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline()
    process.stdout.close()
    complaint = process.stderr.read()
    process.stderr.close()
    assert (process.wait(LIMIT), complaint) == (0, b"")
