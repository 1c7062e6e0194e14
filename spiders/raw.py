"""The raw page of an article, as the pipelines take it up."""

from scrapy.http import Response

from crawler.items import Page
from crawler.refusals import Refusal
from crawler.sites import Site
from spiders.listing.source import Article

PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
UNVERIFIED = "tls_unverified"  # flag of a page whose sender no certificate vouches for


def raw_page(response: Response, owner: Site, column: str | None, article: Article) -> Page | Refusal:
    """Return the page that `response` holds, published by `owner`; a refusal where it is no page."""
    content_type = (header(response, "Content-Type") or "text/html").partition(";")[0].strip().lower()
    if content_type not in PAGE_TYPES:
        return Refusal("not_html", content_type, temporary=False)
    return Page(
        url=response.url,
        body=response.body,
        content_type="text/plain" if content_type == "text/plain" else "text/html",
        site=owner.key,
        column=column,
        site_name=owner.name,
        site_region=owner.region,
        list_title=article.title,
        list_date=article.date,
        etag=header(response, "ETag"),
        last_modified=header(response, "Last-Modified"),
        flags=[UNVERIFIED] if "unverified" in owner.tls and response.url.startswith("https:") else [],
    )


def header(response: Response, name: str) -> str | None:
    """Return one response header as text, or None."""
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None
