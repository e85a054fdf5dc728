"""Zeros that prose states in words, and words of denial that state none."""

from __future__ import annotations

import pytest

from tests.claims.marked import MANAGEMENT, NO_HEADING, SUPERVISION, problems

NOTHING_RECEIVED_OPEN = "the commonest wordings of no request"
NOTHING_RECEIVED = (
    "本年度{未收到政府信息公开申请=new}。",
    "2024年，我局{未收到任何公民、法人或其他组织提出的政府信息公开申请=new}。",
    "全年{没有收到依申请公开=new}事项。",
    "全年{无政府信息公开申请=new}。",
    "本年度{未接到信息公开申请=new}，亦{无上年结转=in}。",
    "2024年{未收到公开政府信息的申请=new}。",
    "本年度{未收到要求公开政府信息的申请=new}。",
    "本年度{未受理政府信息公开申请=new}。",
    "全年{没有政府信息公开申请=new}。",
    "本年度{暂无依申请公开申请=new}。",
    "2024年{尚未收到群众申请=new}。",
    "全年{未产生依申请公开事项=new}。",
    "本年度{未收到依申请公开申请=new}，也{无上年结转申请=in}。",
    "本年度{无依申请公开=new}情况。",
    "本年度收到政府信息公开申请{0件=new}。",
    "本年度收到政府信息公开申请{零件|new}。",
    "本年度收到政府信息公开申请为{零|new}。",
    "全年依申请公开{0件|new}。",
    "政府信息公开申请实现零申请。",
    "2024年，我县各级行政机关均{未收到政府信息公开申请=new}。",
)


@pytest.mark.parametrize("sentence", NOTHING_RECEIVED)
def test_nothing_received_is_a_zero(sentence: str) -> None:
    assert problems(sentence) == []


NO_ZERO_OF_REQUESTS_OPEN = "what is denied is not that requests came"
NO_ZERO_OF_REQUESTS = (
    "2023年未收到政府信息公开申请。",
    "近三年未收到政府信息公开申请。",
    "截至6月底未收到政府信息公开申请。",
    "其中35家单位未收到政府信息公开申请。",
    "有16个乡镇未收到申请。",
    "青砚镇、雪鹭乡未收到政府信息公开申请。",
    "县审计局未收到申请。",
    "部分单位全年未收到申请。",
    "未收到法人或其他组织的申请。",
    "未收到信函、传真申请。",
    "未收到网上申请。",
    "未收到当面申请。",
    "没有超期办理的申请。",
    "没有未办结的申请。",
    "没有未办结的政府信息公开申请。",
    "无积压申请。",
    "无超时申请。",
    "无超期未办结申请。",
    "无逾期答复申请。",
    "无逾期未答复的申请。",
    "未发生逾期答复申请的情况。",
    "无重复申请。",
    "无恶意申请。",
    "无不予处理的申请。",
    "无撤回申请。",
    "无申请人撤回申请。",
    "没有涉密申请。",
    "没有撤销的申请。",
    "未收到减免费用的申请。",
    "未收到信访举报投诉类申请。",
    "{未收到复议申请|review}。",
    "未收到更正个人信息的申请。",
    "未收到上级转办的申请。",
    "对未提交身份证明的申请，一次性告知补正。",
    "对没有明确指向的申请，指导申请人补正。",
    "无法提供申请的，说明理由。",
    "无需申请，即可查阅。",
    "不存在未按期办理的申请。",
    "申请人未明确申请内容的，告知其补正。",
    "个别单位未及时登记申请。",
    "部分单位未严格按照程序受理申请。",
    "尚未开通网上申请。",
    "暂未实现在线申请。",
    "如未收到申请，应实行零报告。",
    "未通过网络收到申请。",
    "未收到有效申请，仅有咨询3次。",
    "申请人对答复无异议，未再次申请。",
    "没有收费的申请。",
    "没有一件申请超期。",
    "未公开申请人个人信息。",
    "未申请延期。",
)


@pytest.mark.parametrize("sentence", NO_ZERO_OF_REQUESTS)
def test_nothing_of_one_sort_or_of_some_organs_is_no_zero_of_the_year(sentence: str) -> None:
    assert problems(sentence) == []


NOTHING_CARRIED = (
    "{上年无结转=in}。",
    "{上年度无结转申请=in}，{无结转下年度=out}申请。",
    "{上年度没有结转=in}申请。",
    "{无上年结转=in}。",
    "{无上年度结转申请=in}。",
    "{无2023年结转=in}。",
    "{2023年度无结转=in}事项。",
    "{无申请结转至下年度=out}。",
    "{无结转下年度继续办理=out}的申请。",
    "{没有结转下一年度=out}。",
    "{未结转下年度=out}。",
    "{无结转至2025年=out}的申请。",
    "无结转。",
    "均无结转。",
    "所有申请均已办结，{无结转下年=out}。",
)


@pytest.mark.parametrize("sentence", NOTHING_CARRIED)
def test_nothing_carried_over_is_a_zero(sentence: str) -> None:
    assert problems(sentence) == []


DISPUTES_OPEN = "what is denied is not that there were disputes"
DISPUTES = (
    "{未发生因政府信息公开引起的行政复议=review}。",
    "{未因政府信息公开被申请行政复议、提起行政诉讼=review+suits}。",
    "{无行政复议、行政诉讼=review+suits}情况。",
    "{没有行政复议和行政诉讼=review+suits}案件。",
    "{未发生政府信息公开行政复议、诉讼=review+suits}。",
    "{未收到行政复议=review}申请，{未发生行政诉讼=suits}。",
    "{无政府信息公开行政诉讼=suits}案件。",
    "{未被提起行政诉讼=suits}。",
    "{均未引发行政复议或行政诉讼=review+suits}。",
    "未发生行政复议被纠错案件。",
    "无行政复议纠错案件。",
    "未发生行政诉讼败诉案件。",
    "无行政诉讼败诉案件。",
    "未出现行政复议、行政诉讼败诉情况。",
    "无行政复议被撤销的情形。",
    "未审结行政复议1件。",
    "尚未审结的行政诉讼1件。",
    "尚无结论的行政复议1件。",
    "暂无结果的行政诉讼1件。",
    "没有因答复超期引发的行政复议。",
    "无因程序违法引发的行政诉讼。",
    "无经复议后提起行政诉讼的情况。",
    "未经复议直接起诉{0件=direct}。",
    "行政复议决定作出后，申请人未提起行政诉讼。",
    "2023年无行政复议、行政诉讼。",
    "县公安局未发生行政复议、行政诉讼。",
    "多数单位未发生行政复议。",
    "申请人未申请行政复议的，答复生效。",
    "未告知行政复议、行政诉讼途径的，责令改正。",
    "答复书未写明行政复议机关和期限的，退回重写。",
    "无法通过行政复议解决的，引导申请人协商。",
    "尚未建立行政复议会商机制。",
    "没有应对行政诉讼的专门人员。",
)


@pytest.mark.parametrize("sentence", DISPUTES)
def test_no_disputes_is_a_zero_and_no_lost_disputes_is_none(sentence: str) -> None:
    assert problems(sentence) == []


REPEALED_OPEN = "what is denied is an attribute of documents"
REPEALED = (
    "新制定行政规范性文件{3件=norms.made}，{无废止=norms.repealed}，现行有效{48件|norms.in_force}。",
    "制定行政规范性文件{3件=norms.made}，{暂无废止=norms.repealed}。",
    "本年度行政规范性文件{未废止=norms.repealed}。",
    "本年度{没有废止=norms.repealed}行政规范性文件。",
    "集中公开未废止、未失效的规范性文件48件。",
    "对未废止的规范性文件标注“有效”。",
    "对尚未废止但已不适用的规范性文件提出修改意见。",
    "没有明确废止时间的规范性文件，按5年计算有效期。",
    "无规范性文件失效未标注的情况。",
    "2023年无废止规范性文件。",
    "县司法局无废止规范性文件。",
    "无失效规范性文件。",
    "本年度未制发行政规范性文件。",
)


@pytest.mark.parametrize("sentence", REPEALED)
def test_nothing_repealed_is_a_zero(sentence: str) -> None:
    assert problems(sentence, MANAGEMENT) == []


FEES = (
    "本年度未收取信息处理费。",
    "未向申请人收取政府信息公开信息处理费。",
    "信息处理费0元。",
)


@pytest.mark.parametrize("sentence", FEES)
def test_no_fee_is_tied_to_no_cell(sentence: str) -> None:
    assert problems(sentence, NO_HEADING) == []


ELSEWHERE_OPEN = "not about disclosure, or not about requests"
ELSEWHERE = (
    "执法工作未引发行政复议、行政诉讼。",
    "政务公开工作未发生责任追究，执法工作未引发行政诉讼。",
    "未收到群众投诉。",
    "行政许可无超期申请。",
)


@pytest.mark.parametrize("sentence", ELSEWHERE)
def test_zeros_of_other_work_are_no_cell(sentence: str) -> None:
    assert problems(sentence, SUPERVISION) == []
