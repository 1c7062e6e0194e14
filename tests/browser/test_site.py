"""The corpus site as its reader meets it: from the front page to a quote, a chart and a file, in a real browser."""

import csv
from pathlib import Path
from urllib.parse import quote

import pytest

XIZANG = f"/corpus/notice_statistics?metric=cases_solved&place={quote('西藏')}&excerpt_of__isnull=1"
DRAWN = {
    "solved": 2,
    "returned": 5,
    "provinces": 8,
    "mirrors": 3,
    "sites": 4,
    "health": 2,
}  # marks of a chart
MARK = "[role=graphics-symbol]:not([aria-roledescription=axis], [aria-roledescription=legend])"
NARROW = 390  # pixels of a telephone
WIDE_OF = "document.documentElement.scrollWidth"
PAGES = ["/", "/corpus", "/corpus/notices", "/corpus/figures_by_place", "/-/dashboards/overview"]


def quoted(page):
    """Follow the figure of a table of statistics to its quote; return the marked words."""
    page.locator("td.col-quote a").click()
    mark = page.locator("mark:target")
    mark.wait_for()
    return mark


def test_from_the_front_page_by_a_search_to_a_notice(opened):
    page = opened("/")
    assert page.title().startswith("反诈通告库")
    page.get_by_role("searchbox", name="搜索通告").fill("電信網絡詐騙")
    page.keyboard.press("Enter")
    assert page.locator("h3").first.inner_text().startswith("25 rows")
    assert page.locator("table.rows-and-columns tbody tr:not(.snippet)").count() == 25
    assert set(page.locator("tr.snippet mark").all_inner_texts()) == {"电信网络诈骗"}
    first = page.locator("td.col-title a").first
    title = first.inner_text()
    first.click()
    assert page.locator("h1").inner_text() == title
    assert page.locator(".notice .text mark").count() > 0


def test_a_search_of_two_words_is_kept_in_its_box(opened):
    page = opened("/corpus/notices?_search=" + quote("诈骗 96110"))
    box = page.get_by_label("Search:")
    assert box.input_value() == "诈骗 96110"
    box.fill("没有这个词")
    box.press("Enter")
    assert "没有结果" in page.locator("main, .content, body").first.inner_text()


def test_a_statistic_leads_to_its_quote_in_sight(opened):
    page = opened(XIZANG)
    mark = quoted(page)
    assert mark.inner_text() == "383起"
    assert mark.evaluate(
        "it => { const at = it.getBoundingClientRect(); return at.top >= 0 && at.bottom <= innerHeight }"
    )
    plain = page.locator(".text mark:not(:target)").first
    background = "it => getComputedStyle(it).backgroundColor"
    assert mark.evaluate(background) != plain.evaluate(background)
    figures = page.locator(".notice table").first.inner_text()
    assert "383起" in figures
    assert "同比 +87%" in figures
    assert "29,000,000（2900万）元" in figures


def test_a_figure_of_the_notice_page_is_reached_by_the_keyboard(opened):
    page = opened(XIZANG)
    quoted(page)
    other = page.locator(".notice td a", has_text="416人")
    other.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{other.get_attribute('href')}")
    assert page.locator("mark:target").inner_text() == "416人"


def test_the_dashboard_draws_its_charts(opened):
    page = opened("/-/dashboards/overview")
    page.wait_for_load_state("networkidle")
    marks = {
        chart: page.locator(f"#chart-{chart} svg {MARK}").count() for chart in (*DRAWN, "months", "scams")
    }
    assert {chart: marks[chart] for chart in DRAWN} == DRAWN
    assert marks["months"] > len("2022-2024")
    assert marks["scams"] > len("2022-2024")
    counts = [page.locator(f"#chart-{name}").inner_text() for name in ("notices", "pages", "figures")]
    assert [count.strip() for count in counts] == ["87", "95", "222"]


def test_a_csv_opens_in_excel_and_holds_what_was_searched(opened, tmp_path: Path):
    page = opened("/corpus/notices?_search=" + quote("電信網絡詐騙"))
    with page.expect_download() as download:
        page.get_by_role("link", name="下载这些行").click()
    file = tmp_path / "notices.csv"
    download.value.save_as(file)
    assert download.value.suggested_filename == "notices.csv"
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as rows:
        found = list(csv.DictReader(rows))
    assert len(found) == 25
    assert "兰汀省公安厅公布2024年第二季度电信网络诈骗案件数据" in [row["title"] for row in found]


@pytest.mark.parametrize("path", PAGES)
def test_a_narrow_window_does_not_scroll_sideways(opened, path):
    page = opened(path, NARROW)
    assert page.evaluate(WIDE_OF) == NARROW


def test_a_notice_fits_a_narrow_window(opened):
    page = opened(XIZANG, NARROW)
    assert quoted(page).is_visible()
    assert page.evaluate(WIDE_OF) == NARROW


def test_a_notice_prints_without_the_furniture(opened):
    page = opened(XIZANG)
    quoted(page)
    page.emulate_media(media="print")
    assert not page.locator("header, footer").first.is_visible()
    assert page.locator("mark", has_text="383起").first.is_visible()


@pytest.mark.parametrize("path", ["/", "/corpus/notices", "/corpus/figures_by_place"])
def test_every_field_to_type_in_has_a_name(opened, path):
    nameless = (
        "all => all.filter(it => !(it.labels?.length || it.ariaLabel || it.placeholder)).map(it => it.name)"
    )
    fields = opened(path).locator("input[type=search], input[type=text]:not([name^=_filter])")
    assert fields.count() > 0
    assert fields.evaluate_all(nameless) == []
