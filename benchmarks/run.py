"""Measure how fast reports are read and what memory that takes: `make bench`.

Nothing is asserted: figures of one machine say something only beside other figures of the same run. Compared
ways are timed in turn, input by input, and medians are told.
"""

from __future__ import annotations

import io
import os
import statistics
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pdfplumber
import pypdfium2
from selectolax.lexbor import LexborHTMLParser

# A script is started with its own folder as the path.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.deadlines import show_deadlines
from benchmarks.office import show_office
from benchmarks.timing import paired, seconds
from benchmarks.writing import show_consolidation, show_writing
from gongkai.checks.check import check
from gongkai.readers import read
from gongkai.readers.documents.charset import decode
from gongkai.readers.documents.html import read_page
from gongkai.readers.documents.scan import is_installed
from gongkai.samples import DAMAGES, LAYOUTS, applies, sample
from tests.scans.scanned import as_pdf
from tests.scans.scanned import pages as pages_of

ROOT = Path(__file__).resolve().parents[1]
REAL_TIMES = 30
SAMPLE_SEEDS = 4
SAMPLE_TIMES = 3
PAIRED_TIMES = 25
PDF_TIMES = 9
START_UPS = 9


class Input(NamedTuple):
    """One report to be read, by its name."""

    name: str
    data: bytes

    @property
    def page(self) -> bool:
        return self.name.endswith(".html")


def main() -> int:
    """Print all tables."""
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores; times are of the wall clock\n")
    real = list(real_inputs())
    show_speed("real reports", [one for one in real if not one.name.endswith(".pdf")], REAL_TIMES)
    show_speed("samples, all damages", list(sample_inputs()), SAMPLE_TIMES)
    show_checks([one for one in real if one.name.endswith(".txt")])
    show_pages([one for one in real if one.page] + [Input(f"{name}.html", data) for name, data in made_pages()])
    show_paper(real)
    show_deadlines()
    show_office()
    show_writing()
    show_consolidation()
    show_memory()
    show_start_up()
    return 0


def real_inputs() -> Iterator[Input]:
    """Yield the real texts and pages, where their folder is beside the project."""
    folder = Path(os.environ.get("GONGKAI_SHARED") or ROOT.parent / "shared") / "reports"
    for suffix in ("txt", "html", "docx", "pdf"):
        for file in sorted(folder.glob(f"*.{suffix}")):
            yield Input(file.name, file.read_bytes())


def sample_inputs() -> Iterator[Input]:
    """Yield samples of every layout under every damage, named by layout and kind; pages of paper stand apart."""
    for layout in (layout for layout in LAYOUTS if not layout.startswith("pdf")):
        for number, damage in enumerate((None, *DAMAGES)):
            for seed in range(SAMPLE_SEEDS if damage is None else 1):
                if applies(layout, damage):
                    made = sample(1000 * seed + number, layout=layout, damage=damage)
                    yield Input(layout + Path(made.name).suffix, made.data)


def made_pages() -> Iterator[tuple[str, bytes]]:
    """Yield one undamaged page of each layout."""
    for layout in LAYOUTS:
        made = sample(7, layout=layout, edition="2021", size="medium")
        if made.name.endswith(".html"):
            yield layout, made.data


def show_speed(title: str, inputs: Sequence[Input], times: int) -> None:
    """Print median, 95th percentile and rate by name, and for all texts and all pages."""
    print(f"{title:44}{'inputs':>8}{'median ms':>11}{'p95 ms':>9}{'per s':>8}")
    if not inputs:
        print("  none here\n")
        return
    taken: dict[str, list[float]] = {}
    for _ in range(times):
        for one in inputs:
            taken.setdefault(one.name, []).append(seconds(lambda data=one.data: read(data)))
    groups = {name: [name] for name in taken}
    kinds = (("texts", ".txt"), ("pages", ".html"), ("Word documents", ".docx"), ("workbooks", ".xlsx"))
    for kind, suffix in ((f"all {kind}", suffix) for kind, suffix in kinds):
        groups[kind] = [name for name in taken if name.endswith(suffix)]
    for group, names in groups.items():
        spent = sorted(value for name in names for value in taken[name])
        count = sum(one.name in names for one in inputs)
        print(f"  {group:42}{count:8}{_speed(spent)}" if spent else f"  {group:42}{0:8}")
    print()


def _speed(spent: Sequence[float]) -> str:
    p95 = spent[min(len(spent) - 1, len(spent) * 95 // 100)]
    return f"{1000 * statistics.median(spent):11.2f}{1000 * p95:9.2f}{len(spent) / sum(spent):8.0f}"


def show_checks(texts: Sequence[Input]) -> None:
    """Print what reading a text and checking it take together, and checking against the reading alone."""
    print(f"{'text: read and checked':44}{'read ms':>15}{'both ms':>15}{'both/read':>15}")
    both_times: list[float] = []
    for one in texts:
        ways = [lambda data=one.data: read(data), lambda data=one.data: check(read(data))]
        reading, both = paired(ways, PAIRED_TIMES)
        both_times.append(both)
        print(f"  {one.name:42}{1000 * reading:15.2f}{1000 * both:15.2f}{both / reading:15.1f}")
    if both_times:
        print(f"  {'median':42}{'':15}{1000 * statistics.median(both_times):15.2f}")
    print()


def show_pages(pages: Sequence[Input]) -> None:
    """Print what a page takes against the bare parse of the same page and against pandas.read_html.

    Both the whole way to a report is timed and the first step alone, which finds the page's lines and tables:
    that is as far as the others go.
    """
    with_pandas = find_spec("pandas") is not None
    heads = (
        "read ms",
        "tables",
        "lexbor",
        "pandas",
        "read/lexbor",
        "tables/lexbor",
        "pandas/read",
        "pandas/tables",
    )
    print(f"{'page: read whole, or its tables alone':44}" + "".join(f"{head:>15}" for head in heads))
    for page in pages:
        text = decode(page.data)
        ways: list[Callable[[], object]] = [
            lambda data=page.data: read(data),
            lambda text=text: read_page(text),
            lambda text=text: LexborHTMLParser(text),
        ]
        reads = with_pandas and _reads(text)
        if reads:
            ways.append(lambda text=text: _tables(text))
        whole, tables, bare, *theirs = paired(ways, PAIRED_TIMES)
        times = "".join(f"{1000 * way:15.2f}" for way in (whole, tables, bare, *theirs))
        ratios = [whole / bare, tables / bare, *(way / ours for way in theirs for ours in (whole, tables))]
        none = "" if reads else f"{'-':>15}"
        print(f"  {page.name:42}{times}{none}" + "".join(f"{ratio:15.1f}" for ratio in ratios) + 2 * none)
    print("" if with_pandas else "  pandas is not installed\n")


def show_paper(real: Sequence[Input]) -> None:
    """Print what PDF files take against pdfplumber's own extraction, and what a scanned page takes."""
    made = [
        Input(f"{layout}.pdf", sample(7, layout=layout, edition="2021").data)
        for layout in ("pdf_ruled", "pdf_bare")
    ]
    print(f"{'PDF':44}{'pages':>8}{'read ms':>10}{'pdfplumber':>12}{'read/pdfplumber':>17}")
    for one in [*(one for one in real if one.name.endswith(".pdf")), *made]:
        ours, theirs = paired([lambda data=one.data: read(data), lambda data=one.data: _extracted(data)], PDF_TIMES)
        pages = len(pypdfium2.PdfDocument(one.data))
        print(f"  {one.name:42}{pages:8}{1000 * ours:10.0f}{1000 * theirs:12.0f}{ours / theirs:17.2f}")
    if is_installed():
        scan = as_pdf(pages_of(made[0].data))
        count = len(pypdfium2.PdfDocument(scan))
        print(f"\na scanned page {seconds(lambda: read(scan)) / count:.1f} s\n")


def _extracted(data: bytes) -> object:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [(page.extract_tables(), page.extract_text()) for page in pdf.pages]


def _tables(text: str) -> object:
    # Imported here, since it is slow and the rest does not need it.
    return import_module("pandas").read_html(io.StringIO(text), flavor="lxml")


def _reads(text: str) -> bool:
    """Say whether pandas finds tables in a page at all: it gives up on spans that are no numbers."""
    try:
        return bool(_tables(text))
    except ValueError:
        return False


def show_memory() -> None:
    """Print what a process that reads a thousand different reports holds after the first hundred."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "memory.py")], capture_output=True, text=True, check=True
    )
    print(done.stdout)


def show_start_up() -> None:
    """Print how long the command takes to say its usage."""
    command = [sys.executable, "-c", "from gongkai.cli.main import main; main()", "--help"]
    bare = [sys.executable, "-c", "pass"]
    ways = [lambda: subprocess.run(command, capture_output=True, check=True)]
    ways.append(lambda: subprocess.run(bare, capture_output=True, check=True))
    ours, python = paired(ways, START_UPS)
    print(f"start-up of gongkai --help {1000 * ours:.0f} ms, of which Python alone {1000 * python:.0f} ms")


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    sys.exit(main())
