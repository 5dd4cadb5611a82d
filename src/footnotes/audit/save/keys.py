"""The keys of an account at the Internet Archive, which are shown to nobody but it."""

import re
from collections.abc import Mapping
from hmac import compare_digest
from typing import NoReturn

from attrs import frozen

from footnotes.errors import InputError

VARIABLES = ("IA_ACCESS_KEY", "IA_SECRET_KEY")
"""The environment variables that hold the two halves."""

KEYS_PAGE = "https://archive.org/account/s3.php"
"""Where an account gets its keys."""

HIDDEN = "***"

_KEY = re.compile(r"[!-9;-~]+")
"""Printable ASCII without blanks and without the colon that joins the halves."""


class Secret:
    """A text that no printing, formatting, copying into records or pickling gives away."""

    __slots__ = ("__text",)

    def __init__(self, text: str) -> None:
        self.__text = text

    def __repr__(self) -> str:
        return HIDDEN

    __str__ = __repr__

    def __format__(self, _spec: str) -> str:
        return HIDDEN

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and compare_digest(self.reveal().encode(), other.reveal().encode())

    def __hash__(self) -> int:
        return hash(type(self))

    def __reduce_ex__(self, _protocol: object) -> NoReturn:
        raise TypeError("a secret is not written down")

    def reveal(self) -> str:
        """The text itself, for the one place that sends it."""
        return self.__text


@frozen
class Keys:
    """The two halves of the keys (archive.org/account/s3.php)."""

    access: Secret
    secret: Secret

    def authorize(self) -> dict[str, str]:
        """The header field that Save Page Now wants (`Authorization: LOW access:secret`)."""
        return {"Authorization": f"LOW {self.access.reveal()}:{self.secret.reveal()}"}

    def redact(self, text: str) -> str:
        """`text` without the keys, should an answer or an error repeat them."""
        for half in (self.secret, self.access):
            text = text.replace(half.reveal(), HIDDEN)
        return text


def read_keys(environment: Mapping[str, str]) -> Keys | None:
    """The keys from the environment, None where they are not there.

    Raises InputError where one half is missing or holds what no key holds: such a header would be
    refused by the HTTP library with the keys in its message.
    """
    halves = {name: environment.get(name, "").strip() for name in VARIABLES}
    if not any(halves.values()):
        return None
    for name, half in halves.items():
        if not half:
            raise InputError(f"{name} is not set, but its other half is; both are at {KEYS_PAGE}.")
        if _KEY.fullmatch(half) is None:
            raise InputError(f"{name} holds characters that no key has; copy it again from {KEYS_PAGE}.")
    return Keys(*(Secret(half) for half in halves.values()))
