"""Forms of what is done to organs: the fields of each are what its action is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from django import forms
from django.utils import timezone

from gongkai_office.accounts.gate import Action, may, organs_for
from gongkai_office.accounts.models import User
from gongkai_office.administration.day_field import Day
from gongkai_office.administration.organ_choice import OrganField, SearchingForm, organ_of
from gongkai_office.administration.organs import words
from gongkai_office.organs import actions
from gongkai_office.organs.actions import ChildrenGo
from gongkai_office.organs.endings import Ending, ending_of
from gongkai_office.organs.models import Organ, Succession
from gongkai_office.organs.queries import children_of, descendants_of, ended_with, meant, parent_of, removable

DOCUMENT = "文件依据"
DOCUMENT_HELP = "批准文件的发文字号，例如：萤政发〔2026〕12号。没有的可以留空。"
ON = "生效日期"


class ActForm(SearchingForm):
    """What somebody says of what is done to one organ."""

    field_order: tuple[str, ...] = ()

    def __init__(self, organ: Organ, user: User, data: Any = None) -> None:
        super().__init__(data)
        self.organ, self.user = organ, user
        for name, field in self.fields.items():
            if isinstance(field, OrganField):
                organ_of(self, name).open_to(user, Action.EDIT_ORGANS)

    def need_below(self, organ: Organ, sentence: str) -> None:
        """Refuse who may act on an organ, not on what is below it."""
        if not may(self.user, Action.EDIT_ORGANS, organ, below=True):
            raise forms.ValidationError(sentence.format(organ=organ.name))


class DatedForm(ActForm):
    """Something that takes effect on a day, by a document."""

    on = Day(label=ON, help_text="文件规定的生效之日；不能晚于今天。", initial=timezone.localdate)
    document_number = forms.CharField(label=DOCUMENT, max_length=60, required=False, help_text=DOCUMENT_HELP)


class RenameForm(DatedForm):
    """A new name."""

    name = forms.CharField(label="新名称", max_length=120)
    field_order = ("name", "on", "document_number")


class MoveForm(ActForm):
    """Another place in the tree."""

    under = OrganField(label="新的上级机关", required=False, help_text="留空表示移到顶层。")

    def clean_under(self) -> Organ | None:
        under: Organ | None = self.cleaned_data["under"]
        if under is not None:
            self.need_below(under, words.NOT_BELOW)
        if descendants_of(self.organ).exists():
            self.need_below(self.organ, words.NOT_WITH_BELOW)
        if under is None and not may(self.user, Action.EDIT_ORGANS):
            raise forms.ValidationError(words.NOT_AT_TOP)
        above = parent_of(self.organ)
        if above is not None and not may(self.user, Action.EDIT_ORGANS, above):
            raise forms.ValidationError(words.NOT_OUT_OF.format(above=above.name))
        return under


class AuthorityForm(ActForm):
    """The unit in charge of disclosure in a government's area."""

    unit = OrganField(
        label="主管部门", required=False,
        help_text="须是本级人民政府之下的机关。一般是办公厅（室）；当地已明确由其他部门主管的，选那个部门。",
    )  # fmt: skip


class EndingForm(DatedForm):
    """Something after which an organ may exist no more."""

    children = forms.TypedChoiceField(
        label="存续的下级机关", choices=words.CHILDREN, coerce=ChildrenGo, initial=ChildrenGo.NOWHERE
    )

    def parting(self) -> list[tuple[Organ, list[Organ]]]:
        """Return each organ that ends with those that follow it; none where nothing ends."""
        return []

    def endings(self) -> list[Ending]:
        """Return all that ends; raises OrganError where something refuses it."""
        on, children = self.cleaned_data["on"], self.cleaned_data["children"]
        return [ending_of(one, followers=after, on=on, children=children) for one, after in self.parting()]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        for organ, followers in [] if self.errors else self.parting():
            if children_of(organ).filter(abolished_on=None).exists():
                self.need_below(organ, words.NOT_WITH_BELOW)
                if followers and said["children"] is ChildrenGo.WITH_SUCCESSOR:
                    self.need_below(followers[0], words.NOT_BELOW)
        return said


class AbolishForm(EndingForm):
    """The end of an organ."""

    successor = OrganField(
        label="承接机关", required=False, help_text="承接其职能、答复其名下申请的机关；没有的留空。"
    )
    field_order = ("on", "document_number", "successor", "children")

    def parting(self) -> list[tuple[Organ, list[Organ]]]:
        successor = self.cleaned_data["successor"]
        return [(self.organ, [successor] if successor else [])]


def _lines(label: str, help_text: str) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, widget=forms.Textarea(attrs={"rows": 4}), max_length=4000
    )


class SeveralForm(EndingForm):
    """Something about several other organs, named one a line."""

    def clean_others(self) -> list[Organ]:
        """Return the organs that the lines name."""
        reached = list(organs_for(self.user, Action.EDIT_ORGANS))
        found = []
        for text in self.cleaned_data["others"].splitlines():
            if not text.strip():
                continue
            organs = meant(reached, text)
            if not organs:
                raise forms.ValidationError(words.NOT_MEANT.format(text=text.strip()))
            if len(organs) > 1:
                raise forms.ValidationError(words.SEVERAL_MEANT.format(text=text.strip(), count=len(organs)))
            found += organs
        return list(dict.fromkeys(found))


class MergeForm(SeveralForm):
    """Several organs that this one follows."""

    others = _lines("并入本机关的机关", "每行一个，写全称；重名的自上而下用“/”连接。")
    field_order = ("others", "on", "document_number", "children")

    def parting(self) -> list[tuple[Organ, list[Organ]]]:
        return [(one, [self.organ]) for one in self.cleaned_data["others"] if one != self.organ]


class SplitForm(SeveralForm):
    """Several organs that come from this one."""

    others = _lines("分出的机关", "每行一个，写全称。请先新增这些机关。")
    ends = forms.BooleanField(label="本机关同时撤销", required=False)
    field_order = ("others", "on", "document_number", "ends", "children")

    def parting(self) -> list[tuple[Organ, list[Organ]]]:
        return [(self.organ, self.cleaned_data["others"])] if self.cleaned_data["ends"] else []


class TransferForm(DatedForm):
    """Functions that another organ takes over."""

    what = forms.CharField(label="划出的职能", max_length=200)
    to = OrganField(label="承接机关")
    field_order = ("what", "to", "on", "document_number")


class UndoAbolitionForm(ActForm):
    """The way back from an end, with all that ended with it."""

    def clean(self) -> dict[str, Any]:
        if ended_with(self.organ):
            self.need_below(self.organ, words.NOT_WITH_BELOW)
        return super().clean() or {}


class _Rows(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic in the stubs only
    def label_from_instance(self, row: Any) -> str:
        return words.SUCCESSION.format(on=row.on, how=row.get_how_display(), note=row.note, successor=row.successor)


class UndoSuccessionForm(ActForm):
    """The way back from a split or a transfer."""

    succession = _Rows(Succession.objects.none(), label="要撤回的登记")

    def __init__(self, organ: Organ, user: User, data: Any = None) -> None:
        super().__init__(organ, user, data)
        self.fields["succession"].queryset = removable(organ)  # type: ignore[attr-defined]  # a choice of rows


def _merge(organ: Organ, *, others: Sequence[Organ], **said: Any) -> None:
    actions.merge_organs(others, into=organ, **said)


def _split(organ: Organ, *, others: Sequence[Organ], **said: Any) -> None:
    actions.split_organ(organ, into=others, **said)


class Act(NamedTuple):
    """Something that is done to an organ: what is asked for, and the action that is told it; raises OrganError."""

    form: type[ActForm]
    do: Callable[..., object]


ACTS = {
    "rename": Act(RenameForm, actions.rename_organ),
    "move": Act(MoveForm, actions.move_organ),
    "authority": Act(AuthorityForm, actions.set_competent_authority),
    "merge": Act(MergeForm, _merge),
    "split": Act(SplitForm, _split),
    "transfer": Act(TransferForm, actions.transfer_functions),
    "abolish": Act(AbolishForm, actions.abolish_organ),
    "undo_abolition": Act(UndoAbolitionForm, actions.undo_abolition),
    "undo_succession": Act(UndoSuccessionForm, actions.undo_succession),
    "undo_rename": Act(ActForm, actions.undo_rename),
}
