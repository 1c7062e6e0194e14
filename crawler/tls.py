"""TLS as the registry asks for it: certificates are verified, and a site's exceptions hold for its host alone."""

from cryptography.hazmat.primitives.asymmetric import ec
from scrapy.core.downloader.contextfactory import _get_creator_context, _ScrapyClientContextFactory
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from twisted.internet._sslverify import ClientTLSOptions

LEGACY_CONNECT = 0x4  # SSL_OP_LEGACY_SERVER_CONNECT: the server knows no secure renegotiation (RFC 5746)


def quirks_of(crawler: Crawler, hostname: str) -> frozenset[str]:
    """Return the TLS quirks that the registry names for the sites of a host."""
    sites = crawler.spider.registry.values()
    return frozenset(quirk for site in sites if site.host.partition(":")[0] == hostname for quirk in site.tls)


class SiteTlsFactory(_ScrapyClientContextFactory):
    """Scrapy's factory with the quirks of each host.

    `legacy` connects to servers without secure renegotiation, `p256` offers that curve only, to servers that
    choke on newer ones, and `unverified` accepts any certificate (Scrapy connects to `legacy` servers then too).
    """

    crawler: Crawler
    verify: bool  # DOWNLOAD_VERIFY_CERTIFICATES

    def creatorForNetloc(self, hostname: bytes, port: int) -> ClientTLSOptions:  # noqa: N802 (Twisted's name)
        """Return what makes the TLS connections to a host."""
        quirks = quirks_of(self.crawler, hostname.decode("ascii"))
        self._verify_certificates = self.verify and "unverified" not in quirks
        creator = super().creatorForNetloc(hostname, port)
        context = _get_creator_context(creator)
        if "legacy" in quirks:
            context.set_options(LEGACY_CONNECT)
        if "p256" in quirks:
            context.set_tmp_ecdh(ec.SECP256R1())
        return creator


class SiteTlsHandler(HTTP11DownloadHandler):
    """Scrapy's HTTP handler with the factory above; the setting that would name it is deprecated."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._contextFactory = SiteTlsFactory.from_crawler(crawler)
        self._contextFactory.crawler = crawler
        self._contextFactory.verify = crawler.settings.getbool("DOWNLOAD_VERIFY_CERTIFICATES")
