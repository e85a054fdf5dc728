"""Local rules are followed to the letter, and what nobody understands in them is told, never passed over."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.checks.check import all_kinds, check, findings_of, rules_from
from gongkai.checks.evidence import Evidence
from gongkai.checks.local_rules import LEVELS, NATIONWIDE, Deadlines, LocalRules, MonthDay, local_rules
from gongkai.errors import BrokenRules, GongkaiError
from gongkai.report import Finding, Severity
from tests.checks.examples import PROSE, model
from tests.house.tree import ROOT

CODES = ("requests.row_sum", "requests.balance", "form.section_length", "year.carried.in")
PAGE = ROOT / "docs" / "how-to" / "local-rules.md"
CODE = "form.section_length"
LIMITED = LocalRules(section_limits={1: 1, 5: 1, 6: 1})


def rules(text: str) -> LocalRules:
    return local_rules(text.encode(), CODES)


def reason(text: str | bytes) -> str:
    with pytest.raises(BrokenRules) as caught:
        local_rules(text if isinstance(text, bytes) else text.encode(), CODES)
    assert isinstance(caught.value, GongkaiError)
    return caught.value.reason


def severity(text: str, code: str) -> Severity | None:
    return rules(f"[rules]\n{text}").severity(code, Severity.ERROR)


def lengths(*texts: str) -> tuple[Finding, ...]:
    """Return what is found of the lengths of sections under some lines of [rules]."""
    severities = rules("\n".join(["[rules]", *texts])).severities
    here = msgspec.structs.replace(LIMITED, severities=severities)
    return tuple(one for one in findings_of(Evidence(model(), rules=here)) if one.code == CODE)


def test_a_file_that_says_nothing_leaves_all_as_the_law_has_it() -> None:
    assert rules("# 只有说明\n") == rules("") == NATIONWIDE
    assert NATIONWIDE.deadlines == Deadlines(MonthDay(1, 31), MonthDay(3, 31))
    assert NATIONWIDE.severity("requests.row_sum", Severity.NOTE) is Severity.NOTE


def test_a_rule_is_turned_off_or_weighed_otherwise() -> None:
    assert [one.severity for one in lengths()] == [Severity.WARNING] * 3
    assert [one.severity for one in lengths(f'"{CODE}" = "error"')] == [Severity.ERROR] * 3
    assert lengths(f'"{CODE}" = "off"') == lengths('"form.*" = "off"') == ()


def test_a_changed_severity_changes_nothing_else() -> None:
    usual, changed = lengths(), lengths(f'"{CODE}" = "note"')
    assert [msgspec.structs.replace(one, severity=Severity.WARNING) for one in changed] == list(usual)


def test_the_rules_come_in_by_the_door_too() -> None:
    assert CODE in {one.code for one in check(model(), rules=LIMITED)}
    assert CODE not in {one.code for one in check(model())}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"requests.row_sum" = "off"', (None, Severity.ERROR)),
        ('"requests.*" = "note"', (Severity.NOTE, Severity.NOTE)),
        ('"requests.*" = "off"\n"requests.row_sum" = "warning"', (Severity.WARNING, None)),
        ('"requests.row_sum" = "warning"\n"requests.*" = "off"', (Severity.WARNING, None)),
        ('requests.row_sum = "off"', (None, Severity.ERROR)),
        ('requests."*" = "off"', (None, None)),
        ('[rules.requests]\nrow_sum = "off"', (None, Severity.ERROR)),
    ],
)
def test_a_code_goes_before_its_subject_however_it_is_written(
    text: str, found: tuple[Severity | None, Severity | None]
) -> None:
    assert (severity(text, "requests.row_sum"), severity(text, "requests.balance")) == found


def test_the_nearest_subject_goes_first() -> None:
    both = '"year.*" = "off"\n"year.carried.*" = "note"'
    assert severity(both, "year.carried.in") is Severity.NOTE
    assert severity('"year.*" = "off"', "year.carried.in") is None


@given(st.sampled_from([*LEVELS, "off"]), st.sampled_from(CODES))
def test_only_the_kind_that_is_named_changes(level: str, code: str) -> None:
    found = {one: severity(f'"{code}" = "{level}"', one) for one in CODES}
    assert found.pop(code) == (None if level == "off" else level)
    assert set(found.values()) == {Severity.ERROR}


def test_limits_dates_and_domains_are_read() -> None:
    found = rules("""
        domains = ["Example.org", "政务.example", "example.org"]
        [section_limits]
        1 = 1000
        "5" = 600
        [deadlines]
        departments = "1-28"
        """)
    assert found.section_limits == {1: 1000, 5: 600}
    assert found.deadlines == Deadlines(MonthDay(1, 28), MonthDay(3, 31))
    assert found.deadlines.departments.in_year(2025) == date(2025, 1, 28)
    assert found.domains == ("example.org", "政务.example")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_a_file_of_any_editor_is_read(mark: bytes, end: bytes) -> None:
    data = mark + end.join([b"[section_limits]", b"1 = 1000", b""])
    assert local_rules(data, CODES).section_limits == {1: 1000}


WRONG = {
    "surplus = 1": "没有 “surplus” 这一项",
    "deadline = 1": "“deadlines”",
    "rules = 1": "[rules]",
    '[rules]\n"requests.row_sun" = "off"': "“requests.row_sun” 这条规则，是否应为“requests.row_sum”",
    '[rules]\n"petitions.*" = "off"': "“petitions.*”",
    '[rules]\n"*" = "off"': "“*”",
    '[rules]\n"requests.row_sum" = "fatal"': "error、warning、note、off 之一，不能是 “fatal”",
    '[rules]\n"requests.row_sum" = "damage"': "“damage”",
    '[rules]\n"requests.row_sum" = false': "false",
    '[rules]\n"requests.row_sum" = ["off"]': "“requests.row_sum”",
    '[rules]\nrequests.row_sum = "off"\n"requests.row_sum" = "note"': "写了两次",
    "[rules]\n" + ".".join("a" * 5000) + ' = "off"': "这条规则",
    "[section_limits]\n7 = 1000": "“7” 不是",
    "[section_limits]\n一 = 1000": "第 2 行",
    '[section_limits]\n"一" = 1000': "“一” 不是",
    '[section_limits]\n1 = "一千"': "“一千”",
    "[section_limits]\n1 = 0": "正整数",
    "[section_limits]\n1 = true": "true",
    "[section_limits]\n1 = 99.5": "99.5",
    "[section_limits]\n1 = " + "9" * 5000: "不合 TOML",
    '[deadlines]\ndepartment = "01-28"': "是否应为“departments”",
    "[deadlines]\ndepartments = 2025-01-28": "2025-01-28",
    '[deadlines]\ndepartments = "2025-01-28"': "“2025-01-28”",
    '[deadlines]\ndepartments = "1月28日"': "“1月28日”",
    '[deadlines]\ndepartments = "13-01"': "“13-01”",
    '[deadlines]\ngovernments = "02-29"': "“02-29”",
    '[deadlines]\ndepartments = "02-01"': "晚于《条例》第四十九条",
    '[deadlines]\ngovernments = "04-01"': "晚于《条例》第四十九条",
    'domains = "example.org"': "方括号",
    'domains = ["http://example.org/"]': "http://",
    "domains = [1]": "不是域名",
    'domains = ["example"]': "不是域名",
    "[rules\n": "第 1 行",
    "\n\n[rules]\nx = = 1": "第 4 行",
    "[rules]\n[rules]": "第 2 行",
    'domains = ["example.org"': "末尾",
}


@pytest.mark.parametrize(("text", "words"), WRONG.items(), ids=lambda text: text[:40])
def test_what_nobody_understands_is_told_in_one_chinese_sentence(text: str, words: str) -> None:
    told = reason(text)
    assert words in told
    assert re.search("[\u4e00-\u9fff]", told)
    assert "\n" not in told
    assert len(told) < 160


def test_a_file_of_another_encoding_or_of_another_kind_is_told_as_that() -> None:
    assert "UTF-8" in reason("# 本地规则".encode("gb18030"))
    assert "超过" in reason(b"#" * 300_000)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_whatever_a_file_holds_it_is_rules_or_our_own_error(data: bytes) -> None:
    with suppress(BrokenRules):
        assert isinstance(local_rules(data, CODES), LocalRules)


def test_every_setting_of_the_local_rules_and_every_level_is_told_in_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    settings = [name for name in LocalRules.__struct_fields__ if name != "severities"]
    asked = ["`[rules]`", *LEVELS, "off", *settings, *Deadlines.__struct_fields__]
    assert [word for word in asked if word not in page] == []


def test_the_examples_of_the_page_are_rules_of_this_house() -> None:
    blocks = re.findall(r"^```toml\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert blocks
    found = [rules_from(block.encode()) for block in blocks]
    assert found[0].section_limits == {1: 1000}
    assert found[0].deadlines.departments == MonthDay(1, 28)
    assert found[0].severities
    assert {kind.code for kind in all_kinds()} >= {code for code in found[0].severities if "*" not in code}


def test_a_rule_may_ask_what_the_place_lays_down() -> None:
    assert Evidence(model()).rules is NATIONWIDE
    assert Evidence(model(prose=PROSE), rules=LIMITED).rules is LIMITED
