"""Writing a list of organs, batch by batch (导入机关名录): what was written stays, and is not written twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from django.db import transaction

from gongkai_office.audit.record import Actor, record
from gongkai_office.organs import words_sheets as words
from gongkai_office.organs.actions.places import move_organ
from gongkai_office.organs.actions.rows import add_organ, change_organ
from gongkai_office.organs.errors import Cycle, ImportStopped, NameTaken, OrganError, TooDeep
from gongkai_office.organs.locks import lock_organs
from gongkai_office.organs.models import Organ
from gongkai_office.organs.sheets.nodes import Node
from gongkai_office.organs.sheets.steps import Fate, Plan, Step

BATCH = 100
_MAY_PASS = (Cycle, TooDeep, NameTaken)


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
    for done in _written(work, writing.write, begin):
        progress(done, len(work))
    for _ in _written(writing.later, writing.refer, begin):
        pass
    return {"added": len(plan.of(Fate.NEW)), "changed": len(plan.of(Fate.CHANGED))}


@transaction.atomic
def record_export(organ: Organ, *, count: int, kind: str, by: Actor | None) -> None:
    """Tell the log that a list of organs was taken out of the house."""
    record("organs.export", organ, by=by, organ=organ.pk, after={"count": count, "kind": kind})


def _written(steps: Sequence[Step], write: Callable[[Step], None], begin: Callable[[], object]) -> Iterator[int]:
    """Write steps batch by batch, and yield how many are written after each.

    What hangs on others that are yet to be written comes again after them, as long as any gets through. Raises
    ImportStopped.
    """
    done, waiting, patient = 0, list(steps), True
    while waiting:
        again: list[Step] = []
        for batch in _batches(waiting):
            late: list[Step] = []
            with transaction.atomic():
                begin()
                lock_organs()
                for step in batch:
                    try:
                        write(step)
                    except OrganError as error:
                        if not (patient and isinstance(error, _MAY_PASS)):
                            said = {"line": step.line, "name": step.name, "reason": error.reason, "done": done}
                            raise ImportStopped(words.REFUSED.format(**said)) from error
                        late.append(step)
            done += len(batch) - len(late)
            again += late
            yield done
        patient, waiting = len(again) < len(waiting), again


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

    def write(self, step: Step) -> None:
        """Write one step, but for references that must wait until all organs stand in their places."""
        if step.organ:
            self._change(step)
        else:
            self._add(step)

    def refer(self, step: Step) -> None:
        """Write the references that had to wait."""
        fields = {field: self._organ(node) for field, node in step.references.items() if field != "under"}
        key = step.organ or self._became[step.line]
        change_organ(Organ.objects.get(pk=key), by=self._by, **fields)

    def _add(self, step: Step) -> None:
        # Whoever is in charge of a government's area stands below it, so it cannot be there yet.
        now = {
            field: self._organ(node)
            for field, node in step.references.items()
            if field != "competent_authority" and self._is_there(node)
        }
        organ = add_organ(under=now.pop("under", None), by=self._by, **step.values, **now)
        self._became[step.line] = organ.pk
        if step.references.keys() - now.keys() - {"under"}:
            self.later.append(step)

    def _change(self, step: Step) -> None:
        organ = Organ.objects.get(pk=step.organ)
        if "under" in step.references:
            move_organ(organ, under=self._organ(step.references["under"]), by=self._by)
        if step.values:
            change_organ(organ, by=self._by, **step.values)
        if step.references.keys() - {"under"}:
            self.later.append(step)

    def _is_there(self, node: Node | None) -> bool:
        return node is None or bool(node.organ) or node.line in self._became

    def _organ(self, node: Node | None) -> Organ | None:
        key = (node.organ or self._became[node.line]) if node else None
        return Organ.objects.get(pk=key) if key else None
