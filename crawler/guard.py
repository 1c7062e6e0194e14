"""Refuse private addresses: crawled pages choose the URLs, so a link must not reach the machine's own network."""

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

from crawler.refusals import RefusedRequest

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
DEFAULT_PORTS = {"http": 80, "https": 443}


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
    return not address.is_global or address.is_multicast


class AddressGuardMiddleware:
    """Refuses requests to private address literals, redirects and robots.txt included."""

    def __init__(self, allowed: list[str]) -> None:
        self.allowed = frozenset(allowed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Read ALLOWED_PRIVATE_HOSTS."""
        return cls(crawler.settings.getlist("ALLOWED_PRIVATE_HOSTS"))

    def process_request(self, request: Request) -> None:
        """Raise RefusedRequest("private_address") unless host:port is allowed."""
        parts = urlsplit(request.url)
        host = parts.hostname or ""
        address = literal_address(host)
        private = host == "localhost" or (address is not None and is_private(address))
        if private and f"{host}:{parts.port or DEFAULT_PORTS.get(parts.scheme)}" not in self.allowed:
            raise RefusedRequest("private_address", f"{host} is a private address")


class GuardedResolver(CachingThreadedResolver):
    """Refuses names that resolve to private addresses.

    ALLOWED_PRIVATE_HOSTS may allow hosts; the operator's own proxy (http_proxy, https_proxy) is let through.
    """

    allowed: frozenset[str] = frozenset()

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        """Read ALLOWED_PRIVATE_HOSTS and the environment; a resolver sees no ports, so it goes by host alone."""
        resolver = super().from_crawler(crawler, reactor)
        pairs = crawler.settings.getlist("ALLOWED_PRIVATE_HOSTS")
        proxies = {urlsplit(proxy).hostname or "" for proxy in getproxies().values()}
        resolver.allowed = frozenset(pair.rpartition(":")[0] for pair in pairs) | proxies
        return resolver

    def getHostByName(self, name: str, timeout: tuple[int, ...] = ()) -> Deferred[str]:  # noqa: N802 (Twisted's name)
        """Return the address of `name`, or fail with CannotResolveHostError where it is private."""

        def check(found: str) -> str:
            if name not in self.allowed and is_private(ipaddress.ip_address(found)):
                raise CannotResolveHostError(f"{name} resolves to the private address {found}")
            return found

        return super().getHostByName(name, timeout).addCallback(check)
