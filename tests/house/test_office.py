"""Rules about the site's code (../shared/STYLE.md, DESIGN.md, section 5)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import ROOT, literals, name_of, tree_of

SITE = ROOT / "src" / "gongkai_office"
MODULES = sorted(file for file in SITE.rglob("*.py") if "migrations" not in file.parts)
NOT_SUBJECTS = {"utils", "helpers", "common", "misc", "manager", "base"}
# Words and their punctuation.
CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\u3001-\u301f\uff00-\uff5e\u201c\u201d]")
# Knows the signs that markings in files are written with, in patterns.
OF_SIGNS = SITE / "files" / "markings.py"
# Where Chinese words may stand besides templates: words of a room, labels of its forms.
WITH_CHINESE = re.compile(r"\A(words|forms)(_|\Z)|_(words|forms)\Z")
SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)
WRITING = {
    "add_child", "add_root", "bulk_create", "bulk_update", "create", "delete", "get_or_create", "record", "save",
    "update", "update_or_create",
}  # fmt: skip
NO_ROWS = re.compile(r"book\.save|os\.environ\.update|.*\.attrs\.update")
# What writes besides `actions`: what runs by itself, where no person decides anything (decision 0013).
WRITERS = {
    "accounts/lockout.py",
    "audit/record.py",
    "config/backups/making.py",
    "config/backups/moving.py",
    "files/storage.py",
    "jobs/background.py",
    "jobs/holding.py",
    "jobs/planning.py",
    "jobs/worker.py",
    "notices/delivering.py",
}


def of(file: Path) -> tuple[str, ...]:
    """Return the names of the rooms that a module is in, and its own."""
    return file.relative_to(SITE).with_suffix("").parts


def test_every_module_is_named_by_its_subject() -> None:
    assert [name_of(file) for file in MODULES if file.stem.strip("_") in NOT_SUBJECTS] == []


def test_chinese_words_stand_only_where_they_belong() -> None:
    found = [
        f"{name_of(file)}:{line} {text}"
        for file in MODULES
        if not any(WITH_CHINESE.search(part) for part in of(file)) and file != OF_SIGNS
        for line, text in literals(file)
        if CHINESE.search(text)
    ]
    assert found == []


def test_every_public_thing_says_what_it_is_in_a_sentence() -> None:
    silent = []
    for file in MODULES:
        for node in (tree_of(file), *tree_of(file).body):
            name = getattr(node, "name", "")
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and not name.startswith("_"):
                first = (ast.get_docstring(node) or "").partition("\n")[0]
                if not first.endswith((".", ".)")):
                    silent.append(f"{name_of(file)}:{getattr(node, 'lineno', 1)} {name}: {first!r}")
    assert silent == []


def test_pages_hold_no_script_and_no_style_of_their_own() -> None:
    found = [
        f"{name_of(page)}:{number} {line.strip()}"
        for page in sorted(SITE.rglob("*.html"))
        for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1)
        if SCRIPT.search(line)
    ]
    assert found == []


def writes(file: Path) -> Iterator[str]:
    """Yield each call of a module that writes rows or events; a dictionary's update takes no fields by name."""
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Call) and (called := ast.unparse(node.func)) and not NO_ROWS.fullmatch(called):
            verb = called.rpartition(".")[2]
            if verb in WRITING and (verb != "update" or (node.keywords and not node.args)):
                yield f"{name_of(file)}:{node.lineno} {called}"


def test_only_actions_and_what_runs_by_itself_write() -> None:
    others = [file for file in MODULES if file.relative_to(SITE).as_posix() not in WRITERS]
    quiet = [file for file in others if not any(part.endswith("actions") for part in of(file))]
    assert [said for file in quiet for said in writes(file)] == []
    assert [name for name in sorted(WRITERS) if not any(writes(SITE / name))] == []


def test_every_exception_stands_in_its_rooms_module_of_errors() -> None:
    own = {
        node.name
        for file in MODULES
        if file.stem.endswith("errors")
        for node in tree_of(file).body
        if isinstance(node, ast.ClassDef)
    }
    found = [
        f"{name_of(file)}:{node.lineno} {node.name}"
        for file in MODULES
        if not file.stem.endswith("errors")
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.ClassDef)
        for parent in map(ast.unparse, node.bases)
        if parent.endswith(("Error", "Exception")) or parent.rpartition(".")[2] in own
    ]
    assert found == []
