"""What follows from an act on an organ, told before it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gongkai_office.accounts.models import User
from gongkai_office.administration.organs import words
from gongkai_office.administration.organs.acts.forms import ActForm, EndingForm
from gongkai_office.organs.actions import ChildrenGo
from gongkai_office.organs.models import Organ
from gongkai_office.organs.queries import children_of, descendants_of
from gongkai_office.organs.words import Change


def consequences(verb: str, form: ActForm) -> list[str]:
    """Return what follows, in Chinese sentences."""
    undoable = verb in ("rename", "abolish", "move", "authority")
    return [*_TELL[verb](form), words.WILL_LOG if undoable else words.WILL_LOG_ONLY]


def _rename(form: ActForm) -> Iterator[str]:
    said = form.cleaned_data
    yield words.WILL_RENAME.format(on=said["on"], new=said["name"], old=form.organ.name)


def _move(form: ActForm) -> Iterator[str]:
    under, count = form.cleaned_data["under"], descendants_of(form.organ).count()
    sentence = words.WILL_MOVE if under else words.WILL_MOVE_TOP
    yield sentence.format(organ=form.organ.name, count=count, under=under)
    yield words.WILL_MOVE_ROLES


def _authority(form: ActForm) -> Iterator[str]:
    unit = form.cleaned_data["unit"]
    sentence = words.WILL_AUTHORITY if unit else words.WILL_AUTHORITY_NONE
    yield sentence.format(organ=form.organ.name, unit=unit)


def _merge(form: ActForm) -> Iterator[str]:
    for one in form.cleaned_data["others"]:
        yield from _end(form, one, [form.organ])


def _split(form: ActForm) -> Iterator[str]:
    followers = form.cleaned_data["others"]
    if form.cleaned_data["ends"]:
        yield from _end(form, form.organ, followers)
    else:
        yield words.WILL_FOLLOW.format(successor=_names(followers))
        yield words.WILL_STAY.format(organ=form.organ.name)


def _transfer(form: ActForm) -> Iterator[str]:
    said = form.cleaned_data
    yield words.WILL_TRANSFER.format(what=said["what"], on=said["on"], successor=said["to"])
    yield words.WILL_STAY.format(organ=form.organ.name)


def _abolish(form: ActForm) -> Iterator[str]:
    successor = form.cleaned_data["successor"]
    yield from _end(form, form.organ, [successor] if successor else [])


def _undo_abolition(form: ActForm) -> Iterator[str]:
    yield words.WILL_LIVE.format(organ=form.organ.name, on=form.organ.abolished_on)
    yield words.WILL_LIVE_CHILDREN


def _undo_rename(form: ActForm) -> Iterator[str]:
    last = form.organ.successions.filter(how=Change.RENAMED).first()
    if last:
        yield words.WILL_BE_NAMED.format(old=last.former_name, on=last.on)


def _end(form: ActForm, organ: Organ, followers: list[Organ]) -> Iterator[str]:
    yield words.WILL_END.format(organ=organ.name, on=form.cleaned_data["on"])
    yield words.WILL_FOLLOW.format(successor=_names(followers)) if followers else words.WILL_NOT_FOLLOW
    living = children_of(organ).filter(abolished_on=None).count()
    if living and isinstance(form, EndingForm):
        moved = form.go() is ChildrenGo.WITH_SUCCESSOR
        sentence = words.WILL_CHILDREN_MOVE if moved else words.WILL_CHILDREN_END
        yield sentence.format(count=living, successor=_names(followers[:1]))
    people = User.objects.filter(organ=organ, is_active=True).count()
    if people:
        yield words.WILL_PEOPLE.format(organ=organ.name, count=people)


def _names(organs: list[Organ]) -> str:
    return words.AND.join(words.QUOTED.format(name=one.name) for one in organs)


_TELL: dict[str, Callable[[ActForm], Iterator[str]]] = {
    "rename": _rename,
    "move": _move,
    "authority": _authority,
    "merge": _merge,
    "split": _split,
    "transfer": _transfer,
    "abolish": _abolish,
    "undo_abolition": _undo_abolition,
    "undo_rename": _undo_rename,
}
