"""What follows from an act on an organ, told before it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from django.db.models import Q, QuerySet

from gongkai_office.accounts.gate import Action, within
from gongkai_office.accounts.models import User
from gongkai_office.administration.organs import words
from gongkai_office.administration.organs.acts.forms import ActForm, EndingForm
from gongkai_office.organs.endings import Ending
from gongkai_office.organs.models import Organ
from gongkai_office.organs.queries import descendants_of, ended_with
from gongkai_office.organs.words import Change

_SHOWN = 20


def consequences(verb: str, form: ActForm) -> list[str]:
    """Return what follows, in Chinese sentences."""
    return [*_TELL[verb](form), words.WILL_LOG_ONLY if verb.startswith("undo") else words.WILL_LOG]


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


def _end(form: ActForm) -> Iterator[str]:
    for ending in form.endings() if isinstance(form, EndingForm) else ():
        yield from _ending(form, ending)


def _split(form: ActForm) -> Iterator[str]:
    followers = form.cleaned_data["others"]
    yield from _end(form)
    if not form.cleaned_data["ends"]:
        yield words.WILL_FOLLOW.format(successor=_names(followers))
        yield words.WILL_STAY.format(organ=form.organ.name)


def _transfer(form: ActForm) -> Iterator[str]:
    said = form.cleaned_data
    yield words.WILL_TRANSFER.format(what=said["what"], on=said["on"], successor=said["to"])
    yield words.WILL_STAY.format(organ=form.organ.name)


def _undo_abolition(form: ActForm) -> Iterator[str]:
    yield words.WILL_LIVE.format(organ=form.organ.name, on=form.organ.abolished_on)
    if below := ended_with(form.organ):
        yield words.WILL_LIVE_CHILDREN.format(count=len(below), names=_names(below))
    yield words.WILL_STAY_AWAY


def _undo_succession(form: ActForm) -> Iterator[str]:
    row = form.cleaned_data["succession"]
    yield words.WILL_UNFOLLOW.format(how=row.get_how_display(), on=row.on, successor=row.successor)


def _undo_rename(form: ActForm) -> Iterator[str]:
    last = form.organ.successions.filter(how=Change.RENAMED).first()
    if last:
        yield words.WILL_BE_NAMED.format(old=last.former_name, on=last.on)


def _ending(form: ActForm, ending: Ending) -> Iterator[str]:
    organ, *below = ending.ended
    yield words.WILL_END.format(organ=organ.name, on=form.cleaned_data["on"])
    followers = _names(ending.followers)
    yield words.WILL_FOLLOW.format(successor=followers) if followers else words.WILL_NOT_FOLLOW
    if ending.moved:
        said = {
            "count": len(ending.moved),
            "names": _names(ending.moved),
            "successor": _names(ending.followers[:1]),
        }
        yield words.WILL_CHILDREN_MOVE.format(**said)
    if below:
        yield words.WILL_CHILDREN_END.format(count=len(below), names=_names(below))
    people = User.objects.filter(organ__in=ending.ended, is_active=True).count()
    if people:
        yield words.WILL_PEOPLE.format(organ=organ.name, count=people)
    yield from _left_behind(form, ending)


def _left_behind(form: ActForm, ending: Ending) -> Iterator[str]:
    """Tell of organs that go on referring to what ends; those that are not seen are counted, not named."""
    meant = Q(system_superior__in=ending.ended) | Q(competent_authority__in=ending.ended)
    referring = Organ.objects.filter(meant, abolished_on=None).exclude(pk__in=[one.pk for one in ending.ended])
    if count := referring.count():
        names = _names(referring.filter(within(form.user, Action.SEE_ORGANS))[: _SHOWN + 1])
        yield words.WILL_REFER.format(count=count, names=names or words.OUT_OF_SIGHT)


def _names(organs: Sequence[Organ] | QuerySet[Organ]) -> str:
    shown = words.AND.join(words.QUOTED.format(name=one.name) for one in organs[:_SHOWN])
    return shown + (words.AND_OTHERS if len(organs) > _SHOWN else "")


_TELL: dict[str, Callable[[ActForm], Iterator[str]]] = {
    "rename": _rename,
    "move": _move,
    "authority": _authority,
    "merge": _end,
    "split": _split,
    "transfer": _transfer,
    "abolish": _end,
    "undo_abolition": _undo_abolition,
    "undo_rename": _undo_rename,
    "undo_succession": _undo_succession,
}
