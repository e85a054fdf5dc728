"""What may be counted twice is pointed out, until the list of organs settles it."""

from __future__ import annotations

import pytest

from gongkai.report import AnnualReport, Scope
from gongkai.report.consolidation.children import children_of_text
from gongkai.report.consolidation.consolidate import consolidate
from gongkai.report.consolidation.consolidated import Consolidation, Status
from tests.comparable import report, zero

COUNTY, TOWN, BUREAU = "萤台县人民政府", "萤台县杏霭镇人民政府", "萤台县财政局"


def added(*reports: AnnualReport, organ: str = COUNTY, children: str = "") -> Consolidation:
    files = [(f"{number}.html", one) for number, one in enumerate(reports, 1)]
    listed = children_of_text(children) if children else None
    return consolidate(files, organ=organ, year=2023, children=listed)


def codes(found: Consolidation) -> list[str]:
    return [note.code for note in found.notes]


@pytest.mark.parametrize(
    ("organ", "names", "code", "organs"),
    [
        (COUNTY, (COUNTY, "萤台县人民政府办公室", BUREAU), "own_and_office", (COUNTY, "萤台县人民政府办公室")),
        (
            "砚汀市人民政府",
            ("砚汀市鹭河区人民政府", "石桥街道办事处", "松塔县青砚镇人民政府"),
            "perhaps_inside",
            ("石桥街道办事处",),
        ),
    ],
)
def test_what_may_be_counted_twice_is_to_be_looked_at_until_the_list_settles_it(
    organ: str, names: tuple[str, ...], code: str, organs: tuple[str, ...]
) -> None:
    reports = [
        report(organ=name, seed=seed, scope=Scope.CONSOLIDATED if name.endswith("区人民政府") else Scope.OWN)
        for seed, name in enumerate(names)
    ]
    found = added(*reports, organ=organ)
    assert [note.organs for note in found.notes if note.code == code] == [organs]
    assert not found.complete
    settled = added(
        *reports, organ=organ, children="机关名称,是否纳入\n" + "".join(f"{one},纳入\n" for one in names)
    )
    assert code not in codes(settled)
    assert settled.complete
    assert {one.status for one in settled.members} == {Status.TAKEN}


def test_organs_with_the_same_figures_are_pointed_out_but_not_those_with_next_to_none() -> None:
    found = added(report(organ=BUREAU), report(organ=TOWN), report(organ="萤台县教育局", seed=2))
    assert [note.organs for note in found.notes if note.code == "same_figures"] == [(BUREAU, TOWN)]
    assert {one.status for one in found.members} == {Status.TAKEN}
    assert codes(added(zero(organ=BUREAU), zero(organ=TOWN))) == ["no_list"]
