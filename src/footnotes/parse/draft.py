"""What has been read of a cite so far, each statement at its place."""

from collections.abc import Sequence

from attrs import define, field

from footnotes.model import AnyDate
from footnotes.parse.archives import Piece
from footnotes.parse.landmarks import Landmarks
from footnotes.parse.letters import FoundLetter
from footnotes.parse.locators import FoundLocator
from footnotes.parse.names.reading import OTHERS, FoundName
from footnotes.parse.roles import FoundRole
from footnotes.parse.titles import FoundTitle


@define
class Draft:
    """A cite being read; `take_part` adds a part and says whether it belongs to the cite."""

    landmarks: Landmarks
    end: int
    variables: dict[str, object] = field(factory=dict)
    places: list[tuple[str, int, int]] = field(factory=list)
    kinds: set[str] = field(factory=set)
    locators: list[tuple[FoundLocator, bool]] = field(factory=list)
    """Locators in order; True for a place cited after an extent ("here p. 3")."""
    marks: dict[str, str] = field(factory=dict)
    """How title and container are marked."""
    plains: list[Piece] = field(factory=list)
    """Stretches that nothing sets off, in order."""
    idem: str = ""
    """The word that stands for the author ("Idem"), if one does."""
    shares_container: bool = False
    """Whether it stands in the volume of the cite before ("in: ebd.")."""
    whole_at: int = -1
    """Where the name of the whole begins: behind `vol. 2 of` in `vol. 2 of Philosophical Papers`."""
    only_dated: bool = False
    """Whether the imprint before held a year and nothing else: `Middlemarch (1871–72)`."""
    dated_alone: bool = False
    """Whether only a date stands before "in": that of a letter or a speech that a volume prints."""
    loose: int = 0
    """How many stretches have no role."""

    def state(self, variable: str, value: object, start: int, end: int) -> bool:
        """State `variable` if it is not stated yet, and tell whether it was not."""
        if not value or variable in self.variables:
            return False
        self.variables[variable] = value
        self.places.append((variable, start, end))
        return True

    def rename(self, variable: str, becomes: str) -> None:
        """Let what was stated as `variable` be `becomes`, at its place."""
        self.variables[becomes] = self.variables.pop(variable)
        self.places = [(becomes if one[0] == variable else one[0], *one[1:]) for one in self.places]

    def state_names(self, role: str, names: Sequence[FoundName]) -> None:
        """State the names of a role, each person with a place; of two roles where the same have both."""
        for variable in role.split():
            if names and variable not in self.variables:
                self.variables[variable] = tuple(one.name for one in names)
                self.places += [(variable, one.start, one.end) for one in names if one.name != OTHERS]

    def state_letter(self, letter: FoundLetter) -> None:
        """State who wrote to whom."""
        self.state_names("author", letter.author)
        self.state_names("recipient", letter.recipient)

    def state_role(self, role: FoundRole) -> None:
        """Names with a role; none of their own where the authors are meant ("in: dies. (Hg.)")."""
        authors = self.variables.get("author")
        if role.joined and isinstance(authors, tuple):
            self.variables.setdefault(role.variable, (*authors, *(one.name for one in role.names)))
        elif role.names or not authors:
            self.loose += role.joined
            self.state_names(role.variable, role.names)
        else:
            for variable in role.variable.split():
                self.variables.setdefault(variable, authors)

    def state_date(self, date: AnyDate | str, start: int, end: int) -> bool:
        """State when the work came out, and tell whether that was not known yet.

        A date before "in" is that of a letter or a speech, and the volume has its own (Chicago).
        """
        if "in" in self.kinds and self.dated_alone:
            self.dated_alone = False
            if "original_date" not in self.variables:
                self.rename("issued", "original_date")
        return self.state("issued", date, start, end)

    def take_title(self, title: FoundTitle) -> None:
        """State the title."""
        self.state("title", title.text, title.start, title.end)
        self.marks["title"] = title.mark
        self.end = max(self.end, title.outer_end)

    def read_text(self, variable: str) -> str:
        """The text of `variable`, empty if it is not stated."""
        value = self.variables.get(variable)
        return value if isinstance(value, str) else ""
