"""`footnotes cites`: each cite, what it says and what it means."""

import json
from collections.abc import Callable, Iterator

import click

from footnotes.cli.doubts import list_bare_notes, list_warnings, tell_reasons
from footnotes.cli.exits import ExitCode
from footnotes.cli.labels import CiteLabels, count_cites, label_cites
from footnotes.cli.messages import say
from footnotes.cli.outputs import write_text
from footnotes.cli.papers import profile_option, read_paper
from footnotes.cli.wording import describe_cite, describe_locator
from footnotes.formats import GRAPHS, apparatus_to_citations, apparatus_to_json, make_graph
from footnotes.model import Apparatus, Cite, CiteForm, Confidence, LocatorSource, Resolution

_JSON: dict[str, Callable[[Apparatus], object]] = {"json": apparatus_to_json, "csl": apparatus_to_citations}


@click.command("cites", short_help="What each cite says, and which work it means.")
@click.argument("paper")
@click.option(
    "--format",
    "layout",
    type=click.Choice(["table", "json", "csl"]),
    default="table",
    help="How to print it.",
)
@click.option("--graph", type=click.Choice(["dot", "mermaid"]), help="Draw the chains, and print no table.")
@profile_option
def show_cites(paper: str, layout: str, graph: str | None, profile: str | None) -> ExitCode:
    """Show each cite of PAPER: its form, what its words say, and which work it means.

    An arrow shows the way from a short form to the full citation: "liv → liii" says that the Ibid. of
    note liv means the work of note liii. A cite that shares its note has its place behind the label,
    as in "xi.2". The rule that found the work, and how sure that is, stand behind.

    The table shows of a URL only the host. The JSON has all of it, and the place of each part in the
    text; docs/json.md describes it. csl gives a CSL citation object for each note.

    With --graph the chains are printed in the language of Graphviz (dot) or Mermaid: a box for each work
    that is cited more than once, an arrow from each cite to the one it points at, dashed where that is
    not sure.
    """
    if graph and layout != "table":
        raise click.UsageError(f"--graph and --format {layout} are two ways to print: choose one.")
    apparatus = read_paper(paper, profile)
    if apparatus is None:
        return ExitCode.FAILED
    for sentence in (*list_warnings(apparatus), *list_bare_notes(apparatus)):
        say(sentence)
    if graph:
        write_text(GRAPHS[graph](make_graph(apparatus, label_cites(apparatus).name)))
    elif layout in _JSON:
        write_text(json.dumps(_JSON[layout](apparatus), ensure_ascii=False, indent=2) + "\n")
    else:
        _print(apparatus)
    return ExitCode.DONE


def _print(apparatus: Apparatus) -> None:
    from footnotes.cli.tables import Column, print_table  # noqa: PLC0415 - only a table needs rich

    columns = (Column("Cite", 12), Column("Its words say"), Column("It means", 24), Column("Sure", 8))
    labels = label_cites(apparatus)
    title = (
        f"{apparatus.document.source}: {_count(count_cites(apparatus), 'cite')} in "
        f"{_count(len(apparatus.notes), 'note')}, {_count(len(apparatus.library), 'work')}"
    )
    pairs = zip(apparatus.cites, apparatus.resolutions, strict=True)
    print_table(title, columns, (_make_row(cite, resolution, labels) for cite, resolution in pairs))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s'[: number != 1]}"


def _make_row(cite: Cite, resolution: Resolution, labels: CiteLabels) -> tuple[str, ...]:
    name = f"{labels.name(cite.id)}\n{cite.form.value.replace('_', ' ')}"
    # A pointer to a page of the paper itself means no work, so that there is nothing to be sure of.
    is_page = cite.form is CiteForm.CROSS_REF and resolution.confidence is Confidence.NONE
    sure = "" if is_page else resolution.confidence.value
    if cite.confidence != "high":
        sure += f"\nread as {cite.confidence}"
    return name, describe_cite(cite), "\n".join(_tell_meaning(cite, resolution, labels)), sure


def _tell_meaning(cite: Cite, resolution: Resolution, labels: CiteLabels) -> Iterator[str]:
    is_pointer = cite.form is CiteForm.CROSS_REF
    yield "the paper itself" if is_pointer else resolution.reference or "unknown"
    if resolution.locator is not None:
        inherited = " (inherited)" if resolution.locator_source is LocatorSource.INHERITED else ""
        yield describe_locator(resolution.locator) + inherited
    if chain := labels.draw_chain(resolution):
        yield chain
    yield f"by {resolution.rule.replace('_', ' ')}"
    if resolution.candidates:
        yield "candidates: " + ", ".join(labels.name(one) for one in resolution.candidates)
    is_doubtful = resolution.confidence is not Confidence.HIGH and not is_pointer
    if is_doubtful and (reasons := tell_reasons(resolution)):
        yield f"because {'; '.join(reasons)}"
