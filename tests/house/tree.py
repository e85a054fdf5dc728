"""The project's own files, for the tests about them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "gongkai"
LOCK = ROOT / "requirements" / "lock.txt"
MODULES = sorted(PACKAGE.rglob("*.py"))
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
SETTINGS = sorted([ROOT / "Makefile", ROOT / "pyproject.toml", ROOT / ".importlinter", ROOT / ".ci" / "run", LOCK])
WRITTEN_HERE = [
    *PAGES,
    *SETTINGS,
    *(file for name in ("src", "tests", "tools", "benchmarks") for file in sorted((ROOT / name).rglob("*.py"))),
]


def name_of(file: Path) -> str:
    """Return a file's path below the project's root, as messages show it."""
    return file.relative_to(ROOT).as_posix()


@cache
def tree_of(file: Path) -> ast.Module:
    """Return the parsed module."""
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def literals(file: Path) -> Iterator[tuple[int, str]]:
    """Yield line and source of every string in a module that is not a docstring."""
    text = file.read_text(encoding="utf-8")
    bare = {id(node.value) for node in ast.walk(tree_of(file)) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node.lineno, ast.get_source_segment(text, node) or node.value
