"""A report's prose → its claims (数据陈述)."""

from __future__ import annotations

import msgspec

from gongkai.claims import words
from gongkai.claims.claim import Basis, Claim, Period
from gongkai.claims.numbers import Number, numbers
from gongkai.claims.sentences import Sentence, sentences_of
from gongkai.claims.stated_zeros import StatedZero, stated_zeros
from gongkai.claims.ties import CARRIED_IN, CARRIED_OUT, CLOSED, RECEIVED, Around, Tie, Ties
from gongkai.report import AnnualReport, CellKey

_APPLICANT_ROWS = {RECEIVED: "1", CLOSED: "3.7"}
_OF_NO_YEAR = (CARRIED_IN, CARRIED_OUT)
_IN_FORCE = "in_force"


def claims_of(report: AnnualReport) -> tuple[Claim, ...]:
    """Return every count, percentage and stated zero of a report's prose, in reading order."""
    reader = _Reader(report)
    found = [claim for sentence in sentences_of(report) for claim in reader.claims(sentence)]
    return tuple(msgspec.structs.replace(claim, order=order) for order, claim in enumerate(found))


class _Reader:
    """Reads sentences one after the other, and remembers what the last counts were about."""

    def __init__(self, report: AnnualReport) -> None:
        self._report = report
        self._ties = Ties(report.form, report.year)
        self._total: tuple[CellKey, ...] | None = None
        self._dispute: tuple[CellKey, ...] | None = None
        self._before = ""

    def claims(self, sentence: Sentence) -> list[Claim]:
        """Return the claims of one sentence, in order."""
        found = [self._stated_zero(sentence, zero) for zero in stated_zeros(sentence, self._report.year)]
        behind = 0
        self._dispute = None
        for number in numbers(sentence.text):
            found.append(self._counted(sentence, number, behind))
            behind = number.end
        self._before = sentence.text
        return sorted(found, key=lambda claim: claim.quote.start)

    def _stated_zero(self, sentence: Sentence, zero: StatedZero) -> Claim:
        start, end = sentence.start + zero.start, sentence.start + zero.end
        quote = sentence.passage.quote(start, end)
        tie = zero.tie if zero.tie and not self._is_foreign(sentence.text[: zero.end]) else None
        period = self._period(sentence.text, zero.start, tie)
        made = Claim(quote=quote, phrase=quote, text=quote.text, value=0, unit=zero.unit, counts=quote.text)
        return self._tied(made, sentence, period, tie)

    def _counted(self, sentence: Sentence, number: Number, behind: int) -> Claim:
        text = sentence.text
        around = Around(
            text[behind : number.start],
            text[number.end : number.end + 40],
            (self._before if words.OF_WHICH.match(text) else "") + text[: number.start],
            number.unit[:1] if number.unit else "",
            sentence.about_requests,
            sentence.about_disclosure,
        )
        tie = self._tie_of_lost(around, number) if number.candidates else self._tie(around, number)
        start = _clause_start(text, behind, number.start)
        made = Claim(
            quote=sentence.passage.quote(sentence.start + number.start, sentence.start + number.end),
            phrase=sentence.passage.quote(sentence.start + start, sentence.start + number.end),
            text=number.text,
            value=number.value,
            unit=number.unit,
            counts=text[start : number.start].strip(" ,:"),
            about=number.about or words.ABOUT_BEFORE.search(around.before) is not None,
            candidates=number.candidates,
        )
        if tie and self._is_foreign(text[behind : number.start]):
            tie = None
        return self._tied(made, sentence, self._period(text, number.start, tie), tie)

    def _tied(self, claim: Claim, sentence: Sentence, period: Period, tie: Tie | None) -> Claim:
        """Return a claim with its cells; one of another year has none."""
        start = claim.quote.start - sentence.start
        depth = sentence.text.count("(", 0, start) - sentence.text.count(")", 0, start)
        if tie is None or period is Period.OTHER:
            return msgspec.structs.replace(claim, sentence=sentence.number, depth=max(0, depth), period=period)
        return msgspec.structs.replace(
            claim,
            sentence=sentence.number,
            depth=max(0, depth),
            period=period,
            cells=tie.cells,
            basis=tie.basis,
            others=tie.others,
            of=tie.of,
        )

    def _tie(self, around: Around, number: Number) -> Tie | None:
        if number.unit == "%":
            return _rate(around)
        tie = self._ties.tie(around)
        if tie is not None:
            if tie.cells in _APPLICANT_ROWS:
                self._total = tie.cells
            if tie.cells[0][0] == "4":
                self._dispute = tie.cells
            return tie
        if around.topic and (columns := self._ties.applicant_columns(around)):
            return self._by_applicant(columns)
        if self._dispute and (result := self._ties.dispute_result(around)):
            return Tie(tuple((table, row, result) for table, row, _ in self._dispute))
        return None

    def _tie_of_lost(self, around: Around, number: Number) -> Tie | None:
        """Return the tie of a number that lost its first digit, and with it the character before it."""
        completed = (around._replace(before=around.before + ending) for ending in words.LOST_ENDINGS)
        ties = {tie.cells: tie for one in completed if (tie := self._tie(one, number))}
        return next(iter(ties.values())) if len(ties) == 1 else None

    def _by_applicant(self, columns: tuple[str, ...]) -> Tie:
        """Return the cells of some applicants in the row that was counted last, or in either."""
        rows = ("3.7", "1") if self._total == CLOSED else ("1", "3.7")
        first, second = (tuple(("3", row, column) for column in columns) for row in rows)
        return Tie(first, others=(second,))

    def _period(self, text: str, at: int, tie: Tie | None) -> Period:
        """Say whether a number speaks of the report's year, by the last year named before it in its sentence."""
        if tie and (tie.cells in _OF_NO_YEAR or tie.cells[0][2] == _IN_FORCE):
            return Period.THIS_YEAR
        clause = text[_clause_start(text, 0, at) : at]
        if words.LAST_YEAR_WORDS.search(clause) or words.OTHER_TIME.search(clause):
            return Period.OTHER
        years = words.YEAR.findall(text[:at])
        other = years and self._report.year is not None and int(years[-1]) != self._report.year
        return Period.OTHER if other else Period.THIS_YEAR

    def _is_foreign(self, text: str) -> bool:
        """Say whether somebody else than the reporting organ is the subject of a text."""
        organ = self._report.organ or ""
        for match in words.FOREIGN.finditer(text):
            subject = match["subject"]
            full = subject.replace(words.PEOPLES_GOVERNMENT, words.GOVERNMENT)
            full = full.replace(words.GOVERNMENT, words.PEOPLES_GOVERNMENT)
            if not (words.OWN.search(subject) or not organ or subject in organ or full in organ):
                return True
        return False


def _rate(around: Around) -> Tie | None:
    """Return the tie of a percentage that says how many requests were closed."""
    if not around.topic:
        return None
    if words.CLOSED_RATE.search(around.before) or words.CLOSED_SHARE_AFTER.match(around.after):
        return Tie(CLOSED, Basis.SHARE, of=(*RECEIVED, *CARRIED_IN))
    return None


def _clause_start(text: str, start: int, end: int) -> int:
    """Return where the clause that ends at an offset begins."""
    return max([start, *(text.rfind(mark, start, end) + 1 for mark in ",;:。()、")])
