"""`python -m footnotes` is the command `footnotes`."""

import sys


def run() -> None:
    """Run the command line; Ctrl-C ends it with a word also while the program is still being loaded."""
    try:
        from footnotes.cli import main  # noqa: PLC0415 - what takes long is inside
    except KeyboardInterrupt:
        if sys.stderr is not None:  # the shell may have closed it
            sys.stderr.write("Interrupted.\n")
        sys.exit(130)
    main()


if __name__ == "__main__":
    run()
