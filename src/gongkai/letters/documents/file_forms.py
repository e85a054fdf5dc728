"""The forms that stay with the case or go with a letter (表格, L01, L07, L29 to L32)."""

from __future__ import annotations

from gongkai.law.documents import Document, Element
from gongkai.letters.letter import Blank, Form, Receiver, Row, need
from gongkai.letters.values import Field, Kind

_DAY = "　　　　年　　月　　日"
_SIGNED = Blank("签名或者盖章：　　　　　　　　" + _DAY)
_OPINION = Blank("\n　　　　　　　　签名：　　　　　　" + _DAY)
_ARTICLE_29 = "条例第二十九条"

REGISTRATION = Form(
    document=Document.L01,
    to=Receiver.FILE,
    rows=(
        Row((("申请编号", "申请编号"), ("登记日期", "登记日期"))),
        Row((("申请人", "申请人"), ("申请人类型", "申请人类型"))),
        Row((("身份证明", "身份证明"), ("联系方式", "申请人联系方式"))),
        Row((("代理人", "代理人"), ("需要的帮助", "需要的帮助"))),
        Row((("提交日期", "提交日期"), ("提交方式", "提交方式"))),
        Row((("收到申请之日", "收到日期"), ("认定的依据", "收到日期的依据"))),
        Row((("申请内容", "申请内容"),), lines=5),
        Row((("获取信息的\n方式、途径", "获取方式要求"),), lines=2),
        Row((("答复期限", "答复期限"), ("登记人", "登记人"))),
        Row((("备注", "备注"),), lines=2),
    ),
    needs=(
        need(Element.APPLICATION_NUMBER, "条例第四十五条", "申请编号"),
        need(Element.APPLICANT, _ARTICLE_29, "申请人"),
        need(Element.IDENTITY, _ARTICLE_29, "身份证明"),
        need(Element.CONTACT_OF_APPLICANT, _ARTICLE_29, "申请人联系方式"),
        need(Element.SUBMITTED, "条例第三十一条", ("提交日期", "提交方式")),
        need(Element.RECEIVED, "条例第三十一条", ("收到日期", "收到日期的依据")),
        need(Element.REQUEST, _ARTICLE_29, "申请内容"),
        need(Element.FORM, _ARTICLE_29, "获取方式要求"),
        need(Element.REGISTRAR, "条例第四十五条", "登记人"),
    ),
    fields=(
        Field(name="登记日期", kind=Kind.DATE, hint="登记的日期", example="2026-03-02"),
        Field(
            name="申请人类型",
            kind=Kind.CHOICE,
            hint="年度报告表三的六类",
            example="自然人",
            choices={
                "自然人": (),
                "商业企业": (),
                "科研机构": (),
                "社会公益组织": (),
                "法律服务机构": (),
                "其他": (),
            },
        ),
        Field(
            name="身份证明",
            hint="证件名称和号码；法人、其他组织写统一社会信用代码",
            example="居民身份证（号码后四位 002X，已核验）",
        ),
        Field(
            name="申请人联系方式",
            hint="电话、地址、邮箱，至少一种",
            example="000-0000-0000",
        ),
        Field(name="代理人", hint="代理人的姓名、授权委托书；没有的不写", example="林大满（授权委托书1份）"),
        Field(
            name="需要的帮助",
            hint="阅读困难、视听障碍等（条例第四十三条）；没有的不写",
            example="阅读困难，请协助填写",
        ),
        Field(
            name="收到日期的依据",
            hint="依照条例第三十一条哪一项认定，有什么凭据",
            example="第三项：2026年3月2日电话确认",
        ),
        Field(
            name="获取方式要求",
            hint="申请人要求的获取信息的方式、途径",
            example="纸质复印件，邮寄",
            quoted=True,
        ),
        Field(name="登记人", hint="登记的工作人员", example="顾砚秋"),
        Field(
            name="备注",
            kind=Kind.LONG_TEXT,
            hint="其他需要记载的事项",
            example="申请书共2页，另附身份证明复印件1页",
        ),
    ),
)

OPINION = Form(
    document=Document.L07,
    to=Receiver.THIRD_PARTY,
    above="{机关}：\n贵机关[《政府信息公开征求意见书》（{征求意见书文号}）]征求意见的事项，现回复如下：",
    rows=(
        Row((("所涉政府信息", "所涉信息"),), lines=2),
        Row((("意见", Blank("□ 同意公开　　　□ 部分同意公开　　　□ 不同意公开")),)),
        Row((("同意公开\n的部分", Blank("（部分同意的填写）")),), lines=2),
        Row((("不同意\n公开的理由", Blank("（不同意或者部分同意的填写，可以另附材料）")),), lines=5),
        Row((("联系方式", Blank()),)),
        Row((("签名或者盖章", Blank("\n" + _DAY)),), lines=3),
    ),
    below="请自收到征求意见书之日起15个工作日内回复。",
    needs=(
        need(Element.ADDRESSEE, "条例第三十二条", "机关"),
        need(Element.INFORMATION, "条例第三十二条", "所涉信息"),
    ),
    fixed=(Element.OPINION, Element.SIGNATURE, Element.DATE),
    fields=(Field(name="征求意见书文号", hint="征求意见书的文号", example="砚水公开征〔2026〕2号"),),
)

SERVICE = Form(
    document=Document.L29,
    to=Receiver.FILE,
    rows=(
        Row((("送达文书", "送达文书"),)),
        Row((("文书文号", "文号"), ("申请编号", "申请编号"))),
        Row((("受送达人", "受送达人"), ("送达方式", "送达方式"))),
        Row((("送达地址", "送达地址"),)),
        Row((("送达日期", "送达日期"), ("邮件号码", "邮件号码"))),
        Row((("受送达人", _SIGNED),), lines=3),
        Row((("代收人", Blank("与受送达人的关系：\n签名或者盖章：　　　　　　　　" + _DAY)),), lines=3),
        Row((("拒收、退回\n的情况", Blank()),), lines=3),
        Row((("送达人", _SIGNED),), lines=2),
    ),
    below="当面送达的，由受送达人写明收到日期并签名或者盖章；邮寄的，附邮政企业的收寄凭证；电子送达的，附到达受送达人系统的记录。",
    needs=(
        need(Element.ADDRESSEE, "民事诉讼法第八十七条", "受送达人"),
        need(Element.NUMBER, "民事诉讼法第八十七条", ("送达文书", "文号")),
        need(Element.SERVICE, "国办公开办函〔2016〕235号", ("送达方式", "送达日期")),
    ),
    fixed=(Element.SIGNATURE,),
    fields=(
        Field(name="送达文书", hint="送达的文书的名称", example="政府信息公开申请答复书"),
        Field(name="受送达人", hint="受送达人的姓名或者名称", example="林小满"),
        Field(name="送达地址", hint="送达的地址、邮箱", example="砚汀市墨水路12号"),
        Field(name="送达日期", kind=Kind.DATE, hint="当面交付、交邮、发送的日期", example="2026-03-27"),
        Field(name="邮件号码", hint="邮寄的，写邮件号码", example="EX000000000YT"),
    ),
)

APPROVAL = Form(
    document=Document.L30,
    to=Receiver.FILE,
    rows=(
        Row((("申请编号", "申请编号"), ("申请人", "申请人"))),
        Row((("收到申请之日", "收到日期"), ("答复期限", "答复期限"))),
        Row((("申请内容", "申请内容"),), lines=2),
        Row((("拟作出的处理", "拟作出的处理"),), lines=2),
        Row((("承办意见", "承办意见"),), lines=3),
        Row((("承办人", Blank("　　　　　　　　签名：　　　　　　" + _DAY)),)),
        Row((("法制审核意见", _OPINION),), lines=2),
        Row((("保密审查意见", _OPINION),), lines=2),
        Row((("工作机构\n负责人意见", _OPINION),), lines=2),
        Row((("领导意见", _OPINION),), lines=2),
    ),
    needs=(
        need(Element.APPLICATION_NUMBER, "条例第四十五条", "申请编号"),
        need(Element.APPLICANT, "条例第四十五条", "申请人"),
        need(Element.RECEIVED, "条例第三十一条", "收到日期"),
        need(Element.DUE, "条例第三十三条", "答复期限"),
        need(Element.REQUEST, "条例第四十五条", "申请内容"),
        need(Element.DECISION, "条例第四十五条", "拟作出的处理"),
        need(Element.OPINIONS, "条例第十七条、第四十五条", "承办意见"),
    ),
    fields=(
        Field(
            name="拟作出的处理",
            kind=Kind.LONG_TEXT,
            hint="拟怎样答复，依据哪一条",
            example="依照条例第三十六条第二项予以公开",
        ),
        Field(
            name="承办意见",
            kind=Kind.LONG_TEXT,
            hint="承办人的意见：事实、依据、理由",
            example="信息由本局制作，不涉及国家秘密、商业秘密和个人隐私，建议公开",
        ),
    ),
)

HANDOVER = Form(
    document=Document.L31,
    to=Receiver.ORGAN,
    above="{接收单位}：\n现移送主动公开的政府信息[（{移送期间}）]，请接收并提供查阅。",
    table="移送文件",
    widths=(1, 5, 4, 3, 2),
    rows=(
        Row((("移送单位", "机关"), ("移送日期", "成文日期"))),
        Row((("移送人", Blank()), ("接收人", Blank()))),
    ),
    needs=(
        need(Element.ADDRESSEE, "条例第二十五条", "接收单位"),
        need(Element.ITEMS, "条例第二十五条", "移送文件"),
        need(Element.DATE, "条例第二十五条", "成文日期"),
    ),
    fields=(
        Field(name="接收单位", hint="国家档案馆或者公共图书馆", example="砚汀市档案馆"),
        Field(name="移送期间", hint="哪一段时间主动公开的信息", example="2026年第一季度"),
        Field(
            name="移送文件",
            kind=Kind.ROWS,
            hint="每份一行；没有文号的写“无”",
            example="砚汀市防洪预案，砚政发〔2026〕4号，2026年1月12日，2",
            columns=("文件名称", "文号", "成文日期", "份数"),
        ),
    ),
)

WITHDRAWAL = Form(
    document=Document.L32,
    to=Receiver.FILE,
    rows=(
        Row((("申请编号", "申请编号"), ("申请人", "申请人"))),
        Row((("提交日期", "提交日期"), ("收到申请之日", "收到日期"))),
        Row((("申请内容", "申请内容"),), lines=4),
        Row((("撤回的\n意思表示", "撤回的意思表示"),), lines=3),
        Row((("撤回的\n日期、方式", "撤回的日期和方式"),), lines=2),
        Row((("申请人", _SIGNED),), lines=3),
        Row((("经办人", _SIGNED),), lines=2),
        Row((("确认日期", "成文日期"), ("本机关", "机关"))),
    ),
    below="撤回以后，本机关不再办理该申请；申请人可以重新提出申请。",
    needs=(
        need(Element.APPLICATION_NUMBER, "条例第四十五条", "申请编号"),
        need(Element.APPLICANT, "条例第四十五条", "申请人"),
        need(Element.REQUEST, "条例第四十五条", "申请内容"),
        need(Element.WITHDRAWAL, "条例第四十五条", "撤回的意思表示"),
        need(Element.DATE, "条例第四十五条", "成文日期"),
    ),
)
