"""The exit codes of every command, once."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What a command tells the shell when it ends; docs/exit-codes.md explains each."""

    DONE = 0
    """All that was asked was done."""
    FAILED = 1
    """An input could not be read, or a part failed; the rest was done."""
    FINDINGS = 2
    """There are findings, and the user asked to fail on them."""
    CONFIGURATION = 3
    """A configuration file is wrong."""
    USAGE = 64
    """The command line is wrong (EX_USAGE of sysexits.h)."""
    INTERRUPTED = 130
    """Stopped by Ctrl-C (128 and the number of SIGINT, as shells count)."""
    PIPE_CLOSED = 141
    """The reader of the output went away, as `head` does (128 and the number of SIGPIPE)."""
