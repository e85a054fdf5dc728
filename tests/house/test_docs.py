"""The docs tell what the program does, all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest

from gongkai.cli.main import commands as main
from gongkai.report import Method, State
from gongkai.report.long_table import COLUMNS
from gongkai_office.config.command import OWN
from gongkai_office.config.variables import VARIABLES
from tests.house.tree import PAGES, ROOT, name_of
from tools.docs import GENERATED

REFERENCE = ROOT / "docs" / "reference"
IN_ENGLISH = {"ARCHITECTURE.md", "CHANGELOG.md", "README.md", "measure.md"}  # where Chinese pages are described


def commands(command: click.Command, name: str = "gongkai") -> Iterator[tuple[str, click.Command]]:
    """Yield every command that a person can type, with its whole name."""
    if isinstance(command, click.Group):
        for word, inner in command.commands.items():
            yield from commands(inner, f"{name} {word}")
    else:
        yield name, command


def test_every_command_and_option_is_documented() -> None:
    page = (REFERENCE / "commands.md").read_text(encoding="utf-8")
    asked = []
    for name, command in commands(main):
        options = [word for param in command.params if isinstance(param, click.Option) for word in param.opts]
        asked += [f"## {name}\n", *(f"`{word}" for word in options if word.startswith("--"))]
    assert [words for words in asked if words not in page] == []


def test_every_command_of_the_site_is_documented() -> None:
    page = (REFERENCE / "office-commands.md").read_text(encoding="utf-8")
    own = {file.stem for file in (ROOT / "src/gongkai_office").glob("*/management/commands/[a-z]*.py")}
    assert [name for name in sorted({*own, *OWN}) if f"| `{name}` |" not in page] == []


def test_every_column_of_the_csv_is_documented() -> None:
    page = (REFERENCE / "commands.md").read_text(encoding="utf-8")
    assert [column for column in COLUMNS if f"`{column}`" not in page] == []


def test_every_state_and_method_is_explained() -> None:
    page = (REFERENCE / "states-and-marks.md").read_text(encoding="utf-8")
    assert [word for word in (*State, *Method) if f"| `{word}` |" not in page] == []


@pytest.mark.parametrize("file", GENERATED, ids=lambda file: file.name)
def test_the_generated_page_is_up_to_date(file) -> None:
    assert file.read_text(encoding="utf-8") == GENERATED[file](), "run: make docs"


def test_every_link_between_pages_leads_somewhere() -> None:
    broken = []
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
            if "://" not in target and not (page.parent / target).exists():
                broken.append(f"{name_of(page)}: {target}")
    assert broken == []


def test_every_decision_is_numbered_and_told_in_three_parts() -> None:
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [file.name[:4] for file in decisions] == [f"{n:04}" for n in range(1, len(decisions) + 1)]
    parts = ["## Context", "## Decision", "## Consequences"]
    told = {file.name: re.findall(r"^## .*$", file.read_text(encoding="utf-8"), re.MULTILINE) for file in decisions}
    assert {name: found for name, found in told.items() if found != parts} == {}


@pytest.mark.parametrize("package", ["gongkai", "gongkai_office"])
def test_every_room_is_on_the_map(package: str) -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    part = re.split(r"^\S", page.partition(f"\nsrc/{package}/\n")[2], maxsplit=1, flags=re.MULTILINE)[0]
    rooms = sorted(path.name for path in (ROOT / "src" / package).iterdir() if (path / "__init__.py").exists())
    assert [room for room in rooms if not re.search(rf"(^|\s)\s{room}/ ", part, re.MULTILINE)] == []


def test_every_link_calls_a_page_by_its_title_or_by_a_heading() -> None:
    strange = []
    for page in PAGES:
        if page.parent.name != "decisions" and page.name not in IN_ENGLISH:
            for text, target in re.findall(r"\[([^]`]+)\]\(([^):#\s]+\.md)\)", page.read_text(encoding="utf-8")):
                told = (page.parent / target).read_text(encoding="utf-8")
                title, *headings = re.findall(r"^##? (?:怎样)?(.*)", told, re.MULTILINE)
                named = any(text.removeprefix("怎样") in heading for heading in (title, *headings)) or title in text
                if not (named or "decisions" in target or target == "README.md"):
                    strange.append(f"{name_of(page)}: {text} → {title}")
    assert strange == []


def test_the_proxy_lets_the_largest_upload_through() -> None:
    guide = (ROOT / "docs" / "how-to" / "run-in-production.md").read_text(encoding="utf-8")
    (allowed,) = re.findall(r"client_max_body_size (\d+)m;", guide)
    largest = int(VARIABLES["UPLOAD_SCAN_MB"].default)
    assert largest < int(allowed) < largest * 1.2
