"""The sentences about the information-processing fee (信息处理费用语).

Source: 政府信息公开信息处理费管理办法（国办函〔2020〕109号）; 财办库〔2020〕254号 for the revenue item.
"""

from __future__ import annotations

from gongkai.terms.notices import FEES

MEASURES = FEES.number
REGULATIONS = "条例第四十二条"
ARTICLES = {
    "3": f"{MEASURES}第三条",
    "4": f"{MEASURES}第四条",
    "4.1": f"{MEASURES}第四条第一项",
    "4.2": f"{MEASURES}第四条第二项",
    "4.3": f"{MEASURES}第四条第三项",
    "5": f"{MEASURES}第五条",
    "5.1": f"{MEASURES}第五条第一项",
    "5.2": f"{MEASURES}第五条第二项",
    "5.3": f"{MEASURES}第五条第三项",
    "5.4": f"{MEASURES}第五条第四项",
    "6": f"{MEASURES}第六条",
    "7": f"{MEASURES}第七条",
    "8": f"{MEASURES}第八条",
}
# What nobody has seen the exact wording of says so.
PAGE_SOURCE = f"{MEASURES}第五条，计页方法的文字未核实"
MONTH_SOURCE = f"{MEASURES}第四条，按向本机关提出的申请累计为通行做法"
START_SOURCE = f"{MEASURES}，自2021年1月1日起施行"
AFTER_PAYMENT_SOURCE = f"{MEASURES}第七条，文字未核实"
REMEDY_SOURCE = f"{MEASURES}第八条，文字未核实；国办函〔2021〕132号"
REVENUE_SOURCE = "财办库〔2020〕254号"

UNITS = {"pieces": "件", "pages": "页"}
BASES = {"pieces": "按件计收", "pages": "按量计收"}
# The tiers as the measures print them.
STANDARDS = {
    "pieces": (
        "按件计收，同一申请人一个自然月内累计申请10件以下（含10件）的，不收费；11—30件（含30件）的部分，100元/件；"
        "31件以上的部分，以10件为一档，每增加一档，收费标准提高100元/件"
    ),
    "pages": (
        "按量计收，30页以下（含30页）的，不收费；31—100页（含100页）的部分，10元/页；"
        "101—200页（含200页）的部分，20元/页；201页以上的部分，40元/页"
    ),
}

CHOSEN = "本件申请{basis}。"
SPLIT = "本件申请包含多项内容，按照“一事一申请”原则，以合理的最小单位拆分为{pieces}件。"
MONTH = "申请人{year}年{month}月向本机关累计申请，此前{earlier}件，本件{pieces}件，为当月第{span}件。"
PAGES = "本件申请提供的政府信息共{pages}页：单面A4幅面为一页，只计本件申请，不与其他申请累计。"
SPAN = "{first}—{last}"
FREE = "第{span}{unit}：不收费。"
PART = "第{span}{unit}的部分：{count}{unit}×{rate}元＝{amount}元。"
TOTAL = "应缴信息处理费{amount}元。"
NOTHING = "没有超出不收费的数量，不收取信息处理费。"
LINE = "{text}（{source}）"

NOT_CHARGED = "本机关不收取信息处理费。"
NOT_YET = f"《{FEES.title}》自{{start}}起施行，{{received}}收到的申请不收取信息处理费。"
ALREADY_PUBLIC = (
    "相关政府信息已经主动对外公开，告知获取的方式、途径即可，不适用按量计收；确需收费的，可以按件计收。"
)
NO_COPIES = "申请人没有要求提供纸质件、发送电子邮件或者复制电子数据，不适用按量计收；确需收费的，可以按件计收。"
NO_PAGES = "没有填写提供的页数，不能按量计收。"

BASIS = f"《中华人民共和国政府信息公开条例》第四十二条、《{FEES.title}》（{MEASURES}）第{{article}}条"
ARTICLE_NUMBERS = {"pieces": "四", "pages": "五"}
AMOUNT = "{amount}元"
WITH_CALCULATION = "{amount}（{calculation}）"
SUM = "{count}{unit}×{rate}元"
EQUALS = "{parts}＝{amount}元"
PERIOD = "自收到本通知次日起20个工作日内"
CONSEQUENCE = "逾期未缴纳的，视为放弃申请，本机关不再处理该政府信息公开申请"
AFTER_PAYMENT = {
    "restart": "缴费后，本件申请的答复期限自完成缴费次日起重新计算",
    "resume": "等待缴费的时间不计入本件申请的答复期限",
}

STOP = "。"
SENDING = (
    "收费通知应当在申请的处理期限内作出，按照申请人获取政府信息的途径发出，写明收费的依据、标准、数额、缴纳方式。"
)
REVENUE = (
    "收入全额缴入同级国库，纳入一般公共预算管理，列“103049950其他缴入国库的行政事业性收费”科目，开具财政票据。"
)
NO_REMEDY = (
    "收费通知不写救济途径：对收费有异议的，不能单独申请行政复议或者提起行政诉讼，可以就最终的处理结果一并提出。"
)
LATE = "收费通知于{asked}发出，晚于答复期限届满日{due}；收费决定应当在处理期限内作出。"

PAY_BY = "收费通知于{served}收到，自次日起20个工作日内缴纳，最晚{last}。"
PROVISIONAL = "其中有放假安排尚未公布的日子，期限暂定。"
PAYMENT_STATES = {
    "awaited": "等待缴费",
    "paid": "已按期缴费",
    "paid_late": "逾期缴费",
    "lapsed": "逾期未缴费",
}
