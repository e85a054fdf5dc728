"""What a report must keep when it is written and read again (读写律), in every form."""

from __future__ import annotations

from collections.abc import Mapping

from gongkai.report import AnnualReport


def kept(report: AnnualReport) -> dict[object, object]:
    """Return all of a report that must be the same in every form; prose is compared up to white space."""
    found: dict[object, object] = {name: getattr(report, name) for name in ("organ", "year", "scope", "edition")}
    found |= {cell.key: (cell.state, cell.value) for cell in report.cells}
    for passage in report.passages():
        words = "".join(passage.text.split())
        found["prose", passage.part] = f"{found.get(('prose', passage.part), '')}{words}"
    return found


def differences(one: AnnualReport, other: AnnualReport) -> list[str]:
    """Return what two reports do not have in common, a line each, so that a failing test says it."""
    return list(_unequal(kept(one), kept(other)))


def _unequal(before: Mapping[object, object], after: Mapping[object, object]) -> list[str]:
    return [
        f"{key}: {before.get(key)!r} became {after.get(key)!r}"
        for key in {**before, **after}
        if before.get(key) != after.get(key)
    ]
