"""`footnotes format`: a library or the notes of a paper in a citation style."""

from pathlib import Path

import click
from attrs import evolve

import footnotes
from footnotes.cli.exits import ExitCode
from footnotes.cli.formatting_progress import show_steps
from footnotes.cli.messages import say
from footnotes.cli.outputs import STREAM, Target, plan_target, tell_instead, write_paper
from footnotes.cli.papers import profile_option, read_paper
from footnotes.errors import FormatError, InputError, UnknownStyleError
from footnotes.formats import detect_format

DEFAULT_STYLE = "chicago-notes-bibliography"
_PAPERS = {".txt", ".md", ".markdown", ""}
_LAYOUTS = {".md": "markdown", ".markdown": "markdown", ".htm": "html", ".html": "html"}
"""What the suffix of the new file says where nothing else is asked for; all else is text."""


@click.command("format", short_help="A bibliography, and the notes of a paper, in a citation style.")
@click.argument("source", metavar="LIBRARY|PAPER")
@click.option(
    "--style",
    default=DEFAULT_STYLE,
    show_default=True,
    metavar="NAME|FILE",
    help="The name of a CSL style, or a .csl file.",
)
@click.option(
    "--locale", metavar="CODE", help="The language of terms and dates, as tr-TR; else the style's."
)
@click.option(
    "--engine", type=click.Choice(["pandoc", "citeproc-py"]), help="The processor; else the best."
)
@click.option(
    "--output",
    "layout",
    type=click.Choice(["text", "markdown", "html"]),
    help="How to print it; else as the suffix of FILE says, or as text.",
)
@click.option("-o", "path", default=STREAM, metavar="FILE", help='The new file; "-" is standard output.')
@profile_option
def format_source(  # noqa: PLR0913, PLR0917 - an argument for each option
    source: str,
    style: str,
    locale: str | None,
    engine: str | None,
    layout: str | None,
    path: str,
    profile: str | None,
) -> ExitCode:
    """Format a LIBRARY as a bibliography, or a PAPER as its notes and a bibliography.

    A file that ends as a library does (.bib, .json ...) is one; all else is a paper. Its notes are written
    again by the style, with Ibid. and short forms where it wants them; signals stand before the cites,
    comments behind. A note that cites a work that is not known stays as it was printed, and is named.

    pandoc formats most accurately and is taken if it is installed (pip install 'footnotes[pandoc]');
    citeproc-py is always there. docs/styles.md shows what each gets right. A name that is no longer in use
    leads to the style of today.
    """
    printed = layout or _LAYOUTS.get(Path(path).suffix.lower(), "text")
    target = Target(STREAM, "") if path == STREAM else plan_target(path, printed, (source, style))
    chosen = {"style": style, "locale": locale, "output": printed, "engine": engine}
    try:
        formatted = _format_source(source, chosen, profile)
    except UnknownStyleError as error:
        raise click.UsageError(str(error)) from error
    if formatted is None:
        return ExitCode.FAILED
    for remark in formatted.remarks:
        say(remark)
    say(f"Formatted by {formatted.engine} in the style {formatted.style} ({formatted.locale}).")
    write_paper(footnotes.print_formatted(formatted, printed), target)
    if target.path != STREAM:
        say(f"{target.path}: {_tell_parts(formatted)} written{tell_instead(target)}.")
    return ExitCode.DONE


def _format_source(
    source: str, chosen: dict[str, str | None], profile: str | None
) -> footnotes.Formatted | None:
    return (
        _format_library(source, chosen) if _is_library(source) else _format_paper(source, chosen, profile)
    )


def _tell_parts(formatted: footnotes.Formatted) -> str:
    if not formatted.notes:
        return "the bibliography is"
    return "the notes and the bibliography are" if formatted.entries else "the notes are"


def _is_library(source: str) -> bool:
    if source == STREAM or Path(source).suffix.lower() in _PAPERS:
        return False
    try:
        detect_format(source)
    except FormatError:
        return False
    return True


def _format_library(source: str, chosen: dict[str, str | None]) -> footnotes.Formatted:
    library = footnotes.load_library(source)
    for problem in library.problems:
        say(f"{source}: {problem.message}")
    if not library.references:
        raise InputError(f"{source}: no works were found in it, so nothing was formatted.")
    with show_steps(len(library)) as tick:
        return footnotes.format_bibliography(library, tick=tick, **chosen)  # type: ignore[arg-type]  # style is given


def _format_paper(
    source: str, chosen: dict[str, str | None], profile: str | None
) -> footnotes.Formatted | None:
    apparatus = read_paper(source, profile)
    if apparatus is None:
        return None
    with show_steps(len(apparatus.notes) + len(apparatus.library)) as tick:
        notes = footnotes.format_notes(apparatus, tick=tick, **chosen)  # type: ignore[arg-type]  # as above
        if not notes.has_bibliography:
            return notes
        works = footnotes.format_bibliography(apparatus.library, tick=tick, **chosen)  # type: ignore[arg-type]  # as above
    return evolve(notes, entries=works.entries, remarks=tuple(dict.fromkeys(notes.remarks + works.remarks)))
