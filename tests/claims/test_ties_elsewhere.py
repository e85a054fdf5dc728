"""Counts in the other parts of a report: documents, what is published, supervision, problems, plans."""

from __future__ import annotations

import pytest

from tests.claims.marked import ACTIVE, MANAGEMENT, NO_HEADING, SUPERVISION, failing, problems

DOCUMENTS_OPEN = "made by some, or something else done with them"
DOCUMENTS = (
    "本年度制发行政规范性文件{3件=norms.made}、废止{1件=norms.repealed}、现行有效{48件=norms.in_force}。",
    "新制定并发布{3件=norms.made}行政规范性文件，目前现行有效的行政规范性文件共计{48件=norms.in_force}。",
    "现行有效行政规范性文件为{48件=norms.in_force}。",
    "共有现行有效规范性文件{48件=norms.in_force}。",
    "制发规章{0件=rules.made}。",
    "地方性法规3件，政府规章2件。",
    "提请制定地方性法规2件、政府规章{3件|rules.made}。",
    "政府规章立法后评估2件。",
    "废止政策文件12件。",
    "废止文件5件，其中规范性文件{1件|norms.repealed}。",
    "制发行政规范性文件{3件=norms.made}，废止{1件=norms.repealed}，现行有效{48件=norms.in_force}。",
    (
        "本年制发行政规范性文件{3件=norms.made}，废止行政规范性文件{1件=norms.repealed}，现行有效行政规范性文"
        "件{48件=norms.in_force}。"
    ),
    "新制定行政规范性文件{3件=norms.made}，目前现行有效{48件=norms.in_force}。",
    "新制定{3件=norms.made}行政规范性文件。",
    "制定出台行政规范性文件{3件=norms.made}。",
    "现行有效的行政规范性文件共计{48件=norms.in_force}。",
    "截至2024年底，现行有效行政规范性文件{48件=norms.in_force}。",
    "集中公开现行有效行政规范性文件{48件=norms.in_force}。",
    "制定政府规章{2件=rules.made}，废止规章{1件=rules.repealed}，现行有效规章{18件=rules.in_force}。",
    "制定规章{2部=rules.made}，行政规范性文件{3件=norms.made}。",
    "清理规范性文件56件。",
    "对规范性文件进行清理，保留48件，修改2件。",
    "对现行规范性文件开展清理，继续有效48件，废止5件，宣布失效3件。",
    "宣布失效规范性文件3件。",
    "修改规范性文件2件。",
    "备案审查规范性文件12件。",
    "合法性审核规范性文件12件。",
    "报备规范性文件3件。",
    "全年制定行政规范性文件{3件=norms.made}，解读规范性文件2件。",
    "全年制定行政规范性文件{3件=norms.made}，上传规范性文件5件。",
    "全年制定行政规范性文件{3件=norms.made}，评估规范性文件5件。",
    "全年制定行政规范性文件{3件=norms.made}，公开规范性文件51件。",
    "制定年度计划，完成规范性文件标注12件。",
    failing("制发县政府规范性文件3件、部门规范性文件5件。", DOCUMENTS_OPEN),
    "以县政府名义制发规范性文件3件，以县政府办公室名义制发规范性文件5件。",
    "县政府部门制定规范性文件5件。",
    "县司法局制定规范性文件1件。",
    "制定党内规范性文件2件。",
    "制发非规范性文件12件。",
    "2023年制定行政规范性文件5件。",
    "起草规范性文件4件，征求意见4件。",
    "制定规范性文件管理制度3项。",
    "规范性文件公开率100%。",
    "公布规范性文件目录1份。",
    "规范性文件库收录文件48件。",
    "公文属性认定为主动公开120件、依申请公开30件、不予公开20件。",
    "联合市场监管局制定规范性文件1件。",
    "转发上级规范性文件6件。",
    "废止和宣布失效行政规范性文件{4件|norms.repealed}。",
    "梳理规范性文件60件，其中现行有效48件、废止8件、失效4件。",
    "2024年共审核政府信息2300条，不予公开5条。",
)


@pytest.mark.parametrize("sentence", DOCUMENTS)
def test_documents_are_tied_to_table_two_by_what_was_done_with_them(sentence: str) -> None:
    assert problems(sentence, MANAGEMENT) == []


ACTIVE_DISCLOSURE_OPEN = "nothing of this is a request or a document made"
ACTIVE_DISCLOSURE = (
    "全年主动公开政府信息3707条，其中网站2400条，政务新媒体1307条。",
    "公开行政许可信息300条，行政处罚信息200条。",
    "政务服务大厅全年受理各类申请3.2万件，办结3.1万件。",
    "受理申请300件，办结300件，均为行政许可事项。",
    "公开规范性文件45件，政策解读40篇。",
    "公开行政规范性文件45件，其他文件120件。",
    "网站设有主动公开、依申请公开、互动交流等栏目，全年收到留言120条，办结120条。",
    "公文中主动公开120件，依申请公开30件，不予公开20件。",
    "全年制发公文170件，其中主动公开120件、依申请公开30件、不予公开20件。",
    "认定依申请公开信息142条、不予公开信息137条。",
    "答复网民咨询120件，办结率100%。",
    "办理12345热线转办件2495件，办结率99%。",
    "举办新闻发布会3场，开展在线访谈5次。",
    "处理群众诉求486件，办结480件。",
    "公开财政预决算信息12条、重大项目信息25条。",
    "上年结转5项，本年新增8项。",
    "推送信息1200条，处理8起网络舆情。",
    "公布权责清单事项4650项，办理事项290项。",
)


@pytest.mark.parametrize("sentence", ACTIVE_DISCLOSURE)
def test_what_is_published_is_no_cell(sentence: str) -> None:
    assert problems(sentence, ACTIVE) == []


SUPERVISION_WORK_OPEN = "what is checked is no year's count"
SUPERVISION_WORK = (
    "组织培训3期，参训120人次，考核结果为良好。",
    "受理投诉举报2件，办结2件。",
    "收到群众意见建议12条，办理12条。",
    "未发生责任追究情形。",
    "依申请公开工作纳入考核，占10分，办结整改事项3件。",
    "开展依申请公开答复质量抽查，抽查答复12件，发现问题3个。",
    "全县依申请公开培训2次，旁听行政诉讼庭审1件。",
)


@pytest.mark.parametrize("sentence", SUPERVISION_WORK)
def test_what_is_done_to_supervise_is_no_cell(sentence: str) -> None:
    assert problems(sentence, SUPERVISION) == []


PLANS_OPEN = "a problem or an example, no count of the year"
PLANS = (
    "2025年，力争申请答复率100%。",
    "一是个别单位未及时登记申请，二是答复不够规范。",
    "下一步将从3个方面改进：规范答复5个环节。",
    "针对2024年被纠错的1件行政复议案件，举一反三抓整改，加强政府信息公开培训。",
    "部分单位答复申请1件需要多次沟通。",
)


@pytest.mark.parametrize("sentence", PLANS)
def test_problems_and_plans_are_no_cells(sentence: str) -> None:
    assert problems(sentence, NO_HEADING) == []
