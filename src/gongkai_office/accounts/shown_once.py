"""One-time passwords on their way to the page that shows them, once (只显示一次).

The page that makes them leads on to another one, so that loading it again gives out no second password. On the way
they lie sealed in the session of who gave them out, and nowhere once they are shown.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from django.contrib.sessions.backends.base import SessionBase

from gongkai_office.accounts.models import User
from gongkai_office.accounts.seals import seal, unseal

KEY = "passwords_to_be_shown"


def keep_to_show(session: SessionBase, given: Iterable[tuple[User, str]], *, by: User) -> None:
    """Keep passwords until they are shown, with those that wait already."""
    waiting = take_to_show(session, by=by) | {user.pk: password for user, password in given}
    session[KEY] = seal(json.dumps(waiting).encode(), owner=by.pk)


def take_to_show(session: SessionBase, *, by: User) -> dict[int, str]:
    """Return the passwords that wait to be shown, by the keys of their people, and forget them."""
    sealed = session.pop(KEY, None)
    said = json.loads(unseal(sealed, owner=by.pk)) if sealed else {}
    return {int(key): password for key, password in said.items()}
