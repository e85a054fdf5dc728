"""The documents of a request (文书) by their codes, and the elements that the law asks of them (必备要素)."""

from __future__ import annotations

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
