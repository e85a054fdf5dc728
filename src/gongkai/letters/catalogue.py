"""All letters, answers and forms there are, and all their fields (文书目录)."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.documents import Document
from gongkai.law.outcomes.outcome import Outcome
from gongkai.letters import remedies
from gongkai.letters.documents import (
    assistance,
    closings,
    consultation,
    correction,
    disclosures,
    extension,
    fee,
    file_forms,
    not_handled,
    reasons,
    receipt,
    records,
    refusals,
    replies,
    unavailable,
)
from gongkai.letters.documents.severance import WITHHELD_PART
from gongkai.letters.fields import SHARED
from gongkai.letters.letter import Form, Letter, Reply
from gongkai.letters.values import Field

LETTERS: dict[Document, Letter] = {
    letter.document: letter
    for letter in (
        receipt.RECEIPT,
        correction.CORRECTION,
        reasons.REASONS,
        extension.EXTENSION,
        consultation.THIRD_PARTY,
        consultation.NOT_COUNTED,
        consultation.OVERRIDE,
        consultation.CO_PRODUCER,
        assistance.ASSISTANCE,
        fee.FEE,
        records.PASSED_ON,
        records.CORRECTED,
    )
}
FORMS: dict[Document, Form] = {
    form.document: form
    for form in (
        file_forms.REGISTRATION,
        file_forms.OPINION,
        file_forms.SERVICE,
        file_forms.APPROVAL,
        file_forms.HANDOVER,
        file_forms.WITHDRAWAL,
    )
}
ANSWERS: dict[Outcome, Reply] = {
    reply.outcome: reply
    for reply in (
        disclosures.ALREADY_PUBLIC,
        disclosures.GRANTED,
        disclosures.PARTLY_GRANTED,
        *refusals.REFUSALS,
        unavailable.SPECIAL_ENQUIRY,
        unavailable.NOT_EXISTING,
        unavailable.NOT_RESPONSIBLE,
        unavailable.NEEDS_PROCESSING,
        unavailable.STILL_UNCLEAR,
        not_handled.PETITION,
        not_handled.REPEATED,
        not_handled.PUBLICATION,
        not_handled.EXCESSIVE,
        not_handled.CONFIRMATION,
        closings.NOT_CORRECTED,
        closings.FEE_UNPAID,
        closings.WITHDRAWN,
        unavailable.ARCHIVED,
        not_handled.NOT_GOVERNMENT_INFORMATION,
        not_handled.ENQUIRY,
    )
}


def _fields() -> Iterator[Field]:
    yield from SHARED
    yield from remedies.FIELDS
    for letter in LETTERS.values():
        yield from letter.fields
    for reply in ANSWERS.values():
        yield from reply.fields
    for form in FORMS.values():
        yield from form.fields
    yield WITHHELD_PART
    yield from replies.FIELDS


FIELDS: dict[str, Field] = {field.name: field for field in _fields()}
