"""Stretches of Markdown that stand for themselves: code, comments, formulas. Nothing in them is a note."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import field, frozen

_FENCE = re.compile(r"^[ \t>]*(?P<mark>`{3,}|~{3,})(?P<info>[^`\r\n]*)\r?$", re.MULTILINE)
_LINE = re.compile(r"^(?P<indent>[ \t]*)(?P<words>[^\r\n]*)\r?$", re.MULTILINE)
# What holds indented paragraphs: items of lists, definitions, notes.
_CONTAINER = re.compile(
    r"(?:[-*+:~]|#\.|\(?(?:\d{1,9}|[a-zA-Z]|[ivxlcIVXLC]{1,6}|@\w*)[.)]|\[\^[^\]]+\]:)(?:[ \t]|$)"
)
_BLANK = re.compile(r"\n[ \t\r]*\n")
_TICKS = re.compile(r"(?<!\\)`+")
_RAW = re.compile(r"<!--|<(?P<name>pre|script|style)\b[^<>]{0,200}>", re.IGNORECASE)
# After pandoc's manual (extension tex_math_dollars): "$20,000 and $30,000" is no formula.
_FORMULA = re.compile(r"\$\$[^$]{1,2000}\$\$|(?<![\\$])\$(?![\s$])[^$\n]{0,300}(?<![\s\\$])\$(?![\d$])")
_CODE_INDENT = 4


@frozen
class Literals:
    """Stretches of a text, as starts and ends in order; they do not overlap."""

    starts: Sequence[int] = field(factory=list)
    ends: Sequence[int] = field(factory=list)

    def hold(self, at: int) -> bool:
        """Whether the character at `at` stands in one of them."""
        before = bisect_right(self.starts, at) - 1
        return before >= 0 and at < self.ends[before]


def find_literals(text: str) -> Literals:
    """The code, the comments and the formulas of `text`, as pandoc's Markdown has them.

    What a fence or a comment opens and nothing closes is text.
    """
    blocks = _merge([*_find_fenced(text), *_find_raw(text)])
    blocks = _merge([*_list_spans(blocks), *_find_indented(text, blocks)])
    formulas = (match.span() for match in _FORMULA.finditer(text))
    return _merge([*_list_spans(blocks), *_find_spans(text, blocks), *formulas])


def _merge(spans: list[tuple[int, int]]) -> Literals:
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(spans):
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return Literals(starts, ends)


def _list_spans(literals: Literals) -> Iterator[tuple[int, int]]:
    return zip(literals.starts, literals.ends, strict=True)


def _find_fenced(text: str) -> Iterator[tuple[int, int]]:
    fences = list(_FENCE.finditer(text))
    bare: dict[str, list[int]] = defaultdict(list)
    for at, fence in enumerate(fences):
        if not fence["info"].strip():
            bare[fence["mark"][0]].append(at)
    done = 0
    for at, fence in enumerate(fences):
        if at < done:
            continue
        following = bare[fence["mark"][0]]
        closing = bisect_right(following, at)
        while closing < len(following) and len(fences[following[closing]]["mark"]) < len(fence["mark"]):
            closing += 1
        if closing < len(following):
            done = following[closing] + 1
            yield fence.start(), fences[following[closing]].end()


def _find_raw(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    lower = text.lower() if "<" in text else text
    unclosed = set[str]()
    for match in _RAW.finditer(text):
        closing = f"</{match['name'].lower()}" if match["name"] else "-->"
        if match.start() < at or closing in unclosed:
            continue
        end = lower.find(closing, match.end())
        if end < 0:
            unclosed.add(closing)
        else:
            at = end + len(closing)
            yield match.start(), at


def _find_indented(text: str, blocks: Literals) -> Iterator[tuple[int, int]]:
    """Lines indented by four behind an empty line; in a list, and behind a note, by eight."""
    least, after_blank, in_code = _CODE_INDENT, True, False
    for line in _LINE.finditer(text):
        if not line["words"].strip():
            after_blank = True
            continue
        indent = len(line["indent"].expandtabs(4))
        fenced = blocks.hold(line.start())
        in_code = indent >= least and (after_blank or in_code) and not fenced
        if in_code:
            yield line.span()
        elif not fenced and _CONTAINER.match(line["words"]):
            least = _CODE_INDENT * (indent // _CODE_INDENT + 2)
        elif indent < _CODE_INDENT and after_blank:
            least = _CODE_INDENT
        after_blank = False


def _find_spans(text: str, blocks: Literals) -> Iterator[tuple[int, int]]:
    """Code within a paragraph: between two runs of as many backticks."""
    edges = [0, *(edge for pair in _list_spans(blocks) for edge in pair), len(text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        at = start
        for stop in [*(match.start() for match in _BLANK.finditer(text, start, end)), end]:
            yield from _pair_ticks(text, at, stop)
            at = stop


def _pair_ticks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if text.find("`", start, end) < 0:
        return
    runs = list(_TICKS.finditer(text, start, end))
    alike: dict[int, list[int]] = defaultdict(list)
    for at, run in enumerate(runs):
        alike[len(run.group())].append(at)
    done = 0
    for at, run in enumerate(runs):
        following = alike[len(run.group())]
        closing = bisect_right(following, at)
        if at >= done and closing < len(following):
            done = following[closing] + 1
            yield run.start(), runs[following[closing]].end()
