"""The printed words of the annual report's form (年度报告格式), in both editions.

Sources: 国办公开办函〔2021〕30号 (report years from 2021) and 国办公开办函〔2019〕60号 (2019 and 2020), which
carry out articles 49 and 50 of the Regulations (条例).
"""

from __future__ import annotations

NOTICE_2019 = "国办公开办函〔2019〕60号"
NOTICE_2021 = "国办公开办函〔2021〕30号"

TITLE = "政府信息公开工作年度报告"
# Whose work a report counts.
SCOPES = {"own": "本机关", "consolidated": "汇总", "unknown": "范围未写明"}

# Article 50: what a report must contain, as the six headings of the form.
HEADINGS_2021 = (
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
)
HEADINGS_2019 = (
    *HEADINGS_2021[:3],
    "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    "政府信息公开工作存在的主要问题及改进情况",
    HEADINGS_2021[5],
)
SUBHEADINGS = ("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障")

# Table 2 (article 20): the block header, what its columns count, and its rows.
ITEM_20_1 = "第二十条第（一）项"
ITEM_20_5 = "第二十条第（五）项"
ITEM_20_6 = "第二十条第（六）项"
ITEM_20_8 = "第二十条第（八）项"
ITEM_20_9 = "第二十条第（九）项"
CONTENT = "信息内容"

REGULATIONS = "规章"
NORMATIVE_DOCUMENTS_2021 = "行政规范性文件"
NORMATIVE_DOCUMENTS_2019 = "规范性文件"
LICENCES = "行政许可"
OTHER_SERVICES = "其他对外管理服务事项"
PENALTIES = "行政处罚"
COERCION = "行政强制"
FEES = "行政事业性收费"
PROCUREMENT = "政府集中采购"

MADE_2021 = "本年制发件数"
REPEALED = "本年废止件数"
IN_FORCE = "现行有效件数"
DECISIONS_2021 = "本年处理决定数量"
FEE_AMOUNT = "本年收费金额（单位：万元）"
MADE_2019 = "本年新制作数量"
PUBLISHED = "本年新公开数量"
PUBLISHED_TOTAL = "对外公开总数量"
PREVIOUS_ITEMS = "上一年项目数量"
CHANGE = "本年增/减"
DECISIONS_2019 = "处理决定数量"
PROJECTS = "采购项目数量"
PROCUREMENT_AMOUNT = "采购总金额"

# Table 3 (articles 29 to 42): who applied, and what became of it.
BALANCE_NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
APPLICANTS = "申请人情况"
NATURAL_PERSON = "自然人"
LEGAL_PERSONS = "法人或其他组织"
BUSINESS = "商业企业"
RESEARCH = "科研机构"
WELFARE = "社会公益组织"
LEGAL_SERVICES = "法律服务机构"
OTHER = "其他"
TOTAL = "总计"

RECEIVED = "一、本年新收政府信息公开申请数量"
CARRIED_IN = "二、上年结转政府信息公开申请数量"
RESULTS = "三、本年度办理结果"
GRANTED = "（一）予以公开"
PARTLY_GRANTED = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
DENIED = "（三）不予公开"
UNAVAILABLE = "（四）无法提供"
NOT_HANDLED = "（五）不予处理"
OTHERWISE_HANDLED = "（六）其他处理"
RESULTS_TOTAL = "（七）总计"
CARRIED_OUT = "四、结转下年度继续办理"

# Articles 14 to 16 and 36(7).
DENIALS = (
    "1.属于国家秘密",
    "2.其他法律行政法规禁止公开",
    "3.危及“三安全一稳定”",
    "4.保护第三方合法权益",
    "5.属于三类内部事务信息",
    "6.属于四类过程性信息",
    "7.属于行政执法案卷",
    "8.属于行政查询事项",
)
# Articles 36(4), 36(5), 38 and 30.
UNAVAILABILITIES = (
    "1.本机关不掌握相关政府信息",
    "2.没有现成信息需要另行制作",
    "3.补正后申请内容仍不明确",
)
# Articles 39, 36(6) and 35.
REFUSALS_TO_HANDLE = (
    "1.信访举报投诉类申请",
    "2.重复申请",
    "3.要求提供公开出版物",
    "4.无正当理由大量反复申请",
    "5.要求行政机关确认或重新出具已获取信息",
)
# Articles 30 and 42.
OTHER_ENDINGS = (
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "3.其他",
)

# Table 4 (article 51): disputes about disclosure.
RECONSIDERATION = "行政复议"
LITIGATION = "行政诉讼"
LITIGATION_DIRECT = "未经复议直接起诉"
LITIGATION_AFTER = "复议后起诉"
UPHELD = "结果维持"
CORRECTED = "结果纠正"
OTHER_RESULT = "其他结果"
PENDING = "尚未审结"
