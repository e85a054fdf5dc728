"""The lock names all that pyproject.toml asks for, with hashes and without addresses."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.tree import LOCK, ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINS = re.findall(r"^([\w.-]+)==([\w.+!]+)((?:.*\\\n)+.*)", LOCK.read_text(encoding="utf-8"), re.MULTILINE)


def asked_for() -> Iterator[Requirement]:
    """Yield every requirement that pyproject.toml states itself."""
    optional = PROJECT["project"].get("optional-dependencies", {})
    lists = [PROJECT["build-system"]["requires"], PROJECT["project"]["dependencies"]]
    for requirements in [*lists, *optional.values(), *PROJECT["dependency-groups"].values()]:
        yield from map(Requirement, requirements)


def test_the_lock_satisfies_every_requirement_so_that_make_lock_is_not_due() -> None:
    pinned: dict[str, list[str]] = {}
    for name, version, _ in PINS:
        pinned.setdefault(canonicalize_name(name), []).append(version)
    unmet = [
        str(wanted)
        for wanted in asked_for()
        if not any(wanted.specifier.contains(version) for version in pinned.get(canonicalize_name(wanted.name), ()))
    ]
    assert unmet == [], "run: make lock"


def test_every_pin_has_a_hash() -> None:
    assert len(PINS) > len(list(asked_for())) / 2
    assert [name for name, _, rest in PINS if "--hash=sha256:" not in rest] == []


def test_the_lock_holds_pins_and_hashes_and_nothing_else() -> None:
    line = re.compile(r"[\w.-]+==[\w.+!]+( ; [\w .*<>='!()]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    text = LOCK.read_text(encoding="utf-8")
    assert [found for found in text.splitlines() if not line.fullmatch(found)] == []


def test_no_extra_is_empty_and_every_dependency_has_its_reason() -> None:
    assert all(PROJECT["project"].get("optional-dependencies", {"none": ["yet"]}).values())
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lines = {
        name: line
        for name in PROJECT["project"]["dependencies"]
        for line in text.splitlines()
        if f'"{name}"' in line
    }
    assert [name for name, line in lines.items() if "# " not in line] == []
