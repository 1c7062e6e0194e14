"""What the templates need to show a notice: its text with the figures marked, its copies, what was read from it."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from datasette import hookimpl
from datasette.app import Datasette
from datasette.database import Database
from datasette.utils.asgi import NotFound, Request, Response
from markupsafe import Markup, escape

sys.path.append(str(Path(__file__).resolve().parents[2]))  # the project: Datasette knows of this file only

from crawler.search import hits

AROUND = 40  # characters of a snippet on either side of a hit
SNIPPETS = 2  # of a page
FACTS = {
    "statistics": "select statistics.*, zh, en from statistics join metrics on code = metric where page_id = ?"
    " order by in_title desc, start_offset",
    "contacts": "select * from contacts where page_id = ? order by start_offset",
    "cases": "select cases.*, zh from cases left join scam_types on code = scam_type where page_id = ?"
    " order by start_offset",
    "versions": "select id, replaced, title from page_versions where page_id = ? order by replaced",
    "campaigns": "select campaign from page_campaigns where page_id = ?",
    "scam_types": "select code, zh from page_scam_types join scam_types on code = scam_type where page_id = ?",
}
PAGE = """
    select pages.*, doc_types.zh as doc_type_zh, sites.name as site_name, regions.name as region
    from pages left join doc_types on doc_types.code = doc_type left join sites on sites.key = site
    left join regions on regions.code = pages.region_code where pages.id = ?
"""
COPIES = """
    select pages.id, url, title, published, transforms, coalesce(name, host) as site from pages
    left join sites on key = site where notice_id = ? order by published, url
"""
RELATED = """
    select distinct notices.id, notices.title, relation from page_links
    join pages on pages.id = iif(page_a = :page, page_b, page_a) join notices on notices.id = pages.notice_id
    where (page_a = :page or page_b = :page) and relation in ('excerpt', 'same_event') order by notices.id
"""


def marked(text: str, spans: Iterable[tuple[int, int]], found: Iterable[tuple[int, int]] = ()) -> Markup:
    """Return `text` as safe HTML: `spans` marked with an anchor #at<start> each, `found` marked as hits.

    Of spans that overlap the first is marked; the others keep their anchor.
    """
    wanted = sorted({(*span, "") for span in spans} | {(*span, "hit") for span in found})
    parts, done = [], 0
    for start, end, kind in wanted:
        anchor = "" if kind else Markup(' id="at{}"').format(start)
        if start < done:
            parts.append(Markup("<a{}></a>").format(anchor) if anchor else "")
            continue
        parts += [escape(text[done:start]), Markup('<mark class="{}"{}>').format(kind, anchor)]
        parts += [escape(text[start:end]), Markup("</mark>")]
        done = end
    return Markup("").join([*parts, escape(text[done:])])


def snippet(text: str, query: str) -> Markup:
    """Return the words around the first hits of a query in `text`, as safe HTML; empty where only the title has it."""
    parts, done = [], 0
    for start, _ in hits(text, query):
        if start < done:
            continue
        first, done = max(done, start - AROUND), min(len(text), start + AROUND)
        piece = text[first:done].replace("\n", " ")
        parts.append(marked(piece, (), hits(piece, query)))
        if len(parts) == SNIPPETS:
            break
    return Markup(" … ").join(parts)


async def rows(db: Database, sql: str, parameters: object) -> list[dict]:
    """Return the rows of a query."""
    return [dict(row) for row in (await db.execute(sql, parameters)).rows]


async def read(db: Database, table: str, key: str, query: str) -> dict:
    """Return what the page of a notice, or of one of its pages, shows."""
    column = "id" if table == "pages" else "notices.page_id"
    source = "pages" if table == "pages" else "notices"
    sql = f"select {column} as page from {source} where id = ?"  # noqa: S608  names from code
    (row,) = await rows(db, sql, [key])
    pages = await rows(db, PAGE, [row["page"]])
    if not pages:
        return {"page": None}
    page = pages[0]
    facts = {name: await rows(db, sql, [page["id"]]) for name, sql in FACTS.items()}
    spans = [
        (fact["start_offset"], fact["end_offset"])
        for name in ("statistics", "contacts", "cases")
        for fact in facts[name]
        if not fact.get("in_title")
    ]
    return facts | {
        "page": page,
        "text": marked(page["text"], spans, hits(page["text"], query)),
        "copies": await rows(db, COPIES, [page["notice_id"]]),
        "related": await rows(db, RELATED, {"page": page["id"]}),
    }


@hookimpl
def extra_template_vars(
    database: str | None, table: str | None, request: Request, datasette: Datasette
) -> dict[str, object]:
    """Give the templates `reading()` on the page of a row, `snippets(ids)` and `first_look` on a table."""
    if database != "corpus" or not table:
        return {}
    db = datasette.get_database(database)
    query = request.args.get("_search") or request.args.get("q") or ""

    async def reading() -> dict:
        return await read(db, table, request.url_vars["pks"], query)

    async def snippets(ids: list[int]) -> dict[int, Markup]:
        marks = ", ".join("?" * len(ids))
        texts = await rows(db, f"select id, text from pages where id in ({marks})", ids)  # noqa: S608
        return {row["id"]: snippet(row["text"], query) for row in texts}

    return {
        "reading": reading,
        "snippets": snippets,
        "asked": query,
        "first_look": (datasette.table_metadata(database, table) or {}).get("first_look") or [],
    }


async def notice(request: Request, datasette: Datasette) -> Response:
    """Lead /notice/<id> to the notice that has or had this id: a citation outlives a merger."""
    sql = "select notice_id from notice_aliases where alias = :id union select id from notices where id = :id"
    found = await rows(datasette.get_database("corpus"), sql, {"id": request.url_vars["id"]})
    if not found:
        raise NotFound("没有这份通告 · no such notice")
    return Response.redirect(datasette.urls.row("corpus", "notices", str(found[0]["notice_id"])))


@hookimpl
def register_routes() -> list[tuple[str, Callable]]:
    """Add /notice/<id>."""
    return [(r"^/notice/(?P<id>\d+)$", notice)]
