"""Private addresses are refused in every spelling."""

import pytest
from scrapy import Request

from crawler.guard import AddressGuardMiddleware
from crawler.refusals import RefusedRequest


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "localhost", "10.0.0.8", "192.168.1.1",
        "172.16.0.1", "169.254.169.254", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "[fe80::1]", "[fc00::1]",
        "224.0.0.1", "100.64.0.1",
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
