"""Write the example reports that `make demo` reads.

python -m tools.examples        writes examples/

The organs do not exist. Each example shows another layout or damage; tests/test_examples.py says how it reads.
"""

from __future__ import annotations

import sys
from pathlib import Path

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


def main() -> int:
    """Write every example and remove what is no example any more."""
    FOLDER.mkdir(exist_ok=True)
    for file in FOLDER.iterdir():
        if file.name not in EXAMPLES:
            file.unlink()
            print(f"removed {file.relative_to(ROOT)}")
    for name, made in EXAMPLES.items():
        file = FOLDER / name
        if not file.exists() or file.read_bytes() != made.data:
            file.write_bytes(made.data)
            print(f"wrote {file.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
