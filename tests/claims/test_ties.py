"""Counts of requests equal the cells that their words name, and no others: sentences as clerks write them."""

from __future__ import annotations

import pytest

from tests.claims.marked import failing, problems

RECEIVED_OPEN = "the commonest wordings of the year's requests"
RECEIVED = (
    failing("2024年累计收到政府信息公开申请{28件=new}。", RECEIVED_OPEN),
    failing("全年累计受理政府信息公开申请{28件=new}，累计办结{29件=closed}。", RECEIVED_OPEN),
    "共计收到申请{28件=new}。",
    "接到政府信息公开申请{28件=new}。",
    "共收到政府信息公开申请书{28份=new}。",
    "收到政府信息公开申请数量{28件=new}。",
    "全年依申请公开受理{28件|new}，办结{29件=closed}。",
    "政府信息公开申请共收到{28件|new}。",
    "全年共有{28件|new}政府信息公开申请。",
    "共受理信息公开申请{28件=new}，同比下降6.7%。",
    "2024年全县共收到政府信息公开申请{28件=new}，其中县自然资源局5件、县公安局3件。",
    "全年收到公民、法人及其他组织政府信息公开申请{28件=new}。",
    "共收到政府信息公开申请{28件=new}，已全部按时答复。",
    "2024年，全县共收到政府信息公开申请{28件=new}。",
    "全年共受理政府信息公开申请{28件=new}，均依法答复。",
    "本年度新收政府信息公开申请{28件=new}，上年结转{2件=in}，办结{29件=closed}，结转下年度{1件=out}。",
    "本年新收政府信息公开申请{28件=new}，结转上年度申请{2件=in}。",
    "2024年度共接收政府信息公开申请{28件=new}。",
    "全县各级行政机关共收到依申请公开{28件=new}。",
    "全年共收到依申请公开申请{28宗=new}。",
    "共受理依申请公开事项{28件=new}，都在法定期限内答复。",
    "共收到公民、法人和其他组织提出的政府信息公开申请{28件=new}。",
    "全年收到公众提交的信息公开申请共计{28件=new}。",
    "本机关共收到{28件=new}政府信息公开申请。",
    "本年度共收到申请{28件=new}。",
    "共收到申请{二十八件=new}。",
    "全年收到政府信息公开申请{八件=new}。",
    "全年收到{两件=new}政府信息公开申请。",
    "共收到政府信息公开申请{1,028件=new}。",
    "共收到政府信息公开申请{1，028件=new}。",
    "共收到政府信息公开申请 {28 件=new}，均按期答复。",
    "共收到政府信息公开申请{２８件=new}。",
    "共收到政府信息公开申请{28余件=new}。",
    "共收到政府信息公开申请约{30件=new}。",
    "全市共收到政府信息公开申请{1.2万件=new}。",
    "2024年，絮泉县人民政府共收到政府信息公开申请{28件=new}。",
    "絮泉县2024年共收到政府信息公开申请{28件=new}。",
    "2024年以来，全县共收到政府信息公开申请{28件=new}。",
    "今年以来，我县共收到政府信息公开申请{28件=new}。",
    "截至2024年12月31日，全县共收到政府信息公开申请{28件=new}。",
    "2024年1月1日至12月31日，全县共收到政府信息公开申请{28件=new}。",
    "全年共收到政府信息公开申请{28件=new}，比上年增加5件，增长21.7%。",
    "全年共收到政府信息公开申请{28件=new}，较2023年减少3件。",
    "政府信息公开申请方面，全年共收到{28件|new}，办结{29件=closed}。",
    "全年政府信息公开申请量为{28件|new}。",
    "2024年共收到依申请公开办件{28件|new}。",
    "全年新增政府信息公开申请{28件|new}。",
    "本年新收{28件|new}，上年结转{2件=in}，本年办结{29件=closed}，结转下年{1件=out}。",
    "2024年我县共收到申请{28件=new}，申请内容主要涉及土地征收、房屋拆迁、财政预算等方面。",
    "我县认真办理每一件申请，全年共收到申请{28件=new}。",
    "依申请公开。全年收到申请{28件=new}",
    "县政府办公室设专人负责登记，全县共收到申请{28件=new}。",
)


@pytest.mark.parametrize("sentence", RECEIVED)
def test_requests_received_are_tied_to_their_cell(sentence: str) -> None:
    assert problems(sentence) == []


WITH_CARRIED_IN_OPEN = "the bracket says that the sum of two cells is meant"
WITH_CARRIED_IN = (
    failing("共收到政府信息公开申请30件（含上年结转{2件=in}），办结{29件=closed}。", WITH_CARRIED_IN_OPEN),
    failing("全年收到申请30件，包括上年结转{2件=in}。", WITH_CARRIED_IN_OPEN),
    "全年共收到政府信息公开申请{28件=new}（不含上年结转{2件=in}）。",
)


@pytest.mark.parametrize("sentence", WITH_CARRIED_IN)
def test_a_count_that_takes_in_what_was_carried_over_is_not_that_of_the_year(sentence: str) -> None:
    assert problems(sentence) == []


CHANNELS_OPEN = "words before the verb name a channel"
CHANNELS = (
    "其中，通过网络收到20件，通过信函收到6件，当面提交2件。",
    failing("全年共收到政府信息公开申请{28件=new}，其中通过网络平台收到申请20件，信函8件。", CHANNELS_OPEN),
    failing("通过县政府门户网站收到政府信息公开申请20件。", CHANNELS_OPEN),
    "收到网上申请20件、信函申请6件、当面申请2件。",
    failing("网络平台受理申请20件，现场受理申请8件。", CHANNELS_OPEN),
    failing("线上收到申请20件，线下收到申请8件。", CHANNELS_OPEN),
    failing("通过邮政寄送收到政府信息公开申请6件。", CHANNELS_OPEN),
    failing("依申请公开系统收到申请20件，占71.4%。", CHANNELS_OPEN),
    "按申请渠道分，网络申请20件，信函申请6件，传真0件，当面申请2件。",
    failing("电子邮件收到申请3件，传真收到申请0件。", CHANNELS_OPEN),
    failing("窗口接收申请2件，其余为网上申请。", CHANNELS_OPEN),
    failing("通过省政府信息依申请公开平台受理申请20件。", CHANNELS_OPEN),
    "其中网上受理20件，邮寄受理6件，来访受理2件。",
)


@pytest.mark.parametrize("sentence", CHANNELS)
def test_requests_by_one_channel_are_no_cell(sentence: str) -> None:
    assert problems(sentence) == []


ORGANS_OPEN = "words before the verb name some of the organs"
ORGANS = (
    failing("全县各单位中，收到申请5件以上的有4个。", ORGANS_OPEN),
    "其中政府部门受理20件，街道受理8件。",
    "县教育局和县公安局共收到申请8件。",
    failing("县属国有企业收到信息公开申请3件。", ORGANS_OPEN),
    failing("公共企事业单位收到信息公开申请2件。", ORGANS_OPEN),
    "县档案馆、图书馆公开查阅点接待申请3件。",
    "县公安局收到政府信息公开申请5件。",
    "收到申请最多的是县自然资源局，共5件。",
    failing("其中，县自然资源局、县住建局分别收到申请5件、3件。", ORGANS_OPEN),
    "县政府办公室受理申请12件。",
    failing("各乡镇共收到政府信息公开申请6件。", ORGANS_OPEN),
    failing("各乡镇（街道）共受理申请6件，均已答复。", ORGANS_OPEN),
    failing("县直各部门收到政府信息公开申请20件，各乡镇收到申请8件。", ORGANS_OPEN),
    failing("其中，县政府本级收到申请12件，县政府部门收到申请10件，乡镇政府收到申请6件。", ORGANS_OPEN),
    failing("县本级受理政府信息公开申请12件，办结12件。", ORGANS_OPEN),
    failing("县直单位受理申请20件，办结19件。", ORGANS_OPEN),
    failing("局机关收到申请20件，下属单位收到申请8件。", ORGANS_OPEN),
    failing("县级部门办结申请20件，乡镇办结申请9件。", ORGANS_OPEN),
    "申请量居前的有：县自然资源局5件、县公安局3件。",
    "市政府转来申请3件。",
    "收到上级转办申请3件。",
    failing("各县（市、区）收到申请200件，市级部门收到申请80件。", ORGANS_OPEN),
    failing("县教育系统共收到政府信息公开申请4件。", ORGANS_OPEN),
    "县民政局办结3件，县人社局办结2件。",
    failing("其中12家单位收到申请，16家单位未收到申请。", ORGANS_OPEN),
)


@pytest.mark.parametrize("sentence", ORGANS)
def test_requests_of_other_organs_or_of_some_are_no_cell(sentence: str) -> None:
    assert problems(sentence) == []


TIMES_OPEN = "the words mean another time, or a mean"
TIMES = (
    "2023年共收到政府信息公开申请30件。",
    failing("2023年、2024年分别收到政府信息公开申请23件、28件。", TIMES_OPEN),
    "上年共收到申请23件。",
    "去年同期收到申请23件。",
    failing("截至6月底，共收到政府信息公开申请12件。", TIMES_OPEN),
    "上半年收到申请12件，下半年收到申请16件。",
    "第四季度收到申请4件。",
    "12月份收到政府信息公开申请4件。",
    "自2008年《条例》施行以来，累计收到政府信息公开申请150件。",
    "近三年共收到申请80件。",
    failing("同比多收到申请5件。", TIMES_OPEN),
    "较上年多办结申请5件。",
    failing("月均收到申请2.3件。", TIMES_OPEN),
    failing("月均受理申请2件，日均办结1件。", TIMES_OPEN),
    failing("平均每月收到申请2件。", TIMES_OPEN),
    failing("单日最多收到申请5件。", TIMES_OPEN),
    "申请量由2023年的23件增至2024年的28件。",
    "2024年1至6月收到政府信息公开申请12件。",
    "“十四五”期间共收到政府信息公开申请90件。",
    "预计2025年收到申请30件。",
    failing("新《条例》实施五年来，共收到申请120件。", TIMES_OPEN),
)


@pytest.mark.parametrize("sentence", TIMES)
def test_requests_of_other_times_are_no_cell(sentence: str) -> None:
    assert problems(sentence) == []


SOME_OPEN = "words before the noun name one sort of requests, or no exact number"
SOME = (
    failing("收到申请数十件。", SOME_OPEN),
    failing("收到申请两三件。", SOME_OPEN),
    "收到申请2 8件。",
    "收到申请6至8件。",
    "收到申请人咨询28件。",
    "收到申请公开土地征收信息的12件。",
    "收到撤回申请1件。",
    failing("收到公民申请26件，收到法人申请2件。", SOME_OPEN),
    failing("受理法人申请2件。", SOME_OPEN),
    failing("收到社会组织申请1件。", SOME_OPEN),
    failing("收到有效申请25件，无效申请3件。", SOME_OPEN),
    failing("收到其他组织申请2件。", SOME_OPEN),
    "收到重复申请{2件|repeated}。",
    "收到涉及土地征收的申请12件。",
    "其中，涉及房屋拆迁类申请12件，财政类申请5件。",
    "收到同一申请人提交的申请12件。",
    "收到个人申请26件、单位申请2件。",
    "收到减免费用申请1件。",
    "收到更正申请1件，均已答复。",
    "收到行政许可申请300件。",
    "收到法律援助申请120件。",
    "收到投诉举报1件。",
    "收到来信来访申请15件。",
    "收到申请人提交的补正材料3份。",
    "收到征求意见函5件，答复第三方5件。",
)


@pytest.mark.parametrize("sentence", SOME)
def test_requests_of_one_sort_are_no_cell(sentence: str) -> None:
    assert problems(sentence) == []


OTHER_WORK_OPEN = "what was handled is no request"
OTHER_WORK = (
    failing("全年受理12345政务服务便民热线工单2495件，办结2480件。", OTHER_WORK_OPEN),
    failing("12345热线办结2480件，办结率99.4%。", OTHER_WORK_OPEN),
    "办理人大建议36件、政协提案42件，办复率100%。",
    failing("建议提案办复78件。", OTHER_WORK_OPEN),
    failing("通过县长信箱回复120件。", OTHER_WORK_OPEN),
    failing("回复网民留言120条，办结120条。", OTHER_WORK_OPEN),
    failing("网上咨询答复120件。", OTHER_WORK_OPEN),
    failing("接受咨询300人次，答复300件。", OTHER_WORK_OPEN),
    "制作答复书28份，全部送达。",
    "修订答复文书模板12份。",
    "组织办理申请业务培训3次，培训120人次。",
    "对12件申请开展案卷评查。",
    "答复意见书经法制审核28件。",
    failing("指导各部门办理申请12件。", OTHER_WORK_OPEN),
    failing("协助部门答复12件。", OTHER_WORK_OPEN),
    failing("审核答复12件，退回修改3件。", OTHER_WORK_OPEN),
    "召开依申请公开会商会5次，会商申请12件。",
    "发布依申请公开典型案例5个。",
    "公开依申请公开服务指南1份。",
)


@pytest.mark.parametrize("sentence", OTHER_WORK)
def test_work_that_is_no_request_is_no_cell(sentence: str) -> None:
    assert problems(sentence) == []


MEASURES_OPEN = "the measure word counts another thing"
MEASURES = (
    failing("收到申请20个工作日内答复。", MEASURES_OPEN),
    "自收到申请之日起20个工作日内予以答复。",
    failing("收到申请3个工作日内登记转办。", MEASURES_OPEN),
    failing("每收到1件申请，当日登记。", MEASURES_OPEN),
    failing("每受理一件申请，都明确专人办理。", MEASURES_OPEN),
    failing("做到受理一件、办结一件、归档一件。", MEASURES_OPEN),
    failing("规范申请接收、登记、审核、办理、答复5个环节。", MEASURES_OPEN),
    failing("完善依申请公开受理、答复3项制度。", MEASURES_OPEN),
    failing("细化受理、办理、答复5个步骤，制定流程图1张。", MEASURES_OPEN),
    failing("规范答复12条意见。", MEASURES_OPEN),
    failing("建立申请受理、答复2个台账。", MEASURES_OPEN),
    "《条例》第27条、第36条规定了申请和答复。",
    "答复时限由20个工作日压缩为15个工作日。",
    "答复28人次。",
    "依法办理3部门联合申请。",
    "依申请公开28个事项。",
    "接听电话，答复1小时内完成。",
)


@pytest.mark.parametrize("sentence", MEASURES)
def test_numbers_of_other_things_behind_the_words_of_requests_are_no_cell(sentence: str) -> None:
    assert problems(sentence) == []


CARRIED_OPEN = "carried over, or still open"
CARRIED = (
    "上年结转{2件=in}，本年新收政府信息公开申请{28件=new}。",
    "上年度结转{2件=in}。",
    "上一年度结转申请{2件=in}。",
    "2023年结转{2件=in}，结转至2025年{1件=out}。",
    "2023年度结转政府信息公开申请{2件=in}。",
    "去年结转申请{2件=in}。",
    failing("2023年结转至2024年办理{2件=in}。", CARRIED_OPEN),
    failing("2023年结转2024年办理的申请{2件=in}。", CARRIED_OPEN),
    "2023年转至今年办理的{2件=in}。",
    "承接上年度结转申请{2件=in}。",
    "其中上年结转{2件=in}。",
    "结转下年度继续办理{1件=out}。",
    "结转下年度{1件=out}。",
    "结转至下一年度继续办理{1件=out}。",
    "转下年度办理{1件=out}。",
    "顺延至下一年度办理{1件=out}。",
    "{1件=out}结转下年度继续办理。",
    "其余{1件=out}结转至2025年办理。",
    "有{1件=out}结转下年度继续办理。",
    failing("剩余{1件=out}申请按规定结转下年。", CARRIED_OPEN),
    failing("另有{1件=out}将于2025年办理的申请结转至下年度。", CARRIED_OPEN),
    "结转2025年度继续办理{1件=out}。",
    "办结{29件=closed}，{1件=out}转入下年度继续办理。",
    "上年结转{0件=in}，结转下年度{0件=out}。",
    "2024年结转2件。",
    "上年结转项目12个。",
    "上年结转资金3项，本年安排5项。",
    "上年结转建议提案3件。",
    "2022年结转3件。",
    "办理中1件。",
    failing("正在办理{1件|out}。", CARRIED_OPEN),
    failing("尚在办理{1件|out}。", CARRIED_OPEN),
    failing("跨年办理{1件|out}。", CARRIED_OPEN),
)


@pytest.mark.parametrize("sentence", CARRIED)
def test_requests_carried_over_are_tied_to_their_cells(sentence: str) -> None:
    assert problems(sentence) == []


CLOSED_OPEN = "words before the verb name some of them, or deny it"
CLOSED = (
    failing("收到并办结政府信息公开申请{28件|new}。", CLOSED_OPEN),
    failing("已办结{28件|closed}中，延期答复2件。", CLOSED_OPEN),
    "在法定期限内答复{29件|closed}。",
    "在规定时限内全部办结{29件|closed}。",
    "已全部办结{29件=closed}。",
    "依法办结{29件=closed}，无超期。",
    failing("按规定延期答复2件。", CLOSED_OPEN),
    "出具延期答复告知书2份。",
    "代县政府答复申请6件。",
    failing("参与答复6件。", CLOSED_OPEN),
    "全年办结政府信息公开申请{29件=closed}。",
    "已办结{29件=closed}，办结率{100%=rate}。",
    "共答复申请{29件=closed}。",
    "依法依规答复政府信息公开申请{29件=closed}。",
    "均已依法办结。",
    "全年共办理政府信息公开申请{29件=closed}。",
    failing("按时办结26件，延期办结3件。", CLOSED_OPEN),
    failing("按期答复27件，延期答复2件。", CLOSED_OPEN),
    failing("逾期答复0件。", CLOSED_OPEN),
    failing("超期办结0件。", CLOSED_OPEN),
    failing("未办结1件。", CLOSED_OPEN),
    failing("尚未办结1件，正按程序办理。", CLOSED_OPEN),
    failing("未按时办结0件。", CLOSED_OPEN),
    failing("应办结30件，实际办结{29件|closed}。", CLOSED_OPEN),
    failing("应答复29件。", CLOSED_OPEN),
    failing("延期办理2件。", CLOSED_OPEN),
    failing("不再处理1件。", CLOSED_OPEN),
    failing("终止办理1件。", CLOSED_OPEN),
    failing("中止办理1件。", CLOSED_OPEN),
    failing("合并办理2件。", CLOSED_OPEN),
    failing("并案处理2件。", CLOSED_OPEN),
    "转办3件。",
    failing("移交办理3件。", CLOSED_OPEN),
    failing("提前办结5件。", CLOSED_OPEN),
    failing("当日办结5件，三日内办结8件。", CLOSED_OPEN),
    failing("当场答复3件，电话答复5件。", CLOSED_OPEN),
    failing("书面答复20件，口头答复3件。", CLOSED_OPEN),
    failing("当面答复3件，网上答复20件，邮寄答复5件。", CLOSED_OPEN),
    failing("不予受理答复2件。", CLOSED_OPEN),
    failing("非政府信息答复2件。", CLOSED_OPEN),
    failing("征求第三方意见后答复3件。", CLOSED_OPEN),
    failing("经补正后答复3件。", CLOSED_OPEN),
    failing("提供答复2件。", CLOSED_OPEN),
    failing("重新答复1件。", CLOSED_OPEN),
    failing("重新办理1件。", CLOSED_OPEN),
    failing("继续办理1件。", CLOSED_OPEN),
    failing("受理并答复政府信息公开申请{28件|new}。", CLOSED_OPEN),
    failing("当年申请当年办结27件。", CLOSED_OPEN),
    failing("办结上年结转申请2件。", CLOSED_OPEN),
    "办结当年申请27件。",
    failing("办结自然人申请27件、法人申请2件。", CLOSED_OPEN),
    "本年度共办结{29件=closed}，其中当年申请27件，上年结转{2件=in}。",
    failing("办结{29件=closed}（其中延期办结3件）。", CLOSED_OPEN),
)


@pytest.mark.parametrize("sentence", CLOSED)
def test_requests_closed_are_tied_to_their_cell_and_some_of_them_to_none(sentence: str) -> None:
    assert problems(sentence) == []


RATES_OPEN = "the rate is of other things, or a plan"
RATES = (
    "全年共收到申请{28件=new}，办结率{100%=rate}。",
    "政府信息公开申请办结率达{96.7%=rate}。",
    "答复率为{100%=rate}。",
    "按时办结率100%。",
    "按期答复率达100%。",
    "及时答复率100%。",
    "办结率、按时办结率均为100%。",
    "满意率98.5%。",
    "办结率同比提高3%。",
    "公众满意度达98%。",
    failing("下一步，确保依申请公开答复率达到100%。", RATES_OPEN),
    failing("要求各单位依申请公开办结率达到100%。", RATES_OPEN),
    "2023年办结率为95%。",
    failing("依申请公开办结率{100%=rate}，12345热线办结率98.5%。", RATES_OPEN),
    failing("建议提案办结率100%。", RATES_OPEN),
    "县自然资源局办结率98%。",
    failing("网上申请办结率100%。", RATES_OPEN),
    failing("自然人申请答复率100%。", RATES_OPEN),
    failing("行政复议答复率100%。", RATES_OPEN),
    "实现了{100%=rate}的办结率。",
)


@pytest.mark.parametrize("sentence", RATES)
def test_a_rate_is_that_of_all_requests_of_the_year_or_none(sentence: str) -> None:
    assert problems(sentence) == []
