"""What has been read of a cite so far: each part adds what it states, at its place."""

from collections.abc import Sequence

from attrs import define, field

from footnotes.model import AnyDate, Date
from footnotes.parse.archives import Piece, holds_documents, is_town
from footnotes.parse.containers import find_medium
from footnotes.parse.dates import Access
from footnotes.parse.forms import match_form
from footnotes.parse.identifiers import read_doi
from footnotes.parse.imprint_fields import Imprint, ImprintField
from footnotes.parse.landmarks import Landmarks, Stretch
from footnotes.parse.letters import FoundLetter
from footnotes.parse.locators import FoundLocator
from footnotes.parse.multivolume import names_volume, state_whole
from footnotes.parse.names import FoundName, read_names, shift_name
from footnotes.parse.occasions import enter_volume
from footnotes.parse.parts import Part
from footnotes.parse.periods import take_period
from footnotes.parse.prose import is_prose
from footnotes.parse.reporters import FoundReporter
from footnotes.parse.role_words import strip_role
from footnotes.parse.roles import FoundRole, could_turn
from footnotes.parse.titles import FoundTitle, read_title
from footnotes.parse.volumes import FoundVolume


@define
class Draft:
    """A cite being read; `take` adds a part and says whether it belongs to the cite."""

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
        """State the names of a role, each with its place; of two roles where the same persons have both."""
        for variable in role.split():
            if names and variable not in self.variables:
                self.variables[variable] = tuple(one.name for one in names)
                self.places += [(variable, one.start, one.end) for one in names]

    def state_letter(self, letter: FoundLetter) -> None:
        """State who wrote to whom."""
        self.state_names("author", letter.author)
        self.state_names("recipient", letter.recipient)

    def take(self, part: Part) -> bool:
        """Add `part`; False if it is prose or a remark, and the cite ends before it."""
        if not (self._take_source(part) or self._take_number(part) or self._take_words(part)):
            return False
        self.kinds.add(part.kind)
        self.end = part.end
        return True

    def _take_source(self, part: Part) -> bool:
        """What says where and when a work is to be found."""
        start, end = part.start, part.end
        match part:
            case Part("access", value=Access() as access):
                self.state("accessed", access.date, access.date_start, access.date_end)
            case Part("url", value=str() as url):
                self.state("url", url, start, end)
                self.state("doi", read_doi(url), end - len(read_doi(url) or ""), end)
            case Part("doi", value=str() as doi):
                self.state("doi", doi, start, end)
            case Part("date" | "year", value=Date() as date):
                self.loose += not self._state_date(date, start, end)
            case Part("imprint" | "original" | "series", value=Imprint() as imprint):
                self._take_fields(imprint)
            case _:
                return False
        return True

    def _take_number(self, part: Part) -> bool:
        """What says which volume, edition or page of it."""
        match part:
            case Part("edition" | "thesis" | "volume_title", value=ImprintField() as one):
                self.state(one.variable, one.value, one.start, one.end)
            case Part("reporter", value=FoundReporter() as reporter):
                self._take_reporter(reporter)
            case Part("volumes", value=str() as number):
                self.state("number_of_volumes", number, part.start, part.end)
            case Part("period"):
                self.loose += not take_period(self, part.start, part.end)
            case Part("volume", value=FoundVolume() as volume):
                self._take_volume(volume)
            case Part("locator" | "here", value=FoundLocator() as found):
                self.locators.append((found, part.kind == "here"))
            case _:
                return False
        return True

    def _take_words(self, part: Part) -> bool:
        """What says who else made it, and in what it stands."""
        match part:
            case Part("role", value=FoundRole() as role):
                self._take_role(role)
                self.loose += not role.certain or self._could_turn(part.start, role)
            case Part("quoted" | "emphasised"):
                self._take_marked(part)
            case Part("plain"):
                return self._take_plain(part)
            case Part("in"):
                enter_volume(self, part.end)
            case Part("whole"):
                self.whole_at = part.end
            case Part("medium" | "reprint" | "responsible"):
                pass
            case Part("remark"):
                return self._names_town(part)
            case _:
                return False
        return True

    def take_title(self, title: FoundTitle) -> None:
        """State the title."""
        self.state("title", title.text, title.start, title.end)
        self.marks["title"] = title.mark
        self.end = max(self.end, title.outer_end)

    def read_text(self, variable: str) -> str:
        """The text of `variable`, empty if it is not stated."""
        value = self.variables.get(variable)
        return value if isinstance(value, str) else ""

    def _take_role(self, role: FoundRole) -> None:
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

    def _could_turn(self, start: int, role: FoundRole) -> bool:
        """Whether `in Global Salt, ed. John Miller` may have been meant the other way round."""
        begin, end = self.plains[-1] if self.plains and "in" in self.kinds else (0, 0)
        behind = Stretch(self.landmarks, start, len(self.landmarks.text))
        beside = self.landmarks.text[end:start] == ", "
        return beside and could_turn(behind, role, self.landmarks.text[begin:end])

    def _names_town(self, part: Part) -> bool:
        """Whether a bracket tells a newspaper or archive from its namesakes: `*The Times* (London)`."""
        town = self.landmarks.text[part.start + 1 : part.end - 1]
        if not is_town(town):
            return False
        start, end = self.plains[-1] if self.plains else (0, 0)
        beside = not self.landmarks.text[end : part.start].strip()
        if beside and holds_documents(self.landmarks.text[start:end]):
            self.plains[-1] = (start, part.end)
            return True
        last = self.places[-1]
        between = self.landmarks.text[last[2] : part.start].strip("*_ ")
        marked = last[0] == "container_title" and self.marks.get("container") == "emphasised"
        named = beside and find_medium(self.landmarks.text[start:end]) is not None
        return named or (marked and not between)

    def _take_fields(self, imprint: Imprint) -> None:
        """What an imprint states; the year of a first edition may stand before it in brackets."""
        stated = {one.variable for one in imprint.fields}
        placed = stated & {"publisher", "publisher_place"} and "issued" in stated
        if placed and self.only_dated and "original_date" not in self.variables:
            self.rename("issued", "original_date")
        self.only_dated = stated == {"issued"} and "issued" not in self.variables
        if imprint.role is not None:
            self._take_role(imprint.role)
        for one in imprint.fields:
            if one.variable == "issued":
                self._state_date(one.value, one.start, one.end)
            else:
                self.state(one.variable, one.value, one.start, one.end)

    def _take_reporter(self, reporter: FoundReporter) -> None:
        for one in reporter.fields:
            self.state(one.variable, one.value, one.start, one.end)
        self.kinds.add("volume")
        if "issued" not in self.variables and "original_date" in self.variables:
            # "[1992] CLJ 1": the year in square brackets finds the volume.
            self.rename("original_date", "issued")
        if reporter.pin is not None:
            self.locators.append((reporter.pin, True))

    def _state_date(self, date: AnyDate | str, start: int, end: int) -> bool:
        """State when the work came out, and tell whether that was not known yet.

        A date before "in" is that of a letter or a speech, and the volume has its own (Chicago).
        """
        if "in" in self.kinds and self.dated_alone:
            self.dated_alone = False
            if "original_date" not in self.variables:
                self.rename("issued", "original_date")
        return self.state("issued", date, start, end)

    def _take_volume(self, found: FoundVolume) -> None:
        if found.volume:
            self.state("volume", *found.volume)
        if found.issue:
            self.state("issue", *found.issue)
        if found.bare:
            self.state("issue" if "volume" in self.variables else "volume", *found.bare)

    def _take_marked(self, part: Part) -> None:
        title = read_title(self.landmarks.text, part.kind, part.start, part.end)
        if part.start == self.whole_at:
            state_whole(self, title.text, title.start, title.end)
            return
        if names_volume(self, title.start) and self.state(
            "volume_title", title.text, title.start, title.end
        ):
            return
        if self.state("container_title", title.text, title.start, title.end):
            self.marks["container"] = part.kind
        else:
            self.loose += 1

    def _take_plain(self, part: Part) -> bool:
        """Words that nothing sets off: editors before the title of a volume, a container, or prose."""
        text = self.landmarks.text[part.start : part.end]
        joined = self.landmarks.text[self.end : part.start] == " "
        if joined and text[:1].islower() and " " in text:
            # "See Campbell, *Songs of Zion* for a discussion of ...": the sentence goes on.
            return False
        names, role = strip_role(text)
        if match_form(text, 0, len(text)):
            # "in ibid., 1-7": the volume is that of the cite before, and its title is not printed here.
            self.shares_container = "in" in self.kinds
            self.loose += not self.shares_container
            return True
        if role:
            self.state_names(role, [shift_name(name, part.start) for name in read_names(names)])
        elif is_prose(text) or self.kinds & {"url", "access", "imprint"}:
            return False
        else:
            self.plains.append((part.start, part.end))
        return True
