"""What becomes of each line of a list: the steps of a plan."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import Any, NamedTuple

from gongkai_office.organs.sheets.columns import TITLES
from gongkai_office.organs.sheets.nodes import Node
from gongkai_office.organs.sheets.table import Note


class Fate(StrEnum):
    """What becomes of a line."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    BAD = "bad"


class Change(NamedTuple):
    """One field of one line: as it is and as it would be, as a list shows them."""

    field: str
    old: str
    new: str

    @property
    def title(self) -> str:
        """The column's title."""
        return TITLES[self.field]


class Step(NamedTuple):
    """What one line does: to which organ (0 for a new one), which values, which references."""

    line: int
    name: str
    fate: Fate
    organ: int
    values: dict[str, Any]
    references: dict[str, Node | None]
    changes: tuple[Change, ...]


class Plan(NamedTuple):
    """What a file would do: its steps in the order of its lines, all problems, and remarks."""

    steps: tuple[Step, ...]
    problems: tuple[Note, ...]
    remarks: tuple[Note, ...]

    def of(self, fate: Fate) -> tuple[Step, ...]:
        """Return the steps of one fate."""
        return tuple(step for step in self.steps if step.fate is fate)

    @property
    def existing(self) -> tuple[int, ...]:
        """The numbers of lines about organs that are there already."""
        return tuple(step.line for step in self.steps if step.organ)

    @property
    def digest(self) -> str:
        """What stands for all that would be done: another one means that something changed since it was shown."""
        said = repr([(step.line, step.fate, step.organ, step.changes) for step in self.steps]) + repr(self.problems)
        return hashlib.sha256(said.encode()).hexdigest()
