"""The spider on a small site: what it follows, where it stops, what it remembers."""

from contextlib import closing

from crawler.db import connect
from tests.crawling import crawl
from tests.loopback import Loopback, article, listing

THREE = {f"/{n}.html": article(n, f"本周共接到刷单诈骗警情{n}起。") for n in (1, 2, 3)}


def test_a_redirect_is_stored_at_its_target_and_remembered(tmp_path):
    answers = {"/index.html": listing("/old.html"), "/old.html": (301, {"Location": "/1.html"}, ""), **THREE}
    with Loopback(answers) as site:
        crawl(site.settings(tmp_path))
        db = connect(tmp_path / "corpus.db")
        assert [row["url"] for row in db["pages"].rows] == [site.url("/1.html")]
        moved = db["rejections"].get(site.url("/old.html"))
        assert (moved["outcome"], moved["detail"]) == ("moved", site.url("/1.html"))
        db.close()


def test_a_link_into_the_private_network_is_refused(tmp_path):
    answers = {
        "/index.html": listing("/1.html", "/inside.html"),
        "/inside.html": (302, {"Location": "http://127.0.0.1:9/"}, ""),
    }
    with Loopback(answers | THREE) as site:
        crawled = crawl(site.settings(tmp_path))
        assert crawled.stats[f"site/{site.host}/refused/private_address"] == 1
        assert crawled.stats[f"site/{site.host}/new"] == 1


def test_an_empty_list_is_a_problem_said_loudly(tmp_path):
    with Loopback({"/index.html": "<html><body><p>没有内容</p></body></html>"}) as site:
        crawled = crawl(site.settings(tmp_path))
        assert len(crawled.problems) == 1
        assert "column 警方提示: empty" in crawled.problems[0]
        assert crawled.stats[f"site/{site.host}/refused/empty"] == 1
        db = connect(tmp_path / "corpus.db")
        assert db["sites"].get(site.host)["state"] == "empty"
        assert next(db["crawls"].rows)["status"] == "failed"
        db.close()


def test_a_limited_run_leaves_its_column_incomplete(tmp_path):
    with Loopback({"/index.html": listing(*THREE)} | THREE) as site:
        crawl(site.settings(tmp_path), limit=2)
        db = connect(tmp_path / "corpus.db")
        assert db["pages"].count == 2
        assert next(db["columns"].rows)["complete"] == 0
        assert next(db["crawls"].rows)["status"] == "partial"
        crawl(site.settings(tmp_path))
        assert db["pages"].count == 3
        assert next(db["columns"].rows)["complete"] == 1
        db.close()


def test_a_page_refused_for_a_time_is_asked_again(tmp_path):
    with Loopback({"/index.html": listing(*THREE)} | THREE | {"/2.html": (503, {}, "")}) as site:
        settings = site.settings(tmp_path)
        crawl(settings)
        db = connect(tmp_path / "corpus.db")
        assert db["rejections"].get(site.url("/2.html"))["temporary"] == 1
        site.answers["/2.html"] = THREE["/2.html"]
        site.asked.clear()
        crawl(settings)
        assert [path for path in site.asked if path != "/robots.txt"] == ["/index.html", "/2.html"]
        assert db["rejections"].count == 0
        assert db["pages"].count == 3
        db.close()


def test_a_document_that_is_no_page_is_refused(tmp_path):
    pdf = (200, {"Content-Type": "application/pdf"}, "%PDF-1.7 \x00\x01")
    with Loopback({"/index.html": listing("/1.html", "/2.html")} | THREE | {"/2.html": pdf}) as site:
        crawled = crawl(site.settings(tmp_path))
        assert crawled.stats[f"site/{site.host}/refused/not_html"] == 1


def test_a_redirect_to_a_foreign_host_is_refused(tmp_path):
    away = (302, {"Location": "http://elsewhere.example/1.html"}, "")
    with Loopback({"/index.html": listing("/1.html", "/away.html"), "/away.html": away} | THREE) as site:
        crawled = crawl(site.settings(tmp_path))
        assert crawled.stats[f"site/{site.host}/refused/offsite"] == 1
        with closing(connect(tmp_path / "corpus.db")) as db:
            assert (
                db["rejections"]
                .get(site.url("/away.html"))["detail"]
                .startswith("leads to elsewhere.example")
            )


def test_a_pager_that_repeats_itself_ends_the_column(tmp_path):
    pager = '<div class="page"><a href="/index_{n}.html">{n}</a> <a href="/index_{n}.html">下一页</a></div>'
    pages = {f"/index_{n}.html": listing(*THREE) + pager.format(n=n + 1) for n in range(2, 9)}
    pages["/index.html"] = listing(*THREE) + pager.format(n=2)
    with Loopback(pages | THREE) as site:
        crawl(site.settings(tmp_path))
        assert [path for path in site.asked if path.startswith("/index")] == ["/index.html", "/index_2.html"]


def test_the_parts_of_an_article_are_one_page(tmp_path):
    whole = article(1, "本周共接到刷单诈骗警情12起。")
    parts = {
        "/yj/a77.html": (
            200,
            {"ETag": '"1"', "Last-Modified": "Mon, 06 May 2024 08:00:00 GMT"},
            whole.replace("</body>", "<a href='a77_2.html'>下一页</a></body>"),
        ),
        "/yj/a77_2.html": article(1, "上周共接到冒充客服警情9起。").replace(
            "</body>", "<a href='a77_3.html'>下一页</a></body>"
        ),
        "/yj/a77_3.html": article(1, "上月共接到投资理财警情30起。"),
        "/yj/b88.html": whole.replace("刷单", "贷款").replace(
            "</body>", "<a href='b88_2.html'>下一页</a></body>"
        ),
    }
    with Loopback({"/index.html": listing("/yj/a77.html", "/yj/b88.html")} | parts) as site:
        crawl(site.settings(tmp_path))
        db = connect(tmp_path / "corpus.db")
        pages = {row["url"]: row for row in db["pages"].rows}
        assert pages.keys() == {site.url("/yj/a77.html"), site.url("/yj/b88.html")}
        joined = pages[site.url("/yj/a77.html")]
        assert [line[:12] for line in joined["text"].split("\n") if "共接到" in line] == [
            "本周共接到刷单诈骗警情1", "上周共接到冒充客服警情9", "上月共接到投资理财警情3",
        ]  # fmt: skip
        assert joined["flags"] == "[]"
        assert (joined["etag"], joined["last_modified"]) == (None, None)  # it is asked whole when due
        assert pages[site.url("/yj/b88.html")]["flags"] == '["incomplete_parts"]'
        db.close()


def test_a_pager_that_posts_is_followed(tmp_path):
    form = "<form method=post action=/list.jsp><input type=hidden name=page value={}>{}</form>"
    go = "<a href='javascript:go(2)'>下一页</a><script>function go(n){document.forms[0].page.value=n;document.forms[0].submit();}</script>"
    answers = {
        "/index.html": form.format(1, listing("/1.html", "/2.html") + go),
        "/list.jsp?page=2": listing("/3.html"),
    }
    with Loopback(answers | THREE) as site:
        crawled = crawl(site.settings(tmp_path))
        assert "/list.jsp?page=2" in site.asked
        assert crawled.stats[f"site/{site.host}/new"] == 3


def test_an_article_pattern_finds_what_no_list_shows(tmp_path):
    links = "<p>公告：<a href='/1.html'>通告</a></p><h2><a href='/2.html'>提醒</a></h2><a href='/about.html'>关于我们</a>"
    with Loopback({"/index.html": f"<html><body>{links}</body></html>"} | THREE) as site:
        settings = site.settings(tmp_path)
        registry = tmp_path / "sites.yml"
        registry.write_text(registry.read_text("utf-8") + "  article: '/\\d\\.html$'\n", "utf-8")
        crawled = crawl(settings)
        assert crawled.stats[f"site/{site.host}/new"] == 2
        assert "/about.html" not in site.asked


def test_a_page_asked_again_keeps_what_only_its_list_says(tmp_path):
    bare = "<html><body><h1>云岭市公安局反诈预警</h1><p>{}</p></body></html>"
    said = "近日本地刷单诈骗警情上升，请广大群众提高警惕，不轻信、不透露、不转账，及时拨打96110咨询。"
    with Loopback({"/index.html": listing("/1.html"), "/1.html": bare.format(said)}) as site:
        settings = site.settings(tmp_path)
        crawl(settings)
        site.answers["/1.html"] = bare.format(said + "周末请加倍小心，谨防冒充客服。")
        crawled = crawl(settings | {"RECHECK_DAYS": 0})
        assert crawled.stats[f"site/{site.host}/changed"] == 1
        with closing(connect(tmp_path / "corpus.db")) as db:
            (page,) = db["pages"].rows
            assert (page["published"], page["published_from"]) == ("2024-05-01", "list")


def test_articles_listed_before_a_date_are_not_asked(tmp_path):
    pager = '<div class="page"><a href="/index_2.html">下一页</a></div>'
    answers = {
        "/index.html": listing(*THREE) + pager,  # dated the 1st, 2nd and 3rd of May
        "/index_2.html": listing("/0.html") + pager.replace("_2", "_3"),
        "/index_3.html": listing("/9.html"),
    }
    with Loopback(answers | THREE) as site:
        settings = site.settings(tmp_path)
        crawl(settings, since="2024-05-02")
        assert set(site.asked) == {"/robots.txt", "/index.html", "/2.html", "/3.html", "/index_2.html"}
        with closing(connect(tmp_path / "corpus.db")) as db:
            assert db["pages"].count == 2
            assert next(db["columns"].rows)["complete"] == 0
            assert next(db["crawls"].rows)["status"] == "finished"
            assert next(db["crawl_sites"].rows)["status"] == "partial"
        crawl(settings)
        assert "/1.html" in site.asked


def test_a_site_without_https_is_asked_by_http(tmp_path):
    with Loopback(THREE) as site:
        secure = site.url("/1.html").replace("http:", "https:")
        site.answers["/index.html"] = listing(secure, "/2.html")
        settings = site.settings(tmp_path)
        registry = tmp_path / "sites.yml"
        registry.write_text(registry.read_text("utf-8") + "  http_only: true\n", "utf-8")
        crawled = crawl(settings)
        assert crawled.stats[f"site/{site.host}/new"] == 2
        assert {"/1.html", "/2.html"} <= set(site.asked)


def test_two_links_that_lead_to_one_page_are_both_accounted_for(tmp_path):
    away = (302, {"Location": "/1.html"}, "")
    loop = (302, {"Location": "/loop.html"}, "")
    answers = {"/index.html": listing("/a.html", "/b.html", "/loop.html"), "/a.html": away, "/b.html": away}
    with Loopback(answers | THREE | {"/loop.html": loop}) as site:
        crawl(site.settings(tmp_path))
        with closing(connect(tmp_path / "corpus.db")) as db:
            outcomes = {row["url"]: (row["outcome"], row["detail"]) for row in db["rejections"].rows}
            assert outcomes.pop(site.url("/loop.html"))[0] == "refused"
            assert outcomes == {
                site.url(path): ("moved", site.url("/1.html")) for path in ("/a.html", "/b.html")
            }
        assert site.asked.count("/1.html") == 1


def test_an_answer_without_a_page_is_asked_again(tmp_path):
    answers = {"/2.html": (206, {}, THREE["/2.html"]), "/3.html": (304, {}, ""), "/1.html": (200, {}, " \n")}
    with Loopback({"/index.html": listing(*THREE)} | answers) as site:
        crawl(site.settings(tmp_path))
        with closing(connect(tmp_path / "corpus.db")) as db:
            found = {row["url"]: (row["reason"], row["temporary"]) for row in db["rejections"].rows}
        expected = {"/1.html": ("no_body", 1), "/2.html": ("http_206", 1), "/3.html": ("http_304", 1)}
        assert found == {site.url(path): outcome for path, outcome in expected.items()}


def test_addresses_are_kept_as_they_were_sent(tmp_path):
    with Loopback({"/index.html": listing("/a b\x1b.html"), "/a%20b%1B.html": THREE["/1.html"]}) as site:
        crawled = crawl(site.settings(tmp_path))
        assert f"site/{site.host}/moved" not in crawled.stats
        with closing(connect(tmp_path / "corpus.db")) as db:
            assert [row["url"] for row in db["pages"].rows] == [site.url("/a%20b%1B.html")]


def test_a_list_without_end_is_cut_and_said(tmp_path, caplog):
    with Loopback({"/index.html": listing(*THREE)} | THREE) as site:
        crawled = crawl(site.settings(tmp_path) | {"LIST_ARTICLES_MAX": 2})
        assert crawled.stats[f"site/{site.host}/new"] == 2
        assert "3 articles on one list page" in caplog.text


def test_a_validator_that_no_server_would_write_is_not_kept(tmp_path):
    headers = {"ETag": '"a\x1b[2J"', "Last-Modified": "x" * 300}
    with Loopback({"/index.html": listing("/1.html"), "/1.html": (200, headers, THREE["/1.html"])}) as site:
        crawl(site.settings(tmp_path))
        with closing(connect(tmp_path / "corpus.db")) as db:
            assert [(row["etag"], row["last_modified"]) for row in db["pages"].rows] == [(None, None)]
