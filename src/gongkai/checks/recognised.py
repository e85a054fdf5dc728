"""How far a finding may rest on recognised figures (识别所得的数字): they can be misread, so it is no proof."""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.checks.catalogue import Kind
from gongkai.checks.evidence import Evidence
from gongkai.report import CellKey, Method, Severity

UNSURE = "其中有识别所得的数字，请先对照原件。"


def severity_of(kind: Kind, evidence: Evidence, cells: Iterable[CellKey]) -> Severity:
    """Return a kind's severity, or that of a warning where an error would rest on recognised figures."""
    if kind.severity is not Severity.ERROR:
        return kind.severity
    report = evidence.report
    recognised = any(report.cell(*key).method is Method.OCR for key in cells)
    return Severity.WARNING if recognised else kind.severity
