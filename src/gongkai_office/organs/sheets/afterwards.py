"""What would be wrong once a list were written: two of a kind, circles, references that no longer hold."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from gongkai_office.organs import words_sheets as words
from gongkai_office.organs.checks import DEEPEST, WITH_AUTHORITY, outlives
from gongkai_office.organs.models import Organ
from gongkai_office.organs.queries import first_days
from gongkai_office.organs.sheets.columns import DAYS, TITLES
from gongkai_office.organs.sheets.nodes import Node, Nodes
from gongkai_office.organs.sheets.steps import Fate, Step
from gongkai_office.organs.sheets.table import Note

_SHOWN = 4


class Limits(NamedTuple):
    """What somebody may do with a list, as plan_of is told it."""

    at_top: bool
    day: dt.date
    closed: Collection[int]


def problems_afterwards(steps: Sequence[Step], nodes: Nodes, limits: Limits) -> Iterator[Note]:
    """Yield what is wrong with lines that are each fine alone.

    Lines are not all written at once: what would be wrong on the way is told, too.
    """
    written = [step for step in steps if step.fate is not Fate.SKIPPED]
    tree = _Tree(written, nodes)
    yield from _twice(steps)
    yield from _codes(written, nodes)
    for step in written:
        yield from _place(step, tree, limits)
        yield from _references(step, tree)
    yield from _depths(written, tree)
    yield from _system_circles(written, tree)
    yield from _days(written, tree, limits.day)
    yield from _names(written, tree)


def note(step: Step, field: str, sentence: str, **data: object) -> Note:
    """Return a problem of a line."""
    return Note(step.line, TITLES[field], sentence.format(**data))


class _Tree:
    """The tree as it would be."""

    def __init__(self, steps: Sequence[Step], nodes: Nodes) -> None:
        self.nodes, self.reach = nodes, nodes.reach
        self._steps = {_node(step): step for step in steps}

    def above(self, node: Node) -> Node | None:
        step = self._steps.get(node)
        if step and "under" in step.references:
            return step.references["under"]
        if not node.organ:
            return None
        above = self.reach.parent_of(self.reach.by_key[node.organ])
        return Node(organ=above.pk) if above else None

    def ancestors(self, node: Node) -> Iterator[Node]:
        """Yield what is above a node, the nearest first; without end where there is a circle, so bound it."""
        above = self.above(node)
        for _ in range(2 * DEEPEST):
            if above is None:
                return
            yield above
            above = self.above(above)

    def superior(self, node: Node) -> Node | None:
        step = self._steps.get(node)
        if step and "system_superior" in step.references:
            return step.references["system_superior"]
        superior = self._superiors.get(node.organ)
        return Node(organ=superior) if superior else None

    @cached_property
    def _superiors(self) -> dict[int, int]:
        """Who leads whom, outside of what is reached, too."""
        led = Organ.objects.exclude(system_superior=None)
        return dict(led.values_list("pk", "system_superior"))

    def ends(self, node: Node) -> dt.date | None:
        """Return when an organ ends or ended, None where it lives."""
        organ, step = self.organ(node), self._steps.get(node)
        return organ.abolished_on if organ else step.values.get("abolished_on") if step else None

    def depth(self, node: Node) -> int:
        """Return on which level of the whole tree a node would stand."""
        chain = [node, *self.ancestors(node)]
        top = self.organ(chain[-1])
        return len(chain) + (top.depth - 1 if top else 0)

    def moves(self, node: Node) -> Step | None:
        """Return the step that puts a node where it would stand: its own, or of the nearest above it."""
        steps = (self._steps.get(one) for one in (node, *self.ancestors(node)))
        return next((step for step in steps if step and "under" in step.references), None)

    def nodes_there(self) -> Iterator[Node]:
        """Yield all organs that are reached, and all new ones."""
        yield from (Node(organ=key) for key in self.reach.by_key)
        yield from (node for node in self._steps if node.line)

    def organ(self, node: Node) -> Organ | None:
        return self.reach.by_key.get(node.organ)

    def kind(self, node: Node) -> str:
        step, organ = self._steps.get(node), self.organ(node)
        said = step.values.get("kind") if step else None
        return str(said or (organ.kind if organ else ""))


def _node(step: Step) -> Node:
    return Node(organ=step.organ) if step.organ else Node(line=step.line)


def _twice(steps: Sequence[Step]) -> Iterator[Note]:
    """Tell of two lines about one organ."""
    first: dict[int, int] = {}
    for step in steps:
        if step.organ and first.setdefault(step.organ, step.line) != step.line:
            yield note(step, "name", words.TWICE, line=first[step.organ])


def _codes(steps: Sequence[Step], nodes: Nodes) -> Iterator[Note]:
    """Tell of credit codes that two living organs would have."""
    wanted = [
        (step, code) for step in steps if (code := step.values.get("credit_code")) and _will_live(step, nodes)
    ]
    first: dict[str, int] = {}
    changing = {step.organ for step, _ in wanted if step.organ}
    known = {code for _, code in wanted}
    others = Organ.objects.filter(credit_code__in=known, abolished_on=None).exclude(pk__in=changing)
    holders = dict(others.values_list("credit_code", "pk"))
    for step, code in wanted:
        if first.setdefault(code, step.line) != step.line:
            yield note(step, "credit_code", words.CODE_TWICE, line=first[code])
        elif (holder := holders.get(code)) and holder != step.organ:
            known_here = nodes.reach.by_key.get(holder)
            if known_here:
                yield note(step, "credit_code", words.CODE_TAKEN, holder=known_here.name)
            else:
                yield note(step, "credit_code", words.CODE_TAKEN_ELSEWHERE)


def _will_live(step: Step, nodes: Nodes) -> bool:
    if step.organ:
        return nodes.reach.by_key[step.organ].abolished_on is None
    return not step.values.get("abolished_on")


def _place(step: Step, tree: _Tree, limits: Limits) -> Iterator[Note]:
    """Tell of places that no organ can have."""
    node = _node(step)
    above = tree.above(node)
    if above is None and not step.organ and not limits.at_top:
        yield note(step, "under", words.NO_TOP)
    if above is None or "under" not in step.references:
        return
    name, ended = tree.nodes.name_of(above), tree.ends(above)
    if outlives(tree.ends(node), ended):
        yield note(step, "under", words.UNDER_ABOLISHED, name=name, on=ended)
    if above.organ in limits.closed:
        yield note(step, "under", words.NOT_BELOW, name=name)
    if step.organ in limits.closed and tree.reach.by_key[step.organ].numchild:
        yield note(step, "under", words.NOT_WITH_BELOW, name=step.name)
    higher = list(tree.ancestors(node))
    if node in higher:
        names = words.AND.join(tree.nodes.name_of(one) for one in higher[: higher.index(node) + 1][:_SHOWN])
        yield note(step, "under", words.CIRCLE, names=names)


def _depths(steps: Sequence[Step], tree: _Tree) -> Iterator[Note]:
    """Tell of what stands too deep, or would take something below it too deep."""
    if not any("under" in step.references for step in steps):
        return
    deep = (node for node in tree.nodes_there() if tree.depth(node) > DEEPEST)
    for line in dict.fromkeys(step.line for node in deep if (step := tree.moves(node))):
        yield Note(line, TITLES["under"], words.TOO_DEEP.format(limit=DEEPEST))


def _references(step: Step, tree: _Tree) -> Iterator[Note]:
    """Tell of superiors and competent authorities that cannot be one."""
    node = _node(step)
    living = tree.ends(node) is None
    for field in ("system_superior", "competent_authority"):
        meant = step.references.get(field)
        ended = tree.ends(meant) if meant else None
        if living and meant and ended:
            yield note(step, field, words.REFERENCE_ABOLISHED, name=tree.nodes.name_of(meant), on=ended)
    if unit := step.references.get("competent_authority"):
        if tree.kind(node) not in WITH_AUTHORITY:
            yield note(step, "competent_authority", words.NO_GOVERNMENT)
        elif living and node not in tree.ancestors(unit):
            yield note(step, "competent_authority", words.AUTHORITY_OUTSIDE, name=tree.nodes.name_of(unit))


def _system_circles(steps: Sequence[Step], tree: _Tree) -> Iterator[Note]:
    """Tell of organs that would come to lead themselves; each is passed once."""
    leading = {_node(step): step for step in steps if "system_superior" in step.references}
    passed: set[Node] = set()
    for start in leading:
        way: dict[Node, None] = {}
        here: Node | None = start
        while here is not None and here not in passed and here not in way:
            way[here] = None
            here = tree.superior(here)
        circle = [*way][[*way].index(here) :] if here in way else []
        passed |= way.keys()
        for step in (leading[node] for node in circle if node in leading):
            superior = step.references["system_superior"]
            name = tree.nodes.name_of(superior) if superior else ""
            yield note(step, "system_superior", words.SYSTEM_CIRCLE, name=name)


def _days(steps: Sequence[Step], tree: _Tree, today: dt.date) -> Iterator[Note]:
    """Tell of days that have not come, of ends before the beginning, of beginnings after the history."""
    dated = [step for step in steps if any(step.values.get(field) for field in DAYS)]
    first = first_days(step.organ for step in dated if step.organ)
    for step in dated:
        for field in DAYS:
            if (day := step.values.get(field)) and day > today:
                yield note(step, field, words.IN_FUTURE, day=day)
        organ = tree.reach.by_key.get(step.organ)
        start = step.values.get("established_on") or (organ.established_on if organ else None)
        end = tree.ends(_node(step))
        if start and end and end < start:
            yield note(step, "abolished_on", words.ENDS_EARLY, start=start)
        if start and step.organ in first and first[step.organ] < start:
            yield note(step, "established_on", words.AFTER_FIRST, first=first[step.organ])


def _names(steps: Sequence[Step], tree: _Tree) -> Iterator[Note]:
    """Tell of living organs of one name at one place."""
    there: dict[tuple[Node | None, str], list[Node]] = defaultdict(list)
    leaving: dict[tuple[Node | None, str], int] = {}
    moved = {step.organ: step.line for step in steps if "under" in step.references}
    for key, organs in tree.reach.below.items():
        for one in organs:
            place = Node(organ=key) if key else None, one.name
            if one.abolished_on is None and one.pk not in moved:
                there[place].append(Node(organ=one.pk))
            elif one.abolished_on is None:
                leaving[place] = moved[one.pk]
    for key, name in Organ.objects.get_root_nodes().filter(abolished_on=None).values_list("pk", "name"):
        if key not in tree.reach.by_key:
            there[None, name].append(Node(organ=key))
    for step in steps:
        node = _node(step)
        if (step.organ and step.organ not in moved) or not _will_live(step, tree.nodes):
            continue
        above = tree.above(node)
        under = tree.nodes.name_of(above) if above else words.AT_TOP
        others = there[above, step.name]
        if others and others[0].line:
            yield note(step, "name", words.TWICE, line=others[0].line)
        elif others:
            yield note(step, "name", words.NAME_THERE, under=under, name=step.name)
        elif line := leaving.get((above, step.name)):
            yield note(step, "name", words.NAME_LEAVES, under=under, name=step.name, line=line)
        others.append(node)
