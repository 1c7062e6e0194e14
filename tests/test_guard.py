"""Private addresses are refused in every spelling."""

import pytest
from scrapy import Request
from scrapy.exceptions import CannotResolveHostError
from scrapy.resolver import dnscache
from twisted.internet.error import DNSLookupError

from crawler import guard as guarding
from crawler.guard import AddressGuardMiddleware, GuardedResolver
from crawler.refusals import RefusedRequest


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "localhost", "10.0.0.8", "192.168.1.1",
        "172.16.0.1", "169.254.169.254", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "[fe80::1]", "[fc00::1]",
        "224.0.0.1", "100.64.0.1", "0", "127.0.0.1.", "localhost.", "LOCALHOST", "inner.localhost", "127。0。0。1", "１２７.0.0.1",
        "user:word@127.0.0.1", "[::]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]",
        "[2001:0:7f00:1::]", "[::ffff:0:127.0.0.1]", "[fec0::1]", "[fe80::1%25eth0]", "[::1%25lo]", "198.18.0.1", "240.0.0.1",
    ],
)  # fmt: skip
def test_private_addresses_are_refused(host):
    with pytest.raises(RefusedRequest) as caught:
        AddressGuardMiddleware([]).process_request(Request(f"http://{host}/secret"))
    assert caught.value.refusal.reason == "private_address"


@pytest.mark.parametrize("host", ["gaj.yunling.example", "93.184.216.34", "[2606:4700::1111]"])
def test_public_hosts_pass(host):
    AddressGuardMiddleware([]).process_request(Request(f"http://{host}/"))


def test_only_the_allowed_port_is_open():
    guard = AddressGuardMiddleware(["127.0.0.1:8123"])
    guard.process_request(Request("http://127.0.0.1:8123/"))
    with pytest.raises(RefusedRequest):
        guard.process_request(Request("http://127.0.0.1:8124/"))


def test_a_name_that_is_open_at_one_port_is_closed_at_the_others():
    guard = AddressGuardMiddleware(["gaj.yunling.example:8123"])
    guard.process_request(Request("http://gaj.yunling.example:8123/"))
    for url in ("http://gaj.yunling.example/", "http://gaj.yunling.example.:22/"):
        with pytest.raises(RefusedRequest):
            guard.process_request(Request(url))


@pytest.mark.parametrize("found", ["10.0.0.8", "127.0.0.1", "169.254.169.254"])
def test_a_name_that_leads_inside_is_refused_by_that_reason(monkeypatch, found):
    """The resolver fails the lookup; the middleware says why, at once or where a retry asks again."""
    monkeypatch.setattr(guarding, "private_names", {})
    monkeypatch.setitem(dnscache, "inside.example", found)
    failures = []
    GuardedResolver(None, 10, 1.0).getHostByName("inside.example").addErrback(failures.append)
    assert failures[0].check(DNSLookupError)
    request, guard = Request("http://INSIDE.example./a.html"), AddressGuardMiddleware([])
    with pytest.raises(RefusedRequest, match=found):
        guard.process_exception(request, CannotResolveHostError("no results"))
    with pytest.raises(RefusedRequest, match=found):
        guard.process_request(request)


def test_a_name_that_does_not_exist_stays_unreachable():
    guard = AddressGuardMiddleware([])
    assert guard.process_exception(Request("http://none.example/"), CannotResolveHostError("none")) is None


def test_names_are_let_through_only_by_permission(monkeypatch):
    monkeypatch.setitem(dnscache, "inside.example", "10.0.0.8")
    resolver, found = GuardedResolver(None, 10, 1.0), []
    resolver.allowed = frozenset(("inside.example",))
    resolver.getHostByName("inside.example").addCallback(found.append)
    assert found == ["10.0.0.8"]
