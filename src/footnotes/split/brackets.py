"""Which brackets of a paragraph of Markdown belong together."""

import re

from footnotes.split.literals import Literals

# A whole address is read at once: it may hold brackets. So is what is escaped.
_TOKEN = re.compile(
    r"\\.|<(?:https?|ftp)://[^<>\s]+>|\]\((?:[^()\s\\]|\\.|\([^()\s]*\))*(?:\s{1,3}\"[^\"\n]{0,200}\")?\)"
    r"|[\[\]]|\n[ \t\r]*\n",
    re.DOTALL,
)


def pair_brackets(text: str, start: int, literals: Literals) -> tuple[dict[int, int], int]:
    """The closing bracket of each opening one from `start` to the end of the paragraph, and that end."""
    partners: dict[int, int] = {}
    waiting: list[int] = []
    for token in _TOKEN.finditer(text, start):
        if token.group()[0] == "\n":
            return partners, token.start()
        if literals.hold(token.start()):
            continue
        if token.group() == "[":
            waiting.append(token.start())
        elif token.group()[0] == "]" and waiting:
            partners[waiting.pop()] = token.start()
    return partners, len(text)
