"""Train the tagger that is shipped again: `python benchmarks/train_tagger.py` reads ../shared/training."""

import argparse
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

import pycrfsuite
from labelled_strings import LabelledString, read_anystyle

from footnotes.parse.tagger import MODEL, mark_beginnings
from footnotes.parse.tagging import describe_tokens

ROOT = Path(__file__).parents[1]
MATERIAL = ROOT.parent / "shared" / "training" / "anystyle"
FILES = ("core_train.xml", "gold.xml", "good.xml")
"""What the shipped model is trained on, and in cross-validation besides the folds of the first."""
SHIPPED = ROOT / "src" / "footnotes" / "parse" / "models" / MODEL
SETTINGS = {"c1": 0.03, "c2": 0.1, "feature.minfreq": 2, "max_iterations": 100}
"""CRFsuite's L-BFGS: `c1` drops what hardly helps and so keeps the model small, `c2` smooths the rest."""


def train_model(strings: Iterable[LabelledString]) -> bytes:
    """The model trained on `strings`; each string counts once, however many files it is in."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=SETTINGS, verbose=False)
    for string in {(one.key, len(one.tokens)): one for one in reversed(list(strings))}.values():
        trainer.append(describe_tokens(string.tokens), mark_beginnings(string.labels))
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder, MODEL)
        trainer.train(str(model))
        return model.read_bytes()


def main() -> None:
    """Train on the material and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--material", type=Path, default=MATERIAL, help="the folder of the labelled strings"
    )
    parser.add_argument("--output", type=Path, default=SHIPPED, help="the model to write")
    arguments = parser.parse_args()
    start = time.process_time()
    strings = [one for name in FILES for one in read_anystyle(arguments.material / name)]
    model = train_model(strings)
    arguments.output.write_bytes(model)
    print(f"{len(strings)} strings, {time.process_time() - start:.0f} CPU seconds, {len(model):,} bytes")


if __name__ == "__main__":
    main()
