"""Forms of what is done to organs: each asks for what its action needs, and knows how to do it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from gongkai_office.accounts.gate import Action, may, organs_for
from gongkai_office.accounts.models import User
from gongkai_office.administration.days import Day
from gongkai_office.administration.organ_choice import OrganField, SearchingForm, organ_of
from gongkai_office.administration.organs import words
from gongkai_office.organs import actions
from gongkai_office.organs.actions import ChildrenGo
from gongkai_office.organs.models import Organ
from gongkai_office.organs.queries import meant, parent_of

DOCUMENT = "文件依据"
DOCUMENT_HELP = "批准文件的发文字号，例如：萤政发〔2026〕12号。没有的可以留空。"
ON = "生效日期"


class ActForm(SearchingForm):
    """Something that is done to one organ by somebody."""

    field_order: tuple[str, ...] = ()

    def __init__(self, organ: Organ, user: User, data: Any = None) -> None:
        super().__init__(data)
        self.organ, self.user = organ, user
        for name, field in self.fields.items():
            if isinstance(field, OrganField):
                organ_of(self, name).open_to(user, Action.EDIT_ORGANS)

    def act(self) -> None:
        """Do it; raises OrganError."""
        raise NotImplementedError


class DatedForm(ActForm):
    """Something that takes effect on a day, by a document."""

    on = Day(label=ON, help_text="文件规定的生效之日；不能晚于今天。", initial=timezone.localdate)
    document_number = forms.CharField(label=DOCUMENT, max_length=60, required=False, help_text=DOCUMENT_HELP)

    def told(self) -> dict[str, Any]:
        """Return what every action of this kind is told."""
        said = self.cleaned_data
        return {"on": said["on"], "document_number": said["document_number"], "by": self.user}


class RenameForm(DatedForm):
    """A new name."""

    name = forms.CharField(label="新名称", max_length=120)
    field_order = ("name", "on", "document_number")

    def act(self) -> None:
        actions.rename_organ(self.organ, name=self.cleaned_data["name"], **self.told())


class MoveForm(ActForm):
    """Another place in the tree."""

    under = OrganField(label="新的上级机关", required=False, help_text="留空表示移到顶层。")

    def clean_under(self) -> Organ | None:
        under: Organ | None = self.cleaned_data["under"]
        if under is None and not may(self.user, Action.EDIT_ORGANS):
            raise forms.ValidationError(words.NOT_AT_TOP)
        above = parent_of(self.organ)
        if above is not None and not may(self.user, Action.EDIT_ORGANS, above):
            raise forms.ValidationError(words.NOT_OUT_OF.format(above=above.name))
        return under

    def act(self) -> None:
        actions.move_organ(self.organ, under=self.cleaned_data["under"], by=self.user)


class AuthorityForm(ActForm):
    """The unit in charge of disclosure in a government's area."""

    unit = OrganField(
        label="主管部门", required=False,
        help_text="须是本级人民政府之下的机关。一般是办公厅（室）；当地已明确由其他部门主管的，选那个部门。",
    )  # fmt: skip

    def act(self) -> None:
        actions.set_competent_authority(self.organ, unit=self.cleaned_data["unit"], by=self.user)


class EndingForm(DatedForm):
    """Something after which an organ may exist no more."""

    children = forms.ChoiceField(label="存续的下级机关", choices=words.CHILDREN, initial=ChildrenGo.NOWHERE)

    def go(self) -> ChildrenGo:
        """Return what becomes of the organs below."""
        return ChildrenGo(self.cleaned_data["children"])


class AbolishForm(EndingForm):
    """The end of an organ."""

    successor = OrganField(
        label="承接机关", required=False, help_text="承接其职能、答复其名下申请的机关；没有的留空。"
    )
    field_order = ("on", "document_number", "successor", "children")

    def act(self) -> None:
        successor = self.cleaned_data["successor"]
        actions.abolish_organ(self.organ, successor=successor, children=self.go(), **self.told())


class SeveralForm(EndingForm):
    """Something about several other organs, named one a line."""

    others = forms.CharField(widget=forms.Textarea(attrs={"rows": 4}), label="", max_length=4000)

    def clean_others(self) -> list[Organ]:
        """Return the organs that the lines name."""
        reached = list(self._reached())
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

    def _reached(self) -> QuerySet[Organ]:
        return organs_for(self.user, Action.EDIT_ORGANS)


class MergeForm(SeveralForm):
    """Several organs that this one follows."""

    field_order = ("others", "on", "document_number", "children")

    def __init__(self, organ: Organ, user: User, data: Any = None) -> None:
        super().__init__(organ, user, data)
        self.fields["others"].label = "并入本机关的机关"
        self.fields["others"].help_text = "每行一个，写全称；重名的自上而下用“/”连接。"

    def act(self) -> None:
        others = self.cleaned_data["others"]
        actions.merge_organs(others, into=self.organ, children=self.go(), **self.told())


class SplitForm(SeveralForm):
    """Several organs that come from this one."""

    ends = forms.BooleanField(label="本机关同时撤销", required=False)
    field_order = ("others", "on", "document_number", "ends", "children")

    def __init__(self, organ: Organ, user: User, data: Any = None) -> None:
        super().__init__(organ, user, data)
        self.fields["others"].label = "分出的机关"
        self.fields["others"].help_text = "每行一个，写全称。请先新增这些机关。"

    def act(self) -> None:
        said = self.cleaned_data
        actions.split_organ(self.organ, into=said["others"], ends=said["ends"], children=self.go(), **self.told())


class TransferForm(DatedForm):
    """Functions that another organ takes over."""

    what = forms.CharField(label="划出的职能", max_length=200)
    to = OrganField(label="承接机关")
    field_order = ("what", "to", "on", "document_number")

    def act(self) -> None:
        said = self.cleaned_data
        actions.transfer_functions(self.organ, to=said["to"], what=said["what"], **self.told())


class UndoAbolitionForm(ActForm):
    """The way back from an abolition."""

    def act(self) -> None:
        actions.undo_abolition(self.organ, by=self.user)


class UndoRenameForm(ActForm):
    """The way back from a renaming."""

    def act(self) -> None:
        actions.undo_rename(self.organ, by=self.user)


FORMS: dict[str, type[ActForm]] = {
    "rename": RenameForm,
    "move": MoveForm,
    "authority": AuthorityForm,
    "merge": MergeForm,
    "split": SplitForm,
    "transfer": TransferForm,
    "abolish": AbolishForm,
    "undo_abolition": UndoAbolitionForm,
    "undo_rename": UndoRenameForm,
}
