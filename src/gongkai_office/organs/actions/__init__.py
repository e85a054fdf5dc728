"""What is done to organs: each verb is one use case, in one transaction, one event for each organ it changes."""

from gongkai_office.organs.actions.imports import import_organs, record_export
from gongkai_office.organs.actions.places import move_organ
from gongkai_office.organs.actions.reviewers import end_reviewer, remove_reviewer, set_reviewer
from gongkai_office.organs.actions.rows import (
    add_organ,
    change_organ,
    rename_organ,
    set_competent_authority,
    undo_rename,
)
from gongkai_office.organs.actions.successions import (
    abolish_organ,
    merge_organs,
    split_organ,
    transfer_functions,
    undo_abolition,
    undo_succession,
)
from gongkai_office.organs.endings import ChildrenGo

__all__ = [
    "ChildrenGo",
    "abolish_organ",
    "add_organ",
    "change_organ",
    "end_reviewer",
    "import_organs",
    "merge_organs",
    "move_organ",
    "record_export",
    "remove_reviewer",
    "rename_organ",
    "set_competent_authority",
    "set_reviewer",
    "split_organ",
    "transfer_functions",
    "undo_abolition",
    "undo_rename",
    "undo_succession",
]
