"""Which article a deadline, or something that may be done, rests on (依据); keys are of deadlines and of events."""

from __future__ import annotations

SOURCES = {
    "confirmation": "条例第三十一条第二项、第三项",
    "correction_notice": "条例第三十条",
    "correction": "条例第三十条",
    "reasons": "条例第三十五条",
    "opinion": "条例第三十二条、第三十四条",
    "extension_notice": "条例第三十三条第二款",
    "payment": "国办函〔2020〕109号第七条",
    "reply": "条例第三十三条第二款",
    "arrived": "条例第三十一条第二项",
    "confirmed": "条例第三十一条第二项、第三项",
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
    "lapsed": "条例第三十条；国办函〔2020〕109号第七条",
    "withdrawn": "",
}
