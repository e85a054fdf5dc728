"""The patterns of wordings, for the years of one report (数据陈述的句式).

Those named by what is counted end where its number begins.
"""

from __future__ import annotations

import re
from functools import lru_cache

from gongkai.claims import words


@lru_cache(maxsize=512)
def year_pattern(pattern: str, year: int | None) -> re.Pattern[str]:
    """Compile a pattern with the report's year and those beside it; each may have lost its first digit."""
    this, last, following = (str(year), str(year - 1), str(year + 1)) if year else ("0000", "0000", "0000")
    filled = pattern.replace("LASTYEAR", rf"(?:{last}|\?{last[1:]})").replace("THISYEAR", rf"(?:{this}|{this[1:]})")
    return re.compile(filled.replace("NEXTYEAR", rf"(?:{following}|\?{following[1:]})"))


@lru_cache(maxsize=32)
def patterns_of(year: int | None) -> dict[str, re.Pattern[str]]:
    """Return the patterns of a report year, by name."""
    fill, tail = words.FILL, words.RESULT_TAIL
    ends = {
        "received": words.RECEIVED,
        "received_verb": words.RECEIVED_VERB,
        "carried_in": words.CARRIED_IN,
        "carried_out": words.CARRIED_OUT,
        "closed": words.CLOSED,
        "handled": words.HANDLED,
        "natural": words.NATURAL,
        "legal_persons": words.LEGAL,
        "review": words.RECONSIDERATION,
        "litigation": words.LITIGATION,
        "both": rf"复议(?:案件)?{words.AND_BETWEEN}(?:{words.LITIGATION})",
        "direct": words.DIRECT,
        "after": words.AFTER,
        **words.COLUMN_WORDS,
        **{"result " + key: pattern for key, pattern in words.RESULTS_OF_DISPUTES.items()},
        **{f"only {column}": verb for column, verb in words.DOCUMENT_VERBS.items()},
    }
    for row, noun in words.DOCUMENTS.items():
        ends[row] = noun
        ends |= {f"{row} {column}": rf"{verb}(?:了|的)?{noun}" for column, verb in words.DOCUMENT_VERBS.items()}
    found = {name: year_pattern(rf"(?:{pattern}){fill}$", year) for name, pattern in ends.items()}
    result = "|".join(sorted(words.RESULT_WORDS.values(), key=len, reverse=True))
    starts = {
        "results_after": rf"(?:{tail})(?:属于|为|系|作出|决定|因)?(?P<second>{result})(?P<first>)",
        "carried_out_after": (
            rf"(?:申请|件|\s){{0,3}}(?:按照|依照|根据)?(?:《?条例》?)?(?:规定)?(?:顺延|结转|转|延)(?:至|到|入)?{words.NEXT}"
        ),
        "request_after": words.REQUEST,
        "review_behind": r"(?:的)?(?:政府信息公开|信息公开)?(?:类)?行政复议(?!后|、|和|及|与|或)",
        "litigation_behind": r"(?:的)?(?:政府信息公开|信息公开)?(?:类)?行政诉讼",
        **{f"begins {row}": noun for row, noun in words.DOCUMENTS.items()},
    }
    found |= {name: year_pattern(rf"^(?:{pattern})", year) for name, pattern in starts.items()}
    found["results"] = year_pattern(
        rf"(?:(?P<first>{result}){tail}(?:{words.AND_BETWEEN}))?(?P<second>{result}){tail}{fill}$", year
    )
    found["rate"] = year_pattern(words.CLOSED_RATE, year)
    found["reached"] = year_pattern(words.REACHED, year)
    return found
