"""Write the pages of docs/reference that come from the code, or check that they are up to date.

python -m tools.docs            writes them
python -m tools.docs --check    writes nothing; exit code 1 where one is not up to date
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from gongkai.report import EDITIONS, Column, Edition, Table, verdicts
from gongkai.report.json_form import schema
from gongkai.writers.findings import form as findings_form
from tools.conventions import conventions_page
from tools.fields import fields_page
from tools.findings import findings_page
from tools.letters import letters_page
from tools.life_cycle import life_cycle_page
from tools.outcomes import outcomes_page
from tools.permissions import permissions_page
from tools.settings import settings_page

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT / "docs" / "reference"

CELLS_HEAD = """\
# 单元格的键

本页由 `make docs` 从程序生成，请勿手改。

JSON 和 CSV 中，每个单元格由三个键确定：表（`table`）、行（`row`）、列（`column`）。
键沿用格式自身的编号，两个版本各有一套。
数值一般为件数（整数）；注明“金额”的列为金额（小数），注明“可为负”的列可以是负数。
"""


def schema_page() -> str:
    """Return the JSON Schema of the report as it is published."""
    return _json(schema())


def findings_schema_page() -> str:
    """Return the JSON Schema of what is found in a report."""
    return _json(findings_form.schema())


def verdicts_schema_page() -> str:
    """Return the JSON Schema of a file of verdicts."""
    return _json(verdicts.schema())


def _json(whole: dict[str, Any]) -> str:
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def cells_page() -> str:
    """Return the page of all row and column keys with their labels, newest edition first."""
    parts = [CELLS_HEAD]
    for edition in reversed(EDITIONS.values()):
        parts.extend(_edition(edition))
    return "\n".join(parts)


def _edition(edition: Edition) -> Iterator[str]:
    years = (
        f"{edition.first_year} 年度起"
        if edition.last_year is None
        else f"{edition.first_year}—{edition.last_year} 年度"
    )
    yield f"## {edition.key} 版（{edition.notice}，{years}，{len(edition.keys)} 个单元格）\n"
    for table in edition.tables:
        cells = sum(len(row.columns) for row in table.rows)
        yield f"### 表 `{table.key}` {edition.headings[int(table.key) - 1]}（{cells} 个单元格）\n"
        yield from _shared_columns(table) if _is_matrix(table) else _own_columns(table)


def _is_matrix(table: Table) -> bool:
    return len({row.columns for row in table.rows}) == 1


def _shared_columns(table: Table) -> Iterator[str]:
    yield "列：" + "、".join(map(_column, table.rows[0].columns)) + "。\n"
    yield "| 行 | 标签 |\n|---|---|"
    yield from (f"| `{row.key}` | {' › '.join(row.labels)} |" for row in table.rows)
    yield ""


def _own_columns(table: Table) -> Iterator[str]:
    yield "| 行 | 标签 | 列 |\n|---|---|---|"
    for row in table.rows:
        yield f"| `{row.key}` | {' › '.join(row.labels)} | {'、'.join(map(_column, row.columns))} |"
    yield ""


def _column(column: Column) -> str:
    notes = [note for note, holds in (("金额", column.money), ("可为负", column.signed)) if holds]
    return f"`{column.key}` {column.label}" + (f"（{'，'.join(notes)}）" if notes else "")


GENERATED: dict[Path, Callable[[], str]] = {
    REFERENCE / "report.schema.json": schema_page,
    REFERENCE / "cells.md": cells_page,
    REFERENCE / "conventions.md": conventions_page,
    REFERENCE / "fields.md": fields_page,
    REFERENCE / "findings.md": findings_page,
    REFERENCE / "findings.schema.json": findings_schema_page,
    REFERENCE / "letters.md": letters_page,
    REFERENCE / "life-cycle.md": life_cycle_page,
    REFERENCE / "outcomes.md": outcomes_page,
    REFERENCE / "permissions.md": permissions_page,
    REFERENCE / "settings.md": settings_page,
    REFERENCE / "verdicts.schema.json": verdicts_schema_page,
}


def main(arguments: list[str]) -> int:
    """Write or check every generated page and return the exit code."""
    stale = [
        page
        for page, render in GENERATED.items()
        if not page.exists() or page.read_text(encoding="utf-8") != render()
    ]
    for page in stale:
        if arguments == ["--check"]:
            print(f"{page.relative_to(ROOT)} is not up to date; run: make docs")
        else:
            page.write_text(GENERATED[page](), encoding="utf-8")
            print(f"wrote {page.relative_to(ROOT)}")
    return 1 if stale and arguments == ["--check"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
