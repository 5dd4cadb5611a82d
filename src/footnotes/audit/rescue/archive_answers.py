"""What archives answer when they do not answer the question: silence, which is never a no."""

from collections.abc import Mapping

from footnotes.audit.ask.answers import Answer, Fetch, FetchError
from footnotes.model import LinkStatus

_BUSY = {408, 425, 429}
_SERVER_ERRORS = 500
_LOCKS = ("AdministrativeAccessControl", "RobotAccessControl")
_ERROR_FIELD = "x-archive-wayback-runtime-error"


class ArchiveSilenceError(Exception):
    """The archive told nothing of the page; the message says in a few words what it did instead.

    `code` is that of its answer, `status` how none came. `is_failure` says that the archive is not well;
    False, that it did not take this question.
    """

    def __init__(
        self,
        message: str,
        *,
        code: int | None = None,
        status: LinkStatus | None = None,
        is_failure: bool = True,
    ) -> None:
        super().__init__(message)
        self.code, self.status, self.is_failure = code, status, is_failure


def ask_archive(
    url: str, fetch: Fetch, *, method: str = "GET", headers: Mapping[str, str] | None = None
) -> Answer:
    """The answer of an archive to one request.

    An answer with Memento-Datetime is a copy whatever its code: an archived 404, 429 or 503 looks like the
    archive's own but for that field (RFC 7089, 4.2.2). Without it a 429 or a 5xx is a failure of the
    archive. Raises ArchiveSilenceError for these, and where no answer comes.
    """
    try:
        answer = fetch(url, method=method, headers=headers)
    except FetchError as error:
        raise ArchiveSilenceError(str(error), status=error.status) from error
    if not is_memento(answer) and (answer.code in _BUSY or answer.code >= _SERVER_ERRORS):
        raise ArchiveSilenceError(f"the archive answered {answer.code}", code=answer.code)
    return answer


def is_memento(answer: Answer) -> bool:
    """Whether `answer` is an archived one."""
    return "memento-datetime" in answer.headers


def is_locked(answer: Answer) -> bool:
    """Whether the archive says that the owner of the site has shut it out: it will not show a copy."""
    said = answer.headers.get(_ERROR_FIELD, "") + answer.body[:2000].decode("utf-8", "replace")
    return answer.code == 403 and any(lock in said for lock in _LOCKS)  # noqa: PLR2004 - Forbidden
