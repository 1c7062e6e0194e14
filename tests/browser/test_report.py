"""The report as its reader opens it: a file, from a disk, with the network off."""

from pathlib import Path

NARROW = 390  # pixels of a telephone


def test_a_report_needs_no_network(chromium, report: Path):
    context = chromium.new_context(offline=True)
    page = context.new_page()
    asked, wrong = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: said.type == "error" and wrong.append(said.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(report.as_uri())
    charts = page.locator("svg")
    assert charts.count() > 0
    assert all(charts.nth(at).is_visible() for at in range(charts.count()))
    assert page.locator("svg path, svg rect").count() > charts.count()
    assert "383" in page.locator("body").inner_text()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert wrong == []
    context.close()


def test_a_report_fits_a_narrow_window(chromium, report: Path):
    context = chromium.new_context(viewport={"width": NARROW, "height": 800}, offline=True)
    page = context.new_page()
    page.goto(report.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW
    context.close()
