"""A report is written in the edition of the form that its year asks for."""

from __future__ import annotations

import msgspec

from gongkai.checks.evidence import Evidence
from gongkai.samples import lawful_report
from tests.checks.examples import Example, codes, model, renamed

EXAMPLES = {
    "form.edition": Example(Evidence(model()), Evidence(renamed(lawful_report(5, edition="2019"), year=2023)))
}


def test_each_edition_is_right_in_its_years_and_wrong_in_others() -> None:
    for edition, year, right in (
        ("2019", 2020, True),
        ("2019", 2021, False),
        ("2021", 2021, True),
        ("2021", 2020, False),
    ):
        report = msgspec.structs.replace(lawful_report(3, edition=edition), year=year)
        assert ("form.edition" not in codes(Evidence(report))) is right


def test_nothing_is_said_of_a_report_without_a_year() -> None:
    assert "form.edition" not in codes(Evidence(model(year=2024))) | codes(
        Evidence(renamed(lawful_report(5, edition="2019"), year=None))
    )
