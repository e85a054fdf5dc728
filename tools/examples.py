"""Write the example reports that `make demo` reads.

python -m tools.examples        writes examples/

The organs do not exist. Each example shows another layout or damage, the last one what authors get wrong;
tests/test_examples.py says how they read and what is found in them.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

import docx

from gongkai.layout.packages import without_time
from gongkai.readers import read
from gongkai.samples import Sample, Size, sample

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "examples"


def _example(seed: int, layout: str, edition: str, size: Size, damage: str | None = None) -> Sample:
    return sample(seed, layout=layout, damage=damage, edition=edition, size=size)


# By file name: what a person would call the way the report was found.
EXAMPLES: dict[str, Sample] = {
    "1-网页.html": _example(16, "html_spans", "2021", "medium"),
    "2-一格一行.txt": _example(13, "lines", "2021", "medium"),
    "3-竖线分隔.txt": _example(11, "bars_between", "2021", "small", "furniture"),
    "4-全文一行数字相连.txt": _example(3, "one_line_glued", "2021", "small"),
    "5-编码误读丢字.txt": _example(9, "tabs", "2021", "medium", "codepage"),
    "6-网页锟斤拷.html": _example(10, "html_spans", "2021", "medium", "kunjinkao"),
    "7-网页2019版空白.html": _example(16, "html_malformed", "2019", "small", "blanks"),
    "8-Word修订稿.docx": _example(12, "docx_reviewed", "2021", "medium"),
    "9-PDF跨页断表.pdf": _example(4, "pdf_halved", "2021", "medium"),
}

FAULTY = "10-填报有误.docx"
# What its author got wrong, as words of a clean report and what stands in their place.
FAULTS = (
    ("公示栏46条", "公示栏46条，其他渠道146条"),
    ("办结1371件", "办结1317件"),
    ("全年退回修改稿件", "督促全区各单位退回修改稿件"),
    ("及改进情况", "及改进措施"),
    ("国办函〔2020〕109号", "国办函〔2020109号"),
    ("2025年1月24日", "2025年4月24日"),
)
FAULTY_CELL = ("3", "3.4.1", "natural")


def faulty() -> bytes:
    """Return a Word document whose author made several mistakes, one of them in table 3."""
    made = _example(20, "docx_plain", "2021", "medium")
    document = docx.Document(io.BytesIO(made.data))
    for old, new in FAULTS:
        _replace(document, old, new)
    row = next(row for row in document.tables[1].rows if "本机关不掌握" in "".join(cell.text for cell in row.cells))
    value = read(made.data).cell(*FAULTY_CELL).text
    cell = next(cell for cell in row.cells if cell.text == value)
    cell.paragraphs[0].runs[0].text = str(int(value) + 10)
    buffer = io.BytesIO()
    document.save(buffer)
    return without_time(buffer.getvalue())


def _replace(document: docx.document.Document, old: str, new: str) -> None:
    run = next(run for paragraph in document.paragraphs for run in paragraph.runs if old in run.text)
    run.text = run.text.replace(old, new)


def all_examples() -> dict[str, bytes]:
    """Return the bytes of every example by its file name."""
    return {name: made.data for name, made in EXAMPLES.items()} | {FAULTY: faulty()}


def main() -> int:
    """Write every example and remove what is no example any more."""
    FOLDER.mkdir(exist_ok=True)
    examples = all_examples()
    for file in FOLDER.iterdir():
        if file.name not in examples:
            file.unlink()
            print(f"removed {file.relative_to(ROOT)}")
    for name, data in examples.items():
        file = FOLDER / name
        if not file.exists() or file.read_bytes() != data:
            file.write_bytes(data)
            print(f"wrote {file.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
