"""Page -> database rows: one function a table, named columns only."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from urllib.parse import urlsplit

from crawler.items import Change, Page, Period, Statistic
from crawler.json_text import to_json

TIES = ("id", "page_id")  # of a fact to its page


def content_hash(page: Page) -> str:
    """Return the SHA-256 of what the page says: its headline and text, not its markup, clock or counters."""
    return hashlib.sha256(f"{page.title or ''}\n{page.text}".encode()).hexdigest()


def page_row(page: Page, extractor_version: int) -> dict:
    """Return the row of `pages` but for notice, and first and last sight."""
    copied = (
        "url", "site", "column", "title", "title_from", "published", "published_from", "source", "source_from",
        "source_kind", "issuer", "issuer_from", "issuer_name", "original_url", "doc_type", "region_code", "site_id_code",
        "script", "body_kind", "text", "folded", "etag", "last_modified",
        "warc_file", "warc_offset",
    )  # fmt: skip
    return {name: getattr(page, name) for name in copied} | {
        "host": urlsplit(page.url).netloc.lower(),
        "relayed_by_media": int(page.relayed_by_media),
        "transforms": to_json(page.transforms),
        "published_witnesses": to_json([asdict(witness) for witness in page.published_witnesses]),
        "attachments": to_json([asdict(attachment) for attachment in page.attachments]),
        "flags": to_json(page.flags),
        "content_hash": content_hash(page),
        "extractor_version": extractor_version,
    }


def statistic_row(statistic: Statistic) -> dict:
    """Return the row of `statistics`, change and period spread over columns."""
    change, period = statistic.change or Change(), statistic.period or Period()
    copied = (
        "metric", "other_code", "label", "value", "value_max", "unit", "qualifier", "place", "scam_type",
        "population", "per", "quote",
    )  # fmt: skip
    return (
        {name: getattr(statistic, name) for name in copied}
        | {f"change_{name}": value for name, value in vars(change).items()}
        | {f"period_{name}": value for name, value in vars(period).items()}
        | {
            "change2": to_json(asdict(statistic.change2)) if statistic.change2 else None,
            "is_subset": int(statistic.subset),
            "is_case": int(statistic.case),
            "is_baseline": int(statistic.baseline),
            "in_title": int(statistic.in_title),
            "start_offset": statistic.start,
            "end_offset": statistic.end,
        }
    )


def version_statistics(rows: Iterable[dict]) -> str:
    """Return rows of `statistics` as the JSON of an earlier version: by name, without what ties them to the page."""
    return to_json([{name: row[name] for name in sorted(row) if name not in TIES} for row in rows])


def fact_rows(page: Page) -> Iterator[tuple[str, list[dict]]]:
    """Yield table and rows (without page_id) of everything the page's text states."""
    yield "statistics", [statistic_row(statistic) for statistic in page.statistics]
    yield "contacts", [
        {
            "name": contact.name, "phones": to_json(contact.phones), "emails": to_json(contact.emails),
            "address": contact.address, "postcode": contact.postcode, "quote": contact.quote,
            "start_offset": contact.start, "end_offset": contact.end,
        }
        for contact in page.contacts
    ]  # fmt: skip
    yield "cases", [
        {
            "date": case.date, "place": case.place, "scam_type": case.scam_type, "loss": case.loss,
            "currency": case.currency, "arrested": case.arrested, "returned": case.returned,
            "involved": case.involved, "quotes": to_json(case.quotes), "quote": case.quote,
            "start_offset": case.start, "end_offset": case.end,
        }
        for case in page.cases
    ]  # fmt: skip
    yield "page_scam_types", [{"scam_type": code} for code in dict.fromkeys(page.scam_types)]
    yield "page_campaigns", [{"campaign": name} for name in dict.fromkeys(page.campaigns)]
