"""Keys of second factors, and one-time passwords to be shown, sealed (加密保存).

Whoever has the database or a backup, and no secret, reads none.

AES-256 in GCM, under a key derived from SECRET_KEY; those of SECRET_KEY_FALLBACKS still open what they sealed. A
seal holds for the one account that it was made for.
"""

from __future__ import annotations

import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from contextlib import suppress

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.utils.crypto import salted_hmac

from gongkai_office.accounts import words_signing_in as words
from gongkai_office.accounts.signing_in_errors import SealBroken

MARK = "s1:"  # how it was sealed; a plain key is hexadecimal and holds no colon
NONCE = 12  # bytes


def is_sealed(text: str) -> bool:
    """Tell whether a key is sealed, and not in plain."""
    return text.startswith(MARK)


def seal(key: bytes, *, owner: int) -> str:
    """Return a key, or a text, sealed for an account; 67 characters for 20 bytes."""
    nonce = os.urandom(NONCE)
    sealed = nonce + _cipher(settings.SECRET_KEY).encrypt(nonce, key, _names(owner))
    return MARK + urlsafe_b64encode(sealed).decode()


def unseal(text: str, *, owner: int) -> bytes:
    """Return the key that was sealed for an account. Raises SealBroken."""
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS) if is_sealed(text) else ():
        with suppress(InvalidTag, ValueError):  # what is cut short is no nonce, or no base64
            sealed = urlsafe_b64decode(text.removeprefix(MARK))
            return _cipher(secret).decrypt(sealed[:NONCE], sealed[NONCE:], _names(owner))
    raise SealBroken(words.SEAL_BROKEN, field="token")


def _cipher(secret: str) -> AESGCM:
    return AESGCM(salted_hmac("gongkai.second-factor", "", secret=secret, algorithm="sha256").digest())


def _names(owner: int) -> bytes:
    return f"accounts.user {owner}".encode()
