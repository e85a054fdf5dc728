from __future__ import annotations

import msgspec

from gongkai.checks.evidence import Evidence
from gongkai.checks.peers import no_other_name_is_left, text_is_its_own
from gongkai.report import AnnualReport, Finding, Severity
from tests.checks.examples import Example, model
from tests.checks.test_sameness import LONG, OTHER

OWN, PEER, SCHOOLS = "絮泉县财政局", "絮泉县民政局", "絮泉县教育局"
LEFT = "加强学习培训,不断提高絮泉县民政局工作人员的业务水平和服务意识。"


def of(organ: str, *words: str, year: int = 2024) -> AnnualReport:
    return model(organ=organ, year=year, prose={1: words, 5: ("问题:形式单一。改进:增加图解。",)})


def against(report: AnnualReport, *peers: AnnualReport) -> Evidence:
    return Evidence(report, (), tuple((peer.organ or "", peer) for peer in peers))


def text(report: AnnualReport, *peers: AnnualReport) -> list[Finding]:
    return list(text_is_its_own(against(report, *peers)))


def names(report: AnnualReport, *peers: AnnualReport) -> list[Finding]:
    return list(no_other_name_is_left(against(report, *peers)))


MINE = of(OWN, f"2024年,絮泉县财政局公开120条。{LONG}", OTHER)
COPY = of(PEER, f"2024年,絮泉县民政局公开98条。{LONG}", OTHER)
FOREIGN = of(SCHOOLS, LONG[:60])
EXAMPLES = {
    "peers.text": Example(against(MINE, FOREIGN), against(MINE, COPY)),
    "peers.name_left": Example(
        against(of(OWN, LEFT.replace(PEER, OWN)), of(PEER, LEFT)), against(of(OWN, LEFT), of(PEER, LEFT))
    ),
}


def test_the_words_of_another_organ_are_a_warning_that_shows_both() -> None:
    (finding,) = text(MINE, COPY)
    assert finding.severity is Severity.WARNING
    assert int(finding.actual or 0) > 95
    assert PEER in finding.message
    assert finding.quotes[0].text.startswith(f"年,{OWN}公开120条。")
    assert f"本报告：“年,{OWN}公开120条。" in (finding.calculation or "")
    assert f"；{PEER}：“年,{PEER}公开98条。" in (finding.calculation or "")


def test_the_one_most_alike_is_named_and_the_others_are_counted() -> None:
    (finding,) = text(MINE, of(SCHOOLS, LONG, OTHER[:70]), COPY)
    assert f"“{PEER}”" in finding.message
    assert "另与 1 份报告也有雷同" in finding.message


def test_half_the_words_are_a_note_and_a_quarter_is_nothing() -> None:
    (finding,) = text(MINE, of(PEER, LONG))
    assert finding.severity is Severity.NOTE
    assert text(MINE, of(PEER, LONG[:60])) == []


def test_what_is_short_is_not_compared() -> None:
    assert text(of(OWN, LONG[:90]), of(PEER, LONG[:90])) == []


def test_the_same_report_its_office_and_other_years_are_no_peers() -> None:
    government = of("絮泉县人民政府", LONG, OTHER)
    office = msgspec.structs.replace(government, organ="絮泉县人民政府办公室")
    assert text(government, government) == []
    assert text(government, office) == []
    assert text(MINE, of(PEER, LONG, OTHER, year=2023)) == []


def test_without_peers_nothing_is_said() -> None:
    assert text(MINE) == []
    assert names(of(OWN, LEFT)) == []


def test_another_name_in_words_of_its_own_report_is_a_warning_at_the_name() -> None:
    (finding,) = names(of(OWN, LEFT), of(PEER, LEFT))
    assert finding.severity is Severity.WARNING
    assert finding.quotes[0].text == PEER


def test_a_name_that_begins_a_paragraph_needs_more_words_behind_it() -> None:
    words = f"{PEER}把公开列为年度重点任务,逐项分解到岗到人。"
    assert len(names(of(OWN, words), of(PEER, words))) == 1
    assert names(of(OWN, f"{PEER}牵头。"), of(PEER, f"{PEER}牵头。")) == []


def test_another_name_in_words_of_ones_own_is_no_slip() -> None:
    assert names(of(OWN, "会同絮泉县民政局发布救助标准,并在公告栏张贴说明。"), of(PEER, LEFT)) == []


def test_the_name_of_an_organ_of_another_kind_may_be_named() -> None:
    words = "在絮泉县人民政府的统一领导下,扎实推进各项公开工作任务落实。"
    assert names(of(OWN, words), of("絮泉县人民政府", words)) == []
