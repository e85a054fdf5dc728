from __future__ import annotations

import pytest

from gongkai.checks.same_organ import one_house, one_name, scopes_agree, surely_one_name
from gongkai.report import Scope
from tests.checks.examples import model, renamed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("絮泉县人民政府", "絮泉县人民政府"),
        ("絮泉县人民政府", "栖霓市絮泉县人民政府"),
        ("区公安局", "鹭汀综合实验区公安局"),
        ("絮泉县 人民政府", "絮泉县人民政府（本级）"),
    ],
)
def test_a_name_may_be_shortened(one: str, other: str) -> None:
    assert one_name(one, other)
    assert one_name(other, one)
    assert one_house(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("絮泉县人民政府", "絮泉县人民政府办公室"),
        ("鹭汀综合实验区", "鹭汀综合实验区管理委员会"),
        ("鹭汀综合实验区管委会", "鹭汀综合实验区管理委员会"),
        ("絮泉县", "絮泉县人民政府"),
    ],
)
def test_a_government_and_its_office_are_one_house_but_not_one_name(one: str, other: str) -> None:
    assert one_house(one, other)
    assert not one_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("絮泉县财政局", "絮泉县教育局"),
        ("絮泉县人民政府", "砚萤县人民政府"),
        ("絮泉县", "絮泉县公安局"),
        ("人民政府办公室", "絮泉县人民政府"),
        ("局", "絮泉县公安局"),
    ],
)
def test_other_organs_are_others(one: str, other: str) -> None:
    assert not one_house(one, other)
    assert not one_house(other, one)


def test_a_name_that_many_organs_end_in_is_not_sure() -> None:
    assert surely_one_name("絮泉县人民政府", "栖霓市絮泉县人民政府")
    assert surely_one_name("区公安局", "区公安局")
    assert one_name("县人民政府", "絮泉县人民政府")
    assert not surely_one_name("县人民政府", "絮泉县人民政府")
    assert not surely_one_name("絮泉县人民政府", "砚萤县人民政府")


def test_an_organs_own_work_is_not_what_a_whole_government_counts() -> None:
    own, whole = (renamed(model(), scope=scope) for scope in (Scope.OWN, Scope.CONSOLIDATED))
    assert not scopes_agree(own, whole)
    assert scopes_agree(own, own)
    assert scopes_agree(own, model())
