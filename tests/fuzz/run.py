"""Read mutated reports and look for exceptions that are not ours, broken reports and hangs: `make fuzz`.

tests/fuzz/run.py --share 1 --seed 7       one percent of the mutants of seed 7
tests/fuzz/run.py --seed 7 --only text:12  one input again, in this process, with its traceback

A run is a pure function of its seed, and of whether the folder of real reports is there. Failing inputs are
kept in build/fuzz. Besides the mutants, inputs of one repeated pattern are read at growing lengths.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from functools import partial
from pathlib import Path
from random import Random

# A script is started with its own folder as the path.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from gongkai.errors import GongkaiError
from gongkai.readers import read
from tests.fuzz import growth
from tests.fuzz.forms import form_mutant
from tests.fuzz.mutate import mutant
from tests.fuzz.starts import starts
from tests.fuzz.wellformed import Problem, attempt, complaints
from tests.fuzz.workers import Failed, Job, Read, Task, run

ROOT = Path(__file__).resolve().parents[2]
MUTANTS = {"text": 150_000, "page": 45_000, "docx": 2_000, "xlsx": 2_000, "pdf": 1_000, "picture": 200}
FORMS = ("docx", "xlsx", "pdf", "picture")
GROWTH = "growth"
LARGEST = 1 << 19
# A small share grows its inputs less far: they are then a few seconds' work.
LARGEST_IN_SHORT = 1 << 15
SHORT_SHARE = 10.0
BATCH, SMALL_BATCH = 40, 8
SAVED = ROOT / "build" / "fuzz"
SHOWN_OF_A_SIGN = 5
PROGRESS_SECONDS = 20


def make(seed: int, largest: int, kind: str, number: int) -> bytes:
    """Return the input of a kind and number."""
    if kind in FORMS:
        return form_mutant(Random(f"{seed}:{kind}:{number}"), kind, starts(seed)[kind])
    return growth.grown(number, largest) if kind == GROWTH else mutant(seed, kind, number)


def jobs(share: float) -> list[Job]:
    """Return all inputs of a run in batches; the growing ones first, since one of them may take long."""
    amounts = {kind: round(amount * share / 100) for kind, amount in MUTANTS.items()}
    steps = growth.STEPS
    series = [Job(GROWTH, n * steps, (n + 1) * steps, chained=True) for n in range(len(growth.series()))]
    return series + [
        Job(kind, first, min(first + (BATCH if kind not in FORMS else SMALL_BATCH), amount))
        for kind, amount in amounts.items()
        for first in range(0, amount, BATCH if kind not in FORMS else SMALL_BATCH)
    ]


class Tally:
    """What has been read and what failed so far."""

    def __init__(self, seed: int, largest: int) -> None:
        self.seed, self.largest = seed, largest
        self.seconds: dict[str, dict[int, float]] = {kind: {} for kind in (*MUTANTS, GROWTH)}
        self.reports = 0
        self.signs: Counter[str] = Counter()

    @property
    def done(self) -> int:
        return sum(map(len, self.seconds.values()))

    def add(self, found: Failed | Read) -> None:
        if isinstance(found, Failed):
            self.fail(found)
        else:
            self.seconds[found.kind] |= found.seconds
            self.reports += found.reports

    def fail(self, failed: Failed) -> None:
        """Keep a failure: a line on the screen and the input in build/fuzz, the first few of each sign."""
        self.signs[failed.problem.sign] += 1
        if self.signs[failed.problem.sign] > SHOWN_OF_A_SIGN:
            return
        SAVED.mkdir(parents=True, exist_ok=True)
        kind, number, problem = failed
        words = f"{growth.name_of(number, self.largest)}: {problem.words}" if kind == GROWTH else problem.words
        suffix = {"text": "txt", "page": "html", GROWTH: "bin", "picture": "bin"}.get(kind, kind)
        file = SAVED / f"{kind}-{self.seed}-{number}.{suffix}"
        file.write_bytes(make(self.seed, self.largest, kind, number))
        print(
            f"FAILED {kind}:{number} (seed {self.seed}) {words}; saved as {file.relative_to(ROOT)}",
            flush=True,
        )

    def look_for_superlinear_work(self) -> None:
        for number, words in growth.superlinear(self.seconds[GROWTH]):
            self.fail(Failed(GROWTH, number, Problem("superlinear", words)))

    def slowest(self) -> str:
        """Return the slowest input of each kind, in milliseconds of the processor."""
        told = []
        for kind, seconds in self.seconds.items():
            number = max(seconds, key=seconds.__getitem__, default=None)
            if number is not None:
                told.append(f"{kind}:{number} {1000 * seconds[number]:,.0f} ms")
        return ", ".join(told)


def again(seed: int, largest: int, name: str) -> int:
    """Read one input in this process, so that its traceback is seen."""
    kind, _, number = name.partition(":")
    started = time.perf_counter()
    try:
        faults = complaints(read(make(seed, largest, kind, int(number))))
    except GongkaiError as error:
        faults = []
        print(f"refused: {error}")
    print(*faults, f"{1000 * (time.perf_counter() - started):,.0f} ms", sep="\n")
    return 1 if faults else 0


def main(arguments: list[str] | None = None) -> int:
    """Run the share that is asked for and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--share", type=float, default=100.0, help="percent of the mutants (default 100)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 2, help="worker processes")
    parser.add_argument("--only", metavar="KIND:NUMBER", help="read this input alone")
    options = parser.parse_args(arguments)
    largest = LARGEST if options.share >= SHORT_SHARE else LARGEST_IN_SHORT
    if options.only:
        return again(options.seed, largest, options.only)
    return fuzz(options.share, options.seed, largest, options.jobs)


def fuzz(share: float, seed: int, largest: int, processes: int) -> int:
    """Read the inputs, tell how it goes, and return the exit code."""
    planned = jobs(share)
    total = sum(job.last - job.first for job in planned)
    real = sum(len(kind.real) for kind in starts(seed).values())
    print(
        f"{total:,} inputs, seed {seed}, {real} real reports among the starts, {processes} processes",
        flush=True,
    )
    tally, started = Tally(seed, largest), time.monotonic()
    told = started
    for found in run(planned, Task(partial(make, seed, largest), attempt), processes):
        tally.add(found)
        if time.monotonic() - told > PROGRESS_SECONDS:
            told = time.monotonic()
            rate = tally.done / (told - started)
            print(
                f"{tally.done:,} of {total:,}, {rate:,.0f} a second, {tally.signs.total()} failures",
                flush=True,
            )
    tally.look_for_superlinear_work()
    spent = time.monotonic() - started
    kinds = ", ".join(f"{len(seconds):,} {kind}" for kind, seconds in tally.seconds.items())
    print(
        f"{tally.done:,} inputs ({kinds}) in {spent:,.0f} s, {tally.done / spent:,.0f} a second; "
        f"{tally.reports:,} became reports; slowest {tally.slowest()}; {tally.signs.total()} failures"
    )
    for sign, number in tally.signs.most_common():
        print(f"  {number:6} × {sign}")
    return 1 if tally.signs else 0


if __name__ == "__main__":
    sys.exit(main())
