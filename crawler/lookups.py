"""Fill the look-up tables of the database from the tables in code."""

from sqlite_utils import Database

from crawler.metrics import METRICS
from crawler.regions import region_rows
from crawler.taxonomy import DOC_TYPES, SCAM_TYPES, SOURCE_KINDS


def fill_lookups(db: Database) -> None:
    """Bring the look-up tables up to date; a code once written never disappears."""
    rows = {
        "metrics": [{"code": m.code, "zh": m.zh, "en": m.en, "unit": m.unit} for m in METRICS],
        "scam_types": [{"code": t.code, "zh": t.zh, "en": t.en} for t in SCAM_TYPES],
        "doc_types": [{"code": t.code, "zh": t.zh, "en": t.en} for t in DOC_TYPES],
        "source_kinds": [{"code": k.code, "zh": k.zh, "en": k.en} for k in SOURCE_KINDS],
        "regions": region_rows(),
    }
    for table, wanted in rows.items():
        if list(db[table].rows_where(order_by="code")) != sorted(wanted, key=lambda row: row["code"]):
            db[table].upsert_all(wanted, pk="code")
