"""The server of the sample sites: a proxy on loopback with keep-alive, validators and refusals."""

import http.client
import socket
from urllib.parse import urlencode

import pytest

from crawler.demo import expected
from crawler.demo.server import SampleSites

CORRECTED = expected.CHANGED_ON_VISIT_2[0]


@pytest.fixture(scope="module")
def sites():
    with SampleSites() as running:
        yield running


@pytest.fixture
def ask(sites):
    connection = http.client.HTTPConnection("127.0.0.1", sites.port, timeout=5)

    def request(url, method="GET", body=None, **headers):
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, url, body, fields)
        response = connection.getresponse()
        return response, response.read()

    yield request
    connection.close()


def test_one_connection_serves_hosts_as_a_proxy_and_by_host_header(sites, ask):
    sites.requests.clear()
    first, body = ask("http://gaj.yunling.example/jfts/index.html")
    second, same = ask("/jfts/index.html", Host="gaj.yunling.example")
    other, paper = ask("http://paper.yunling.example/html/fazhi/node_3.htm")
    assert (first.status, second.status, other.status) == (200, 200, 200)
    assert body == same != paper
    assert sites.requests == [
        ("GET", "http://gaj.yunling.example/jfts/index.html", 200),
        ("GET", "http://gaj.yunling.example/jfts/index.html", 200),
        ("GET", "http://paper.yunling.example/html/fazhi/node_3.htm", 200),
    ]


@pytest.mark.parametrize(
    ("url", "validators"),
    [
        (CORRECTED, {"ETag", "Last-Modified"}),
        (expected.COPIES[0][0], {"Last-Modified"}),
        (expected.COPIES[0][1], {"ETag"}),
        ("http://gat.lanting.example/col/col6372/index.html", set()),
    ],
)
def test_validators(ask, url, validators):
    response, body = ask(url)
    assert {name for name in ("ETag", "Last-Modified") if response.getheader(name)} == validators
    conditional = {}
    if "ETag" in validators:
        conditional["If_None_Match"] = response.getheader("ETag")
    if "Last-Modified" in validators:
        conditional["If_Modified_Since"] = response.getheader("Last-Modified")
    again, nothing = ask(url, **conditional)
    assert (again.status, nothing) == ((304, b"") if validators else (200, body))
    assert ask(url, If_None_Match='"stale"')[0].status == 200
    assert ask(url, If_Modified_Since="Mon, 01 Jan 2001 00:00:00 GMT")[0].status == 200
    assert ask(url, If_Modified_Since="yesterday")[0].status == 200


def test_a_corrected_page_fits_its_old_validators_no_more(sites, ask):
    response, before = ask(CORRECTED)
    validators = {
        "If_None_Match": response.getheader("ETag"),
        "If_Modified_Since": response.getheader("Last-Modified"),
    }
    sites.visit = 2
    try:
        changed, after = ask(CORRECTED, **validators)
    finally:
        sites.visit = 1
    assert changed.status == 200
    assert ("62万元" in before.decode(), "62万元" in after.decode()) == (True, False)
    assert "26万元" in after.decode()


def test_the_challenge(ask):
    response, body = ask("http://gat.tiaozhan.example/jfts/index.html")
    assert response.status == 521
    assert response.getheader("Set-Cookie").startswith("__jsluid_h=")
    assert body.startswith(b"<script>")


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("http://gaj.jinzhi.example/robots.txt", 200),
        ("http://www.zhuanzai.example/robots.txt", 404),
        ("http://gaj.yunling.example/jfts/202312/t20231228_30001.html", 404),
        ("http://nobody.example/", 502),
        ("/", 502),
    ],
)
def test_status(ask, url, status):
    assert ask(url)[0].status == status


def test_the_huge_page_is_announced_and_may_be_refused_in_mid_air(sites, ask):
    url = next(url for url, reason in expected.REFUSED.items() if reason == "too_large")
    head, nothing = ask(url, "HEAD")
    assert 40_000_000 < int(head.getheader("Content-Length")) <= 40 * 1024 * 1024
    assert nothing == b""
    with socket.create_connection(("127.0.0.1", sites.port), timeout=5) as impatient:
        impatient.sendall(f"GET {url} HTTP/1.1\r\nHost: ga.haiwan.example\r\n\r\n".encode())
        assert impatient.recv(4096).startswith(b"HTTP/1.1 200")
    assert ask(CORRECTED)[0].status == 200


def test_nothing_is_left_running():
    with SampleSites() as running:
        kept = socket.create_connection(("127.0.0.1", running.port), timeout=5)
        kept.sendall(b"GET http://gaj.yunling.example/robots.txt HTTP/1.1\r\n\r\n")
        assert kept.recv(100).startswith(b"HTTP/1.1 200")
    with kept:
        while kept.recv(4096):
            pass
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", running.port), timeout=5)


def test_records_beyond_the_first_page_come_from_the_proxy_by_form_and_by_group(ask):
    form = urlencode({"columnid": "6372", "startrecord": 16, "endrecord": 18, "perpage": 5})
    posted, xml = ask(
        "http://gat.lanting.example/module/web/jpage/dataproxy.jsp",
        "POST",
        form,
        Content_Type="application/x-www-form-urlencoded",
    )
    _, grouped = ask("http://gat.lanting.example/module/web/jpage/dataproxy.jsp?page=1&columnid=6372")
    assert posted.getheader("Content-Type").startswith("text/xml")
    assert xml == grouped
    assert xml.count(b"<record><![CDATA[") == 3
