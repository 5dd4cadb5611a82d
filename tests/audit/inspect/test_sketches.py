"""Sketches of texts and what they tell of their likeness."""

import time
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnotes.audit.inspect.sketches import compare_sketches, list_shingles, sketch_text
from footnotes.audit.inspect.tokens import split_tokens

texts = st.text(max_size=300)


def _make_words(count: int, seed: int) -> list[str]:
    chance = Random(seed)  # noqa: S311 - words, not secrets
    return ["".join(chance.choices("abcdefghijklmnop", k=6)) for _ in range(count)]


@given(texts)
def test_a_text_is_like_itself(text: str) -> None:
    """The likeness of a text and itself is whole, unless it has no words."""
    sketch = sketch_text(text)

    assert compare_sketches(sketch, sketch) == (1.0 if sketch else None)


@given(texts, texts)
def test_likeness_has_no_order(one: str, other: str) -> None:
    """Likeness is the same both ways, and between nothing and all."""
    here, there = sketch_text(one), sketch_text(other)
    likeness = compare_sketches(here, there)

    assert likeness == compare_sketches(there, here)
    assert likeness is None or 0 <= likeness <= 1


@pytest.mark.parametrize("length", [20, 60, 300, 3000])
@pytest.mark.parametrize("kept", [0.1, 0.5, 0.8, 0.95])
def test_likeness_is_near_the_truth(length: int, kept: float) -> None:
    """The estimate is within three standard errors of the share of shingles in common."""
    words, other = _make_words(length, 1), _make_words(length, 2)
    mixed = words[: int(kept * length)] + other[int(kept * length) :]
    one, two = list_shingles(words), list_shingles(mixed)
    truth = len(one & two) / len(one | two)

    likeness = compare_sketches(sketch_text(" ".join(words)), sketch_text(" ".join(mixed)))
    assert truth == pytest.approx(likeness, abs=0.135)


def test_texts_of_a_few_words() -> None:
    """Short texts are alike or not as long ones are."""
    assert 1 == compare_sketches(sketch_text("Page moved"), sketch_text("page MOVED!"))
    assert 0 == compare_sketches(sketch_text("Page moved"), sketch_text("Page lost"))
    assert compare_sketches(sketch_text("!"), sketch_text("Page")) is None


def test_scripts_without_spaces() -> None:
    """A Chinese, Japanese or Thai text with one sentence changed is like the first, and unlike another."""
    for text, change, other in (
        (
            "里海的石油与天然气管道经过格鲁吉亚和土耳其",
            "里海的石油与天然气管道经过格鲁吉亚",
            "南瓜汤的做法很简单,先把南瓜洗净切块",
        ),
        (
            "カスピ海の石油は黒海を経て運ばれる",
            "カスピ海の石油は黒海を経る",
            "かぼちゃを洗って小さく切ります",
        ),
        ("น้ำมันจากทะเลแคสเปียนไหลผ่านจอร์เจีย", "น้ำมันจากทะเลแคสเปียนไหล", "ล้างฟักทองแล้วหั่นเป็นชิ้น"),
    ):
        near = compare_sketches(sketch_text(text), sketch_text(change))
        far = compare_sketches(sketch_text(text), sketch_text(other))
        assert near is not None
        assert far is not None
        assert near > 0.5
        assert far < 0.2


def test_sketches_stay_as_they_are() -> None:
    """A sketch kept in a journal is that of the same text in every version: 128 numbers of 32 bits."""
    sketch = sketch_text("one two three four")

    assert (128, 2) == (len(sketch), sum(value > 0 for value in sketch))
    # By b2sum -l 64, "one two three" is 64f59011 53c23b37: place 0x64, value 0x373bc253.
    assert all(0 <= value < 1 << 32 for value in sketch)
    assert {1: 979004145, 100: 926663251} == {place: value for place, value in enumerate(sketch) if value}


def test_tokens_of_a_text() -> None:
    """Words are folded; of scripts without spaces pairs of letters are taken."""
    assert ["oil", "里海", "海石", "石油", "2010"] == split_tokens("Oil: 里海石油 2010")


def test_a_sketch_is_quick() -> None:
    """A thousand words are sketched in a few milliseconds."""
    text = " ".join(_make_words(1000, 3))
    best = min(_time(text) for _ in range(5))

    assert best < 0.015


def _time(text: str) -> float:
    started = time.process_time()
    sketch_text(text)
    return time.process_time() - started
