"""Writing a list of organs, batch by batch (导入机关名录): what was written stays, and is not written twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.db import transaction

from gongkai_office.audit.record import Actor, record
from gongkai_office.organs import words_sheets as words
from gongkai_office.organs.actions.places import move_organ
from gongkai_office.organs.actions.rows import add_organ, change_organ
from gongkai_office.organs.errors import OrganError
from gongkai_office.organs.models import Organ
from gongkai_office.organs.sheets.nodes import Node
from gongkai_office.organs.sheets.steps import Fate, Plan, Step

BATCH = 100


class ImportStopped(Exception):
    """A line could not be written; those before it are. `reason` is a Chinese sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def import_organs(
    plan: Plan,
    *,
    by: Actor | None,
    progress: Callable[[int, int], None],
    begin: Callable[[], object] = lambda: None,
) -> dict[str, int]:
    """Write what a plan says, and return how many organs were added and changed.

    Each batch is one transaction, which starts with `begin`, each organ one event. Who plans the same file again
    after an end in the middle gets a plan of the rest alone. Raises ImportStopped.
    """
    if plan.problems:
        first = plan.problems[0]
        raise ImportStopped(words.CHANGED_SINCE.format(line=first.line, reason=first.reason))
    work = [*_from_above(plan.of(Fate.NEW)), *plan.of(Fate.CHANGED)]
    writing = _Writing(by)
    progress(0, len(work))
    for number, batch in enumerate(_batches(work)):
        with transaction.atomic():
            begin()
            for step in batch:
                writing.write(step, number * BATCH)
        progress(number * BATCH + len(batch), len(work))
    for batch in _batches(writing.later):
        with transaction.atomic():
            begin()
            for step in batch:
                writing.refer(step, len(work))
    return {"added": len(plan.of(Fate.NEW)), "changed": len(plan.of(Fate.CHANGED))}


@transaction.atomic
def record_export(organ: Organ, *, count: int, kind: str, by: Actor | None) -> None:
    """Tell the log that a list of organs was taken out of the house."""
    record("organs.export", organ, by=by, organ=organ.pk, after={"count": count, "kind": kind})


def _batches(steps: Sequence[Step]) -> Iterator[Sequence[Step]]:
    return (steps[start : start + BATCH] for start in range(0, len(steps), BATCH))


def _from_above(steps: tuple[Step, ...]) -> Iterator[Step]:
    """Yield new organs so that each comes after the one it is under."""
    waiting = {step.line: step for step in steps}
    for step in steps:
        chain = []
        here: Step | None = step
        while here is not None and here.line in waiting:
            chain.append(waiting.pop(here.line))
            above = here.references.get("under")
            here = waiting.get(above.line) if above is not None and above.line else None
        yield from reversed(chain)


class _Writing:
    """Steps in writing: knows what the lines became."""

    def __init__(self, by: Actor | None) -> None:
        self._by = by
        self._became: dict[int, int] = {}
        self.later: list[Step] = []

    def write(self, step: Step, done: int) -> None:
        """Write one step, but for references to what is not there yet."""
        ready = {field: node for field, node in step.references.items() if self._is_there(node)}
        if len(ready) < len(step.references):
            self.later.append(step)
        fields = step.values | {field: self._organ(node) for field, node in ready.items()}
        self._told(step, done, lambda: self._add(step, fields) if not step.organ else self._change(step, fields))

    def refer(self, step: Step, done: int) -> None:
        """Write the references that had to wait."""
        fields = {field: self._organ(node) for field, node in step.references.items() if field != "under"}
        organ = self._organ(Node(organ=step.organ or self._became[step.line]))
        if organ is not None:
            self._told(step, done, lambda: change_organ(organ, by=self._by, **fields))

    def _add(self, step: Step, fields: dict[str, Any]) -> None:
        # Whoever is in charge of a government's area stands below it, so it cannot be there yet.
        later = fields.pop("competent_authority", None)
        organ = add_organ(under=fields.pop("under", None), by=self._by, **fields)
        self._became[step.line] = organ.pk
        if later and self.later[-1:] != [step]:
            self.later.append(step)

    def _change(self, step: Step, fields: dict[str, Any]) -> None:
        organ = Organ.objects.get(pk=step.organ)
        if "under" in fields:
            move_organ(organ, under=fields.pop("under"), by=self._by)
        if fields:
            change_organ(organ, by=self._by, **fields)

    def _is_there(self, node: Node | None) -> bool:
        return node is None or bool(node.organ) or node.line in self._became

    def _organ(self, node: Node | None) -> Organ | None:
        key = (node.organ or self._became[node.line]) if node else None
        return Organ.objects.get(pk=key) if key else None

    def _told(self, step: Step, done: int, act: Callable[[], object]) -> None:
        try:
            act()
        except OrganError as error:
            reason = words.REFUSED.format(line=step.line, name=step.name, reason=error.reason, done=done)
            raise ImportStopped(reason) from error
