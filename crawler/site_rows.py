"""Write registry entries to the tables `sites` and `columns`."""

from collections.abc import Iterable

from sqlite_utils import Database

from crawler.sites import Site


def write_sites(db: Database, sites: Iterable[Site]) -> None:
    """Bring the rows of `sites` and their columns up to the registry; what crawls have found out stays."""
    for site in sites:
        row = {
            "key": site.key, "name": site.name, "level": site.level, "kind": site.kind,
            "region_code": site.region, "province": site.province, "family": site.family, "state": site.state,
            "crawled": int(site.crawled),
        }  # fmt: skip
        db["sites"].upsert(row, pk="key")
        for column in site.columns:
            db.execute(
                """insert into columns (site, label, url) values (:site, :label, :url)
                on conflict (url) do update set site = excluded.site, label = excluded.label""",
                {"site": site.key, "label": column.label, "url": column.url},
            )
