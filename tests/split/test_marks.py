"""Marks: what has the shape of a label or a call, and what has not."""

import pytest

from footnotes.split.marks import find_marks, fold_label


def _find(text: str) -> list[tuple[str, str]]:
    return [(mark.printed, mark.span.of(text)) for mark in find_marks(text)]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("end.<sup>[xlvi]</sup> Next", "xlvi"),
        ("end.<sup>4</sup> Next", "4"),
        ("end.<sup> [ xl ix ] </sup> Next", "xl ix"),
        ("end. [\\[1x\\]](#) Next", "1x"),
        ("end.[12] Next", "12"),
        ("end.\\[12\\] Next", "12"),
        ("end.[12](#fn12) Next", "12"),
        ("end.[^12] Next", "12"),
        ("end.<sup>*</sup> Next", "*"),
        ("end.<sup>\\*</sup> Next", "*"),
        ("end.<sup>a</sup> Next", "a"),
        ("end.[†] Next", "†"),
        ("end.[۱۲] Next", "۱۲"),
        ("end.[ХІІ] Next", "ХІІ"),
        ("end.[İV] Next", "İV"),
        ("end.[i]", "i"),
        ("[i]", "i"),
    ],
)
def test_calls_are_marks(text: str, printed: str) -> None:
    """A call is found in each of its containers, as it is printed."""
    assert [printed] == [mark.printed for mark in find_marks(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The [...] is", "the […] is", "heroic [qəhrəman] struggle", "so [sic] he", "[from] there",
        "“[i]t is clear", "“[d]irect", "the house[s] of", "[a] letter", "M<sup>lle</sup> X", "[w:] Y",
        "[]", "[ ]", "[a link](http://x)", "[i", "i]", "<sup></sup>", "[12345]", "[\n1\n\n\n\n]",
    ],
)  # fmt: skip
def test_other_brackets_are_text(text: str) -> None:
    """What an editor put in brackets is no call."""
    assert [] == _find(text)


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("[1] A note", True),
        ("x\n[1] A note", True),
        ("x\n   [1] A note", True),
        ("x\r\n[1] A note", True),
        ("x\r[1] A note", True),
        ("x\f[1] A note", True),
        ("x\n[1]", True),
        ("x\n[1]\n", True),
        ("x\n[1]\tA note", True),
        ("x\n    [1] code", False),
        ("x [1] A call", False),
        ("x\n[1]: http://a", True),
        ("x\n[^1]: A note", True),
        ("x\n[^1] A call", False),
        ("x\n[^1]", False),
        ("x\n[1], a call", False),
    ],
)
def test_notes_begin_lines(text: str, opens: bool) -> None:  # noqa: FBT001 - the expected answer
    """A label stands at the beginning of a line, with space behind it; a Markdown label has a colon."""
    assert [opens] == [mark.opens_line for mark in find_marks(text)]


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("xl ix", "xlix"), ("IV", "iv"), ("İV", "iv"), ("ıv", "iv"), ("Ⅳ", "iv"), ("хі", "xi"),
        ("x\u00adi", "xi"),
        ("４", "4"), ("٤", "4"), ("^4", "4"), ("\\*", "*"), ("∗", "*"), ("④", "4"),
    ],
)  # fmt: skip
def test_labels_are_compared_folded(printed: str, label: str) -> None:
    """Case, spaces, scripts and soft marks do not count."""
    assert label == fold_label(printed)


def test_marks_stand_where_they_are_printed() -> None:
    """The span of a mark covers its container and nothing more."""
    text = "a<sup>[i]</sup> b [\\[ii\\]](#), c\n\n[iii] d [^4]: e"
    assert [("i", "<sup>[i]</sup>"), ("ii", "[\\[ii\\]](#)"), ("iii", "[iii]"), ("4", "[^4]:")] == _find(
        text
    )


@pytest.mark.parametrize(
    "piece", ["[", "[ ", "\\[", "<sup>", "<sup> ", "<sup>[", "[1](", "(", "[\\[", "[i] "]
)
def test_hostile_text_is_read_in_passing(piece: str) -> None:
    """Any mark may come thousands of times."""
    assert len(find_marks(piece * 3000)) <= 3000
