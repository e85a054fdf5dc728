"""AnnualReport → Manuscript (排版内容): the report as it is printed in every form, in the statutory layout.

All that is printed was in the report: no heading, title or figure is made up, and the prose stays in its order. A
table of which the report has no cell is not printed, nor is such a row of tables 2 and 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from gongkai.layout.blocks import UNITS, Box, Grid, Line, Manuscript, Style
from gongkai.readers.outline import CLOSING, LAST, TITLE, outline_keyword, seen
from gongkai.readers.patterns import REPORT_WORDS
from gongkai.readers.words import ORDINALS
from gongkai.readers.words import UNITS as UNIT_WORDS
from gongkai.report import AnnualReport, Cell, Paragraph, Section, State, Table, Value, plain
from gongkai.terms import form, marks
from gongkai.writers import words
from gongkai.writers.report import form_tables
from gongkai.writers.report.around_tables import around_table

# What parts keywords is another sign in a name.
_NOT_BETWEEN = str.maketrans(",;", "，；")
_SUBHEADING = re.compile(rf"[（(][{ORDINALS}]{{1,3}}[)）][^。：:；;，,\n]{{0,24}}[。：:]?")
_SENTENCE_END = ("。", "：", ":", "；", "！", "）")
_LONGEST_TITLE = 80
_WITH_UNIT = re.compile(rf"(-?(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+)(?:\.[0-9]+)?) ?(?:{'|'.join(UNIT_WORDS)})")
_BOUNDS = re.compile(rf"[\d.]+{marks.BETWEEN.format(low='', high='')}[\d.]+|{marks.AT_LEAST.format(low='')}[\d.]+")
_MOST_VALUES = 6
# The widths of a table's columns, in units of the page: table 4 has one column a unit.
_WIDTHS = {"3": (1, 2, 5, *(1,) * 7), "4": (1,) * UNITS}
_CONTENT = 6


def manuscript(report: AnnualReport) -> Manuscript:
    """Return a report as lines and tables in the order of the form."""
    blocks: list[Line | Grid] = [*_preface(report)]
    begins: dict[str, int] = {}
    printed: set[int] = set()
    for section in _sections(report):
        if section.heading is not None and section.number not in printed:
            begins[str(section.number)] = len(blocks)
        blocks += _section(report, section, with_table=section.number not in printed)
        printed.add(section.number)
    begins[CLOSING] = len(blocks)
    blocks += _closing(report)
    told = (*keywords(report), _told(report.edition, blocks, begins))
    return Manuscript(title=_title(report), blocks=tuple(blocks), keywords=told)


def _told(edition: str, blocks: Sequence[Line | Grid], begins: Mapping[str, int]) -> str:
    """Return the keyword that tells of the title, the headings and the end."""
    places = [n for n, block in enumerate(blocks) if isinstance(block, Line) and seen(block.text)]
    lines = [block.text for n in places if isinstance(block := blocks[n], Line)]
    title = [at for at, n in enumerate(places) if _is(blocks[n], Style.TITLE)]
    roles = {role: (places.index(n),) * 2 for role, n in begins.items() if n in places}
    if title:
        roles[TITLE] = title[0], title[-1]
    closing = sum(n < begins[CLOSING] for n in places)
    if closing < len(places):
        roles[CLOSING] = closing, closing
    elif places:
        roles[LAST] = closing - 1, closing - 1
    return outline_keyword(edition, lines, roles)


def _is(block: Line | Grid, style: Style) -> bool:
    return isinstance(block, Line) and block.style is style


def keywords(report: AnnualReport) -> tuple[str, ...]:
    """Return what a file says of itself where nobody sees it: what it is, of whom, which year, whose work."""
    organ = report.organ and report.organ.translate(_NOT_BETWEEN)
    known = (organ, str(report.year) if report.year else None, form.SCOPES[report.scope])
    return (form.TITLE, *(word for word in known if word), marks.WRITTEN_HERE)


def _sections(report: AnnualReport) -> list[Section]:
    """Return the sections in the order of the form, with an empty one for each that a report lacks."""
    numbers = {section.number for section in report.sections}
    lacking = [Section(n, None) for n in range(1, len(report.form.headings) + 1) if n not in numbers]
    return sorted([*report.sections, *lacking], key=lambda section: section.number)


def _title(report: AnnualReport) -> str:
    """Return the title as it is printed, if it names organ and year, else one that does."""
    printed = "".join(line.text for line in _preface(report) if line.style is Style.TITLE)
    organ, year = report.organ or "", str(report.year or "")
    if printed and organ in printed and year in printed:
        return printed
    return f"{organ}{words.OF_YEAR.format(year=year) if year else ''}{form.TITLE}"


def _preface(report: AnnualReport) -> list[Line]:
    texts = [one.text for one in report.preface]
    # What a page says about itself above the title names the report, too.
    at = max((n for n, text in enumerate(texts) if _is_title(text)), default=None)
    lines = [Line(text, _style_of_prose(text)) for text in texts]
    if at is not None:
        first = at - 1 if at and texts[at - 1] == report.organ else at
        lines[first : at + 1] = [Line(text, Style.TITLE) for text in texts[first : at + 1]]
    return lines


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and not text.endswith(_SENTENCE_END) and bool(REPORT_WORDS.search(text))


def _style_of_prose(text: str) -> Style:
    """Return whether words around the six sections are a sentence, or what a page says about itself."""
    return Style.BODY if text.endswith(_SENTENCE_END) else Style.ASIDE


def _section(report: AnnualReport, section: Section, *, with_table: bool) -> Iterator[Line | Grid]:
    if section.heading is not None:
        yield Line(section.heading, Style.HEADING)
    before, after = around_table(report, section)
    yield from map(_body, before)
    if with_table and (grid := _grid(report, str(section.number))):
        yield grid
    yield from map(_body, after)


def _body(paragraph: Paragraph) -> Line:
    lead = _SUBHEADING.match(paragraph.text)
    return Line(paragraph.text, lead=lead.end() if lead else 0)


def _closing(report: AnnualReport) -> Iterator[Line]:
    for paragraph in report.closing:
        signed = paragraph.text.strip() == report.organ or words.DATED.fullmatch(paragraph.text.strip())
        yield Line(paragraph.text, Style.RIGHT if signed else _style_of_prose(paragraph.text))


def _grid(report: AnnualReport, key: str) -> Grid | None:
    table = next((one for one in report.form.tables if one.key == key), None)
    table = table and _printed_part(report, table)
    if table is None:
        return None
    rows = tuple(tuple(_box(report, box) for box in row) for row in form_tables.printed(table))
    label = report.form.headings[int(key) - 1]
    return Grid(
        rows=rows, widths=_WIDTHS.get(key) or _widths(table), head_rows=form_tables.head_rows(table), label=label
    )


def _widths(table: Table) -> tuple[int, ...]:
    """Return the widths of table 2: the contents', and what its figures share."""
    columns = max(len(row.columns) for row in table.rows)
    return _CONTENT, *((UNITS - _CONTENT + at) // columns for at in range(columns))


def _printed_part(report: AnnualReport, table: Table) -> Table | None:
    """Return a table less the rows that the report does not have; None where it has none of it."""
    rows = tuple(
        row
        for row in table.rows
        if any(report.cell(table.key, row.key, column.key).state is not State.ABSENT for column in row.columns)
    )
    if not rows:
        return None
    return table if table.key == "4" else Table(table.key, rows)


def _box(report: AnnualReport, box: form_tables.Box) -> Box:
    if box.key is None:
        return Box(text=box.label, across=box.across, down=box.down, scope=box.scope)
    cell = report.cell(*box.key)
    text = shown(cell)
    value = cell.value if cell.value is not None and text == plain(cell.value) else None
    return Box(text=text, value=value, note=_note(cell), across=box.across, down=box.down)


def shown(cell: Cell) -> str:
    """Return what is printed in a cell: its figure, or a mark that readers of every form know again.

    A figure is written plainly; where the source named its unit, the unit stays.
    """
    match cell.state:
        case State.PRINTED:
            return cell.text if cell.value is None or _names_a_unit(cell) else plain(cell.value)
        case State.AMBIGUOUS:
            return _bounds(cell)
        case State.BLANK:
            return ""
        case State.NOT_APPLICABLE:
            return marks.NOT_APPLICABLE
        case State.ABSENT:
            return marks.ABSENT
        case State.UNREADABLE:
            return marks.UNREADABLE


def _names_a_unit(cell: Cell) -> bool:
    """Say whether a cell's text is its figure with a unit that readers know."""
    found = _WITH_UNIT.fullmatch(cell.text.strip())
    return found is not None and Decimal(found[1].replace(",", "")) == cell.value


def _bounds(cell: Cell) -> str:
    """Return between which figures an open one lies."""
    if _BOUNDS.fullmatch(cell.text):
        return cell.text
    open_values = [value for value in cell.candidates if value is not None]
    if None in cell.candidates or len(open_values) < 2:
        return marks.OPEN
    return marks.BETWEEN.format(low=plain(min(open_values)), high=plain(max(open_values)))


def _note(cell: Cell) -> str:
    note = words.MARKS.get(cell.state, "")
    if cell.state is not State.AMBIGUOUS or not cell.candidates:
        return note
    return words.POSSIBLE.format(note=note, values=_listed(cell.candidates))


def _listed(values: Sequence[Value | None]) -> str:
    named = [words.BLANK if value is None else plain(value) for value in values[:_MOST_VALUES]]
    return words.OR.join(named) + (words.AND_SO_ON if len(values) > _MOST_VALUES else "")
