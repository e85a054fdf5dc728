"""Counts of applicants, results and disputes equal the cells that their words name, and no others."""

from __future__ import annotations

import pytest

from tests.claims.marked import ACTIVE, problems

APPLICANTS_OPEN = "the row counted last is another"
APPLICANTS = (
    "其中自然人申请{26件=new.natural}，占92.9%。",
    "共收到申请{28件=new}，其中公民26件，法人2件。",
    "共收到申请{28件=new}，均来自自然人。",
    "向自然人提供信息20件。",
    "全年共收到政府信息公开申请{28件=new}，其中自然人{26件=new.natural}，法人或其他组织{2件=new.legal_persons}。",
    "共收到申请{28件=new}，其中自然人申请{26件=new.natural}、商业企业申请{2件=new.business}。",
    "共办结{29件=closed}，其中自然人{27件=closed.natural}，法人和其他组织{2件=closed.legal_persons}。",
    (
        "按申请人类型分，自然人{26件=new.natural}，商业企业{1件=new.business}，科研机构{0件=new.research}，社"
        "会公益组织{0件=new.welfare}，法律服务机构{1件=new.legal}，其他0件。"
    ),
    "申请人为自然人的{26件|new.natural}，为法人的2件。",
    "自然人26人，法人2家。",
    "自然人通过网络提交20件。",
    "自然人网上申请20件。",
    "其中企业2件，律师事务所1件。",
    "共收到申请{28件=new}，其中自然人{26件=new.natural}；上年结转{2件=in}，其中自然人{2件|in.natural}。",
    "共收到申请{28件=new}；结转下年度{1件=out}，其中自然人申请{1件|out.natural}。",
    (
        "共收到申请{28件=new}；予以公开{20件=granted}，其中自然人{18件|granted.natural}，法人或其他组织{2件|g"
        "ranted.legal_persons}。"
    ),
    "共收到申请{28件=new}，其中不予公开{3件=denied}（自然人{3件|denied.natural}）。",
    "共收到申请{28件=new}。被申请行政复议{3件=review}，其中自然人3件。",
    "信函申请8件，其中自然人6件，法人或其他组织2件。",
    "通过网络申请20件，自然人19件。",
    "2023年收到申请23件，其中自然人20件。",
)


@pytest.mark.parametrize("sentence", APPLICANTS)
def test_applicants_are_those_of_the_row_that_was_counted_last(sentence: str) -> None:
    assert problems(sentence) == []


RESULTS_OPEN = "the words name the row otherwise"
RESULTS = (
    "不予公开{0件=denied}，无法提供{0件=unavailable}。",
    "不予公开类{2件=denied}，予以公开类{5件=granted}。",
    "公开{5件|granted}，部分公开{3件=partly}。",
    (
        "无法提供{9件=unavailable}，其中本机关不掌握相关政府信息{7件=not_held}，没有现成信息需要另行制作{2件="
        "to_make}。"
    ),
    "其他处理{2件=otherwise}，其中申请人逾期不补正1件，其他1件。",
    "其他情形1件。",
    "其他2件。",
    "经复议后改为予以公开1件。",
    "拟不予公开2件，会商后予以公开{2件|granted}。",
    (
        "予以公开{5件=granted}，部分公开{3件=partly}，不予公开{2件=denied}，无法提供{10件=unavailable}，不予"
        "处理{1件=refused}，其他处理{2件=otherwise}。"
    ),
    "从办理结果看，予以公开的{5件=granted}，占17.2%；部分公开的{3件=partly}。",
    "{5件=granted}予以公开，{3件=partly}部分公开，{2件=denied}不予公开。",
    "其中{5件=granted}予以公开、{3件=partly}部分公开。",
    "予以公开或部分公开{8件=granted+partly}。",
    "予以公开及部分公开{8件=granted+partly}，占28%。",
    "不予公开{2件=denied}（其中属于国家秘密{1件=secret}，保护第三方合法权益{1件=third}）。",
    (
        "属于四类过程性信息{1件=process}，属于三类内部事务信息{1件=internal}，属于行政执法案卷{1件=files}，属"
        "于行政查询事项{1件=query}。"
    ),
    (
        "本机关不掌握相关政府信息{6件=not_held}，没有现成信息需要另行制作{1件=to_make}，补正后申请内容仍不明"
        "确{1件=unclear}。"
    ),
    "信访举报投诉类申请{1件=petition}，重复申请{2件=repeated}，要求提供公开出版物{1件=publication}。",
    "信息不存在4件，不属于本机关公开2件。",
    "不掌握相关信息4件，不属于本机关职责2件。",
    "答复“信息不存在”4件、“不属于本机关负责公开”2件。",
    "因本机关不掌握相关政府信息无法提供{6件|not_held}。",
    "主动撤回申请1件。",
    "申请人撤销申请1件。",
    "告知补正3件，补正后办结2件。",
    "已主动公开5件。",
    "未予公开2件。",
    "非本机关公开2件。",
    "提供1件，不提供2件。",
    "予以公开答复{5件=granted}，部分公开答复{3件=partly}。",
    "作出予以公开决定{5件=granted}。",
    "申请内容不明确1件。",
    "无正当理由大量反复申请{1件=mass}。",
    "要求行政机关确认或重新出具已获取信息{1件=confirm}。",
    "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请1件。",
    "涉及国家秘密不予公开{1件|secret}，涉及商业秘密不予公开1件。",
    "不予公开的{2件|denied}中，{1件|secret}属于国家秘密。",
    "经审查，依法不予公开{2件=denied}。",
    "县公安局不予公开2件。",
    "2023年予以公开8件。",
    "网上申请予以公开3件。",
    "对自然人申请予以公开18件。",
    "上年结转{2件=in}，均予以公开。",
)


@pytest.mark.parametrize("sentence", RESULTS)
def test_results_are_tied_to_their_rows(sentence: str) -> None:
    assert problems(sentence) == []


DISPUTES_OPEN = "both sorts together, another organ's, or as the judge"
DISPUTES = (
    "因政府信息公开被申请行政复议{2件=review}，被提起行政诉讼{1件=suits}。",
    "政府信息公开行政复议案件{2件=review}、行政诉讼案件{1件=suits}。",
    "{2件=review}行政复议，{1件=suits}行政诉讼。",
    "因政府信息公开引发的行政复议{2起=review}、行政诉讼{1起=suits}。",
    (
        "被申请行政复议{5件=review}，其中结果维持{3件=review.upheld}，结果纠正{1件=review.corrected}，尚未审"
        "结{1件=review.pending}。"
    ),
    "行政诉讼{3件=suits}，其中未经复议直接起诉{2件=direct}，复议后起诉{1件=after}。",
    "行政复议案件{0件=review}，行政诉讼案件{0件=suits}。",
    "发生行政复议、行政诉讼案件共3件。",
    "引发行政复议和行政诉讼3件。",
    "行政复议、诉讼案件3件。",
    "行政复议与行政诉讼案件合计3件。",
    "行政复议、行政诉讼案件分别为{2件|review}、{1件|suits}。",
    "司法局全年审理行政复议案件120件。",
    "我局审结行政复议案件120件，其中涉及政府信息公开的行政复议案件8件。",
    "作为复议机关，办理政府信息公开类行政复议案件8件。",
    "受理以各部门为被申请人的行政复议案件8件。",
    "办理行政复议答复2件、行政诉讼应诉1件。",
    "行政复议答复书2份。",
    "一审行政诉讼2件，二审行政诉讼1件。",
    "行政复议纠错1件。",
    "行政复议撤回1件。",
    "行政诉讼败诉0件，行政诉讼胜诉1件。",
    "胜诉1件，败诉0件。",
    "2023年行政复议3件。",
    "上年度转入行政复议1件。",
    "县公安局行政复议1件。",
    "行政复议{2件=review}，较上年减少1件；行政诉讼{1件=suits}，与上年持平。",
    "未审结行政复议1件。",
    "尚未审结的行政诉讼1件。",
    "行政复议中，维持{1件|review.upheld}，纠正{1件|review.corrected}。",
    "行政诉讼{4件=suits}，维持{4件=suits.upheld}。",
)


@pytest.mark.parametrize("sentence", DISPUTES)
def test_disputes_about_disclosure_are_tied_to_table_four(sentence: str) -> None:
    assert problems(sentence) == []


OTHER_DISPUTES_OPEN = "the disputes are not about disclosure"
OTHER_DISPUTES = (
    "全年办理行政复议案件120件。",
    "依托政府信息公开平台，公开行政复议决定书120份，办理行政复议案件120件。",
    "办理行政复议案件120件，其中上年结转5件。",
    "办结行政诉讼案件30件，公开裁判文书30份。",
    "全年行政应诉案件15件，政府信息公开专栏公布应诉情况。",
)


@pytest.mark.parametrize("sentence", OTHER_DISPUTES)
def test_disputes_about_other_things_are_no_cell(sentence: str) -> None:
    assert problems(sentence, ACTIVE) == []
