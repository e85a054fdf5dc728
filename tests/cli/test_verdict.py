"""`gongkai verdict`, run inside the test: what it keeps beside a report, what it says, and how it ends."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path

import pytest

from gongkai.checks.check import check
from gongkai.readers import read
from gongkai.report.fingerprints import fingerprints
from gongkai.report.verdicts import Decision, Verdict, decode, encode
from tests.cli.conftest import Run
from tests.terms import printed

# Two figures that no table may hold, and a fee that is not in the form's unit: three findings.
PAGE = printed.page(shown={printed.LICENCES: "-3"})
CODES = ("plausibility.regulations", "tables.not_a_count", "publications.fee_unit")
FOUND = check(read(PAGE.encode()))
NAMES = fingerprints(FOUND, read(PAGE.encode()))


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a report with findings, in an empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "年报.html"
    file.write_text(PAGE, encoding="utf-8")
    return file


def kept(page: Path) -> tuple[Verdict, ...]:
    return decode(page.with_name(page.name + ".verdicts.json").read_bytes())


def number_of(code: str) -> int:
    """Return the number of a finding: its place in what `check` returns, from 1."""
    return [one.code for one in FOUND].index(code) + 1


def name_of(code: str) -> str:
    return NAMES[number_of(code) - 1]


def flat(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_the_report_of_these_tests_has_the_findings_they_speak_of() -> None:
    assert set(CODES) <= {one.code for one in FOUND}


def test_without_a_finding_all_are_listed_with_number_fingerprint_and_message(gongkai: Run, page: Path) -> None:
    found = gongkai("verdict", page.name)
    assert (found.code, found.err) == (0, "")
    assert f"待复核{len(FOUND)}" in flat(found.text)
    for number, (one, name) in enumerate(zip(FOUND, NAMES, strict=True), 1):
        assert re.search(rf"(?m)^ +{number}  ", found.text)
        assert flat(one.message) in flat(found.text)
        assert f"{name}  {one.code}" in found.text
    assert list(page.parent.iterdir()) == [page]


@pytest.mark.parametrize(
    ("option", "decision"), [("--confirm", Decision.CONFIRMED), ("--dismiss", Decision.DISMISSED)]
)
@pytest.mark.parametrize("by_number", [True, False], ids=["number", "fingerprint"])
def test_a_verdict_is_kept_beside_the_report_with_reason_name_and_day(
    gongkai: Run, page: Path, option: str, decision: Decision, by_number: bool
) -> None:
    which = str(number_of(CODES[1])) if by_number else name_of(CODES[1])[:6]
    today = datetime.now().astimezone().date().isoformat()
    found = gongkai("verdict", page.name, which, option, "--reason", " 已与 台账核对 ", "--by", "某科员")
    (own,) = kept(page)
    assert found.code == 0
    assert (own.fingerprint, own.code, own.decision) == (name_of(CODES[1]), CODES[1], decision)
    assert (own.reason, own.by) == ("已与 台账核对", "某科员")
    assert today <= (own.on or "") <= datetime.now().astimezone().date().isoformat()
    assert flat(FOUND[number_of(CODES[1]) - 1].message) in flat(found.text)
    assert "已与台账核对（某科员" in flat(found.text)


def test_a_later_verdict_takes_the_place_of_an_earlier_one_and_leaves_others(gongkai: Run, page: Path) -> None:
    first, second = (str(number_of(code)) for code in CODES[:2])
    gongkai("verdict", page.name, first, "--confirm", "--reason", "属实")
    gongkai("verdict", page.name, second, "--confirm", "--reason", "属实")
    gongkai("verdict", page.name, second, "--dismiss", "--reason", "另有规定")
    assert {(one.code, one.decision) for one in kept(page)} == {
        (CODES[0], Decision.CONFIRMED),
        (CODES[1], Decision.DISMISSED),
    }


def test_a_finding_keeps_its_number_when_another_was_dismissed(gongkai: Run, page: Path) -> None:
    for number, one in enumerate(FOUND, 1):
        gongkai("verdict", page.name, str(number), "--dismiss", "--reason", one.code)
    assert {(one.code, one.reason) for one in kept(page)} == {(one.code, one.code) for one in FOUND}


def test_a_dismissed_finding_is_no_longer_told_by_the_check(gongkai: Run, page: Path) -> None:
    before = gongkai("check", page.name)
    gongkai("verdict", page.name, str(number_of(CODES[1])), "--dismiss", "--reason", "另有规定")
    after = gongkai("check", page.name)
    message = flat(FOUND[number_of(CODES[1]) - 1].message)
    assert message in flat(before.text)
    assert message not in flat(after.text)


def test_a_verdict_holds_when_the_file_is_read_again_with_more_in_it(gongkai: Run, page: Path) -> None:
    gongkai("verdict", page.name, str(number_of(CODES[1])), "--dismiss", "--reason", "另有规定")
    page.write_text(PAGE.replace("<body>", "<body><p>新加的一段</p>", 1), encoding="utf-8")
    found = gongkai("verdict", page.name)
    assert "不采纳1" in flat(found.text)
    assert "已失效" not in found.text


def test_a_verdict_on_what_has_changed_is_told_as_stale_and_can_be_withdrawn(gongkai: Run, page: Path) -> None:
    gongkai("verdict", page.name, str(number_of(CODES[1])), "--dismiss", "--reason", "另有规定")
    page.write_text(printed.page(shown={printed.LICENCES: "-4"}), encoding="utf-8")
    found = gongkai("verdict", page.name)
    assert "已失效的意见" in found.text
    assert name_of(CODES[1]) in found.text
    assert "不采纳：另有规定" in flat(found.text)
    assert gongkai("verdict", page.name, name_of(CODES[1]), "--withdraw").code == 0
    assert kept(page) == ()
    assert "已失效" not in gongkai("verdict", page.name).text


def test_a_verdict_is_withdrawn(gongkai: Run, page: Path) -> None:
    number = str(number_of(CODES[1]))
    gongkai("verdict", page.name, number, "--confirm", "--reason", "属实")
    found = gongkai("verdict", page.name, number, "--withdraw")
    assert found.code == 0
    assert "待复核" in found.text
    assert kept(page) == ()


def test_local_rules_are_followed(gongkai: Run, page: Path) -> None:
    (page.parent / "rules.toml").write_text(f'[rules]\n"{CODES[0]}" = "off"\n', encoding="utf-8")
    found = gongkai("verdict", page.name, "--rules", "rules.toml")
    assert CODES[0] not in found.text
    assert CODES[1] in found.text


REASON = ("--reason", "属实")
WRONG = {
    "a finding without a decision": (("1",), "--confirm"),
    "two decisions": (("1", "--confirm", "--dismiss", *REASON), "--confirm"),
    "no reason": (("1", "--confirm"), "--reason"),
    "an empty reason": (("1", "--confirm", "--reason", "  "), "--reason"),
    "a decision without a finding": (("--confirm", *REASON), "哪一条"),
    "a reason without a finding": (REASON, "哪一条"),
    "a reason to withdraw": (("1", "--withdraw", *REASON), "撤回"),
    "no such number": (("999", "--confirm", *REASON), "没有 999"),
    "number nought": (("0", "--confirm", *REASON), "没有 0"),
    "no such fingerprint": (("f000000000000000", "--confirm", *REASON), "没有 f0"),
    "too short a fingerprint": ((NAMES[0][:3], "--confirm", *REASON), "没有 f"),
    "no number at all": (("第一条", "--confirm", *REASON), "没有 第一条"),
}


@pytest.mark.parametrize(("words", "told"), WRONG.values(), ids=WRONG)
def test_what_is_not_said_in_full_is_refused_and_nothing_is_kept(
    gongkai: Run, page: Path, words: tuple[str, ...], told: str
) -> None:
    found = gongkai("verdict", page.name, *words)
    assert (found.code, found.text) == (2, "")
    assert told in found.err
    assert found.err.count("\n") == 1
    assert list(page.parent.iterdir()) == [page]


def test_a_verdict_is_on_one_file_that_is_there(gongkai: Run, page: Path) -> None:
    (page.parent / "另一份.html").write_text(PAGE, encoding="utf-8")
    for path in (".", "-", "没有这个文件.html"):
        found = gongkai("verdict", path, "1", "--confirm", *REASON)
        assert (found.code, found.err.count("\n")) == (2, 1)
    assert not list(page.parent.glob("*.json"))


def test_nothing_is_kept_where_a_file_cannot_be_read(gongkai: Run, page: Path) -> None:
    (page.parent / "空.html").write_bytes(b"")
    for words in (("空.html", "1"), (page.name, "1", "--last-year", "空.html")):
        found = gongkai("verdict", *words, "--confirm", *REASON)
        assert (found.code, found.text) == (3, "")
        assert "空.html" in found.err
    assert not list(page.parent.glob("*.json"))


@pytest.mark.parametrize("data", [b"", b"{}", b"noise", encode([]).replace(b"1", b"99")])
def test_a_broken_file_of_verdicts_is_told_and_left_as_it_is(gongkai: Run, page: Path, data: bytes) -> None:
    file = page.with_name(page.name + ".verdicts.json")
    file.write_bytes(data)
    found = gongkai("verdict", page.name, "1", "--confirm", *REASON)
    assert (found.code, found.text) == (3, "")
    assert file.name in found.err
    assert file.read_bytes() == data


def test_the_file_is_json_of_this_version(gongkai: Run, page: Path) -> None:
    gongkai("verdict", page.name, "1", "--confirm", *REASON)
    assert json.loads(page.with_name(page.name + ".verdicts.json").read_bytes())["version"] == 1
