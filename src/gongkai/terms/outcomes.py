"""The words of outcomes and remedies (办理结果和救济途径用语).

Sources: 条例 14 to 16, 30, 35 to 39, 42; 行政复议法 20 to 28, 48, 54, 62, 76; 行政诉讼法 14, 15, 44 to 47.
"""

from __future__ import annotations

OUTCOMES = {
    "already_public": "已经主动公开",
    "granted": "予以公开",
    "partly_granted": "部分公开",
    "state_secret": "属于国家秘密",
    "forbidden_by_law": "法律、行政法规禁止公开",
    "endangers_safety": "危及“三安全一稳定”",
    "third_party_rights": "保护第三方合法权益",
    "internal_affairs": "属于内部事务信息",
    "process_information": "属于过程性信息",
    "enforcement_file": "属于行政执法案卷信息",
    "special_enquiry": "属于行政查询事项",
    "not_existing": "政府信息不存在",
    "not_responsible": "不属于本机关负责公开",
    "needs_processing": "需要加工、分析",
    "still_unclear": "补正后仍不明确",
    "petition": "信访、投诉、举报",
    "repeated": "重复申请",
    "publication": "要求提供公开出版物",
    "excessive": "无正当理由大量反复申请",
    "confirmation": "要求确认或者重新出具已获取信息",
    "not_corrected": "无正当理由逾期不补正",
    "fee_unpaid": "逾期不缴纳信息处理费",
    "withdrawn": "申请人撤回申请",
    "archived": "已移交国家档案馆",
    "not_government_information": "不属于政府信息",
    "enquiry": "咨询",
}

# What the article leaves to the organ: 不予公开、不得公开、应当告知, or 可以.
FORCES = {"must": "应当", "may": "可以"}
# Articles 15 and 16 ¶2: where what may or must be refused is disclosed all the same.
UNLESS = {
    "third_party_consents": "第三方同意公开",
    "public_interest": "不公开会对公共利益造成重大影响",
    "law_requires": "法律、法规、规章规定应当公开",
}
# What the organ must be able to show when the reply is disputed (行政复议法 44 ¶1, 行政诉讼法 34).
PROOFS = {
    "published": "主动公开的记录（网址、公报期号或者地点，日期）",
    "provided": "提供信息的清单和送达凭证",
    "secrecy_mark": "国家秘密的密级标识、保密期限和定密依据",
    "forbidding_law": "禁止公开的法律、行政法规条文",
    "danger": "公开后可能危及国家安全、公共安全、经济安全、社会稳定的具体依据",
    "third_party_opinion": "征求意见书、送达凭证和第三方的意见，对其理由是否合理的判断",
    "nature_of_document": "信息的名称、文号、形成过程，属于该类信息的依据",
    "severance": "能否区分处理的判断",
    "search_record": "检索记录（系统、范围、关键词、起止时间、检索人）",
    "competence": "职责分工的依据，对负责公开机关的查询情况",
    "state_of_records": "现有信息的状况，需要加工、分析的内容",
    "correction_notice": "补正告知书及送达凭证、收到的补正",
    "request_text": "申请书原文",
    "earlier_reply": "前次申请、前次答复及送达凭证",
    "quantity": "申请的数量、频次统计，说明理由告知书和收到的理由",
    "fee_notice": "收费通知书及送达凭证、缴费情况",
    "special_rule": "对查询另有规定的法律、行政法规条文",
    "transfer": "移交清单、移交日期，移交期限届满的依据",
    "withdrawal": "申请人撤回的书面材料或者记录",
}

REMEDIES = {
    "reconsideration_first": "先申请行政复议，对复议决定不服再起诉",
    "either": "可以申请行政复议，也可以提起行政诉讼",
    "none": "不写明救济途径",
}
REMEDY_STEPS = {
    "reconsideration": "申请行政复议",
    "suit": "提起行政诉讼",
    "suit_after": "对复议决定不服，提起行政诉讼",
}

# Who is asked: the organ that decided, as articles 24 to 28 and 行政诉讼法 14, 15 tell them apart.
ORGAN_KINDS = {
    "department": "县级以上地方人民政府的工作部门（含政府办公厅、办公室）",
    "justice_department": "履行行政复议机构职责的地方人民政府司法行政部门",
    "province": "省、自治区、直辖市人民政府",
    "government": "设区的市级、县级人民政府",
    "township": "乡、民族乡、镇人民政府",
    "dispatched_organ": "地方人民政府的派出机关（行政公署、区公所、街道办事处）",
    "dispatched_agency": "政府工作部门的派出机构",
    "dispatched_agency_by_area": "直辖市、设区的市的政府工作部门按照行政区划设立的派出机构",
    "authorised_organisation": "法律、法规、规章授权的组织",
    "state_department": "国务院部门",
    "state_agency": "国务院部门的派出机构",
    "state_organisation": "国务院部门管理的授权组织",
    "vertical": "金融、外汇管理等实行垂直领导的行政机关，税务机关，国家安全机关",
    "customs": "海关",
}
REVIEWERS = {
    "own_government": "本级人民政府",
    "superior_government": "上一级人民政府",
    "founding_government": "设立该派出机关的人民政府",
    "department_government": "设立该派出机构的部门的本级人民政府",
    "local_government": "派出机构所在地的人民政府",
    "managing_government": "管理该组织的人民政府，或者管理该组织的部门的本级人民政府",
    "itself": "本机关",
    "state_department": "设立或者管理它的国务院部门",
    "superior_department": "上一级主管部门",
    "superior_justice": "上一级司法行政部门",
}
COURTS = {"basic": "基层人民法院", "intermediate": "中级人民法院"}

REVIEW_STEPS = {
    "examination": "复议机关审查是否受理",
    "correction_notice": "复议机关通知申请人补正",
    "correction": "申请人补正",
    "copy": "复议机构发送申请书副本",
    "reply": "被申请人提出书面答复，提交证据、依据",
    "decision": "复议机关作出复议决定",
    "opinion_report": "报送纠正情况",
}
