"""Every kind of finding is entered once, has a source and an example of both sorts, and its place in the docs."""

from __future__ import annotations

import inspect
import re
import sys
from collections import Counter
from string import Formatter

import pytest

from gongkai.checks.catalogue import RULES, Kind, Rule
from gongkai.checks.check import all_kinds, all_rules, findings_of
from gongkai.report import Finding
from tests.checks.all_examples import all_examples
from tests.house.tree import ROOT

PAGE = ROOT / "docs" / "reference" / "findings.md"
CODE = re.compile(r"[a-z]+(_[a-z]+)*(\.[a-z]+(_[a-z0-9]+)*)+")
HAN = re.compile("[\u4e00-\u9fff]")
KINDS = [pytest.param(kind, id=kind.code) for kind in all_kinds()]
CHECKS = [pytest.param(rule, id=f"{rule.check.__module__}.{rule.check.__name__}") for rule in all_rules()]


def findings(code: str, *, failing: bool) -> list[Finding]:
    example = all_examples()[code]
    found = findings_of(example.failing if failing else example.passing)
    return [finding for finding in found if finding.code == code]


def test_every_kind_is_entered_once() -> None:
    entered = Counter(kind.code for rule in RULES for kind in rule.kinds)
    assert {code: count for code, count in entered.items() if count > 1} == {}
    assert [rule for rule in RULES if not rule.kinds] == []


def test_every_kind_that_a_module_states_is_entered() -> None:
    all_rules()
    modules = [module for name, module in sys.modules.items() if name.startswith("gongkai.checks.")]
    stated = {thing.code for module in modules for thing in vars(module).values() if isinstance(thing, Kind)}
    assert sorted(stated - {kind.code for kind in all_kinds()}) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_code_is_a_subject_and_a_fault_in_english(kind: Kind) -> None:
    assert CODE.fullmatch(kind.code)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_a_title_and_a_source_in_chinese(kind: Kind) -> None:
    assert HAN.search(kind.title)
    assert not kind.title.endswith(("。", "."))
    assert HAN.search(kind.source)
    # A source is what a clerk can look up: a law, a notice, a practice; never the notes this was made from.
    assert "facts" not in kind.source


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_message_leaves_open_are_names(kind: Kind) -> None:
    fields = [field for _, field, _, _ in Formatter().parse(kind.message) if field is not None]
    assert [field for field in fields if not field.isidentifier()] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_an_example_that_passes_and_one_that_fails(kind: Kind) -> None:
    assert kind.code in all_examples(), "tests/checks/test_<subject>.py: EXAMPLES"
    assert findings(kind.code, failing=False) == []
    assert findings(kind.code, failing=True) != []


@pytest.mark.parametrize("kind", KINDS)
def test_the_messages_of_an_example_are_whole_chinese_sentences(kind: Kind) -> None:
    told = [finding.message for finding in findings(kind.code, failing=True)]
    assert told
    assert [words for words in told if re.search(r"[{}]|None|\bnan\b|Decimal|\s\s|[。，]{2}", words)] == []
    assert [words for words in told if not (HAN.search(words) and words.endswith(("。", "？", "）")))] == []


def test_no_example_is_of_a_kind_that_is_gone() -> None:
    assert sorted(all_examples().keys() - {kind.code for kind in all_kinds()}) == []


def test_every_kind_has_its_place_in_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [kind.code for kind in all_kinds() if f"### `{kind.code}` " not in page] == []


@pytest.mark.parametrize("rule", CHECKS)
def test_the_docstring_of_a_rule_says_its_source_and_what_it_yields(rule: Rule) -> None:
    told = inspect.getdoc(rule.check) or ""
    assert [word for word in ("Source:", "Yields:") if word not in told] == []


@pytest.mark.parametrize("rule", CHECKS)
def test_a_rule_yields_only_the_kinds_it_was_entered_with(rule: Rule) -> None:
    yielded = {finding.code for example in all_examples().values() for finding in rule.check(example.failing)}
    assert yielded <= {kind.code for kind in rule.kinds}


@pytest.mark.parametrize("kind", KINDS)
def test_the_words_that_a_finding_quotes_stand_where_it_says(kind: Kind) -> None:
    passages = {(one.part, one.number): one.text for one in all_examples()[kind.code].failing.passages}
    quotes = [quote for finding in findings(kind.code, failing=True) for quote in finding.quotes]
    assert [one for one in quotes if passages[one.part, one.number][one.start : one.end] != one.text] == []
