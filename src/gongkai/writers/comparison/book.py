"""A comparison as a workbook (比较工作簿): a wide sheet for each group, the notes, and all figures in long form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongkai.report import Value
from gongkai.report.compare import Block, Comparison, Group, Line
from gongkai.report.figure import Change, Figure
from gongkai.report.lineup import Kind
from gongkai.writers.comparison import words
from gongkai.writers.comparison.rows import COLUMNS, rows_of
from gongkai.writers.comparison.text import label, name, noted, notes_of, section_title, shown, title
from gongkai.writers.spreadsheet import Sheet, workbook_of

_Written = Value | str | None
_WIDE, _NARROW = 30, 12


def comparison_book(comparison: Comparison) -> bytes:
    """Return a workbook: values are numbers, and what is unknown is a text that no sum takes for one."""
    sheets = [
        (_of_years if group.kind is Kind.YEARS else _of_organs)(group, words.GROUP_SHEET.format(number=number))
        for number, group in enumerate(comparison.groups, 1)
    ]
    notes = Sheet(
        name=words.NOTES_SHEET,
        columns=words.NOTES_COLUMNS,
        widths=(_NARROW, 100),
        rows=list(_notes(comparison)),
        wraps=True,
    )
    long = Sheet(
        name=words.LONG_SHEET, columns=COLUMNS, widths=[_NARROW] * len(COLUMNS), rows=list(rows_of(comparison))
    )
    return workbook_of((*sheets, notes, long))


def _of_years(group: Group, name_of_sheet: str) -> Sheet:
    heads = [words.SECTION_COLUMN, words.GROUP_COLUMN, words.MEASURE_COLUMN]
    for number, entry in enumerate(group.entries):
        heads.append(label(group, entry))
        if number:
            since = group.entries[number - 1].year
            heads.append(words.DIFFERENCE_COLUMN.format(year=since))
            heads.append(words.PERCENT_COLUMN.format(year=since))
    widths = (_WIDE, _WIDE, _WIDE, *[_NARROW] * (len(heads) - 3))
    return Sheet(name=name_of_sheet, columns=heads, widths=widths, rows=list(_year_rows(group)))


def _year_rows(group: Group) -> Iterator[Sequence[_Written]]:
    for block in group.blocks:
        for line in block.lines:
            row: list[_Written] = [section_title(block), *name(line.measure, block.edition)]
            found = dict(zip(block.entries, zip(line.figures, line.changes, strict=True), strict=True))
            for number in range(len(group.entries)):
                figure, change = found.get(number, (None, None))
                row += [_written(figure, line), *(_change(change) if number else ())]
            yield row


def _of_organs(group: Group, name_of_sheet: str) -> Sheet:
    lines = [(block, line) for block in group.blocks for line in block.lines]
    heads = [words.ORGAN_COLUMN, words.SCOPE_COLUMN]
    heads += [" ".join(filter(None, name(line.measure, block.edition))) for block, line in lines]
    rows = [*_organ_rows(group, lines), *_total_rows(group, lines)]
    widths = (_WIDE, *[_NARROW] * (len(heads) - 1))
    return Sheet(name=name_of_sheet, columns=heads, widths=widths, rows=rows)


def _organ_rows(group: Group, lines: Sequence[tuple[Block, Line]]) -> Iterator[Sequence[_Written]]:
    for number, entry in enumerate(group.entries):
        row: list[_Written] = [entry.organ, words.SCOPES[entry.scope]]
        for block, line in lines:
            found = dict(zip(block.entries, line.figures, strict=True))
            row.append(_written(found.get(number), line))
        yield row


def _total_rows(group: Group, lines: Sequence[tuple[Block, Line]]) -> Iterator[Sequence[_Written]]:
    for total in group.blocks[0].totals:
        scope = words.SCOPES[total.scope]
        row: list[_Written] = [words.SUM_OF.format(scope=scope, count=len(total.entries)), scope]
        for block, line in lines:
            # A total over fewer organs than the row says is none of its.
            found = dict(zip(block.totals, line.totals, strict=True))
            row.append(_written(found.get(total), line))
        yield row


def _written(figure: Figure | None, line: Line) -> _Written:
    """Return a value as a number, and what is unknown as text; what is not there at all as nothing."""
    if figure is None or (figure.value is None and not figure.states):
        return None
    return shown(figure, share=bool(line.measure.over)) if figure.value is None else figure.value


def _change(change: Change | None) -> tuple[_Written, _Written]:
    return (change.difference, change.percent) if change else (None, None)


def _notes(comparison: Comparison) -> Iterator[tuple[str, str]]:
    for number, group in enumerate(comparison.groups, 1):
        sheet = words.GROUP_SHEET.format(number=number)
        yield sheet, title(group)
        yield from ((sheet, note) for note in notes_of(group))
    yield from (("", noted(note)) for note in comparison.notes)
    yield from ((sign, meaning) for sign, meaning in words.LEGEND)
