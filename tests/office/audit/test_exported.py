"""Exported events that somebody else verifies, without a database."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from gongkai_office.audit.actions import export_head
from gongkai_office.audit.errors import NotAnExport
from gongkai_office.audit.exported import Header, as_lines, verify_file
from tests.office.audit.forging import as_values, rewritten, write_events

pytestmark = pytest.mark.django_db


def exported(
    path: Path, *, first: int = 1, complete: bool = True, keep: Callable[[dict[str, Any]], bool] = bool
) -> Path:
    events = [event for event in as_values() if event["number"] >= first and keep(event)]
    header = Header("2026-01-01", "2026-02-01", events[0]["number"], events[-1]["number"], len(events), complete)
    path.write_bytes(b"".join(as_lines(header, events)))
    return path


def found(path: Path, heads: Path | None = None) -> list[tuple[str, int, int]]:
    return [(one.flaw.value, one.number, one.last) for one in verify_file(path, heads).breaks]


def test_an_export_holds_by_itself(tmp_path: Path) -> None:
    write_events(6)
    assert verify_file(exported(tmp_path / "all.jsonl")).sentences == (
        "导出文件完好：共 6 条记录，第 1 号至第 6 号。",
    )
    assert verify_file(exported(tmp_path / "part.jsonl", first=3)).holds
    some = exported(tmp_path / "some.jsonl", complete=False, keep=lambda event: event["organ"] == 1)
    assert verify_file(some).holds
    assert "部分导出" in verify_file(some).sentences[1]


CHANGES: dict[str, tuple[Callable[[list[dict[str, Any]]], object], list[tuple[str, int, int]]]] = {
    "altered": (lambda lines: lines[3].update(actor=9), [("altered", 3, 0)]),
    "rewritten": (lambda lines: lines[3].update(rewritten(lines[3], actor=9)), [("unlinked", 4, 0)]),
    "removed": (lambda lines: lines.pop(3), [("missing", 3, 3)]),
    "cut off": (lambda lines: lines.pop(), [("missing", 6, 6)]),
    "the first removed": (lambda lines: lines.pop(1), [("missing", 1, 1)]),
    "swapped": (lambda lines: lines.insert(2, lines.pop(3)), [("missing", 2, 2), ("stray", 2, 0)]),
    "a field lacking": (lambda lines: lines[3].pop("actor"), [("altered", 3, 0)]),
    "no event": (lambda lines: lines[3].clear(), [("unreadable_line", 4, 0), ("missing", 3, 3)]),
    "a word for a number": (
        lambda lines: lines[3].update(number="3"),
        [("unreadable_line", 4, 0), ("missing", 3, 3)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_every_change_to_an_exported_file_is_found(name: str, tmp_path: Path) -> None:
    change, expected = CHANGES[name]
    write_events(6)
    path = exported(tmp_path / "log.jsonl")
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    change(lines)
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))
    assert found(path) == expected


def test_a_part_from_which_events_were_taken_is_found_by_its_count(tmp_path: Path) -> None:
    write_events(6)
    path = exported(tmp_path / "log.jsonl", complete=False, keep=lambda event: event["number"] != 2)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:3] + lines[4:]))
    assert found(path) == [("fewer", 4, 5)]


def test_an_exported_file_is_held_against_exported_heads(tmp_path: Path) -> None:
    write_events(3)
    heads = tmp_path / "heads.jsonl"
    export_head(heads, by=None)
    path = exported(tmp_path / "log.jsonl")
    assert verify_file(path, heads).sentences[-1] == "与导出文件中的 1 个链头一致。"
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    forged = [lines[0]]
    for line in lines[1:]:  # the perfect forgery of a file
        forged.append(rewritten(line, actor=9, previous=forged[-1].get("digest", "")))
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in forged))
    assert found(path) == []
    assert found(path, heads) == [("not_as_exported", 3, 0)]


@pytest.mark.parametrize("content", ["", "[]", "no json\n", '{"kind": "other"}\n', '{"kind": "gongkai-log-1"}\n'])
def test_what_is_no_export_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "other.jsonl"
    path.write_text(content)
    with pytest.raises(NotAnExport, match="不是日志导出"):
        verify_file(path)
    with pytest.raises(CommandError):
        call_command("verify_log", export=path)
    with pytest.raises(NotAnExport, match="读不出文件"):
        verify_file(tmp_path / "none.jsonl")


def test_the_command_verifies_a_file_where_there_is_no_database(tmp_path: Path) -> None:
    write_events(3)
    path = exported(tmp_path / "log.jsonl")
    environment = {**os.environ, "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"}
    command = [sys.executable, "-m", "gongkai_office.config.command", "verify_log", "--export", str(path)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (0, "导出文件完好：共 3 条记录，第 1 号至第 3 号。\n"), ran.stderr
    path.write_text(path.read_text().replace("萤泽1", "萤泽9"))
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "第 2 号记录的内容与它的摘要不符" in ran.stdout


def test_the_reference_pages_own_lines_verify_an_exported_event(tmp_path: Path) -> None:
    write_events(2)
    page = Path(__file__).parents[3] / "docs" / "reference" / "log.md"
    program = page.read_text(encoding="utf-8").partition("```python\n")[2].partition("```")[0]
    for line in exported(tmp_path / "log.jsonl").read_text(encoding="utf-8").splitlines()[1:]:
        exec(program, {"line": line})  # the page is ours
        with pytest.raises(AssertionError):
            exec(program, {"line": line.replace("萤泽", "鹭汀")})  # as above
