"""What the pages of organs show: the tree as it is opened, the list, one organ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.utils import timezone

from gongkai_office.accounts.gate import Action, may, organs_for
from gongkai_office.accounts.models import User
from gongkai_office.organs.models import Organ
from gongkai_office.organs.proposals import proposed_reviewers
from gongkai_office.organs.queries import ancestors_of, descendants_of, history, removable, searched
from gongkai_office.organs.words import ReviewRole

SMALL = 60
CHILDREN_SHOWN = 100
_OF_A_BRANCH = ("pk", "path", "depth", "name", "kind", "level", "abolished_on", "numchild")


class Branch(NamedTuple):
    """An organ in the tree as the page shows it: opened or not, with what is below it; `more` is not shown yet."""

    organ: Organ
    below: int
    opened: bool
    branches: tuple[Branch, ...]
    more: int = 0

    @property
    def until(self) -> int:
        """How many right below it are shown once more of them were asked for."""
        return self.below - self.more + CHILDREN_SHOWN


class Key(NamedTuple):
    """What the tree needs of every organ, shown or not."""

    pk: int
    path: str


class Tree:
    """The organs that somebody sees: the keys of all and the rows of those shown, two queries whatever is open.

    Right below an organ the first CHILDREN_SHOWN are shown, or as many as `shown` says of it by its key, and always
    what leads to the organ that is open.
    """

    def __init__(self, organs: QuerySet[Organ], shown: dict[int, int] | None = None) -> None:
        self._organs = organs
        self._shown = shown or {}
        self._keys = [Key(*one) for one in organs.values_list("pk", "path")]
        paths = {one.path for one in self._keys}
        self._below: dict[str, list[Key]] = defaultdict(list)
        for one in self._keys:
            above = one.path[: -Organ.steplen]
            self._below[above if above in paths else ""].append(one)

    def __len__(self) -> int:
        return len(self._keys)

    def branches(self, opened: str | None) -> tuple[Branch, ...]:
        """Return the tree: open down to the organ of a path, or entirely where it is small and none is given."""
        whole = opened is None and len(self) <= SMALL
        tops = self._below[""]
        open_ones = {one.path for one in self._keys if whole or (opened or "").startswith(one.path)}
        return self._grown(tops, open_ones | ({one.path for one in tops} if opened is None else set()))

    def branch(self, organ: Organ, *, opened: bool) -> Branch:
        """Return one branch, open or not, with what is below it closed."""
        return self._grown([Key(organ.pk, organ.path)], {organ.path} if opened else set())[0]

    def _grown(self, tops: list[Key], open_ones: set[str]) -> tuple[Branch, ...]:
        shown = list(tops)
        for one in shown:
            shown += self._first(one, open_ones) if one.path in open_ones else ()
        rows = self._organs.only(*_OF_A_BRANCH).in_bulk([one.pk for one in shown])
        return tuple(self._branch(one, rows, open_ones) for one in tops)

    def _branch(self, one: Key, rows: dict[int, Organ], open_ones: set[str]) -> Branch:
        children = self._below.get(one.path, [])
        opened = bool(children) and one.path in open_ones
        first = self._first(one, open_ones) if opened else []
        below = tuple(self._branch(child, rows, open_ones) for child in first)
        more = max(len(children) - self._shown.get(one.pk, CHILDREN_SHOWN), 0) if opened else 0
        return Branch(rows[one.pk], len(children), opened, below, more)

    def _first(self, one: Key, open_ones: set[str]) -> list[Key]:
        children, count = self._below.get(one.path, []), self._shown.get(one.pk, CHILDREN_SHOWN)
        return children[:count] + [child for child in children[count:] if child.path in open_ones]


def listed(organs: QuerySet[Organ], wanted: dict[str, Any]) -> QuerySet[Organ]:
    """Return the organs that a filter asks for."""
    found = searched(organs, wanted.get("q", ""))
    if wanted.get("under"):
        above = organs.filter(pk=wanted["under"]).values_list("path", flat=True).first()
        found = found.filter(path__startswith=above).exclude(path=above) if above else found.none()
    for name in ("kind", "level"):
        if wanted.get(name):
            found = found.filter(**{name: wanted[name]})
    return in_state(found, wanted.get("state", ""))


def in_state(organs: QuerySet[Organ], state: str) -> QuerySet[Organ]:
    """Return the living organs, the abolished ones, or all."""
    if state == "all":
        return organs
    return organs.filter(abolished_on__isnull=state != "abolished")


def with_parents(shown: Iterable[Organ], organs: QuerySet[Organ]) -> list[tuple[Organ, Organ | None]]:
    """Return organs each with the one above it, where that is seen; one query."""
    page = list(shown)
    paths = {one.path[: -Organ.steplen] for one in page}
    above = {one.path: one for one in organs.filter(path__in=paths).only("pk", "path", "name")}
    return [(one, above.get(one.path[: -Organ.steplen])) for one in page]


def facts_of(user: User | AnonymousUser, organ: Organ) -> dict[str, Any]:
    """Return all that the page of one organ shows."""
    inside = organs_for(user, Action.SEE_ORGANS).filter(path__startswith=organ.path, abolished_on=None)
    children = inside.filter(depth=organ.depth + 1)
    today = timezone.localdate()
    reviewers = list(organ.reviewers.order_by("-role", "beside", "-valid_from"))
    held = {
        one.role for one in reviewers if one.valid_from <= today and (one.valid_to is None or one.valid_to >= today)
    }
    past = history(organ)
    return {
        "organ": organ,
        "above": [one for one in ancestors_of(organ) if may(user, Action.SEE_ORGANS, one)],
        "editable": may(user, Action.EDIT_ORGANS, organ),
        "extensible": organ.abolished_on is None and may(user, Action.EDIT_ORGANS, organ, below=True),
        "removable": removable(organ).exists(),
        "children": children[:CHILDREN_SHOWN],
        "children_count": children.count(),
        "below_count": descendants_of(organ).filter(abolished_on=None).count(),
        "people_count": organ.people.filter(is_active=True).count(),
        "may_see_people": may(user, Action.SEE_PEOPLE, organ),
        "reviewers": reviewers,
        "today": today,
        "proposal": proposed_reviewers(organ, today)
        if organ.abolished_on is None and len(held) < len(ReviewRole)
        else None,
        "history": past,
        "renamed": any(one.former_name and one.predecessor_id == organ.pk for one in past),
    }
