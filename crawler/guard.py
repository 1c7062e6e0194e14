"""Refuse private addresses: crawled pages choose the URLs, so a link must not reach the machine's own network.

The middleware judges addresses as URLs spell them, the resolver what names lead to. Behind an HTTP proxy of the
user's (http_proxy) the proxy resolves the names, and only the middleware is left.
"""

import ipaddress
import socket
from typing import Self
from urllib.parse import urlsplit
from urllib.request import getproxies

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

from crawler.refusals import RefusedRequest

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
DEFAULT_PORTS = {"http": 80, "https": 443}
# Public IPv6 is 2000::/3 so far. What lies outside wraps IPv4 (::127.0.0.1, NAT64 64:ff9b::7f00:1) or is local.
PUBLIC_V6 = ipaddress.ip_network("2000::/3")
SIX_TO_FOUR = ipaddress.ip_network("2002::/16")  # wraps any IPv4 address
# Private addresses by name, as the resolver found them; a download's exception does not carry the reason.
private_names: dict[str, str] = {}


def literal_address(host: str) -> IPAddress | None:
    """Return the address that `host` spells in any form a resolver takes (127.1, 0x7f000001, [::1]), else None."""
    try:
        return ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        pass
    try:
        return ipaddress.ip_address(socket.inet_aton(host))
    except OSError:
        return None


def is_private(address: IPAddress) -> bool:
    """Return whether `address` is anything but a public unicast one, seen through IPv4-mapped IPv6."""
    address = getattr(address, "ipv4_mapped", None) or address
    if address.version == 6 and (address not in PUBLIC_V6 or address in SIX_TO_FOUR):
        return True
    return not address.is_global or address.is_multicast


def is_local_name(host: str) -> bool:
    """Return whether `host` names this machine by rule (RFC 6761) or spells a private address."""
    address = literal_address(host)
    return host == "localhost" or host.endswith(".localhost") or (address is not None and is_private(address))


def hosts_of(pairs: list[str]) -> frozenset[str]:
    """Return the hosts of host:port pairs."""
    return frozenset(pair.rpartition(":")[0] for pair in pairs)


class AddressGuardMiddleware:
    """Refuses requests to private addresses, redirects and robots.txt included."""

    def __init__(self, allowed: list[str]) -> None:
        self.allowed = frozenset(allowed)
        self.allowed_hosts = hosts_of(allowed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Read ALLOWED_PRIVATE_HOSTS."""
        return cls(crawler.settings.getlist("ALLOWED_PRIVATE_HOSTS"))

    def process_request(self, request: Request) -> None:
        """Raise RefusedRequest("private_address") unless host:port is allowed, ("bad_url") for an impossible port."""
        parts = urlsplit(request.url)
        host = (parts.hostname or "").rstrip(".")
        try:
            port = parts.port or DEFAULT_PORTS.get(parts.scheme)
        except ValueError as error:
            raise RefusedRequest("bad_url", str(error)) from error
        if f"{host}:{port}" in self.allowed:
            return
        if found := private_names.get(host):
            raise RefusedRequest("private_address", f"{host} resolves to the private address {found}")
        # A host that is open at one port is a private one: its other ports stay closed.
        if host in self.allowed_hosts or is_local_name(host):
            raise RefusedRequest("private_address", f"{host}:{port} is a private address")

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Raise RefusedRequest in place of the failure of a name that the resolver refused."""
        if isinstance(exception, CannotResolveHostError):
            self.process_request(request)


class GuardedResolver(CachingThreadedResolver):
    """Refuses names that resolve to private addresses.

    ALLOWED_PRIVATE_HOSTS may allow hosts; the operator's own proxy (http_proxy, https_proxy) is let through.
    A connection goes to the one IPv4 address that was judged: a name is not resolved a second time.
    """

    allowed: frozenset[str] = frozenset()

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        """Read ALLOWED_PRIVATE_HOSTS and the environment; a resolver sees no ports: the middleware holds to them."""
        resolver = super().from_crawler(crawler, reactor)
        proxies = {urlsplit(proxy).hostname or "" for proxy in getproxies().values()}
        resolver.allowed = hosts_of(crawler.settings.getlist("ALLOWED_PRIVATE_HOSTS")) | proxies
        return resolver

    def getHostByName(self, name: str, timeout: tuple[int, ...] = ()) -> Deferred[str]:  # noqa: N802 (Twisted's name)
        """Return the address of `name`, or fail with DNSLookupError where it is private."""

        def check(found: str) -> str:
            if name not in self.allowed and is_private(ipaddress.ip_address(found)):
                private_names[name.lower().rstrip(".")] = found
                # Any other type would be logged by Twisted as an unexpected error, with a traceback.
                raise DNSLookupError(f"{name} resolves to the private address {found}")
            return found

        return super().getHostByName(name, timeout).addCallback(check)
