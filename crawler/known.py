"""What the corpus already knows of a URL: asked by the spider and by conditional requests, never written here."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlite_utils import Database

from crawler import EXTRACTOR_VERSION


@dataclass(frozen=True)
class DuePage:
    """A stored or temporarily refused page that should be asked again."""

    url: str
    site: str
    column: str | None
    missing: bool = False  # refused for a time: the corpus does not hold it yet
    list_title: str | None = (
        None  # what only the list said of it, which it would lose if it were read without
    )
    list_date: str | None = None


class KnownPages:
    """The corpus as the spider sees it."""

    def __init__(self, db: Database, recheck_days: float) -> None:
        self.db = db
        self.before = (datetime.now(UTC) - timedelta(days=recheck_days)).strftime("%Y-%m-%dT%H:%M:%SZ")

    def holds(self, url: str) -> bool:
        """Return whether `url` was ever stored, dropped, refused or found moved."""
        sql = "select 1 from pages where url = :url union all select 1 from rejections where url = :url"
        return self.db.conn.execute(sql, {"url": url}).fetchone() is not None

    def fresh(self, url: str) -> bool:
        """Return whether `url` was asked within the recheck interval, so that it need not be asked now."""
        sql = """select 1 from pages where url = :url and last_seen > :before
            union all select 1 from rejections where url = :url and last_seen > :before and not temporary"""
        return self.db.conn.execute(sql, {"url": url, "before": self.before}).fetchone() is not None

    def validators(self, url: str) -> tuple[str | None, str | None]:
        """Return (ETag, Last-Modified) of the last answer; none where a newer extractor must read the page again."""
        sql = """select etag, last_modified from pages where url = :url and extractor_version = :version
            union all select etag, last_modified from rejections where url = :url and outcome = 'dropped'"""
        row = self.db.conn.execute(sql, {"url": url, "version": EXTRACTOR_VERSION}).fetchone()
        return row or (None, None)

    def due(self, site: str) -> list[DuePage]:
        """Return the pages of a site not asked for the recheck interval, and those refused only for a time."""
        sql = """select url, site, "column", 0, iif(title_from = 'list', title, null),
                (select json_extract(value, '$.quote') from json_each(published_witnesses)
                    where json_extract(value, '$.origin') = 'list')
            from pages where site = :site and last_seen <= :before
            union all
            select url, site, null, temporary, null, null from rejections
            where site = :site and (temporary or (outcome = 'dropped' and last_seen <= :before))
            order by url"""
        rows = self.db.conn.execute(sql, {"site": site, "before": self.before})
        return [
            DuePage(url, site, column, bool(missing), *told) for url, site, column, missing, *told in rows
        ]

    def complete(self, column_url: str) -> bool:
        """Return whether a finished run has read the column to its end, so that known links end the paging."""
        sql = "select complete from columns where url = ?"
        return self.db.conn.execute(sql, [column_url]).fetchone() == (1,)
