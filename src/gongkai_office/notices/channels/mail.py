"""Reminders by e-mail, with Django's mail settings."""

from __future__ import annotations

import smtplib

from django.core.mail import EmailMessage
from django.core.mail.utils import DNS_NAME

from gongkai_office.notices import words
from gongkai_office.notices.channels import Message, Person
from gongkai_office.notices.channels.faults import cause_of
from gongkai_office.notices.errors import Permanent, Temporary

_LASTING = 500


class Mail:
    """E-mail (电子邮件)."""

    title = words.CHANNELS["email"]

    def address(self, person: Person) -> str:
        return person.email

    def send(self, message: Message) -> None:
        # The same identity each time: a mail server or reader that has it already keeps one.
        identity = f"<{message.key}@{DNS_NAME}>"
        text = words.MAIL.format(outside=message.text, link=message.link)
        mail = EmailMessage(message.subject, text, to=[message.address], headers={"Message-ID": identity})
        try:
            mail.send()
        except smtplib.SMTPRecipientsRefused as error:
            raise _undelivered(max((code for code, _ in error.recipients.values()), default=0)) from error
        except smtplib.SMTPResponseException as error:
            raise _undelivered(error.smtp_code) from error
        except (OSError, smtplib.SMTPException) as error:
            raise Temporary(words.MAIL_UNREACHABLE.format(why=cause_of(error))) from error


def _undelivered(code: int) -> Temporary | Permanent:
    if code >= _LASTING:
        return Permanent(words.MAIL_REFUSED.format(why=code))
    return Temporary(words.MAIL_UNREACHABLE.format(why=code))
