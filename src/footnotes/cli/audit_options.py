"""The options of an audit, under the names that link checkers give them, and the settings they make."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import reduce
from typing import Any

import click

from footnotes.errors import FootnotesError

CONTACT = "FOOTNOTES_CONTACT"
"""The environment variable that holds an address at which the hosts can complain."""

_Command = Callable[..., Any]


class Duration(click.ParamType[timedelta]):
    """A time such as 3d, 12h or 1d12h."""

    name = "DURATION"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The time as a timedelta; fails with a sentence."""
        from footnotes.audit import parse_duration  # noqa: PLC0415 - only where one is given

        if isinstance(value, timedelta):
            return value
        try:
            return parse_duration(value)
        except FootnotesError as error:
            self.fail(str(error), param, ctx)


class Seconds(click.FloatRange):
    """A number of seconds up to a day, and no "nan", which is neither more nor less than any bound."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number; fails with a sentence."""
        number = super().convert(value, param, ctx)
        return number if number <= _DAY else self.fail(f"{value} is more than a day.", param, ctx)


class Threads(click.IntRange):
    """A number of requests at a time, each of which has a thread."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number; fails with a sentence."""
        number = super().convert(value, param, ctx)
        if number <= _MOST_THREADS:
            return number
        return self.fail(f"{value} is more than {_MOST_THREADS}, the most there can be.", param, ctx)


class HeaderText(click.ParamType[str]):
    """Words that can stand in a header field (RFC 9110, 5.5): Latin letters and signs, on one line."""

    name = "TEXT"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The words; fails with a sentence."""
        text = str(value).strip()
        if all(letter.isprintable() and ord(letter) < _LATIN for letter in text):
            return text
        return self.fail(f"{value!r} cannot be sent: only Latin letters and signs on one line.", param, ctx)


_LATIN = 0x100
_DAY = 86_400
_MOST_THREADS = 512
_POSITIVE = click.IntRange(min=1)
_THREADS = Threads(min=1)
_SECONDS = Seconds(min=0)

_OPTIONS = (
    click.option(
        "--max-concurrency", type=_THREADS, default=32, show_default=True, help="Requests at a time."
    ),
    click.option(
        "--host-concurrency", type=_POSITIVE, default=2, show_default=True, help="Of these, at one host."
    ),
    click.option(
        "--host-request-interval",
        type=_SECONDS,
        default=0.5,
        show_default=True,
        metavar="SECONDS",
        help="Between the starts of two requests to one host.",
    ),
    click.option(
        "--timeout",
        type=Seconds(min=0.1),
        default=20,
        show_default=True,
        metavar="SECONDS",
        help="To connect, and between two pieces of an answer.",
    ),
    click.option(
        "--max-time",
        type=Seconds(min=0.1),
        default=60,
        show_default=True,
        metavar="SECONDS",
        help="For all of one answer.",
    ),
    click.option(
        "--max-size", type=_POSITIVE, default=5_000_000, show_default=True, metavar="BYTES", help="Of one."
    ),
    click.option(
        "--max-redirects", type=click.IntRange(min=0), default=10, show_default=True, help="To follow."
    ),
    click.option(
        "--max-retries",
        type=click.IntRange(min=0),
        default=2,
        show_default=True,
        help="After a failure that may pass.",
    ),
    click.option(
        "--retry-wait-time",
        type=_SECONDS,
        default=1,
        show_default=True,
        metavar="SECONDS",
        help="Before the first of these; it doubles.",
    ),
    click.option("--no-probes", is_flag=True, help="Do not ask for addresses that cannot exist."),
    click.option("--allow-private", is_flag=True, help="Ask hosts in private networks, too."),
    click.option(
        "--contact",
        type=HeaderText(),
        envvar=CONTACT,
        metavar="ADDRESS",
        help=f"Whom a host can complain to, for the User-Agent; also {CONTACT}.",
    ),
    click.option("--user-agent", type=HeaderText(), metavar="TEXT", help="The whole User-Agent."),
    click.option("--max-age", type=Duration(), help="Reuse what the journal knows, if younger than this."),
)


_CONFIRMATION_OPTIONS = (
    click.option(
        "--confirm",
        "times",
        type=_POSITIVE,
        metavar="N",
        help="Call a page dead after N audits only, or a page that fails.",
    ),
    click.option("--over", type=Duration(), help="With --confirm: the least time between first and last."),
)


def confirmation_options(command: _Command) -> _Command:
    """Give a command the options of `make_confirmation`."""
    return reduce(lambda inner, option: option(inner), reversed(_CONFIRMATION_OPTIONS), command)


def settings_options(command: _Command) -> _Command:
    """Give a command the options of `make_settings`."""
    return reduce(lambda inner, option: option(inner), reversed(_OPTIONS), command)


def make_settings(options: Mapping[str, Any], confirmation: Any) -> Any:
    """The settings of an audit from the options of the command line."""
    from footnotes.audit import Settings  # noqa: PLC0415 - `--help` needs none of it

    rest = dict(options)
    return Settings(probes=not rest.pop("no_probes"), confirmation=confirmation, **rest)


def make_confirmation(times: int | None, over: timedelta | None) -> Any:
    """What is asked for before a page is called dead, or None; raises UsageError."""
    from footnotes.audit import Confirmation  # noqa: PLC0415 - as above

    if times is None and over is not None:
        raise click.UsageError("--over says how long --confirm takes: give --confirm as well.")
    return Confirmation(times, over or timedelta()) if times else None
