"""Which article a deadline, or something that may be done, rests on (依据); keys are of deadlines and of events."""

from __future__ import annotations

_ORDER = "行政复议法第六十四条、第六十六条；行政诉讼法第七十条、第七十二条"
# No text says by when what is no plain letter is to be confirmed.
_ALARM = "本地口径 confirmation_alarm_days（条例没有规定平信以外的确认期限）"

SOURCES = {
    "correction_notice": "条例第三十条",
    "correction": "条例第三十条",
    "reasons": "条例第三十五条",
    "opinion": "条例第三十二条、第三十四条",
    "extension_notice": "条例第三十三条第二款",
    "payment": "国办函〔2020〕109号第七条",
    "reply": "条例第三十三条第二款",
    "arrived": "条例第三十一条第二项",
    "correction_asked": "条例第三十条",
    "correction_received": "条例第三十条",
    "reason_asked": "条例第三十五条",
    "reason_given": "条例第三十五条",
    "delay_set": "条例第三十五条",
    "consulted": "条例第三十二条至第三十四条",
    "extended": "条例第三十三条第二款",
    "fee_asked": "条例第四十二条；国办函〔2020〕109号第六条",
    "fee_paid": "国办函〔2020〕109号第七条",
    "answered": "条例第三十三条、第三十六条",
    "lapsed_uncorrected": "条例第三十条",
    "lapsed_unpaid": "国办函〔2020〕109号第七条",
    "withdrawn": "",
}
# By channel: where the day comes from by which to confirm with the applicant.
CONFIRMATIONS = {
    "signed_mail": _ALARM,
    "plain_mail": "条例第三十一条第二项",
    "internet": _ALARM,
    "fax": _ALARM,
}
# A period that an effect let begin; the others are of article 33 ¶2.
PERIODS = {
    "corrected": "条例第三十条、第三十三条第二款",
    "paid_restarts": "国办函〔2020〕109号第七条",
    "reopened": _ORDER,
}
