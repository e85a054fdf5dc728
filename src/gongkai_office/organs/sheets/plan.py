"""What reading a list would do: which lines are bad, and what the others would add, change or leave as it is."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from gongkai_office.organs import words_sheets as words
from gongkai_office.organs.errors import Unclear, Unfit
from gongkai_office.organs.models import Organ
from gongkai_office.organs.proposals import suggested
from gongkai_office.organs.queries import PATH_SIGN
from gongkai_office.organs.sheets.afterwards import Limits, problems_afterwards
from gongkai_office.organs.sheets.columns import CHOICES, DAYS, PLAIN, REFERENCES, TITLES, shown, value_of
from gongkai_office.organs.sheets.nodes import Node, Nodes, Reach
from gongkai_office.organs.sheets.steps import Change, Fate, Plan, Step
from gongkai_office.organs.sheets.table import Line, Note, Table

_SHOWN = 4


def plan_of(
    table: Table,
    organs: Iterable[Organ],
    *,
    at_top: bool,
    day: dt.date,
    skipped: Collection[int] | None = (),
    closed: Collection[int] = (),
) -> Plan:
    """Return what a list would do to the organs that somebody may change.

    `at_top`: new organs may stand at the top. `skipped` are lines that are left out; None leaves out all about
    organs that are there already. `closed` are the keys of organs below which they may change nothing. `day` is
    today.
    """
    return _Planning(table, Reach(organs), Limits(at_top=at_top, day=day, closed=closed)).plan(skipped)


class _Planning:
    """The work on one file: problems are gathered, never raised, so that all of them are told at once."""

    def __init__(self, table: Table, reach: Reach, limits: Limits) -> None:
        self.problems: list[Note] = list(table.problems)
        self.remarks: list[Note] = list(table.remarks)
        self.reach, self.limits = reach, limits
        self.values: dict[int, dict[str, Any]] = {}
        self.lines = {line.number: self._read(line) for line in table.lines}
        self.nodes = Nodes(self.lines.values(), reach)

    def plan(self, skipped: Collection[int] | None) -> Plan:
        """Return the plan."""
        steps = [step for number in self.lines if (step := self._step(number, skipped))]
        steps = [step for step in steps if step.line not in {note.line for note in self.problems}]
        self.problems += problems_afterwards(steps, self.nodes, self.limits)
        bad = {note.line for note in self.problems}
        fine = tuple(step if step.line not in bad else step._replace(fate=Fate.BAD) for step in steps)
        problems = tuple(sorted(dict.fromkeys(self.problems)))
        return Plan(fine, problems, tuple(sorted(self.remarks)))

    def _read(self, line: Line) -> Line:
        """Read what stands in a line's cells, and return it with its name and days as data holds them."""
        values: dict[str, Any] = {}
        for field, text in line.cells.items():
            if field in REFERENCES:
                continue
            if text == words.CLEAR and field != "name":
                if field in CHOICES:
                    self._bad(line.number, field, words.CANNOT_CLEAR.format(title=TITLES[field]))
                values[field] = None if field in DAYS else ""
                continue
            try:
                values[field] = value_of(field, text)
            except Unfit as error:
                self._bad(line.number, field, str(error))
        if not line.cells.get("name"):
            self._bad(line.number, "name", words.NO_NAME)
        self.values[line.number] = values
        read = {field: str(values.get(field) or "") for field in ("name", *DAYS) if field in line.cells}
        meant = {
            field: unicodedata.normalize("NFC", line.cells[field]) for field in REFERENCES if field in line.cells
        }
        return Line(line.number, {key: text for key, text in {**line.cells, **read, **meant}.items() if text})

    def _step(self, number: int, skipped: Collection[int] | None) -> Step | None:
        if "name" not in self.lines[number].cells:
            return None
        try:
            node = self.nodes.of_line(number)
        except Unclear as error:
            self._bad(number, "under", str(error))
            list(self._references(number))
            return None
        name = self.lines[number].cells["name"]
        left_out = bool(node.organ) if skipped is None else number in skipped
        if left_out:
            return Step(number, name, Fate.SKIPPED, node.organ, {}, {}, ())
        references = dict(self._references(number))
        if node.organ:
            return self._change(number, name, self.reach.by_key[node.organ], references)
        return self._addition(number, name, references)

    def _references(self, number: int) -> Iterator[tuple[str, Node | None]]:
        for field in REFERENCES:
            text = self.lines[number].cells.get(field, "")
            if text == words.CLEAR and field != "under":
                yield field, None
            elif text:
                try:
                    node = self.nodes.above(number) if field == "under" else self.nodes.meant(text, number)
                    yield field, node
                except Unclear as error:
                    self._bad(number, field, str(error))

    def _addition(self, number: int, name: str, references: dict[str, Node | None]) -> Step:
        values = {field: value for field, value in self.values[number].items() if value}
        self._remark_namesakes(number, name)
        cells = self.lines[number].cells
        self._suggest(number, name, values, [field for field in CHOICES if field not in cells])
        said = [Change(field, "", shown(field, values[field])) for field in PLAIN if field in values]
        said += [Change(field, "", self._told(node)) for field, node in references.items() if node]
        return Step(number, name, Fate.NEW, 0, values, references, tuple(said))

    def _remark_namesakes(self, number: int, name: str) -> None:
        """Remark living organs of a new one's name elsewhere: it may be one of them, which was to be moved."""
        living = [one for one in self.reach.by_name.get(name, ()) if one.abolished_on is None]
        if not living or "abolished_on" in self.lines[number].cells:
            return
        above = [self.reach.parent_of(one) for one in living[:_SHOWN]]
        under = words.AND.join(PATH_SIGN.join(self.reach.chain_of(one)) if one else words.AT_TOP for one in above)
        self.remarks.append(
            Note(number, TITLES["name"], words.NAMESAKES.format(name=name, under=under, count=len(living)))
        )

    def _suggest(self, number: int, name: str, values: dict[str, Any], missing: list[str]) -> None:
        """Fill in what a name suggests, with a remark; where it does not, the line is bad."""
        if not missing:
            return
        found = suggested(name)
        for field in missing:
            if value := getattr(found, field):
                values[field] = value
                self.remarks.append(Note(number, TITLES[field], words.SUGGESTED.format(what=shown(field, value))))
            else:
                self._bad(number, field, words.NEEDS.format(title=TITLES[field]))

    def _change(self, number: int, name: str, organ: Organ, references: dict[str, Node | None]) -> Step:
        if name != organ.name:
            self._bad(number, "name", words.NAME_DIFFERS.format(name=organ.name))
        values = {
            field: value
            for field, value in self.values[number].items()
            if shown(field, value) != shown(field, getattr(organ, field)).strip()
        }
        if values.pop("abolished_on", organ.abolished_on) != organ.abolished_on:
            self._bad(number, "abolished_on", words.ABOLITION_DIFFERS)
        changed = {field: node for field, node in references.items() if node != self._now(organ, field)}
        if "under" in changed and not self.limits.at_top and self.reach.parent_of(organ) is None:
            self._bad(number, "under", words.NOT_OUT_OF)
        said = [
            Change(field, shown(field, getattr(organ, field)), shown(field, new)) for field, new in values.items()
        ]
        said += [
            Change(field, self._told(self._now(organ, field)), self._told(node)) for field, node in changed.items()
        ]
        fate = Fate.CHANGED if said else Fate.UNCHANGED
        return Step(number, name, fate, organ.pk, values, changed, tuple(said))

    def _now(self, organ: Organ, field: str) -> Node | None:
        if field == "under":
            above = self.reach.parent_of(organ)
            return Node(organ=above.pk) if above else None
        key = getattr(organ, f"{field}_id")
        return Node(organ=key) if key else None

    def _told(self, node: Node | None) -> str:
        if node is None:
            return ""
        if node.organ and node.organ in self.reach.by_key:
            return PATH_SIGN.join(self.reach.chain_of(self.reach.by_key[node.organ]))
        return self.nodes.name_of(node) if node.line else ""

    def _bad(self, number: int, field: str, reason: str) -> None:
        self.problems.append(Note(number, TITLES[field], reason))
