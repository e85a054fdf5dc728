"""The catalogue of findings (检查目录): a kind is a small piece of data, and a rule is a function that yields it.

A module of rules states its kinds and the functions that yield them; nothing central is edited. `RULES` holds
every rule once its module is imported, which `checks/check.py` does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from gongkai.report import CellKey, Finding, Quote, Severity

if TYPE_CHECKING:
    from gongkai.checks.evidence import Evidence

Check = Callable[["Evidence"], Iterator[Finding]]


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of finding: a stable code, how sure it is, and what it says.

    `code` is `<subject>.<fault>` in English and never changes. `severity` is the usual one: a rule may be less
    sure of a single finding, and local rules may change it. `title` names the kind in a few words; `message` is
    a Chinese sentence with the fields that a finding fills. `source` is the article, notice or practice that
    stands behind it.
    """

    code: str
    severity: Severity
    title: str
    message: str
    source: str

    def finding(
        self,
        *,
        cells: Iterable[CellKey] = (),
        quotes: Iterable[Quote] = (),
        severity: Severity | None = None,
        expected: object = None,
        actual: object = None,
        calculation: str | None = None,
        correction: str | None = None,
        **fields: object,
    ) -> Finding:
        """Return a finding of this kind; `fields` are those of the message, besides expected and actual."""
        return Finding(
            code=self.code,
            severity=severity or self.severity,
            message=self.message.format(
                expected=expected, actual=actual, calculation=calculation, correction=correction, **fields
            ),
            cells=tuple(cells),
            quotes=tuple(quotes),
            expected=None if expected is None else str(expected),
            actual=None if actual is None else str(actual),
            calculation=calculation,
            correction=correction,
        )


class Rule(msgspec.Struct, frozen=True):
    """A rule: the kinds it may yield, and the function that looks for them."""

    kinds: tuple[Kind, ...]
    check: Check


RULES: list[Rule] = []


def rule(*kinds: Kind) -> Callable[[Check], Check]:
    """Enter a function into the catalogue as the rule that yields some kinds."""

    def entered(check: Check) -> Check:
        RULES.append(Rule(kinds, check))
        return check

    return entered
