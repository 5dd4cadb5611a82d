"""The tree of exceptions: misuse and unreadable input, never a hard note.

    FootnotesError
    ├── InputError         a file cannot be read as what it should be
    │   ├── NoNotesError   it was read, and holds no notes
    │   └── TooLargeError  it is over the limit, which is named
    ├── FormatError        no such format, or the format cannot be told
    ├── ProfileError       no such tradition of writing notes
    ├── KeyPatternError    a pattern of citation keys cannot be read
    ├── UnknownRuleError   no check has such a code or name
    ├── ArchiveError       no archive to ask has such a name
    ├── JournalError       the journal of audits cannot be used
    ├── DurationError      a length of time cannot be read
    ├── StyleError         a citation style cannot be read or fails; the message names it and the cause
    │   └── UnknownStyleError  no citation style has such a name
    ├── EngineError        no such citation processor, or it is not installed or fails
    └── LossError          a dialect cannot hold what it was given (strict)

What is merely hard to read is a value (`Problem`, a cite of form unknown), not an exception.
"""


class FootnotesError(Exception):
    """The root: catching it catches all that this package raises on purpose."""


class InputError(FootnotesError):
    """A file cannot be read; its message is one sentence naming file and cause."""


class NoNotesError(InputError):
    """The file was read and holds no notes: try another file, not another option."""


class TooLargeError(InputError):
    """The file is over the size limit: split it, or read the part with the notes."""


class FormatError(FootnotesError):
    """No such format, or none can be told from the name: say which with --to or --from."""


class ProfileError(FootnotesError):
    """No such tradition of writing notes: the message names those that there are."""


class KeyPatternError(FootnotesError):
    """A pattern of citation keys cannot be read: the message names the column and what is wrong there."""


class LossError(FootnotesError):
    """The dialect has no place for part of the library; `losses` lists what."""

    def __init__(self, message: str, losses: tuple[object, ...] = ()) -> None:
        super().__init__(message)
        self.losses = losses


class UnknownRuleError(FootnotesError):
    """No check has such a code or name: the message names the nearest."""


class ArchiveError(FootnotesError):
    """No archive to ask has such a name: the message names those that there are and the nearest."""


class JournalError(FootnotesError):
    """The journal of audits cannot be used; the message names the file, and the cause in one sentence."""


class DurationError(FootnotesError):
    """A length of time cannot be read: the message shows how to write one."""


class StyleError(FootnotesError):
    """No such citation style, or it cannot be read or used: the message names the style and the cause."""


class UnknownStyleError(StyleError):
    """No citation style has such a name: the message names the nearest."""


class EngineError(FootnotesError):
    """No such citation processor, or it is not installed, or it failed: the message says which."""
