"""What words state in a draft: who else made a work, and in what it stands."""

from footnotes.parse.archives import holds_documents, is_town
from footnotes.parse.containers import find_medium
from footnotes.parse.draft import Draft
from footnotes.parse.forms import match_form
from footnotes.parse.landmarks import Stretch
from footnotes.parse.multivolume import names_volume, state_whole
from footnotes.parse.names.reading import read_all_names, shift_name
from footnotes.parse.occasions import enter_volume
from footnotes.parse.parts import Part
from footnotes.parse.prose import is_prose
from footnotes.parse.role_words import strip_role
from footnotes.parse.roles import FoundRole, could_turn
from footnotes.parse.titles import read_title


def take_words(draft: Draft, part: Part) -> bool:
    """What says who else made it, and in what it stands."""
    match part:
        case Part("role", value=FoundRole() as role):
            draft.state_role(role)
            draft.loose += not role.certain or _could_turn(draft, part.start, role)
        case Part("quoted" | "emphasised"):
            _take_marked(draft, part)
        case Part("plain"):
            return _take_plain(draft, part)
        case Part("in"):
            enter_volume(draft, part.end)
        case Part("whole"):
            draft.whole_at = part.end
        case Part("medium" | "reprint" | "responsible"):
            pass
        case Part("remark"):
            return _names_town(draft, part)
        case _:
            return False
    return True


def _could_turn(draft: Draft, start: int, role: FoundRole) -> bool:
    """Whether `in Global Salt, ed. John Miller` may have been meant the other way round."""
    begin, end = draft.plains[-1] if draft.plains and "in" in draft.kinds else (0, 0)
    behind = Stretch(draft.landmarks, start, len(draft.landmarks.text))
    beside = draft.landmarks.text[end:start] == ", "
    return beside and could_turn(behind, role, draft.landmarks.text[begin:end])


def _names_town(draft: Draft, part: Part) -> bool:
    """Whether a bracket tells a newspaper or archive from its namesakes: `*The Times* (London)`."""
    town = draft.landmarks.text[part.start + 1 : part.end - 1]
    if not is_town(town):
        return False
    start, end = draft.plains[-1] if draft.plains else (0, 0)
    beside = not draft.landmarks.text[end : part.start].strip()
    if beside and holds_documents(draft.landmarks.text[start:end]):
        draft.plains[-1] = (start, part.end)
        return True
    last = draft.places[-1]
    between = draft.landmarks.text[last[2] : part.start].strip("*_ ")
    marked = last[0] == "container_title" and draft.marks.get("container") == "emphasised"
    named = beside and find_medium(draft.landmarks.text[start:end]) is not None
    return named or (marked and not between)


def _take_marked(draft: Draft, part: Part) -> None:
    title = read_title(draft.landmarks.text, part.kind, part.start, part.end)
    if part.start == draft.whole_at:
        state_whole(draft, title.text, title.start, title.end)
        return
    if names_volume(draft, title.start) and draft.state("volume_title", title.text, title.start, title.end):
        return
    if draft.state("container_title", title.text, title.start, title.end):
        draft.marks["container"] = part.kind
    else:
        draft.loose += 1


def _take_plain(draft: Draft, part: Part) -> bool:
    """Words that nothing sets off: editors before the title of a volume, a container, or prose."""
    text = draft.landmarks.text[part.start : part.end]
    joined = draft.landmarks.text[draft.end : part.start] == " "
    if joined and text[:1].islower() and " " in text:
        # "See Campbell, *Songs of Zion* for a discussion of ...": the sentence goes on.
        return False
    names, role = strip_role(text)
    if match_form(text, 0, len(text)):
        # "in ibid., 1-7": the volume is that of the cite before, and its title is not printed here.
        draft.shares_container = "in" in draft.kinds
        draft.loose += not draft.shares_container
        return True
    if role:
        draft.state_names(role, [shift_name(name, part.start) for name in read_all_names(names)])
    elif is_prose(text) or draft.kinds & {"url", "access", "imprint"}:
        return False
    else:
        draft.plains.append((part.start, part.end))
    return True
