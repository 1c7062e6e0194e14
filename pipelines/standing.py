"""Where an archived answer stands among those that the corpus has taken."""

from enum import Enum
from pathlib import PurePath

from crawler.items import Page
from pipelines.corpus import Corpus


class Standing(Enum):
    """What there is to do with an answer."""

    NEWER = "newer"  # than anything known of its URL: to be stored
    CURRENT = "current"  # the page was read from it: to be read again
    VERSION = "version"  # an earlier version of the page was read from it: likewise
    KNOWN = (
        "known"  # the page was seen since, and said the same or was stored from another answer: passed over
    )


def same_record(row: dict, page: Page) -> bool:
    """Tell whether a row was read from the record of `page`, wherever the archive folder lies now."""
    if row["warc_file"] is None or page.warc_file is None or row["warc_offset"] != page.warc_offset:
        return False
    return PurePath(row["warc_file"]).name == PurePath(page.warc_file).name


def standing(corpus: Corpus, page: Page) -> tuple[Standing, dict | None]:
    """Return what to do with a fetched page, and the row of `pages` or `page_versions` that was read from it."""
    old = corpus.stored(page.url)
    if old is None:
        return Standing.NEWER, None
    if same_record(old, page):
        return Standing.CURRENT, old
    for version in corpus.db["page_versions"].rows_where("page_id = ?", [old["id"]]):
        if same_record(version, page):
            return Standing.VERSION, version
    newer = page.seen is None or page.seen > old["last_seen"]
    return (Standing.NEWER if newer else Standing.KNOWN), None
