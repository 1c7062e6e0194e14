"""The site that `datasette output/` serves: real Datasette over the corpus of the sample sites."""

import asyncio
import gc
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

import pytest
import yaml
from datasette.app import Datasette

from crawler.db import connect
from crawler.demo import expected
from crawler.demo.server import SampleSites
from crawler.fold import fold
from crawler.items import Page, Statistic
from crawler.search import searchable, words
from pipelines.corpus import Corpus
from tests.crawling import crawl_samples

# Python 3.13 warns of the connections that Datasette 0.65 leaves open: one for each of its threads
# (datasette.database.Database.execute_fn). tests/conftest.py deals with the one that its import leaves.
pytestmark = pytest.mark.filterwarnings(
    r"ignore:Exception ignored in. <sqlite3\.Connection object:pytest.PytestUnraisableExceptionWarning"
)
OUTPUT = Path(__file__).parent.parent / "output"
METADATA = yaml.safe_load((OUTPUT / "metadata.yml").read_text(encoding="utf-8"))
TABLES = METADATA["databases"]["corpus"]["tables"]
QUERIES = METADATA["databases"]["corpus"]["queries"]
CHARTS = {
    name: chart
    for name, chart in METADATA["plugins"]["datasette-dashboards"]["overview"]["charts"].items()
    if "query" in chart
}
SHOWN = {name: table for name, table in TABLES.items() if not table.get("hidden")}
EVIL = "<script>alert('诈骗')</script>\"onmouseover=alert(1)"


def evil_page() -> Page:
    """A page whose every field wants to be markup."""
    text = f"破获案件<b>12起</b>，{EVIL}"
    at = text.index("<b>12起</b>")
    page = Page(url="javascript:alert(1)//gaj.evil.example", title=EVIL, text=text, folded=fold(text))
    page.issuer = page.source = page.published = EVIL
    page.original_url = "javascript:alert(2)"
    page.statistics = [
        Statistic("cases_solved", 12, "case", "<b>12起</b>", at, at + 10, label=EVIL, place=EVIL)
    ]
    page.campaigns = [EVIL]
    return page


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the corpus of the sample sites, with a page that attacks its reader."""
    folder = tmp_path_factory.mktemp("site")
    for part in ("metadata.yml", "settings.json", "plugins", "templates", "static"):
        (folder / part).symlink_to(OUTPUT / part)
    with SampleSites() as sites:
        for sites.visit in (1, 2):
            crawl_samples(sites, folder / "corpus.db")
    with closing(connect(folder / "corpus.db")) as db:
        Corpus(db).save(evil_page())
    return folder / "corpus.db"


@pytest.fixture(scope="module")
def get(corpus: Path) -> Iterator[Callable]:
    """Return a function that asks the site: path and parameters -> response."""
    site = Datasette(config_dir=corpus.parent)
    with asyncio.Runner() as runner:
        runner.run(site.invoke_startup())

        def ask(path: str, /, **parameters: str):
            return runner.run(site.client.get(f"{path}?{urlencode(parameters)}" if parameters else path))

        yield ask
    for database in site.databases.values():
        database.close()
    site.executor.shutdown()
    gc.collect()  # what Datasette leaves open is freed while this module's filter holds


@pytest.fixture
def db(corpus: Path):
    """Return the corpus itself."""
    with closing(connect(corpus)) as database:
        yield database


def search(get, table: str, query: str) -> set[int]:
    rows = get(f"/corpus/{table}.json", _search=query, _shape="array", _size="max").json()
    return {row["id"] for row in rows}


@pytest.mark.parametrize("table", SHOWN)
def test_every_column_is_described_and_nothing_else(db, table):
    columns = [row[1] for row in db.execute(f"pragma table_info([{table}])")]
    assert sorted(SHOWN[table]["columns"]) == sorted(columns)
    assert all(re.search(r"[一-鿿]|^SHA", said) for said in SHOWN[table]["columns"].values())
    assert set(SHOWN[table].get("first_look", [])) <= set(columns)


def test_no_table_is_shown_without_a_description(db):
    names = {name for (name,) in db.execute("select name from sqlite_master where type in ('table', 'view')")}
    assert {name for name in names if not name.startswith(("page_search", "sqlite_"))} == set(TABLES)


def test_facets_are_indexed(db):
    wanting = [
        (table, column)
        for table, told in SHOWN.items()
        if table in db.table_names()
        for column in told.get("facets", [])
        if not any(index.columns[0] == column for index in db[table].indexes)
    ]
    assert wanting == []


@pytest.mark.parametrize("table", ["notices", "pages"])
def test_the_first_look_needs_no_sorting(db, table):
    plan = db.execute(f"explain query plan select * from {table} order by published desc limit 51").fetchall()
    assert "USING INDEX" in plan[0][3]


def test_the_front_page_speaks_chinese_first(get):
    page = get("/").text
    assert "反诈通告库 · anti-fraud notice corpus" in page
    assert "通告版权归发布机关所有" in page


@pytest.mark.parametrize("table", SHOWN)
def test_every_table_opens_with_its_facets(get, table):
    answer = get(f"/corpus/{table}")
    assert answer.status_code == 200
    assert TABLES[table]["title"] in answer.text
    assert "facets timed out" not in answer.text
    assert all(f'id="facet-{column}' in answer.text for column in TABLES[table].get("facets", []))


@pytest.mark.parametrize(
    "query",
    [
        "诈骗",
        "反诈",
        "诈",
        "电信网络诈骗",
        "電信網絡詐騙",
        "ＡＰＰ",
        "诈骗 转账",
        "“诈骗”，转账！",
        "96110",
        "没有这个词",
        '"',
        "，",
    ],
)
@pytest.mark.parametrize("table", ["notices", "pages"])
def test_the_search_box_finds_what_stands_in_a_text(get, db, table, query):
    ids = {"notices": "notices.id", "pages": "pages.id"}[table]
    join = "" if table == "pages" else "join notices on notices.page_id = pages.id"
    texts = db.execute(f"select {ids}, pages.title, folded from pages {join}").fetchall()
    wanted = words(query)
    true = {
        number
        for number, title, text in texts
        if wanted and all(word in searchable(f"{title}\n{text}") for word in wanted)
    }
    assert search(get, table, query) == true
    assert bool(true) == (query not in ("没有这个词", '"', "，"))


def test_a_search_shows_the_words_around_its_hits(get):
    page = get("/corpus/notices", _search="電信網絡詐騙").text
    assert re.search(r'<tr class="snippet"><td[^>]*>[^<]*<mark class="hit">电信网络诈骗</mark>', page)


def test_notices_are_not_searched_by_column(get):
    answer = get("/corpus/notices", _search_title="诈骗")
    assert answer.status_code == 400
    assert get("/corpus/pages", _search_title="诈骗").status_code == 200


# What a reader would ask, and a value that the answer must hold.
ASKED = {
    "figures_by_place": ({"metric": "", "province": "西藏", "year": "2021"}, ("数值 value", 383)),
    "losses_by_scam_type": ({"currency": "", "year": ""}, ("诈骗类型 scam_type", "刷单返利")),
    "notice_and_copies": ({"notice": ""}, ("代表 speaks", 1)),
    "mirrors": ({"host": "paper.yunling.example"}, ("转载方 copying_host", "paper.yunling.example")),
    "tipoff_contacts": ({"region": "云岭"}, ("机关 issuer", "云岭市公安局")),
    "changed_since": ({"since": ""}, ("变化 change", "新收录 new")),
    "notices_of_campaign": ({"campaign": "云剑"}, ("专项行动 campaign", "云剑-2021")),
    "earlier_versions": ({"url": ""}, ("网址 url", expected.CHANGED_ON_VISIT_2[0])),
    "not_taken": ({"site": "blog.suibi.example"}, ("原因 reason", "off_topic")),
}


@pytest.mark.parametrize("name", QUERIES)
def test_canned_queries_answer(get, name):
    parameters, (column, value) = ASKED[name]
    rows = get(f"/corpus/{name}.json", _shape="array", **parameters).json()
    assert value in [row.get(column) for row in rows]
    assert get(f"/corpus/{name}").status_code == 200
    assert re.search("[一-鿿]", QUERIES[name]["title"] + QUERIES[name]["description"])


def test_figures_are_asked_by_their_chinese_name(get):
    asked = {"metric": "返还/追回资金", "province": "西藏", "year": "", "_shape": "array"}
    rows = get("/corpus/figures_by_place.json", **asked).json()
    assert {row["数值 value"] for row in rows} == {29_000_000}


def test_a_notice_is_asked_by_number_or_by_the_url_of_a_copy(get, db):
    sql = "select notice_id, url from pages join notices on notices.id = notice_id where pages.id <> page_id limit 1"
    notice, copy = db.execute(sql).fetchone()
    by_number, by_url = (
        get("/corpus/notice_and_copies.json", _shape="array", notice=asked).json() for asked in (notice, copy)
    )
    assert by_number == by_url
    assert copy in [row["网址 url"] for row in by_url]


@pytest.mark.parametrize("name", CHARTS)
def test_charts_have_data(get, name):
    chart = CHARTS[name]
    rows = get("/corpus.json", sql=chart["query"], _shape="array").json()
    assert rows
    encoding = chart["display"].get("encoding", {"": chart["display"]})
    fields = {part["field"] for part in encoding.values() if isinstance(part, dict)}
    assert fields <= set(rows[0])


def test_no_chart_puts_crawled_words_into_the_page_as_markup():
    """The plugin's tables, maps and metrics write innerHTML."""
    numbers = {name for name, chart in CHARTS.items() if chart["library"] != "vega-lite"}
    assert all("select count(*)" in CHARTS[name]["query"] for name in numbers)


def test_the_dashboard_needs_no_other_host(get):
    page = get("/-/dashboards/overview").text
    sources = re.findall(r'<(?:script|link)[^>]+(?:src|href)="([^"]*)"', page)
    assert [url for url in sources if url.startswith(("http:", "https:", "//"))] == []
    assert all(get(url).status_code == 200 for url in sources if url)


def test_a_statistic_leads_to_its_quote_in_the_notice_and_to_the_original(get, db):
    sql = "select notice_id, start_offset, url from notice_statistics where metric = 'cases_solved' and value = 383"
    notice, start, url = db.execute(sql).fetchone()
    table = get("/corpus/notice_statistics", metric="cases_solved", place="西藏").text
    assert f'<a href="/corpus/notices/{notice}#at{start}">383起</a>' in table
    page = get(f"/corpus/notices/{notice}").text
    assert f'<mark class="" id="at{start}">383起</mark>' in page
    assert f'<a href="{url}" rel="noopener noreferrer nofollow">' in page


def test_numbers_are_readable_and_stay_raw_in_json(get):
    asked = {"metric": "funds_returned", "place": "西藏", "excerpt_of__isnull": "1"}
    assert "29,000,000（2900万）" in get("/corpus/notice_statistics", **asked).text
    rows = get("/corpus/notice_statistics.json", _shape="array", **asked).json()
    assert [row["value"] for row in rows] == [29_000_000]


def test_a_downloaded_csv_opens_in_excel_and_runs_nothing(get):
    sql = "select '=1+1' as a, -5 as b, '-5' as c, 'x' || char(10) || '@y' as d, '+a' as e"
    asked = {"sql": sql, "_size": "max"}
    assert get("/corpus.csv", _dl="1", **asked).content == (
        b"\xef\xbb\xbfa,b,c,d,e\r\n" + b"'=1+1,-5,-5,\"x\n@y\",'+a\r\n"
    )
    assert get("/corpus.csv", **asked).text.startswith("a,b,c,d,e\r\n=1+1,")


def test_a_download_holds_every_row(get, db):
    rows = get("/corpus/notices.csv", _dl="1", _stream="on", _size="max").text.splitlines()
    assert len(rows) >= db["notices"].count + 1


def test_facets_of_figures_are_named_in_chinese(get):
    page = get("/corpus/notice_statistics").text
    assert re.search(
        r'<div class="facet-info[^>]*id="facet-metric".*?<strong>指标 <small>metric</small>', page, re.DOTALL
    )
    assert re.search(r'<a href="[^"]*metric=cases_solved[^"]*">破案数</a>', page)


def test_a_figure_knows_its_notice_without_walking_all_excerpts(db):
    sql = "explain query plan select count(*) from notice_statistics where excerpt_of is null"
    plan = " ".join(row[3] for row in db.execute(sql))
    assert "page_links_relation" not in plan
    facet = "explain query plan select metric, count(*) from notice_statistics group by metric"
    assert not re.search(r"\bpages\b", " ".join(row[3] for row in db.execute(facet)))


def test_a_former_number_leads_to_the_notice_of_today(get, db):
    with db.conn:
        db.execute("insert into notice_aliases(alias, notice_id) values (99999, 1)")
    assert get("/notice/99999").headers["location"] == "/corpus/notices/1"
    assert get("/notice/1").headers["location"] == "/corpus/notices/1"
    assert get("/notice/88888").status_code == 404


def test_crawled_text_stays_text(get, db):
    ((page,),) = db.execute("select id from pages where url like 'javascript:%'").fetchall()
    ((notice,),) = db.execute("select notice_id from pages where id = ?", [page]).fetchall()
    paths = [
        f"/corpus/notices/{notice}", f"/corpus/pages/{page}", "/corpus/notices", "/corpus/pages",
        "/corpus/notice_statistics", "/corpus/statistics", "/corpus/page_campaigns", "/corpus/figures_by_place",
        "/corpus/notices_of_campaign", "/corpus/changed_since",
    ]  # fmt: skip
    answers = [get(path).text for path in paths] + [get("/corpus/pages", _search=EVIL).text]
    for answer in answers:
        assert "<script>alert" not in answer
        assert "<b>12" not in answer
        assert not re.search(r'(?:href|src)="\s*javascript:', answer)
        assert '"onmouseover' not in answer
    assert "&lt;script&gt;alert" in answers[0]


def test_a_notice_without_a_page_says_so(get, db):
    with db.conn:
        db.execute("insert into notices(id, page_id) values (77777, null)")
    assert "暂无页面" in get("/corpus/notices/77777").text
