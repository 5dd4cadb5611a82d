"""The traditions of writing notes, and which one a document follows."""

from collections import Counter
from collections.abc import Sequence

from attrs import frozen

from footnotes.model import Cite, CiteForm
from footnotes.text.fold import fold_marks

_ENOUGH = 2
"""How many cites in a tradition's own words tell that a document follows it."""


@frozen
class Profile:
    """A tradition, and what is particular about its back-references (section 1.3)."""

    title: str
    ibid_means_all: bool = False
    """Whether a bare Ibid. after a note of several sources means all of them."""
    words: tuple[str, ...] = ()
    """Beginnings of back-references, folded, that no other tradition has."""


PROFILES: dict[str, Profile] = {
    "general": Profile("no tradition in particular"),
    "chicago": Profile("The Chicago Manual of Style"),
    "mhra": Profile("MHRA Style Guide"),
    # "If that note has several citations, ibid means all of them" (OSCOLA 1.2.1).
    "oscola": Profile("OSCOLA", ibid_means_all=True),
    "bluebook": Profile("The Bluebook", words=("id. at",)),
    "abnt": Profile("ABNT NBR 10520"),
    "gost": Profile("GOST R 7.0.5", words=("там же", "указ. соч", "цит. соч")),
    "de": Profile("German notes", words=("ebd", "ebenda", "a.a.o")),
    "it": Profile("Italian notes", words=("ivi,",)),
    # "Tamże" is the whole of the note before (a Polish guide: specification of the notes, section 2.3).
    "pl": Profile("Polish notes", ibid_means_all=True, words=("tamze", "tenze", "dz. cyt")),
    "tr": Profile("Turkish notes", words=("a.g.e", "a.g.m", "a.g.t", "a.g.y", "a.e.", "a.y.")),
}
"""The traditions by the name that `--profile` takes; `general` is what nothing tells."""


def guess_profile(cites: Sequence[Cite]) -> str:
    """The name of the tradition whose own words `cites` are written in, or `general`.

    OSCOLA is told by its form: `Smith (n 4) 15`, with Ibid. in lower case and without a comma.
    """
    counts: Counter[str] = Counter()
    for cite in cites:
        if cite.form in {CiteForm.FULL, CiteForm.SHORT_AUTHOR_PAGE}:
            continue
        text = fold_marks(cite.text)
        counts.update(
            name
            for name, profile in PROFILES.items()
            if any(text.startswith(word) or f" {word}" in text for word in profile.words)
        )
        counts["oscola"] += cite.form is CiteForm.NOTE_REF and "(n " in cite.text
    name, count = max(counts.items(), key=lambda one: one[1], default=("general", 0))
    return name if count >= _ENOUGH else "general"
