"""Score the tagger on labelled strings: the shipped model, one trained here, or by cross-validation.

    python benchmarks/tagger.py --test FILE.xml
    python benchmarks/tagger.py --train FILE.xml ... --test FILE.xml
    python benchmarks/tagger.py --cross-validate FILE.xml --also FILE.xml ... --folds 5

A token is wrong if its label is; a string if one of its tokens is. Strings of the training files that are
also among those tested, or share most of their words with them, are left out.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import frozen
from labelled_strings import LabelledString, cut_folds, leave_out, read_anystyle
from train_tagger import train_model

from footnotes.parse.tagger import ReferenceTagger, load_tagger

CONFUSIONS = 12


@frozen
class Score:
    """How many tokens and strings were tagged, and how many of them wrong; and what for what."""

    tokens: int
    wrong_tokens: int
    strings: int
    wrong_strings: int
    confusions: Counter[tuple[str, str]]

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.tokens + other.tokens,
            self.wrong_tokens + other.wrong_tokens,
            self.strings + other.strings,
            self.wrong_strings + other.wrong_strings,
            self.confusions + other.confusions,
        )

    def __str__(self) -> str:
        tokens, strings = self.wrong_tokens / self.tokens, self.wrong_strings / self.strings
        return (
            f"token error {tokens:.2%} ({self.wrong_tokens} of {self.tokens}), "
            f"whole-string error {strings:.2%} ({self.wrong_strings} of {self.strings})"
        )


def score_tagger(tagger: ReferenceTagger, strings: Sequence[LabelledString]) -> Score:
    """The score of `tagger` on `strings`."""
    confusions, wrong = Counter[tuple[str, str]](), 0
    for string in strings:
        found = [token.label for token in tagger.tag(string.tokens)]
        mistakes = [pair for pair in zip(string.labels, found, strict=True) if pair[0] != pair[1]]
        confusions.update(mistakes)
        wrong += bool(mistakes)
    tokens = sum(len(string.tokens) for string in strings)
    return Score(tokens, confusions.total(), len(strings), wrong, confusions)


def score_split(train: Iterable[LabelledString], test: Sequence[LabelledString]) -> Score:
    """The score on `test` of a model trained on `train`, less what is in `test` as well."""
    return score_tagger(ReferenceTagger(train_model(leave_out(train, test))), test)


def cross_validate(path: Path, others: Sequence[Path], count: int) -> Score:
    """The score over all strings of `path`, each tagged by a model that was not trained on it.

    The strings of `others` are trained on in every fold, without any that is in `path`.
    """
    strings = read_anystyle(path)
    also = leave_out((one for other in others for one in read_anystyle(other)), strings)
    total = Score(0, 0, 0, 0, Counter())
    for number, (train, test) in enumerate(cut_folds(strings, count), start=1):
        score = score_tagger(ReferenceTagger(train_model([*train, *also])), test)
        print(f"fold {number}: {score}", flush=True)
        total += score
    return total


def main() -> None:
    """Read the arguments and print the score with the commonest mistakes."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    tested = parser.add_mutually_exclusive_group(required=True)
    tested.add_argument("--test", type=Path, help="labelled strings to score on")
    tested.add_argument(
        "--cross-validate", type=Path, help="labelled strings to train and score on in folds"
    )
    parser.add_argument(
        "--train", type=Path, nargs="+", help="files to train on; without, the shipped model"
    )
    parser.add_argument("--also", type=Path, nargs="+", default=[], help="files trained on in every fold")
    parser.add_argument("--folds", type=int, default=5)
    arguments = parser.parse_args()
    start = time.process_time()
    score = _choose(arguments)
    print(f"all: {score}; {time.process_time() - start:.0f} CPU seconds")
    for (true, found), count in score.confusions.most_common(CONFUSIONS):
        print(f"{count:5} tokens of {true} were taken for {found}")


def _choose(arguments: argparse.Namespace) -> Score:
    if arguments.cross_validate:
        return cross_validate(arguments.cross_validate, arguments.also, arguments.folds)
    test = read_anystyle(arguments.test)
    if arguments.train:
        return score_split((one for path in arguments.train for one in read_anystyle(path)), test)
    return score_tagger(load_tagger(), test)


if __name__ == "__main__":
    main()
