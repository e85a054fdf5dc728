"""The notice of the information-processing fee (信息处理费收费通知书, L12), article 42 and 109号."""

from __future__ import annotations

from gongkai.law.conventions import Conventions, FeeBasis
from gongkai.law.documents import Document, Element
from gongkai.law.fees import words
from gongkai.law.fees.fees import Fee
from gongkai.law.fees.notice import notice_of
from gongkai.letters.documents.receipt import WAY_OF_SUBMISSION
from gongkai.letters.fields import APPLICANT
from gongkai.letters.letter import Letter, Receiver, Sentence, need
from gongkai.letters.norms import FEES, REGULATIONS
from gongkai.letters.values import Field, Kind

_PIECES, _PAGES = words.BASES[FeeBasis.PIECES], words.BASES[FeeBasis.PAGES]
_ARTICLE_6, _ARTICLE_7 = "国办函〔2020〕109号第六条", "国办函〔2020〕109号第七条"
_BASIS = f"根据{REGULATIONS}第四十二条和{FEES}"

FEE = Letter(
    document=Document.L12,
    to=Receiver.APPLICANT,
    addressee=APPLICANT,
    text="""\
{称谓}[于{提交日期}][{提交的方式}]提交的政府信息公开申请[（申请编号：{申请编号}）]收悉。
{收费依据}，本机关决定收取信息处理费。{收费情形}。
收费标准：{收费标准}。
收费数额：{收费金额}[（计算：{收费计算}）]。
缴纳方式：{缴纳方式}。
{缴费期限}。{逾期不缴费的后果}。[{缴费以后的期限}。]""",
    needs=(
        need(Element.FEE_BASIS, _ARTICLE_6, "收费依据"),
        need(Element.FEE_STANDARD, _ARTICLE_6, "收费标准"),
        need(Element.FEE_AMOUNT, _ARTICLE_6, "收费金额"),
        need(Element.FEE_PAYMENT, _ARTICLE_6, "缴纳方式"),
        need(Element.PERIOD, _ARTICLE_7, "缴费期限"),
        need(Element.CONSEQUENCE, _ARTICLE_7, "逾期不缴费的后果"),
    ),
    sentences=(
        WAY_OF_SUBMISSION,
        Sentence(
            name="收费依据",
            by="收费方式",
            texts={
                _PIECES: f"{_BASIS}第三条、第四条的规定",
                _PAGES: f"{_BASIS}第三条、第五条的规定",
            },
        ),
        Sentence(
            name="收费标准",
            by="收费方式",
            texts={_PIECES: words.STANDARDS[FeeBasis.PIECES], _PAGES: words.STANDARDS[FeeBasis.PAGES]},
        ),
        Sentence(name="缴费期限", text=f"请{words.PERIOD}缴纳"),
        Sentence(name="逾期不缴费的后果", text=words.CONSEQUENCE),
    ),
    fields=(
        Field(
            name="收费方式",
            kind=Kind.CHOICE,
            hint="按件或者按量，每件申请只能选一种",
            example=_PAGES,
            choices={_PIECES: ("按件",), _PAGES: ("按量", "按页")},
        ),
        Field(
            name="收费情形",
            kind=Kind.LONG_TEXT,
            hint="多少件、多少页，怎样计数",
            example="本件申请提供的政府信息共68页",
        ),
        Field(name="收费金额", kind=Kind.MONEY, hint="应缴金额，以元为单位", example="380"),
        Field(name="收费计算", kind=Kind.LONG_TEXT, hint="怎样算出来的", example="38页×10元＝380元"),
        Field(
            name="缴纳方式",
            kind=Kind.LONG_TEXT,
            hint="缴到哪里、怎样缴",
            example="凭缴款码通过砚汀市非税收入收缴平台缴纳，缴款码随本通知书送达",
        ),
    ),
)
AFTER_PAYMENT = "缴费以后的期限"


def after_payment(conventions: Conventions) -> Sentence:
    """Return what becomes of the period for the reply when the fee is paid, as the office's convention has it."""
    return Sentence(name=AFTER_PAYMENT, text=words.AFTER_PAYMENT[conventions.after_payment])


def fee_values(fee: Fee, payment: str = "") -> dict[str, object]:
    """Return the fields of a notice that follow from a fee; `payment` is how to pay. NoFeeDue where nothing is.

    The extent stands between the line that says how it is charged and those of the calculation.
    """
    notice = notice_of(fee, payment)
    extent = fee.steps[1 : -1 - len(fee.parts)]
    return {
        "收费方式": words.BASES[fee.basis],
        "收费情形": "".join(step.text for step in extent),
        "收费金额": fee.amount,
        "收费计算": notice.calculation,
        "缴纳方式": notice.payment,
    }
