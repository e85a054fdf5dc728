"""The sentences that explain an outcome's row, article and remedy (办理结果的说明)."""

from __future__ import annotations

ARTICLE, PARAGRAPH, ITEM = "条", "款", "项"
PLACE = "第{number}{unit}"
AND = "、"

# No rule.
NOT_YET = "“{outcome}”自{first}起才有规定，不能用于{on}作出的答复。"
NO_EDITION = "{year}年度的报告没有现行格式的表三，2019年度起才有。"
NO_REVIEWER = "复议机关按2024年1月1日起施行的行政复议法确定，不能用于{on}。"

# What the law does not say.
NO_ARTICLE = "条例没有单列这种情形，依据由承办人写明"
BY_ANALOGY = "条例没有单列这种情形，比照{articles}处理"
CHANNEL_MAY = "条例规定“可以告知”提出的途径；这里作为必备要素，都写明"
ARCHIVES_LAW = "还应当写明当时的档案法及其实施办法的条文"
OTHER_BASIS = "还应当写明禁止公开的法律、行政法规条文"

# The row of table 3.
ROW = "“{row}”"
ROW_OF_GROUP = "“{group}”中的“{row}”"
NO_ITEM = "还没有办理结果，计入{row}。"
ONE_RESULT = "结果是“{outcome}”，计入{row}。"
SAME_ROW = "{count}项的结果都计入{row}。"
BY_CONVENTION = "格式中没有“{outcome}”的行，按本地口径计入{row}。"
SEVERED = "有区分处理的，只计{row}，不计其他情形。"
PROVIDED_IN_PART = "{count}项中提供了一部分、没有全部提供，计入{row}。"
REFUSED_IN_PART = "{count}项中既有公开又有不予公开，计入{row}。"
FIRST_IN_FORM = "{count}项的结果不同，按表中排在最前的一行，计入{row}。"
FIRST_ITEM = "{count}项的结果不同，按第一项的结果“{outcome}”，计入{row}。"
REPLIED_ANEW = "责令重新答复后作出的答复，按本地口径再计一件。"
NOT_ANEW = "责令重新答复后作出的答复，按本地口径不再计，第一次的结果不变。"

# The remedy.
NO_REMEDY_DOCUMENT = "“{document}”是程序性文书，不单独写明救济途径。"
NO_REPLY = "还没有办理结果，没有救济途径。"
WITHDRAWN = "申请人自己撤回申请，没有作出处理决定，没有救济途径。"
PETITION_SILENT = "不作为政府信息公开申请处理的，按本地口径不写明救济途径。"
REFUSED = "第{number}项“{outcome}”是依据{articles}的不予公开，应当先申请行政复议。"
PARTLY_REFUSED = "第{number}项部分公开，不予公开的部分依据{articles}，应当先申请行政复议。"
PARTLY_WITHOUT_GROUND = "第{number}项部分公开，没有写明不予公开部分的依据，暂按应当先申请行政复议处理。"
UNAVAILABLE = "第{number}项“{outcome}”属于“无法提供”，按本地口径应当先申请行政复议。"
ALL_FIRST = "第{number}项“{outcome}”，按本地口径应当先申请行政复议。"
WHOLE_LETTER = "同一份答复书有一项应当先申请行政复议的，全部按先申请行政复议告知。"
TELL_FIRST = "作出答复时应当告知申请人先申请行政复议。"
NOT_YET_FIRST = "{first}前作出的答复，不适用先申请行政复议的规定。"
PART_IS_NO_REFUSAL = "第{number}项部分公开，按本地口径不作为不予公开。"
PART_IS_NO_INFORMATION = "第{number}项不提供的部分只是不属于政府信息的内容，不是条例第十四条至第十六条的不予公开。"
EITHER = "可以申请行政复议，也可以直接提起行政诉讼。"
AGAINST_DISCLOSURE = "决定公开涉及第三方的信息，第三方可以申请行政复议，也可以直接提起行政诉讼。"
AGAINST_NO_CORRECTION = "不予更正的，申请人可以申请行政复议，也可以直接提起行政诉讼；已经更正的，不写明救济途径。"
OTHER_ORGAN_CORRECTS = "告知由有权更正的机关处理，没有决定是否更正，不写明救济途径。"
NO_GROUND = "第{number}项部分公开，没有写明不予公开部分的依据，应当补上。"
SILENT_FIRST = "按本地口径，逾期不答复视为未履行法定职责，应当先申请行政复议。"
SILENT_EITHER = "对逾期不答复，可以申请行政复议，也可以提起行政诉讼。"
INTERNET = "通过互联网送达答复的，应当同时提供提交行政复议申请书的互联网渠道。"

# The periods of remedies.
SIXTY_DAYS = "自收到答复之日起60日内申请行政复议。"
ONE_YEAR = (
    "没有告知复议权利、复议机关和申请期限的，申请期限自知道或者应当知道上述事项之日起计算，"
    "最长不得超过自知道或者应当知道答复内容之日起一年。"
)
FROM_BEING_TOLD = "没有告知的，自收到补充告知之日起60日内申请行政复议。"
SIX_MONTHS = "自收到答复之日起六个月内提起行政诉讼。"
SUIT_ONE_YEAR = (
    "没有告知起诉期限的，起诉期限自知道或者应当知道起诉期限之日起计算，"
    "最长不得超过自知道或者应当知道答复内容之日起一年。"
)
FIFTEEN_DAYS = "对行政复议决定不服的，自收到行政复议决定书之日起15日内提起行政诉讼。"
FIFTEEN_DAYS_EXPIRED = "复议机关逾期不作决定的，自行政复议期限届满之日起15日内提起行政诉讼。"
DECISION_ONE_YEAR = (
    "行政复议决定没有告知起诉期限的，起诉期限自知道或者应当知道起诉期限之日起计算，"
    "最长不得超过自知道或者应当知道行政复议决定内容之日起一年。"
)
SILENT_SIXTY_DAYS = "自答复期限届满之日起60日内申请行政复议。"
SILENT_SIX_MONTHS = "自答复期限届满之日起六个月内提起行政诉讼。"

# The periods of a reconsideration, from what they begin.
REQUEST_RECEIVED = "复议机关收到复议申请"
NOTICE_RECEIVED = "申请人收到补正通知"
ACCEPTED = "复议申请受理"
COPY_RECEIVED = "被申请人收到申请书副本"
OPINION_RECEIVED = "有关机关收到行政复议意见书"
NO_REVIEW_PERIOD = "复议程序的期限按2024年1月1日起施行的行政复议法计算，不能用于{on}。"
NO_EXTENSION = "只有普通程序作出复议决定的期限可以延长，最多30日。"
