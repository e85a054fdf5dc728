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
PIECES, YUAN = "件", "元"
DIGITS = {"零": 0, "〇": 0, "两": 2, "十": 10} | {numeral: n for n, numeral in enumerate("一二三四五六七八九", 1)}
NUMERALS = "一二两三四五六七八九十百千零〇"
# A numeral with a measure word that counts nothing.
IDIOMS = re.compile(
    r"一(?:起(?!案)|次性|件事|条龙|条心|家人|部分|级|大批|类|种|位|面|步|处|套|通(?!电)|期(?:间)|项项|份份|个个|人|批(?!次))"
    r"|十(?:四五|三五|九大)|三(?:审|校|农|公|定|大|级联动)|四(?:议|个意识|风)|两(?:会|微|个(?:维护|确立)|不愁|学一做|面)"
    r"|千家万户|百(?:家|姓)|一(?:件|项|个)(?:一(?:件|项|个))|五(?:公开|位一体)"
)
ABOUT_BEFORE = re.compile(r"(?:约|近|超过?|逾|达到?)\s?$")

UNITS_OF_REQUESTS = frozenset("件宗起项份条个")
UNITS_OF_DOCUMENTS = frozenset("件项份部个")
SENTENCE_END = re.compile(r"[。!\n]|(?<=[\u4e00-\u9fff])(?=\?0[0-3]\d年)|\s(?=\([一二三四五六七八九]\)|\([1-9]\))")
SUBHEADING = re.compile(
    r"(?:^|(?<=[\s。;?]))\(?[一二三四五1-5][)、.]\s?(主动公开|依申请公开|政府信息管理|政府信息公开平台|平台建设|监督保障)"
)
ON_REQUEST = form.SUBHEADINGS[1]

# What may stand between words and number and changes nothing.
FILL = r"(?:的|了|共|计|总|合|数|量|件|为|是|约|有|达|到|已|均|:|\s){0,10}"
REQUEST = (
    r"(?:(?:各类|有效|涉及|公众|群众|社会|公民|法人|其他|组织|申请人|提交|提出|要求|关于|本机关|全部|任何|所有|的|或|和|及|、|与){0,8}"
    r"(?:对?政府信息公开|公开政府信息|信息公开|政务公开|依申请公开|政府信息)?的?申请(?:公开)?(?:政府信息)?(?:事项|件|表|书|数)?"
    r"|依申请公开(?:政府)?(?:信息|件|事项)?)"
)
_LAST = r"(?:上一?年(?:度)?|去年(?:度)?|LASTYEAR年(?:度)?|往年)"
NEXT = r"(?:下一?年(?:度)?|次年(?:度)?|明年|NEXTYEAR年(?:度)?)"
_OWN_WORK = r"(?:继续)?(?:办理|处理|答复|审理)?"

RECEIVED_VERB = r"(?:本年(?:度)?)?(?:新收到?|收到|接收到?|接到|受理)"
RECEIVED = rf"{RECEIVED_VERB}{FILL}{REQUEST}"
CARRIED_IN = (
    rf"(?:{_LAST}(?:度)?(?:结转|转入|转来|遗留|转至|转到|流转)(?:至|到|入)?(?:今年|本年(?:度)?)?{_OWN_WORK}|结转{_LAST}|结转自{_LAST})"
    rf"的?(?:{REQUEST})?"
)
CARRIED_OUT = rf"(?:结转|转入|转|顺延|延续|延)(?:至|到|入)?{NEXT}{_OWN_WORK}的?(?:{REQUEST})?"
CLOSED = (
    r"(?:(?:依法依规|依法|已|予以|全部|共|按期|按时)?(?:办结|办理完毕|办理完结|答复|回复|办复))(?:完毕)?"
    rf"(?:{REQUEST})?"
)
HANDLED = rf"(?<!不予)(?<!其他)(?<!逾期)(?:办理|处理)(?:{REQUEST})?"
NATURAL = rf"自然人(?:提出|提交)?的?(?:{REQUEST})?"
LEGAL = rf"法人(?:或者|或|和|及|与|、)(?:非法人|其他|其它)组织(?:提出|提交)?的?(?:{REQUEST})?"

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
        "(?:本机关)?(?:不掌握相关政府信息|不掌握)|(?:政府)?信息不存在|不属于本(?:行政)?机关(?:职责|负责)?(?:公开)?"
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
ABOUT_REQUESTS = re.compile("申请公开|公开申请|依申请|公开政府信息的申请|信息申请")
ABOUT_DISCLOSURE = re.compile("信息公开|依申请|政务公开")

RULES = r"(?:市|省|区|州|政府|行政|地方性?|部门){0,4}规章"
NORMATIVE = r"(?:市|县|区|政府|部门|行政|本机关|本级|有效|的){0,4}规范性文件"
MADE = r"(?:制定|制发|出台|印发|制订|发布)"
MADE_FIRM = (
    r"(?:(?:新|本年(?:度)?|共|并|已|、|和|全年|今年|累计){0,4}(?:制定|制发|出台|制订)"
    r"(?:并|、|和)?(?:印发|发布|公布|公开|实施)?)"
)
SHOWN = r"(?:公开|发布|公布|印发|新增公开|制作)"
REPEALED = r"(?:废止|宣布失效|宣布废止)(?:和失效|、失效|失效|或失效|和宣布失效)?"
IN_FORCE = r"(?:现行有效|继续有效|目前有效|有效)"

# Characters that end the words before a number, and are lost together with its first digit.
LOST_ENDINGS = "复结理件请讼议转宗共计达为到展"

# Kinds of documents, by the row that counts them.
DOCUMENTS = {"20.1.regulations": RULES, "20.1.normative_documents": NORMATIVE}
OPENS_LIST = " ,;:、(其中有"

# What was stated to be nothing.
NONE = r"(?:未(?!来|经)|没有|无(?!法|关|需|须|正当|条件|论|偿|障)|尚未|暂无|暂未|并未|从未|均未|未曾)"
NO_REQUEST = re.compile(
    rf"{NONE}(?:收到|接到|接收到?|受理|发生|产生)?过?(?:来自|由)?[^,。;:!?诉复举]{{0,16}}?(?:依申请公开|公开(?:政府)?信息|信息公开|政府信息)?的?"
    rf"(?:申请(?:事项|件)?|依申请公开(?:申请|事项|件)?)(?=[,。;!)\s]|的?情况|$)"
)
NOT_REQUESTS = re.compile("复议|诉讼|投诉|举报|减免|费|延期|延长|逾期|补正|第三方|重复|不予|结转")
NO_CARRIED_IN = rf"(?:{_LAST}(?:度)?(?:无|没有|未有|未)(?:有)?结转|{NONE}(?:有)?{_LAST}(?:度)?结转)"
NO_CARRIED_OUT = (
    rf"{NONE}(?:有)?(?:{REQUEST})?(?:结转|转|顺延)(?:至|到|入)?{NEXT}|{NONE}(?:有)?(?:需|须)?{NEXT}结转"
)
NO_DISPUTE = re.compile(
    rf"{NONE}(?:发生|收到|产生|涉及|引发|出现|有|被|因|提起|接到)?[^,。;:!?]{{0,22}}?(?P<review>(?:行政)?复议)(?:案件)?"
    rf"(?:(?:、|和|及|与|或|或者)?(?:被)?(?:提起|引发)?(?:的)?(?P<suit>(?:行政)?诉讼))?"
)
NO_SUIT = re.compile(
    rf"{NONE}(?:发生|收到|产生|涉及|引发|出现|有|被|因|提起|接到)?[^,。;:!?复]{{0,22}}?(?P<suit>(?:行政)?诉讼)(?:案件)?"
)
ANY_NONE = re.compile("未|没有|无|零")
REPEAL_CONTEXT = re.compile("规范性文件")
NO_REPEAL = re.compile(rf"{NONE}(?:有)?(?:废止|失效)")
CLOSED_RATE = re.compile(
    r"(?<!按时)(?<!按期)(?<!及时)(?<!限时)(?:办结率|答复率)(?:均|达到?|为|是|实现|了|保持|:|\s){0,4}$"
)
CLOSED_SHARE_AFTER = re.compile(r"^的?(?:办结率|答复率)")
NO_FEE = re.compile(
    rf"(?:{NONE}|零)(?:向申请人)?(?:收取|产生|发生)?[^,。;:!?]{{0,14}}?(?:信息公开|政府信息公开)?(?:信息)?处理费"
)
CHARGED_FEE = re.compile(r"信息处理费(?:共|共计|总额|总金额|为|合计|:|\s){0,3}$")

# A subject that is not the reporting organ takes the number away from its cells.
FOREIGN = re.compile(
    r"(?P<subject>[\u4e00-\u9fff]{1,14}?(?:局|委|办|厅|院|镇|乡|街道|区|县|市|办公室|政府|中心))"
    r"(?:20\d\d年(?:度)?|全年|本年(?:度)?|今年|共计|共|累计|已|依法){0,4}(?:新收|收到|接收|接到|受理|办结|答复|办理|共)"
)
OWN = re.compile("我|本|全|各")
PEOPLES_GOVERNMENT, GOVERNMENT = "人民政府", "政府"
OTHER_TIME = re.compile(
    r"截至|截止|上半年|下半年|[一二三四]季度|(?:^|[^\d])(?:[1-9]|1[0-2])月|以来|自\d|历年|近[三五两几]年|十[三四五]五|累计"
)
LAST_YEAR_WORDS = re.compile(r"上年|上一年|去年|同期|往年|前年")
YEAR = re.compile(r"(20\d\d)年")

SHARE_OF = re.compile(r"^[\s,(约]{0,2}占(?:比|总数的?|全部|总量的?|申请总数的?|总|比例)?(?:约|为|达|的|:){0,3}$")
OF_WHICH = re.compile(r"其中[,:]?|分别(?:是|为)[,:]?")
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
