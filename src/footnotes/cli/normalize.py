"""`footnotes normalize`: the notes written out."""

from collections.abc import Iterator

import click

import footnotes
from footnotes.cli.diffs import print_diff
from footnotes.cli.doubts import list_warnings
from footnotes.cli.exits import ExitCode
from footnotes.cli.labels import label_cites
from footnotes.cli.messages import say
from footnotes.cli.outputs import STREAM, plan_target, tell_instead, write_paper
from footnotes.cli.papers import profile_option, read_paper

_LONGEST = 60
"""How many characters of a cite are quoted."""
_FORMS = {
    "short": "short forms",
    "full": "full citations",
    "ibid": "Ibid. where it may stand, and short forms",
    "key": "citation keys",
}


@click.command("normalize", short_help="The notes with every back-reference written out.")
@click.argument("paper")
@click.option(
    "--as", "form", type=click.Choice([*_FORMS]), default="short", help="What back-references become."
)
@click.option("-o", "--output", metavar="FILE", help='The paper written out; "-" is standard output.')
@click.option(
    "--min-confidence",
    "least",
    type=click.Choice(["high", "medium", "low"]),
    default="high",
    show_default=True,
    help="Leave back-references that are less sure as they are printed.",
)
@click.option("--repeats", is_flag=True, help="Write repeated full citations in that form too.")
@profile_option
def normalize_paper(  # noqa: PLR0913 - click hands over an argument for each option
    paper: str, form: str, output: str | None, least: str, profile: str | None, *, repeats: bool
) -> ExitCode:
    """Write out what each Ibid., op. cit. and short form in the notes of PAPER stands for.

    As "short" they become Author, *Short Title*, 124; as "full" the full citation with their own page; as
    "ibid" an Ibid. wherever a style allows it, and a short form where it does not; as "key" a citation
    key for pandoc, [@key, p. 124]. Nothing else changes: full citations, signals, commentary and the
    body stay to the letter. The words are those of the paper, its titles are marked as it marks them.

    Without -o the changes are shown, old words and new. A back-reference stays as it is printed, and
    is named on standard error, if its work is unknown or not sure, if the words for it are not sure, or
    if they would not be read again as the same work at the same place.
    """
    target = plan_target(output, "text", [paper]) if output else None
    apparatus = read_paper(paper, profile)
    if apparatus is None:
        return ExitCode.FAILED
    rewriting = footnotes.normalize_apparatus(
        apparatus, form, min_confidence=least, repeats=repeats, profile=profile
    )
    if target is None:
        print_diff(apparatus, rewriting)
    else:
        write_paper(rewriting.text, target)
    for sentence in (*list_warnings(apparatus), *_list_left(apparatus, rewriting)):
        say(sentence)
    written = target.path if target is not None and target.path != STREAM else apparatus.document.source
    if target is not None and target.is_replacing:
        say(f"{target.path}: the paper is written{tell_instead(target)}.")
    say(f"{written}: {_sum_up(rewriting)}.")
    return ExitCode.DONE


def _list_left(apparatus: footnotes.Apparatus, rewriting: footnotes.Rewriting) -> Iterator[str]:
    """A sentence for each back-reference that was left alone."""
    labels = label_cites(apparatus)
    texts = {cite.id: " ".join(cite.text.split()) for cite in apparatus.cites}
    for left in rewriting.left:
        words = texts[left.cite]
        words = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
        name = f"{apparatus.document.source}: note {labels.name(left.cite)}"
        yield f"{name}: “{words}”: left as printed, because {left.reason}."


def _sum_up(rewriting: footnotes.Rewriting) -> str:
    written, kept, left = len(rewriting.edits), len(rewriting.kept), len(rewriting.left)
    total = written + kept + left
    if not total:
        return "there are no back-references"
    references = "back-reference" if total == 1 else "back-references"
    parts = [f"{written} of {total} {references} written out as {_FORMS[rewriting.form]}"]
    if kept:
        parts.append(f"{kept} printed so already")
    if left:
        parts.append(f"{left} left as printed")
    return "; ".join(parts)
