"""How an audit goes about its work; the names are those that link checkers give their options."""

from datetime import timedelta
from typing import Any

from attrs import asdict, frozen

from footnotes.audit.judge.confirm import Confirmation


@frozen
class Settings:
    """The manners, bounds and demands of an audit.

    At most `max_concurrency` requests are under way, `host_concurrency` of them at one host, whose
    requests start `host_request_interval` seconds apart. `timeout` is in seconds, to connect and between
    bytes, `max_time` for all of one answer; `max_size` is in bytes. A transient failure is asked again
    `max_retries` times, first after `retry_wait_time` seconds. `probes` allows looks at addresses that
    cannot exist. `contact` stands in the User-Agent: an address at which a host can complain. Looks and
    copies younger than `max_age` are taken from the journal. `confirmation` asks for more than one audit
    before a page is dead.
    """

    max_concurrency: int = 32
    host_concurrency: int = 2
    host_request_interval: float = 0.5
    timeout: float = 20.0
    max_time: float = 60.0
    max_size: int = 5_000_000
    max_redirects: int = 10
    max_retries: int = 2
    retry_wait_time: float = 1.0
    probes: bool = True
    allow_private: bool = False
    contact: str | None = None
    user_agent: str | None = None
    max_age: timedelta | None = None
    confirmation: Confirmation | None = None

    def name_agent(self, version: str) -> str:
        """The User-Agent: the tool, its version, and whom to complain to (RFC 9110, 10.1.5)."""
        if self.user_agent:
            return self.user_agent
        contact = f"; {self.contact}" if self.contact else ""
        return f"footnotes/{version} (audit of cited links{contact})"

    def list_options(self) -> dict[str, Any]:
        """The settings as JSON values, for the journal; the contact is nobody's business there."""
        told = asdict(self, filter=lambda one, _: one.name not in {"contact", "user_agent", "confirmation"})
        return {name: str(value) if isinstance(value, timedelta) else value for name, value in told.items()}
