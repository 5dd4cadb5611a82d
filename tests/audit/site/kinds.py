"""The gold rows: each kind of page with the verdict that is right for it."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from attrs import frozen

from footnotes.model import CitedLink, Date, LinkStatus, PartialDate, Verdict

TABLE = Path(__file__).parents[2] / "cases" / "audit" / "kinds.toml"


@frozen
class Kind:
    """One row of kinds.toml, which explains its columns.

    `rescue` is the time of the capture that should be offered (14 digits), "" for none, None where the row
    says nothing of it.
    """

    name: str
    verdicts: tuple[Verdict, ...]
    statuses: tuple[LinkStatus, ...]
    why: str
    address: str | None = None
    host: str | None = None
    scheme: str = "http"
    path: str = ""
    plain: str = ""
    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    accessed: str | None = None
    cited_copy: str | None = None
    cited_copy_status: LinkStatus | None = None
    fragment_found: bool | None = None
    rescue: str | None = None
    needs: frozenset[str] = frozenset()

    @property
    def place(self) -> str:
        """The path that the page is served at: without query and fragment."""
        return urlsplit(self.path).path

    def spell_url(self, ports: dict[str, int]) -> str:
        """The URL that is cited; `ports` are those of the site by scheme, which names hide."""
        if self.url is not None:
            return self.url
        return f"{self.scheme}://{self.host or f'{self.address}:{ports[self.scheme]}'}{self.path}"

    def make_link(self, ports: dict[str, int]) -> CitedLink:
        """The link as a plan would give it to the audit."""
        return CitedLink(
            url=self.spell_url(ports),
            accessed=_read_day(self.accessed) if self.accessed else None,
            titles=(self.title,) if self.title else (),
            authors=self.authors,
            cited_copy=self.cited_copy,
        )


@cache
def load_kinds() -> tuple[Kind, ...]:
    """All rows, in the order of the table."""
    return tuple(_read_row(row) for row in tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"])


def find_kind(name: str) -> Kind:
    """The row of that name."""
    return next(kind for kind in load_kinds() if kind.name == name)


def _read_row(row: dict[str, Any]) -> Kind:
    """A kind of its row; attrs refuses columns that it does not know."""
    made: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in row.items()
    }
    made["verdicts"] = tuple(map(Verdict, made.pop("verdict")))
    made["statuses"] = tuple(map(LinkStatus, made.pop("status")))
    made["needs"] = frozenset(made.get("needs", ()))
    if "cited_copy_status" in made:
        made["cited_copy_status"] = LinkStatus(made["cited_copy_status"])
    if length := made.pop("long", 0):
        # An address that nobody wants to read in the table.
        stem = f"{made['path']}?filter="
        made["path"] = stem + "ab" * ((length - len(stem)) // 2)
    return Kind(**made)


def _read_day(day: str) -> Date:
    return Date(PartialDate(*(int(part) for part in day.split("-"))))
