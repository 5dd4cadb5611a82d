"""What stands in a list of names for the people who are not named."""

_OTHERS = frozenset(
    {
        "et al", "et al.", "et. al", "et. al.", "others", "u.a.", "u. a.", "и др.", "e.a.", "vd.",
        "y otros", "et autres",
    }
)  # fmt: skip


def means_others(text: str) -> bool:
    """Whether a name says only that there are more people."""
    return text.strip().lower() in _OTHERS
