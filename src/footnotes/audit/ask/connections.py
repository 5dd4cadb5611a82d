"""Connections that look where they lead before they are made, and that end in time."""

import socket
from collections.abc import Callable, Sequence
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError
from urllib3.util.connection import create_connection

from footnotes.audit.ask.deadlines import DeadlineWatch

FindAddresses = Callable[[str, int], Sequence[str]]
"""The addresses of a host that may be asked; raises gaierror where there are none, PrivateAddressError."""


class PrivateAddressError(Exception):
    """A host lies in a private network."""


class GuardedAdapter(HTTPAdapter):
    """An adapter whose connections go to the addresses that `find_addresses` gives and nowhere else.

    A proxy is connected to without: it is the user's own choice, and the addresses are its business.
    """

    def __init__(self, find_addresses: FindAddresses, watch: DeadlineWatch, connections: int) -> None:
        super().__init__(pool_connections=connections, pool_maxsize=connections, max_retries=0)
        if HTTPConnectionPool.ConnectionCls is HTTPConnection:
            # Not so where the network is played back from a recording: there is nothing to guard then.
            self.poolmanager.pool_classes_by_scheme = _make_pools(find_addresses, watch)


def _make_pools(find_addresses: FindAddresses, watch: DeadlineWatch) -> dict[str, Any]:
    """Classes of pools by scheme: urllib3 has no other place to say how a connection is made."""

    class Guard(HTTPConnection):
        """What connections of both schemes do before and after the request is sent."""

        def _new_conn(self) -> socket.socket:
            return _connect(self, find_addresses)

        def getresponse(self) -> Any:
            with watch.watch(self.sock):
                return super().getresponse()

    class GuardedConnection(Guard):
        """HTTP to an address that was looked at."""

    class GuardedTLSConnection(Guard, HTTPSConnection):
        """HTTP over TLS to an address that was looked at; the certificate must be that of the host."""

    class GuardedPool(HTTPConnectionPool):
        """A pool of those."""

        ConnectionCls = GuardedConnection

    class GuardedTLSPool(HTTPSConnectionPool):
        """A pool of those over TLS."""

        ConnectionCls = GuardedTLSConnection

    return {"http": GuardedPool, "https": GuardedTLSPool}


def _connect(connection: HTTPConnection, find_addresses: FindAddresses) -> socket.socket:
    """A socket to the first of the host's addresses that answers; errors are those of urllib3."""
    failure: OSError | None = None
    try:
        addresses = find_addresses(connection.host, connection.port)
    except socket.gaierror as error:
        raise NameResolutionError(connection.host, connection, error) from error
    for address in addresses:
        try:
            return create_connection(
                (address, connection.port),
                connection.timeout,
                source_address=connection.source_address,
                socket_options=connection.socket_options,
            )
        except OSError as error:
            failure = error
    if isinstance(failure, TimeoutError):
        raise ConnectTimeoutError(connection, "the connection took too long") from failure
    raise NewConnectionError(connection, str(failure)) from failure
