"""Read a thousand different reports in one process and print the memory held after 100 and after 1,000."""

from __future__ import annotations

import gc
import os
import resource
import sys
from pathlib import Path

from gongkai.readers import read
from gongkai.samples import samples

FIRST, LAST = 100, 1000
STATM = Path("/proc/self/statm")


def resident_megabytes() -> float:
    """Return the resident set; where the system does not tell it, the largest it ever was."""
    if STATM.exists():
        return int(STATM.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return largest / (2**20 if sys.platform == "darwin" else 2**10)


def main() -> None:
    """Read and print. The inputs are made beforehand, so that only reading is measured."""
    inputs = [one.data for one in samples(LAST, seed=1)]
    gc.collect()
    held = {}
    for number, data in enumerate(inputs, 1):
        read(data)
        if number in (FIRST, LAST):
            held[number] = resident_megabytes()
    print(
        f"memory after report {FIRST:,} {held[FIRST]:.1f} MB, after report {LAST:,} {held[LAST]:.1f} MB: "
        f"{held[LAST] - held[FIRST]:+.1f} MB"
    )


if __name__ == "__main__":
    main()
