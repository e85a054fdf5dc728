"""A report's prose → its claims (数据陈述)."""

from __future__ import annotations

from collections import Counter

import msgspec

from gongkai.claims import words
from gongkai.claims.claim import Claim, Period
from gongkai.claims.leads import clause_start
from gongkai.claims.numbers import Number, numbers
from gongkai.claims.sentences import Sentence, sentences_of
from gongkai.claims.stated_zeros import StatedZero, stated_zeros
from gongkai.claims.ties import CARRIED_IN, CARRIED_OUT, CLOSED, RECEIVED, Around, Tie, Ties
from gongkai.report import AnnualReport, CellKey

_TOTALS = (RECEIVED, CARRIED_IN, CLOSED, CARRIED_OUT)
_OF_NO_YEAR = (CARRIED_IN, CARRIED_OUT)
_IN_FORCE = "in_force"
_BACK = 80


def claims_of(report: AnnualReport) -> tuple[Claim, ...]:
    """Return every count, percentage and stated zero of a report's prose, in reading order."""
    reader = _Reader(report)
    found = [claim for sentence in sentences_of(report) for claim in reader.claims(sentence)]
    return tuple(msgspec.structs.replace(claim, order=order) for order, claim in enumerate(found))


class _Reader:
    """Reads sentences one after the other, and remembers what the counts of a sentence were about."""

    def __init__(self, report: AnnualReport) -> None:
        self._report = report
        self._ties = Ties(report)
        # The cells of the counts of this sentence so far, applicants aside; None for one that names none.
        self._counts: list[tuple[CellKey, ...] | None] = []
        self._published = False
        # Whether the sentence speaks of what somebody else did, or of other things than requests.
        self._elsewhere = False

    def claims(self, sentence: Sentence) -> list[Claim]:
        """Return the claims of one sentence, in order."""
        zeros = stated_zeros(sentence, self._report.year, self._ties.leads)
        found = [self._stated_zero(sentence, zero) for zero in zeros]
        self._counts, self._elsewhere, behind = [], False, 0
        for number in numbers(sentence.text):
            claim, consumed = self._counted(sentence, number, behind)
            found.append(claim)
            behind = number.end + consumed
        self._published = words.SHOWN.search(sentence.text) is not None
        return sorted(_without_doubles(found), key=lambda claim: claim.quote.start)

    def _stated_zero(self, sentence: Sentence, zero: StatedZero) -> Claim:
        start, end = sentence.start + zero.start, sentence.start + zero.end
        quote = sentence.passage.quote(start, end)
        made = Claim(quote=quote, phrase=quote, text=quote.text, value=0, unit=zero.unit, counts=quote.text)
        return self._tied(made, sentence, self._period(sentence.text, zero.start, zero.tie), zero.tie)

    def _counted(self, sentence: Sentence, number: Number, behind: int) -> tuple[Claim, int]:
        text = sentence.text
        around = Around(
            text[max(0, behind) : number.start],
            text[number.end : number.end + 40],
            number.unit,
            sentence.about_requests,
            sentence.about_disclosure(number.end),
            self._published and words.OF_WHICH.match(text) is not None,
        )
        self._elsewhere = self._elsewhere and ";" not in around.before
        tie = self._tie_of_lost(around) if number.candidates else self._tie(around, number)
        one = number.unit == "%" or number.text == words.ONE
        if tie is None and not one and words.DEALT_WITH.search(around.before):
            self._elsewhere = True
        if number.unit != "%":
            applicants = tie is not None and tie.cells[0][2] != "total" and tie.cells[0][0] == "3"
            self._counts += [] if applicants else [tie.cells if tie else None]
        start = max(behind, clause_start(text, number.start))
        made = Claim(
            quote=sentence.passage.quote(sentence.start + number.start, sentence.start + number.end),
            phrase=sentence.passage.quote(sentence.start + start, sentence.start + number.end),
            text=number.text,
            value=number.value,
            unit=number.unit,
            counts=text[start : number.start].strip(" ,:"),
            about=number.about or words.ABOUT_BEFORE.search(around.before[-4:]) is not None,
            candidates=number.candidates,
        )
        period = self._period(text, number.start, tie)
        return self._tied(made, sentence, period, tie), tie.consumed if tie else 0

    def _tied(self, claim: Claim, sentence: Sentence, period: Period, tie: Tie | None) -> Claim:
        """Return a claim with its cells; one of another year has none."""
        depth = sentence.depth(claim.quote.start - sentence.start)
        claim = msgspec.structs.replace(claim, sentence=sentence.number, depth=depth, period=period)
        if tie is None or period is Period.OTHER:
            return claim
        return msgspec.structs.replace(claim, cells=tie.cells, basis=tie.basis, others=tie.others, of=tie.of)

    def _tie(self, around: Around, number: Number) -> Tie | None:
        if number.unit == "%":
            return None if self._elsewhere else self._ties.rate(around)
        # 收到一件、办结一件 is a way of speaking.
        if self._elsewhere or number.text == words.ONE or (number.value is None and not number.candidates):
            return None
        if tie := self._ties.tie(around):
            return tie
        last = self._counts[-1] if self._counts else None
        if last and last[0][0] == "2":
            return self._ties.more_of(last[0][1], last[0][2], around)
        if around.topic and around.unit in words.UNITS_OF_REQUESTS and (tie := self._by_applicant(around)):
            return tie
        dispute = next((one for one in reversed(self._counts) if one and one[0][0] == "4"), None)
        if dispute and (result := self._ties.dispute_result(around)):
            return Tie(tuple((table, row, result) for table, row, _ in dispute))
        return None

    def _tie_of_lost(self, around: Around) -> Tie | None:
        """Return the tie of a number that lost its first digit, and with it the character before it."""
        number = Number(0, 0, "?", None, around.unit, False, ("0",))
        completed = (around._replace(before=around.before + ending) for ending in words.LOST_ENDINGS)
        ties = {tie.cells: tie for one in completed if (tie := self._tie(one, number))}
        return next(iter(ties.values())) if len(ties) == 1 else None

    def _by_applicant(self, around: Around) -> Tie | None:
        """Return the cells of some applicants in the row that was counted last, or in either where none was."""
        found = self._ties.applicants(around)
        if found is None:
            return None
        columns, before = found
        rows = self._rows_of_applicants(before)
        cells = [tuple(("3", row, column) for column in columns) for row in rows]
        if rows[:1] == ["1"]:
            # Those carried in may have been counted with them.
            cells.append((*cells[0], *(("3", "2", column) for column in columns)))
        return Tie(cells[0], others=tuple(cells[1:])) if cells else None

    def _rows_of_applicants(self, before: str) -> list[str]:
        """Return the rows whose applicants are counted behind some words, the likeliest first."""
        verb = words.RECEIVING.search(before) or words.CLOSING.search(before)
        end = verb.start() if verb else len(before)
        if not self._ties.leads.are_clean(before, end, words.LEAD_OF_APPLICANTS):
            return []
        if verb:
            return ["1"] if words.RECEIVING.search(before) else ["3.7"]
        if not self._counts:
            return ["1", "3.7"]
        last = self._counts[-1]
        if last not in _TOTALS:
            single = last is not None and last[0][0] == "3" and len(last) == 1
            return [last[0][1]] if single and last else []
        # Behind a list of several totals any of them may be meant.
        totals = [one[0][1] for one in reversed(self._counts) if one in _TOTALS and one]
        return list(dict.fromkeys(totals))

    def _period(self, text: str, at: int, tie: Tie | None) -> Period:
        """Say whether a number speaks of the report's year, by the last year named before it in its sentence."""
        if tie and (tie.cells in _OF_NO_YEAR or tie.cells[0][2] == _IN_FORCE):
            return Period.THIS_YEAR
        clause = text[clause_start(text, at) : at]
        before = words.WHOLE_YEAR.sub("", text[max(0, at - _BACK) : at])
        if words.LAST_YEAR_WORDS.search(clause) or words.OTHER_TIME.search(before):
            return Period.OTHER
        years = words.YEAR.findall(before)
        other = years and int(years[-1]) != self._report.year
        return Period.OTHER if other else Period.THIS_YEAR


def _without_doubles(claims: list[Claim]) -> list[Claim]:
    """Return the claims of a sentence; two that name the same row of results by other words count parts of it."""
    shared = Counter(claim.cells for claim in claims if _is_result(claim))
    return [
        msgspec.structs.replace(claim, cells=(), basis=None) if shared[claim.cells] > 1 else claim
        for claim in claims
    ]


def _is_result(claim: Claim) -> bool:
    return (
        bool(claim.cells)
        and not claim.is_share
        and claim.cells[0][1].startswith("3.")
        and claim.cells not in _TOTALS
    )
