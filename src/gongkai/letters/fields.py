"""The fields that letters of every kind share (共用字段): the organ, the letter, the applicant, the request."""

from __future__ import annotations

import datetime as dt

from gongkai.law.events import Channel, Service
from gongkai.letters.values import Field, Kind

# How a request came, as it is said in a letter.
CHANNELS = {
    "当面": Channel.COUNTER,
    "邮寄": Channel.SIGNED_MAIL,
    "平常信函": Channel.PLAIN_MAIL,
    "互联网": Channel.INTERNET,
    "传真": Channel.FAX,
    "口头": Channel.ORAL,
}
SERVED_ELECTRONICALLY = Service.ELECTRONIC.label

ORGAN, NUMBER, DATE, ATTACHMENTS = "机关", "文号", "成文日期", "附件"
APPLICANT, SUBMITTED, RECEIVED = "申请人", "提交日期", "收到日期"
# How a letter speaks to the applicant, and to a third party.
ADDRESS_OF_APPLICANT = "称谓"
ADDRESS_OF_THIRD_PARTY = "第三方称谓"
CORRECTED = "收到补正日期"
# The day a reply is due, and the later one after an extension.
DUE, NEW_DUE = "答复期限", "延长后的期限"

SHARED = (
    Field(name=ORGAN, hint="本机关的全称，印在文头和落款", example="砚汀市水务局"),
    Field(name=NUMBER, hint="发文字号，年份用六角括号", example="砚水公开复〔2026〕12号"),
    Field(name=DATE, kind=Kind.DATE, hint="文书作出的日期", example="2026-03-27"),
    Field(name="联系人", hint="经办人姓名，或者工作机构名称", example="局办公室 顾砚秋"),
    Field(name="联系电话", hint="办公电话", example="0000-1234567"),
    Field(
        name=ATTACHMENTS, kind=Kind.LIST, hint="附件的名称，每项一行", example="砚汀大桥防洪影响评价报告（复印件）"
    ),
    Field(
        name="送达方式",
        kind=Kind.CHOICE,
        hint="文书怎样送达；通过互联网送达的，应当写明复议机关的互联网渠道",
        example=Service.POSTED.label,
        choices={one.label: (one.value,) for one in Service},
    ),
    Field(name=APPLICANT, hint="申请人的姓名或者名称", example="林小满"),
    Field(
        name=ADDRESS_OF_APPLICANT,
        kind=Kind.CHOICE,
        hint="文中怎样称呼申请人",
        example="你",
        choices={"你（单位）": (), "你": (), "您": (), "你单位": (), "贵单位": (), "你公司": (), "贵公司": ()},
        usual="你（单位）",
    ),
    Field(name="申请编号", hint="登记时的编号", example="2026-XXGK-0017"),
    Field(name=SUBMITTED, kind=Kind.DATE, hint="申请人提交（寄出、口头提出）申请的日期", example="2026-03-01"),
    Field(
        name="提交方式",
        kind=Kind.CHOICE,
        hint="申请人怎样提交申请；收到申请之日依此认定（条例第三十一条）",
        example="互联网",
        choices={printed: (channel.value, channel.label) for printed, channel in CHANNELS.items()},
    ),
    Field(name=RECEIVED, kind=Kind.DATE, hint="依照条例第三十一条认定的收到申请之日", example="2026-03-02"),
    Field(
        name="申请内容",
        kind=Kind.LONG_TEXT,
        hint="申请人对所需信息的描述，照原文写",
        example="砚汀大桥防洪影响评价报告及其审批文件",
        quoted=True,
    ),
    Field(name=DUE, kind=Kind.DATE, hint="答复期限届满之日", example="2026-03-30"),
    Field(name="补正告知日期", kind=Kind.DATE, hint="告知补正的日期；没有补正的不写", example="2026-03-05"),
    Field(name="补正告知书文号", hint="补正告知书的文号", example="砚水公开补〔2026〕3号"),
    Field(name=CORRECTED, kind=Kind.DATE, hint="收到补正的申请的日期；没有补正的不写", example="2026-03-12"),
    Field(name="延期告知日期", kind=Kind.DATE, hint="告知延长答复期限的日期；没有延期的不写", example="2026-03-26"),
    Field(name="征求意见日期", kind=Kind.DATE, hint="发出征求意见书的日期；没有征求的不写", example="2026-03-06"),
    Field(
        name="所涉信息",
        kind=Kind.LONG_TEXT,
        hint="征求意见所涉政府信息的名称、内容；不要写出申请人的姓名或者名称",
        example="《砚汀大桥防洪影响评价报告》",
    ),
    Field(name="涉及的权益", hint="涉及第三方的什么", example="商业秘密"),
    Field(
        name="第三方的意见",
        kind=Kind.LONG_TEXT,
        hint="第三方不同意公开的理由，接在“不同意公开，认为”后面，不要再写“不同意公开”；不要写出第三方不愿公开的内容",
        example="报告中的计算方法属于商业秘密",
        quoted=True,
    ),
    Field(
        name="撤回的意思表示",
        kind=Kind.LONG_TEXT,
        hint="申请人怎样表示撤回，照原话写",
        example="所需信息已经从网站取得，自愿撤回本申请",
        quoted=True,
    ),
    Field(name="撤回的日期和方式", hint="何时、以什么方式提出撤回", example="2026年3月9日，电子邮件"),
)


def latest(value: object) -> dt.date:
    """Return a letter's day; of one that has none yet, a day on which the newest law holds."""
    return value if isinstance(value, dt.date) else dt.date.max
