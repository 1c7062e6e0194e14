"""TLS by real handshakes: what is verified, and what a site's exceptions change."""

import ssl
import struct
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from types import SimpleNamespace

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from OpenSSL import SSL
from scrapy.core.downloader.contextfactory import _get_creator_context

from crawler.sites import Registry, Site
from crawler.tls import SiteTlsFactory
from tests.loopback import Loopback, article, listing

ROOT = Path(__file__).parent.parent
GROUPS = b"\x00\x0a"  # the extension supported_groups
ONLY_P256 = GROUPS + struct.pack(">HHH", 4, 2, 23)


def client_of(tls: tuple[str, ...]) -> SSL.Connection:
    """Return the client side of a connection to a site with these quirks, its first message written."""
    site = Site("gaj.yunling.example", "云岭市公安局", "city", "police", tls=tls)
    factory = SiteTlsFactory()
    factory.verify = True
    factory.crawler = SimpleNamespace(spider=SimpleNamespace(registry=Registry({site.key: site})))
    context = _get_creator_context(factory.creatorForNetloc(b"gaj.yunling.example", 443))
    client = SSL.Connection(context, None)
    client.set_connect_state()
    with pytest.raises(SSL.WantReadError):
        client.do_handshake()
    return client


def old_server_hello() -> bytes:
    """Return a ServerHello of TLS 1.2 without the extension renegotiation_info (RFC 5746)."""
    body = b"\x03\x03" + bytes(32) + b"\x00" + b"\xc0\x2f" + b"\x00"
    message = b"\x02" + struct.pack(">I", len(body))[1:] + body
    return b"\x16\x03\x03" + struct.pack(">H", len(message)) + message


def test_a_server_without_secure_renegotiation_needs_the_quirk():
    strict, lenient = client_of(()), client_of(("legacy",))
    for client in (strict, lenient):
        client.bio_write(old_server_hello())
    with pytest.raises(SSL.Error, match="unsafe legacy renegotiation disabled"):
        strict.do_handshake()
    with pytest.raises(SSL.WantReadError):  # goes on: the certificate comes next
        lenient.do_handshake()


def test_only_the_named_curve_is_offered_to_a_server_that_chokes_on_others():
    assert ONLY_P256 in client_of(("p256",)).bio_read(65536)
    assert ONLY_P256 not in client_of(()).bio_read(65536)


def certificate(folder: Path, name: str) -> Path:
    """Write a self-made certificate for loopback, with its key, as one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    names = [x509.IPAddress(ip_address("127.0.0.1")), x509.DNSName("localhost")]
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(datetime.now(UTC) - timedelta(days=1))
        .not_valid_after(datetime.now(UTC) + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    file = folder / f"{name}.pem"
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return file


def secure(site: Loopback, file: Path) -> int:
    """Make a running loopback site speak TLS; return its port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    site.server.handle_error = lambda *_: None  # a client that does not trust us hangs up
    return site.server.server_port


def test_an_unknown_certificate_is_refused_unless_the_registry_excepts_the_site(tmp_path):
    trusted, unknown = certificate(tmp_path, "trusted"), certificate(tmp_path, "unknown")
    answers = {"/index.html": listing("/1.html"), "/1.html": article(1, "本周共接到刷单诈骗警情3起。")}
    with Loopback(answers) as first, Loopback(answers) as second:
        good, bad = secure(first, trusted), secure(second, unknown)
        sites = {f"127.0.0.1:{good}": "[]", f"127.0.0.1:{bad}": "[]", f"localhost:{bad}": "[unverified]"}
        entry = '"{0}":\n  name: 云岭市公安局\n  level: city\n  kind: police\n  tls: {1}\n  columns:\n'
        row = '    - {{label: 警方提示, url: "https://{0}/index.html"}}\n'
        registry = tmp_path / "sites.yml"
        text = "".join((entry + row).format(key, tls) for key, tls in sites.items())
        registry.write_text(text, encoding="utf-8")
        settings = {
            "SITES": registry,
            "CORPUS_DB": tmp_path / "corpus.db",
            "ALLOWED_PRIVATE_HOSTS": ",".join(sites),
            "DOWNLOAD_DELAY": 0,
            "RETRY_ENABLED": 0,
        }
        done = subprocess.run(
            [sys.executable, "-m", "scrapy", "sites", "--check"]
            + [part for name, value in settings.items() for part in ("-s", f"{name}={value}")],
            cwd=ROOT, env={"SSL_CERT_FILE": str(trusted), "PYTHONUTF8": "1"},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    lines = {line.split()[1]: line for line in done.stdout.splitlines() if "警方提示" in line}
    states = {key: line.split()[0] for key, line in lines.items()}
    assert states == dict(zip(sites, ("ok", "tls", "ok"), strict=True)), done.stderr
    assert "certificate verify failed" in lines[f"127.0.0.1:{bad}"]
