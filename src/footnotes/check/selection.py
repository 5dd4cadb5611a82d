"""Which rules to apply: codes, beginnings of codes, and names."""

from collections.abc import Iterable
from difflib import get_close_matches

from footnotes.check.rules import RULES, Rule
from footnotes.errors import UnknownRuleError

_CODE = "FN"


def select_rules(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules that `select` names and `ignore` does not, in the order of the table.

    A word is a code (`FN101`), the beginning of codes (`FN1`) or a name (`ibid-after-several`), in capitals
    or not; several may stand in one word, with commas between. Without a word in `select` all rules are
    meant. Raises `UnknownRuleError`, which names the nearest code or name, for a word that fits none.
    """
    chosen, left_out = _find_codes(select), _find_codes(ignore)
    return tuple(
        rule for rule in RULES if (not chosen or rule.code in chosen) and rule.code not in left_out
    )


def _find_codes(words: Iterable[str]) -> set[str]:
    split = [word.strip() for several in words for word in several.split(",")]
    return {code for word in split if word for code in _match(word)}


def _match(word: str) -> list[str]:
    code, name = word.upper(), word.lower()
    found = [
        rule.code
        for rule in RULES
        if rule.name == name or (code.startswith(_CODE) and rule.code.startswith(code))
    ]
    if not found:
        raise UnknownRuleError(f"No check is called “{word}”; the nearest is {_find_nearest(code, name)}.")
    return found


def _find_nearest(code: str, name: str) -> str:
    known = {**{rule.code: rule for rule in RULES}, **{rule.name: rule for rule in RULES}}
    wanted = code if code.startswith(_CODE) else name
    rule = known[get_close_matches(wanted, known, n=1, cutoff=0.0)[0]]
    return f"{rule.code}, {rule.name}"
