"""Whom a cell means: organs that are there, and lines of the same file that will become organs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import NamedTuple

from gongkai.law.identifiers.credit_codes import is_credit_code
from gongkai_office.organs import words_sheets as words
from gongkai_office.organs.checks import DEEPEST
from gongkai_office.organs.errors import Circle, Unclear
from gongkai_office.organs.models import Organ
from gongkai_office.organs.queries import FULL_WIDTH, PATH_SIGN
from gongkai_office.organs.sheets.table import Line

_SHOWN = 4
# A name alone that so many lines bear says nothing.
_MANY = 50
# How often the lines of a file may be asked for in vain: files made to harm could ask without end.
_EFFORT, _LEAST_EFFORT = 20, 1_000
LINE = re.compile(words.LINE_REFERENCE_FORM)


class Node(NamedTuple):
    """An organ by its key, or a line that is a new one by its number; the other is 0."""

    organ: int = 0
    line: int = 0


class Reach:
    """The organs that somebody may change, in memory, and how they hang together."""

    def __init__(self, organs: Iterable[Organ]) -> None:
        self.by_key: dict[int, Organ] = {one.pk: one for one in organs}
        self._chains: dict[int, tuple[str, ...]] = {}
        self._by_path: dict[str, Organ] = {one.path: one for one in self.by_key.values()}
        self.by_name: dict[str, list[Organ]] = defaultdict(list)
        self.by_code: dict[str, list[Organ]] = defaultdict(list)
        self.below: dict[int | None, list[Organ]] = defaultdict(list)
        for one in self.by_key.values():
            above = self.parent_of(one)
            self.by_name[one.name].append(one)
            self.below[above.pk if above else None].append(one)
            if one.credit_code:
                self.by_code[one.credit_code].append(one)

    def parent_of(self, organ: Organ) -> Organ | None:
        """Return the organ above, None at the top of what is reached."""
        return self._by_path.get(organ.path[: -Organ.steplen])

    def chain_of(self, organ: Organ) -> tuple[str, ...]:
        """Return the names from the top of what is reached down to an organ."""
        if organ.pk not in self._chains:
            above = self.parent_of(organ)
            self._chains[organ.pk] = (*(self.chain_of(above) if above else ()), organ.name)
        return self._chains[organ.pk]


class Nodes:
    """Resolves the references of a file; every line is asked for once."""

    def __init__(self, lines: Iterable[Line], reach: Reach) -> None:
        self.reach = reach
        self.lines: Mapping[int, Line] = {line.number: line for line in lines if "name" in line.cells}
        self._named: dict[str, list[int]] = defaultdict(list)
        self._coded: dict[str, list[int]] = defaultdict(list)
        for number, line in self.lines.items():
            self._named[line.cells["name"]].append(number)
            if code := line.cells.get("credit_code"):
                self._coded[code].append(number)
        self._nodes: dict[int, Node | Unclear] = {}
        self._above: dict[int, Node | Unclear | None] = {}
        self._chains: dict[int, tuple[str, ...]] = {}
        self._asked: list[int] = []
        self._effort = _LEAST_EFFORT + _EFFORT * len(self.lines)

    def of_line(self, number: int) -> Node:
        """Return what a line stands for: an organ that is there, or a new one; raise Unclear."""
        if number not in self._nodes:
            try:
                self._nodes[number] = self._matched(self.lines[number])
            except Unclear as error:
                self._pass_on(error)
                self._nodes[number] = error
        node = self._nodes[number]
        if isinstance(node, Unclear):
            raise node
        return node

    def above(self, number: int) -> Node | None:
        """Return what a line says it is under, None where it says nothing; raise Unclear."""
        if number not in self._above:
            text = self.lines[number].cells.get("under", "")
            if number in self._asked or len(self._asked) > DEEPEST:
                raise Circle(words.CIRCLE.format(names=self._names(self._asked)))
            self._above[number] = self._asked_for(number, text)
        node = self._above[number]
        if isinstance(node, Unclear):
            raise node
        return node

    def _asked_for(self, number: int, text: str) -> Node | Unclear | None:
        self._asked.append(number)
        try:
            return self.meant(text, number) if text else None
        except Unclear as error:
            found = error
        finally:
            self._asked.pop()
        self._pass_on(found)
        return found

    def _pass_on(self, error: Unclear) -> None:
        """Raise a circle that another line asked into: asked for alone, this one may have an answer."""
        if isinstance(error, Circle) and self._asked and self._effort > 0:
            self._effort -= 1
            raise error

    def meant(self, text: str, asking: int) -> Node:
        """Return what a cell means: a line of the file, a credit code, or names down the tree; raise Unclear."""
        if match := LINE.fullmatch(text):
            return self._line_meant(int(match["number"]), text, asking)
        found = self._coded_nodes(text, asking) if is_credit_code(text) else self._named_nodes(text, asking)
        if not found:
            raise Unclear(words.NOT_FOUND.format(text=text))
        if len(found) > 1:
            names = words.AND.join(self._told(node) for node in found[:_SHOWN])
            raise Unclear(words.SEVERAL.format(text=text, count=len(found), names=names))
        return found[0]

    def name_of(self, node: Node) -> str:
        """Return what an organ or a new one is called."""
        return self.reach.by_key[node.organ].name if node.organ else self.lines[node.line].cells["name"]

    def _line_meant(self, number: int, text: str, asking: int) -> Node:
        if number == asking:
            raise Unclear(words.ITSELF)
        if number not in self.lines:
            raise Unclear(words.NO_SUCH_LINE.format(text=text))
        return self._other_line(number)

    def _other_line(self, number: int) -> Node:
        if number in self._asked:
            raise Circle(words.CIRCLE.format(names=self._names(self._asked)))
        try:
            return self.of_line(number)
        except Circle:
            raise
        except Unclear as error:
            raise Unclear(words.UNDER_BAD.format(line=number)) from error

    def _names(self, numbers: list[int]) -> str:
        return words.AND.join(self.lines[one].cells["name"] for one in numbers[-_SHOWN:])

    def _coded_nodes(self, code: str, asking: int) -> list[Node]:
        held = self.reach.by_code.get(code, [])
        found = [Node(organ=one.pk) for one in held if one.abolished_on is None] or [Node(one.pk) for one in held]
        return found or self._unique(self._other_line(one) for one in self._coded.get(code, ()) if one != asking)

    def _named_nodes(self, text: str, asking: int) -> list[Node]:
        names = tuple(part.strip() for part in text.replace(FULL_WIDTH, PATH_SIGN).split(PATH_SIGN))
        found: dict[Node, int] = {}
        for one in self.reach.by_name.get(names[-1], ()):
            self._consider(found, Node(organ=one.pk), self.reach.chain_of(one), names)
        others = [one for one in self._named.get(names[-1], ()) if one != asking]
        if len(names) == 1 and len(others) > _MANY:
            told = words.AND.join(words.SEVERAL_LINES.format(line=one) for one in others[:_SHOWN])
            raise Unclear(words.SEVERAL.format(text=text, count=len(others), names=told))
        for number in others:
            with suppress(Circle):
                self._consider(found, self._other_line(number), self._chain(number), names)
        if not found and others:
            raise Circle(words.CIRCLE.format(names=self._names([*others, asking])))
        best = max(found.values(), default=0)
        return [node for node, fit in found.items() if fit == best]

    def _consider(self, found: dict[Node, int], node: Node, chain: tuple[str, ...], names: tuple[str, ...]) -> None:
        """Keep a node that the names fit: the whole chain first, then what lives."""
        if chain[-len(names) :] == names:
            fit = 1 + self._lives(node) + 2 * (len(chain) == len(names))
            found[node] = max(fit, found.get(node, 0))

    def _chain(self, number: int) -> tuple[str, ...]:
        """Return the names from the top down to what a line stands for."""
        if number not in self._chains:
            above, name = self.above(number), self.lines[number].cells["name"]
            if above is None:
                node = self.of_line(number)
                chain = self.reach.chain_of(self.reach.by_key[node.organ]) if node.organ else (name,)
            elif above.organ:
                chain = (*self.reach.chain_of(self.reach.by_key[above.organ]), name)
            else:
                chain = (*self._chain(above.line), name)
            self._chains[number] = chain
        return self._chains[number]

    def _lives(self, node: Node) -> bool:
        if node.organ:
            return self.reach.by_key[node.organ].abolished_on is None
        return "abolished_on" not in self.lines[node.line].cells

    def _matched(self, line: Line) -> Node:
        """Return the organ that a line is about: of its credit code, or of its name below what it is under."""
        if found := self._alike(line, self.reach.by_code.get(line.cells.get("credit_code", ""), [])):
            return Node(organ=found[0].pk)
        name = line.cells["name"]
        if not line.cells.get("under"):
            return self._by_name_alone(line)
        above = self.above(line.number)
        if above and above.organ:
            there = [one for one in self.reach.below.get(above.organ, ()) if one.name == name]
            if found := self._alike(line, there):
                return Node(organ=found[0].pk)
        return Node(line=line.number)

    def _by_name_alone(self, line: Line) -> Node:
        name = line.cells["name"]
        everywhere = self._alike(line, self.reach.by_name.get(name, []))
        found = [one for one in everywhere if self.reach.parent_of(one) is None] or everywhere
        if len(found) > 1:
            raise Unclear(words.SAME_NAME_ABOVE.format(count=len(found), name=name))
        return Node(organ=found[0].pk) if found else Node(line=line.number)

    def _alike(self, line: Line, organs: list[Organ]) -> list[Organ]:
        """Return those that ended on the day that a line says, or live where it says none."""
        said = line.cells.get("abolished_on", "")
        return [one for one in organs if str(one.abolished_on or "") == said]

    @staticmethod
    def _unique(nodes: Iterable[Node]) -> list[Node]:
        return list(dict.fromkeys(nodes))

    def _told(self, node: Node) -> str:
        if node.organ:
            return PATH_SIGN.join(self.reach.chain_of(self.reach.by_key[node.organ]))
        return words.SEVERAL_LINES.format(line=node.line) + self.name_of(node)
