"""Compare a crawl of the sample sites with what it must find, so that the demo's exit status tells the truth."""

from collections.abc import Iterator

from sqlite_utils import Database

from crawler.demo import expected


def shortfalls(db: Database, visit: int) -> Iterator[str]:
    """Yield a sentence for everything that a complete crawl at `visit` must have left in the corpus, and did not."""
    notices = dict(db.execute("select url, notice_id from pages").fetchall())
    yield from page_shortfalls(set(notices), visit)
    for urls in expected.COPIES:
        if len({notices.get(url, url) for url in urls}) > 1:
            yield f"not one notice: {' and '.join(urls)}"
    for urls in expected.APART:
        found = [notices[url] for url in urls if url in notices]
        if len(set(found)) < len(found):
            yield f"merged, but apart: {' and '.join(urls)}"
    rejected = dict(db.execute("select url, reason from rejections").fetchall())
    columns = dict(db.execute("select url, state from columns").fetchall())
    reasons = columns | rejected
    empty = dict.fromkeys(expected.EMPTY_LISTS, "empty")
    for url, reason in (expected.DROPPED | expected.REFUSED | empty).items():
        if reasons.get(url) != reason:
            yield f"{url}: {reason} expected, {reasons.get(url)} met"
    for url, facts in expected.FACTS.items():
        yield from fact_shortfalls(db, url, facts)


def page_shortfalls(stored: set[str], visit: int) -> Iterator[str]:
    """Yield the pages that are missing and those that should not be there."""
    wanted = set().union(*expected.stored(visit).values())
    yield from (f"missing: {url}" for url in sorted(wanted - stored))
    yield from (f"stored, but not expected: {url}" for url in sorted(stored - wanted))


def fact_shortfalls(db: Database, url: str, facts: expected.Facts) -> Iterator[str]:
    """Yield the facts of one page that were not read."""
    page = next(db.query("select id, published, source, issuer from pages where url = ?", [url]), None)
    if page is None:
        return
    for field in ("published", "source", "issuer"):
        wanted = getattr(facts, field)
        if wanted and page[field] != wanted:
            yield f"{url}: {field} is {wanted}, read as {page[field]}"
    for table, columns, wanted in (
        ("statistics", "metric, value, unit", facts.statistics),
        ("contacts", "name, json_extract(phones, '$[0]')", facts.contacts),
    ):
        sql = f"select {columns} from {table} where page_id = ?"  # noqa: S608 (from the table above)
        read = db.execute(sql, [page["id"]]).fetchall()
        yield from (f"{url}: {table} lack {row}" for row in wanted if row not in read)
