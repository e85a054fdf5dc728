"""The notice of a later reply (延期答复告知书, L05): an extension of article 33, or a delay of article 35."""

from __future__ import annotations

from gongkai.law.documents import Document, Element
from gongkai.letters.documents.receipt import WAY_OF_SUBMISSION
from gongkai.letters.fields import APPLICANT
from gongkai.letters.letter import Letter, Receiver, Sentence, need
from gongkai.letters.norms import REGULATIONS, SHORT
from gongkai.letters.values import Field, Kind

_EXTENSION, _DELAY = "延长答复期限", "延迟答复"
_ARTICLE = "条例第三十三条第二款"
_APPROVED = "经本机关政府信息公开工作机构负责人于{延期审批日期}同意，"

EXTENSION = Letter(
    document=Document.L05,
    to=Receiver.APPLICANT,
    addressee=APPLICANT,
    text="""\
{称谓}[于{提交日期}][{提交的方式}]提交的政府信息公开申请[（申请编号：{申请编号}）]收悉[，本机关收到申请之日为{收到日期}]。
{不能按期答复的情况}。{法律依据}，{延期审批}{新的期限}。""",
    needs=(
        need(Element.BASIS, _ARTICLE, "法律依据"),
        need(Element.REASON, _ARTICLE, "不能按期答复的情况"),
        need(Element.APPROVAL, _ARTICLE, "延期审批"),
        need(Element.NEW_DUE, _ARTICLE, "新的期限"),
    ),
    sentences=(
        WAY_OF_SUBMISSION,
        Sentence(
            name="不能按期答复的情况",
            by="延期情形",
            texts={
                _EXTENSION: "因{延期理由}，本机关无法在规定的期限内[（{答复期限}届满）]答复",
                _DELAY: (
                    "{称谓}说明的申请理由合理，但是因{延期理由}，本机关无法在"
                    f"{REGULATIONS}（以下简称{SHORT}）第三十三条规定的期限内[（{{答复期限}}届满）]答复"
                ),
            },
        ),
        Sentence(
            name="法律依据",
            by="延期情形",
            texts={
                _EXTENSION: f"根据{REGULATIONS}第三十三条第二款的规定",
                _DELAY: f"根据{SHORT}第三十五条的规定",
            },
        ),
        # Article 35 asks for no approval.
        Sentence(name="延期审批", by="延期情形", texts={_EXTENSION: _APPROVED, _DELAY: ""}),
        Sentence(
            name="新的期限",
            by="延期情形",
            texts={
                _EXTENSION: "答复期限延长{延长天数}个工作日，本机关将于{延长后的期限}前（含当日）答复{称谓}",
                _DELAY: "本机关确定延迟答复，将于{延长后的期限}前（含当日）答复{称谓}",
            },
        ),
    ),
    fields=(
        Field(
            name="延期情形",
            kind=Kind.CHOICE,
            hint=(
                "“延长答复期限”依据第三十三条，最多20个工作日；“延迟答复”只用于第三十五条的大量申请、理由合理的；"
                "以前已经告知过延期的，另写“延期告知日期”"
            ),
            example=_EXTENSION,
            choices={_EXTENSION: (), _DELAY: ()},
            usual=_EXTENSION,
        ),
        Field(
            name="延期理由",
            kind=Kind.LONG_TEXT,
            hint="为什么不能按期答复，接在“因”字后面",
            example="所涉档案数量较多，需要逐件查找、审查",
        ),
        Field(
            name="延期审批日期",
            kind=Kind.DATE,
            hint="工作机构负责人同意延长的日期；延迟答复的不写",
            example="2026-03-26",
        ),
        Field(name="延长天数", kind=Kind.COUNT, hint="延长几个工作日，最多20个", example="20", most=20),
        Field(name="延长后的期限", kind=Kind.DATE, hint="延长（延迟）后的期限届满之日", example="2026-04-28"),
    ),
)
