"""What would be wrong once a list were written: two of a kind, circles, references that no longer hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from gongkai_office.organs import words_sheets as words
from gongkai_office.organs.checks import WITH_AUTHORITY
from gongkai_office.organs.models import Organ
from gongkai_office.organs.sheets.columns import TITLES
from gongkai_office.organs.sheets.nodes import DEEPEST, Node, Nodes
from gongkai_office.organs.sheets.steps import Fate, Step
from gongkai_office.organs.sheets.table import Note

_SHOWN = 4


def problems_afterwards(steps: Sequence[Step], nodes: Nodes, *, at_top: bool) -> Iterator[Note]:
    """Yield what is wrong with lines that are each fine alone."""
    written = [step for step in steps if step.fate is not Fate.SKIPPED]
    tree = _Tree(written, nodes)
    yield from _twice(steps)
    yield from _codes(written, nodes)
    for step in written:
        yield from _place(step, tree, at_top=at_top)
        yield from _references(step, tree)
        yield from _days(step, nodes)
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
        organ = self.reach.by_key.get(node.organ)
        return Node(organ=organ.system_superior_id) if organ and organ.system_superior_id else None

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


def _place(step: Step, tree: _Tree, *, at_top: bool) -> Iterator[Note]:
    """Tell of places that no organ can have."""
    node = _node(step)
    above = tree.above(node)
    if above is None and not step.organ and not at_top:
        yield note(step, "under", words.NO_TOP)
    if above is None or "under" not in step.references:
        return
    over = tree.organ(above)
    if over is not None and over.abolished_on and _will_live(step, tree.nodes):
        yield note(step, "under", words.UNDER_ABOLISHED, name=over.name, on=over.abolished_on)
    higher = list(tree.ancestors(node))
    if node in higher:
        names = words.AND.join(tree.nodes.name_of(one) for one in higher[: higher.index(node) + 1][:_SHOWN])
        yield note(step, "under", words.CIRCLE, names=names)
    elif len(higher) > DEEPEST:
        yield note(step, "under", words.TOO_DEEP, limit=DEEPEST)


def _references(step: Step, tree: _Tree) -> Iterator[Note]:
    """Tell of superiors and competent authorities that cannot be one."""
    node = _node(step)
    for field in ("system_superior", "competent_authority"):
        meant = step.references.get(field)
        organ = tree.organ(meant) if meant else None
        if organ is not None and organ.abolished_on:
            yield note(step, field, words.REFERENCE_ABOLISHED, name=organ.name, on=organ.abolished_on)
    if superior := step.references.get("system_superior"):
        leads: Node | None = superior
        for _ in range(DEEPEST):
            if leads == node:
                name = tree.nodes.name_of(superior)
                yield note(step, "system_superior", words.SYSTEM_CIRCLE, name=name)
                break
            leads = tree.superior(leads) if leads else None
    if unit := step.references.get("competent_authority"):
        if tree.kind(node) not in WITH_AUTHORITY:
            yield note(step, "competent_authority", words.NO_GOVERNMENT)
        elif node not in tree.ancestors(unit):
            yield note(step, "competent_authority", words.AUTHORITY_OUTSIDE, name=tree.nodes.name_of(unit))


def _days(step: Step, nodes: Nodes) -> Iterator[Note]:
    organ = nodes.reach.by_key.get(step.organ)
    start = step.values.get("established_on") or (organ.established_on if organ else None)
    end = step.values.get("abolished_on") or (organ.abolished_on if organ else None)
    if start and end and end < start:
        yield note(step, "abolished_on", words.ENDS_EARLY, start=start)


def _names(steps: Sequence[Step], tree: _Tree) -> Iterator[Note]:
    """Tell of living organs of one name at one place."""
    there: dict[tuple[Node | None, str], list[Node]] = defaultdict(list)
    moved = {step.organ for step in steps if "under" in step.references}
    for key, organs in tree.reach.below.items():
        for one in organs:
            if one.abolished_on is None and one.pk not in moved:
                there[Node(organ=key) if key else None, one.name].append(Node(organ=one.pk))
    for step in steps:
        node = _node(step)
        if (step.organ and step.organ not in moved) or not _will_live(step, tree.nodes):
            continue
        others = there[tree.above(node), step.name]
        if others and others[0].line:
            yield note(step, "name", words.TWICE, line=others[0].line)
        elif others:
            above = tree.above(node)
            under = tree.nodes.name_of(above) if above else words.AT_TOP
            yield note(step, "name", words.NAME_THERE, under=under, name=step.name)
        others.append(node)
