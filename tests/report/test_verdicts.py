"""What a person made of a finding holds as long as the finding rests on the same, and is kept as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.errors import BrokenVerdicts, GongkaiError
from gongkai.readers import read
from gongkai.report import AnnualReport, Finding, Severity
from gongkai.report.fingerprints import fingerprints
from gongkai.report.verdicts import (
    VERSION,
    Decision,
    Verdict,
    decode,
    encode,
    judged,
    schema,
    with_verdict,
    without_verdict,
)
from gongkai.samples import sample
from tests.checks.examples import model
from tests.strategies import SEEDS

CODES = ("requests.row_sum", "prose.figure", "form.heading")
REPORT = model(prose={1: ("收到申请9件。", "办结8件,结转2件。", "更新36次。", "更新36次。")})
DATES = st.dates().map(str)
TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20).filter(str.strip)


def verdict(fingerprint: str = "f0123456789abcde", code: str = CODES[0], **other: Any) -> Verdict:
    given = {"decision": Decision.DISMISSED, "reason": "已核对原始台账。"} | other
    return Verdict(fingerprint=fingerprint, code=code, **given)


VERDICTS = st.lists(
    st.builds(
        Verdict,
        fingerprint=st.integers(min_value=0, max_value=16**15 - 1).map(lambda number: f"f{number:015x}"),
        code=st.sampled_from(CODES),
        decision=st.sampled_from(Decision),
        reason=TEXTS,
        by=st.none() | TEXTS,
        on=st.none() | DATES,
    ),
    unique_by=lambda one: one.fingerprint,
    max_size=8,
)


def findings_of(report: AnnualReport) -> list[Finding]:
    """Return a finding on every paragraph of the first section, and on three cells."""
    quotes = [one.quote(0, len(one.text)) for one in report.passages() if one.part == "1" and one.number]
    return [
        *(Finding(code=CODES[1], severity=Severity.WARNING, message="可疑。", quotes=(one,)) for one in quotes),
        *(
            Finding(code=CODES[0], severity=Severity.ERROR, message="不等。", cells=(k,))
            for k in report.form.keys[:3]
        ),
    ]


FOUND = findings_of(REPORT)
NAMES = fingerprints(FOUND, REPORT)


def on(number: int, **other: Any) -> Verdict:
    """Return a verdict on one of the findings."""
    return verdict(NAMES[number], FOUND[number].code, **other)


def test_findings_are_open_confirmed_or_dismissed_and_stay_in_their_order() -> None:
    words = [on(5), on(1, decision=Decision.CONFIRMED)]
    found = judged(FOUND, REPORT, words)
    assert [one.finding for one in found.judgements] == FOUND
    assert [one.finding for one in found.confirmed] == [FOUND[1]]
    assert [one.finding for one in found.dismissed] == [FOUND[5]]
    assert [one.finding for one in found.open] == [FOUND[0], *FOUND[2:5], FOUND[6]]
    assert [one.verdict for one in found.judgements if one.verdict] == [words[1], words[0]]
    assert found.stale == ()


def test_a_verdict_on_what_is_no_longer_found_is_stale() -> None:
    mended = model(prose={1: ("收到申请8件。", "办结8件,结转2件。", "更新36次。", "更新36次。")})
    found = judged(findings_of(mended), mended, [on(0), on(1)])
    assert [one.finding.quotes[0].number for one in found.dismissed] == [2]
    assert found.stale == (on(0),)


def test_a_verdict_on_one_of_two_alike_is_on_that_one_alone() -> None:
    found = judged(FOUND, REPORT, [on(3)])
    assert [one.finding for one in found.dismissed] == [FOUND[3]]


def test_a_verdict_is_on_its_own_kind_of_finding_only() -> None:
    wrong = verdict(NAMES[0], CODES[2])
    assert judged(FOUND, REPORT, [wrong]).stale == (wrong,)


@given(st.permutations(range(len(FOUND))), st.permutations([on(0), on(2), on(6), verdict()]))
def test_neither_the_order_of_findings_nor_that_of_verdicts_matters(order: list[int], words: list[Verdict]) -> None:
    found = judged([FOUND[number] for number in order], REPORT, words)
    usual = judged(FOUND, REPORT, [on(0), on(2), on(6), verdict()])
    assert found.judgements == tuple(usual.judgements[number] for number in order)
    assert found.stale == usual.stale == (verdict(),)


@given(SEEDS, st.data())
@settings(max_examples=15)
def test_verdicts_survive_when_the_report_is_read_again_from_another_form_of_file(
    seed: int, data: st.DataObject
) -> None:
    first, second = (
        read(sample(seed, layout=layout, edition="2021", size="small").data) for layout in ("html_spans", "tabs")
    )
    found = findings_of(first)
    names = fingerprints(found, first)
    chosen = data.draw(st.sets(st.sampled_from(range(len(found))), min_size=1))
    words = [verdict(names[number], found[number].code) for number in chosen]
    again = judged(findings_of(second), second, decode(encode(words)))
    assert again.stale == ()
    assert [number for number, one in enumerate(again.judgements) if one.verdict] == sorted(chosen)


@given(VERDICTS, st.randoms(use_true_random=False))
def test_verdicts_come_back_sorted_and_in_any_order_give_the_same_bytes(words: list[Verdict], mixed: Any) -> None:
    data = encode(words)
    assert sorted(decode(data), key=repr) == sorted(words, key=repr)
    assert encode(decode(data)) == data
    mixed.shuffle(words)
    assert encode(words) == data


@given(VERDICTS, st.sampled_from(Decision))
def test_a_new_verdict_takes_the_place_of_the_one_before_and_of_no_other(
    words: list[Verdict], decision: Decision
) -> None:
    new = verdict(decision=decision, reason="改变了看法")
    once = with_verdict(with_verdict(words, verdict()), new)
    assert once == with_verdict(once, new)
    assert set(map(repr, once)) == {repr(new), *(repr(o) for o in words if o.fingerprint != new.fingerprint)}
    assert new not in without_verdict(once, new.fingerprint)
    assert len(without_verdict(once, new.fingerprint)) == len(once) - 1
    assert without_verdict(once, "f000000000000000") == tuple(o for o in once if o.fingerprint != "f" + "0" * 15)


def test_a_file_is_a_field_a_line_so_that_one_more_verdict_is_a_few_more_lines() -> None:
    first, more = (verdict(f"f00000000000000{n}", by="某科员", on="2025-01-20") for n in (1, 2))
    before, after = encode([more]).decode().splitlines(), encode([more, first]).decode().splitlines()
    assert before[:5] == ["{", f'  "version": {VERSION},', '  "verdicts": [', "    {", before[4]]
    assert '      "reason": "已核对原始台账。",' in before
    assert set(before) <= set(after)
    assert len(after) - len(before) == 8
    assert encode([]).endswith(b"}\n")


@pytest.mark.parametrize("reason", ["", "  ", "\n\u3000"])
def test_a_verdict_gives_a_reason(reason: str) -> None:
    with pytest.raises(ValueError, match="reason"):
        verdict(reason=reason)


@pytest.mark.parametrize("day", ["2025-02-29", "明天", "2025-13-01"])
def test_a_verdict_was_made_on_a_day_that_exists(day: str) -> None:
    with pytest.raises(ValueError):
        verdict(on=day)


def another_version(found: dict[str, Any]) -> None:
    found["version"] = VERSION + 1


def no_version(found: dict[str, Any]) -> None:
    del found["version"]


def the_same_twice(found: dict[str, Any]) -> None:
    found["verdicts"] *= 2


def put(field: str, value: object) -> Callable[[dict[str, Any]], None]:
    def harm(found: dict[str, Any]) -> None:
        found["verdicts"][0][field] = value

    harm.__name__ = f"{field}_{value}"
    return harm


@pytest.mark.parametrize(
    "harm",
    [
        another_version,
        no_version,
        the_same_twice,
        put("decision", "maybe"),
        put("reason", ""),
        put("reason", " \n"),
        put("reason", None),
        put("fingerprint", "12"),
        put("on", "昨天"),
        put("on", "2025-02-30"),
        put("unknown", "字段"),
    ],
    ids=lambda harm: harm.__name__,
)
def test_json_that_is_not_a_file_of_verdicts_is_refused(harm: Callable[[dict[str, Any]], None]) -> None:
    found = json.loads(encode([verdict()]))
    harm(found)
    with pytest.raises(BrokenVerdicts):
        decode(json.dumps(found))


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b"\xff\xfe{}", "不是 JSON".encode(), b"{}"])
def test_what_is_no_json_object_is_refused_with_our_own_error(data: bytes) -> None:
    with pytest.raises(BrokenVerdicts) as caught:
        decode(data)
    assert isinstance(caught.value, GongkaiError)


def test_a_file_cut_short_anywhere_is_refused() -> None:
    data = encode([verdict()]).rstrip()
    for length in range(len(data)):
        with pytest.raises(BrokenVerdicts):
            decode(data[:length])


def test_the_schema_knows_each_field_and_both_decisions() -> None:
    definitions = schema()["$defs"]
    found = json.loads(encode([verdict(by="某科员", on="2025-01-20")]))
    assert set(found) == set(definitions["File"]["properties"])
    assert set(found["verdicts"][0]) == set(definitions["Verdict"]["properties"])
    assert set(definitions["Decision"]["enum"]) == set(Decision)
    assert msgspec.json.decode(encode([]))["verdicts"] == []
