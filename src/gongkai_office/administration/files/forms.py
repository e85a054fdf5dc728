"""Forms of files: uploading, finding, taking back."""

from __future__ import annotations

from typing import Any

from django import forms

from gongkai_office.accounts.gate import Action
from gongkai_office.administration.files.words import EVERYTHING
from gongkai_office.administration.organ_choice import OrganField, SearchingForm, organ_of
from gongkai_office.files.kinds import BY_ENDING
from gongkai_office.files.purposes import offered
from gongkai_office.files.words import KINDS, SIGN_TITLES, State


class UploadForm(SearchingForm):
    """A file, for which organ, and what for."""

    organ = OrganField(label="所属机关", help_text="这个机关及其上级有权限的人可以看到文件。")
    purpose = forms.ChoiceField(label="用途", choices=[(one.key, one.title) for one in offered()])
    file = forms.FileField(
        label="文件",
        allow_empty_file=True,
        max_length=None,
        error_messages={"required": "请选择要上传的文件。"},
        help_text="文件名和内容都不得涉及国家秘密。",
    )

    def __init__(self, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organ_of(self).open_to(user, Action.UPLOAD_FILES)
        self.fields["file"].widget.attrs["accept"] = ",".join(f".{ending}" for ending in BY_ENDING)


class FileFilter(forms.Form):
    """What files to list."""

    q = forms.CharField(label="文件名或机关", required=False, max_length=60)
    state = forms.ChoiceField(label="状态", required=False, choices=[("", EVERYTHING), *State.choices])
    kind = forms.ChoiceField(label="类型", required=False, choices=[("", EVERYTHING), *KINDS.items()])
    sign = forms.ChoiceField(
        label="检查结果", required=False, choices=[("", EVERYTHING), ("any", "有需要注意的"), *SIGN_TITLES.items()]
    )


class WithdrawForm(forms.Form):
    """Why a file is taken back."""

    reason = forms.CharField(
        label="撤回原因",
        max_length=300,
        widget=forms.Textarea({"rows": 2}),
        help_text="会显示在文件登记里。请勿写出涉密内容。",
    )
