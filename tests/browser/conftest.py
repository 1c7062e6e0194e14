"""What the browser tests stand on: the sample corpus, a real `datasette` process, Debian's chromium."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from crawler.db import connect
from crawler.demo.server import SampleSites
from crawler.report.page import page
from crawler.report.report import make_report, write_page
from crawler.report.scope import scope_of
from tests.crawling import crawl_samples

OUTPUT = Path(__file__).parent.parent.parent / "output"
PARTS = ("metadata.yml", "settings.json", "plugins", "templates", "static")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PATIENCE = 30  # seconds until the site must be up


def free_port() -> int:
    """Return a port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder as its reader would, by `datasette FOLDER`, until the end of the block."""
    url = f"http://127.0.0.1:{(port := free_port())}"
    log = folder / "datasette.log"
    with log.open("wb") as said:
        command = [sys.executable, "-m", "datasette", str(folder), "--port", str(port)]
        process = subprocess.Popen(command, stdout=said, stderr=said)
    try:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                urlopen(url).close()
                break
            except URLError:
                assert process.poll() is None, log.read_text()
                assert time.monotonic() < until, log.read_text()
                time.sleep(0.1)
        yield url
    finally:
        process.terminate()
        process.wait()


def sample_site(folder: Path) -> None:
    """Make `folder` what output/ is after two crawls of the sample sites."""
    for part in PARTS:
        (folder / part).symlink_to(OUTPUT / part)
    with SampleSites() as sites:
        for sites.visit in (1, 2):
            crawl_samples(sites, folder / "corpus.db")


@pytest.fixture(scope="package")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder like output/ over the sample corpus; skips what follows where there is no browser."""
    pytest.importorskip("playwright", reason="no playwright: pip install -r tests/requirements.txt")
    if not CHROMIUM:
        pytest.skip("no chromium: apt-get install chromium fonts-noto-cjk")
    folder = tmp_path_factory.mktemp("site")
    sample_site(folder)
    return folder


@pytest.fixture(scope="package")
def site(folder: Path) -> Iterator[str]:
    """Return the address of the site over the sample corpus."""
    with served(folder) as url:
        yield url


@pytest.fixture(scope="package")
def report(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the report of the sample corpus."""
    with closing(connect(folder / "corpus.db", read_only=True)) as db:
        return write_page(page(make_report(db, scope_of(db, None, []))), tmp_path_factory.mktemp("report"))


@pytest.fixture(scope="package")
def chromium(folder: Path) -> Iterator:
    """Return a headless chromium; after `folder`, whose crawl wants asyncio for itself."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium, site: str) -> Iterator:
    """Return a function that opens a path in a new window; afterwards no page may have erred or asked another host."""
    contexts, wrong = [], []

    def open_page(path: str, width: int = 1280):
        context = chromium.new_context(viewport={"width": width, "height": 900}, base_url=site)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: said.type == "error" and wrong.append(f"{page.url}: {said.text}"))
        page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
        page.on(
            "request", lambda asked: asked.url.startswith((site, "data:", "blob:")) or wrong.append(asked.url)
        )
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []
