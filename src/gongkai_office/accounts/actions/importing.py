"""Adding many people from a file, batch by batch (批量导入人员): who was added stays, and is not added twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.db import transaction

from gongkai_office.accounts.actions.people import insert_person, new_person, record_added
from gongkai_office.accounts.errors import AccountError
from gongkai_office.accounts.importing import Line
from gongkai_office.accounts.models import User

BATCH = 100


def import_people(
    lines: Sequence[Line],
    *,
    file: int,
    by: User,
    progress: Callable[[int], object] = lambda _done: None,
    begin: Callable[[], object] = lambda: None,
) -> int:
    """Add the people of lines with nothing wrong, and return how many; who is refused by now is left out.

    Each batch is one transaction, which starts with `begin`; each person has an event that names the stored file,
    so that who reads the file again after an end in the middle finds the rest alone (importing.read_people).
    Nobody has a password yet: it is given out when they come for it.
    """
    added = 0
    for start in range(0, len(lines), BATCH):
        batch = lines[start : start + BATCH]
        # Before the transaction, which keeps others from writing on SQLite: between two batches it is their turn.
        made = [user for line in batch if (user := _allowed(line, by)) is not None]
        with transaction.atomic():
            begin()
            made = [user for user in made if _inserted(user)]
            for user in made:  # last, and not between: who records keeps all others from acting until the end
                record_added(user, by=by, file=file)
        added += len(made)
        progress(start + len(batch))
    return added


def _allowed(line: Line, by: User) -> User | None:
    try:
        return new_person(**line.fields(), by=by)
    except AccountError:
        return None


def _inserted(user: User) -> bool:
    try:
        insert_person(user)
    except AccountError:
        return False
    return True
