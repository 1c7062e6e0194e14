"""The raw page of an article, as the pipelines take it up."""

from scrapy.http import Response

from crawler.items import Page
from crawler.page_type import bare_type, page_type
from crawler.refusals import Refusal
from crawler.sites import Site
from spiders.listing.source import Article

PAGE_STATUSES = (200, 203)  # of those that HTTP calls a success
BLANK = b"\0 \t\r\n"
LONGEST_VALIDATOR = 200  # characters
UNVERIFIED = "tls_unverified"  # flag of a page whose sender no certificate vouches for


def raw_page(response: Response, owner: Site, column: str | None, article: Article) -> Page | Refusal:
    """Return the page that `response` holds, published by `owner`; a refusal where it is no page."""
    if response.status not in PAGE_STATUSES:
        return Refusal(f"http_{response.status}", "an answer without a whole page", temporary=True)
    if not response.body.strip(BLANK):
        return Refusal("no_body", "nothing but the head", temporary=True)
    served, served_as = response.meta["served"], header(response, "Content-Type")
    content_type = page_type(served_as)
    if content_type is None:
        return Refusal("not_html", bare_type(served_as), temporary=False)
    return Page(
        url=response.url,
        body=response.body,
        content_type=content_type,
        site=owner.key,
        column=column,
        site_name=owner.name,
        site_region=owner.region,
        list_title=article.title,
        list_date=article.date,
        etag=validator(response, "ETag"),
        last_modified=validator(response, "Last-Modified"),
        asked=article.url if article.url != response.url else None,
        seen=served.date,
        served=[served],
        flags=[UNVERIFIED] if "unverified" in owner.tls and response.url.startswith("https:") else [],
    )


def header(response: Response, name: str) -> str | None:
    """Return one response header as text, or None."""
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None


def validator(response: Response, name: str) -> str | None:
    """Return an ETag or Last-Modified to quote later, or None where no honest server would write it so."""
    value = header(response, name)
    return value if value and value.isprintable() and len(value) <= LONGEST_VALIDATOR else None


def asked_conditionally(response: Response) -> bool:
    """Return whether the request let the server answer 304."""
    asked = response.request.headers
    return "If-None-Match" in asked or "If-Modified-Since" in asked
