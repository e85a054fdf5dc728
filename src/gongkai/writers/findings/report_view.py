"""A checked report → what a page shows of it (页面内容): its prose and tables with marks, its findings with links.

Every mark and every finding has an address in the page, made of the number of the report, of the finding and of
the spot, so that each links to the other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from gongkai.layout.characters import as_found
from gongkai.report import (
    CLOSING,
    PREFACE,
    Cell,
    CellKey,
    Method,
    Paragraph,
    Quote,
    Section,
    Severity,
    State,
    Table,
)
from gongkai.terms import form
from gongkai.writers import words
from gongkai.writers.findings.checked import Checked, Numbered
from gongkai.writers.findings.marks import Mark, pieces
from gongkai.writers.findings.spots import Excerpt, cell_words, excerpt, quote_words, spots_of
from gongkai.writers.findings.views import (
    Figure,
    FindingView,
    Look,
    ParagraphView,
    Ref,
    ReportView,
    SectionView,
    Spot,
    TableView,
    Words,
)
from gongkai.writers.report.around_tables import around_table
from gongkai.writers.report.form_tables import Box, head_rows, printed

_LONGEST_TITLE = 60
_LONGEST_SUBHEADING = 24
_SUBHEADING = re.compile(r"\（[\u4e00-\u9fff]{1,3}\）")
_GRAVEST_FIRST = tuple(Severity)


def report_view(checked: Checked, number: int) -> ReportView:
    """Return what a page shows of a report, the `number`th on it."""
    return _Viewer(checked, number).view()


class _Viewer:
    """Spreads the findings of a report over its passages and cells."""

    def __init__(self, checked: Checked, number: int) -> None:
        self.checked, self.number, self.report = checked, number, checked.report
        self.severities = {one.number: one.finding.severity for one in checked.findings}
        self.known = {(one.part, one.number) for one in self.report.passages()}
        self.missing = {
            table.key
            for table in self.report.form.tables
            if all(cell.state is State.ABSENT for cell in self.report.cells if cell.table == table.key)
        }
        self.quotes: dict[tuple[str, int], list[Mark]] = defaultdict(list)
        self.cells: dict[CellKey, list[Ref]] = defaultdict(list)
        self.tables: dict[str, list[Ref]] = defaultdict(list)

    def view(self) -> ReportView:
        standing = [self._finding(one, marked=True) for one in self.checked.findings]
        return ReportView(
            self.number,
            self.checked,
            {severity: [one for one in standing if one.one.finding.severity is severity] for severity in Severity},
            [self._finding(one, marked=False) for one in self.checked.dismissed],
            self._prose(PREFACE, self.report.preface),
            list(self._sections()),
            self._prose(CLOSING, self.report.closing),
            self.report.leftovers,
        )

    def _finding(self, one: Numbered, *, marked: bool) -> FindingView:
        spots = [
            self._spot(spot, self._marked(one, nth, spot) if marked else None)
            for nth, spot in enumerate(spots_of(one.finding), 1)
        ]
        # The cells of a table that is not there are one spot.
        return FindingView(one, self._address(one.number), list(dict.fromkeys(spots)))

    def _spot(self, spot: Quote | CellKey, href: str | None) -> Spot:
        if isinstance(spot, Quote):
            return Spot(quote_words(spot), href, Excerpt(*map(as_found, excerpt(spot, self.report))))
        if spot[0] in self.missing:
            return Spot(words.TABLES[spot[0]], href, None)
        return Spot(cell_words(spot, self.report), href, None)

    def _marked(self, one: Numbered, nth: int, spot: Quote | CellKey) -> str | None:
        """Mark a place and return the link to its mark; None where the report has no such place."""
        if isinstance(spot, Quote):
            if (spot.part, spot.number) not in self.known:
                return None
            self.quotes[spot.part, spot.number].append(Mark(one.number, nth, spot))
        elif spot not in self.report.form.positions:
            return None
        elif spot[0] in self.missing:
            # All cells of a table that is not there have one place.
            known = next((ref for ref in self.tables[spot[0]] if ref.number == one.number), None)
            if known:
                return f"#{known.here}"
            self.tables[spot[0]].append(self._ref(one.number, nth))
        else:
            self.cells[spot].append(self._ref(one.number, nth))
        return f"#{self._address(one.number, nth)}"

    def _address(self, number: int, nth: int | None = None) -> str:
        return f"r{self.number}-f{number}" if nth is None else f"r{self.number}-f{number}-{nth}"

    def _ref(self, number: int, nth: int) -> Ref:
        look = Look(self.severities[number], nth == 1)
        return Ref(look, number, self._address(number, nth), f"#{self._address(number)}")

    def _prose(self, part: str, paragraphs: Sequence[Paragraph]) -> list[ParagraphView]:
        return [
            ParagraphView(_role(part, one.text), self._words(part, number, one.text))
            for number, one in enumerate(paragraphs, 1)
        ]

    def _words(self, part: str, number: int, text: str) -> list[Words]:
        return [
            Words(
                as_found(piece.text),
                _gravest(Look(self.severities[mark.number], mark.nth == 1) for mark in piece.covering),
                tuple(self._ref(mark.number, mark.nth) for mark in piece.ending),
            )
            for piece in pieces(text, self.quotes.get((part, number), ()))
        ]

    def _sections(self) -> Iterator[SectionView]:
        sections = {section.number: section for section in self.report.sections}
        tables = {table.key: table for table in self.report.form.tables}
        for number, expected in enumerate(self.report.form.headings, 1):
            section, table = sections.get(number, Section(number, None)), tables.get(str(number))
            heading = [] if section.heading is None else self._words(str(number), 0, section.heading)
            prose = self._prose(str(number), section.paragraphs)
            split = len(around_table(self.report, section)[0])
            yield SectionView(
                heading, expected, prose[:split], self._table(table) if table else None, prose[split:]
            )

    def _table(self, table: Table) -> TableView:
        rows = [[self._figure(box) for box in row] for row in printed(table)]
        signs = dict.fromkeys(figure.sign for row in rows for figure in row if figure.sign)
        head = head_rows(table)
        missing = table.key in self.missing
        return TableView(table.key, rows[:head], rows[head:], list(signs), missing, self.tables[table.key])

    def _figure(self, box: Box) -> Figure:
        if box.key is None:
            return Figure(box)
        cell = self.report.cell(*box.key)
        refs = tuple(self.cells.get(box.key, ()))
        return Figure(box, as_found(cell.text), cell.state, _gravest(ref.look for ref in refs), _sign(cell), refs)


def _role(part: str, text: str) -> str:
    if part == PREFACE and text.strip().endswith(form.TITLE[-4:]) and len(text) <= _LONGEST_TITLE:
        return "title"
    return "subheading" if len(text) <= _LONGEST_SUBHEADING and _SUBHEADING.match(text) else ""


def _gravest(looks: Iterable[Look]) -> Look | None:
    return min(looks, key=lambda look: (_GRAVEST_FIRST.index(look.severity), not look.is_first), default=None)


def _sign(cell: Cell) -> str:
    """Return what tells that a value is not simply printed: how it was read, or that it is open."""
    if cell.state is State.PRINTED:
        return "" if cell.method is Method.DIRECT else cell.method.value
    return cell.state.value if cell.state in {State.AMBIGUOUS, State.UNREADABLE} else ""
