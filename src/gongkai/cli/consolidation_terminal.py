"""A consolidation on the terminal (汇总显示): who counts, what is to be looked at, the main sums, what differs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from rich import box
from rich.console import Console
from rich.table import Table as Sheet
from rich.text import Text

from gongkai.cli import consolidation_messages as messages
from gongkai.cli.folding import folded
from gongkai.report import plain
from gongkai.report.consolidation.consolidated import AS_IT_SHOULD_BE, Consolidation, Member, Status
from gongkai.report.consolidation.explain import Against
from gongkai.report.figure import figure
from gongkai.report.measures import KEY_SECTIONS, Measure, measures
from gongkai.writers.comparison import text as comparison_text
from gongkai.writers.comparison import words as comparison_words
from gongkai.writers.consolidation import words
from gongkai.writers.consolidation.text import differing, noted, title, told, why

# So many files of a kind, cells and children are named; all of them are in the workbook.
_MOST_MEMBERS, _MOST_CELLS, _MOST_CHILDREN = 20, 20, 2
_INDENT = "  "


def show_consolidation(console: Console, found: Consolidation, checked: Against | None) -> None:
    """Print a consolidation, its main sums, and what it was held against."""
    show_outcome(console, found)
    console.print(_sums(found))
    _print(console, messages.LEGEND, "dim")
    if checked is not None:
        show_against(console, checked, found.report.edition)


def show_outcome(console: Console, found: Consolidation) -> None:
    """Print who counts in a consolidation, and what is to be looked at."""
    _print(console, title(found), "bold")
    counts = {status: len(found.of_status(status)) for status in Status}
    outcomes = (
        messages.OUTCOMES.format(status=words.STATUSES[status], count=count)
        for status, count in counts.items()
        if count
    )
    _print(console, messages.BETWEEN.join(outcomes))
    for note in found.notes:
        _print(console, noted(note), "yellow")
    open_matters = [one for one in found.members if one.status not in AS_IT_SHOULD_BE]
    settled = [one for one in found.members if one.status in AS_IT_SHOULD_BE and one.status is not Status.TAKEN]
    _list(console, messages.PARTS, open_matters)
    _list(console, messages.ITSELF, settled)


def _list(console: Console, heading: str, members: Sequence[Member]) -> None:
    if not members:
        return
    console.print()
    _print(console, heading, "bold")
    for member in members[:_MOST_MEMBERS]:
        name = messages.MEMBER.format(organ=member.organ or "", file=member.source or "").strip()
        _print(console, f"{_INDENT}{words.STATUSES[member.status]}  {name}")
        if reason := why(member):
            _print(console, f"{_INDENT}{_INDENT}{reason}", "dim")
    if len(members) > _MOST_MEMBERS:
        _print(console, _INDENT + messages.MORE.format(count=len(members) - _MOST_MEMBERS), "dim")


def _sums(found: Consolidation) -> Sheet:
    """Return the table of the main sums, with the children that make up most of each."""
    sheet = Sheet(messages.MEASURE, box=box.SIMPLE_HEAD, pad_edge=False)
    sheet.add_column(messages.SUM, justify="right")
    sheet.add_column(messages.TOP)
    report = found.report
    for section in KEY_SECTIONS:
        lines = [one for one in measures(report.edition) if one.section == section and not one.over]
        sheet.add_row(Text(comparison_words.SECTIONS[section], style="bold"))
        group = ""
        for measure in lines:
            inside, label = comparison_text.name(measure, report.edition)
            if inside and inside != group:
                sheet.add_row(Text(_INDENT + inside))
            group = inside
            value = figure((report, measure))
            style = "" if value.known else "yellow"
            name = Text(_INDENT * (2 if inside else 1) + label)
            sheet.add_row(
                name,
                Text(comparison_text.shown(value) + comparison_text.sign(value), style=style),
                Text(_top(found, measure), style="dim"),
            )
    return sheet


def _top(found: Consolidation, measure: Measure) -> str:
    """Return the children whose figures are the largest of a measure."""
    figures = ((addend.organ, figure((addend.report, measure)).value) for addend in found.addends)
    known = [(value, organ) for organ, value in figures if value]
    # What went down counts as much as what went up.
    largest = sorted(known, key=lambda one: (-max(one[0], -one[0]), one[1]))[:_MOST_CHILDREN]
    return messages.BETWEEN.join(
        messages.TOP_CHILD.format(organ=organ, value=plain(value)) for value, organ in largest
    )


def show_against(console: Console, checked: Against, edition: str) -> None:
    """Print where the sums differ from another report, and what explains it."""
    console.print()
    _print(console, words.AGAINST.format(source=checked.source), "bold")
    if checked.differences:
        _print(console, messages.DIFFERENCES.format(count=len(checked.differences)))
        _print_some(console, differing(checked, edition), len(checked.differences))
    for sentence in told(checked, edition):
        _print(console, sentence, "" if checked.same else "yellow")


def _print_some(console: Console, lines: Iterable[str], count: int) -> None:
    for line in islice(lines, _MOST_CELLS):
        _print(console, _INDENT + line)
    if count > _MOST_CELLS:
        _print(console, _INDENT + messages.MORE.format(count=count - _MOST_CELLS), "dim")


def _print(console: Console, text: str, style: str = "") -> None:
    for line in folded(Text(text, style=style), console.width):
        console.print(line)
