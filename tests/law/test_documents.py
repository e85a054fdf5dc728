"""What a document must say, from the law and the catalogue of letters."""

from __future__ import annotations

import pytest

from gongkai.law.documents import REPLIES, Document, Element, elements_of, ordered

SENT = {"number", "addressee", "seal", "date", "contact"}
REPLY = SENT | {"submitted", "received", "request", "facts", "basis", "decision", "remedy"}
TYPED = {
    "L01": {"application_number", "applicant", "identity", "contact_of_applicant", "submitted", "received"}
    | {"request", "form", "registrar"},
    "L02": {"application_number", "addressee", "submitted", "received", "due", "seal", "date", "contact"},
    "L03": SENT | {"basis", "unclear", "how_to_correct", "period", "consequence", "restart"},
    "L04": SENT | {"basis", "quantity", "period", "consequence"},
    "L05": SENT | {"basis", "reason", "approval", "new_due"},
    "L06": SENT | {"basis", "information", "period", "silence", "reply_form"},
    "L07": {"addressee", "information", "opinion", "signature", "date"},
    "L08": SENT | {"basis", "information", "not_counted"},
    "L09": SENT | {"basis", "information", "decision", "reason", "remedy"},
    "L10": SENT | {"basis", "information", "period", "silence"},
    "L11": {"addressee", "search_request", "period", "date", "contact"},
    "L12": SENT | {"fee_basis", "fee_standard", "fee_amount", "fee_payment", "period", "consequence"},
    "L13": REPLY | {"way"},
    "L14": REPLY | {"provided", "delivery"},
    "L15": REPLY | {"provided", "delivery", "withheld", "reason"},
    "L16": REPLY | {"reason"},
    "L17": REPLY | {"search"},
    "L18": REPLY | {"reason", "other_organ"},
    "L19": REPLY | {"reason"},
    "L20": REPLY | {"earlier_reply"},
    "L21": REPLY,
    "L22": REPLY | {"way"},
    "L23": REPLY | {"law", "office"},
    "L24": REPLY | {"reason"},
    "L25": REPLY | {"reason", "earlier_notice"},
    "L26": REPLY | {"earlier_notice"},
    "L27": SENT | {"basis", "request", "correct_organ"},
    "L28": SENT | {"basis", "request", "corrected", "remedy"},
    "L29": {"addressee", "number", "service", "signature"},
    "L30": {"application_number", "applicant", "received", "due", "request", "decision", "opinions"},
    "L31": {"addressee", "items", "date"},
    "L32": {"application_number", "applicant", "request", "withdrawal", "date"},
}


@pytest.mark.parametrize("document", Document)
def test_a_document_has_its_elements_in_their_order(document: Document) -> None:
    elements = elements_of(document)
    assert {element.value for element in elements} == TYPED[document.value]
    assert elements == tuple(element for element in Element if element in elements)


def test_the_replies_are_the_letters_that_end_a_request() -> None:
    assert [document.value for document in REPLIES] == [f"L{number}" for number in range(13, 27)]


def test_elements_are_put_in_order_once_each() -> None:
    assert ordered([Element.DATE, Element.NUMBER, Element.DATE]) == (Element.NUMBER, Element.DATE)
