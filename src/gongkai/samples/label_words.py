"""How labels are met in the wild (标签异写): reworded, in traditional characters, with foreign words."""

from __future__ import annotations

from gongkai.terms import form

TRADITIONAL = str.maketrans(
    "业为举于会体关内决况减办务动区单发复处审对属废开强当总执护报数无权条机构没监确类纠纳组织经结继续维缴罚范获补规计认许讼"
    "设访诉询请购费转过这进采问项题额现据后国",
    "業為舉於會體關內決況減辦務動區單發復處審對屬廢開強當總執護報數無權條機構沒監確類糾納組織經結繼續維繳罰範獲補規計認許訟"
    "設訪訴詢請購費轉過這進採問項題額現據後國",
)

_DENIALS, _ENDINGS = form.DENIALS, form.OTHER_ENDINGS
REWORDED: dict[str, tuple[str, ...]] = {
    form.RECEIVED: ("一、本年度新收政府信息公开申请数量", "一、本年新收政府信息公开申请数"),
    form.CARRIED_IN: ("二、上年度结转政府信息公开申请数量", "二、上年结转政府信息公开申请数"),
    form.RESULTS: ("三、本年办理结果", "三、本年度办理结果情况"),
    form.PARTLY_GRANTED: ("(二)部分公开", "(二)部分公开(区分处理的,只计这一情形)"),
    form.DENIED: ("(三)不予公开的",),
    form.NOT_HANDLED: ("(五)不予处理的",),
    form.RESULTS_TOTAL: ("(七)合计",),
    form.CARRIED_OUT: ("四、结转下年度继续办理数量", "四、结转下年继续办理"),
    _DENIALS[1]: ("2.其他法律、行政法规禁止公开", "2.法律行政法规禁止公开"),
    _DENIALS[2]: ("3.危及“三安全一稳定”的", "3.危及三安全一稳定"),
    _DENIALS[3]: ("4.涉及第三方合法权益", "4.保护第三方的合法权益"),
    _DENIALS[4]: ("5.属于内部事务信息", "5.属于三类内部事务的信息"),
    _DENIALS[5]: ("6.属于过程性信息",),
    _DENIALS[6]: ("7.属于行政执法案卷信息",),
    form.UNAVAILABILITIES[0]: ("1.本机关不掌握该政府信息", "1.本机关未掌握相关政府信息"),
    form.UNAVAILABILITIES[1]: ("2.没有现成信息,需要另行制作", "2.无现成信息需要另行制作"),
    form.UNAVAILABILITIES[2]: ("3.补正后申请内容仍然不明确", "3.补正后仍不明确"),
    form.REFUSALS_TO_HANDLE[0]: ("1.信访、举报、投诉类申请", "1.信访投诉举报类申请"),
    form.REFUSALS_TO_HANDLE[3]: ("4.无正当理由大量、反复申请",),
    form.REFUSALS_TO_HANDLE[4]: ("5.要求确认或重新出具已获取信息",),
    _ENDINGS[0]: (
        "1.申请人逾期不补正、行政机关不再处理其申请",
        "1.申请人无正当理由逾期不补正,行政机关不再处理",
    ),
    _ENDINGS[1]: (
        "2.申请人逾期未按通知缴纳费用、行政机关不再处理其申请",
        "2.申请人逾期未按收费通知要求缴纳费用",
    ),
    _ENDINGS[2]: ("3.其他情形", "3.其他处理"),
    form.NORMATIVE_DOCUMENTS_2021: (form.NORMATIVE_DOCUMENTS_2019,),
    form.COERCION: ("行政强制措施",),
}

FOREIGN = (" Total", " (Disclosed)", " Applications", "Number of ", " Information", " case ", "Government ")

HEADING_ENDS = {"情况": "措施", "事项": "情况"}
UNITS = ("件", "件", "件", "宗", "条", "个")
MONEY_UNITS = ("万元",)
AMOUNT_UNITS = ("万元", "元")
MARKS = ("/", "/", "-", "—", "无", "\uff0f")
