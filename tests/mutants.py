"""Change the code of `law` bit by bit and see whether a test fails: `make mutants`.

mutmut makes the changes (`[tool.mutmut]` in pyproject.toml) and keeps its work in mutants/; a run that stopped
goes on from there. A change that no test notices has its reason in tests/law/survivors.toml, found by its function
and the changed line. Ends with 1 where fewer than nine in ten are noticed, or a survivor has no reason.

tests/mutants.py 'gongkai.law.fees.*'      the mutants of one room
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
WORK, LOG = ROOT / "mutants", ROOT / "build" / "mutants.log"
SURVIVORS = ROOT / "tests" / "law" / "survivors.toml"
MUTMUT = [sys.executable, "-m", "mutmut"]
WANTED = 0.9
# What mutmut writes of a mutant: tests failed or could not start, passed, none ran; all else ran out of time.
KILLED, SURVIVED, UNTESTED = (1, 3), 0, (5, 33)


class Survivor(NamedTuple):
    """A change that no test noticed: the function without mutmut's marks, and the line as it was changed."""

    function: str
    line: str


def run(names: list[str]) -> None:
    """Run mutmut; its own output, which is made for a terminal, goes to a file."""
    LOG.parent.mkdir(exist_ok=True)
    with LOG.open("wb") as log:
        subprocess.run([*MUTMUT, "run", *names], cwd=ROOT, stdout=log, stderr=log, check=False)


def results() -> dict[str, int]:
    """Return how the tests ended for each mutant that was tried."""
    found: dict[str, int] = {}
    for meta in sorted((WORK / "src").rglob("*.meta")):
        codes = json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
        found |= {name: code for name, code in codes.items() if code is not None}
    return found


def survivor(name: str) -> Survivor:
    """Return what a mutant changed."""
    shown = subprocess.run([*MUTMUT, "show", name], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    added = [line[1:].strip() for line in shown.splitlines() if re.match(r"\+(?!\+\+)", line)]
    removed = [line[1:].strip() for line in shown.splitlines() if re.match(r"-(?!--)", line)]
    return Survivor(function_of(name), " ".join(added) or f"without: {' '.join(removed)}")


def function_of(name: str) -> str:
    """Return a function's name out of a mutant's: x_a__mutmut_1 is of a, xǁAǁb__mutmut_1 of A.b."""
    module, _, mangled = name.partition("__mutmut_")[0].rpartition(".")
    return f"{module}.{mangled.removeprefix('x_').removeprefix('xǁ').replace('ǁ', '.')}"


def reasons() -> dict[Survivor, str]:
    """Return why changes survive that are known to."""
    if not SURVIVORS.exists():
        return {}
    listed = tomllib.loads(SURVIVORS.read_text(encoding="utf-8")).get("survivor", [])
    return {Survivor(one["function"], one["line"]): one["reason"] for one in listed}


def main(names: list[str]) -> int:
    """Run, count and tell; return the exit code."""
    run(names)
    found = results()
    if not found:
        print(f"mutmut made no mutants; see {LOG.relative_to(ROOT)}")
        return 1
    rooms: dict[str, Counter[str]] = defaultdict(Counter)
    for name, code in found.items():
        how = "survived" if code == SURVIVED else "untested" if code in UNTESTED else "killed"
        rooms[".".join(name.split(".")[:3])][how] += 1
    print(f"{'room':32}{'mutants':>9}{'killed':>9}{'survived':>10}{'untested':>10}")
    for room, counts in sorted(rooms.items()):
        total = counts.total()
        print(f"{room:32}{total:9}{counts['killed'] / total:9.1%}{counts['survived']:10}{counts['untested']:10}")
    known, open_ones = reasons(), 0
    for name in sorted(name for name, code in found.items() if code == SURVIVED or code in UNTESTED):
        one = survivor(name)
        if one not in known:
            open_ones += 1
            print(f"no reason for {name}: {one.line}")
    share = sum(counts["killed"] for counts in rooms.values()) / len(found)
    print(f"{len(found)} mutants, {share:.1%} killed; {open_ones} survivors without a reason")
    return 0 if share >= WANTED and not open_ones else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
