"""What is said beside the result: one sentence a line, on standard error."""

import os
import sys
from unicodedata import category

TRACEBACK = "FOOTNOTES_TRACEBACK"
"""The environment variable with which a fault of the program shows its traceback."""


def say(message: str) -> None:
    """Print one sentence on standard error."""
    # Not click.echo: a progress bar catches what goes to sys.stderr and prints it above itself.
    sys.stderr.write(show_controls(message) + "\n")


def say_fault(where: str, error: Exception) -> None:
    """Say that the program itself is at fault; raises `error` where FOOTNOTES_TRACEBACK is set."""
    if os.environ.get(TRACEBACK):
        raise error
    say(
        f"{where}: this is a fault of footnotes, please report it ({type(error).__name__}: {error});"
        f" with {TRACEBACK}=1 it tells where."
    )


def show_controls(text: str) -> str:
    """`text` with control characters made visible, so that a paper cannot steer the terminal."""
    return "".join(f"\\x{ord(sign):02x}" if _is_control(sign) else sign for sign in text)


def _is_control(sign: str) -> bool:
    return category(sign) == "Cc" and sign not in "\n\t"
