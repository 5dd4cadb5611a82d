"""`footnotes notes`: the notes of a paper as found, and its markers."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator

import click

from footnotes.cli.doubts import list_uncalled, list_warnings
from footnotes.cli.exits import ExitCode
from footnotes.cli.labels import label_note
from footnotes.cli.messages import say
from footnotes.cli.outputs import write_text
from footnotes.cli.papers import read_paper
from footnotes.formats import list_repairs, notes_to_json
from footnotes.model import Apparatus, Note


@click.command("notes", short_help="The notes as found, and the markers that call them.")
@click.argument("paper")
@click.option(
    "--format", "layout", type=click.Choice(["table", "json"]), default="table", help="How to print it."
)
def show_notes(paper: str, layout: str) -> ExitCode:
    """Show the notes of PAPER as found, and the markers that call them.

    For each note: its true number in the series, its label and its marker as printed, its text with
    line and page breaks mended, and what else was repaired. A label or marker that was misread
    stands as it was printed beside the true one.
    """
    apparatus = read_paper(paper)
    if apparatus is None:
        return ExitCode.FAILED
    for sentence in (*list_warnings(apparatus), *list_uncalled(apparatus)):
        say(sentence)
    if layout == "json":
        write_text(json.dumps(notes_to_json(apparatus), ensure_ascii=False, indent=2) + "\n")
    else:
        _print(apparatus)
    return ExitCode.DONE


def _print(apparatus: Apparatus) -> None:
    from footnotes.cli.tables import Column, print_table  # noqa: PLC0415 - only a table needs rich

    columns = (
        Column("Note", 16),
        Column("Label", 16),
        Column("Marker", 16),
        Column("Text"),
        Column("Repaired", 14),
    )
    print_table(_count(apparatus), columns, _list_rows(apparatus))


def _count(apparatus: Apparatus) -> str:
    notes = Counter(note.kind.value for note in apparatus.notes)
    found = ", ".join(f"{number} {kind}{'s'[: number != 1]}" for kind, number in notes.items())
    markers = len(apparatus.markers)
    return f"{apparatus.document.source}: {found}, {markers} marker{'s'[: markers != 1]}"


def _list_rows(apparatus: Apparatus) -> Iterator[tuple[str, ...]]:
    calls: dict[int, list[str]] = defaultdict(list)
    for marker in apparatus.markers:
        calls[marker.number].append(marker.printed)
    for note in apparatus.notes:
        repairs = _name_repairs(note, apparatus)
        yield (
            label_note(note),
            note.printed_label,
            ", ".join(calls.pop(note.number, ["none"])),
            note.text,
            repairs,
        )
    labels = _label_calls(apparatus)
    for number, printed in calls.items():
        label = labels.get(number, str(number))
        yield label, "none", ", ".join(printed), "The text calls this note, and it is not there.", ""


def _label_calls(apparatus: Apparatus) -> dict[int, str]:
    """The labels of notes by the markers that call them, but for markers that were misread."""
    misread = {problem.span for problem in apparatus.problems if problem.code == "marker-misread"}
    return {marker.number: marker.printed for marker in apparatus.markers if marker.span not in misread}


def _name_repairs(note: Note, apparatus: Apparatus) -> str:
    codes = Counter(problem.code for problem in list_repairs(note, apparatus.problems))
    return "\n".join(
        code.replace("-", " ") + (f" ×{number}" if number > 1 else "") for code, number in codes.items()
    )
