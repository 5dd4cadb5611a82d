"""The keys: sent in one header, shown nowhere."""

import copy
import json
import pickle
import traceback

import attrs
import pytest
from audit.save_fakes import ACCESS, SECRET, make_keys

from footnotes.audit.save.keys import Keys, Secret, read_keys
from footnotes.errors import InputError


def test_header() -> None:
    """Save Page Now gets both halves, in its own scheme."""
    assert {"Authorization": f"LOW {ACCESS}:{SECRET}"} == make_keys().authorize()


def test_nothing_prints_them() -> None:
    """No way in which programs print, format or convert values shows a key."""
    keys = make_keys()
    shown = [repr(keys), str(keys), f"{keys}", f"{keys.secret!r:>40}", f"{keys.secret:>40}"]
    shown += [
        "{} {!r}".format(*attrs.astuple(keys)),
        str(attrs.asdict(keys)),
        json.dumps(str(vars_of(keys))),
    ]

    assert [] == [words for words in shown if SECRET in words or ACCESS in words]


def vars_of(keys: Keys) -> list[object]:
    """What a debugger or a logger would walk over."""
    return [attrs.astuple(keys), attrs.asdict(keys, recurse=True)]


def test_nothing_writes_them_down() -> None:
    """Neither pickle nor copies nor JSON take a key into a file."""
    secret = make_keys().secret
    for write in (pickle.dumps, copy.deepcopy):
        with pytest.raises(TypeError):
            write(secret)
    with pytest.raises(TypeError):
        json.dumps(secret)


def _fail(keys: Keys) -> None:
    raise ValueError(keys)


def test_no_traceback_shows_them() -> None:
    """A traceback that shows all variables on the way is silent about keys that were among them."""
    with pytest.raises(ValueError, match="Keys") as caught:
        _fail(make_keys())
    frames = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    inner = [*frames.stack.format()][-1] + str(caught.value)

    assert "keys = " in inner
    assert SECRET not in inner
    assert ACCESS not in inner


def test_redaction() -> None:
    """Words that repeat a key lose it."""
    assert "LOW ***:***" == make_keys().redact(f"LOW {ACCESS}:{SECRET}")


def test_equality() -> None:
    """Keys compare by what they are, in constant time."""
    assert make_keys() == make_keys()
    assert Secret("one") != Secret("other")
    assert Secret("one") != "one"


@pytest.mark.parametrize("environment", [{}, {"IA_ACCESS_KEY": " ", "IA_SECRET_KEY": ""}])
def test_absent(environment: dict[str, str]) -> None:
    """No keys are no error: whoever asked says what is missing."""
    assert read_keys(environment) is None


@pytest.mark.parametrize(
    ("access", "secret"),
    [
        ("", SECRET),
        (ACCESS, ""),
        (f"{ACCESS}\nX: y", SECRET),
        (ACCESS, f"{SECRET} x"),
        (ACCESS, f"{SECRET}é"),
    ],
)
def test_broken(access: str, secret: str) -> None:
    """Half a key, or one that no header could hold, is refused with the name of its variable."""
    with pytest.raises(InputError, match=r"IA_(ACCESS|SECRET)_KEY") as caught:
        read_keys({"IA_ACCESS_KEY": access, "IA_SECRET_KEY": secret})

    assert SECRET not in str(caught.value)
    assert ACCESS not in str(caught.value)
