"""What each local convention asks, what its values mean, and where it comes from (本地口径的说明).

In the order of `conventions.Conventions`. A source is what an office can look up; «未见规定» says that no text was
found and practice differs.
"""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """A convention in words: its subject, what it asks, its values and its source; no values where any will do."""

    subject: str
    question: str
    values: dict[str, str]
    source: str


_RECEIPT, _CORRECTION, _CONSULTATION = "收到申请之日", "补正", "征求意见"
_PERIOD, _FEE, _CALENDAR_DAYS = "答复期限", "信息处理费", "按日历计算的期间"
_OUTCOME, _REMEDY, _DISPUTE, _LETTER = "办理结果的统计", "救济途径", "复议和诉讼的统计", "文书"
_PROCEDURE = "办理程序"
_YES, _NO = "true", "false"

CONVENTIONS: dict[str, Words] = {
    "mail_to_another": Words(
        _RECEIPT,
        "申请寄给本机关其他内设机构或者个人、由本机关签收的，以哪一天为收到申请之日？",
        {"signed": "本机关签收之日", "confirmed": "工作机构与申请人确认之日"},
        "条例第三十一条第二项；国办公开办函〔2015〕207号（早于现行条例，这一点是否仍适用未见规定）",
    ),
    "confirmation_alarm_days": Words(
        _RECEIPT,
        "通过互联网、传真、平信提交的申请，满几个工作日仍未与申请人确认的，予以提醒？",
        {},
        "条例第三十一条第二项、第三项（平信应当于收到当日确认；互联网、传真的确认时间未见规定）",
    ),
    "late_correction_notice": Words(
        _CORRECTION,
        "超过收到申请之日起7个工作日才告知补正的，答复期限怎样计算？",
        {"keep": "不重新计算，仍按原申请的期限（较稳妥）", "restart": "仍自收到补正之日起重新计算"},
        "条例第三十条（逾期告知的后果未见规定）",
    ),
    "longest_correction_days": Words(
        _CORRECTION,
        "给申请人的补正期限，最长为几个工作日？",
        {},
        "条例第三十条“合理的补正期限”（天数未见规定，常用15个工作日）",
    ),
    "pause_starts": Words(
        _CONSULTATION,
        "征求意见所需时间不计入答复期限，从哪一天起（含当天）不计？",
        {
            "day_after_dispatch": "征求意见书发出的次日",
            "dispatch_day": "征求意见书发出的当日",
            "day_after_delivery": "征求意见书送达的次日",
        },
        "条例第三十三条第三款（起止日未见规定）",
    ),
    "pause_ends": Words(
        _CONSULTATION,
        "征求意见所需时间不计入答复期限，最后不计的是哪一天？",
        {"answer_day": "收到意见（或者期满）的当日", "day_before_answer": "收到意见（或者期满）的前一日"},
        "条例第三十三条第三款（起止日未见规定）",
    ),
    "extension_notice": Words(
        _PERIOD,
        "延长答复期限的，最晚应当在哪一天告知申请人？",
        {"due_day": "原到期日当天", "before_due_day": "原到期日之前"},
        "条例第三十三条第二款（告知的时间未见规定，应当在原期限内）",
    ),
    "extension_after_restart": Words(
        _PERIOD,
        "延长答复期限之后，又因收到补正或者完成缴费重新计算答复期限的，原来的延长怎样处理？",
        {
            "lapses": "不再计算，重新计算20个工作日；确需延长的，在新的期限内另行告知（较稳妥）",
            "kept": "仍然计算，在新的期限上加上原来延长的工作日",
        },
        "条例第三十条、第三十三条第二款（重新计算的是第三十三条第二款的20个工作日，延长的是原来的期限；原来的延长是否继续有效未见规定）",
    ),
    "reasons_pause_clock": Words(
        _PERIOD,
        "要求申请人说明理由期间，答复期限怎样计算？",
        {_YES: "至收到说明为止不计入，逾期未说明的至期满为止", _NO: "照常计算"},
        "条例第三十五条（未规定扣除）",
    ),
    "ordered_period": Words(
        _PERIOD,
        "复议机关或者人民法院责令重新答复的期限，能否延长，能否扣除征求意见的时间？",
        {
            "fixed": "以决定、判决确定的期限为准，不延期，不扣除（较稳妥）",
            "statutory": "与答复期限相同，可以延期一次，征求意见的时间不计入（只限按工作日计算的）",
        },
        "行政复议法第六十四条、第六十六条；行政诉讼法第七十条、第七十二条（能否延期、扣除未见规定）",
    ),
    "after_payment": Words(
        _FEE,
        "申请人缴费后，答复期限怎样计算？",
        {"restart": "自完成缴费次日起重新计算", "resume": "扣除等待缴费的时间，继续计算"},
        "国办函〔2020〕109号第七条（文字未核实）",
    ),
    "charge_fees": Words(
        _FEE,
        "对数量、频次明显超过合理范围的申请，是否收取信息处理费？",
        {_YES: "收取", _NO: "不收取"},
        "条例第四十二条（“可以收取”，由机关决定）",
    ),
    "fee_basis": Words(
        _FEE,
        "收取信息处理费，通常按哪种标准？（每件申请可以另选，不得同时按照两种标准）",
        {"pieces": "按件", "pages": "按量"},
        "国办函〔2020〕109号第三条",
    ),
    "first_step_above_thirty": Words(
        _FEE,
        "按件计收的，第31件至第40件每件收费多少元？",
        {},
        "国办函〔2020〕109号第四条第三项（“每增加一档，收费标准提高100元/件”，通常理解为200元）",
    ),
    "roll_over": Words(
        _CALENDAR_DAYS,
        "按日历的日、月、年计算的期间（如复议60日、起诉6个月），最后一天是什么日子的，顺延至下一个工作日？",
        {
            "day_off": "当天不上班（调休上班的周末不顺延）",
            "weekend_or_day_off": "周末或者放假，即使周末调休上班",
            "never": "不顺延",
        },
        "民事诉讼法第八十五条第三款；行政复议法第八十八条第一款",
    ),
    "third_party_asked_first": Words(
        _PROCEDURE,
        "以保护第三方合法权益为由不予公开（含部分不予公开）的，是否必须先征求第三方意见？",
        {_YES: "必须", _NO: "不必（明显属于个人隐私等情形，由承办人判断）"},
        "条例第三十二条（“应当书面征求第三方的意见”）",
    ),
    "leader_approval": Words(
        _PROCEDURE,
        "哪些答复除工作机构负责人外，还要由分管领导批准？",
        {
            "when_referred": "工作机构负责人报请的",
            "refusals": "不予公开、部分公开的，和工作机构负责人报请的",
            "all": "全部答复",
        },
        "条例第四十五条（审批权限未见规定，由本机关的工作制度确定）",
    ),
    "mixed_row": Words(
        _OUTCOME,
        "一件申请包含多项内容、办理结果不同的，计入表三哪一行？",
        {
            "partly": "提供了一部分的计“部分公开”，都没有提供的计排在最前的一行",
            "form_order": "既有公开又有不予公开的计“部分公开”，其余计表中排在最前的一行",
            "first_item": "第一项的结果",
        },
        "国办公开办函〔2021〕30号（“区分处理的，只计这一情形”；其余情形未见规定）",
    ),
    "not_government_information_row": Words(
        _OUTCOME,
        "答复“不属于政府信息”的，计入表三哪一行？",
        {"3.6.3": "（六）3.其他", "3.4.1": "（四）1.本机关不掌握相关政府信息"},
        "国办公开办函〔2021〕30号（表中没有这一行，未见规定）",
    ),
    "enquiry_row": Words(
        _OUTCOME,
        "申请内容属于咨询的，计入表三哪一行？",
        {"3.6.3": "（六）3.其他", "3.5.1": "（五）1.信访举报投诉类申请"},
        "国办公开办函〔2021〕30号（表中没有这一行，未见规定）",
    ),
    "withdrawn_row": Words(
        _OUTCOME,
        "申请人撤回申请的，计入表三哪一行？",
        {"3.6.3": "（六）3.其他", "3.6.1": "（六）1.（按放弃申请统计）"},
        "国办公开办函〔2021〕30号（未见规定）",
    ),
    "archived_row": Words(
        _OUTCOME,
        "申请的信息已经移交国家档案馆的，计入表三哪一行？",
        {"3.6.3": "（六）3.其他", "3.4.1": "（四）1.本机关不掌握相关政府信息"},
        "档案法第十五条第二款（计入哪一行未见规定）",
    ),
    "counts_reopened_anew": Words(
        _OUTCOME,
        "复议机关或者人民法院责令重新答复的，是否作为新的申请再计一件？",
        {_YES: "再计一件", _NO: "不再计，第一次的结果不变"},
        "未见规定",
    ),
    "awaiting_correction_at_year_end": Words(
        _OUTCOME,
        "本年收到、到12月31日仍在等待申请人补正的申请，怎样计入表三？",
        {
            "carried_over": "计入本年新收，结转下年度继续办理",
            "when_corrected": "本年不计，到收到补正或者办结的年度再计为新收",
        },
        "国办公开办函〔2021〕30号（未见规定）",
    ),
    "split_request": Words(
        _OUTCOME,
        "一份申请书包含几项相互独立的内容、拆分办理的，计入表三几件？",
        {"each_part": "每一部分计一件", "one_request": "计一件，全部办结后按各部分的结果计一行"},
        "国办发〔2010〕5号“一事一申请”（计几件未见规定）",
    ),
    "lawyer_in_own_name": Words(
        _OUTCOME,
        "律师以自己的名义（不是律师事务所的名义）申请的，计入表三哪一列？",
        {"natural": "自然人", "legal": "法律服务机构"},
        "国办公开办函〔2021〕30号（未见规定）",
    ),
    "reconsideration_first_from": Words(
        _REMEDY,
        "自哪一天起作出的不予公开答复，应当先申请行政复议，才能提起行政诉讼？",
        {},
        "行政复议法第二十三条（2024年1月1日施行）",
    ),
    "reconsideration_first": Words(
        _REMEDY,
        "对哪些答复不服，应当先申请行政复议，才能提起行政诉讼？",
        {
            "refusals": "依据条例第十四条至第十六条的不予公开、部分公开",
            "refusals_and_unavailable": "上述各项和“无法提供”",
            "all": "全部答复",
        },
        "行政复议法第二十三条第一款第四项；法释〔2025〕8号第一条",
    ),
    "partial_refusal_is_refusal": Words(
        _REMEDY,
        "对部分公开中不予公开的部分不服，是否也应当先申请行政复议？",
        {_YES: "是", _NO: "否"},
        "国办函〔2021〕132号（早于2023年修订的行政复议法）",
    ),
    "petition_remedy": Words(
        _REMEDY,
        "告知“不作为政府信息公开申请处理”的，答复书是否写明救济途径？",
        {"either": "写明可以申请复议，也可以起诉", "none": "不写"},
        "法释〔2025〕8号第一条（法院通常认为对权利义务不产生实际影响）",
    ),
    "silence_remedy": Words(
        _REMEDY,
        "逾期没有答复的，申请人应当先申请行政复议，还是也可以直接起诉？",
        {"reconsideration_first": "先申请行政复议", "either": "可以申请复议，也可以起诉"},
        "行政复议法第二十三条第一款第三项；法释〔2025〕8号第二条第二款（两者怎样衔接未见规定）",
    ),
    "dispute_year": Words(
        _DISPUTE,
        "一个年度的表四计入哪些案件？",
        {
            "filed_or_pending": "本年新发生的，和上年末尚未审结的",
            "filed": "只计本年新发生的",
            "filed_or_decided": "本年新发生的，和本年审结的",
        },
        "国办公开办函〔2021〕30号（年度口径未见规定）",
    ),
    "joint_defendant": Words(
        _DISPUTE,
        "复议机关维持原行为，与作出原行为的机关作共同被告的诉讼，由哪个机关计入表四？",
        {"original_organ": "只由作出原行为的机关计", "both": "两个机关都计"},
        "国办公开办函〔2016〕201号",
    ),
    "sole_defendant_counts": Words(
        _DISPUTE,
        "复议机关改变原行为，单独作被告的诉讼，复议机关是否计入表四？",
        {_YES: "计入", _NO: "不计入"},
        "行政诉讼法第二十六条第二款（是否计入未见规定）",
    ),
    "appeal": Words(
        _DISPUTE,
        "经过一审、二审的诉讼，计入表四几件？",
        {"once": "计一件，按生效裁判", "each_instance": "每审计一件"},
        "未见规定",
    ),
    "request_dismissed": Words(
        _DISPUTE,
        "复议机关驳回行政复议请求的，计入表四哪一列？",
        {"other": "其他结果", "upheld": "结果维持"},
        "行政复议法第六十九条（计入哪一列未见规定）",
    ),
    "mediated": Words(
        _DISPUTE,
        "以调解、和解结案的，计入表四哪一列？",
        {"other": "其他结果", "corrected": "结果纠正"},
        "行政复议法第七十三条、第七十四条（计入哪一列未见规定）",
    ),
    "withdrawn_after_change": Words(
        _DISPUTE,
        "行政机关改变原行为后，申请人撤回行政复议申请或者原告撤诉的，计入表四哪一列？",
        {"other": "其他结果", "corrected": "结果纠正"},
        "行政复议法第四十一条；行政诉讼法第六十二条（计入哪一列未见规定）",
    ),
    "consultation_names_applicant": Words(
        _LETTER,
        "给第三方的征求意见书，是否写明申请人的姓名或者名称？",
        {_YES: "写明", _NO: "不写明"},
        "个人信息保护法第六条、第二十五条（条例未规定）",
    ),
}
