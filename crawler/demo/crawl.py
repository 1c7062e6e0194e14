"""The settings with which the sample sites are crawled: the project's own, but sent to loopback without waiting."""

from pathlib import Path

from crawler.demo.server import SampleSites
from crawler.settings import DOWNLOADER_MIDDLEWARES

REGISTRY = Path(__file__).with_name("sites.yml")


def demo_settings(sites: SampleSites) -> dict:
    """Return the settings that send a crawl to the running sample sites and ask every known page again."""
    return {
        "SITES": str(REGISTRY),
        "DEMO_PROXY": sites.proxy,
        "ALLOWED_PRIVATE_HOSTS": [f"127.0.0.1:{sites.port}"],
        "DOWNLOADER_MIDDLEWARES": DOWNLOADER_MIDDLEWARES | {"crawler.demo.proxy.DemoProxyMiddleware": 745},
        "DOWNLOAD_DELAY": 0,
        "RECHECK_DAYS": 0,
    }
