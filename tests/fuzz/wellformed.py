"""What must hold of whatever `read` returns, however broken the input was."""

from __future__ import annotations

import traceback
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from gongkai.errors import GongkaiError
from gongkai.readers import read
from gongkai.report import EDITIONS, AnnualReport, State
from gongkai.report.json_form import decode, encode


class Problem(NamedTuple):
    """What went wrong with an input; `sign` is the same for all inputs that fail in the same place."""

    sign: str
    words: str


class Watch:
    """Keeps whatever is raised inside it; what stops the process goes on."""

    raised: Exception | None = None

    def __enter__(self) -> Watch:
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        self.raised = error if isinstance(error, Exception) else None
        return self.raised is not None


def attempt(data: bytes) -> tuple[bool, Problem | None]:
    """Read an input. Returns whether it became a report, and what is wrong with that or with the refusal."""
    report, faults = None, []
    with Watch() as reading:
        report = read(data)
    if report is None:
        ours = isinstance(reading.raised, GongkaiError)
        return False, None if ours or reading.raised is None else _problem(reading.raised)
    with Watch() as judging:
        faults = complaints(report)
    if judging.raised:
        return True, _problem(judging.raised)
    return True, Problem(faults[0], "; ".join(faults)) if faults else None


def complaints(report: AnnualReport) -> list[str]:
    """Return every rule of the report's form that a report as read breaks."""
    found = []
    if tuple(cell.key for cell in report.cells) != EDITIONS[report.edition].keys:
        found.append("the cells are not those of the edition, in the order of the form")
    if tuple(section.number for section in report.sections) != (1, 2, 3, 4, 5, 6):
        found.append("the sections are not the six of the form")
    for cell in report.cells:
        if not cell.marked and (not isinstance(cell.value, int | Decimal) or cell.place is None):
            found.append(f"unmarked, with value {str(cell.value)[:20]} and place {cell.place}")
        if isinstance(cell.value, Decimal) and not cell.value.is_finite():
            found.append("a value is no number")
        if (cell.value is None) == (cell.state is State.PRINTED):
            found.append(f"state {cell.state} with value {str(cell.value)[:20]}")
    if not found and decode(encode(report)) != report:
        found.append("decode(encode(report)) is not the report")
    return found


def _problem(error: Exception) -> Problem:
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}"
    words = " ".join(str(error).split())[:120]
    return Problem(f"{type(error).__name__} at {place}", f"{type(error).__name__} at {place}: {words}")
