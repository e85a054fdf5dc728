"""The table once more, typed from the Regulations and the office's practice, to compare the code's table with.

A line is `states event > state : who : more`. Several states are joined with `|`, `=` stays in the state. Who is a
letter for each role that may enter the step, those whose act it is in front of the dot; `*` follows by itself.
More is a word of `ClockEffect`, documents, `@` before the source, `?` before a condition, `2` for a second person.
"""

from __future__ import annotations

from typing import NamedTuple

ROLES = {
    "O": "officer",
    "R": "reviewer",
    "S": "secrecy_reviewer",
    "L": "legal_reviewer",
    "H": "unit_head",
    "D": "leader",
    "I": "liaison",
    "V": "supervisor",
    "A": "applicant",
    "T": "third_party",
    "X": "other_organ",
    "J": "authority",
    "Y": "system",
}
_ALL_OPEN = "submitted|registered|examining|handling|drafted|in_review|with_leader|approved|sealed"
_REPLIES = " ".join(f"L{number}" for number in range(13, 26))

TABLE = {
    "request": f"""
        start submitted > submitted : A.OI : starts @29_31
        submitted|registered arrived > = : OI. : starts @31.2
        submitted|registered confirmed > = : OI. : starts @confirmation
        submitted|registered set_aside > set_aside : H. : @practice
        submitted registered > registered : OI. : L01 @45
        registered acknowledged > = : OI. : L02 ?receipt_day_known @45
        registered assigned > examining : HOI. : ?receipt_day_known @45
        examining|handling|drafted assigned > = : HOI. : @45
        examining accepted > handling : O. : @45
        examining answered > sent : O. : stops L13 @33.1
        examining|handling|drafted searched > = : OI. : @36.4
        examining|handling|drafted drafted > drafted : O. : @36
        drafted submitted_for_review > in_review : O. : L30 ?grounds_provided @45
        in_review reviewed > = : R. : 2 @45
        in_review legal_reviewed > = : L. : 2 @45
        in_review secrecy_reviewed > = : S. : 2 @secrecy
        in_review returned > drafted : RLSH. : @45
        in_review approved > approved : H. : 2 ?reviews_done ?leader_not_needed @45
        in_review referred > with_leader : H. : ?reviews_done @45
        with_leader leader_approved > approved : D. : 2 @45
        with_leader returned > drafted : D. : @45
        drafted|in_review|with_leader|approved|sealed recalled > handling : OH. : @45
        approved sealed > sealed : OI. : @45
        sealed answered > sent : OI. : stops {_REPLIES} ?grounds_provided @33.2_36
        sealed lapsed > sent : OI. : stops L26 ?grounds_provided @lapse
        sent|undelivered served > served : A.OI : L29 @service
        sent service_failed > undelivered : OI. : @service
        undelivered resent > sent : OI. : @service
        sent|undelivered|served|archived reply_corrected > sent : H. : {_REPLIES} L26 ?reply_made @practice
        undelivered|served|withdrawn archived > archived : OI. : @45
        {_ALL_OPEN} withdrawn > withdrawn : A.OI : stops L32 ?withdrawal_asked @practice
        {_ALL_OPEN} reopened > = : J.OI : restarts @order
        sent|undelivered|served|archived|withdrawn reopened > handling : JD.OI : restarts @order
        set_aside reopened > submitted : JD.OI : restarts @order
    """,
    "correction": """
        start correction_asked > asked : O. : stops L03 ?only_once ?not_ordered @30
        asked correction_notice_served > waiting : A.OI : L29 @30
        asked|waiting|expiry_proposed|expired correction_received > received : A.OI : restarts @30
        waiting expiry_proposed > expiry_proposed : Y. : ?period_over @30
        waiting|expiry_proposed expiry_confirmed > expired : O. : ?period_over @30
        expiry_proposed|expired time_granted > waiting : O. : @30
        asked|waiting|expiry_proposed withdrawn > ended : * : @practice
        asked|waiting|expiry_proposed lapsed > ended : * : @practice
        asked|waiting|expiry_proposed reopened > ended : * : @practice
    """,
    "reasons": """
        start reason_asked > waiting : O. : L04 ?only_once @35
        waiting|expiry_proposed|expired reason_given > given : A.OI : @35
        waiting expiry_proposed > expiry_proposed : Y. : ?period_over @35
        waiting|expiry_proposed expiry_confirmed > expired : O. : ?period_over @35
        expiry_proposed time_granted > waiting : O. : @35
        given reason_accepted > accepted : O. : @35
        given reason_rejected > rejected : O. : @35
        accepted delay_set > delayed : H. : sets L05 ?not_overdue ?not_ordered @35
        waiting|expiry_proposed|given withdrawn > ended : * : @practice
        waiting|expiry_proposed|given lapsed > ended : * : @practice
        waiting|expiry_proposed|given reopened > ended : * : @practice
    """,
    "third_party": """
        start consulted > sent : O. : pauses L06 L08 @32
        sent consultation_delivered > waiting : T.OI : L29 @32
        sent undeliverable > unreachable : O. : @32
        sent|waiting|expiry_proposed consultation_answered > answered : T.OI : resumes L07 @32
        expired consultation_answered > answered : T.OI : L07 @32
        waiting expiry_proposed > expiry_proposed : Y. : ?period_over @32
        waiting|expiry_proposed expiry_confirmed > expired : O. : resumes ?period_over @32
        waiting|expiry_proposed answered > expired : * : @32
        answered consent_found > consented : O. : @32
        answered objection_upheld > upheld : O. : @32
        answered|upheld objection_rejected > rejected : H. : L09 @32
        answered|upheld overridden > overridden : HD. : L09 @32
        sent|waiting|expiry_proposed|answered withdrawn > ended : * : @practice
        sent|waiting|expiry_proposed|answered lapsed > ended : * : @practice
        sent|waiting|expiry_proposed|answered reopened > ended : * : @practice
    """,
    "co_producer": """
        start consulted > sent : O. : pauses L10 L08 @34
        sent consultation_delivered > waiting : X.OI : L29 @34
        sent|waiting|expiry_proposed consultation_answered > answered : X.OI : resumes L07 @34
        expired consultation_answered > answered : X.OI : L07 @34
        waiting expiry_proposed > expiry_proposed : Y. : ?period_over @34
        waiting|expiry_proposed expiry_confirmed > expired : O. : resumes ?period_over @34
        waiting|expiry_proposed answered > expired : * : @34
        sent|waiting|expiry_proposed withdrawn > ended : * : @practice
        sent|waiting|expiry_proposed lapsed > ended : * : @practice
        sent|waiting|expiry_proposed reopened > ended : * : @practice
    """,
    "other_organ": """
        start consulted > sent : O. : pauses L11 L08 @33.3
        sent consultation_delivered > waiting : X.OI : L29 @33.3
        sent|waiting consultation_answered > answered : X.OI : resumes L07 @33.3
        sent|waiting answered > ended : * : @practice
        sent|waiting withdrawn > ended : * : @practice
        sent|waiting lapsed > ended : * : @practice
        sent|waiting reopened > ended : * : @practice
    """,
    "assistance": """
        start assistance_asked > waiting : O. : L11 @45
        waiting assistance_given > answered : I.O : @45
        waiting answered > ended : * : @practice
        waiting withdrawn > ended : * : @practice
        waiting lapsed > ended : * : @practice
        waiting reopened > ended : * : @practice
    """,
    "fee": """
        start fee_proposed > proposed : O. : ?fees_charged ?only_once @42
        proposed fee_approved > approved : H. : @42
        proposed fee_refused > refused : H. : @42
        approved fee_asked > asked : OI. : stops L12 ?not_overdue ?not_ordered @fee_notice
        asked fee_notice_served > waiting : A.OI : L29 @payment
        asked|waiting|expiry_proposed fee_paid > paid : A.OI : restarts @payment
        waiting expiry_proposed > expiry_proposed : Y. : ?period_over @payment
        waiting|expiry_proposed expiry_confirmed > expired : O. : ?period_over @payment
        proposed|approved answered > ended : * : @practice
        proposed|approved|asked|waiting|expiry_proposed withdrawn > ended : * : @practice
        proposed|approved|asked|waiting|expiry_proposed lapsed > ended : * : @practice
        proposed|approved|asked|waiting|expiry_proposed reopened > ended : * : @practice
    """,
    "extension": """
        start extension_proposed > proposed : O. : ?only_once ?extension_in_time ?not_ordered @33.2
        proposed extension_approved > approved : H. : @33.2
        proposed extension_refused > refused : H. : @33.2
        approved extended > extended : OI. : extends L05 ?extension_in_time ?not_ordered @33.2
        proposed|approved answered > ended : * : @practice
        proposed|approved withdrawn > ended : * : @practice
        proposed|approved lapsed > ended : * : @practice
        proposed|approved reopened > ended : * : @practice
    """,
    "transfer": """
        start forwarded > forwarded : HOI. : ?none_open @transfer
        start passed_on > passed_on : OI. : ?none_open @practice
        forwarded taken_over > taken_over : OI. : @transfer
        forwarded sent_back > sent_back : OI. : @transfer
        forwarded answered > ended : * : @practice
        forwarded withdrawn > ended : * : @practice
        forwarded lapsed > ended : * : @practice
        forwarded reopened > ended : * : @practice
        forwarded set_aside > ended : * : @practice
    """,
    "withdrawal": """
        start withdrawal_asked > asked : A.OI : ?none_open @practice
        asked withdrawal_dropped > dropped : A.OI : @practice
        asked withdrawn > withdrawn : * : @practice
        asked answered > ended : * : @practice
        asked lapsed > ended : * : @practice
        asked reopened > ended : * : @practice
        asked set_aside > ended : * : @practice
    """,
    "re_reply": """
        start reopened > ordered : * : @order
        ordered answered > answered : * : @order
        ordered withdrawn > ended : * : @practice
        ordered lapsed > ended : * : @practice
        ordered reopened > ended : * : @practice
    """,
    "publication": """
        start publication_suggested > proposed : AOY.I : ?none_open @44
        proposed secrecy_reviewed > reviewed : S. : @secrecy
        reviewed publication_approved > approved : H. : @44
        proposed|reviewed publication_refused > refused : H. : @44
        approved published > published : OI. : @44
        published handed_over > handed_over : OI. : L31 @25
    """,
    "supervision": """
        start urged > urged : V. : @47
        urged urge_answered > answered : HO. : @47
    """,
    "record_correction": """
        start record_correction_asked > submitted : A.OI : @41
        submitted registered > examining : OI. : @41
        examining drafted > drafted : O. : @41
        drafted approved > approved : H. : 2 @41
        drafted returned > examining : H. : @41
        approved recalled > examining : OH. : @41
        approved record_corrected > sent : OI. : L28 @41
        approved record_kept > sent : OI. : L28 @41
        approved record_passed_on > sent : OI. : L27 @41
        sent served > served : A.OI : L29 @41
        submitted|examining|drafted|approved withdrawn > withdrawn : A.OI : @41
        served|withdrawn archived > archived : OI. : @45
    """,
}


class Line(NamedTuple):
    """A step as it is expected."""

    to: str
    by: tuple[str, ...]
    entered_by: tuple[str, ...]
    clock: str
    documents: tuple[str, ...]
    article: str
    requires: tuple[str, ...]
    second_person: bool


def expected() -> dict[tuple[str, str, str], Line]:
    """Return every step by procedure, state and event."""
    found = {}
    for procedure, text in TABLE.items():
        for line in filter(None, map(str.strip, text.splitlines())):
            step, who, more = line.split(" : ")
            places, event, _, to = step.split()
            for state in places.split("|"):
                key = (procedure, state, event)
                assert key not in found, key
                found[key] = _line(state if to == "=" else to, who, more.split())
    return found


def _line(to: str, who: str, more: list[str]) -> Line:
    by, _, entered_by = ("", "", "") if who == "*" else who.partition(".")
    clocks = [word for word in more if word[0].islower()]
    return Line(
        to,
        tuple(ROLES[letter] for letter in by),
        tuple(ROLES[letter] for letter in entered_by),
        clocks[0] if clocks else "none",
        tuple(word for word in more if word[0] == "L"),
        next(word[1:] for word in more if word[0] == "@"),
        tuple(word[1:] for word in more if word[0] == "?"),
        "2" in more,
    )
