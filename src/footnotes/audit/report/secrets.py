"""Passwords in addresses: what a paper let slip is not printed again."""

import re

from attrs import evolve

from footnotes.model import Audit, LinkCheck, LinkFinding

_PASSWORD = re.compile(r"(?<=://)([^/@\s:]*):[^/@\s]*@")


def hide_passwords(audit: Audit) -> Audit:
    """The audit with "…" for each password in an address ("http://user:word@host/").

    The JSON keeps them, since it is read again to find the entries of a library.
    """
    return evolve(audit, findings=tuple(map(_hide_in_finding, audit.findings)))


def _hide_in_finding(finding: LinkFinding) -> LinkFinding:
    look = finding.look
    addresses = (finding.link.url, *(hop.url for hop in look.chain)) if look else (finding.link.url,)
    if not any(_PASSWORD.search(address) for address in addresses):
        return finding
    return evolve(
        finding,
        link=evolve(finding.link, url=_hide(finding.link.url)),
        reason=_hide(finding.reason),
        look=_hide_in_look(look) if look else None,
    )


def _hide_in_look(look: LinkCheck) -> LinkCheck:
    return evolve(
        look,
        url=_hide(look.url),
        final_url=None if look.final_url is None else _hide(look.final_url),
        chain=tuple(evolve(hop, url=_hide(hop.url)) for hop in look.chain),
        detail=_hide(look.detail),
    )


def _hide(text: str) -> str:
    return _PASSWORD.sub(r"\1:…@", text)
