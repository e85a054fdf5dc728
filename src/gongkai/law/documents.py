"""The documents of a request (文书) by their codes, and the elements that the law asks of them (必备要素)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from gongkai.terms import letters


class Document(StrEnum):
    """A document of a request by its code."""

    L01 = "L01"
    L02 = "L02"
    L03 = "L03"
    L04 = "L04"
    L05 = "L05"
    L06 = "L06"
    L07 = "L07"
    L08 = "L08"
    L09 = "L09"
    L10 = "L10"
    L11 = "L11"
    L12 = "L12"
    L13 = "L13"
    L14 = "L14"
    L15 = "L15"
    L16 = "L16"
    L17 = "L17"
    L18 = "L18"
    L19 = "L19"
    L20 = "L20"
    L21 = "L21"
    L22 = "L22"
    L23 = "L23"
    L24 = "L24"
    L25 = "L25"
    L26 = "L26"
    L27 = "L27"
    L28 = "L28"
    L29 = "L29"
    L30 = "L30"
    L31 = "L31"
    L32 = "L32"

    @property
    def label(self) -> str:
        return letters.TITLES[self.value]


class Element(StrEnum):
    """Something that a document must say to be lawful."""

    NUMBER = "number"
    APPLICATION_NUMBER = "application_number"
    ADDRESSEE = "addressee"
    APPLICANT = "applicant"
    IDENTITY = "identity"
    CONTACT_OF_APPLICANT = "contact_of_applicant"
    SUBMITTED = "submitted"
    RECEIVED = "received"
    REQUEST = "request"
    FORM = "form"
    REGISTRAR = "registrar"
    DUE = "due"
    UNCLEAR = "unclear"
    HOW_TO_CORRECT = "how_to_correct"
    PERIOD = "period"
    CONSEQUENCE = "consequence"
    RESTART = "restart"
    QUANTITY = "quantity"
    REASON = "reason"
    APPROVAL = "approval"
    NEW_DUE = "new_due"
    INFORMATION = "information"
    SILENCE = "silence"
    REPLY_FORM = "reply_form"
    OPINION = "opinion"
    SIGNATURE = "signature"
    NOT_COUNTED = "not_counted"
    SEARCH_REQUEST = "search_request"
    FEE_BASIS = "fee_basis"
    FEE_STANDARD = "fee_standard"
    FEE_AMOUNT = "fee_amount"
    FEE_PAYMENT = "fee_payment"
    FACTS = "facts"
    BASIS = "basis"
    DECISION = "decision"
    WAY = "way"
    PROVIDED = "provided"
    WITHHELD = "withheld"
    SEARCH = "search"
    OTHER_ORGAN = "other_organ"
    EARLIER_REPLY = "earlier_reply"
    CHANNEL = "channel"
    LAW = "law"
    OFFICE = "office"
    EARLIER_NOTICE = "earlier_notice"
    CORRECT_ORGAN = "correct_organ"
    CORRECTED = "corrected"
    SERVICE = "service"
    OPINIONS = "opinions"
    ITEMS = "items"
    WITHDRAWAL = "withdrawal"
    DELIVERY = "delivery"
    REMEDY = "remedy"
    SEAL = "seal"
    DATE = "date"
    CONTACT = "contact"

    @property
    def label(self) -> str:
        return letters.ELEMENTS[self.value]


# What goes out under the organ's name is numbered, addressed, sealed and dated, and says who may be asked.
_NOTICE = (Element.NUMBER, Element.ADDRESSEE, Element.SEAL, Element.DATE, Element.CONTACT)
# Of a reply, item by item: who asked what, when and how; what was found; what is decided on which article.
_REPLY = (
    *_NOTICE,
    Element.SUBMITTED,
    Element.RECEIVED,
    Element.REQUEST,
    Element.FACTS,
    Element.BASIS,
    Element.DECISION,
    Element.REMEDY,
)
_OWN: dict[Document, tuple[Element, ...]] = {
    Document.L01: (
        Element.APPLICATION_NUMBER,
        Element.APPLICANT,
        Element.IDENTITY,
        Element.CONTACT_OF_APPLICANT,
        Element.SUBMITTED,
        Element.RECEIVED,
        Element.REQUEST,
        Element.FORM,
        Element.REGISTRAR,
    ),
    Document.L02: (
        Element.APPLICATION_NUMBER,
        Element.ADDRESSEE,
        Element.SUBMITTED,
        Element.RECEIVED,
        Element.DUE,
        Element.SEAL,
        Element.DATE,
        Element.CONTACT,
    ),
    Document.L03: (
        *_NOTICE,
        Element.BASIS,
        Element.UNCLEAR,
        Element.HOW_TO_CORRECT,
        Element.PERIOD,
        Element.CONSEQUENCE,
        Element.RESTART,
    ),
    Document.L04: (*_NOTICE, Element.BASIS, Element.QUANTITY, Element.PERIOD, Element.CONSEQUENCE),
    Document.L05: (*_NOTICE, Element.BASIS, Element.REASON, Element.APPROVAL, Element.NEW_DUE),
    Document.L06: (
        *_NOTICE,
        Element.BASIS,
        Element.INFORMATION,
        Element.PERIOD,
        Element.SILENCE,
        Element.REPLY_FORM,
    ),
    Document.L07: (Element.ADDRESSEE, Element.INFORMATION, Element.OPINION, Element.SIGNATURE, Element.DATE),
    Document.L08: (*_NOTICE, Element.BASIS, Element.INFORMATION, Element.NOT_COUNTED),
    # It tells a decision against the third party's will (条例 32), against which there are remedies (复议法 20 ¶3).
    Document.L09: (*_NOTICE, Element.BASIS, Element.INFORMATION, Element.DECISION, Element.REASON, Element.REMEDY),
    Document.L10: (*_NOTICE, Element.BASIS, Element.INFORMATION, Element.PERIOD, Element.SILENCE),
    Document.L11: (Element.ADDRESSEE, Element.SEARCH_REQUEST, Element.PERIOD, Element.DATE, Element.CONTACT),
    Document.L12: (
        *_NOTICE,
        Element.FEE_BASIS,
        Element.FEE_STANDARD,
        Element.FEE_AMOUNT,
        Element.FEE_PAYMENT,
        Element.PERIOD,
        Element.CONSEQUENCE,
    ),
    Document.L13: (*_REPLY, Element.WAY),
    Document.L14: (*_REPLY, Element.PROVIDED, Element.DELIVERY),
    Document.L15: (*_REPLY, Element.PROVIDED, Element.DELIVERY, Element.WITHHELD, Element.REASON),
    Document.L16: (*_REPLY, Element.REASON),
    Document.L17: (*_REPLY, Element.SEARCH),
    Document.L18: (*_REPLY, Element.REASON, Element.OTHER_ORGAN),
    Document.L19: (*_REPLY, Element.REASON),
    Document.L20: (*_REPLY, Element.EARLIER_REPLY),
    Document.L21: _REPLY,
    Document.L22: (*_REPLY, Element.WAY),
    Document.L23: (*_REPLY, Element.LAW, Element.OFFICE),
    Document.L24: (*_REPLY, Element.REASON),
    Document.L25: (*_REPLY, Element.REASON, Element.EARLIER_NOTICE),
    Document.L26: (*_REPLY, Element.EARLIER_NOTICE),
    Document.L27: (*_NOTICE, Element.BASIS, Element.REQUEST, Element.CORRECT_ORGAN),
    # A refusal to correct decides on a right (条例 41, 复议法 20 ¶3); what was corrected needs no remedy.
    Document.L28: (*_NOTICE, Element.BASIS, Element.REQUEST, Element.CORRECTED, Element.REMEDY),
    Document.L29: (Element.ADDRESSEE, Element.NUMBER, Element.SERVICE, Element.SIGNATURE),
    Document.L30: (
        Element.APPLICATION_NUMBER,
        Element.APPLICANT,
        Element.RECEIVED,
        Element.DUE,
        Element.REQUEST,
        Element.DECISION,
        Element.OPINIONS,
    ),
    Document.L31: (Element.ADDRESSEE, Element.ITEMS, Element.DATE),
    Document.L32: (
        Element.APPLICATION_NUMBER,
        Element.APPLICANT,
        Element.REQUEST,
        Element.WITHDRAWAL,
        Element.DATE,
    ),
}

# What answers the applicant and ends the request (条例 30, 35 to 39; 109号 7).
REPLIES = tuple(document for document, elements in _OWN.items() if set(_REPLY) <= set(elements))


def elements_of(document: Document) -> tuple[Element, ...]:
    """Return what a document must say whatever it decides, in the order of `Element`; outcomes may ask for more."""
    return ordered(_OWN[document])


def ordered(elements: Iterable[Element]) -> tuple[Element, ...]:
    """Return elements once each, in the order of `Element`."""
    wanted = set(elements)
    return tuple(element for element in Element if element in wanted)
