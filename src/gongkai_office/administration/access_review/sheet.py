"""A round as a workbook, to be shown at an inspection."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai_office.accounts.models import AccessReview, ReviewedAccount
from gongkai_office.accounts.review import progress_of
from gongkai_office.accounts.words import Decision, Flag
from gongkai_office.administration.access_review import words
from gongkai_office.administration.people.sheet import role_text
from gongkai_office.administration.workbooks import Sheet
from gongkai_office.pages.templatetags.pages import day, moment


def review_sheets(review: AccessReview) -> tuple[Sheet, Sheet]:
    """Return a round's summary, and its accounts: one line a role, as they were when the round was opened."""
    progress = progress_of(review)
    values: tuple[str | int, ...] = (
        review.organ.name, moment(review.opened_at), review.opened_by.name, day(review.due_on), review.unused_days,
        moment(review.closed_at) or words.DASH, review.closed_by.name if review.closed_by else words.DASH,
        progress.total, progress.confirmed, progress.reduced, progress.disabled, progress.waiting,
    )  # fmt: skip
    summary = Sheet(words.SUMMARY, words.HEADS, tuple(zip(words.FACTS, values, strict=True)))
    return summary, Sheet(words.SHEET, words.COLUMNS, _rows(review))


def _rows(review: AccessReview) -> Iterator[tuple[str, ...]]:
    for one in review.accounts.select_related("user__organ", "decided_by"):
        for held in one.held or [None]:
            yield (*_person(one), *_role(held), *_outcome(one))


def _person(one: ReviewedAccount) -> tuple[str, str, str]:
    return one.user.username, one.user.name, one.user.organ.name


def _role(held: dict[str, str] | None) -> tuple[str, str, str, str]:
    if held is None:
        return words.DASH, words.DASH, words.DASH, words.DASH
    role = role_text(held["role"], held["organ"], below=bool(held["below"]))
    return role, held["granted_by"] or words.BY_THE_SYSTEM, held["from"], held["to"] or words.LONG_TERM


def _outcome(one: ReviewedAccount) -> tuple[str, str, str, str, str]:
    flags = words.SEPARATOR.join(Flag(flag).label for flag in one.flags)
    by = one.decided_by.name if one.decided_by else words.DASH
    return moment(one.last_login) or words.NEVER, flags, Decision(one.decision).label, by, moment(one.decided_at)
