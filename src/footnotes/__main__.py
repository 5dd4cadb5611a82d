"""`python -m footnotes` is the command `footnotes`."""

from footnotes.cli import main

if __name__ == "__main__":
    main()
