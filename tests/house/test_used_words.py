"""Every word in a module of words is used: by its own module, by one that imports it, or by a template."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.house.tree import ROOT, name_of, tree_of

SOURCE = ROOT / "src"
FILES = [*sorted(SOURCE.rglob("*.py")), *sorted((ROOT / "tools").glob("*.py"))]
OF_WORDS = re.compile(r"(\A|_)(words|messages)(_|\Z)")
GATHERED = {"FIELDS", "SUBJECTS", "VERBS"}  # administration.log.naming finds them by themselves
TEMPLATES = "\n".join(page.read_text(encoding="utf-8") for page in sorted(SOURCE.rglob("*.html")))


@cache
def names_in(file: Path) -> Counter[str]:
    """Return every name that a module speaks of, and how often."""
    return Counter(
        name
        for node in ast.walk(tree_of(file))
        for name in (getattr(node, "id", None), getattr(node, "attr", None), getattr(node, "name", None))
        if isinstance(name, str)
    )


@cache
def imported_by(file: Path) -> frozenset[str]:
    """Return the modules that a module imports, by whole name; among them things that are none."""
    found = {
        name for node in ast.walk(tree_of(file)) if isinstance(node, ast.Import) for name in map(_name, node.names)
    }
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{_name(one)}" for one in node.names)}
    return frozenset(found)


def _name(alias: ast.alias) -> str:
    return alias.name


def words_of(file: Path) -> Iterator[str]:
    """Yield what a module of words defines for others."""
    for node in tree_of(file).body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                yield from (one.id for one in ast.walk(target) if isinstance(one, ast.Name))
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name


def test_every_word_in_a_module_of_words_is_used() -> None:
    unused = []
    for file in FILES:
        parts = file.relative_to(ROOT).with_suffix("").parts
        if any(OF_WORDS.search(part) for part in parts):
            whole = ".".join(parts[1:]).removesuffix(".__init__")
            users = [one for one in FILES if one != file and whole in imported_by(one)]
            for word in words_of(file):
                told = names_in(file)[word] > 1 or any(names_in(one)[word] for one in users)
                if word not in GATHERED and not told and not re.search(rf"\bwords\.{word}\b", TEMPLATES):
                    unused.append(f"{name_of(file)}: {word}")
    assert unused == []
