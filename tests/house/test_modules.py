"""Rules about how a module looks (../shared/STYLE.md, Feel, Names, Docstrings, Errors)."""

from __future__ import annotations

import ast
import re

from gongkai import errors
from tests.house.tree import MODULES, PACKAGE, WRITTEN_HERE, literals, name_of, tree_of

NOT_SUBJECTS = {"utils", "helpers", "common", "misc", "manager", "base"}
LONGEST = 500
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
# Where Chinese words may stand: official terms, label tables of the readers, made-up reports, letters, messages.
ROOMS_WITH_CHINESE = {"checks", "letters", "samples", "terms"}
MODULES_WITH_CHINESE = {
    "readers": {"labels", "patterns", "reasons", "words"},
    "cli": {"consolidation_messages", "draft_messages", "law_messages", "messages"},
    "claims": {"patterns", "words"},
    "drafts": {"words"},
    "law": {"convention_words", "words"},
    "layout": {"words"},
    "places": {"words"},
    "report": {"words"},
    "writers": {"words"},
}
SUPPRESSION = re.compile(r"#\s*(type:\s*ignore|noqa)(?P<code>[\[:]\s*\w[\w\-,]*\]?)?(?P<reason>\s+#?\s*\S+)?")


def test_every_module_is_named_by_its_subject() -> None:
    names = [*MODULES, *(path for path in PACKAGE.rglob("*") if path.is_dir())]
    assert [name_of(path) for path in names if path.stem.strip("_") in NOT_SUBJECTS] == []


def test_no_module_is_longer_than_five_hundred_lines() -> None:
    lengths = {name_of(file): len(file.read_text(encoding="utf-8").splitlines()) for file in WRITTEN_HERE}
    assert {name: n for name, n in lengths.items() if n > LONGEST and name.endswith(".py")} == {}


def test_chinese_words_stand_only_where_they_belong() -> None:
    found: set[str] = set()
    for file in MODULES:
        room, *inner = file.relative_to(PACKAGE).with_suffix("").parts
        if room in ROOMS_WITH_CHINESE or set(inner) & MODULES_WITH_CHINESE.get(room, set()):
            continue
        found |= {f"{name_of(file)}:{line} {text}" for line, text in literals(file) if HAN.search(text)}
    assert sorted(found) == []


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


def test_the_tree_of_errors_in_its_docstring_is_the_tree_of_errors() -> None:
    printed = re.findall(r"^[│├└─ ]*([A-Z]\w+)", errors.__doc__ or "", re.MULTILINE)
    classes = [name for name, thing in vars(errors).items() if isinstance(thing, type)]
    assert [name for name in printed if name in classes] == classes


def test_every_error_of_the_library_has_its_place_in_the_tree() -> None:
    raised = [
        f"{name_of(file)}:{node.lineno} {node.name}"
        for file in MODULES
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.ClassDef) and file != PACKAGE / "errors.py"
        for parent in node.bases
        if ast.unparse(parent).endswith(("Error", "Exception")) and not ast.unparse(parent).startswith("click.")
    ]
    assert raised == []


def test_every_suppressed_warning_names_its_code_and_its_reason() -> None:
    bare = []
    for file in WRITTEN_HERE:
        if file.suffix == ".py" and file.name != "test_modules.py":
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                match = SUPPRESSION.search(line)
                if match and not (match["code"] and match["reason"]):
                    bare.append(f"{name_of(file)}:{number} {line.strip()}")
    assert bare == []
