from __future__ import annotations

from gongkai.checks.evidence import Evidence
from gongkai.checks.plausibility import DISPUTES
from gongkai.checks.recognised import severity_of
from gongkai.checks.requests import ROW_SUM
from gongkai.report import Method, Severity
from tests.checks.changed_cells import with_cells
from tests.checks.examples import model

KEY = ("3", "1", "natural")
OCR = Evidence(with_cells(model(), {KEY: {"method": Method.OCR}}))


def test_an_error_that_rests_on_recognised_figures_is_a_warning() -> None:
    assert severity_of(ROW_SUM, OCR, [KEY]) is Severity.WARNING
    assert severity_of(ROW_SUM, OCR, [("3", "1", "total")]) is Severity.ERROR
    assert severity_of(ROW_SUM, Evidence(model()), [KEY]) is Severity.ERROR


def test_what_is_no_error_stays_what_it_is() -> None:
    assert severity_of(DISPUTES, OCR, [KEY]) is Severity.WARNING
