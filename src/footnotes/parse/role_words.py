"""Words that give names a role, before them or behind them."""

import functools
import re

from footnotes.parse.vocabulary import load_table

LEAD_INS = ("translator", "contributor")
"""The roles that whole phrases lead to."""


@functools.cache
def load_roles(side: str) -> dict[str, str]:
    """The CSL variables of the words behind which names stand (`after`), or before which (`before`)."""
    return {row[0].lower(): row[1] for row in load_table("roles") if row[2] == side}


@functools.cache
def list_english() -> frozenset[str]:
    """The words behind which "and" joins the last of several names."""
    return frozenset(row[0].lower() for row in load_table("roles") if row[3:] == ("en",))


def _alternatives(side: str) -> str:
    return "|".join(map(re.escape, sorted(load_roles(side), key=len, reverse=True)))


@functools.cache
def load_leading() -> re.Pattern[str]:
    """What leads to names with a role; a translation may say from which language it is."""
    kinds = "|".join(f"(?P<{kind}>{_spell_lead_ins(kind)})" for kind in LEAD_INS)
    return re.compile(rf"(?:{kinds}|(?P<word>{_alternatives('after')}))\s+", re.IGNORECASE)


@functools.cache
def load_beginnings() -> frozenset[str]:
    """The first two letters of each phrase that leads to names, by which most places are ruled out."""
    phrases = [*load_roles("after"), *(row[0] for row in load_table("lead_ins"))]
    return frozenset(phrase[:2].casefold() for phrase in phrases)


def _spell_lead_ins(kind: str) -> str:
    phrases = sorted((row[0] for row in load_table("lead_ins") if row[1] == kind), key=len, reverse=True)
    return "|".join(re.escape(one).replace("'", "['’]").replace(r"\*", r"[\w'’]+") for one in phrases)


@functools.cache
def load_trailing() -> re.Pattern[str]:
    """What stands behind names and gives them a role."""
    return re.compile(
        rf",?\s+(?P<word>{_alternatives('before')})(?!\w)(?P<tail>\s*[,:]?\s*)", re.IGNORECASE
    )


def strip_role(text: str) -> tuple[str, str | None]:
    """`text` without a role word at its end, and the CSL variable of that role: `A. One (eds)`."""
    for match in load_trailing().finditer(text):
        if match.end() == len(text):
            return text[: match.start()], load_roles("before")[match["word"].lower()]
    return text, None
