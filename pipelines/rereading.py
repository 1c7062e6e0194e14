"""Read again what is stored, with the extractor of today, and say what changed.

A page that reads differently was not edited by its publisher: no version is kept, and what tells of visits stays.
"""

import json

from crawler import EXTRACTOR_VERSION
from crawler.change_log import Changes
from crawler.items import Page
from pipelines.copies.duplicates import assign
from pipelines.corpus import KEPT_IN_VERSIONS, Corpus
from pipelines.masked import masked
from pipelines.rows import TIES, fact_rows, page_row, statistic_row, version_statistics

OF_VISITS = ("etag", "last_modified", "warc_file", "warc_offset")  # columns that reading again leaves alone
DERIVED = ("folded", "content_hash", "extractor_version")  # columns that follow others, or change by design


def reread_page(corpus: Corpus, page: Page, old: dict) -> Changes:
    """Put a new reading of a page in place of the row `old` and its facts; return what changed."""
    page = masked(page)
    row = {k: v for k, v in page_row(page, EXTRACTOR_VERSION).items() if k not in OF_VISITS}
    with corpus.writing() as connection:
        changes = compared(old, row)
        for table, facts in fact_rows(page):
            stored = list(corpus.db.query(f"select * from {table} where page_id = ?", [old["id"]]))  # noqa: S608
            before = [{k: v for k, v in fact.items() if k not in TIES} for fact in stored]
            if changed := compared_facts(table.removeprefix("page_"), before, facts):
                corpus.write_facts(old["id"], table, facts)
                changes |= changed
        corpus.db["pages"].update(old["id"], row)
        assign(connection, old["id"], page)
    return changes


def reread_version(corpus: Corpus, page: Page, old: dict) -> Changes:
    """Put a new reading of an earlier version in place of the row `old` of `page_versions`; return what changed."""
    page = masked(page)
    row = page_row(page, EXTRACTOR_VERSION)
    row = {name: row[name] for name in KEPT_IN_VERSIONS if name not in OF_VISITS}
    changes = compared(old, row)
    before, after = json.loads(old["statistics"]), [statistic_row(fact) for fact in page.statistics]
    facts = compared_facts("statistics", before, after)
    if facts:
        row["statistics"] = version_statistics(after)
    with corpus.writing():
        corpus.db["page_versions"].update(old["id"], row)
    return changes | facts


def compared(old: dict, new: dict) -> Changes:
    """Return the columns of `new` that say something else than those of `old`."""
    return {
        name: (old[name], value) for name, value in new.items() if name not in DERIVED and old[name] != value
    }


def compared_facts(name: str, before: list[dict], after: list[dict]) -> Changes:
    """Return the facts that are gone and those that are new, under `name`; nothing where all are the same."""
    gone = [fact for fact in before if fact not in after]
    new = [fact for fact in after if fact not in before]
    return {name: (gone, new)} if gone or new else {}
