"""What a field comes to (取值): the cells that its names mean, what they make, and how that is written."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import count as count_from
from typing import NamedTuple

from gongkai.drafts import words
from gongkai.drafts.formulas import Formula, Mistake, Term, formula_of
from gongkai.drafts.names import Meaning, cell_name, names_of, plain_name
from gongkai.report import AnnualReport, Cell, Method, State, plain
from gongkai.report.consolidation.sums import amount, columns
from gongkai.report.figure import rounded

_MOST_NAMED = 6
_LONGEST_NAME = 20
_OF_BOTH_EDITIONS = frozenset("34")
_TEXTS = {**words.TEXTS, **words.TEXTS_ALSO}
_NUMBER = re.compile(r"\d+(?:\.\d+)?%?")
_ADVICE = {
    State.BLANK: words.FILL_IN,
    State.NOT_APPLICABLE: words.FILL_IN,
    State.PRINTED: words.SETTLE,
    State.AMBIGUOUS: words.SETTLE,
    State.UNREADABLE: words.SETTLE,
    State.ABSENT: words.FILL_IN,
}


class Sources(NamedTuple):
    """The report that a draft is of, and the one of the year before, if there is one."""

    report: AnnualReport
    last_year: AnnualReport | None


class Counted(NamedTuple):
    """What a name comes to, and whether that is money."""

    value: Fraction
    money: bool


def value_of(inside: str, sources: Sources) -> str | Mistake:
    """Return what to write for a field's inside, or why there is nothing to write."""
    name = plain_name(inside)
    if name in _TEXTS:
        return _text(_TEXTS[name], sources.report)
    formula = formula_of(inside)
    if isinstance(formula, Mistake):
        return formula
    return _changed(formula, sources) if formula.change else _plain_value(formula, sources)


def _text(what: str, report: AnnualReport) -> str | Mistake:
    if what == words.ORGAN:
        return report.organ or Mistake(words.NO_ORGAN)
    if report.year is None:
        return Mistake(words.NO_YEAR)
    return str(report.year + {words.YEAR_BEFORE: -1, words.YEAR: 0, words.YEAR_AFTER: 1}[what])


def _plain_value(formula: Formula, sources: Sources) -> str | Mistake:
    found = _number(formula, sources)
    if isinstance(found, Mistake):
        return found
    if formula.over:
        return words.PERCENT.format(value=rounded(Fraction(found) * 100, _decimals(formula)))
    return str(rounded(Fraction(found), formula.decimals)) if formula.decimals is not None else _written(found)


def _changed(formula: Formula, sources: Sources) -> str | Mistake:
    """Return how a sum changed since last year, in percent of what it was; a share, in percentage points."""
    before = _before(sources)
    if isinstance(before, Mistake):
        return before
    new, old = _number(formula, sources), _number(formula, Sources(before, None), before=True)
    if isinstance(new, Mistake):
        return new
    if isinstance(old, Mistake):
        return old
    if not _comparable(formula, sources.report, before):
        return Mistake(words.NOT_COMPARABLE)
    if formula.over:
        return _difference((new - old) * 100, formula, words.RISEN_BY, words.FALLEN_BY)
    if old <= 0:
        return Mistake(words.GROWN_FROM_NOTHING)
    return _difference((new - old) / old * 100, formula, words.GROWN, words.FALLEN)


def _difference(percent: Fraction, formula: Formula, up: str, down: str) -> str:
    if not percent:
        return words.SAME
    value = rounded(abs(percent), _decimals(formula))
    if not value:
        return words.NEARLY_SAME
    return (up if percent > 0 else down).format(value=value)


def _decimals(formula: Formula) -> int:
    return 1 if formula.decimals is None else formula.decimals


def _number(formula: Formula, sources: Sources, *, before: bool = False) -> Fraction | Mistake:
    """Return what a formula makes, without rounding; `before` tells that the report is last year's."""
    found = [_counted(term, sources, before=before) for term in (*formula.terms, *formula.over)]
    counted = [one for one in found if isinstance(one, Counted)]
    if len(counted) < len(found):
        return next(one for one in found if isinstance(one, Mistake))
    if len({one.money for one in counted}) > 1:
        return Mistake(words.MIXED)
    number = len(formula.terms)
    part, whole = (
        sum((one.value for one in some), start=Fraction(0)) for some in (counted[:number], counted[number:])
    )
    if not formula.over:
        return part
    return part / whole if whole else Mistake(words.DIVIDED_BY_NOTHING)


def _counted(term: Term, sources: Sources, *, before: bool) -> Counted | Mistake:
    """Return what a term comes to; only what is printed, and was read directly, counts."""
    report = _before(sources) if term.last_year else sources.report
    if isinstance(report, Mistake):
        return report
    before = before or term.last_year
    meaning = _meaning(term.name, report, before=before)
    if isinstance(meaning, Mistake):
        return meaning
    place = dict(columns(report.edition))
    cells = [report.cell(*key) for key in meaning]
    known = [value for cell in cells if not cell.marked and (value := amount(cell, place[cell.key])) is not None]
    if len(known) < len(cells):
        return _unsure([cell for cell in cells if cell.marked or cell.value is None], report, before=before)
    total = sum((Fraction(value) for value in known), start=Fraction(0))
    return Counted(-total if term.negative else total, place[meaning[0]].money)


def _before(sources: Sources) -> AnnualReport | Mistake:
    """Return last year's report, if it is that."""
    report, last_year = sources
    if last_year is None:
        return Mistake(words.NO_LAST_YEAR)
    if report.year is not None and last_year.year is not None and last_year.year != report.year - 1:
        return Mistake(words.OTHER_YEAR.format(expected=report.year - 1, actual=last_year.year))
    return last_year


def _meaning(name: str, report: AnnualReport, *, before: bool) -> Meaning | Mistake:
    """Return the cells that a name means in a report's edition, if it means but one thing."""
    if name in _TEXTS:
        return Mistake(words.TEXT_IN_SUM.format(name=name))
    if _NUMBER.fullmatch(name):
        return Mistake(words.A_NUMBER.format(name=name))
    names = names_of(report.edition)
    found = names.of(name)
    if len(found) == 1:
        return found[0]
    if found:
        shown = [names.proper[meaning] for meaning in found]
        return Mistake(words.SEVERAL.format(name=name, names=_listed(shown)))
    near = names.nearest(name)
    told = words.NEAR.format(names=_listed(near)) if near else words.NONE_NEAR
    unknown = words.UNKNOWN_BEFORE if before else words.UNKNOWN
    return Mistake(unknown.format(name=_shortened(name), near=told, edition=report.edition))


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME] + words.CUT_SHORT


def _listed(names: tuple[str, ...] | list[str]) -> str:
    shown = words.SEPARATOR.join(words.QUOTED.format(name=name) for name in names[:_MOST_NAMED])
    return shown + (words.AND_MORE if len(names) > _MOST_NAMED else "")


def _unsure(cells: list[Cell], report: AnnualReport, *, before: bool) -> Mistake:
    """Return the words about cells that have no figure to be relied on: the first, and how many are like it."""
    first, alike = cells[0], sum(_why(cell) == _why(cells[0]) for cell in cells)
    told = words.NO_VALUE_BEFORE if before else words.NO_VALUE
    return Mistake(
        told.format(
            table=words.TABLES[first.table],
            name=cell_name(report.edition, first.key),
            state=_why(first),
            more=words.MORE_CELLS.format(count=alike) if alike > 1 else "",
            advice=words.VERIFY if _is_unverified(first) else _ADVICE[first.state],
        )
    )


def _why(cell: Cell) -> str:
    return words.METHODS[cell.method] if _is_unverified(cell) else words.STATES[cell.state]


def _is_unverified(cell: Cell) -> bool:
    return cell.state is State.PRINTED and cell.method is not Method.DIRECT


def _written(number: Fraction) -> str:
    """Return a sum of counts and amounts with all its digits."""
    decimals = next(count for count in count_from() if 10**count % number.denominator == 0)
    return plain(rounded(number, decimals))


def _comparable(formula: Formula, report: AnnualReport, before: AnnualReport) -> bool:
    """Say whether two reports count the same: their editions, or tables that are alike in both."""
    if report.edition == before.edition:
        return True
    found = (names_of(report.edition).of(term.name)[0] for term in (*formula.terms, *formula.over))
    return all(meaning[0][0] in _OF_BOTH_EDITIONS for meaning in found)
