"""The certificates of the site: good ones by an authority of its own, and bad ones."""

import datetime as dt
import ssl
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import trustme

_EXPIRED = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


def make_contexts(
    addresses: Sequence[str], names: Sequence[str], bad: Mapping[str, str], authority: Path
) -> dict[str, ssl.SSLContext]:
    """A server's TLS settings by address; writes the certificate to be trusted to the file `authority`.

    `bad` says what is wrong at some of the addresses: "self-signed", "expired-certificate" or "wrong-name".
    """
    ours, foreign = trustme.CA(), trustme.CA()
    ours.cert_pem.write_to_path(str(authority))
    good = _make_context(ours.issue_cert(*addresses, *names))
    wrong: dict[str, Callable[[str], trustme.LeafCert]] = {
        "self-signed": foreign.issue_cert,
        "expired-certificate": lambda address: ours.issue_cert(
            address, not_before=_EXPIRED - dt.timedelta(days=90), not_after=_EXPIRED
        ),
        "wrong-name": lambda _: ours.issue_cert("somewhere-else.example"),
    }
    contexts = dict.fromkeys(addresses, good)
    for address, fault in bad.items():
        contexts[address] = _make_context(wrong[fault](address))
    return contexts


def _make_context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context
