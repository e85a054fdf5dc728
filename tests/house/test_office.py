"""Rules about the site's code (../shared/STYLE.md, DESIGN.md, section 5)."""

from __future__ import annotations

import ast
import re

from tests.house.tree import ROOT, literals, name_of, tree_of

SITE = ROOT / "src" / "gongkai_office"
MODULES = sorted(file for file in SITE.rglob("*.py") if "migrations" not in file.parts)
NOT_SUBJECTS = {"utils", "helpers", "common", "misc", "manager", "base"}
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
# Where Chinese words may stand besides templates: words of a room, labels of its forms.
WITH_CHINESE = re.compile(r"\A(words|forms)(_|\Z)|_(words|forms)\Z")
SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)
WRITING = {"create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "add_child", "add_root"}


def test_every_module_is_named_by_its_subject() -> None:
    assert [name_of(file) for file in MODULES if file.stem.strip("_") in NOT_SUBJECTS] == []


def test_chinese_words_stand_only_where_they_belong() -> None:
    found = [
        f"{name_of(file)}:{line} {text}"
        for file in MODULES
        if not any(WITH_CHINESE.search(part) for part in file.relative_to(SITE).with_suffix("").parts)
        for line, text in literals(file)
        if HAN.search(text)
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


def test_views_and_queries_write_nothing() -> None:
    found = []
    for file in MODULES:
        if {"views", "queries", "forms"} & set(file.relative_to(SITE).with_suffix("").parts):
            for node in ast.walk(tree_of(file)):
                called = getattr(node, "func", None) if isinstance(node, ast.Call) else None
                if isinstance(called, ast.Attribute) and called.attr in {*WRITING, "save", "delete"}:
                    found.append(f"{name_of(file)}:{node.lineno} {ast.unparse(called)}")
    assert found == []
