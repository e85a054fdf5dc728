"""Findings as JSON: all of each finding, readable by the published schema's own types."""

from __future__ import annotations

import json

import msgspec
import pytest

from gongkai.writers.findings.checked import checked
from gongkai.writers.findings.form import VERSION, FindingsForm, encode_all, encode_findings, schema
from tests.writers.made import TOTAL, example, findings, report


@pytest.mark.parametrize("edition", ["2021", "2019"])
def test_what_is_written_can_be_read_by_its_own_types(edition: str) -> None:
    one = example(edition, dismissed="made.claim")
    form = msgspec.json.decode(encode_findings(one), type=FindingsForm)
    assert (form.version, form.file, form.organ, form.year) == (VERSION, "甲.html", one.report.organ, 2023)
    assert form.edition == edition
    assert len(form.findings) + len(form.dismissed) == len(findings(one.report))


def test_every_field_of_every_finding_is_there_with_its_places() -> None:
    one = example()
    written = {found["code"]: found for found in json.loads(encode_findings(one))["findings"]}
    for finding in findings(one.report):
        found = written[finding.code]
        for name in ("message", "expected", "actual", "calculation", "correction"):
            assert found[name] == getattr(finding, name)
        assert found["severity"] == finding.severity
        assert [(cell["table"], cell["row"], cell["column"]) for cell in found["cells"]] == list(finding.cells)
        assert [quote["text"] for quote in found["quotes"]] == [quote.text for quote in finding.quotes]
        assert found["fingerprint"].startswith("f")
    assert written["made.row_sum"]["cells"][0]["text"] == one.report.cell(*TOTAL).text
    assert written["made.claim"]["quotes"][0]["place"] == {
        "kind": "text",
        "line": 10,
        "start": 4,
        "end": 13,
        "last_line": None,
    }


def test_the_summary_counts_what_stands_and_what_was_dismissed() -> None:
    form = json.loads(encode_findings(example(dismissed="made.words")))
    assert form["summary"] == {"error": 2, "warning": 2, "note": 0, "damage": 1, "dismissed": 1}
    assert [(one["code"], one["verdict"]["reason"]) for one in form["dismissed"]] == [
        ("made.words", "本机关情况特殊")
    ]


def test_nothing_found_is_an_empty_list() -> None:
    form = json.loads(encode_findings(checked("乙", report(), ())))
    assert (form["findings"], form["dismissed"], form["stale"]) == ([], [], [])


def test_one_report_is_indented_and_many_are_a_line_each() -> None:
    assert encode_all([example()]).count(b"\n") > 50
    lines = encode_all([example(), example(name="乙")]).splitlines()
    assert [json.loads(line)["file"] for line in lines] == ["甲.html", "乙"]


def test_the_schema_names_every_field() -> None:
    whole = schema()
    form = whole["$defs"]["FindingsForm"]["properties"]
    assert set(form) == set(FindingsForm.__struct_fields__)
    assert set(json.loads(encode_findings(example()))) == set(form)
