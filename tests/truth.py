"""Hold every real report against its truth: `make truth`.

Reads the folder of real reports beside the project (its README.md tells the format), prints a line for each
report and ends with a code that is not 0 where the reading breaks a demand of `demands_on`.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from gongkai.errors import UnreadableInput
from gongkai.readers import read
from gongkai.report import EDITIONS, AnnualReport, Cell, CellKey, Edition, Section, State, TextPlace

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from tests import checked_truth  # noqa: E402  # the folder of the tests is found only now

MISSING = "the real reports are not there; GONGKAI_SHARED names the folder that holds reports/"
TIMINGS = 5
ABSENT = object()

# What is demanded beyond "nothing wrong without a mark", by the number a file's name begins with.
CLEAN = frozenset({"000", "001", "002", "003", "101", "105", "121", "130"})
ALL_RIGHT = frozenset({"004"})
ONE_LINE = frozenset({"107", "108", "109", "110", "114", "115", "118"})
LEAST_RIGHT = Decimal("0.9")


class Outcome(StrEnum):
    """How one cell as read stands to its truth."""

    RIGHT = "right"
    RIGHT_MARKED = "marked"
    OPEN = "open"
    NOT_READ = "unread"
    WRONG = "WRONG"


class Verdict(NamedTuple):
    """One report held against its truth; `failures` are the demands it breaks."""

    name: str
    outcomes: Counter[Outcome]
    failures: list[str]
    milliseconds: float = 0.0

    @property
    def right(self) -> int:
        return self.outcomes[Outcome.RIGHT] + self.outcomes[Outcome.RIGHT_MARKED]


def reports_folder() -> Path | None:
    """Return the folder of real reports, or None where this machine has none."""
    shared = Path(os.environ.get("GONGKAI_SHARED") or ROOT.parent / "shared")
    return shared / "reports" if (shared / "reports" / "truth").is_dir() else None


def verdicts(folder: Path) -> Iterator[Verdict]:
    """Yield every report that has a truth, in the order of the names."""
    for file in sorted((folder / "truth").glob("*.json")):
        truth = json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
        yield judge(folder / truth.get("file", _beside(folder, file.stem)), truth)


def _beside(folder: Path, stem: str) -> str:
    return next((path.name for path in folder.glob(f"{stem}.*")), stem)


def judge(file: Path, truth: Mapping[str, Any]) -> Verdict:
    """Read a report and hold it against its truth."""
    data = file.read_bytes()
    try:
        report = read(data)
    except UnreadableInput as error:
        return Verdict(file.name, Counter(), [f"not read: {error.reason}"])
    found = hold(report, truth, file.name)
    return found._replace(
        failures=[*found.failures, *place_failures(report, data)], milliseconds=_milliseconds(data)
    )


def hold(report: AnnualReport, truth: Mapping[str, Any], name: str) -> Verdict:
    """Return the verdict on a report as read."""
    if report.edition != truth["edition"]:
        return Verdict(name, Counter(), [f"edition {report.edition} is not {truth['edition']}"])
    expected = true_values(truth)
    free = free_rows(truth)
    outcomes = {
        cell.key: outcome(cell, expected.get(cell.key, ABSENT), free=cell.key[1] in free) for cell in report.cells
    }
    counts = Counter(outcomes.values())
    failures = [
        f"{' '.join(key)}: {_shown(report.cell(*key))}, printed is {_told(expected.get(key, ABSENT))}"
        for key, found in outcomes.items()
        if found is Outcome.WRONG
    ]
    failures += demands_on(name[:3], counts)
    if report.year != truth["year"]:
        failures.append(f"year {report.year} is not {truth['year']}")
    failures += section_failures(report.sections, truth.get("sections") or {})
    return Verdict(name, counts, failures)


def place_failures(report: AnnualReport, data: bytes) -> Iterator[str]:
    """Yield every unmarked cell of a text whose place does not show what the cell says is printed."""
    lines = data.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
    for cell in report.cells:
        if isinstance(cell.place, TextPlace) and not cell.marked:
            seen = lines[cell.place.line - 1][cell.place.start : cell.place.end]
            if seen != cell.text:
                yield f"{' '.join(cell.key)}: {cell.text!r} is not at {cell.place}, {seen!r} is"


def true_values(truth: Mapping[str, Any]) -> dict[CellKey, Decimal | None]:
    """Return the printed values by key; None is an empty cell, and a row that is not printed is left out."""
    edition: Edition = EDITIONS[truth["edition"]]
    table2, table3, table4 = truth["table2"] or {}, truth["table3"] or {}, truth["table4"] or []
    labels = {row.label: row for row in edition.table("2").rows}
    rows = [("2", labels[label], numbers) for label, numbers in table2.items()]
    by_code = {row.key: row for row in edition.table("3").rows}
    rows += [("3", by_code[code], numbers) for code, numbers in table3.items()]
    rows += [("4", row, numbers) for row, numbers in zip(edition.table("4").rows, table4, strict=False)]
    return {
        (table, row.key, column.key): None if number is None else Decimal(number)
        for table, row, numbers in rows
        for column, number in zip(row.columns, numbers if isinstance(numbers, list) else [numbers], strict=True)
    }


def free_rows(truth: Mapping[str, Any]) -> set[str]:
    """Return the rows whose cells the text itself leaves open."""
    rows = {row.label: row.key for table in EDITIONS[truth["edition"]].tables for row in table.rows}
    return {rows.get(name, name) for name in truth.get("ambiguous", ())}


def outcome(cell: Cell, expected: object, *, free: bool = False) -> Outcome:
    """Return how a cell stands to its truth; a `free` one is also right if it keeps the candidate."""
    if expected is ABSENT:
        right, open_ = cell.state is State.ABSENT, State.ABSENT is cell.state
    elif expected is None:
        right, open_ = cell.state is State.BLANK and cell.value is None, None in cell.candidates
    else:
        right, open_ = cell.state is State.PRINTED and cell.value == expected, expected in cell.candidates
    if right or (free and open_):
        # An empty or absent cell is always marked: it holds no value.
        return Outcome.RIGHT_MARKED if cell.marked and isinstance(expected, Decimal) else Outcome.RIGHT
    if not cell.marked:
        return Outcome.WRONG
    return Outcome.OPEN if open_ else Outcome.NOT_READ


def demands_on(number: str, counts: Mapping[Outcome, int]) -> Iterator[str]:
    """Yield every demand on the report of a number that the outcomes of its cells break."""
    total = sum(counts.values())
    right = counts[Outcome.RIGHT] + counts[Outcome.RIGHT_MARKED]
    if number in CLEAN and counts[Outcome.RIGHT] < total:
        yield f"{total - counts[Outcome.RIGHT]} of {total} cells are not right and unmarked"
    if number in ALL_RIGHT and right < total:
        yield f"{total - right} of {total} cells are not right"
    if number in ONE_LINE and right + counts[Outcome.OPEN] < total:
        yield f"{total - right - counts[Outcome.OPEN]} of {total} cells are marked without the truth"
    if number in ONE_LINE and right < LEAST_RIGHT * total:
        yield f"{right} of {total} cells are right, fewer than {LEAST_RIGHT:.0%}"


def section_failures(sections: tuple[Section, ...], lines: Mapping[str, Any]) -> Iterator[str]:
    """Yield every section that does not take up the lines it should."""
    for number in (name for name in lines if name.isdigit()):
        place = sections[int(number) - 1].place
        found = [place.line, place.last_line or place.line] if isinstance(place, TextPlace) else place
        if found != lines[number]:
            yield f"section {number} takes up lines {found}, not {lines[number]}"


def _shown(cell: Cell) -> str:
    return f"read {cell.value} ({cell.text!r} at {cell.place})"


def _told(expected: object) -> str:
    return "nothing" if expected is ABSENT else "a blank" if expected is None else str(expected)


def _milliseconds(data: bytes) -> float:
    return 1000 * statistics.median(_once(data) for _ in range(TIMINGS))


def _once(data: bytes) -> float:
    started = time.perf_counter()
    read(data)
    return time.perf_counter() - started


def _line(found: Verdict) -> str:
    counts = found.outcomes
    numbers = (found.right, counts[Outcome.RIGHT_MARKED], counts[Outcome.OPEN], counts[Outcome.NOT_READ])
    told = "".join(f"{number:9}" for number in (*numbers, counts[Outcome.WRONG]))
    return "\n".join([f"{found.name:44}{told}{found.milliseconds:9.1f}", *(f"    {f}" for f in found.failures)])


def main() -> int:
    """Print the verdict on every real report and return the exit code."""
    folder = reports_folder()
    if folder is None:
        print(MISSING)
        return 1 if os.environ.get("CI") else 0
    print(f"{'report':44}{'right':>9}{'marked':>9}{'open':>9}{'unread':>9}{'WRONG':>9}{'ms':>9}")
    found = []
    for verdict in verdicts(folder):
        print(_line(verdict), flush=True)
        found.append(verdict)
    failures = sum(len(verdict.failures) for verdict in found)
    wrong = sum(verdict.outcomes[Outcome.WRONG] for verdict in found)
    print(
        f"marked: right, but split or repaired; open: marked, the truth among its candidates; "
        f"unread: marked without it\n{len(found)} reports, "
        f"{wrong} values wrong without a mark, {failures} demands broken"
    )
    failures += checked_truth.told(folder)
    return 1 if failures or not found else 0


if __name__ == "__main__":
    sys.exit(main())
