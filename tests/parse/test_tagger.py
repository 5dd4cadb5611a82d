"""The tagger: lazy, deterministic, small, safe on any tokens, and right about plain references."""

import subprocess
import sys
import threading
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footnotes.parse.tagger import (
    MODEL,
    TaggedToken,
    load_tagger,
    mark_beginnings,
    tag_fields,
    tag_tokens,
)
from footnotes.parse.tagging import describe_tokens

LARGEST = 5_000_000
ARTICLE = "Weber, Hanna (2011). On the price of salt. Journal of Alpine History, 12(3), 45–67."
REFERENCES = {
    ARTICLE: ["author", "date", "title", "journal", "volume", "pages"],
    "Ruth Adler, The Last Ferry: A History of the Lower Danube (London: Routledge, 1998), p. 17.": [
        "author",
        "title",
        "location",
        "publisher",
        "date",
        "pages",
    ],
    "Klein, P. & Moro, L. 2004. Reading the margins. In: T. Brandt (ed.), Handbook of Book History. "
    "Oxford: Blackwell, pp. 101–130.": [
        "author",
        "date",
        "title",
        "editor",
        "container-title",
        "location",
        "publisher",
        "pages",
    ],
    "Zimmermann, Karl: Die Stadt und ihre Brunnen. Leipzig: Insel Verlag 1931.": [
        "author",
        "title",
        "location",
        "publisher",
        "date",
    ],
}


@pytest.mark.parametrize(("reference", "labels"), REFERENCES.items())
def test_reads_fields_in_order(reference: str, labels: list[str]) -> None:
    """A plain reference falls into the fields a person would name."""
    assert labels == [field.label for field in tag_fields(reference)]


def test_fields_tile_the_tokens() -> None:
    """Fields follow one another, and together hold all that is printed."""
    fields = tag_fields(f"  {ARTICLE}\n")

    assert ARTICLE.split() == [
        word for field in fields for word in f"  {ARTICLE}\n"[field.start : field.end].split()
    ]


def test_import_leaves_the_library_alone() -> None:
    """Neither the parser nor the module of the tagger loads CRFsuite or the model."""
    code = "import sys, footnotes.parse, footnotes.parse.tagger; sys.exit('pycrfsuite' in sys.modules)"

    assert 0 == subprocess.run([sys.executable, "-c", code], check=False).returncode


def test_model_is_small() -> None:
    """The model that ships stays within five megabytes."""
    size = len(files("footnotes.parse").joinpath("models", MODEL).read_bytes())

    assert 0 < size <= LARGEST


def test_is_deterministic() -> None:
    """A fresh process gives the very same labels and probabilities, whatever the seed of its hashes."""
    code = f"from footnotes.parse.tagger import tag_tokens; print(tag_tokens({ARTICLE.split()!r}))"
    run = [sys.executable, "-c", code]
    outputs = {
        subprocess.run(run, env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True).stdout
        for seed in ("1", "2")
    }

    assert {f"{tag_tokens(ARTICLE.split())}\n"} == outputs


def test_nothing_gives_nothing() -> None:
    """No tokens have no labels, and no text has no fields."""
    assert () == tag_tokens([])
    assert () == tag_fields(" \n")


@pytest.mark.parametrize(
    "tokens",
    [
        [""],
        ["", "", ""],
        ["\0"],
        ["\ud800"],
        ["a b", "c\nd"],
        ["x" * 100_000],
        ["((([[[", "]]])))", "“‘„«"],
        ["“‘" * 600],
        ["\u0301\u0301", "\u202e", "🦉", "٣٤", "²"],
        ["Ibid."] * 5_000,
        ["https://" + "a" * 5_000],
    ],
    ids=str,
)
def test_any_tokens_are_labelled(tokens: list[str]) -> None:
    """Hostile tokens get a label and a probability each, like all others."""
    tagged = tag_tokens(tokens)

    assert len(tokens) == len(tagged)
    assert all(0 <= token.probability <= 1 for token in tagged)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=12), max_size=12))
def test_probabilities_are_probabilities(tokens: list[str]) -> None:
    """Whatever the tokens are, each has one label with a probability between 0 and 1."""
    tagged = tag_tokens(tokens)

    assert len(tokens) == len(tagged)
    assert all(0 <= token.probability <= 1 for token in tagged)


def test_first_token_begins_a_field() -> None:
    """The first token begins a field, and so does every token with another label than the one before."""
    tagged = tag_tokens(ARTICLE.split())
    changes = [before.label != after.label for before, after in pairwise(tagged)]

    assert tagged[0].begins
    assert all(token.begins for token, changed in zip(tagged[1:], changes, strict=True) if changed)


def test_threads_share_the_model() -> None:
    """Threads that tag at once get what one alone gets."""
    expected, found = tag_tokens(ARTICLE.split()), list[tuple[TaggedToken, ...]]()
    threads = [threading.Thread(target=lambda: found.append(tag_tokens(ARTICLE.split()))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [expected] * 8 == found


def test_loads_once() -> None:
    """The model is read once for all references."""
    assert load_tagger() is load_tagger()


def test_marks_beginnings() -> None:
    """The model learns where a field begins."""
    assert ["B-author", "I-author", "B-date", "B-title"] == mark_beginnings(
        ["author", "author", "date", "title"]
    )


def test_describes_each_token() -> None:
    """Every token has features, and the words beside it are among them."""
    features = describe_tokens(["Weber,", "Hanna", "2011."])

    assert 3 == len(features)
    assert "w-1=weber" in features[1]
    assert "kind+1=year|.|" in features[1]
