"""Make the README's picture again: `python -m tests.browser.picture` (needs chromium, playwright, Pillow).

It shows a notice of the sample corpus with its figures marked, the quote of one of them reached by its link.
"""

import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser.conftest import CHROMIUM, OUTPUT, sample_site, served

QUOTE = "/corpus/notice_statistics?metric=cases_solved&place=西藏&excerpt_of__isnull=1"
WINDOW = {"width": 980, "height": 382}
COLOURS = 200
PICTURE = OUTPUT / "static" / "notice.png"


def main() -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as name:
        sample_site(Path(name))
        with served(Path(name)) as url, sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            page = browser.new_page(viewport=WINDOW, base_url=url)
            page.goto(QUOTE)
            page.goto(page.locator("td.col-quote a").get_attribute("href"))
            page.evaluate("scrollTo(0, 0)")
            page.screenshot(path=PICTURE)
            browser.close()
    with Image.open(PICTURE) as picture:
        picture.convert("RGB").quantize(COLOURS).save(PICTURE, optimize=True)


if __name__ == "__main__":
    main()
