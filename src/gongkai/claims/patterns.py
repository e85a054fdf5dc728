"""The patterns of wordings, for the years of one report (数据陈述的句式).

Those named by what is counted end where its number begins.
"""

from __future__ import annotations

import re
from functools import lru_cache

from gongkai.claims import words


@lru_cache(maxsize=256)
def year_pattern(pattern: str, year: int | None) -> re.Pattern[str]:
    """Compile a pattern with the years before and after the report's; each may have lost its first digit."""
    last, following = (str(year - 1), str(year + 1)) if year else ("0000", "0000")
    filled = pattern.replace("LASTYEAR", rf"(?:{last}|\?{last[1:]})")
    return re.compile(filled.replace("NEXTYEAR", rf"(?:{following}|\?{following[1:]})"))


@lru_cache(maxsize=32)
def patterns_of(year: int | None) -> dict[str, re.Pattern[str]]:
    """Return the patterns of a report year, by name."""
    fill = words.FILL

    def made(pattern: str) -> re.Pattern[str]:
        return year_pattern(pattern, year)

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
        "direct": words.DIRECT,
        "after": words.AFTER,
        **words.COLUMN_WORDS,
        **{"result " + key: pattern for key, pattern in words.RESULTS_OF_DISPUTES.items()},
        **words.DOCUMENTS,
        "verb only": rf"(?:{words.MADE_FIRM}|{words.REPEALED}|{words.IN_FORCE}|{words.SHOWN})(?:了|的)?",
    }
    found = {name: made(rf"(?:{pattern}){fill}$") for name, pattern in ends.items()}
    result = "|".join(sorted(words.RESULT_WORDS.values(), key=len, reverse=True))
    tail = words.RESULT_TAIL
    found["results"] = made(
        rf"(?:(?P<first>{result}){tail}(?:{words.AND_BETWEEN}))?(?P<second>{result}){tail}{fill}$"
    )
    found["results_after"] = made(
        rf"^(?:{words.RESULT_TAIL})(?:属于|为|系|作出|决定|因)?(?P<second>{result})(?P<first>)"
    )
    found["carried_out_after"] = made(
        rf"^(?:申请|件|\s){{0,3}}(?:按照|依照|根据)?(?:《?条例》?)?(?:规定)?(?:顺延|结转|转|延)(?:至|到|入)?{words.NEXT}"
    )
    found["request_after"] = made(rf"^{words.REQUEST}")
    found["review_behind"] = made(r"^(?:的)?(?:政府信息公开|信息公开)?(?:类)?行政复议(?!后)")
    found["litigation_behind"] = made(r"^(?:的)?(?:政府信息公开|信息公开)?(?:类)?行政诉讼")
    for row, noun in words.DOCUMENTS.items():
        found["begins " + row] = made(rf"^(?:{noun})")
    verbs = rf"(?P<made>{words.MADE_FIRM})|(?P<repealed>{words.REPEALED})|(?P<in_force>{words.IN_FORCE})"
    found["document verbs"] = made(
        rf"{verbs}|(?P<shown>{words.SHOWN})|(?P<none>刊登|刊发|清理|修改|修订|备案|审查|编发|转发|收录|起草|审核|建议)"
    )
    return found
