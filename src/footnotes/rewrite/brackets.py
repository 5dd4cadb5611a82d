"""Brackets: words that open one and do not close it cannot stand where others stood."""

_PARTNERS = {")": "(", "]": "["}


def is_balanced(text: str) -> bool:
    """Whether every bracket of `text` is closed in it, and none is closed that it did not open."""
    waiting: list[str] = []
    for letter in text:
        if letter in _PARTNERS.values():
            waiting.append(letter)
        elif letter in _PARTNERS and (not waiting or waiting.pop() != _PARTNERS[letter]):
            return False
    return not waiting
