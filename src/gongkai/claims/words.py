"""Wordings of counts (数据陈述的用语): measure words, and what stands around the number of each cell.

Patterns are matched against folded text (half-width signs) of one sentence. Those of `BEFORE` end where the
number begins, those of `AFTER` begin where its measure word ends. Every quantifier is bounded.
"""

from __future__ import annotations

import re

from gongkai.terms import form

MEASURES = (
    *("万人次", "人次", "件次", "场次", "条次", "条/次", "个方面", "个部分", "部分", "小时", "万元", "亿元"),
    *("个工作日", "工作日", "批次", "平方米"),
    *("件", "宗", "起", "条", "份", "项", "篇", "次", "期", "家", "场", "个", "名", "人", "户", "例", "批", "级"),
    *("部", "处", "类", "款", "种", "辆", "所", "张", "封", "通", "元", "大", "步", "位", "组", "台", "套", "面"),
)
SCALES = {None: 1, "万": 10_000, "亿": 100_000_000}
SCALE, ABOUT, ORDINAL = "[万亿]", "余|多", "第"
ONE, NEW = "一", "新"
VAGUE, PLACES = "数几", frozenset("十百千万")
PIECES, YUAN = "件", "元"
DIGITS = {"零": 0, "〇": 0, "两": 2, "十": 10} | {numeral: n for n, numeral in enumerate("一二三四五六七八九", 1)}
NUMERALS = "一二两三四五六七八九十百千万零〇"
# A numeral with a measure word that counts nothing.
IDIOMS = re.compile(
    r"三类(?=内部)|四类(?=过程)|[百千万][家户众件]|一(?:起(?!案)|次性|件事|条龙|条心|家人|部分|级|大批|类|种|位|面|步|处|套|通(?!电)|期(?:间)|项项|份份|个个|人|批(?!次))"
    r"|十(?:四五|三五|九大)|三(?:审|校|农|公|定|大|级联动)|四(?:议|个意识|风)|两(?:会|微|个(?:维护|确立)|不愁|学一做|面)"
    r"|千家万户|百(?:家|姓)|一(?:件|项|个)(?:一(?:件|项|个))|五(?:公开|位一体)"
)
ABOUT_BEFORE = re.compile(r"(?:约|近|超过?|逾|达到?)\s?$")

UNITS_OF_REQUESTS = frozenset(("件", "宗", "起"))
# These count requests only where 申请 or the end of the clause follows.
UNITS_OF_MUCH = frozenset("项份条个")
ENDS_CLAUSE = re.compile(r"^(?:的)?(?:对?政府信息公开|信息公开|依)?申请|^\s?(?:[,。;、):(]|$)")
UNITS_OF_LOST = frozenset("件宗起项份条个次")
UNITS_OF_DOCUMENTS = frozenset("件项份部个")
UNITS_OF_INFORMATION = frozenset(("条", "件", "篇", "份", "个", "项", "部", "次", "条次", "条/次"))
SENTENCE_END = re.compile(r"[。!]|(?<=[\u4e00-\u9fff])(?=\?0[0-3]\d年)|\s(?=\([一二三四五六七八九]\)|\([1-9]\))")
SUBHEADING = re.compile(
    r"(?:^|(?<=[\s。;?]))\(?[一二三四五1-5][)、.]\s?(主动公开|依申请公开|政府信息管理|政府信息公开平台|平台建设|监督保障)"
)
ON_REQUEST = form.SUBHEADINGS[1]

# What may stand between words and number and changes nothing.
FILL = r"(?:的|了|共|计|总|合|数|量|件|为|是|约|有|达|到|已|均|:|\s){0,10}"
_APPLICANTS = r"公民、法人(?:和|或|或者|及|与)(?:者)?其他组织"
REQUEST = (
    rf"(?:(?:各类|各种|公众|群众|申请人|全部|任何|所有|要求|提交|提出|递交|关于|的|{_APPLICANTS}){{0,5}}"
    r"(?:对?政府信息公开|公开政府信息|信息公开|依申请公开)?的?申请(?:公开)?(?:政府信息)?(?:事项|件|表|书|数)?"
    r"|依申请公开(?:政府)?(?:信息|件|事项)?)"
)
_LAST = r"(?:上一?年(?:度)?|去年(?:度)?|LASTYEAR年(?:度)?|往年)"
NEXT = r"(?:下一?年(?:度)?|次年(?:度)?|明年|NEXTYEAR年(?:度)?)"
_OWN_WORK = r"(?:继续)?(?:办理|处理|答复|审理)?"

RECEIVED_VERB = r"(?:新收到?|收到|接收到?|接到|受理)"
RECEIVED = rf"{RECEIVED_VERB}{FILL}{REQUEST}"
_ONWARDS = rf"(?:至|到|入)?(?:今年|本年(?:度)?|THISYEAR年(?:度)?)?{_OWN_WORK}"
CARRIED_IN = (
    rf"(?:{_LAST}(?:结转|转入|转来|遗留|转至|转到|流转){_ONWARDS}|结转{_LAST}|结转自{_LAST})的?(?:{REQUEST})?"
)
CARRIED_OUT = rf"(?:结转|转入|转|顺延|延续|延)(?:至|到|入)?{NEXT}{_OWN_WORK}的?(?:{REQUEST})?"
CLOSED = rf"(?:办结|办理完毕|办理完结|答复|回复|办复)(?:完毕)?(?:{REQUEST})?"
HANDLED = rf"(?:办理|处理)(?:{REQUEST})?"
NATURAL = rf"自然人(?:提出|提交)?的?(?:{REQUEST})?"
LEGAL = rf"法人(?:或者|或|和|及|与|、)(?:非法人|其他|其它)组织(?:提出|提交)?的?(?:{REQUEST})?"

# What may stand before these words in their clause, and leaves the reporting organ and its year the subject.
LEAD = (
    r"(?:其中|另有|另|并|亦|均|共计|合计|累计|共|已|也|都|我们|依法依规|依法|按规定|按照规定|规范|及时|予以|全部|新|实际|代表|目前|现有|有|在|的"
    r"|全年(?:度)?|今年(?:以来)?|本年(?:度)?(?:内)?|当年|THISYEAR年(?:度)?(?:以来|内)?|截至(?:THISYEAR)?年(?:底|末)"
    r"|(?:我|本|全)(?:省|市|县|区|州|盟|旗|镇|乡|街道|局|委|办|厅|院|处|行政机关|机关|单位|部门|中心|管委会|政府)(?:办公室)?"
    r"|各级行政机关|各级政府|行政机关"
    r"|(?:主动公开|政府信息管理|政府信息公开平台建设|平台建设|监督保障)(?:方面|情况)?"
    r"|(?:认真|规范|依法|做好|推进|加强|严格)?(?:办理)?依申请公开(?:政府信息)?(?:工作)?(?:方面|情况)?"
    r"|[一二三四五六七八九十\d]{1,2}\)|\d{1,2}|\s)"
)
LEAD_OF_APPLICANTS = r"(?:涉及|来自|由|为)"
LEAD_OF_CARRIED = r"(?:不含|含|还有|尚有|加上|包括|承接|其余|剩余|余下|仅)"
LEAD_OF_DOCUMENTS = r"(?:集中公开)"
LEAD_OF_RESULTS = r"(?:作出|决定|属于|其余|因[\u4e00-\u9fff“”]{1,20}等原因)"
LEAD_OF_DISPUTES = (
    "(?:"
    + "|".join(
        (
            *("发生", "涉及", "引发", "引起", "产生", "收到", "新增", "因", "由", "被申请", "被提起"),
            *("被", "提起", "申请", "政府信息公开", "信息公开", "依申请公开", "公开", "类", "方面", "工作", "答复"),
        )
    )
    + ")"
)
CUTS = ",;:、。(?!“”《》.·"
# What somebody did with things that are no requests, or not of the organ: the counts behind it are of them, too.
DEALT_WITH = re.compile("收到|受理|接受|接到|办理|办结|处理|答复|回复|审结|审理|接收")
NO_EXACT = re.compile("^(?:以上|以下|以内|左右|不等)")
RECEIVING = re.compile(r"(?:新收到?|收到|接收到?|接到|受理)$")
CLOSING = re.compile(r"(?:办结|答复|回复|办复)$")

_TYPES = {
    "business": form.BUSINESS,
    "research": form.RESEARCH,
    "welfare": form.WELFARE,
    "legal": form.LEGAL_SERVICES,
}
COLUMN_WORDS = {key: rf"{word}(?:提出|提交)?的?(?:{REQUEST})?" for key, word in _TYPES.items()}


def _bare(label: str) -> str:
    """Return a label without its ordinal and its note in brackets, as a pattern."""
    words = re.sub(r"^(?:\d\.|（.）|[一二三四]、)|（.*）$", "", label)
    return re.escape(words).replace("“", '[“"]?').replace("”", '[”"]?')


# Row keys → what prose calls the row. Groups first; of two matches the longer one counts.
RESULT_WORDS: dict[str, str] = {
    "3.1": _bare(form.GRANTED),
    "3.2": "部分(?:予以)?公开",
    "3.3": "不予公开",
    "3.4": "无法提供",
    "3.5": "不予处理",
    "3.6": "其他处理",
    **{f"3.3.{n}": _bare(label) for n, label in enumerate(form.DENIALS, 1)},
    "3.4.1": (
        "(?:本机关)?(?:不掌握相关(?:政府)?信息|不掌握)|(?:政府)?信息不存在|不属于本(?:行政)?机关(?:职责|负责)?(?:公开)?"
    ),
    "3.4.2": "(?:没有现成信息)?需要?另行制作",
    "3.4.3": "补正后(?:申请内容)?仍不明确",
    "3.5.1": "信访举报投诉类(?:申请)?",
    "3.5.2": "重复申请",
    "3.5.3": "要求提供公开出版物",
    "3.5.4": "无正当理由大量反复申请",
    "3.5.5": "要求行政机关确认或重新出具已获取信息",
}
RESULT_TAIL = rf"(?:的|情形|类|决定|答复|处理|{REQUEST}){{0,3}}"
AND_BETWEEN = "(?:、|和|及|与|或)"

RECONSIDERATION = r"(?:行政)?复议(?:案件|案)?"
LITIGATION = r"(?:行政)?诉讼(?:案件|案)?|行政应诉(?:案件|案)?"
DIRECT = r"未经复议直接(?:起诉|提起行政诉讼)(?:案件|的)?"
AFTER = r"(?:经)?复议后(?:起诉|提起行政诉讼|提起诉讼)(?:案件|的)?"
RESULTS_OF_DISPUTES = {
    "upheld": r"(?:结果|予以|均获)?维持",
    "corrected": r"(?:结果|予以)?(?:纠正|被纠错)",
    "other": r"其他结果",
    "pending": r"(?:尚)?未审结|正在审理",
    "total": "总计",
}
ABOUT_REQUESTS = re.compile(
    "信息公开申请|申请公开政府信息|公开政府信息的?申请|信息申请|依申请公开(?:政府信息)?(?:申请|件)"
)
MENTIONS_REQUESTS = re.compile("依申请|申请公开")
ABOUT_DISCLOSURE = re.compile("信息公开|依申请|政务公开")

RULES = r"(?:市|省|区|州|政府|行政){0,4}规章"
NORMATIVE = r"(?:市|县|区|政府|行政|本机关|本级|的){0,4}规范性文件"
# The verbs of documents, each right before its noun or the number, by the column that counts them.
DOCUMENT_VERBS = {
    "made": r"(?:制定|制发|出台|制订)(?:并|、|和)?(?:出台|印发|发布|公布|公开|实施)?",
    "repealed": r"(?<!宣布)废止",
    "in_force": r"(?:现行有效|继续有效)",
}
SHOWN = re.compile("公开|发布|公布")

# Characters that end the words before a number, and are lost together with its first digit.
LOST_ENDINGS = "复结理件请讼议转宗共计达为到展"

# Kinds of documents, by the row that counts them.
DOCUMENTS = {"20.1.regulations": RULES, "20.1.normative_documents": NORMATIVE}

# What was stated to be nothing.
NONE = r"(?:未曾|并未|从未|均未|暂未|尚未|没有|暂无|均无|未|无)"
_BY = rf"(?:来自|由)?(?:{_APPLICANTS}|群众|公众|社会公众|申请人)?(?:提出|提交|递交)?的?"
_OPEN = r"(?:要求公开政府信息|政府信息公开|信息公开|公开政府信息|依申请公开)?(?:政府信息)?的?"
_ENDS = r"(?=[,。;!)\s]|的?情况|$)"
NO_REQUEST = (
    rf"{NONE}(?:收到|接到|接收到?|受理|产生|发生)过?(?:任何)?{_BY}(?:{_OPEN}申请|依申请公开)(?:公开)?(?:事项|件)?{_ENDS}"
    rf"|(?:没有|暂无|无)(?:任何)?{_BY}(?:(?:政府信息公开|信息公开|公开政府信息的?)申请|依申请公开(?:申请)?)(?:事项|件)?{_ENDS}"
)
NO_CARRIED_IN = rf"(?:{_LAST}(?:无|没有|未有|未)(?:有)?结转|(?:没有|暂无|无)(?:有)?{_LAST}结转)"
NO_CARRIED_OUT = rf"(?:没有|暂无|未|无)(?:有)?(?:{REQUEST})?(?:结转|转|顺延)(?:至|到|入)?{NEXT}"
_CAUSED = (
    "(?:"
    + "|".join(
        (
            *("因", "由", "过", "发生", "收到", "产生", "涉及", "引发", "引起", "出现", "有", "被"),
            *(
                "接到",
                "任何",
                "政府信息公开",
                "信息公开",
                "依申请公开",
                "工作",
                "申请",
                "答复",
                "提出",
                "提起",
                "而",
                "的",
            ),
        )
    )
    + "){0,8}"
)
NO_DISPUTE = (
    rf"{NONE}{_CAUSED}(?P<review>(?:行政)?复议)(?:案件)?"
    r"(?:(?:、|和|及|与|或者|或|,)(?:未|无|没有)?(?:被)?(?:提起|引发|发生)?(?P<suit>(?:行政)?诉讼)(?:案件)?)?"
    r"(?:的?申请)?(?:案件)?(?:发生)?(?=[,。;!)\s]|的?情况|$)"
)
NO_SUIT = rf"{NONE}{_CAUSED}(?P<suit>(?:行政)?诉讼)(?:案件)?(?:发生)?(?=[,。;!)\s]|的?情况|$)"
ANY_NONE = re.compile("未|没有|无|零")
REPEAL_CONTEXT = re.compile("规范性文件")
NO_REPEAL = rf"{NONE}(?:有)?废止(?=[,。;、]|(?:行政)?规范性文件)"
_NO_TIMES = "(?<!及时)(?<!按时)(?<!按期)(?<!限时)"
CLOSED_RATE = rf"{_NO_TIMES}(?:{REQUEST}的?)?{_NO_TIMES}(?:办结|答复)率(?:均|达到?|为|是|实现|了|保持|:|\s){{0,4}}$"
REACHED = r"(?:实现|达到|了){1,3}$"
CLOSED_SHARE_AFTER = re.compile(r"^的?(?:办结率|答复率)")
NO_FEE = re.compile(
    rf"(?:{NONE}|零)(?:向申请人)?(?:收取|产生|发生)?[^,。;:!?]{{0,14}}?(?:信息公开|政府信息公开)?(?:信息)?处理费"
)

PEOPLES_GOVERNMENT, GOVERNMENT = "人民政府", "政府"
COMMITTEE, SHORT_COMMITTEE = "管理委员会", "管委会"
OFFICES = ("办公厅", "办公室")
AREAS = "省市县区州盟旗镇乡道"
# The whole year in other words.
WHOLE_YEAR = re.compile(
    r"(?:20\d\d年)?1月1日起?[至到](?:20\d\d年)?12月31日|截[至止](?:20\d\d年)?(?:12月31日|年?[底末])|截[至止]20\d\d年[底末]"
)
OTHER_TIME = re.compile(
    r"截[至止](?!(?:20\d\d)?年(?:底|末))|上半年|下半年|[一二三四]季度|(?:^|[^\d])(?:[1-9]|1[0-2])月|自\d|(?<![今本]年)(?<!\d年)(?<!年度)以来|年来|历年|近[三五两几]年|十[三四五]五"
)
LAST_YEAR_WORDS = re.compile(r"上年|上一年|去年|同期|往年|前年")
YEAR = re.compile(r"(20\d\d)年")

SHARE_OF = re.compile(r"^[\s,(约]{0,2}占(?:比|总数的?|全部|总量的?|申请总数的?|总|比例)?(?:约|为|达|的|:){0,3}$")
OF_WHICH = re.compile(r"其中[,:]?")
COMPARED = re.compile(
    r"较|比上年|比去年|同比|上年|增加|减少|增长|下降|含|包括|^(?!其中)[\u4e00-\u9fff]{1,6}中(?!央|小|心|间)"
)
SECOND_LIST = re.compile("^(?:内容|涉及|按|从|分)")
JOINS = "、和及与"
BREAKS_LIST = re.compile(r"同时|此外|另外|并通过|组织|召开|开展|培训|办理|受理|收到|答复|通过政务新媒体|举办")
RESIDUAL = re.compile(r"^[,;、(\s]{0,3}(?:及|和|以及)?(?:其他|其它|其余|剩余)(?!结果|处理)")
TOTAL_WORDS = re.compile(r"共|总计|合计|累计|总数|总量|全年|总")

PUBLISHED = re.compile("(?:公开|发布|公布)(?:各类)?(?:政府|政务)?信息")
# Lists that name all there is: the yearly form of a government site (国办函〔2018〕12号), the disclosure
# attributes of documents (国办发〔2016〕80号).
COMPLETE_KINDS = (
    ("概况类信息", "政务动态", "信息公开目录"),
    ("主动公开", "依申请公开", "不予公开"),
)
