"""What a file may be called (文件名): a name, never a path, with nothing in it that deceives the eye."""

from __future__ import annotations

import unicodedata

from gongkai_office.files import words
from gongkai_office.files.errors import FileRefused
from gongkai_office.files.kinds import BY_ENDING, Kind
from gongkai_office.files.purposes import Purpose

LONGEST = 150
_PATHS = frozenset('/\\:*?"<>|')
# Control and format characters: among them those that turn the direction of writing, so that exe reads as txt.
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Zl", "Zp"))
_DEVICES = frozenset(("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))))


def checked_name(name: str) -> str:
    """Return a file's name in one normal form; FileRefused where it is none."""
    name = unicodedata.normalize("NFC", name.strip())
    if not name:
        raise FileRefused("no_name", words.NO_NAME)
    if len(name) > LONGEST:
        raise FileRefused("name_too_long", words.NAME_TOO_LONG.format(length=len(name), limit=LONGEST))
    if bad := next((sign for sign in name if sign in _PATHS), None):
        raise FileRefused("name_is_path", words.NAME_IS_PATH.format(sign=bad))
    if any(unicodedata.category(sign) in _UNSEEN for sign in name):
        raise FileRefused("name_deceives", words.NAME_DECEIVES)
    if name.startswith(".") or name.endswith(".") or name.split(".")[0].lower() in _DEVICES:
        raise FileRefused("name_reserved", words.NAME_RESERVED)
    return name


def kind_by_name(name: str, purpose: Purpose) -> Kind:
    """Return the kind that a name's ending promises; FileRefused where the purpose does not take it."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    kind = BY_ENDING.get(ending)
    if kind is None or kind.key not in purpose.kinds:
        said = f".{ending}" if ending else words.WITHOUT_ENDING
        raise FileRefused("ending", words.ENDING.format(said=said, purpose=purpose.title, taken=taken(purpose)))
    return kind


def taken(purpose: Purpose) -> str:
    """Return the endings of names that a purpose takes, for a sentence."""
    return words.LIST.join(ending for ending, kind in BY_ENDING.items() if kind.key in purpose.kinds)
